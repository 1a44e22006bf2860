"""Attendance sheet for wet ink: groups as in the minutes, empty rows, no case codes.

Source: domain reference, section 5.3 (Присъствен списък); design of the papers, layout spec.
"""

from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from dcm_desktop.documents.papers import AttendanceSheetModel, SheetRow
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.fonts import SANS, SERIF
from dcm_desktop.documents.pdf.kit import (
    RULED,
    Cell,
    Kept,
    Markup,
    Style,
    Tracked,
    para,
    ragged,
    table,
)
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.pdf.styles import HAIR, Margins
from dcm_desktop.documents.wording import (
    day_of_week,
    filled,
    hour,
    meeting,
    of_body,
    phrase,
    phrases,
)
from dcm_desktop.domain.terms import SessionForm

_MARGINS = Margins(left=20 * mm, right=12 * mm, first_top=41 * mm)
_ROW, _GROUP_ROW = 11 * mm, 6.4 * mm
_ROMAN = ("I", "II", "III", "IV")


def build_attendance(model: AttendanceSheetModel) -> bytes:
    """The sheet as a PDF; equal models give equal bytes."""
    page.ready()
    return page.make(partial(attendance_story, model), attendance_frame(model))


def attendance_frame(model: AttendanceSheetModel) -> Around:
    """Head and foot of the sheet."""
    right: tuple[str, ...] = ()
    if model.annex_no is not None:
        right = (
            phrase("letters.attendance.annex", number=model.annex_no),
            phrase("letters.attendance.to_minutes", number=model.number),
        )
    title = phrase("letters.attendance.file_title", number=model.number)
    return Around(
        body=model.body,
        title=title,
        dated=model.made_on or model.starts_at.date(),
        right=right,
        running=title,
        foot=(phrase("letters.attendance.foot"),),
        margins=_MARGINS,
    )


def attendance_story(model: AttendanceSheetModel) -> list[Flowable]:
    """What stands on the sheet."""
    title = Tracked(phrase("letters.attendance.title"), 18, 1.6)
    title.outline = (phrase("letters.attendance.title").capitalize(), 0)
    words = meeting(model.kind, SessionForm.IN_PERSON)
    whose = phrase(
        "letters.attendance.subtitle",
        meeting=words.definite,
        number=model.number,
        body=of_body(model.body),
    )
    when = phrase(
        "letters.attendance.when",
        date=day_of_week(model.starts_at),
        hour=hour(model.starts_at),
        place=model.place,
    )
    first = styles.SUBTITLE.clone("subtitle_first", spaceAfter=0)
    last = styles.SUBTITLE.clone("subtitle_last", spaceBefore=0)
    head = phrase("letters.attendance.declaration_head")
    text = phrase("letters.attendance.declaration")
    declaration = Markup(f"<b>{ragged(head, SANS)}</b> {ragged(text, SANS)}")
    width = _MARGINS.text_width
    return [
        title,
        para(whose, first),
        para(when, last),
        _people(model),
        Spacer(1, 8),
        Kept(
            [
                para(phrase("letters.attendance.legend"), styles.SMALL, width=width),
                para(phrase("letters.attendance.data"), styles.SMALL, width=width),
                para(declaration, styles.SMALL, width=width),
            ]
        ),
    ]


def _people(model: AttendanceSheetModel) -> Flowable:
    heads = [Markup(head.replace("|", "<br/>")) for head in phrases("letters.attendance.columns")]
    rows: list[list[Cell]] = [[para(text, styles.HEAD) for text in heads]]
    heights: list[float | None] = [None]
    style: list[Style] = []
    groups: list[tuple[str, tuple[SheetRow, ...]]] = [
        ("members", model.members),
        ("associates", model.associates),
        ("guests", model.guests),
        ("coordinators", model.coordinators),
    ]
    shown = [(name, people) for name, people in groups if people]
    for place, (name, people) in enumerate(shown):
        _group(rows, heights, style, f"{_ROMAN[place]}. {phrase(f'minutes.groups.{name}')}")
        for number, one in enumerate(people, 1):
            _line(rows, heights, number, one)
    first_empty = len(rows) + 1
    if model.empty_rows:
        _group(rows, heights, style, phrase("letters.attendance.others"))
        for number in range(1, model.empty_rows + 1):
            _line(rows, heights, number, None)
        style.append(("LINEAFTER", (1, first_empty), (2, -1), 0.3, HAIR))
    style += [
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE"),
        ("LINEAFTER", (3, 0), (6, -1), 0.3, HAIR),
    ]
    widths = [7 * mm, 37 * mm, 49 * mm, 10 * mm, 14 * mm, 18 * mm, 27 * mm]
    widths.append(_MARGINS.text_width - sum(widths))
    return table(rows, widths, style, base=RULED, heights=heights, repeat=1)


def _group(
    rows: list[list[Cell]], heights: list[float | None], style: list[Style], title: str
) -> None:
    row = len(rows)
    rows.append([para(title, styles.GROUP), *[""] * 7])
    heights.append(_GROUP_ROW)
    style += [
        ("SPAN", (0, row), (-1, row)),
        ("NOSPLIT", (0, row), (0, row + 1)),
        ("VALIGN", (0, row), (-1, row), "BOTTOM"),
    ]


def _line(
    rows: list[list[Cell]], heights: list[float | None], number: int, one: SheetRow | None
) -> None:
    yes, no = phrases("letters.attendance.tick")
    tick = Markup(f'<font name="{SERIF}">☐</font> {yes}<br/><font name="{SERIF}">☐</font> {no}')
    name: Cell = para(filled(one.name), styles.CELL) if one else ""
    office: Cell = para(filled(one.office), styles.CELL_SMALL) if one else ""
    capacity: Cell = para(one.capacity.value, styles.CELL) if one else ""
    rows.append(
        [
            para(str(number), styles.CELL_NUMBER),
            name,
            office,
            capacity,
            "",
            "",
            "",
            para(tick, styles.TICK),
        ]
    )
    long = one is not None and len(one.office) > 78
    heights.append(None if long else _ROW)
