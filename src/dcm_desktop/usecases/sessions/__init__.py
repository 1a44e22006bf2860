"""Sessions: preparing, chairing, recording. Import everything from here."""

from dcm_desktop.usecases.sessions.agenda import (
    ItemData,
    add_item,
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
from dcm_desktop.usecases.sessions.agenda_state import (
    AdoptedItem,
    MinutesChoice,
    get_adopted_agenda,
    minutes_choices,
)
from dcm_desktop.usecases.sessions.attachments import (
    AttachmentFile,
    AttachmentRow,
    FileData,
    add_attachment,
    attachments_of,
    list_attachments,
    read_attachment,
    remove_attachment,
    update_attachment,
)
from dcm_desktop.usecases.sessions.breaks import (
    PauseView,
    adjourn_session,
    plan_resumption,
    resume_session,
)
from dcm_desktop.usecases.sessions.carrying import (
    CARRIED_WARNING,
    ProposalSource,
    ProposedItem,
    carried_times,
    fill_agenda,
    propose_items,
)
from dcm_desktop.usecases.sessions.deciding import (
    Adopted,
    adopt_by_consensus,
    adopt_by_vote,
    annul_decision,
    correct_vote,
    put_decision,
)
from dcm_desktop.usecases.sessions.declarations import (
    missing_declarations,
    sign_all_declarations,
    sign_declaration,
)
from dcm_desktop.usecases.sessions.doors import (
    ClosedPartView,
    DoorRow,
    Heard,
    end_closed_part,
    heard_by,
    let_stay,
    send_out,
)
from dcm_desktop.usecases.sessions.drafting import (
    correct_decision_text,
    set_confidential_text,
    set_decision_kind,
    set_public_text,
    take_proposal,
    update_decision_text,
)
from dcm_desktop.usecases.sessions.events import (
    EventRow,
    answer_event,
    list_events,
    note_event,
)
from dcm_desktop.usecases.sessions.follow_up import FollowUpGroup, list_follow_up
from dcm_desktop.usecases.sessions.guests import (
    GuestData,
    add_guest,
    get_guest,
    remove_guest,
    update_guest,
)
from dcm_desktop.usecases.sessions.inbox import (
    InboxRow,
    count_inbox,
    drop_from_inbox,
    list_inbox,
    send_case_to_inbox,
    send_task_to_inbox,
    send_topic_to_inbox,
    take_from_inbox,
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
    SessionRow,
    find_session,
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
from dcm_desktop.usecases.sessions.preparation import (
    PlannedSession,
    PreparationView,
    add_prepared_item,
    get_preparation,
    get_proposed_decision,
)
from dcm_desktop.usecases.sessions.prepare import (
    SessionData,
    cancel_session,
    convene_session,
    create_session,
    get_session_data,
    postpone_session,
    reschedule_session,
    update_session,
)
from dcm_desktop.usecases.sessions.proposing import propose_session
from dcm_desktop.usecases.sessions.proxies import (
    ProxyRow,
    give_proxy,
    take_back_proxy,
)
from dcm_desktop.usecases.sessions.quorum import (
    QuorumAnswer,
    QuorumQuestion,
    ReducedView,
    answer_quorum_question,
    reduce_quorum,
)
from dcm_desktop.usecases.sessions.readiness import Readiness, get_readiness
from dcm_desktop.usecases.sessions.recusals import recuse, take_back_recusal
from dcm_desktop.usecases.sessions.roll import (
    make_roll,
    mark_absent,
    mark_expected,
    mark_left,
    mark_present,
    mark_rest_present,
    set_excuse,
    set_mode,
    set_stays,
)
from dcm_desktop.usecases.sessions.roll_view import EXCEPTIONS, RollRow, RollSign
from dcm_desktop.usecases.sessions.room import (
    close_session,
    declare_no_quorum,
    finish_item,
    get_closing,
    go_to_next_item,
    open_session,
    set_next_session,
    start_item,
)
from dcm_desktop.usecases.sessions.substitution import (
    mark_represented,
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
from dcm_desktop.usecases.sessions.templates import (
    TemplateData,
    TemplateItemData,
    TemplateRow,
    create_template,
    delete_template,
    get_template,
    list_templates,
    template_of_session,
    update_template,
    usual_template,
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
from dcm_desktop.usecases.sessions.written import (
    AnswerRow,
    WrittenView,
    get_written,
    note_answer,
    set_deadline,
    take_back_answer,
    tally_written,
)

__all__ = [
    "CARRIED_WARNING", "CONSENSUS", "EXCEPTIONS", "Adopted", "AdoptedItem", "AnswerRow",
    "AttachmentFile", "AttachmentRow", "Ballot", "ClosedPartView", "DecisionRow", "DoorRow",
    "EventRow", "FileData", "FollowUpGroup", "GuestData", "Heard", "InboxRow", "ItemData",
    "ItemRow", "ItemView", "LineRow", "MembershipData", "MinutesChoice", "PauseView",
    "PendingMembership", "PlannedSession", "PledgeData", "PledgeRow", "PreparationView",
    "ProposalRow", "ProposalSource", "ProposedItem", "ProxyRow", "QuorumAnswer", "QuorumQuestion",
    "QuorumView", "Readiness", "ReducedView", "RollRow", "RollSign", "RoomView", "SessionData",
    "SessionRow", "TaskData", "TaskPreview", "TaskRow", "TemplateData", "TemplateItemData",
    "TemplateRow", "VoteBasis", "VotePreview", "VoteRow", "Voted", "WrittenView",
    "add_attachment", "add_guest", "add_item", "add_line", "add_pledge", "add_prepared_item",
    "add_proposal", "add_task", "add_task_line", "adjourn_session", "adopt_by_consensus",
    "adopt_by_vote", "annul_decision", "answer_event", "answer_quorum_question", "attachments_of",
    "cancel_session", "carried_times", "close_session", "convene_session",
    "correct_decision_text", "correct_vote", "count_inbox", "create_session", "create_template",
    "declare_no_quorum", "delete_line", "delete_proposal", "delete_template", "drop_from_inbox",
    "drop_membership", "end_closed_part", "fill_agenda", "find_session", "finish_item",
    "get_adopted_agenda", "get_closing", "get_guest", "get_item", "get_preparation",
    "get_proposed_decision", "get_readiness", "get_room", "get_session_data", "get_task",
    "get_template", "get_written", "give_proxy", "go_to_next_item", "heard_by",
    "institution_candidates", "let_stay", "list_attachments", "list_events", "list_follow_up",
    "list_inbox", "list_sessions", "list_templates", "make_roll", "mark_absent", "mark_expected",
    "mark_left", "mark_present", "mark_represented", "mark_rest_present", "minutes_choices",
    "missing_declarations", "move_task", "note_answer", "note_event", "open_session",
    "pending_membership", "place_item", "plan_resumption", "postpone_item", "postpone_session",
    "preview_task", "preview_vote", "propose_items", "propose_membership", "propose_session",
    "put_decision", "read_attachment", "recuse", "reduce_quorum", "remake_minutes",
    "remove_attachment", "remove_guest", "remove_item", "remove_pledge", "remove_task",
    "reopen_item", "reschedule_session", "resume_session", "send_case_to_inbox", "send_out",
    "send_task_to_inbox", "send_topic_to_inbox", "set_confidential_text", "set_deadline",
    "set_decision_kind", "set_excuse", "set_mode", "set_next_session", "set_public_text",
    "set_reporting_text", "set_stays", "shift_item", "sign_all_declarations", "sign_declaration",
    "start_item", "take_back_answer", "take_back_proxy", "take_back_recusal", "take_from_inbox",
    "take_proposal", "tally_written", "template_of_session", "update_attachment",
    "update_decision_text", "update_guest", "update_item", "update_line", "update_pledge",
    "update_proposal", "update_session", "update_task", "update_template", "usual_template",
    "vote_added_item", "vote_agenda", "withdraw_item",
]  # fmt: skip
