"""A `PublicState` → the picture of the hall and the text in it. A pure function of the state."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from dcm_desktop.domain.projector import Mode, PublicState, Quorum, Timer
from dcm_desktop.projector.cards import (
    LARGE_TIMER,
    PAGE,
    TIMER,
    Layout,
    Stand,
    layout_of,
    time_words,
)
from dcm_desktop.projector.looks import (
    COLOURS,
    MARGIN,
    MARGIN_NARROW,
    SMALL,
    UNITS,
    font,
    say,
)
from dcm_desktop.projector.rows import Gap, HeadingRow, Row
from dcm_desktop.projector.sheet import Sheet, Side, Style, width_of

_NARROW = 1100
_HEAD = 40
_LABEL = 102
_BODY = 158
_BOTTOM = _BODY + PAGE
_FOOT = 636
_QUIET = Style(SMALL, "quiet")
_LABEL_STYLE = Style(SMALL + 1, "accent", bold=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A painted state: the picture, the text in it, which page of how many it is."""

    image: QImage
    text: str
    page: int = 0
    pages: int = 1


def paint(state: PublicState, size: QSize, *, ratio: float = 1.0, page: int | None = None) -> Frame:
    """The picture at a size in logical pixels; without `page` the page that comes first.

    Black when hidden. `page` wraps round.
    """
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    if state.mode in (Mode.HIDDEN, Mode.OFF):
        image.fill(Qt.GlobalColor.black)
        return Frame(image, "")
    colours = COLOURS[state.look]
    image.fill(QColor(colours.ground))
    unit = min(size.height(), size.width() * 0.75) / UNITS
    width = size.width() / unit
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(0, (size.height() - UNITS * unit) / 2)
    painter.scale(unit, unit)
    margin = MARGIN_NARROW if width < _NARROW else MARGIN
    sheet = Sheet(painter, colours, width=width, margin=margin)
    layout = layout_of(state, sheet, max(1.0, state.zoom / 100))
    bottom = _BOTTOM
    if layout.timer is not None:
        bottom -= LARGE_TIMER if layout.large_timer else TIMER
    top = _BODY if layout.label else _LABEL
    parts = _even_pages(layout.rows, bottom - top)
    first = next(
        (n for n, part in enumerate(parts) if layout.rows and layout.rows[layout.first] in part), 0
    )
    page = first if page is None else page % len(parts)
    _head(sheet, state, page, len(parts))
    shift = _shift(layout, parts, bottom - top)
    _body(sheet, layout, parts[page], top + shift, _LABEL + shift)
    if layout.timer is not None:
        _timer(sheet, layout.timer, state, bottom, large=layout.large_timer)
    _foot(sheet, state)
    if state.rehearsal:
        _watermark(sheet)
    painter.end()
    return Frame(image, sheet.text, page, len(parts))


# --- inside ---------------------------------------------------------------------------------------


