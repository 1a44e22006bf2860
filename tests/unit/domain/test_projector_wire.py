"""Lines between the two processes: what was written is read, and nothing else is."""

import json
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, time
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain import projector_wire as wire
from dcm_desktop.domain.projector import Live, Look, Mode, PublicState, Quorum, Timer
from dcm_desktop.domain.projector_cards import Card, HomeCard, ItemCard, texts_of
from dcm_desktop.domain.projector_wire import Show, WireError

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
STATE = PublicState(Mode.SHOWING, ItemCard(1, "Тема"), "Заседание № 4", "ОКМД", "27 ноември", AT)
TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
moments = st.datetimes(timezones=st.just(UTC))
st.register_type_strategy(str, TEXT)
st.register_type_strategy(datetime, moments)
CARDS = st.one_of(*(st.from_type(kind) for kind in get_args(Card)))
STATES = st.builds(
    PublicState,
    mode=st.sampled_from(Mode),
    card=CARDS,
    session=TEXT,
    mechanism=TEXT,
    day=TEXT,
    at=moments,
    item_n=st.none() | st.integers(1, 99),
    quorum=st.none() | st.builds(Quorum),
    timer=st.none() | st.builds(Timer),
    look=st.sampled_from(Look),
)


def line_of(change: dict[str, Any]) -> bytes:
    """A line for a state, changed."""
    plain = json.loads(wire.encode_order(Show(1, STATE)))
    plain.update(change)
    return json.dumps(plain).encode() + b"\n"


@given(STATES, st.integers(0, 10**6))
def test_every_state_survives_the_way(state: PublicState, seq: int) -> None:
    line = wire.encode_order(Show(seq, state))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert wire.decode_order(line) == Show(seq, state)


@pytest.mark.parametrize(
    "order",
    [
        wire.Bind(wire.ScreenInfo("HDMI-1", 1366, 0, 1920, 1080), accept_primary=True),
        wire.Preview(3, STATE),
        wire.Rest(240),
        wire.Quit(),
    ],
)
def test_every_order_survives_the_way(order: wire.Order) -> None:
    assert wire.decode_order(wire.encode_order(order)) == order


@pytest.mark.parametrize(
    "report",
    [
        wire.Screens((wire.ScreenInfo("HDMI-1", 0, 0, 1, 1, primary=True),)),
        wire.Placed("HDMI-1"),
        wire.Lost("gone"),
        wire.Shown(3, "Точка 1\nТема"),
        wire.Key(wire.Clicker.HIDE),
        wire.Picture(3, b"\x89PNG\r\n"),
        wire.Previewed(3, b"\x00\xff", "Тема", 2),
        wire.Fault(),
    ],
)
def test_every_report_survives_the_way(report: wire.Report) -> None:
    assert wire.decode_report(wire.encode_report(report)) == report


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b'{"do":"sing"}\n',
        b'{"do":["show"]}\n',
        b'{"say":"shown","seq":1,"text":""}\n',
        b"\xff\xfe\n",
        b"[" * 100_000,
        line_of({"seq": "1"}),
        line_of({"seq": 1.0}),
        line_of({"seq": True}),
        line_of({"more": 1}),
        line_of({"state": None}),
        line_of({"state": {}}),
        b" " * (wire.MOST_BYTES + 1),
    ],
)
def test_a_line_that_does_not_fit_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode_order(line)


STATE_CHANGES: list[dict[str, Any]] = [
    {"mode": "dancing"},
    {"mode": 1},
    {"card": {"card": "CaseCard", "code": "RSE-2026-001"}},
    {"card": {"card": "ItemCard", "n": 1, "title": "Тема"}},
    {"card": {"card": "ItemCard", "n": 1, "title": "Тема", "presenter": "", "names": ["А"]}},
    {"card": "ItemCard"},
    {"at": "2026-11-27T11:00:00"},
    {"at": "вчера"},
    {"session": "я" * 20_001},
    {"session": 4},
    {"zoom": float("nan")},
    {"quorum": {"present": 1, "seats": 2, "needed": 3}},
    {"timer": [1, 2]},
]


@pytest.mark.parametrize("change", STATE_CHANGES)
def test_a_state_that_does_not_fit_is_refused(change: dict[str, Any]) -> None:
    state = json.loads(wire.encode_order(Show(1, STATE)))["state"] | change
    with pytest.raises(WireError):
        wire.decode_order(line_of({"state": state}))


def test_a_refusal_repeats_nothing_of_the_line() -> None:
    with pytest.raises(WireError) as caught:
        wire.decode_order(b'{"do":"show","seq":1,"state":{"session":"\xd0\x9c\xd0\xb8\xd1\x80"}}')
    assert "Мир" not in str(caught.value)


def test_public_values_hold_nothing_but_numbers_words_and_moments() -> None:
    """I1, I2: an allow-list of classes without a reference to a case or a private field."""
    plain = {int, str, bool, type(None), date, datetime, time, Mode, Look}
    ours = {PublicState, Live, Quorum, Timer, *get_args(Card)}
    seen: set[type] = set()
    todo: list[type] = [PublicState, Live, *get_args(Card)]
    while todo:
        kind = todo.pop()
        seen.add(kind)
        assert is_dataclass(kind)
        assert vars(kind)["__dataclass_params__"].frozen
        for part in get_type_hints(kind).values():
            parts = {part, *get_args(part), *(a for p in get_args(part) for a in get_args(p))}
            for one in parts:
                if isinstance(one, type) and is_dataclass(one) and one not in seen:
                    assert one in ours or one.__module__.endswith("projector_cards")
                    todo.append(one)
                elif isinstance(one, type) and not is_dataclass(one) and one is not tuple:
                    assert one in plain, one
    names = {name for kind in seen for name in get_type_hints(kind)}
    assert not {name for name in names if {"case", "person", "id"} & set(name.split("_"))}


def test_texts_of_a_state_are_all_its_words() -> None:
    assert set(texts_of(STATE)) >= {"Тема", "Заседание № 4", "ОКМД"}
    assert not list(texts_of(HomeCard()))
