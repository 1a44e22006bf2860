"""Sessions: preparing, chairing, recording. Import everything from here."""

from dcm_desktop.usecases.sessions.agenda import (
    CARRIED_WARNING,
    ItemData,
    add_item,
    carried_times,
    fill_agenda,
    get_item,
    place_item,
    postpone_item,
    remove_item,
    reopen_item,
    set_reporting_text,
    shift_item,
    update_item,
    withdraw_item,
)
from dcm_desktop.usecases.sessions.deciding import (
    Adopted,
    adopt_by_consensus,
    adopt_by_vote,
    annul_decision,
    correct_vote,
    put_decision,
)
from dcm_desktop.usecases.sessions.drafting import (
    correct_decision_text,
    set_confidential_text,
    set_decision_kind,
    set_public_text,
    take_proposal,
    update_decision_text,
)
from dcm_desktop.usecases.sessions.guests import (
    GuestData,
    add_guest,
    get_guest,
    remove_guest,
    update_guest,
)
from dcm_desktop.usecases.sessions.item_view import (
    DecisionRow,
    ItemView,
    LineRow,
    PledgeRow,
    ProposalRow,
    TaskRow,
    VoteRow,
)
from dcm_desktop.usecases.sessions.lists import (
    PreparationView,
    SessionRow,
    find_session,
    get_preparation,
    list_sessions,
)
from dcm_desktop.usecases.sessions.membership import (
    MembershipData,
    PendingMembership,
    drop_membership,
    pending_membership,
    propose_membership,
)
from dcm_desktop.usecases.sessions.minutes import remake_minutes
from dcm_desktop.usecases.sessions.prepare import (
    Readiness,
    SessionData,
    cancel_session,
    convene_session,
    create_session,
    get_readiness,
    get_session_data,
    postpone_session,
    propose_session,
    reschedule_session,
    update_session,
)
from dcm_desktop.usecases.sessions.recusals import recuse, take_back_recusal
from dcm_desktop.usecases.sessions.roll import (
    make_roll,
    mark_absent,
    mark_expected,
    mark_left,
    mark_present,
    mark_represented,
    mark_rest_present,
    set_mode,
    set_stays,
)
from dcm_desktop.usecases.sessions.roll_view import EXCEPTIONS, RollRow, RollSign
from dcm_desktop.usecases.sessions.room import (
    adjourn_session,
    close_session,
    declare_no_quorum,
    finish_item,
    get_closing,
    go_to_next_item,
    open_session,
    resume_session,
    set_next_session,
    start_item,
)
from dcm_desktop.usecases.sessions.tasks import (
    PledgeData,
    TaskData,
    TaskPreview,
    add_pledge,
    add_task,
    add_task_line,
    get_task,
    institution_candidates,
    move_task,
    preview_task,
    remove_pledge,
    remove_task,
    update_pledge,
    update_task,
)
from dcm_desktop.usecases.sessions.views import ItemRow, QuorumView, RoomView, get_room
from dcm_desktop.usecases.sessions.voting import (
    CONSENSUS,
    Ballot,
    VoteBasis,
    Voted,
    VotePreview,
    preview_vote,
    vote_added_item,
    vote_agenda,
)
from dcm_desktop.usecases.sessions.writing import (
    add_line,
    add_proposal,
    delete_line,
    delete_proposal,
    update_line,
    update_proposal,
)

__all__ = [
    "CARRIED_WARNING", "CONSENSUS", "EXCEPTIONS", "Adopted", "Ballot", "DecisionRow", "GuestData",
    "ItemData", "ItemRow", "ItemView", "LineRow", "MembershipData", "PendingMembership",
    "PledgeData", "PledgeRow", "PreparationView", "ProposalRow", "QuorumView", "Readiness",
    "RollRow", "RollSign", "RoomView", "SessionData", "SessionRow", "TaskData", "TaskPreview",
    "TaskRow", "VoteBasis", "VotePreview", "VoteRow", "Voted", "add_guest", "add_item",
    "add_line", "add_pledge", "add_proposal", "add_task", "add_task_line", "adjourn_session",
    "adopt_by_consensus", "adopt_by_vote", "annul_decision", "cancel_session", "carried_times",
    "close_session", "convene_session", "correct_decision_text", "correct_vote",
    "create_session", "declare_no_quorum", "delete_line", "delete_proposal", "drop_membership",
    "fill_agenda", "find_session", "finish_item", "get_closing", "get_guest", "get_item",
    "get_preparation", "get_readiness", "get_room", "get_session_data", "get_task",
    "go_to_next_item", "institution_candidates", "list_sessions", "make_roll", "mark_absent",
    "mark_expected", "mark_left", "mark_present", "mark_represented", "mark_rest_present",
    "move_task", "open_session", "pending_membership", "place_item", "postpone_item",
    "postpone_session", "preview_task", "preview_vote", "propose_membership", "propose_session",
    "put_decision", "recuse", "remake_minutes", "remove_guest", "remove_item", "remove_pledge",
    "remove_task", "reopen_item", "reschedule_session", "resume_session",
    "set_confidential_text", "set_decision_kind", "set_mode", "set_next_session",
    "set_public_text", "set_reporting_text", "set_stays", "shift_item", "start_item",
    "take_back_recusal", "take_proposal", "update_decision_text", "update_guest",
    "update_item", "update_line", "update_pledge", "update_proposal", "update_session", "update_task", "vote_added_item",
    "vote_agenda", "withdraw_item",
]  # fmt: skip
