"""The minutes of a session as the frozen model that `documents` draws, built from the store."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.decided import (
    DecisionFacts,
    TaskReportFacts,
)
from dcm_desktop.documents.models import (
    AgendaChange,
    Annex,
    Body,
    ClosedPart,
    ClosingReason,
    MinutesItem,
    MinutesModel,
    Movement,
    ProposalFacts,
    Remark,
    Signatory,
)
from dcm_desktop.domain.task_words import reported_sentence
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    AttendanceCapacity,
    MechanismLevel,
    SessionStatus,
    TaskReportOutcome,
)
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    DiscussionLine,
    Mechanism,
    Proposal,
    Session,
    TaskReport,
)
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.sessions.annexes import file_annexes
from dcm_desktop.usecases.sessions.minutes_parts import (
    Record,
    commitment_facts,
    decision_facts,
    dissent_annexes,
    loose_tasks,
    people_in,
    pledge_facts,
    record_of,
    vote_facts,
    was_put,
)
from dcm_desktop.usecases.sessions.minutes_people import (
    CHAIR,
    TAKER,
    PeopleFacts,
    recusal_times,
)
from dcm_desktop.usecases.sessions.movement_lines import (
    TimedMovement,
    closed_part,
    plain_time,
    session_movements,
)
from dcm_desktop.usecases.sessions.naming import Names, names_of, office
from dcm_desktop.usecases.sessions.state import (
    Hall,
    hall_of,
    item_numbers,
    items_of,
    recused_of,
)
from dcm_desktop.usecases.sessions.task_reports import reported_task, reported_tasks

_PUT_ASIDE = (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN)


@dataclass(slots=True)
class _Source:
    db: DbSession
    session: Session
    hall: Hall
    names: Names
    record: Record
    items: list[AgendaItem]
    numbers: dict[str, int]
    movements: tuple[TimedMovement, ...]
    reports: dict[str, list[tuple[TaskReport, ActionItem]]]


def body_of(db: DbSession, session: Session) -> Body:
    """The mechanism in the head of a paper."""
    mechanism = db.get_one(Mechanism, session.mechanism_id)
    if mechanism.level is MechanismLevel.MUNICIPAL and mechanism.municipality:
        area = places().municipality(mechanism.municipality).phrase
    else:
        area = places().district(mechanism.district).area
    return Body(area=area, level=mechanism.level, address=mechanism.seat_address)


def build_minutes(db: DbSession, session_id: str, *, made_on: date) -> MinutesModel:
    """Everything the minutes of a session say; check code and version are the caller's."""
    session = db.get_one(Session, session_id)
    hall = hall_of(db, session)
    record = record_of(db, session)
    items = items_of(db, session_id)
    extra = {session.chair_person_id, session.minutes_taker_person_id}
    extra |= {item.rapporteur_person_id for item in items} | people_in(record)
    names = names_of(db, hall.roll, extra)
    source = _Source(
        db,
        session,
        hall,
        names,
        record,
        items,
        item_numbers(session, items),
        session_movements(hall, items, names, until=session.ends_at),
        reported_tasks(db, session_id),
    )
    people = PeopleFacts(db, hall, names, items)
    shown = [item for item in items if item.id in source.numbers]
    lines = _lines_by_item(source, shown)
    chair = _signatory(source, session.chair_person_id, CHAIR)
    taker = _signatory(source, session.minutes_taker_person_id, TAKER)
    by_role = {"chair": chair, "minutes_taker": taker}
    held = session.status is SessionStatus.HELD
    return MinutesModel(
        body=body_of(db, session),
        number=session.number,
        starts_at=plain_time(session.opened_at or session.starts_at),
        kind=session.kind,
        form=session.form,
        quorum=people.quorum(),
        topic=session.topic,
        ground=session.ground,
        written=people.written(),
        place=session.place,
        invitation_no=session.outgoing_no,
        invitation_on=session.convened_on if session.outgoing_no else None,
        members=people.members(),
        associates=people.group(AttendanceCapacity.ASSOCIATE),
        guests=people.group(AttendanceCapacity.GUEST),
        coordinators=people.group(AttendanceCapacity.COORDINATOR),
        absent=people.absent(),
        chair=chair,
        minutes_taker=taker,
        items=tuple(
            _item(source, item, closed_part(hall, shown, n, names), lines[n + 1])
            for n, item in enumerate(shown)
        ),
        agenda_changes=tuple(_agenda_changes(source)),
        agenda_vote=vote_facts(record.agenda_vote, record, names, hall.rules),
        movements=lines[0],
        ends_at=plain_time(session.ends_at) if session.ends_at is not None and held else None,
        closing=_closing_reason(source),
        copies=_copies(source),
        annexes=_annexes(source),
        signatories=tuple(by_role[one] for one in hall.rules.signers if one in by_role),
        entered_later=session.entered_later,
        made_on=made_on,
    )


def _annexes(source: _Source) -> tuple[Annex, ...]:
    """The attendance sheet, different opinions, then the files of the items."""
    opinions = dissent_annexes(source.items, source.record, source.names)
    found = (Annex(1, "Присъствен списък"), *opinions)
    first = max(one.number for one in found) + 1
    return (*found, *file_annexes(source.db, source.items, source.numbers, first=first))


def _signatory(source: _Source, person_id: str | None, function: str) -> Signatory:
    official = source.names.official(person_id)
    institution = source.names.institution(official.institution_id)
    return Signatory(official.name, office(official.post, institution), function)


