"""What the body of a card is made of, from top to bottom; the cuts between pages fall between rows.

A row knows its height and draws itself. Lengths are in 1/720 of the height.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRectF

from dcm_desktop.domain.projector_cards import AgendaLine, CommitmentLine, VoteTally
from dcm_desktop.projector.looks import SMALL, glued, say
from dcm_desktop.projector.sheet import Sheet, Side, Style, balanced, width_of, wrapped

_PAD = 12
_AIR = 6
_TOGETHER = 4
"""Lines of a commitment that no page tears from its institution."""


class Row(Protocol):
    """A piece of the body that no page cuts through."""

    @property
    def height(self) -> float:
        """Its height in units."""

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw it with its top at `y`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space; none at the top of a page."""

    height: float

    def draw(self, sheet: Sheet, y: float) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of text."""

    text: str
    style: Style
    side: Side = Side.LEFT
    goes_on: bool = False
    """It belongs to the text of the row above."""

    @property
    def height(self) -> float:
        """One line."""
        return self.style.height

    def draw(self, sheet: Sheet, y: float) -> None:
        """The line."""
        sheet.line(self.text, self.style, y, side=self.side, same=" " if self.goes_on else "")


def text_rows(
    text: str, style: Style, width: float, *, side: Side = Side.LEFT, even: bool = False
) -> list[TextRow]:
    """A text as rows; `even` balances the lines of a title."""
    lines = (balanced if even else wrapped)(glued(text), style, width)
    return [TextRow(line, style, side, goes_on=bool(n)) for n, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class IconRow:
    """A picture in the middle."""

    name: str
    size: float = 72

    @property
    def height(self) -> float:
        """The picture and some air."""
        return self.size + 24

    def draw(self, sheet: Sheet, y: float) -> None:
        """The picture."""
        sheet.icon(self.name, QRectF((sheet.width - self.size) / 2, y, self.size, self.size))


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A small heading inside a card; it takes the row below along."""

    text: str
    style: Style

    @property
    def height(self) -> float:
        """One line and a little air."""
        return self.style.height + 6

    def draw(self, sheet: Sheet, y: float) -> None:
        """The words."""
        sheet.line(self.text, self.style, y)


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """Institution and below it what it does; until when at the right."""

    who: tuple[str, ...]
    what: tuple[str, ...]
    until: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """Its lines below a hairline."""
        lines = max(len(self.who) + len(self.what), len(self.until))
        return lines * Style(self.size).height + 2 * _PAD

    def draw(self, sheet: Sheet, y: float) -> None:
        """The hairline and the three texts."""
        style, strong = Style(self.size), Style(self.size, bold=True)
        sheet.rule(y)
        y += _PAD
        sheet.lines(self.who, strong, y)
        sheet.lines(self.what, style, y + len(self.who) * style.height)
        for n, term in enumerate(self.until):
            quiet, same = Style(self.size, "quiet"), " " if n else "  "
            sheet.line(term, quiet, y + n * style.height, side=Side.RIGHT, same=same)


