"""The inbox between sessions: what is sent there moves onto an agenda and comes back from it."""

from datetime import timedelta

import pytest
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.tasks import CaseTaskData, add_case_task


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


def waiting(workspace: Workspace, kit: Mechanism15) -> list[str]:
    return [row.label for row in workspace.ask(sessions.list_inbox, kit.mechanism_id)]


def test_building_an_agenda_moves_what_waits_and_never_copies_it(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A5: a case and a topic leave the inbox for the agenda."""
    case_id = make_case(workspace, kit)
    workspace.do(sessions.send_case_to_inbox, case_id, at=PREPARED_AT)
    title = "Зимен план за приемната грижа"
    workspace.do(sessions.send_topic_to_inbox, kit.mechanism_id, title, at=PREPARED_AT)
    assert waiting(workspace, kit) == ["KRZ-2026-001", title]
    data = sessions.SessionData(STARTS_AT, place="зала № 2")
    saved = workspace.do(
        sessions.create_session, kit.mechanism_id, data, accept=ACCEPT_ALL, at=PREPARED_AT
    )
    items = workspace.ask(sessions.get_room, saved.id, at=PREPARED_AT).items
    assert [item.kind for item in items] == [
        AgendaItemKind.CASE,
        AgendaItemKind.ORGANISATIONAL,
        AgendaItemKind.MISC,
    ]
    assert waiting(workspace, kit) == []
    assert workspace.ask(sessions.count_inbox, kit.mechanism_id) == 0
    other = make_session(
        workspace, kit, (), starts_at=STARTS_AT + timedelta(days=7), convened=False
    )
    assert workspace.do(sessions.fill_agenda, other.session_id, at=PREPARED_AT) == 1  # „Разни“


def test_item_taken_out_of_a_draft_waits_again(workspace: Workspace, kit: Mechanism15) -> None:
    """A5: taking the item out returns the entry; undo brings both back."""
    case_id = make_case(workspace, kit)
    entry = workspace.do(sessions.send_case_to_inbox, case_id, at=PREPARED_AT)
    room = make_session(workspace, kit, (), convened=False)
    item = workspace.do(sessions.take_from_inbox, entry.id, room.session_id, at=PREPARED_AT)
    assert waiting(workspace, kit) == []
    workspace.do(sessions.remove_item, item.id, at=PREPARED_AT)
    assert waiting(workspace, kit) == ["KRZ-2026-001"]
    workspace.undo(at=PREPARED_AT)
    assert waiting(workspace, kit) == []
    assert len(room.view().items) == 1


def test_case_waits_only_once(workspace: Workspace, kit: Mechanism15) -> None:
    """A5: a case sent twice, or by a task of it, is told to wait already."""
    case_id = make_case(workspace, kit)
    data = CaseTaskData("Проверка на жилището", kit.institutions[3], standing=True)
    task_id = workspace.do(add_case_task, case_id, data, at=PREPARED_AT).id
    workspace.do(sessions.send_case_to_inbox, case_id, at=PREPARED_AT)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.send_case_to_inbox, case_id, at=PREPARED_AT)
    assert refused.value.code == "inbox.already"
    with pytest.raises(RuleBroken):
        workspace.do(sessions.send_task_to_inbox, task_id, at=PREPARED_AT)


def test_task_goes_with_its_case(workspace: Workspace, kit: Mechanism15) -> None:
    """A5: the task is the note of a case item, its words never become a title."""
    case_id = make_case(workspace, kit)
    data = CaseTaskData("Проверка на жилището", kit.institutions[3], standing=True)
    task_id = workspace.do(add_case_task, case_id, data, at=PREPARED_AT).id
    workspace.do(sessions.send_task_to_inbox, task_id, at=PREPARED_AT)
    row = workspace.ask(sessions.list_inbox, kit.mechanism_id)[0]
    assert (row.kind, row.label, row.note) == (
        AgendaItemKind.CASE,
        "KRZ-2026-001",
        "Проверка на жилището",
    )


def test_topic_with_a_name_of_the_register_is_refused(
    workspace: Workspace, kit: Mechanism15
) -> None:
    make_case(workspace, kit)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(
            sessions.send_topic_to_inbox,
            kit.mechanism_id,
            "Жилище за семейство Ковачеви",
            at=PREPARED_AT,
        )
    assert refused.value.code == "item.name_in_title"


def test_what_is_dropped_no_longer_waits(workspace: Workspace, kit: Mechanism15) -> None:
    entry = workspace.do(
        sessions.send_topic_to_inbox, kit.mechanism_id, "Обмен на данни", at=PREPARED_AT
    )
    workspace.do(sessions.drop_from_inbox, entry.id, "отпадна", at=PREPARED_AT)
    assert waiting(workspace, kit) == []
    room = make_session(workspace, kit, (), convened=False)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.take_from_inbox, entry.id, room.session_id, at=PREPARED_AT)
    assert refused.value.code == "inbox.not_waiting"
