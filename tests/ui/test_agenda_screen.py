"""Building an agenda in the window: dragging, inbox, files, templates, ways from findings."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import Mechanism15, Room, make_case, make_mechanism_of_15, make_session
from tests.support.files import FileChoice, fake_dialogs
from tests.support.window import NotingShell, clipped, nameless, press, type_text

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import AgendaItemKind, AttachmentAccess
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.cases.list import CasesScreen
from dcm_desktop.ui.screens.screen import Desk, Screen
from dcm_desktop.ui.screens.sessions.inbox import InboxScreen
from dcm_desktop.ui.screens.sessions.inbox_panel import InboxPanel
from dcm_desktop.ui.screens.sessions.jumps import Target, jump_of
from dcm_desktop.ui.screens.sessions.prepare import PrepareScreen
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.ui.screens.sessions.templates import TemplatesScreen
from dcm_desktop.usecases import sessions

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
THREE = ("Първа тема", "Втора тема", "Трета тема")


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileChoice:
    return fake_dialogs(monkeypatch)


@pytest.fixture
def kit(desk: Desk) -> Mechanism15:
    return make_mechanism_of_15(desk.workspace)


def show(desk_and_shell: tuple[Desk, NotingShell], screen: Screen) -> None:
    shell = desk_and_shell[1]
    shell.put(screen)
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    screen.refresh_now()


@pytest.fixture
def room(desk: Desk, kit: Mechanism15) -> Room:
    starts_at = now() + timedelta(days=40)
    return make_session(desk.workspace, kit, THREE, starts_at=starts_at, convened=False, at=now())


@pytest.fixture
def prepare(desk_and_shell: tuple[Desk, NotingShell], room: Room) -> PrepareScreen:
    screen = PrepareScreen(desk_and_shell[0])
    screen.opened(session_id=room.session_id)
    show(desk_and_shell, screen)
    return screen


def titles(screen: PrepareScreen) -> list[str]:
    return [line.title for line in screen.agenda.lines]


def test_item_is_dragged_to_another_place_in_one_step_of_undo(prepare: PrepareScreen) -> None:
    """A7: drag; numbers follow; one undo step."""
    rows = prepare.agenda.list
    start = rows.visualRect(rows.rows_model.index(2)).center()
    end = rows.visualRect(rows.rows_model.index(0)).topLeft() + QPoint(60, 3)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rows.viewport(), start - QPoint(0, 30))
    QTest.mouseMove(rows.viewport(), end)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()
    assert titles(prepare) == ["Трета тема", "Първа тема", "Втора тема"]
    assert [line.number for line in prepare.agenda.lines] == ["1", "2", "3"]
    prepare.desk.workspace.undo(at=now())
    QApplication.processEvents()
    assert titles(prepare) == list(THREE)


def test_what_no_longer_fits_is_named(prepare: PrepareScreen, room: Room) -> None:
    """A8: the planned end stands above the agenda, with the first item that is late."""
    from dataclasses import replace

    assert "край" in prepare.agenda.end.text()
    data = prepare.desk.workspace.ask(sessions.get_session_data, room.session_id)
    short = replace(data, ends_at=data.starts_at + timedelta(minutes=20))
    prepare.desk.workspace.do(
        sessions.update_session, room.session_id, short, accept={"session.free_day"}, at=now()
    )
    QApplication.processEvents()
    assert [line.late for line in prepare.agenda.lines] == [False, True, True]
    assert "2" in prepare.agenda.over.full_text


def test_case_goes_to_the_inbox_and_from_there_to_the_agenda(
    desk_and_shell: tuple[Desk, NotingShell], prepare: PrepareScreen, kit: Mechanism15
) -> None:
    """A5: Ctrl+I in the list of cases; Enter in the inbox beside the agenda."""
    desk = desk_and_shell[0]
    make_case(desk.workspace, kit)
    cases = CasesScreen(desk)
    show(desk_and_shell, cases)
    cases.table.set_current(0)
    cases.table.setFocus()
    press(cases.table, Key.Key_I, Ctrl)
    QApplication.processEvents()
    assert prepare.agenda.inbox_button.text().endswith("1")
    prepare.setFocus()
    press(prepare.agenda.list, Key.Key_I, Ctrl)
    panel = prepare.stage.panel
    assert isinstance(panel, InboxPanel)
    press(panel.list, Key.Key_Return)
    QApplication.processEvents()
    assert titles(prepare)[-1] == "Обсъждане на случай №\u00a0KRZ-2026-001"
    assert not panel.list.rows_model.rowCount()
    assert prepare.agenda.inbox_button.isHidden()


def test_topic_is_typed_into_the_inbox(
    desk_and_shell: tuple[Desk, NotingShell], room: Room
) -> None:
    """A5: a topic waits; Enter puts it on the next agenda."""
    screen = InboxScreen(desk_and_shell[0])
    show(desk_and_shell, screen)
    type_text(screen.topic, "Зимен план")
    press(screen.topic, Key.Key_Return)
    QApplication.processEvents()
    assert [row.label for row in screen.list.rows_model.rows] == ["Зимен план"]
    press(screen.list, Key.Key_Return)
    QApplication.processEvents()
    assert [item.title for item in room.view().items] == [*THREE, "Зимен план"]
    assert not nameless(screen)


def test_file_is_added_shown_marked_and_taken_away(
    prepare: PrepareScreen, files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    """A12: by the dialog; who may see it; Delete takes it away."""
    files.path = tmp_path / "Справка.txt"
    files.path.write_text("Свободни места: 4\n", encoding="utf-8")
    prepare.files.choose()
    qtbot.waitUntil(lambda: not prepare.desk.jobs.waiting)
    QApplication.processEvents()
    chips = prepare.item.files.chips
    assert [chip.row.title for chip in chips] == ["Справка"]
    prepare.files.set_access(chips[0].row.attachment_id, AttachmentAccess.PUBLIC.value)
    QApplication.processEvents()
    chip = prepare.item.files.chips[0]
    assert chip.row.access is AttachmentAccess.PUBLIC
    files.path = tmp_path / "копие.txt"
    prepare.files.save_copy(chip.row.attachment_id)
    assert files.path.read_text(encoding="utf-8") == "Свободни места: 4\n"
    press(prepare.item.files.chips[0], Key.Key_Delete)
    QApplication.processEvents()
    assert not prepare.item.files.chips


def test_wrong_file_is_told_in_the_strip(
    prepare: PrepareScreen, files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    """A12: a program is not taken, whatever its name."""
    files.path = tmp_path / "Справка.pdf"
    files.path.write_bytes(b"MZ\x90\x00\x03\x00")
    prepare.files.choose()
    qtbot.waitUntil(lambda: not prepare.desk.jobs.waiting)
    QApplication.processEvents()
    assert "не се приема" in prepare.strip.text


def test_proposed_decision_waits_for_the_room(prepare: PrepareScreen, room: Room) -> None:
    """A6: what the coordinator proposes is the draft that F6 opens."""
    form = prepare.item
    form.proposal.setText("Приема за сведение.")
    form.proposal.left.emit()
    QApplication.processEvents()
    current = room.view(room.item(1)).current
    assert current is not None
    assert current.draft is not None
    assert current.draft.text == "Приема за сведение."


def test_enter_on_a_finding_goes_to_its_field(prepare: PrepareScreen, room: Room) -> None:
    """A14: from a line of the readiness to the field of the item."""
    data = sessions.ItemData(AgendaItemKind.SERVICE_INFO, "Закриване на услуга", closed_part=True)
    prepare.desk.workspace.do(sessions.add_item, room.session_id, data, at=now())
    QApplication.processEvents()
    row = next(r for r in prepare.readiness.rows if r.finding.code == "item.no_public_title")
    row.setFocus()
    press(row, Key.Key_Return)
    assert prepare.item.public_title.hasFocus()
    assert prepare.item.title.text() == "Закриване на услуга"


@pytest.mark.parametrize(
    ("code", "facts", "target"),
    [
        ("session.no_agenda", {}, Target.NEW_ITEM),
        ("session.no_place", {}, Target.SESSION),
        ("session.notice_short", {"n": 1, "required": 5}, Target.SESSION),
        ("attendance.nobody", {}, Target.ROLL),
        ("session.item_unfinished", {"item": 2}, Target.ITEM),
        ("task.incomplete", {"title": "т"}, Target.TASKS),
        ("decision.draft_left", {"item": 1}, Target.ITEM),
    ],
)
def test_every_finding_leads_somewhere(code: str, facts: dict[str, object], target: Target) -> None:
    """A14: before convening, opening and closing."""
    jump = jump_of(Finding(code, True, facts))
    assert jump.target is target
    assert jump.field or target in (Target.NEW_ITEM, Target.ROLL)


def test_template_is_built_by_keyboard_and_makes_a_session(
    desk_and_shell: tuple[Desk, NotingShell], kit: Mechanism15
) -> None:
    """A1: points are typed one after the other, and a new session is made like it."""
    desk = desk_and_shell[0]
    screen = TemplatesScreen(desk)
    show(desk_and_shell, screen)
    press(screen, Key.Key_N, Ctrl)
    form = screen.stage.panel
    assert form is not None
    type_text(form.name, "Месечно")  # type: ignore[attr-defined]  # - a template form
    for title in ("Свободни места", "Обучения"):
        type_text(form.point_title, title)  # type: ignore[attr-defined]  # - a template form
        press(form.point_title, Key.Key_Return)  # type: ignore[attr-defined]  # - a template form
    press(form.name, Key.Key_Return, Ctrl)  # type: ignore[attr-defined]  # - a template form
    QApplication.processEvents()
    assert [(row.name, row.items) for row in screen.model.rows] == [("Месечно", 2)]
    new = SessionForm(screen, kit.mechanism_id)
    new._template_chosen(screen.model.rows[0].template_id)
    shown = [item.title for item in new.items.rows_model.rows]
    assert shown == ["Свободни места", "Обучения", "Разни"]
    new.deleteLater()


def test_items_without_a_tick_stay_away(
    desk_and_shell: tuple[Desk, NotingShell], kit: Mechanism15
) -> None:
    """A3: Space takes the tick away."""
    desk = desk_and_shell[0]
    screen = TemplatesScreen(desk)
    show(desk_and_shell, screen)
    form = SessionForm(screen, kit.mechanism_id)
    screen.stage.open(form)
    form.items.setFocus()
    press(form.items, Key.Key_Space)
    form.day.setText("+30")
    form.save()
    if form.strip.text:
        form._save_all_the_same()
    rows = desk.workspace.ask(sessions.list_sessions)
    assert [row.items for row in rows] == [0]


@pytest.mark.parametrize("size", [(911, 460), (1366, 690)])
def test_agenda_with_everything_fits(
    prepare: PrepareScreen,
    desk_and_shell: tuple[Desk, NotingShell],
    room: Room,
    size: tuple[int, int],
) -> None:
    shell = desk_and_shell[1]
    data = sessions.FileData("Междуинституционално становище за услугите.txt", b"x\n")
    from dcm_desktop.domain.terms import AttachmentOwner

    prepare.desk.workspace.do(
        sessions.add_attachment, AttachmentOwner.ITEM, room.item(1), data, at=now()
    )
    prepare.desk.workspace.do(
        sessions.send_topic_to_inbox, room.kit.mechanism_id, "Зимен план", at=now()
    )
    shell.setMinimumSize(300, 300)
    shell.resize(*size)
    QApplication.processEvents()
    assert not clipped(prepare)
    assert not nameless(prepare)
