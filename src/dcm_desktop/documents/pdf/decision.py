"""The decision block with its vote strip below; redactions and movements between them."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from dcm_desktop.documents import decision_words as words
from dcm_desktop.documents.decided import (
    DecisionFacts,
    DecisionPoint,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.pdf import styles
from dcm_desktop.documents.pdf.fonts import SANS_BOLD
from dcm_desktop.documents.pdf.kit import (
    BARE,
    Art,
    Cell,
    Markup,
    Style,
    para,
    ragged,
    table,
)
from dcm_desktop.documents.pdf.styles import ACCENT, HAIR, PAIR_WIDTH, STRUCK, TEXT_WIDTH, TINT
from dcm_desktop.documents.typography import paragraphs, pieces
from dcm_desktop.documents.wording import phrase

_LONGEST_PIECE = 900
_PAD_LEFT, _PAD_RIGHT = 10, 8
_SHALLOW, _DEEP = 17, 42


def decision_block(decision: DecisionFacts, short: str) -> Table:
    """Head, points with who and when, vote: one table that parts only between points.

    The head stays with the first point, the vote with the last; a very long point is cut where
    a sentence ends, because no row is higher than a page.
    """
    rows: list[list[Cell]] = [[para(words.decision_head(decision), styles.DECISION_HEAD)]]
    points = decision.points or (DecisionPoint("1", ""),)
    for point in points:
        rows += [[cell] for cell in _point(point)]
    for task in decision.tasks:
        rows.append([_task(task, _SHALLOW)])
    for line in decision.membership:
        rows.append([para(words.membership(line, short), styles.META)])
    tinted = len(rows)
    if decision.vote is not None:
        rows += _vote_rows(decision.vote, words.decision_subject(decision), inset=True)
    last = len(rows) - 1
    style: list[Style] = [
        ("BACKGROUND", (0, 0), (-1, tinted - 1), TINT),
        ("LINEBEFORE", (0, 0), (0, tinted - 1), 2.2, ACCENT, 0),
        ("LEFTPADDING", (0, 0), (-1, tinted - 1), _PAD_LEFT),
        ("RIGHTPADDING", (0, 0), (-1, tinted - 1), _PAD_RIGHT),
        ("TOPPADDING", (0, 0), (-1, tinted - 1), 1.2),
        ("BOTTOMPADDING", (0, 0), (-1, tinted - 1), 2.2),
        ("TOPPADDING", (0, 0), (-1, 0), 4.5),
        ("BOTTOMPADDING", (0, tinted - 1), (-1, tinted - 1), 6),
    ]
    if tinted == 2:
        style.append(("NOSPLIT", (0, 0), (0, last)))
    else:
        style.append(("NOSPLIT", (0, 0), (0, 1)))
        if last >= tinted:
            style.append(("NOSPLIT", (0, tinted - 1), (0, last)))
    if last >= tinted:
        style += [
            ("TOPPADDING", (0, tinted), (-1, tinted), 3.4),
            ("BOTTOMPADDING", (0, last), (-1, last), 4),
            ("LINEBELOW", (0, last), (-1, last), 0.5, HAIR),
        ]
    return table(rows, [TEXT_WIDTH], style, before=4, after=5)


def _point(point: DecisionPoint) -> list[list[Flowable]]:
    deep = "." in point.label
    style = styles.POINT_DEEP if deep else styles.POINT
    texts = [part for line in paragraphs(point.text) for part in pieces(line, _LONGEST_PIECE)]
    label = f"{point.label}."
    cells: list[list[Flowable]] = []
    for place, text in enumerate(texts or [""]):
        shown = text or phrase("minutes.blank")
        cells.append([para(shown, style, bullet=None if place else label)])
    for task in point.tasks:
        cells[-1] += _task(task, _DEEP if deep else _SHALLOW)
    return cells


def _task(task: TaskTerm, indent: float) -> list[Flowable]:
    """Who answers (left, with the text of the point) and until when (right)."""
    face = styles.META.fontName
    label, value = words.term(task)
    owner = Markup(f"{phrase('minutes.owner')}: <b>{ragged(words.owner(task), face)}</b>")
    term = Markup(f"{label}: <b>{ragged(value, face)}</b>".replace(" ", "\u00a0"))
    width = TEXT_WIDTH - _PAD_LEFT - _PAD_RIGHT - indent - PAIR_WIDTH
    line = table(
        [["", para(owner, styles.META), para(term, styles.META_RIGHT)]],
        [indent, width, PAIR_WIDTH],
        before=1,
    )
    if not task.title:
        return [line]
    style = styles.POINT.clone("task", leftIndent=indent)
    return [para(task.title, style), line]


def _vote_rows(vote: VoteFacts, what: str, *, inset: bool) -> list[list[Cell]]:
    above, counts, outcome = words.vote_lines(vote, what)
    left, right = (_PAD_LEFT, _PAD_RIGHT) if inset else (0, 0)
    style = styles.VOTE.clone("vote", leftIndent=left, rightIndent=right)
    rows: list[list[Cell]] = [[para(text, style)] for text in above]
    if counts:
        taken = stringWidth(outcome, SANS_BOLD, styles.OUTCOME.fontSize) + right + 6
        strip = table(
            [[para(counts, styles.VOTE), para(outcome, styles.OUTCOME)]],
            [TEXT_WIDTH - taken, taken],
            [("LEFTPADDING", (0, 0), (0, 0), left), ("RIGHTPADDING", (1, 0), (1, 0), right)],
        )
        rows.append([strip])
    else:
        bold = styles.OUTCOME.clone("outcome", alignment=0, leftIndent=left, rightIndent=right)
        rows.append([para(outcome, bold)])
    rows += [[para(text, style)] for text in words.vote_notes(vote)]
    return rows


def vote_strip(vote: VoteFacts, what: str) -> Table:
    """Counts left, outcome right, outside a decision: for the agenda and its changes."""
    rows = _vote_rows(vote, what, inset=False)
    last = len(rows) - 1
    return table(
        rows,
        [TEXT_WIDTH],
        [
            ("TOPPADDING", (0, 0), (-1, 0), 3.4),
            ("BOTTOMPADDING", (0, last), (-1, last), 4),
            ("LINEBELOW", (0, last), (-1, last), 0.5, HAIR),
            ("NOSPLIT", (0, 0), (0, last)),
        ],
        after=5,
    )


def redaction() -> Table:
    """Three bars whatever the length, so that the length tells nothing; nothing is below them."""

    def bars(canvas: Canvas) -> None:
        canvas.setFillColor(STRUCK)
        for row, part in enumerate((1.0, 1.0, 0.64)):
            canvas.rect(0, 32 - row * 14, TEXT_WIDTH * part, 8.2, stroke=0, fill=1)

    note = phrase("minutes.redaction.discussion")
    rows: list[list[Cell]] = [[Art(TEXT_WIDTH, 41, bars)], [para(note, styles.SMALL)]]
    style: list[Style] = [("NOSPLIT", (0, 0), (0, 1)), ("TOPPADDING", (0, 1), (0, 1), 2)]
    return table(rows, [TEXT_WIDTH], style, before=3, after=4)


def movement_note(text: str) -> Table:
    """Somebody came or went: a quiet bar at the left."""
    return table(
        [[para(text, styles.MOVEMENT)]],
        [TEXT_WIDTH],
        [
            ("LINEBEFORE", (0, 0), (0, -1), 2.2, HAIR, 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ],
        base=BARE,
        before=9,
        after=3,
    )
