"""Names of people and institutions as a session shows and prints them, read once."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.people_checks import full_name, short_name
from dcm_desktop.store.tables import Attendance, Guest, Institution, Person
from dcm_desktop.usecases.memo import once


@dataclass(frozen=True, slots=True, repr=False)
class Official:
    """A person as printed: „д-р Светла Панайотова“, office, institution."""

    name: str
    short: str
    post: str
    institution_id: str | None


NOBODY = Official("", "", "", None)


class Names:
    """Looks up officials, guests and institutions of one session."""

    def __init__(
        self,
        people: dict[str, Official],
        institutions: dict[str, tuple[str, str]],
        guests: dict[str, Guest],
        roll: dict[str, Attendance],
    ) -> None:
        self._people = people
        self._institutions = institutions
        self._guests = guests
        self._roll = roll

    def official(self, person_id: str | None) -> Official:
        """An official; `NOBODY` where the name did not travel."""
        return self._people.get(person_id or "", NOBODY)

    def name(self, person_id: str | None) -> str:
        """Title, first and last name."""
        return self.official(person_id).name

    def institution(self, institution_id: str | None) -> str:
        """Short name of an institution, else its name."""
        name, short = self._institutions.get(institution_id or "", ("", ""))
        return short or name

    def institution_in_full(self, institution_id: str | None) -> str:
        """Name of an institution."""
        return self._institutions.get(institution_id or "", ("", ""))[0]

    def guest(self, row: Attendance) -> Guest | None:
        """The guest of a row of the roll."""
        return self._guests.get(row.guest_id or "")

    def of_row(self, attendance_id: str | None) -> str:
        """Name of somebody of the roll."""
        row = self._roll.get(attendance_id or "")
        if row is None:
            return ""
        guest = self.guest(row)
        return guest.name if guest is not None else self.name(row.person_id)

    def short_of_row(self, attendance_id: str | None) -> str:
        """Initial and last name of somebody of the roll."""
        row = self._roll.get(attendance_id or "")
        if row is None:
            return ""
        guest = self.guest(row)
        return guest.name if guest is not None else self.official(row.person_id).short

    def post_of_row(self, attendance_id: str | None) -> str:
        """Office and institution of somebody of the roll."""
        row = self._roll.get(attendance_id or "")
        if row is None:
            return ""
        guest = self.guest(row)
        if guest is not None:
            return ", ".join(part for part in (guest.position, guest.organisation) if part)
        return office(self.official(row.person_id).post, self.institution(row.institution_id))


def office(post: str, institution: str) -> str:
    """„началник на отдел, ДСП – Ловеч“; the institution is left out where the post names it."""
    if not institution or institution.casefold() in post.casefold():
        return post
    return f"{post}, {institution}" if post else institution


def names_of(
    db: DbSession, roll: Iterable[Attendance] = (), extra: Iterable[str | None] = ()
) -> Names:
    """Names for the rows of a roll and the persons given besides."""
    rows = list(roll)
    ids = {row.person_id for row in rows if row.person_id} | {one for one in extra if one}
    people = once(db, ("people", frozenset(ids)), lambda: _people(db, ids))
    guest_ids = {row.guest_id for row in rows if row.guest_id}
    guests = db.scalars(select(Guest).where(Guest.id.in_(guest_ids))) if guest_ids else ()
    institutions = once(db, "institutions", lambda: _institutions(db))
    return Names(
        people,
        institutions,
        {row.id: row for row in guests},
        {row.id: row for row in rows},
    )


def _people(db: DbSession, ids: set[str]) -> dict[str, Official]:
    rows = db.scalars(select(Person).where(Person.id.in_(ids))) if ids else ()
    return {
        row.id: Official(
            full_name(row.first_name, "", row.last_name, row.title),
            short_name(row.first_name, row.last_name, row.title),
            row.position,
            row.institution_id,
        )
        for row in rows
    }


def _institutions(db: DbSession) -> dict[str, tuple[str, str]]:
    rows = db.execute(select(Institution.id, Institution.name, Institution.short_name))
    return {key: (name, short) for key, name, short in rows}
