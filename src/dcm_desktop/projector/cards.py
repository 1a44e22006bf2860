"""The layout of every card: a label, rows, and where they stand. One thing per card."""

from dataclasses import dataclass, field
from enum import Enum

from dcm_desktop.domain.projector import PublicState, Timer
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    BreakCard,
    CommitmentLine,
    CommitmentsCard,
    ConfidentialCard,
    DecisionCard,
    FloorCard,
    HomeCard,
    IdentifyCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
)
from dcm_desktop.projector.looks import BODY, LARGE, SMALL, TITLE, say
from dcm_desktop.projector.rows import (
    Gap,
    HeadingRow,
    IconRow,
    Row,
    agenda_rows,
    commitment_rows,
    tally_row,
    text_rows,
)
from dcm_desktop.projector.sheet import Sheet, Side, Style, wrapped

PAGE = 464
"""Height of a page below its label."""
TIMER = 76
LARGE_TIMER = 190
"""What a timer takes of it."""
_TITLE_LINES = 4


class Stand(Enum):
    """Where the rows stand when they leave room."""

    TOP = 0
    UPPER = 1
    MIDDLE = 2


@dataclass(slots=True)
class Layout:
    """What a card says, before it is cut into pages.

    `first` is the row whose page comes first, `timer` what is pinned below the rows,
    `large_timer` makes it the card's main thing.
    """

    label: str = ""
    rows: list[Row] = field(default_factory=list)
    stand: Stand = Stand.TOP
    first: int = 0
    timer: Timer | None = None
    large_timer: bool = False


def layout_of(state: PublicState, sheet: Sheet, zoom: float) -> Layout:
    """The card of a state on a sheet of this width; `zoom` 1 is the usual size."""
    card = state.card
    match card:
        case HomeCard():
            return _home(state, sheet, zoom)
        case IdentifyCard():
            return _centred(sheet, zoom, "monitor", say("identify"), say("identify_help"))
        case AgendaCard(lines=lines):
            size = 38 * zoom
            rows = agenda_rows(lines, sheet, size)
            while size > SMALL and any(row.height > PAGE for row in rows):
                size = max(SMALL, size * 0.9)
                rows = agenda_rows(lines, sheet, size)
            current = next((n for n, line in enumerate(lines) if line.current), 0)
            return Layout(say("agenda"), list(rows), first=current)
        case ItemCard():
            return _item(card, state, sheet, zoom)
        case ProposalCard(n=n, number=number, text=text):
            key = "proposal_numbered" if number else "proposal"
            return _wording(say(key, n=n, number=number), text, (), sheet, zoom)
        case DecisionCard(n=n, number=number, text=text, commitments=commitments):
            label = say("decision", number=number) if number else say("decision_draft", n=n)
            return _wording(label, text, commitments, sheet, zoom)
        case VoteCard():
            return _vote(card, sheet, zoom)
        case CommitmentsCard(n=n, lines=lines, tasks=tasks):
            label = say("commitments_item", n=n) if n else say("commitments_all")
            if tasks:
                label = say("tasks_item", n=n)
            if not lines:
                return Layout(label, list(_text(say("commitments_none"), sheet, BODY * zoom)))
            return Layout(label, list(commitment_rows(lines, sheet, max(SMALL, 36 * zoom))))
        case FloorCard(institution=institution):
            rows_ = _title(institution, sheet, zoom)
            return Layout(say("floor"), rows_, Stand.UPPER, timer=state.timer, large_timer=True)
        case MessageCard(text=text):
            return _message(text, sheet, zoom)
        case BreakCard():
            return _centred(sheet, zoom, "coffee", say("break"), _break_words(card))
        case ConfidentialCard():
            return _centred(sheet, zoom, "lock", say("confidential"), say("confidential_help"))
        case NextSessionCard(when=when, place=place):
            rows_ = _title(when, sheet, zoom)
            if place:
                rows_ += [Gap(24), *_text(place, sheet, BODY * zoom, "quiet")]
            return Layout(say("next"), rows_, Stand.UPPER)


