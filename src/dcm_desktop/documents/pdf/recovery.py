"""Recovery sheet of a store: the key in eight groups and as a code for a reader of codes.

Privacy: the key is on this paper only; the title and the file's data never carry it.
"""

from functools import partial

import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table

from dcm_desktop.documents.papers import RecoverySheetModel
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.kit import Art, Cell, Markup, Tracked, para, table
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.pdf.styles import ACCENT, HAIR, INK, TEXT_WIDTH, TINT
from dcm_desktop.documents.wording import filled, phrase, phrases, short_day

_IN_ROW = 4
_CODE = 44 * mm
_LABEL = 27 * mm


def build_recovery(model: RecoverySheetModel) -> bytes:
    """The sheet as a PDF; equal models give equal bytes."""
    page.ready()
    title = phrase("letters.recovery.title").capitalize()
    around = Around(
        body=model.body,
        title=title,
        dated=model.printed_on,
        right=phrases("letters.recovery.right"),
        running=title,
        foot=(phrase("letters.recovery.foot", store=model.store, slot=model.slot),),
    )
    return page.make(partial(_story, model), around)


def _story(model: RecoverySheetModel) -> list[Flowable]:
    title = Tracked(phrase("letters.recovery.title"), 18, 1.6)
    title.outline = (phrase("letters.recovery.title").capitalize(), 0)
    steps: list[Flowable] = [
        para(text, styles.STEP, bullet=f"{number}.")
        for number, text in enumerate(phrases("letters.recovery.steps"), 1)
    ]
    keep = "letters.recovery.keep"
    kept = (
        phrase("letters.recovery.keep_at", place=model.keep_at) if model.keep_at else phrase(keep)
    )
    sealed = [para(text, styles.SMALL) for text in phrases("letters.recovery.sealed")]
    return [
        title,
        para(phrase("letters.recovery.subtitle", owner=model.owner), styles.SUBTITLE),
        _warning(),
        para(phrase("letters.recovery.key_head"), styles.SECTION),
        _groups(model.groups),
        Spacer(1, 4),
        para(phrase("letters.recovery.key_help"), styles.SMALL),
        _facts(model),
        para(phrase("letters.recovery.use_head"), styles.SECTION),
        *steps,
        para(phrase("letters.recovery.keep_head"), styles.SECTION),
        para(kept),
        table([sealed], [TEXT_WIDTH * part for part in (0.3, 0.38, 0.32)], before=14),
    ]


def _warning() -> Table:
    return table(
        [[para(phrase("letters.recovery.warning"), styles.WARNING)]],
        [TEXT_WIDTH],
        [
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEBEFORE", (0, 0), (0, -1), 2.2, ACCENT, 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ],
    )


def _groups(groups: tuple[str, ...]) -> Table:
    cells: list[Cell] = []
    for number, group in enumerate(groups, 1):
        sign = group[-1:]
        shown = Markup(f'{group[:-1]}<font color="#55606b">{sign}</font>')
        note = phrase("letters.recovery.group", n=number)
        cells.append([para(note, styles.KEY_NOTE), para(shown, styles.KEY)])
    rows = [cells[start : start + _IN_ROW] for start in range(0, len(cells), _IN_ROW)]
    return table(
        rows,
        [TEXT_WIDTH / _IN_ROW] * _IN_ROW,
        [
            ("BOX", (0, 0), (-1, -1), 1, ACCENT),
            ("INNERGRID", (0, 0), (-1, -1), 0.4, HAIR),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ],
    )


def _facts(model: RecoverySheetModel) -> Table:
    replaces = phrase("letters.recovery.replaces_none")
    if model.replaces_on is not None:
        replaces = phrase("letters.recovery.replaces_value", date=short_day(model.replaces_on))
    rows = [
        ("owner", model.owner),
        ("store", model.store),
        ("slot", model.slot),
        ("printed", short_day(model.printed_on)),
        ("replaces", replaces),
    ]
    facts = table(
        [
            [
                para(phrase(f"letters.recovery.{key}"), styles.LABEL),
                para(filled(value), styles.VALUE),
            ]
            for key, value in rows
        ],
        [_LABEL, TEXT_WIDTH - 54 * mm - _LABEL],
        [
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
            ("TOPPADDING", (0, 0), (0, -1), 2.8),
        ],
    )
    note = para(phrase("letters.recovery.qr"), styles.KEY_NOTE)
    code: list[Flowable] = [_code("-".join(model.groups)), Spacer(1, 3), note]
    return table(
        [[[facts], code]],
        [TEXT_WIDTH - 50 * mm, 50 * mm],
        [("ALIGN", (1, 0), (1, 0), "RIGHT"), ("LEFTPADDING", (1, 0), (1, 0), 6 * mm)],
        before=12,
    )


def _code(text: str) -> Art:
    """QR code of the key, dark runs drawn as one rectangle each."""
    code = segno.make(text, error="q", mode="alphanumeric", boost_error=False)
    matrix = [list(row) for row in code.matrix]
    unit = _CODE / len(matrix)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(INK)
        for row, modules in enumerate(matrix):
            column = 0
            while column < len(modules):
                end = column
                while end < len(modules) and modules[end]:
                    end += 1
                if end > column:
                    width = (end - column) * unit
                    canvas.rect(
                        column * unit, _CODE - (row + 1) * unit, width, unit, stroke=0, fill=1
                    )
                column = end + 1

    return Art(_CODE, _CODE, draw)
