"""Invitation to a session: one letter per addressee, then the list of addressees, in one file.

Source: domain reference, section 5.3 (Покана). Materials of cases never go with an invitation.
"""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer
from reportlab.platypus.doctemplate import NextPageTemplate

from dcm_desktop.documents.papers import Addressee, AgendaLine, InvitationModel, SentLine
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.fonts import SERIF
from dcm_desktop.documents.pdf.kit import (
    RULED,
    Cell,
    Kept,
    Markup,
    Tracked,
    marked,
    para,
    signatures,
    table,
)
from dcm_desktop.documents.pdf.page import Around, PartStart
from dcm_desktop.documents.pdf.styles import TEXT_WIDTH
from dcm_desktop.documents.typography import bind, printable
from dcm_desktop.documents.wording import (
    day_of_week,
    filled,
    hour,
    long_day,
    meeting,
    of_body,
    outgoing,
    phrase,
    phrases,
    short_day,
)
from dcm_desktop.domain.bulgarian import greeting, in_, listing
from dcm_desktop.domain.terms import GrammaticalGender, NoticeWay, NoticeWhat

_RIGHT = TEXT_WIDTH / 2 + 4 * mm
_ROW = 9.5 * mm
"""A row of the list of addressees, high enough to write in by hand."""
_PADDING = 8.0
"""Left and right of a cell together; above and below it is less."""


def build_invitation(model: InvitationModel) -> bytes:
    """All letters and the list of addressees as one PDF; equal models give equal bytes.

    Without addressees one letter with a blank in their place.
    """
    page.ready()
    title = phrase("letters.invitation.file_title", number=model.number)
    return page.make(partial(_story, model), _frame(model, title))


def build_addressees(model: InvitationModel) -> bytes:
    """The list of addressees alone, with what the notice log says of each."""
    page.ready()
    title = phrase("letters.invitation.list_file_title", number=model.number)
    return page.make(partial(_list, model), _frame(model, title))


def _frame(model: InvitationModel, title: str) -> Around:
    return Around(
        body=model.body,
        title=title,
        dated=model.made_on or model.outgoing_on or model.starts_at.date(),
        right=(
            phrase(
                "letters.invitation.outgoing",
                number=outgoing(model.outgoing_no, model.outgoing_on),
            ),
        ),
        running=title,
        foot=(phrase("letters.invitation.foot", number=model.number, body=of_body(model.body)),),
        draft=model.draft,
    )


def _story(model: InvitationModel) -> list[Flowable]:
    story: list[Flowable] = []
    for place, addressee in enumerate(model.addressees or (Addressee("", ""),)):
        if place:
            story += [NextPageTemplate("first"), PageBreak()]
        story += _letter(model, addressee, first=place == 0)
    if model.addressees:
        story += [NextPageTemplate("first"), PageBreak(), *_list(model)]
    return story


def _letter(model: InvitationModel, to: Addressee, *, first: bool) -> list[Flowable]:
    title = Tracked(phrase("letters.invitation.title"), 20)
    if first:
        title.outline = (phrase("letters.invitation.title").capitalize(), 0)
    return [
        PartStart(),
        NextPageTemplate("later"),
        Spacer(1, 11 * mm),
        _address(to),
        title,
        Spacer(1, 6),
        para(_greeting(to), styles.GREETING),
        para(_call(model)),
        *_agenda(model.agenda),
        Spacer(1, 7),
        *[para(text) for text in _materials(model)],
        para(phrase("letters.invitation.reply", date=long_day(model.reply_by))),
        para(phrase("letters.invitation.contact", contact=model.contact), styles.LEFT),
        *_annexes(model),
        Kept(
            [
                Spacer(1, 4),
                para(phrase("letters.invitation.close"), styles.LEFT),
                signatures(
                    [
                        (
                            phrase("letters.invitation.signer", short=model.body.short),
                            filled(model.chair.name),
                            model.chair.office,
                        )
                    ],
                    before=0,
                ),
            ],
            gap=styles.MARGINS.text_height,
        ),
    ]


def _address(to: Addressee) -> Flowable:
    """Right of the centre, where the window of an envelope is."""
    title = {GrammaticalGender.F: "madam", GrammaticalGender.M: "sir"}.get(
        to.gender or GrammaticalGender.M
    )
    name = phrase(f"letters.invitation.{title}", name=to.name) if to.gender else filled(to.name)
    lines: list[Flowable] = [
        para(phrase("letters.invitation.to"), styles.TO),
        para(name, styles.ADDRESS_BOLD),
    ]
    post = to.post
    if post:
        lines.append(para(post, styles.ADDRESS))
    if to.institution and to.institution not in post:
        lines.append(para(to.institution, styles.ADDRESS))
    return table([["", lines]], [_RIGHT, TEXT_WIDTH - _RIGHT], after=16)


def _greeting(to: Addressee) -> str:
    if to.gender is None or not (to.surname or to.post):
        return phrase("letters.invitation.greeting_all")
    return greeting(to.post, to.surname, feminine=to.gender is GrammaticalGender.F)