def time_words(timer: Timer, left: int) -> tuple[str, str]:
    """Words and colour of what is left; the last minute is amber, time over is red."""
    shown = f"{abs(left) // 60}:{abs(left) % 60:02d}"
    if left <= 0:
        return say("time_over", left=shown), "bad_text"
    if not timer.running:
        return say("time_paused", left=shown), "quiet"
    if left <= min(60, timer.of // 2):
        return say("time_short", left=shown), "amber"
    return say("time_left", left=shown), "quiet"


# --- inside ---------------------------------------------------------------------------------------


def _text(
    text: str,
    sheet: Sheet,
    size: float,
    colour: str = "text",
    *,
    bold: bool = False,
    side: Side = Side.LEFT,
) -> list[Row]:
    rows: list[Row] = []
    width = sheet.inner * (0.94 if side is Side.MIDDLE else 1)
    rows.extend(text_rows(text, Style(size, colour, bold), width, side=side, even=bold))
    return rows


def _title(
    text: str,
    sheet: Sheet,
    zoom: float,
    *,
    side: Side = Side.LEFT,
    sizes: tuple[float, ...] = (TITLE, 54, LARGE),
) -> list[Row]:
    """A title as large as four lines allow, never below the last size; then it is paged."""
    for size in sizes:
        style = Style(size * zoom, bold=True)
        if len(wrapped(text, style, sheet.inner)) <= _TITLE_LINES:
            break
    return [*text_rows(text, style, sheet.inner, side=side, even=True)]


def _home(state: PublicState, sheet: Sheet, zoom: float) -> Layout:
    rows = _title(state.mechanism, sheet, zoom)
    rows += [Gap(28), *_text(state.session, sheet, LARGE * zoom, "accent", bold=True)]
    rows += _text(state.day, sheet, BODY * zoom, "quiet")
    return Layout("", rows, Stand.UPPER)


def _centred(sheet: Sheet, zoom: float, icon: str, title: str, help_: str) -> Layout:
    rows: list[Row] = [IconRow(icon, 72 * zoom)]
    rows += _title(title, sheet, zoom, side=Side.MIDDLE)
    rows += [Gap(16), *_text(help_, sheet, 38 * zoom, "quiet", side=Side.MIDDLE)]
    return Layout("", rows, Stand.MIDDLE)


def _item(card: ItemCard, state: PublicState, sheet: Sheet, zoom: float) -> Layout:
    room = PAGE - (TIMER if state.timer else 0)
    for size in (TITLE, 54, LARGE, BODY):
        rows = _title(card.title, sheet, zoom, sizes=(size,))
        if card.presenter:
            words = say("presenter", institution=card.presenter)
            style = Style(38 * zoom, "quiet")
            rows += [Gap(24), *text_rows(words, style, sheet.inner, even=True)]
        if sum(row.height for row in rows) <= min(room, 5.5 * TITLE * zoom):
            break
    return Layout(say("item", n=card.n), rows, Stand.UPPER, timer=state.timer)


def _wording(
    label: str, text: str, commitments: tuple[CommitmentLine, ...], sheet: Sheet, zoom: float
) -> Layout:
    if not commitments:
        sizes = (52, LARGE, BODY)
        return Layout(label, _title(text, sheet, zoom, sizes=sizes), Stand.UPPER)
    rows = _text(text, sheet, BODY * zoom, bold=True)
    size = max(SMALL, 36 * zoom)
    rows += [Gap(22), HeadingRow(say("commitments"), Style(size, "accent", bold=True))]
    rows += commitment_rows(commitments, sheet, size)
    return Layout(label, rows)


def _vote(card: VoteCard, sheet: Sheet, zoom: float) -> Layout:
    label = say("vote", n=card.n) if card.n else say("vote_none")
    if card.result is None:
        return Layout(label, _title(card.question, sheet, zoom), Stand.UPPER)
    for size in (BODY, SMALL):
        rows = _text(card.question, sheet, (size + 2) * zoom, bold=True)
        tally = tally_row(card.result, sheet, size * zoom)
        rows += [Gap(size * 0.6), tally]
        if sum(row.height for row in rows) <= PAGE:
            break
    if tally.height > PAGE:
        rows[-1] = tally_row(card.result, sheet, SMALL)
    return Layout(label, rows, Stand.UPPER, first=len(rows) - 1)


def _break_words(card: BreakCard) -> str:
    if card.day and card.until:
        return say("break_day", day=card.day, time=f"{card.until:%H:%M}")
    return say("break_until", time=f"{card.until:%H:%M}") if card.until else say("break_open")


def _message(text: str, sheet: Sheet, zoom: float) -> Layout:
    return Layout("", _title(text, sheet, zoom, side=Side.MIDDLE), Stand.MIDDLE)
