"""The sentences of the minutes, made from their model; no layout.

Source: domain reference, section 5.2 (outline and fixed phrases of the minutes).
"""

from datetime import datetime

from dcm_desktop.documents import presence_words
from dcm_desktop.documents.models import (
    AgendaChange,
    Annex,
    ClosingReason,
    MinutesItem,
    MinutesModel,
    Movement,
    MovementKind,
    PresentPerson,
    Remark,
    Signatory,
)
from dcm_desktop.documents.typography import BLANK, paragraphs, printable
from dcm_desktop.documents.wording import (
    body_object,
    day_of_week,
    filled,
    hour,
    long_day,
    meeting,
    of_body,
    outgoing,
    phrase,
    phrases,
)
from dcm_desktop.domain import session_words
from dcm_desktop.domain.bulgarian import (
    COPY,
    capital,
    count_in_words,
    in_,
    listing,
    subject,
)
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
)

_CODE_LENGTH = 8


def subtitle(model: MinutesModel) -> str:
    """„от заседание на Областния координационен механизъм … проведено на …“."""
    words = meeting(model.kind, model.form)
    return phrase(
        "minutes.subtitle",
        meeting=words.plain,
        body=body_object(model.body),
        short=model.body.short,
        area=model.body.area,
        held=words.held,
        date=long_day(model.starts_at),
    )


def opening(model: MinutesModel) -> str:
    """Day, hour, place, kind and form of the session, the letter that convened it, the ground."""
    text = presence_words.written_opening(model) if model.written else _opening(model)
    if model.ground:
        text = f"{text} {phrase('minutes.ground', ground=model.ground.rstrip('.'))}"
    return text


def _opening(model: MinutesModel) -> str:
    words = meeting(model.kind, model.form)
    return phrase(
        "minutes.opening",
        date=day_of_week(model.starts_at),
        hour=hour(model.starts_at),
        place=in_(filled(model.place)),
        meeting=words.whole,
        body=of_body(model.body, model.topic),
        convened=words.convened,
        invitation=outgoing(model.invitation_no, model.invitation_on),
    )


def office(person: PresentPerson) -> str:
    """Post, institution and function of somebody present, or whom they stand for."""
    parts = []
    if person.post:
        parts.append(printable(person.post))
    if person.substitute_for:
        parts.append(phrase("minutes.substitute", member=person.substitute_for))
    institution = printable(person.institution)
    if institution and institution not in ", ".join(parts):
        parts.append(institution)
    if person.function:
        parts.append(person.function)
    if person.remote:
        parts.append(phrase("minutes.remote"))
    if person.proxy_for:
        parts.append(presence_words.proxy(person.proxy_for))
    return ", ".join(parts) or BLANK


def absences(model: MinutesModel) -> tuple[tuple[str, str], ...]:
    """Label and names of those absent, excused first; „няма“ for a group without names."""
    groups = []
    for excused, label in ((True, "minutes.excused"), (False, "minutes.unexcused")):
        names = [
            f"{filled(member.name)} – {filled(member.institution)}"
            for member in model.absent
            if member.excused is excused
        ]
        text = "; ".join(names) if names else phrase("minutes.nobody")
        groups.append((phrase(label), f"{text}."))
    return tuple(groups)


def quorum(model: MinutesModel) -> str:
    """Seats, presence, needed quorum and what followed from it."""
    facts = model.quorum
    text = presence_words.quorum(model)
    if facts.has_quorum or model.written is not None:
        return text
    if facts.postponed_to is None:
        return f"{text} {phrase('minutes.working_meeting')}"
    put_off = phrase(
        "minutes.postponed", date=long_day(facts.postponed_to), hour=hour(facts.postponed_to)
    )
    return f"{text} {put_off}"


def led_by(model: MinutesModel) -> str:
    """Who opened and led the session (on what ground), who wrote the minutes."""
    chair = f"{filled(model.chair.name)} – {filled(model.chair.function)}"
    if model.chair_ground:
        chair = f"{chair}, {printable(model.chair_ground)}"
    return phrase("minutes.led", chair=chair, taker=model.minutes_taker.name)


def chair_subject(chair: Signatory) -> str:
    """„председателят“."""
    return subject(chair.function)


def agenda_lead(model: MinutesModel) -> str:
    """„Председателят предложи следния“, before the agenda."""
    return phrase("minutes.agenda_lead", chair=capital(chair_subject(model.chair)))


def agenda_line(item: MinutesItem) -> str:
    """The point as the agenda has it, with a full stop."""
    title = filled(item.agenda_title or item.title)
    return title if title.endswith((".", "!", "?")) else f"{title}."


def agenda_change(change: AgendaChange) -> str:
    """What was added to the proposed agenda or taken from it, on whose proposal, why."""
    by = (
        phrase("minutes.agenda_by", name=change.proposer)
        if change.proposer
        else phrase("minutes.agenda_nobody")
    )
    key = "minutes.agenda_added" if change.added else "minutes.agenda_withdrawn"
    facts = {"by": by, "number": change.number, "title": change.title}
    if change.reason:
        return phrase(f"{key}_why", reason=change.reason.rstrip("."), **facts)
    return phrase(key, **facts)


def closed_part(item: MinutesItem, chair: Signatory) -> str:
    """What was done for confidentiality, who left the room, who stood aside."""
    sentences = []
    if item.closed_part is not None:
        part = item.closed_part
        sentences.append(phrase("minutes.reminded", chair=capital(chair_subject(chair))))
        sentences.append(session_words.left_for_closed_part(part.guests_left, part.associates_left))
        for guest in part.stayed:
            who = [filled(guest.name), *(printable(p) for p in (guest.office, guest.function) if p)]
            sentences.append(phrase("minutes.stayed", who=" – ".join(who)))
    sentences.append(presence_words.recusals(item))
    return " ".join(sentence for sentence in sentences if sentence)