def _agenda_changes(source: _Source) -> list[AgendaChange]:
    out = []
    rules = source.hall.rules
    for item in source.items:
        number = source.numbers.get(item.id)
        title = item.public_title if item.closed_part else item.title
        if item.kind is AgendaItemKind.CASE:
            title = item.title
        if item.added_at_session:
            vote = source.record.added_votes.get(item.id)
            facts = vote_facts(vote, source.record, source.names, rules)
            out.append(AgendaChange(title, added=True, number=number, vote=facts))
        if number is None:
            secret = item.closed_part or item.case_id is not None
            out.append(AgendaChange(title, added=False, secret=secret, reason=item.status_reason))
    return out


def _item(
    source: _Source,
    item: AgendaItem,
    closed: ClosedPart | None,
    movements: tuple[Movement, ...],
) -> MinutesItem:
    db, names, record = source.db, source.names, source.record
    recusals = recused_of(db, item.id)
    lines = db.scalars(
        select(DiscussionLine)
        .where(DiscussionLine.item_id == item.id, DiscussionLine.private.is_(False))
        .order_by(DiscussionLine.at, DiscussionLine.id)
    ).all()
    proposals = db.scalars(
        select(Proposal).where(Proposal.item_id == item.id).order_by(Proposal.n)
    ).all()
    decisions = [d for d in record.decisions.get(item.id, ()) if was_put(d)]
    facts: tuple[DecisionFacts, ...] = tuple(
        decision_facts(decision, item, record, names, source.hall.rules) for decision in decisions
    )
    first = min((d.adopted_at for d in decisions if d.adopted_at), default=None)
    report = tuple(line for line in item.reporting_text.splitlines() if line.strip())
    reported, said = _reported(source, item)
    if said and not report:
        report = (said,)
    spoke = bool(lines or report) or item.status in _PUT_ASIDE
    rapporteur, post = _rapporteur(source, item)
    return MinutesItem(
        number=source.numbers[item.id],
        kind=item.kind,
        title=item.title,
        public_title=item.title if item.kind is AgendaItemKind.CASE else item.public_title,
        rapporteur=rapporteur,
        rapporteur_post=post,
        closed=item.closed_part,
        concerns_case=item.case_id is not None,
        added_at_session=item.added_at_session,
        status=item.status,
        status_reason=item.status_reason,
        closed_part=closed,
        recusals=tuple(names.of_row(row.attendance_id) for row in recusals),
        recusal_times=recusal_times(recusals),
        report=report,
        speakers=None if spoke else (),
        discussion=tuple(
            Remark(line.text, names.of_row(line.speaker_attendance_id)) for line in lines
        ),
        proposals=tuple(
            ProposalFacts(row.text, names.of_row(row.proposer_attendance_id)) for row in proposals
        ),
        pledges=tuple(pledge_facts(row, names) for row in record.pledges.get(item.id, ())),
        commitments=tuple(
            commitment_facts(row, names) for row in record.commitments.get(item.id, ())
        ),
        reported=reported,
        decisions=facts,
        tasks=loose_tasks(item, record, names),
        movements=tuple(
            replace(line, before_decision=first is not None and line.at < plain_time(first))
            for line in movements
        ),
    )


def _reported(source: _Source, item: AgendaItem) -> tuple[tuple[TaskReportFacts, ...], str]:
    """Reports on earlier tasks, and the sentence that sums them up."""
    db, names = source.db, source.names
    rows = source.reports.get(item.id, [])
    facts = tuple(
        TaskReportFacts(
            outcome=row.outcome,
            institution=names.institution(task.responsible_institution_id),
            origin=reported_task(db, row, task).origin,
            title=task.title,
            line=row.line,
            by=names.of_row(row.reported_by_attendance_id),
            new_due_on=row.new_due_on,
            next_session=row.outcome is TaskReportOutcome.MOVED and row.new_due_on is None,
            secret=task.case_id is not None,
        )
        for row, task in rows
    )
    return facts, reported_sentence([reported_task(db, row, task) for row, task in rows])


def _rapporteur(source: _Source, item: AgendaItem) -> tuple[str, str]:
    if item.rapporteur_person_id:
        official = source.names.official(item.rapporteur_person_id)
        institution = source.names.institution(official.institution_id)
        return official.name, office(official.post, institution)
    return item.rapporteur_text, ""


def _lines_by_item(source: _Source, shown: Sequence[AgendaItem]) -> list[tuple[Movement, ...]]:
    """Movements before the first item, then those of each item by its beginning."""
    starts = [(item.started_at, n + 1) for n, item in enumerate(shown) if item.started_at]
    groups: list[list[Movement]] = [[] for _ in range(len(shown) + 1)]
    for move in source.movements:
        begun = [(start, n) for start, n in starts if start <= move.moment]
        groups[max(begun)[1] if begun else 0].append(move.line)
    return [tuple(group) for group in groups]


def _closing_reason(source: _Source) -> ClosingReason:
    session = source.session
    if session.status is SessionStatus.NO_QUORUM:
        return ClosingReason.QUORUM_LOST
    if session.opened_at and session.ends_at:
        last = source.hall.count(session.ends_at)
        first = source.hall.count(session.opened_at)
        if first.has_quorum and not last.has_quorum:
            return ClosingReason.QUORUM_LOST
    return ClosingReason.AGENDA_DONE


def _copies(source: _Source) -> tuple[str, ...]:
    """One original for the institution of the chair, one for that of the minutes taker."""
    session, names = source.session, source.names
    found = [
        names.institution(names.official(person_id).institution_id)
        for person_id in (session.chair_person_id, session.minutes_taker_person_id)
    ]
    return tuple(dict.fromkeys(one for one in found if one))
