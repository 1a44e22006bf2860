"""The lines between the operator's process and the projector's, over the child's stdin and stdout.

One JSON object a line, UTF-8, ended by LF, no longer than `MOST_BYTES`; no socket is opened.

To the projector (`encode_order`, `decode_order`):
    {"do": "bind", "screen": {name, x, y, width, height}}   live on this screen or not at all;
                                                            sent again when the choice changes
    {"do": "show", "seq": 7, "state": {…}}                  a `PublicState`; OFF has no window
    {"do": "preview", "seq": 7, "state": {…}}               draw it for the operator alone
    {"do": "rest", "minutes": 240}                          the operator's process ends on purpose
                                                            (a lock): stay neutral so long
    {"do": "quit"}                                          end now
From the projector (`encode_report`, `decode_report`):
    {"say": "screens", "screens": […]}      at the start and whenever they change
    {"say": "placed", "name": "HDMI-1"}     the window stands on its screen
    {"say": "lost", "why": "gone"}          window destroyed: gone, primary (it became the
                                            operator's), missing (never was there)
    {"say": "shown", "seq": 7, "text": …}   this state is painted; its accessible text
    {"say": "key", "key": "next"}           of the clicker: next, back, hide
    {"say": "picture", "seq": 7, "png": …}  the true output, made small, base64
    {"say": "previewed", "seq": 7, …}       the picture and text that were asked for
    {"say": "fault"}                        a line was refused; the neutral card stands

Whoever reads refuses what does not fit exactly with `WireError`; the projector answers a refused
line with the neutral card. When its stdin ends, the neutral card stands until the next projector
starts, or ten minutes (or the minutes of `rest`) have passed. The operator's side starts NEUTRAL.
"""

import base64
import binascii
import json
import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dcm_desktop.domain.projector import PublicState
from dcm_desktop.domain.projector_cards import Card

MOST_BYTES = 4 * 1024 * 1024
_MOST_TEXT = 20_000
_MOST_DEPTH = 8


class WireError(ValueError):
    """A line that is not one of ours. It repeats nothing of the line."""


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """One screen: name, place and size in logical pixels, whether it is the primary one."""

    name: str
    x: int
    y: int
    width: int
    height: int
    primary: bool = False

    def same(self, other: "ScreenInfo") -> bool:
        """Whether both describe one screen (whichever is the primary one)."""
        mine = (self.name, self.x, self.y, self.width, self.height)
        return mine == (other.name, other.x, other.y, other.width, other.height)


@dataclass(frozen=True, slots=True)
class Bind:
    """Live on this screen or not at all; on the primary one only if a person said so."""

    screen: ScreenInfo
    accept_primary: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """Show this state."""

    seq: int
    state: PublicState


@dataclass(frozen=True, slots=True)
class Preview:
    """Draw this state for the operator; the hall sees nothing of it."""

    seq: int
    state: PublicState


@dataclass(frozen=True, slots=True)
class Rest:
    """Go neutral, and stay so this long after the operator's process has ended."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Quit:
    """End now."""


class Clicker(StrEnum):
    """What the presenter's clicker may ask for, and nothing else."""

    NEXT = "next"
    BACK = "back"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens that the projector sees, the primary one first."""

    screens: tuple[ScreenInfo, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The window stands on the screen of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Lost:
    """There is no window (any more)."""

    why: Literal["gone", "primary", "missing"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A state is on the screen; `text` is what can be read there, empty when black."""

    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """The clicker, pressed while the hall's window had the focus."""

    key: Clicker


@dataclass(frozen=True, slots=True)
class Picture:
    """The true output as a small PNG."""

    seq: int
    png: bytes