def back_in_the_room(item: MinutesItem) -> str:
    """Who came back after the closed part; empty when nobody did."""
    part = item.closed_part
    if part is None or not part.returned:
        return ""
    guests = part.guests_left if part.guests_back is None else part.guests_back
    associates = part.associates_left if part.associates_back is None else part.associates_back
    return session_words.returned_from_closed_part(guests, associates)


def spoken(remark: Remark) -> str:
    """One line of the discussion with its speaker before it, unless the text names them.

    A text that begins with a small letter goes on after the name („предложи …“).
    """
    text = filled(remark.text)
    speaker = printable(remark.speaker)
    if not speaker or text.startswith(speaker):
        return text
    speaker = capital(speaker)
    return f"{speaker} {text}" if text[0].islower() else f"{speaker}: {text}"


def discussion(item: MinutesItem) -> tuple[str, ...]:
    """Report and discussion as paragraphs.

    That nobody spoke ends the last one; who spoke begins the first line without a speaker.
    """
    texts = [line for text in item.report for line in paragraphs(text)]
    remarks = [
        spoken(Remark(line, remark.speaker if first else ""))
        for remark in item.discussion
        for first, line in _lines(remark.text)
    ]
    if item.speakers is not None:
        if not item.speakers:
            silence = phrase("minutes.silence")
            texts = [*texts[:-1], f"{texts[-1]} {silence}"] if texts else [silence]
        else:
            key = "minutes.speakers" if len(item.speakers) > 1 else "minutes.speaker"
            who = phrase(key, names=", ".join(filled(name) for name in item.speakers))
            unnamed = bool(item.discussion) and not item.discussion[0].speaker
            remarks = [f"{who} {remarks[0]}", *remarks[1:]] if unnamed else [who, *remarks]
    return (*texts, *remarks)


def _lines(text: str) -> list[tuple[bool, str]]:
    return [(place == 0, line) for place, line in enumerate(paragraphs(text))]


def proposals(item: MinutesItem) -> tuple[str, ...]:
    """One sentence per proposal."""
    return tuple(
        phrase("minutes.proposal", name=one.proposer, text=one.text)
        if one.proposer
        else phrase("minutes.proposal_nobody", text=one.text)
        for one in item.proposals
    )


def not_decided(item: MinutesItem) -> str:
    """That the point was put off or withdrawn, and why; empty otherwise."""
    key = {
        AgendaItemStatus.POSTPONED: "minutes.item_postponed",
        AgendaItemStatus.WITHDRAWN: "minutes.item_withdrawn",
    }.get(item.status)
    if key is None:
        return ""
    if item.status_reason:
        return phrase(f"{key}_why", reason=item.status_reason.rstrip("."))
    return phrase(key)


def movement(step: Movement, opened: datetime) -> str:
    """Who came or went and what became of the quorum; adjournment and resumption.

    A session resumed on another day than it was `opened` says which.
    """
    if step.kind in (MovementKind.ADJOURNED, MovementKind.RESUMED):
        return presence_words.movement_of_session(step, opened)
    if step.kind is MovementKind.QUORUM_REDUCED:
        return presence_words.quorum_lowered(step)
    one, many = phrases(f"minutes.movement.{step.kind.value}")
    names = tuple(filled(name) for name in step.names)
    text = session_words.moved(step.at, names, one, many)
    if step.present_after is None:
        return text
    after = session_words.presence_after(
        step.present_after, quorum_before=step.quorum_before, quorum_after=step.quorum_after
    )
    return f"{text} {after}"


def closing(model: MinutesModel) -> str:
    """Why and when the session was closed."""
    key = {
        ClosingReason.AGENDA_DONE: "minutes.closed",
        ClosingReason.QUORUM_LOST: "minutes.closed_quorum",
        ClosingReason.OTHER: "minutes.closed_other",
    }[model.closing]
    return capital(phrase(key, chair=chair_subject(model.chair), hour=hour(model.ends_at)))


def copies(model: MinutesModel) -> str:
    """How many originals there are and who has them; empty when nobody was named."""
    n = len(model.copies)
    if not n:
        return ""
    receivers = listing([f"за {filled(name)}" for name in model.copies])
    return phrase(
        "minutes.copies",
        count=count_in_words(n, COPY).rsplit(" ", 1)[0],
        same="екземпляр" if n == 1 else "еднообразни екземпляра",
        receivers=receivers if n == 1 else f"по един {receivers}",
    )


def annex(one: Annex) -> str:
    """„№ 3 Контролен лист … (поверително, съхранява се отделно)“."""
    title = filled(one.title)
    if one.confidential:
        title = phrase("minutes.annex_confidential", title=title)
    return f"№ {one.number} {title}"


def annexes(model: MinutesModel) -> str:
    """All annexes in one sentence; empty without any."""
    if not model.annexes:
        return ""
    return phrase("minutes.annexes", list="; ".join(annex(one) for one in model.annexes))


def version(model: MinutesModel) -> str:
    """„Вер. 3, код 7KM4 X2PA“, for the foot of each page."""
    code = model.check_code
    if len(code) == _CODE_LENGTH:
        code = f"{code[: _CODE_LENGTH // 2]} {code[_CODE_LENGTH // 2 :]}"
    return phrase("minutes.version", version=model.version, code=code)


def audit(model: MinutesModel) -> str:
    """Head of the audit chain at the version; empty when there is none."""
    return phrase("minutes.audit", head=model.audit_head) if model.audit_head else ""
