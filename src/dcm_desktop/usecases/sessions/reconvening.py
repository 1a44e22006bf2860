"""A session that did not take place, and the new one in its stead.

failed = workspace.do(fail_and_reconvene, session_id, starts_at=…, at=now())
paper = workspace.ask(make_document, failed.new_session_id, PaperKind.INVITATION, at=now())
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import convening_findings
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.values import at_local, local, local_date
from dcm_desktop.domain.workdays import free_day_name, next_workday, notice_left
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.saving import ACCEPT_ALL, waiting
from dcm_desktop.usecases.sessions.prepare import (
    SessionData,
    convene_session,
    create_session,
    get_session_data,
)
from dcm_desktop.usecases.sessions.readiness import preparation_of
from dcm_desktop.usecases.sessions.room import declare_no_quorum
from dcm_desktop.usecases.sessions.schedule import start_by_rule

_USUAL_WAIT = timedelta(days=14)
"""New date proposed for a session without quorum, where no rule says another. Decision: ours."""


@dataclass(frozen=True, slots=True)
class Reconvened:
    """What became of it: ids, and whether the new session is convened or waits in preparation.

    `new_session_id` is empty while one of `warnings` waits for an answer; nothing was written.
    """

    session_id: str
    new_session_id: str = ""
    convened: bool = False
    warnings: tuple[Finding, ...] = ()

    @property
    def is_saved(self) -> bool:
        """Whether it was done."""
        return bool(self.new_session_id)

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the warnings, to be given back as `accept`."""
        return frozenset(warning.code for warning in self.warnings)


def propose_new_date(db: DbSession, session_id: str, *, at: datetime) -> datetime:
    """When to meet instead: the date told already, that of the rule, else two weeks on."""
    row = db.get_one(Session, session_id)
    if row.next_session_at is not None:
        return row.next_session_at
    by_rule = start_by_rule(db, row.mechanism_id, at=at)
    if by_rule is not None:
        return by_rule[0]
    hour: time = local(row.starts_at).timetz().replace(tzinfo=None)
    day = max(local_date(row.starts_at), local_date(at)) + _USUAL_WAIT
    return at_local(next_workday(day), hour)


def fail_and_reconvene(
    db: DbSession,
    session_id: str,
    starts_at: datetime,
    *,
    place: str = "",
    reason: str = "",
    when: datetime | None = None,
    accept: Collection[str] = (),
    at: datetime,
) -> Reconvened:
    """The session did not take place; the new one is made and convened in the same act.

    Warns: about the new date, as `create_session` and `convene_session`. Raises: RuleBroken
    `session.has_quorum`, `session.transition`, `session.next_before`.
    """
    row = db.get_one(Session, session_id)
    data = _data(db, row, starts_at, place)
    if ask := _ask(db, row, data, accept, at=at):
        return ask
    declare_no_quorum(db, session_id, reason=reason, next_session_at=starts_at, when=when, at=at)
    return _make(db, row, data, at=at)


def reconvene_session(
    db: DbSession,
    session_id: str,
    starts_at: datetime,
    *,
    place: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Reconvened:
    """A new session for one that was found without quorum before.

    Warns and raises: as `fail_and_reconvene`; RuleBroken `session.not_failed`,
    `session.reconvened_already`.
    """
    row = db.get_one(Session, session_id)
    if row.status is not SessionStatus.NO_QUORUM:
        raise RuleBroken("session.not_failed")
    if successor_of(db, row) is not None:
        raise RuleBroken("session.reconvened_already")
    data = _data(db, row, starts_at, place)
    if ask := _ask(db, row, data, accept, at=at):
        return ask
    row.next_session_at = starts_at
    return _make(db, row, data, at=at)


def successor_of(db: DbSession, session: Session) -> Session | None:
    """The session that was called in the stead of one without quorum, if there is one.

    It stands on the day that was told, or was made after the failure and put off since; one that
    was in preparation before has nothing to do with it.
    """
    told, ended = session.next_session_at, session.ends_at
    if told is None or ended is None:
        return None
    rows = db.scalars(select(Session).where(Session.mechanism_id == session.mechanism_id))
    called = [
        row
        for row in rows
        if row.starts_at > session.starts_at
        and row.status is not SessionStatus.CANCELLED
        and (row.starts_at == told or row.created_at >= ended)
    ]
    return min(called, key=lambda row: row.starts_at, default=None)


def _data(db: DbSession, row: Session, starts_at: datetime, place: str) -> SessionData:
    if starts_at <= row.starts_at:
        raise InputRefused("session.next_before", field="starts_at")
    old = get_session_data(db, row.id)
    return SessionData(
        starts_at=starts_at,
        kind=old.kind,
        form=old.form,
        topic=old.topic,
        place=place or old.place,
        chair_person_id=old.chair_person_id,
        minutes_taker_person_id=old.minutes_taker_person_id,
        funding_project=old.funding_project,
    )


def _ask(
    db: DbSession, row: Session, data: SessionData, accept: Collection[str], *, at: datetime
) -> Reconvened | None:
    """Warnings about the new date, asked before anything is written."""
    day = local_date(data.starts_at)
    then = replace(
        preparation_of(db, row, sent_on=local_date(at)),
        starts_on=day,
        free_day_name=free_day_name(day),
        notice_left=notice_left(local_date(at), day),
    )
    warnings = tuple(one for one in convening_findings(then) if not one.blocks)
    ask = waiting(warnings, accept)
    return Reconvened(row.id, warnings=ask.warnings) if ask else None


def _make(db: DbSession, row: Session, data: SessionData, *, at: datetime) -> Reconvened:
    db.flush()
    made = create_session(db, row.mechanism_id, data, accept=ACCEPT_ALL, at=at)
    db.flush()
    new = db.get_one(Session, made.id)
    findings = convening_findings(preparation_of(db, new, sent_on=local_date(at)))
    convened = not any(one.blocks for one in findings)
    if convened:
        convene_session(db, new.id, accept=ACCEPT_ALL, at=at)
    return Reconvened(row.id, new.id, convened)
