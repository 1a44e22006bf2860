"""Minutes of a session, full or public edition, in the order of the outline.

Source: domain reference, section 5.2; design of the papers, layout spec.
"""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from dcm_desktop.documents import minutes_words as words
from dcm_desktop.documents.decision_words import commitment, loose_task, pledge, task_report
from dcm_desktop.documents.models import (
    Edition,
    MinutesItem,
    MinutesModel,
    PresentPerson,
)
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.decision import (
    decision_block,
    movement_note,
    redaction,
    vote_strip,
)
from dcm_desktop.documents.pdf.kit import (
    RULED,
    Cell,
    Kept,
    Style,
    Tracked,
    pairs,
    para,
    signatures,
    table,
)
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.pdf.styles import TEXT_WIDTH
from dcm_desktop.documents.public import public_edition
from dcm_desktop.documents.typography import paragraphs
from dcm_desktop.documents.wording import filled, phrase, short_day

_ROMAN = ("I", "II", "III", "IV", "V")
_SHORT_PARAGRAPH = 420
_MANY_ANNEXES = 12


def build_minutes(model: MinutesModel) -> bytes:
    """The minutes as a PDF; equal models give equal bytes.

    Privacy: of the public edition everything that may not be published is taken out before
    anything is drawn.
    """
    page.ready()
    if model.edition is Edition.PUBLIC:
        model = public_edition(model)
    return page.make(partial(_story, model), _around(model), tighten=True)


def _around(model: MinutesModel) -> Around:
    public = model.edition is Edition.PUBLIC
    number, day = model.number, short_day(model.starts_at)
    right = [f"Рег. № {filled(model.registry_no)}"]
    right.append(phrase("minutes.copy_public") if public else f"Екз. № {model.copy_no or '………'}")
    if model.entered_later:
        right.append(phrase("minutes.entered_later"))
    if public:
        foot = phrase("minutes.foot_public", redaction=phrase("minutes.redaction.basis"))
    else:
        foot = phrase("minutes.foot_full")
    lines = [f"{foot} {words.version(model)}"]
    if model.audit_head:
        lines.append(words.audit(model))
    return Around(
        body=model.body,
        title=f"{phrase('minutes.title')} № {number} от {day}",
        dated=model.made_on or model.starts_at.date(),
        right=tuple(right),
        running=f"{phrase('minutes.title')} № {number}/{day}",
        foot=tuple(lines),
        draft=model.draft,
    )


def _story(model: MinutesModel) -> list[Flowable]:
    story: list[Flowable] = [
        Tracked(phrase("minutes.title").upper()),
        para(f"№ {model.number}", styles.NUMBER),
        *_subtitle(words.subtitle(model)),
        para(words.opening(model)),
        *_presence(model),
        para(words.quorum(model)),
        para(words.led_by(model)),
        *_agenda(model),
        *[movement_note(words.movement(step, model.starts_at)) for step in model.movements],
    ]
    for item in model.items:
        story += _item(item, model)
    return [*story, Spacer(1, 8), *_closing(model), *_annex_texts(model)]


def _annex_texts(model: MinutesModel) -> list[Flowable]:
    """Annexes that are words: each different opinion on a page of its own after the signatures."""
    parts: list[Flowable] = []
    for one in model.annexes:
        if not one.text:
            continue
        head = phrase("minutes.annex_head", number=one.number)
        parts += [
            PageBreak(),
            para(head, styles.SECTION, outline=(head, 0)),
            para(one.title, styles.ITEM_TITLE),
            *[para(line) for line in paragraphs(one.text)],
            Spacer(1, 6),
            para(filled(one.author), styles.LEFT),
        ]
    return parts


def _subtitle(text: str) -> list[Flowable]:
    """Three lines broken by sense: body, purpose and area, day."""
    head, day = text.rsplit(", ", 1)
    lines = [head, day]
    if " по деинституционализация" in head:
        body, rest = head.split(" по деинституционализация", 1)
        lines = [body, f"по деинституционализация{rest},", day]
    style = styles.SUBTITLE
    inner = style.clone("subtitle_line", spaceBefore=0, spaceAfter=0)
    middle = [para(line, inner) for line in lines[1:-1]]
    first = style.clone("subtitle_first", spaceAfter=0)
    last = style.clone("subtitle_last", spaceBefore=0)
    return [para(lines[0], first), *middle, para(lines[-1], last)]


