"""Papers for the hall in one file: agenda, attendance sheet, voting slips, a form for the minutes.

What a session needs when the laptop fails. Cases stand by their codes, the sheet has none.
Source: sessions anchor, row B6; domain reference, section 5.3 (Присъствен списък).
"""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from dcm_desktop.documents.convening import HallKitModel
from dcm_desktop.documents.papers import AgendaLine
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.attendance import attendance_frame, attendance_story
from dcm_desktop.documents.pdf.kit import Art, Kept, Tracked, para
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.pdf.slips import slips_frame, slips_story
from dcm_desktop.documents.pdf.styles import HAIR, TEXT_WIDTH
from dcm_desktop.documents.wording import (
    day_of_week,
    filled,
    hour,
    meeting,
    of_body,
    phrase,
    short_day,
)

_LINE = 8.2 * mm
_DISCUSSION_LINES, _DECISION_LINES, _FREE_LINES = 5, 3, 8


def build_hall_kit(model: HallKitModel) -> bytes:
    """The kit as one PDF; equal models give equal bytes."""
    page.ready()
    parts: list[tuple[list[Flowable], Around]] = [
        (_agenda(model), _frame(model)),
        (attendance_story(model.sheet), attendance_frame(model.sheet)),
    ]
    if model.slips is not None:
        parts.append((slips_story(model.slips), slips_frame(model.slips)))
    parts.append((_blank(model), _frame(model)))
    return page.make_parts(parts)


def _frame(model: HallKitModel) -> Around:
    number = model.number
    return Around(
        body=model.body,
        title=phrase("hall.kit.file_title", number=number),
        dated=model.made_on or model.starts_at.date(),
        running=phrase("hall.kit.running", number=number),
        foot=(phrase("hall.kit.foot", number=number, body=of_body(model.body)),),
    )


def _agenda(model: HallKitModel) -> list[Flowable]:
    title = Tracked(phrase("hall.kit.title"), 20)
    title.outline = (phrase("hall.kit.title").capitalize(), 0)
    words = meeting(model.kind, model.form)
    whose = phrase(
        "hall.kit.subtitle",
        meeting=words.definite,
        number=model.number,
        body=of_body(model.body, model.topic),
    )
    facts = {"date": day_of_week(model.starts_at), "hour": hour(model.starts_at)}
    when = phrase("hall.kit.when_no_place", **facts)
    if model.place:
        when = phrase("hall.kit.when", place=model.place, **facts)
    first = styles.SUBTITLE.clone("kit_first", spaceAfter=0)
    last = styles.SUBTITLE.clone("kit_last", spaceBefore=0)
    story: list[Flowable] = [title, para(whose, first), para(when, last)]
    for line in model.agenda:
        story += _agenda_line(line)
    if not model.agenda:
        story.append(para(phrase("hall.kit.empty"), styles.LEFT))
    if model.members:
        text = phrase("hall.kit.quorum", needed=model.quorum, members=model.members)
        story += [Spacer(1, 8), para(text, styles.SMALL)]
    return story


def _agenda_line(line: AgendaLine) -> list[Flowable]:
    style = styles.AGENDA.clone("kit_item", fontSize=12, leading=16, leftIndent=24)
    title = para(_title(line), style, bullet=f"{line.number}.")
    if not line.rapporteur:
        return [Kept([title, Spacer(1, 5)])]
    by = para(
        phrase("minutes.rapporteur", name=line.rapporteur),
        styles.AGENDA_BY.clone("kit_by", leftIndent=24),
    )
    return [Kept([title, by, Spacer(1, 5)])]


def _title(line: AgendaLine) -> str:
    title = filled(line.title)
    closed = phrase("hall.kit.closed")
    return f"{title} {closed}" if line.is_case and closed not in title else title


# -- a form to keep the minutes by hand ----------------------------------------------------------


def _blank(model: HallKitModel) -> list[Flowable]:
    title = Tracked(phrase("hall.blank.title"), 18, 1.6)
    title.outline = (phrase("hall.blank.title").capitalize(), 0)
    subtitle = phrase("hall.blank.subtitle", number=model.number, date=short_day(model.starts_at))
    story: list[Flowable] = [
        title,
        para(subtitle, styles.SUBTITLE),
        para(phrase("hall.blank.opened"), styles.LEFT),
        para(phrase("hall.blank.present", needed=model.quorum or ""), styles.LEFT),
        para(phrase("hall.blank.chair", name=model.chair.name), styles.LEFT),
        para(phrase("hall.blank.taker", name=model.minutes_taker.name), styles.LEFT),
    ]
    story += [_blank_item(line) for line in model.agenda]
    story += [
        _lined(phrase("hall.blank.moves"), 4),
        _lined(phrase("hall.blank.other"), _FREE_LINES),
    ]
    return story


def _blank_item(line: AgendaLine) -> Flowable:
    head = phrase("hall.blank.item", number=line.number, title=_title(line))
    by = phrase("hall.blank.times")
    if line.rapporteur:
        by = f"{phrase('hall.blank.reported', name=line.rapporteur)}   {by}"
    return Kept(
        [
            Spacer(1, 8),
            para(head, styles.ITEM_TITLE),
            para(by, styles.RAPPORTEUR),
            para(phrase("hall.blank.discussion"), styles.META),
            _lines(_DISCUSSION_LINES),
            para(phrase("hall.blank.decision"), styles.META),
            _lines(_DECISION_LINES),
            para(phrase("hall.blank.vote"), styles.VOTE),
            Spacer(1, 3),
            para(phrase("hall.blank.task"), styles.META),
            _lines(1),
        ],
        gap=styles.MARGINS.text_height,
    )


def _lined(title: str, lines: int) -> Flowable:
    parts = [Spacer(1, 10), para(title, styles.SECTION), _lines(lines)]
    return Kept(parts, gap=styles.MARGINS.text_height)


def _lines(count: int) -> Art:
    """Ruled lines to write on."""

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        for n in range(count):
            canvas.line(0, n * _LINE + 2, TEXT_WIDTH, n * _LINE + 2)

    return Art(TEXT_WIDTH, count * _LINE, draw, after=3)