def _pages(rows: list[Row], height: float) -> list[list[Row]]:
    """Rows by page. A row higher than the page has one of its own and runs over its foot."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for index, row in enumerate(rows):
        need = row.height
        if isinstance(row, HeadingRow) and index + 1 < len(rows):
            need += rows[index + 1].height
        if pages[-1] and used + need > height:
            while pages[-1] and isinstance(pages[-1][-1], Gap):
                pages[-1].pop()
            pages.append([])
            used = 0.0
        if not pages[-1] and isinstance(row, Gap):
            continue
        pages[-1].append(row)
        used += row.height
    return pages


def _even_pages(rows: list[Row], height: float) -> list[list[Row]]:
    """As few pages as possible, about equally full: no page with one last word."""
    pages = _pages(rows, height)
    if len(pages) == 1:
        return pages
    low, high = height / 2, height
    while high - low > 12:
        middle = (low + high) / 2
        tried = _pages(rows, middle)
        if len(tried) == len(pages):
            pages, high = tried, middle
        else:
            low = middle
    return pages


def _head(sheet: Sheet, state: PublicState, page: int, pages: int) -> None:
    room = sheet.inner
    if state.rehearsal:
        mark = Style(SMALL, "bad_text", bold=True)
        sheet.line(say("rehearsal"), mark, _HEAD, side=Side.RIGHT)
        room -= width_of(say("rehearsal"), mark) + 24
    if pages > 1:
        words = say("page", n=page + 1, of=pages)
        sheet.line(words, _QUIET, _LABEL, side=Side.RIGHT)
    for words in (f"{state.session}  ·  {state.mechanism}", state.session):
        if width_of(words, _QUIET) <= room:
            sheet.line(words, _QUIET, _HEAD)
            return


def _shift(layout: Layout, parts: list[list[Row]], room: float) -> float:
    """How far down a card stands that leaves room; one of several pages begins at the top."""
    if len(parts) > 1:
        return 0
    spare = max(0.0, room - sum(row.height for row in parts[0]))
    share = {Stand.TOP: 0.0, Stand.UPPER: 0.3, Stand.MIDDLE: 0.42}[layout.stand]
    return min(spare * share, 150)


def _body(sheet: Sheet, layout: Layout, rows: list[Row], y: float, label_y: float) -> None:
    if layout.label:
        sheet.line(layout.label, _LABEL_STYLE, label_y)
    for row in rows:
        row.draw(sheet, y)
        y += row.height


def _timer(sheet: Sheet, timer: Timer, state: PublicState, top: float, *, large: bool) -> None:
    left = timer.left_at(state.at)
    words, colour = time_words(timer, left)
    share = max(0.0, min(1.0, left / max(timer.of, 1)))
    if large:
        style = Style(84, colour if colour != "quiet" else "text", bold=True, digits=True)
        style = replace(style, size=84 * min(1.0, sheet.inner / width_of(words, style)))
        sheet.line(words, style, top + (Style(84).height - style.height) / 2)
        track = QRectF(sheet.left, top + 132, sheet.inner, 16)
    else:
        style = Style(SMALL + 1, colour, bold=colour != "quiet", digits=True)
        room = min(640.0, sheet.inner - width_of(words, style) - 24)
        track = QRectF(sheet.left, top + 30, room, 12)
        sheet.line(words, style, top + 36 - style.height / 2, x=sheet.left + room + 24)
    sheet.block(track, "line")
    if share > 0:
        track.setWidth(track.width() * share)
        sheet.block(track, "accent" if colour == "quiet" else "amber")


def _foot(sheet: Sheet, state: PublicState) -> None:
    """Clock · item n of m · quorum, in the longest words that fit."""
    sheet.rule(_FOOT)
    y = _FOOT + 14
    clock = f"{state.at:%H:%M}"
    clock_style = Style(SMALL + 5, bold=True, digits=True)
    sheet.line(clock, clock_style, y - 3)
    x = sheet.left + width_of(clock, clock_style) + 36
    item = _item_words(state)
    left = x + (width_of(item, _QUIET) + 36 if item else 0)
    quorum = ""
    for form in ("", "_middle", "_short"):
        quorum = _quorum_words(state.quorum, form)
        if left + width_of(quorum, replace(_QUIET, bold=True)) <= sheet.right:
            break
    if item:
        sheet.line(item, _QUIET, y, x=x)
    if quorum and state.quorum:
        tone = "quiet" if state.quorum.has_quorum else "bad_text"
        style = Style(SMALL, tone, bold=not state.quorum.has_quorum)
        sheet.line(quorum, style, y, side=Side.RIGHT)


def _item_words(state: PublicState) -> str:
    return "" if state.item_n is None else say("foot_item", n=state.item_n, of=state.item_of)


def _quorum_words(quorum: Quorum | None, form: str) -> str:
    if quorum is None:
        return ""
    key = "quorum_yes" if quorum.has_quorum else "quorum_no"
    return say(key + form, present=quorum.present, seats=quorum.seats, needed=quorum.needed)


def _watermark(sheet: Sheet) -> None:
    """„УЧЕБНО“ across the card: nobody takes a rehearsal for the session."""
    painter, words = sheet.painter, say("rehearsal")
    painter.save()
    painter.translate(sheet.width / 2, UNITS / 2)
    painter.rotate(-24)
    made = font(230, bold=True)
    painter.setFont(made)
    painter.setOpacity(0.10)
    painter.setPen(QColor(sheet.colours.bad))
    painter.drawText(QPointF(-width_of(words, Style(230, bold=True)) / 2, 80), words)
    painter.restore()