def _head(text: str) -> Flowable:
    return para(text, styles.SECTION, outline=(text.rstrip(":").capitalize(), 0))


def _presence(model: MinutesModel) -> list[Flowable]:
    parts: list[Flowable] = [CondPageBreak(34 * mm), _head(phrase("minutes.present"))]
    groups = [
        ("members", model.members),
        ("associates", model.associates),
        ("guests", model.guests),
        (
            "coordinators_many" if len(model.coordinators) > 1 else "coordinators",
            model.coordinators,
        ),
    ]
    parts.append(_people([(name, people) for name, people in groups if people]))
    absent = [_head(phrase("minutes.absent")), pairs(words.absences(model))]
    return [*parts, Kept(absent), Spacer(1, 7)]


def _people(groups: Sequence[tuple[str, tuple[PresentPerson, ...]]]) -> Table:
    heads = ("№", "Име и фамилия", "Институция и длъжност")
    rows: list[list[Cell]] = [[para(text, styles.HEAD) for text in heads]]
    style: list[Style] = []
    for place, (name, people) in enumerate(groups):
        row = len(rows)
        title = f"{_ROMAN[place]}. {phrase(f'minutes.groups.{name}')}"
        rows.append([para(title, styles.GROUP), "", ""])
        style += [
            ("SPAN", (0, row), (-1, row)),
            ("NOSPLIT", (0, row), (0, row + 1)),
            ("TOPPADDING", (0, row), (-1, row), 4 if place else 2.5),
        ]
        for number, person in enumerate(people, 1):
            rows.append(
                [
                    para(str(number), styles.CELL_NUMBER),
                    para(filled(person.name), styles.CELL),
                    para(words.office(person), styles.CELL),
                ]
            )
    last = len(rows) - 1
    if last > 2:
        style.append(("NOSPLIT", (0, last - 1), (0, last)))
    widths = [6.4 * mm, 40 * mm, TEXT_WIDTH - 46.4 * mm]
    return table(rows, widths, style, base=RULED, repeat=1)


def _agenda(model: MinutesModel) -> list[Flowable]:
    if not model.items and model.agenda_vote is None:
        return []
    parts: list[Flowable] = [para(words.agenda_lead(model)), _head(phrase("minutes.agenda"))]
    for item in model.items:
        parts += _agenda_line(item)
    rest: list[Flowable] = [Spacer(1, 3)]
    for change in model.agenda_changes:
        rest.append(para(words.agenda_change(change), styles.LEFT))
        if change.vote is not None:
            rest.append(vote_strip(change.vote, "Предложението"))
    if model.items:
        rest.append(para(phrase("minutes.agenda_no_more"), styles.LEFT))
    if model.agenda_vote is not None:
        rest.append(vote_strip(model.agenda_vote, "Дневният ред"))
    return [Kept([*parts, *rest], gap=320)]


def _agenda_line(item: MinutesItem) -> list[Flowable]:
    label = f"{item.number}."
    if not item.rapporteur:
        return [para(words.agenda_line(item), styles.AGENDA, bullet=label)]
    title = styles.AGENDA.clone("agenda_title", spaceAfter=0)
    return [
        para(words.agenda_line(item), title, bullet=label),
        para(phrase("minutes.rapporteur", name=item.rapporteur), styles.AGENDA_BY),
    ]


