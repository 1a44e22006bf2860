"""The roll as it is shown: one row per seat with its sign, and those without a vote."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    ExpectedAnswer,
)
from dcm_desktop.store.tables import Attendance
from dcm_desktop.usecases.sessions.expected import Expectation
from dcm_desktop.usecases.sessions.naming import Names
from dcm_desktop.usecases.sessions.proxies import proxy_rows
from dcm_desktop.usecases.sessions.state import Hall


class RollSign(StrEnum):
    """What stands beside a name in the roll."""

    EXPECTED = "expected"
    PRESENT = "present"
    SUBSTITUTE = "substitute"
    REMOTE = "remote"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT = "left"
    PROXY = "proxy"
    RECUSED = "recused"


EXCEPTIONS = frozenset(RollSign) - {RollSign.PRESENT}
"""Signs that stand first and speak; the present are quieter."""


@dataclass(frozen=True, slots=True, repr=False)
class RollRow:
    """One seat (or one person without a vote) in the roll.

    Marks take `attendance_id`; while a substitute sits for the member `acting_id` is the row of
    the substitute, which is the speaker and voter. `since` is the beginning of the last stay,
    `until` its end.
    """

    attendance_id: str
    acting_id: str
    n: int
    sign: RollSign
    name: str
    short_name: str
    institution: str
    post: str
    capacity: AttendanceCapacity
    votes: bool
    in_room: bool
    mode: AttendanceMode
    substitute: str
    authorisation: str
    excuse: str
    since: datetime | None
    until: datetime | None
    person_id: str | None
    mandate_id: str | None
    institution_id: str | None
    is_guest: bool
    stays_for_closed: bool
    declaration_signed: bool
    proxy: str = ""
    """Who votes for a member who is away."""
    proxy_document: str = ""
    proxy_counts: bool = False
    """False while the holder is out."""
    said: ExpectedAnswer | None = None
    """What the member said beforehand; it never counts."""
    said_note: str = ""
    item_ids: tuple[str, ...] = ()
    """Items a guest is invited for; empty: all."""


def roll_rows(
    hall: Hall,
    names: Names,
    *,
    recused: tuple[str, ...],
    said: Mapping[str, Expectation],
    at: datetime | None,
) -> tuple[tuple[RollRow, ...], tuple[RollRow, ...]]:
    """Rows of voting seats by number, and the others: associates, guests, coordinators.

    `said`: what members said beforehand, by mandate.
    """
    proxies = {row.giver_id: row for row in proxy_rows(hall, names, at)}
    seats: list[RollRow] = []
    others: list[RollRow] = []
    for row in hall.roll:
        if row.represents_mandate_id is not None:
            continue
        made = _row(hall, names, row, recused, at)
        answer, proxy = said.get(row.mandate_id or ""), proxies.get(row.id)
        if answer is not None:
            note = answer.substitute or answer.reason
            made = replace(made, said=answer.answer, said_note=note)
        if proxy is not None:
            sign = RollSign.PROXY if proxy.counts else made.sign
            made = replace(
                made,
                sign=sign,
                proxy=proxy.holder,
                proxy_document=proxy.document,
                proxy_counts=proxy.counts,
            )
        (seats if row.capacity is AttendanceCapacity.PERMANENT else others).append(made)
    order = list(AttendanceCapacity)
    others.sort(
        key=lambda r: (
            r.capacity is AttendanceCapacity.COORDINATOR,
            order.index(r.capacity),
            r.n,
            r.attendance_id,
        )
    )
    return tuple(seats), tuple(others)


def _row(
    hall: Hall, names: Names, row: Attendance, recused: tuple[str, ...], at: datetime | None
) -> RollRow:
    acting = hall.speaks_for(row.id)
    stays = hall.stays.get(acting.id, [])
    last = stays[-1] if stays else None
    guest = names.guest(row)
    in_room = hall.is_present(acting.id, at)
    official = names.official(row.person_id)
    return RollRow(
        attendance_id=row.id,
        acting_id=acting.id,
        n=row.roll_no,
        sign=RollSign.EXPECTED
        if hall.is_awaited_again(row)
        else _sign(row, acting, in_room=in_room, recused=acting.id in recused),
        name=names.of_row(row.id),
        short_name=names.short_of_row(row.id),
        institution=guest.organisation if guest else names.institution(row.institution_id),
        post=guest.position if guest else official.post,
        capacity=row.capacity,
        votes=row.votes,
        in_room=in_room,
        mode=acting.mode,
        substitute=names.of_row(acting.id) if acting is not row else "",
        authorisation=acting.authorisation if acting is not row else "",
        excuse=row.excuse,
        since=last.from_at if last else None,
        until=last.to_at if last else None,
        person_id=row.person_id,
        mandate_id=row.mandate_id,
        institution_id=row.institution_id,
        is_guest=guest is not None,
        stays_for_closed=guest.stays_for_closed if guest else False,
        declaration_signed=guest.declaration_signed if guest else acting.declaration_signed,
        item_ids=tuple(guest.item_ids or ()) if guest else (),
    )


def _sign(row: Attendance, acting: Attendance, *, in_room: bool, recused: bool) -> RollSign:
    if acting is row and row.status is AttendanceStatus.EXPECTED:
        return RollSign.EXPECTED
    if acting is row and row.status is AttendanceStatus.ABSENT_EXCUSED:
        return RollSign.EXCUSED
    if acting is row and row.status is AttendanceStatus.ABSENT_UNEXCUSED:
        return RollSign.ABSENT
    if not in_room:
        return RollSign.LEFT
    if recused:
        return RollSign.RECUSED
    if acting is not row:
        return RollSign.SUBSTITUTE
    return RollSign.REMOTE if acting.mode is AttendanceMode.REMOTE else RollSign.PRESENT
