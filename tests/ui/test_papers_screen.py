"""Papers in the window: preview in memory, guard, copies, on a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import hold_case_session, make_mechanism_of_15, make_session
from tests.support.files import FileChoice, fake_dialogs
from tests.support.pair import set_values
from tests.support.window import SIZES, NotingShell, click, clipped, nameless, outside, press

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.store.tables import Session
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.main_window import SMALLEST
from dcm_desktop.ui.screens.documents.papers import PAGE, REFUSED, PapersScreen
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.usecases.documents import PaperKind, list_papers
from dcm_desktop.usecases.sessions import declare_no_quorum


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileChoice:
    return fake_dialogs(monkeypatch)


def open_papers(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot, **arguments: str
) -> PapersScreen:
    desk, shell = desk_and_shell
    screen = PapersScreen(desk)
    shell.put(screen)
    shell.show()
    screen.opened(**arguments)
    screen.refresh_now()
    settle(desk, qtbot)
    return screen


def settle(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.waiting, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.jobs.waiting, timeout=20_000)


def test_store_without_sessions_says_where_papers_come_from(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot
) -> None:
    screen = open_papers(desk_and_shell, qtbot)
    assert screen.whole.currentIndex() == 1
    assert screen.save_button.isHidden()


def test_invitation_is_previewed_page_by_page(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot
) -> None:
    desk, _shell = desk_and_shell
    room = make_session(desk.workspace, make_mechanism_of_15(desk.workspace))
    screen = open_papers(
        desk_and_shell, qtbot, session_id=room.session_id, kind=PaperKind.INVITATION
    )
    assert screen.pages.currentIndex() == PAGE
    assert screen.view.page_count == 17  # 16 letters, none to the chair, and the list
    press(screen.view, Qt.Key.Key_PageDown)
    assert screen.view.page == 2
    settle(desk, qtbot)
    assert screen.editions.isHidden()


def test_minutes_are_shown_in_both_editions_and_saved_as_a_file(
    desk_and_shell: tuple[Desk, NotingShell], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, shell = desk_and_shell
    room = hold_case_session(desk.workspace)
    screen = open_papers(desk_and_shell, qtbot, session_id=room.session_id)
    assert screen.paper is not None
    public = screen.paper.sha256
    full = screen.editions.findChildren(QAbstractButton)[1]
    click(full)
    settle(desk, qtbot)
    assert screen.paper.sha256 != public
    before = {path.name for path in tmp_path.rglob("*.pdf")}
    assert not before
    files.path = tmp_path / "minutes.pdf"
    click(screen.save_button)
    assert files.suggested[-1].endswith("-minutes-full.pdf")
    assert files.path.read_bytes().startswith(b"%PDF")
    assert shell.said[-1] == "minutes.pdf е записан"
    papers = desk.workspace.ask(list_papers, room.session_id)
    assert [(row.kind, row.edition, row.way) for row in papers] == [("minutes", "full", "file")]
    assert len(screen.copies.model.rows) == 1


def test_paper_with_a_name_of_the_register_is_not_drawn_and_the_place_is_told(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot
) -> None:
    desk, shell = desk_and_shell
    room = hold_case_session(desk.workspace)
    other = make_session(desk.workspace, room.kit, starts_at=room.now.replace(year=2027))
    planted: dict[str, object] = {"place": "у Илияна Ковачева"}
    desk.workspace.do(set_values, Session, other.session_id, planted, at=now())
    screen = open_papers(desk_and_shell, qtbot, session_id=other.session_id)
    assert screen.pages.currentIndex() == REFUSED
    assert screen.guard.places
    assert not any("Ковачева" in place for place in screen.guard.places)
    assert not screen.save_button.isEnabled()
    assert not screen.print_button.isEnabled()
    screen.mend_button.click()
    assert shell.opened[-1] == ("session_prepare", {"session_id": other.session_id})


def test_papers_of_a_session_without_quorum_lead_to_its_statement(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot
) -> None:
    """D6: the statement and the new date are found again from the list of sessions."""
    desk, shell = desk_and_shell
    room = make_session(desk.workspace, make_mechanism_of_15(desk.workspace))
    desk.workspace.do(declare_no_quorum, room.session_id, at=room.now)
    screen = open_papers(desk_and_shell, qtbot, session_id=room.session_id)
    screen.mend_button.click()
    assert shell.opened[-1] == ("convening", {"session_id": room.session_id})


def test_papers_of_a_held_session_open_with_the_public_minutes(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot
) -> None:
    room = hold_case_session(desk_and_shell[0].workspace)
    assert room.view().status is SessionStatus.HELD
    screen = open_papers(desk_and_shell, qtbot)
    assert screen.header.title.text() == "Протокол №\u00a01"
    assert screen.paper is not None
    assert screen.paper.kind is PaperKind.MINUTES
    assert str(screen.paper.edition) == "public"


@pytest.mark.parametrize("size", SIZES)
def test_papers_fit_every_window(
    desk_and_shell: tuple[Desk, NotingShell], qtbot: QtBot, size: tuple[int, int]
) -> None:
    desk, shell = desk_and_shell
    room = make_session(desk.workspace, make_mechanism_of_15(desk.workspace))
    screen = open_papers(desk_and_shell, qtbot, session_id=room.session_id, kind=PaperKind.MINUTES)
    shell.setMinimumSize(*SMALLEST)
    shell.resize(*size)
    QApplication.processEvents()
    settle(desk, qtbot)
    assert not clipped(screen)
    assert not outside(shell)
    assert not nameless(screen)