def _item(item: MinutesItem, model: MinutesModel) -> list[Flowable]:
    """Head, report and discussion, decisions with their votes, movements.

    A short last paragraph moves together with the decision; the head never stands alone.
    """
    head: list[Flowable] = [
        para(phrase("minutes.item_head", number=item.number), styles.ITEM_HEAD),
        para(
            filled(item.title),
            styles.ITEM_TITLE,
            outline=(f"Т. {item.number}. {filled(item.title)}", 1),
        ),
    ]
    if item.rapporteur:
        rapporteur = phrase("minutes.rapporteur", name=item.rapporteur)
        head.append(para(rapporteur, styles.RAPPORTEUR))
    else:
        head.append(Spacer(1, 3))
    text: list[Flowable] = [para(line) for line in _texts(item, model)]
    if item.struck_out:
        text.append(redaction())
    text += [
        movement_note(words.movement(m, model.starts_at))
        for m in item.movements
        if m.before_decision
    ]
    blocks: list[Flowable] = [decision_block(d, model.body.short) for d in item.decisions]
    after: list[Flowable] = []
    back = words.back_in_the_room(item)
    if back:
        after += [Spacer(1, 3), para(back)]
    after += [
        movement_note(words.movement(m, model.starts_at))
        for m in item.movements
        if not m.before_decision
    ]
    return [*_grouped(head, text, blocks, item), *after]


def _texts(item: MinutesItem, model: MinutesModel) -> list[str]:
    texts = [words.closed_part(item, model.chair)]
    texts += words.discussion(item)
    texts += words.proposals(item)
    if item.pledges:
        texts.append(phrase("minutes.pledges"))
        texts += [f"– {pledge(one)}" for one in item.pledges]
    if item.reported:
        texts.append(phrase("minutes.reported"))
        texts += [f"– {task_report(one)}" for one in item.reported]
    if item.commitments:
        texts.append(phrase("minutes.commitments"))
        texts += [f"– {commitment(one)}" for one in item.commitments]
    if item.tasks:
        texts.append(phrase("minutes.loose_tasks"))
        texts += [f"– {loose_task(one)}" for one in item.tasks]
    texts.append(words.not_decided(item))
    return [text for text in texts if text]


def _grouped(
    head: list[Flowable], text: list[Flowable], blocks: list[Flowable], item: MinutesItem
) -> list[Flowable]:
    rest = blocks[1:]
    lead = CondPageBreak(30 * mm if not item.rapporteur else 34 * mm)
    later: list[Flowable] = [Kept([block]) for block in rest]
    if not blocks:
        if not text:
            return [Kept(head)]
        return [lead, *head, *text]
    if not text:
        return [Kept([*head, blocks[0]]), *later]
    tail: list[Flowable] = [text[-1]] if _is_short(text[-1]) else []
    body = text[: len(text) - len(tail)]
    if not body:
        return [Kept([*head, *tail, blocks[0]]), *later]
    return [lead, *head, *body, Kept([*tail, blocks[0]]), *later]


def _is_short(part: Flowable) -> bool:
    plain = getattr(part, "getPlainText", None)
    return plain is None or len(plain()) <= _SHORT_PARAGRAPH


def _closing(model: MinutesModel) -> list[Flowable]:
    """Closing, copies, annexes and signatures on one page: signatures never stand alone."""
    parts: list[Flowable] = []
    if model.ends_at is not None or model.quorum.has_quorum:
        parts.append(para(words.closing(model)))
    copies = words.copies(model)
    if copies:
        parts.append(para(copies))
    flowing: list[Flowable] = []
    if len(model.annexes) <= _MANY_ANNEXES:
        annexes = words.annexes(model)
        parts += [para(annexes, styles.SMALL)] if annexes else []
    else:
        lines: list[Flowable] = [para(words.annex(one), styles.SMALL) for one in model.annexes]
        flowing = [*parts, para(phrase("minutes.annexes", list=""), styles.SMALL), *lines[:-3]]
        parts = lines[-3:]
    people = [
        (filled(one.function).upper(), filled(one.name), one.office) for one in model.signatories
    ]
    mark = ""
    if model.edition is Edition.PUBLIC and model.signed:
        mark = phrase("minutes.signed_mark")
    if people:
        parts.append(signatures(people, mark=mark))
    return [*flowing, Kept(parts, gap=styles.MARGINS.text_height)]
