"""Builders of a mechanism with its members; all people are made up."""

from datetime import date, datetime

from tests.support.stores import MADE_AT

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import GrammaticalGender, InstitutionType, MemberRole
from dcm_desktop.usecases import members, office
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL

FOUNDED_ON = date(2026, 1, 15)


def make_mechanism(workspace: Workspace, *, at: datetime = MADE_AT, seats: int = 15) -> str:
    """A mechanism of the store's district with rules since its foundation."""
    data = office.MechanismData(founded_on=FOUNDED_ON, planned_seats=seats)
    mechanism_id = workspace.do(office.create_mechanism, data, at=at).id
    workspace.do(
        office.add_rules_version,
        mechanism_id,
        Rules(),
        adopted_on=FOUNDED_ON,
        source="Правилник, чл. 9",
        at=at,
    )
    return mechanism_id


def make_institution(
    workspace: Workspace,
    name: str = "РЗИ – Кърджали",
    kind: InstitutionType = InstitutionType.RZI,
    *,
    at: datetime = MADE_AT,
) -> str:
    """An institution."""
    data = members.InstitutionData(kind, name, municipality="KRZ16")
    return workspace.do(members.add_institution, data, accept=ACCEPT_ALL, at=at).id


def make_person(
    workspace: Workspace,
    institution_id: str,
    name: str = "Диана Сарафова",
    *,
    at: datetime = MADE_AT,
) -> str:
    """An official named „first last“."""
    first, last = name.split()
    data = members.PersonData(
        first,
        last,
        grammatical_gender=GrammaticalGender.F,
        position="директор",
        institution_id=institution_id,
    )
    return workspace.do(members.add_person, data, accept=ACCEPT_ALL, at=at).id


def make_member(
    workspace: Workspace,
    mechanism_id: str,
    institution: str = "РЗИ – Кърджали",
    name: str = "Диана Сарафова",
    role: MemberRole = MemberRole.PERMANENT,
    *,
    start_on: date = FOUNDED_ON,
    at: datetime = MADE_AT,
) -> str:
    """A mandate with its institution and person; the id is the mandate's."""
    institution_id = make_institution(workspace, institution, at=at)
    person_id = make_person(workspace, institution_id, name, at=at)
    data = members.MandateData(person_id, role, start_on, institution_id)
    return workspace.do(members.appoint, mechanism_id, data, accept=ACCEPT_ALL, at=at).id
