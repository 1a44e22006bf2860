"""Cases, their families and their life. Import everything from here."""

from dcm_desktop.domain.case_file import Missing
from dcm_desktop.domain.matching import MatchHow
from dcm_desktop.usecases.cases.family import (
    add_child,
    add_family_member,
    get_child,
    get_family_member,
    remove_child,
    remove_family_member,
    update_child,
    update_family_member,
)
from dcm_desktop.usecases.cases.individuals import (
    IndividualData,
    IndividualRow,
    similar_individuals,
)
from dcm_desktop.usecases.cases.lists import (
    WORKED_ON,
    CaseFilter,
    CaseList,
    CaseMatch,
    CaseRow,
    case_by_code,
    list_cases,
)
from dcm_desktop.usecases.cases.opening import (
    CaseData,
    case_data,
    delete_case,
    names_in,
    open_case,
    update_case,
)
from dcm_desktop.usecases.cases.roles import ChildData, FamilyMemberData
from dcm_desktop.usecases.cases.rows import (
    CaseEvent,
    CaseTaskRow,
    CaseView,
    ChildRow,
    DecisionRow,
    EventKind,
    FamilyMemberRow,
    PledgeRow,
    ReviewRow,
    StatusRow,
)
from dcm_desktop.usecases.cases.status import (
    StatusOption,
    StatusStep,
    change_case_status,
    set_next_review,
    status_options,
)
from dcm_desktop.usecases.cases.view import get_case, note_case_opened

__all__ = [
    "WORKED_ON", "CaseData", "CaseEvent", "CaseFilter", "CaseList", "CaseMatch", "CaseRow",
    "CaseTaskRow", "CaseView", "ChildData", "ChildRow", "DecisionRow", "EventKind",
    "FamilyMemberData", "FamilyMemberRow", "IndividualData", "IndividualRow", "MatchHow", "Missing",
    "PledgeRow", "ReviewRow", "StatusOption", "StatusRow", "StatusStep", "add_child",
    "add_family_member", "case_by_code", "case_data", "change_case_status", "delete_case",
    "get_case", "get_child", "get_family_member", "list_cases", "names_in", "note_case_opened",
    "open_case", "remove_child", "remove_family_member", "set_next_review",
    "similar_individuals", "status_options",
    "update_case", "update_child", "update_family_member",
]  # fmt: skip
