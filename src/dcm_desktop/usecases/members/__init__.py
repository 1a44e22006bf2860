"""Institutions, officials, seats over time. Import everything from here."""

from dcm_desktop.usecases.members.institutions import (
    InstitutionData,
    InstitutionRow,
    add_institution,
    deactivate_institution,
    get_institution,
    list_institutions,
    reactivate_institution,
    update_institution,
)
from dcm_desktop.usecases.members.mandates import (
    MandateData,
    SubstituteData,
    appoint,
    authorise_substitute,
    end_mandate,
    get_mandate,
    replace_holder,
    revoke_substitute,
    update_mandate,
    withdraw_mandate,
)
from dcm_desktop.usecases.members.people import (
    PersonData,
    PersonRow,
    add_person,
    get_person,
    list_people,
    person_names,
    update_person,
)
from dcm_desktop.usecases.members.roll import (
    MemberRow,
    SubstituteRow,
    members_on,
    seats_of,
    substitutions_of,
)
from dcm_desktop.usecases.members.views import (
    AttendanceMark,
    HolderRow,
    MembersView,
    SeatRow,
    SessionColumn,
    get_members,
)

__all__ = [
    "AttendanceMark", "HolderRow", "InstitutionData", "InstitutionRow", "MandateData", "MemberRow",
    "MembersView", "PersonData", "PersonRow", "SeatRow", "SessionColumn", "SubstituteData",
    "SubstituteRow", "add_institution", "add_person", "appoint", "authorise_substitute",
    "deactivate_institution", "end_mandate", "get_institution", "get_mandate", "get_members",
    "get_person", "list_institutions", "list_people", "members_on", "person_names",
    "reactivate_institution", "replace_holder", "revoke_substitute", "seats_of",
    "substitutions_of", "update_institution", "update_mandate", "update_person",
    "withdraw_mandate",
]  # fmt: skip