def commitment_rows(lines: tuple[CommitmentLine, ...], sheet: Sheet, size: float) -> list[Row]:
    """The table of commitments; its right column is as wide as the longest term."""
    style, strong = Style(size), Style(size, bold=True)
    terms = [wrapped(glued(line.until), style, sheet.inner * 0.44) for line in lines]
    last = max((width_of(line, style) for term in terms for line in term), default=0)
    rows: list[Row] = []
    for line, term in zip(lines, terms, strict=True):
        who = wrapped(glued(line.institution), strong, sheet.inner - last - size)
        below = sheet.inner - (last + size if len(term) > len(who) else 0)
        what = wrapped(glued(line.what), style, below)
        rows.append(CommitmentRow(tuple(who), tuple(what[:_TOGETHER]), tuple(term), size))
        rows += [TextRow(rest, style, goes_on=True) for rest in what[_TOGETHER:]]
    return rows


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of the agenda: number, title, and the sign and word of the current one."""

    line: AgendaLine
    titles: tuple[str, ...]
    size: float
    indent: float

    @property
    def height(self) -> float:
        """Its lines and the air of the band."""
        return len(self.titles) * Style(self.size).height + 2 * _AIR

    def draw(self, sheet: Sheet, y: float) -> None:
        """Number and title; done is quiet with a tick, current stands on a band."""
        line = self.line
        colour = "quiet" if line.done or line.confidential else "text"
        if line.current:
            colour = "text"
            sheet.block(
                QRectF(sheet.left - 20, y, sheet.inner + 40, self.height), "soft", radius=10
            )
            sheet.block(QRectF(sheet.left - 20, y, 8, self.height), "accent", radius=4)
        style = Style(self.size, colour, bold=line.current)
        sheet.line(f"{line.n}.", Style(self.size, "accent", bold=True), y + _AIR)
        for index, title in enumerate(self.titles):
            sheet.line(
                title,
                style,
                y + _AIR + index * style.height,
                x=sheet.left + self.indent,
                same=" ",
            )
        side = self.size * 0.9
        place = QRectF(sheet.right - side, y + _AIR + (style.height - side) / 2, side, side)
        if line.current:
            now = Style(SMALL, "accent", bold=True)
            sheet.line(say("agenda_now"), now, y + _AIR, side=Side.RIGHT, same="  ")
        elif line.done:
            sheet.icon("check", place, "quiet")
        elif line.confidential:
            sheet.icon("lock", place, "quiet")


def agenda_rows(lines: tuple[AgendaLine, ...], sheet: Sheet, size: float) -> list[AgendaRow]:
    """The points of the agenda."""
    numbers = [width_of(f"{line.n}.", Style(size, bold=True)) for line in lines]
    indent = max(numbers, default=0) + size * 0.5
    rows = []
    for line in lines:
        words = say("agenda_confidential") if line.confidential else glued(line.title)
        mark = size * 1.6
        if line.current:
            mark = width_of(say("agenda_now"), Style(SMALL, bold=True)) + size * 0.6
        style = Style(size, bold=line.current)
        titles = wrapped(words, style, sheet.inner - indent - mark)
        rows.append(AgendaRow(line, tuple(titles), size, indent))
    return rows


@dataclass(frozen=True, slots=True)
class TallyRow:
    """Bars with their counts, the outcome and its arithmetic: one thing, never torn apart."""

    tally: VoteTally
    outcome: tuple[str, ...]
    arithmetic: tuple[str, ...]
    size: float

    @property
    def bars(self) -> list[tuple[str, int, str]]:
        """Word, count and colour of each bar; the rare ones only when somebody chose them."""
        tally = self.tally
        if not (
            tally.for_n + tally.against_n + tally.abstain_n + tally.not_voting_n
            + tally.blank_n + tally.invalid_n
        ):  # fmt: skip
            return []
        rare = [
            (say("not_voting"), tally.not_voting_n, "neither"),
            (say("blank"), tally.blank_n, "neither"),
            (say("invalid"), tally.invalid_n, "neither"),
        ]
        return [
            (say("for"), tally.for_n, "good"),
            (say("against"), tally.against_n, "bad"),
            (say("abstain"), tally.abstain_n, "neither"),
            *(bar for bar in rare if bar[1]),
        ]

    @property
    def _large(self) -> Style:
        return Style(self.size * (1.16 if self.bars else 1.5), bold=True)

    @property
    def _pitch(self) -> float:
        return self.size * (1.62 if len(self.bars) <= 3 else 1.3)

    @property
    def height(self) -> float:
        """Bars, air, two sentences."""
        bars = len(self.bars) * self._pitch
        large = len(self.outcome) * self._large.height
        return bars + (10 if bars else 0) + large + len(self.arithmetic) * Style(SMALL).height

    def draw(self, sheet: Sheet, y: float) -> None:
        """Word, bar and count in each line; then what came of it."""
        words = Style(self.size, "quiet")
        number = Style(self.size * 1.1, bold=True, digits=True)
        first = max((width_of(word, words) for word, _, _ in self.bars), default=0) + self.size
        last = width_of("000", number)
        room = sheet.inner - first - last
        high = self.size * (1.0 if len(self.bars) <= 3 else 0.8)
        for word, count, colour in self.bars:
            middle = y + words.height / 2
            sheet.line(word, words, y)
            track = QRectF(sheet.left + first, middle - high / 2, room, high)
            sheet.block(track, "soft")
            if count:
                share = min(1.0, count / max(self.tally.voters, 1))
                track.setWidth(max(12.0, room * share))
                sheet.block(track, colour)
            offset = middle - number.height / 2
            sheet.line(str(count), number, offset, side=Side.RIGHT, same="  ")
            y += self._pitch
        y += 10 if self.bars else 0
        tone = "outcome" if self.tally.adopted else "bad_text"
        outcome = replace(self._large, colour=tone)
        sheet.lines(self.outcome, outcome, y)
        y += len(self.outcome) * outcome.height
        sheet.lines(self.arithmetic, Style(SMALL, "quiet"), y)


def tally_row(tally: VoteTally, sheet: Sheet, size: float) -> TallyRow:
    """The result of a vote."""
    row = TallyRow(tally, (), (), size)
    outcome = balanced(glued(tally.outcome), row._large, sheet.inner)
    arithmetic = wrapped(glued(tally.arithmetic), Style(SMALL), sheet.inner)
    return replace(row, outcome=tuple(outcome), arithmetic=tuple(arithmetic))
