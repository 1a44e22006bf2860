"""The exchange through its widgets, between two real stores."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.exchange import enrol, fill_district
from tests.support.files import FileChoice, fake_dialogs
from tests.support.pair import audit_acts, everything, set_values
from tests.support.window import (
    SIZES,
    NotingShell,
    click,
    clipped,
    end_desk,
    make_desk,
    nameless,
    outside,
    press,
    type_text,
)

from dcm_desktop.store.tables import AgendaItem
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.main_window import SMALLEST
from dcm_desktop.ui.screens.exchange.peers import (
    ENROL,
    GUARD,
    PREVIEW,
    REGISTER,
    ExchangeScreen,
)
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.usecases.exchange import list_receipts
from dcm_desktop.usecases.sessions import get_room, list_sessions
from dcm_desktop.usecases.workspace import Workspace


@dataclass
class Side:
    """One store with its exchange screen in a window."""

    desk: Desk
    shell: NotingShell
    screen: ExchangeScreen

    def settle(self, qtbot: QtBot) -> None:
        """Wait for the worker and for what it announced."""
        qtbot.waitUntil(lambda: not self.desk.jobs.waiting, timeout=20_000)
        QApplication.processEvents()


def make_side(workspace: Workspace, folder: Path) -> Side:
    desk, shell = make_desk(workspace, folder)
    screen = ExchangeScreen(desk)
    shell.put(screen)
    shell.show()
    screen.refresh_now()
    return Side(desk, shell, screen)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileChoice:
    return fake_dialogs(monkeypatch)


@pytest.fixture
def district(workspace: Workspace, tmp_path: Path, qapp: QApplication) -> Iterator[Side]:
    side = make_side(workspace, tmp_path)
    yield side
    end_desk(side.desk, side.shell)


@pytest.fixture
def team(national: Workspace, tmp_path: Path, qapp: QApplication) -> Iterator[Side]:
    side = make_side(national, tmp_path)
    yield side
    end_desk(side.desk, side.shell)


@pytest.fixture
def enrolled(district: Side, team: Side, tmp_path: Path) -> tuple[Side, Side]:
    """Both sides know each other and the district has something to tell."""
    district.desk.workspace.do(fill_district, at=now())
    enrol(district.desk.workspace, team.desk.workspace, tmp_path, at=now())
    for side in (district, team):
        side.screen.mark_stale()
        side.screen.refresh_now()
    return district, team


def test_district_that_nobody_knows_is_led_to_the_first_step(district: Side) -> None:
    assert district.screen.pages.currentIndex() == ENROL
    assert not district.screen.export_button.isEnabled()
    assert district.screen.request.request_button.kind == "primary"
    assert not district.screen.request.finish_button.isEnabled()


def test_two_sides_introduce_themselves_through_the_window(
    district: Side, team: Side, files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    files.path = tmp_path / "request.json"
    click(district.screen.request.request_button)
    words = district.screen.request.words.words
    assert len(words.split()) == 6
    assert district.screen.request.finish_button.isEnabled()
    click(team.screen.accept_button)
    click(team.screen.accept.file_button)
    type_text(team.screen.accept.words_edit, words)
    files.path = tmp_path / "answer.age"
    click(team.screen.accept.accept_button)
    assert files.path.exists()
    team.settle(qtbot)
    assert team.screen.cards[0].peer.peer == "KRZ-A"
    type_text(district.screen.request.words_edit, words)
    click(district.screen.request.finish_button)
    district.settle(qtbot)
    assert district.screen.pages.currentIndex() == REGISTER
    assert district.screen.export_button.isEnabled()
    assert "A" in district.shell.said[-1]


def test_words_that_differ_are_refused_under_their_field(
    district: Side, team: Side, files: FileChoice, tmp_path: Path
) -> None:
    files.path = tmp_path / "request.json"
    click(district.screen.request.request_button)
    click(team.screen.accept_button)
    click(team.screen.accept.file_button)
    wrong = " ".join(reversed(district.screen.request.words.words.split()))
    type_text(team.screen.accept.words_edit, wrong)
    files.path = tmp_path / "answer.age"
    press(team.screen.accept.accept_button, Qt.Key.Key_Return)
    assert "не съвпадат" in team.screen.accept.words_field.error
    assert not files.path.exists()
    assert not team.screen.cards


def test_file_goes_out_is_previewed_taken_and_confirmed(
    enrolled: tuple[Side, Side], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    district, team = enrolled
    bundle, receipt = tmp_path / "okmd-KRZ-A-0001.dcmb", tmp_path / "okmd-BG-KRZ-0001.dcmb"
    files.path = bundle
    click(district.screen.export_button)
    district.settle(qtbot)
    assert files.suggested[-1] == bundle.name
    assert bundle.exists()
    assert "чака разписка" in district.screen.cards[0].lines[1]

    before = team.desk.workspace.ask(everything)
    click(team.screen.import_button)
    team.settle(qtbot)
    assert team.screen.pages.currentIndex() == PREVIEW
    assert team.desk.workspace.ask(everything) == before
    kinds = {row.kind: row.new for row in team.screen.preview.model.rows}
    assert kinds["session"] == 1
    assert kinds["case"] == 1
    click(team.screen.preview.accept_button)
    team.settle(qtbot)
    assert team.desk.workspace.ask(everything) != before
    assert bundle.name in team.shell.said[-1]

    files.path = receipt
    click(team.screen.cards[0].receipt_button)
    team.settle(qtbot)
    assert files.suggested[-1] == receipt.name
    click(district.screen.import_button)
    district.settle(qtbot)
    assert district.screen.pages.currentIndex() == PREVIEW
    click(district.screen.preview.accept_button)
    district.settle(qtbot)
    assert district.shell.said[-1] == "Получено от националния екип"
    assert "получено от националния екип" in district.screen.cards[0].lines[1]
    assert len(district.desk.workspace.ask(list_receipts).received) == 1


def test_file_that_is_left_changes_nothing(
    enrolled: tuple[Side, Side], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    district, team = enrolled
    files.path = tmp_path / "one.dcmb"
    click(district.screen.export_button)
    district.settle(qtbot)
    before = team.desk.workspace.ask(everything)
    click(team.screen.import_button)
    team.settle(qtbot)
    click(team.screen.preview.refuse_button)
    assert team.screen.pages.currentIndex() == REGISTER
    assert team.desk.workspace.ask(everything) == before


def test_wrong_file_is_refused_in_the_strip_and_nothing_changes(
    enrolled: tuple[Side, Side], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    _district, team = enrolled
    files.path = tmp_path / "letter.dcmb"
    files.path.write_bytes(b"this is a letter, not a bundle")
    before = team.desk.workspace.ask(everything)
    click(team.screen.import_button)
    team.settle(qtbot)
    assert team.screen.strip.text == "Това не е файл за обмен."
    assert team.screen.pages.currentIndex() == REGISTER
    assert team.desk.workspace.ask(everything) == before
    assert team.desk.workspace.ask(audit_acts)[-1] == "bundle.refused"


def test_file_taken_before_is_said_to_be_taken(
    enrolled: tuple[Side, Side], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    district, team = enrolled
    files.path = tmp_path / "one.dcmb"
    click(district.screen.export_button)
    district.settle(qtbot)
    for _ in range(2):
        click(team.screen.import_button)
        team.settle(qtbot)
        if team.screen.pages.currentIndex() == PREVIEW:
            click(team.screen.preview.accept_button)
            team.settle(qtbot)
    assert "вече е получено" in team.screen.strip.text


def test_name_in_a_public_title_holds_the_file_back_and_its_place_is_listed(
    enrolled: tuple[Side, Side], files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    district, _team = enrolled
    workspace = district.desk.workspace
    session = workspace.ask(list_sessions)[0]
    item = workspace.ask(get_room, session.session_id, at=now()).items[0]
    title: dict[str, object] = {"public_title": "Среща с Огняна Бонева"}
    workspace.do(set_values, AgendaItem, item.item_id, title, at=now())
    files.path = tmp_path / "one.dcmb"
    click(district.screen.export_button)
    district.settle(qtbot)
    assert not files.path.exists()
    assert district.screen.pages.currentIndex() == GUARD
    assert district.screen.guard.places == ("публично заглавие на точка (заседание № 7)",)
    assert district.screen.guard.pill.text == "1 място"


def test_cancelled_dialog_does_nothing(
    enrolled: tuple[Side, Side], files: FileChoice, qtbot: QtBot
) -> None:
    district, _team = enrolled
    click(district.screen.export_button)
    district.settle(qtbot)
    assert files.asked == 1
    assert not district.shell.said


@pytest.mark.parametrize("size", SIZES)
def test_exchange_fits_every_window(enrolled: tuple[Side, Side], size: tuple[int, int]) -> None:
    for side in enrolled:
        side.shell.setMinimumSize(*SMALLEST)
        side.shell.resize(*size)
        QApplication.processEvents()
        assert not clipped(side.screen)
        assert not outside(side.shell)
        assert not nameless(side.screen)