def _call(model: InvitationModel) -> Markup:
    """On what ground, to what, when and where; the day and hour stand out."""
    words = meeting(model.kind, model.form)
    facts = {
        "meeting": words.kind,
        "body": of_body(model.body, model.topic),
        "which": words.which,
    }
    text = phrase("letters.invitation.body_no_ground", **facts)
    if model.ground:
        text = phrase("letters.invitation.body", ground=_ground(model.ground), **facts)
    when = phrase(
        "letters.invitation.when", date=day_of_week(model.starts_at), hour=hour(model.starts_at)
    )
    where = phrase("letters.invitation.place_agenda", place=in_(filled(model.place)))
    text, when, where = (marked(bind(printable(part)), SERIF) for part in (text, when, where))
    return Markup(f"{text} <b>{when}</b> {where}")


def _ground(ground: str) -> str:
    """An article named after its act stands between commas: „Правилника, чл. 9, ал. 2,“."""
    between = ", чл." in ground and not ground.endswith(",")
    return f"{ground}," if between else ground


def _agenda(lines: tuple[AgendaLine, ...]) -> list[Flowable]:
    parts: list[Flowable] = [para(phrase("minutes.agenda"), styles.SECTION)]
    for line in lines:
        title = filled(line.title)
        title = title if title.endswith((".", "!", "?")) else f"{title}."
        style = styles.AGENDA
        if line.rapporteur:
            style = style.clone("agenda_title", spaceAfter=0)
        parts.append(para(title, style, bullet=f"{line.number}."))
        if line.rapporteur:
            by = phrase("minutes.rapporteur", name=line.rapporteur)
            parts.append(para(by, styles.AGENDA_BY))
    return [Kept(parts, gap=320)]


def _points(lines: list[AgendaLine]) -> str:
    return f"т. {listing([str(line.number) for line in lines])}"


def _materials(model: InvitationModel) -> list[str]:
    attached = [line for line in model.agenda if line.has_materials and not line.is_case]
    cases = [line for line in model.agenda if line.is_case]
    texts = []
    if attached:
        texts.append(phrase("letters.invitation.materials_attached", points=_points(attached)))
    if model.materials_on is not None:
        date = long_day(model.materials_on)
        texts.append(phrase("letters.invitation.materials_later", date=date))
    if cases:
        texts.append(phrase("letters.invitation.materials_case", points=_points(cases)))
    return [" ".join(texts)] if texts else []


def _annexes(model: InvitationModel) -> list[Flowable]:
    if not model.annexes:
        return []
    shown = "; ".join(f"{n}. {filled(title)}" for n, title in enumerate(model.annexes, 1))
    return [para(phrase("letters.invitation.annexes", list=shown), styles.SMALL)]


def _sent(one: SentLine) -> str:
    """„12.11.2026 г.“, with what it was unless it was the invitation."""
    day = short_day(one.sent_on)
    if one.what is NoticeWhat.INVITATION:
        return day
    return f"{day} ({phrases('letters.invitation.whats')[list(NoticeWhat).index(one.what)]})"


def _way(one: SentLine) -> str:
    way = phrases("letters.invitation.ways")[list(NoticeWay).index(one.way)]
    return f"{way}, {one.sent_by}" if one.sent_by else way


def _row_height(cells: Sequence[Cell], widths: Sequence[float]) -> float | None:
    """Room to write in by hand; None where the words of a cell need more than that."""
    needed = (
        cell.wrap(width - _PADDING, styles.MARGINS.text_height)[1]
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, Flowable)
    )
    return _ROW if max(needed, default=0.0) + _PADDING <= _ROW else None


def _list(model: InvitationModel) -> list[Flowable]:
    """Who was invited, with room for when and how the letter went out."""
    words = meeting(model.kind, model.form)
    subtitle = phrase(
        "letters.invitation.list_subtitle",
        meeting=words.kind,
        number=model.number,
        body=of_body(model.body),
        date=short_day(model.starts_at),
    )
    title = Tracked(phrase("letters.invitation.list_title"), 18, 1.6)
    title.outline = (phrase("letters.invitation.list_title").capitalize(), 0)
    heads = phrases("letters.invitation.list_columns")
    rows: list[list[Cell]] = [[para(text, styles.HEAD) for text in heads]]
    heights: list[float | None] = [None]
    widths = [7 * mm, 37 * mm, 52 * mm, 24 * mm, 24 * mm]
    widths.append(TEXT_WIDTH - sum(widths))
    for number, to in enumerate(model.addressees, 1):
        office = ", ".join(
            part for part in (to.post, to.institution if to.institution not in to.post else "")
            if part
        )  # fmt: skip
        rows.append(
            [
                para(str(number), styles.CELL_NUMBER),
                para(filled(to.name), styles.CELL),
                para(office, styles.CELL_SMALL),
                [para(_sent(one), styles.CELL_SMALL) for one in to.sent] or "",
                [para(_way(one), styles.CELL_SMALL) for one in to.sent] or "",
                "",
            ]
        )
        heights.append(_row_height(rows[-1][1:3], widths[1:3]) if len(to.sent) < 2 else None)
    people = table(
        rows,
        widths,
        [
            ("VALIGN", (0, 1), (-1, -1), "MIDDLE"),
            ("LINEBEFORE", (3, 0), (-1, -1), 0.3, styles.HAIR),
        ],
        base=RULED,
        heights=heights,
        repeat=1,
    )
    return [PartStart(), NextPageTemplate("later"), title, para(subtitle, styles.SUBTITLE), people]
