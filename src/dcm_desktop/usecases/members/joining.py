"""A mechanism with its first rules, and a member with person and institution: one act each."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.rules import Rules
from dcm_desktop.usecases.members.institutions import InstitutionData, add_institution
from dcm_desktop.usecases.members.mandates import (
    MandateData,
    SubstituteData,
    appoint,
    authorise_substitute,
    replace_holder,
)
from dcm_desktop.usecases.members.people import PersonData, add_person
from dcm_desktop.usecases.office import MechanismData, add_rules_version, create_mechanism
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.together import written


@dataclass(frozen=True, slots=True, repr=False)
class NewMember:
    """The form of a new member. A known institution or person stands in `mandate` by its id.

    `institution` and `person` are new records; the ids in `mandate` are then empty.
    """

    mandate: MandateData
    person: PersonData | None = None
    institution: InstitutionData | None = None


def join_member(
    db: DbSession,
    mechanism_id: str,
    data: NewMember,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Enter institution and person where they are new, and the mandate. For `together`.

    Returns the mandate. Warns and raises: as `add_institution`, `add_person` and `appoint`.
    """
    institution_id = data.mandate.institution_id
    if data.institution is not None:
        institution_id = written(add_institution(db, data.institution, accept=accept, at=at))
    person_id = data.mandate.person_id
    if data.person is not None:
        person = replace(data.person, institution_id=institution_id)
        person_id = _entered(db, person, accept, at=at)
    mandate = replace(data.mandate, person_id=person_id, institution_id=institution_id)
    answer = appoint(db, mechanism_id, mandate, accept=accept, at=at)
    written(answer)
    return answer


def found_mechanism(
    db: DbSession,
    data: MechanismData,
    rules: Rules,
    *,
    adopted_on: date | None = None,
    source: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Enter a mechanism and the first version of its rules. For `together`.

    Returns the mechanism. Warns and raises: as `create_mechanism` and `add_rules_version`.
    """
    answer = create_mechanism(db, data, accept=accept, at=at)
    mechanism_id = written(answer)
    db.flush()
    written(
        add_rules_version(
            db, mechanism_id, rules, adopted_on=adopted_on, source=source, accept=accept, at=at
        )
    )
    return answer


def replace_by(
    db: DbSession,
    mandate_id: str,
    *,
    person: str | PersonData,
    start_on: date,
    appointed_by: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Give a seat to a known person (id) or to a new one. For `together`.

    Returns the new mandate. Warns and raises: as `add_person` and `replace_holder`.
    """
    person_id = _entered(db, person, accept, at=at)
    answer = replace_holder(
        db,
        mandate_id,
        person_id=person_id,
        start_on=start_on,
        appointed_by=appointed_by,
        accept=accept,
        at=at,
    )
    written(answer)
    return answer


def authorise_new(
    db: DbSession,
    mandate_id: str,
    data: SubstituteData,
    *,
    person: PersonData | None = None,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Authorise a substitute, entered anew when `person` is given. For `together`.

    Warns and raises: as `add_person` and `authorise_substitute`.
    """
    if person is not None:
        data = replace(data, person_id=_entered(db, person, accept, at=at))
    answer = authorise_substitute(db, mandate_id, data, accept=accept, at=at)
    written(answer)
    return answer


def _entered(
    db: DbSession, person: str | PersonData, accept: Collection[str], *, at: datetime
) -> str:
    if isinstance(person, str):
        return person
    person_id = written(add_person(db, person, accept=accept, at=at))
    db.flush()
    return person_id
