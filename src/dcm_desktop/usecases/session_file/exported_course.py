"""Agenda, attendance, votes and decisions of a session as parts of a session file."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import parse_points
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    AttendanceMode,
    AttendanceStatus,
    BreakKind,
    MembershipChangeKind,
    SessionForm,
    VoteChoice,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.store.tables import (
    AgendaItem,
    Attendance,
    Decision,
    DiscussionLine,
    Guest,
    MembershipChange,
    Proposal,
    Session,
    Vote,
)
from dcm_desktop.usecases.session_file.exporter import Refs, clock
from dcm_desktop.usecases.session_file.model import (
    AbsencePart,
    ActingPart,
    AttendancePart,
    BeginPart,
    BreakPart,
    ConsensusPart,
    CountedVote,
    DecisionPart,
    DiscussionPart,
    GuestPart,
    ItemPart,
    MembershipPart,
    NamedBallot,
    NamedChoicePart,
    PledgePart,
    PointPart,
    ProposalPart,
    ProxyPart,
    RecusalPart,
    SecretBallot,
    SubPointPart,
    TaskPart,
    VotePart,
)
from dcm_desktop.usecases.sessions.drafting import public_text_of
from dcm_desktop.usecases.sessions.minutes_parts import Record, was_put
from dcm_desktop.usecases.sessions.state import Hall, items_of, recused_of

_ASIDE = {AgendaItemStatus.POSTPONED: "postponed", AgendaItemStatus.WITHDRAWN: "withdrawn"}


def agenda_parts(
    db: DbSession, session: Session, hall: Hall, record: Record, refs: Refs
) -> tuple[ItemPart, ...]:
    """Every item in its order."""
    return tuple(_item(db, item, hall, record, refs) for item in items_of(db, session.id))


def _item(db: DbSession, item: AgendaItem, hall: Hall, record: Record, refs: Refs) -> ItemPart:
    is_case = item.kind is AgendaItemKind.CASE
    lines = db.scalars(
        select(DiscussionLine)
        .where(DiscussionLine.item_id == item.id, DiscussionLine.private.is_(False))
        .order_by(DiscussionLine.at, DiscussionLine.id)
    )
    proposals = db.scalars(select(Proposal).where(Proposal.item_id == item.id).order_by(Proposal.n))
    people = _people_of_rows(hall)
    outcome: Any = _ASIDE.get(item.status, "discussed")
    begun = item.started_at or (item.finished_at if outcome != "discussed" else None)
    public = "" if is_case or item.public_title == item.title else item.public_title
    return ItemPart(
        kind=item.kind,
        title="" if is_case else item.title,
        public_title=public,
        rapporteur=refs.ref(item.rapporteur_person_id),
        rapporteur_text=item.rapporteur_text,
        case=refs.ref(item.case_id),
        closed_part=item.closed_part and not is_case,
        planned_minutes=item.planned_minutes,
        added_at_session=item.added_at_session,
        added_vote=vote_part(record.added_votes.get(item.id), record, hall, refs),
        started_at=clock(begun),
        outcome=outcome,
        reason=item.status_reason,
        report=item.reporting_text,
        recused=tuple(
            RecusalPart(
                person=refs.ref(people[row.attendance_id]),
                reason=row.reason,
                left_at=clock(row.left_at),
            )
            for row in sorted(recused_of(db, item.id), key=lambda row: row.id)
        ),
        discussion=tuple(
            DiscussionPart(
                text=line.text,
                at=clock(line.at),
                speaker=refs.ref(people.get(line.speaker_attendance_id or "")),
            )
            for line in lines
        ),
        proposals=tuple(
            ProposalPart(text=row.text, proposer=refs.ref(people[row.proposer_attendance_id]))
            for row in proposals
            if row.proposer_attendance_id
        ),
        decisions=tuple(
            _decision(db, decision, item, hall, record, refs)
            for decision in record.decisions.get(item.id, ())
            if was_put(decision)
        ),
        pledges=tuple(
            PledgePart(
                institution=refs.ref(row.institution_id),
                kind=row.kind,
                what=row.what,
                amount=row.amount,
                unit=row.unit,
                due_on=row.due_on,
            )
            for row in record.pledges.get(item.id, ())
        ),
    )


def _decision(
    db: DbSession, decision: Decision, item: AgendaItem, hall: Hall, record: Record, refs: Refs
) -> DecisionPart:
    by_point: dict[str, list[TaskPart]] = {}
    for task in record.tasks.get(item.id, ()):
        if task.decision_id == decision.id:
            part = TaskPart(
                title=task.title,
                responsible=refs.ref(task.responsible_institution_id),
                co_responsible=tuple(refs.ref(one) for one in task.co_responsible_ids or ()),
                due_on=task.due_on,
                standing=task.standing,
                next_session=task.next_session,
            )
            by_point.setdefault(task.point_label, []).append(part)
    generated = public_text_of(db, decision)
    vote = vote_part(record.votes.get(decision.id), record, hall, refs)
    if vote is None:
        raise LookupError("a decision that was put has a vote")
    return DecisionPart(
        kind=decision.kind,
        points=_points(decision.text, by_point),
        public_text="" if decision.text_public == generated else decision.text_public,
        confidential_text=decision.text_confidential,
        tasks=tuple(by_point.get("", ())),
        membership=tuple(
            _membership(change, record, refs) for change in record.membership.get(decision.id, ())
        ),
        vote=vote,
    )


def _points(text: str, tasks: dict[str, list[TaskPart]]) -> tuple[PointPart, ...]:
    """Points with their sub-points; a deeper one stands beside its parent."""
    tops: list[tuple[str, str, list[SubPointPart]]] = []
    for point in parse_points(text):
        if point.depth == 0 or not tops:
            tops.append((point.label, point.text, []))
        else:
            own = tuple(tasks.get(point.label, ()))
            tops[-1][2].append(SubPointPart(text=point.text, tasks=own))
    return tuple(
        PointPart(text=words, tasks=tuple(tasks.get(label, ())), points=tuple(subs))
        for label, words, subs in tops
    )


def _membership(change: MembershipChange, record: Record, refs: Refs) -> MembershipPart:
    mandate = record.mandates[change.mandate_id]
    if change.change is MembershipChangeKind.END:
        values: dict[str, Any] = {"end": refs.ref(mandate.person_id)}
        if mandate.end_reason is not None:
            values["reason"] = mandate.end_reason
        return MembershipPart(effective_on=change.effective_on, **values)
    begin = BeginPart(
        person=refs.ref(mandate.person_id),
        role=mandate.role,
        institution=refs.ref(mandate.institution_id),
        seat_no=mandate.seat_no,
        appointed_by=mandate.appointed_by,
    )
    return MembershipPart(effective_on=change.effective_on, begin=begin)


def vote_part(vote: Vote | None, record: Record, hall: Hall, refs: Refs) -> VotePart | None:
    """A vote or consensus; None when there was none."""
    if vote is None:
        return None
    at = clock(vote.at)
    casting = None
    if vote.tie_broken_by_chair:
        adopted = vote.result is VoteResult.ADOPTED
        casting = VoteChoice.FOR if adopted else VoteChoice.AGAINST
    if vote.method is VoteMethod.CONSENSUS:
        return ConsensusPart(at=at)
    if vote.method is VoteMethod.ROLL_CALL:
        people = _people_of_rows(hall)
        named = sorted(record.named.get(vote.id, ()), key=lambda row: row.id)
        exceptions = tuple(
            NamedChoicePart(person=refs.ref(people[row.attendance_id]), choice=row.choice)
            for row in named
            if row.choice is not VoteChoice.FOR
        )
        return NamedBallot(exceptions=exceptions, casting=casting, at=at)
    counts = {
        "for_n": vote.for_n or 0,
        "against": vote.against_n or 0,
        "abstain": vote.abstain_n or 0,
        "not_voting": vote.not_voting_n or 0,
    }
    if vote.method is VoteMethod.SECRET:
        return SecretBallot(**counts, blank=vote.blank_n, invalid=vote.invalid_n, at=at)
    return CountedVote(**counts, casting=casting, at=at)


def _people_of_rows(hall: Hall) -> dict[str, str]:
    return {row.id: row.person_id for row in hall.roll if row.person_id}


# -- who was there ------------------------------------------------------------------------------


def attendance_parts(db: DbSession, hall: Hall, refs: Refs) -> tuple[AttendancePart, ...]:
    """Members in the order of the roll, each with the substitute who sat for them."""
    usual = AttendanceMode.IN_PERSON
    if hall.session.form is SessionForm.REMOTE:
        usual = AttendanceMode.REMOTE
    closed = _closed_spans(db, hall.session)
    by_row, by_mandate = _people_of_rows(hall), {row.mandate_id: row.id for row in hall.roll}
    proxies = {
        by_mandate[one.giver_mandate_id]: ProxyPart(
            holder=refs.ref(by_row[one.holder_attendance_id]), document=one.document
        )
        for one in hall.proxies
    }
    out = []
    for row in hall.roll:
        if row.represents_mandate_id is not None or row.guest_id is not None:
            continue
        acting = row
        substitute = None
        if row.status is AttendanceStatus.REPRESENTED:
            acting = hall.substitutes(row.mandate_id)[0]
            substitute = ActingPart(
                person=refs.ref(acting.person_id), authorisation=acting.authorisation
            )
        arrived, left, returned, more = _hours(hall, acting, closed)
        status: Any = str(row.status)
        if row.status is AttendanceStatus.EXPECTED:
            status = str(AttendanceStatus.ABSENT_UNEXCUSED)
        out.append(
            AttendancePart(
                person=refs.ref(row.person_id),
                status=status,
                substitute=substitute,
                mode=acting.mode if acting.mode is not usual else None,
                arrived_at=arrived,
                left_at=left,
                returned_at=returned,
                absences=more,
                proxy=proxies.get(row.id),
                declaration_signed=acting.declaration_signed,
                excuse=row.excuse,
            )
        )
    return tuple(out)


def guest_parts(db: DbSession, hall: Hall, refs: Refs) -> tuple[GuestPart, ...]:
    """Guests in the order they were entered."""
    closed = _closed_spans(db, hall.session)
    out = []
    for row in hall.roll:
        guest = db.get(Guest, row.guest_id) if row.guest_id else None
        if guest is None:
            continue
        arrived, left, _, _ = _hours(hall, row, closed)
        out.append(
            GuestPart(
                name=guest.name,
                organisation=guest.organisation,
                position=guest.position,
                institution=refs.ref(guest.institution_id),
                stays_for_closed=guest.stays_for_closed,
                stays_reason=guest.stays_reason,
                declaration_signed=guest.declaration_signed,
                arrived_at=arrived,
                left_at=left,
            )
        )
    return tuple(out)


def break_parts(hall: Hall) -> tuple[BreakPart, ...]:
    """Breaks of the day that ended; interruptions of the work are no part of the course."""
    return tuple(
        BreakPart(
            begins=clock(row.from_at) or "",
            ends=clock(row.to_at) or "",
            planned=clock(row.planned_to_at),
            reason=row.reason,
        )
        for row in hall.breaks
        if row.kind is BreakKind.BREAK and row.to_at is not None
    )


def _closed_spans(db: DbSession, session: Session) -> list[tuple[datetime, datetime]]:
    """When the doors were closed: from one closed item to the last of those that follow."""
    spans: list[tuple[datetime, datetime]] = []
    for item in items_of(db, session.id):
        if item.started_at is None or item.finished_at is None or not item.closed_part:
            continue
        if spans and spans[-1][1] >= item.started_at:
            spans[-1] = (spans[-1][0], item.finished_at)
        else:
            spans.append((item.started_at, item.finished_at))
    return spans


def _hours(
    hall: Hall, row: Attendance, closed: list[tuple[datetime, datetime]]
) -> tuple[str | None, str | None, str | None, tuple[AbsencePart, ...]]:
    """Arrival after the opening, departure before the closing, return, later absences; the doors
    left out.
    """
    session = hall.session
    stays = [(stay.from_at, stay.to_at) for stay in hall.stays.get(row.id, ())]
    joined: list[tuple[datetime, datetime | None]] = []
    for start, end in stays:
        before = joined[-1][1] if joined else None
        if before is not None and any(a == before and start >= b for a, b in closed):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if not joined or session.opened_at is None:
        return None, None, None, ()
    arrived = joined[0][0] if joined[0][0] > session.opened_at else None
    left = joined[0][1]
    if left is not None and any(start == left for start, _ in closed):
        left = None
    returned = joined[1][0] if len(joined) > 1 else None
    more = []
    for place, (_, end) in enumerate(joined[1:], 2):
        if end is not None and not any(start == end for start, _ in closed):
            back = joined[place][0] if place < len(joined) else None
            more.append(AbsencePart(left_at=clock(end) or "", returned_at=clock(back)))
    return clock(arrived), clock(left), clock(returned), tuple(more)
