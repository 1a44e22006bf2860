"""Proxies at a session: one member votes also for another who is away; a vote, never a presence."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import require, warning
from dcm_desktop.domain.proxies import ProxyGiven, check_proxy
from dcm_desktop.domain.terms import AttendanceStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Proxy
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.naming import Names
from dcm_desktop.usecases.sessions.presence import marking
from dcm_desktop.usecases.sessions.state import Hall


@dataclass(frozen=True, slots=True, repr=False)
class ProxyRow:
    """A proxy as the roll shows it, by the row of the member who is away."""

    giver_id: str
    holder_id: str
    holder: str
    document: str
    counts: bool
    """Whether it gives a vote now: not while the holder is out."""


def give_proxy(
    db: DbSession,
    attendance_id: str,
    holder_id: str,
    *,
    document: str = "",
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """The member of a row, who is away, lets the member of `holder_id` vote for them.

    A proxy given before is replaced. Warns `proxy.no_document`. Raises: RuleBroken
    `proxy.not_allowed`, `proxy.giver`, `proxy.giver_here`, `proxy.holder_away`, `proxy.too_many`.
    """
    session, hall, row = marking(db, attendance_id)
    given = [ProxyGiven(_row_of(hall, p.giver_mandate_id), p.holder_attendance_id) for p in
             hall.proxies]  # fmt: skip
    moment = None if session.opened_at is None else when or at
    wanted = ProxyGiven(row.id, holder_id)
    require(check_proxy(hall.people, hall.rules, given, wanted, moment))
    text = check_line(document, name="document", max_len=200, required=False)
    known = _of(hall, row.mandate_id)
    if known is None:
        if row.mandate_id is None:
            raise RuleBroken("proxy.giver")
        known = Proxy(id=new_id(db), session_id=session.id, giver_mandate_id=row.mandate_id)
        db.add(known)
    known.holder_attendance_id, known.document = holder_id, text
    if row.status is AttendanceStatus.EXPECTED:
        row.status = AttendanceStatus.ABSENT_EXCUSED
    return Saved(known.id, () if text else (warning("proxy.no_document"),))


def take_back_proxy(db: DbSession, attendance_id: str, *, at: datetime) -> None:
    """The proxy of a row is void; nothing happens when there is none."""
    del at
    _, hall, row = marking(db, attendance_id)
    drop_proxy(hall, row.mandate_id)


def drop_proxy(hall: Hall, mandate_id: str | None) -> None:
    """Take the proxy of a seat back: its member, or a substitute, came."""
    known = _of(hall, mandate_id)
    if known is not None:
        known.deleted = True


def proxy_rows(hall: Hall, names: Names, at: datetime | None) -> tuple[ProxyRow, ...]:
    """Every proxy of the session, whether it counts now or not."""
    counting = {one.giver for one in hall.given(at)}
    found = []
    for proxy in hall.proxies:
        giver = _row_of(hall, proxy.giver_mandate_id)
        holder = proxy.holder_attendance_id
        found.append(
            ProxyRow(giver, holder, names.of_row(holder), proxy.document, giver in counting)
        )
    return tuple(found)


def _of(hall: Hall, mandate_id: str | None) -> Proxy | None:
    return next((one for one in hall.proxies if one.giver_mandate_id == mandate_id), None)


def _row_of(hall: Hall, mandate_id: str) -> str:
    return next((row.id for row in hall.roll if row.mandate_id == mandate_id), "")