@dataclass(frozen=True, slots=True)
class Previewed:
    """A picture for the operator alone: a PNG, its text, the number of its pages."""

    seq: int
    png: bytes
    text: str
    pages: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A line was refused; the neutral card stands."""


Order = Bind | Show | Preview | Rest | Quit
Report = Screens | Placed | Lost | Shown | Key | Picture | Previewed | Fault

_ORDERS: dict[str, type[Order]] = {
    "bind": Bind,
    "show": Show,
    "preview": Preview,
    "rest": Rest,
    "quit": Quit,
}
_REPORTS: dict[str, type[Report]] = {
    "screens": Screens,
    "placed": Placed,
    "lost": Lost,
    "shown": Shown,
    "key": Key,
    "picture": Picture,
    "previewed": Previewed,
    "fault": Fault,
}


def encode_order(order: Order) -> bytes:
    """One line for the projector, LF included."""
    return _line("do", _ORDERS, order)


def decode_order(line: bytes) -> Order:
    """An order from a line. Raises: WireError."""
    found = _read(line, "do", _ORDERS)
    if not isinstance(found, Order):
        raise WireError("not an order")
    return found


def encode_report(report: Report) -> bytes:
    """One line from the projector, LF included."""
    return _line("say", _REPORTS, report)


def decode_report(line: bytes) -> Report:
    """A report from a line. Raises: WireError."""
    found = _read(line, "say", _REPORTS)
    if not isinstance(found, Report):
        raise WireError("not a report")
    return found


# --- inside ---------------------------------------------------------------------------------------


def _line(tag: str, kinds: dict[str, Any], value: Order | Report) -> bytes:
    name = next(name for name, kind in kinds.items() if kind is type(value))
    plain = {tag: name, **_plain_fields(value)}
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    if len(line) > MOST_BYTES:
        raise WireError("line too long")
    return line


def _read(line: bytes, tag: str, kinds: dict[str, Any]) -> object:
    if len(line) > MOST_BYTES:
        raise WireError("line too long")
    try:
        plain = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise WireError("not a line of ours") from error
    name = plain.pop(tag, None) if isinstance(plain, dict) else None
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise WireError("unknown line")
    return _object(kind, plain, 0)


def _no_constant(name: str) -> None:
    raise WireError(f"{name} is no value")


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Card):
        return {"card": type(value).__name__, **_plain_fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return _plain_fields(value)
    return value


def _plain_fields(value: Any) -> dict[str, object]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


_CARDS: dict[str, type] = {card.__name__: card for card in get_args(Card)}


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _object(kind: type, plain: object, depth: int) -> Any:
    types_ = _types(kind)
    if depth > _MOST_DEPTH or not isinstance(plain, dict) or plain.keys() != types_.keys():
        raise WireError(f"{kind.__name__} has other fields")
    values = {name: _value(types_[name], one, depth + 1) for name, one in plain.items()}
    return kind(**values)


def _value(kind: Any, plain: object, depth: int) -> Any:
    """A value of exactly the annotated type; nothing is converted that was not written so."""
    if kind == Card:
        name = plain.pop("card", None) if isinstance(plain, dict) else None
        card = _CARDS.get(name) if isinstance(name, str) else None
        if card is None:
            raise WireError("unknown card")
        return _object(card, plain, depth)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        (inner,) = (one for one in get_args(kind) if one is not type(None))
        return _value(inner, plain, depth)
    if origin is tuple:
        if not isinstance(plain, list):
            raise WireError("not a list")
        return tuple(_value(get_args(kind)[0], one, depth) for one in plain)
    if origin is Literal:
        if plain not in get_args(kind):
            raise WireError("not one of the words")
        return plain
    if isinstance(kind, type) and is_dataclass(kind):
        return _object(kind, plain, depth)
    return _scalar(kind, plain)


def _scalar(kind: type, plain: object) -> object:
    if kind in (int, bool):
        if type(plain) is not kind:
            raise WireError("not a number")
        return plain
    if not isinstance(plain, str):
        raise WireError("not a text")
    if kind is str:
        if len(plain) > _MOST_TEXT:
            raise WireError("text too long")
        return plain
    try:
        return _written(kind, plain)
    except (ValueError, binascii.Error) as error:
        raise WireError(f"not a {kind.__name__}") from error


def _written(kind: type, plain: str) -> object:
    if kind is bytes:
        return base64.b64decode(plain, validate=True)
    if kind is datetime:
        moment = datetime.fromisoformat(plain)
        if moment.tzinfo is None:
            raise WireError("a moment without a zone")
        return moment
    if kind in (date, time):
        return kind.fromisoformat(plain)
    if issubclass(kind, StrEnum):
        return kind(plain)
    raise WireError("a type that is not sent")
