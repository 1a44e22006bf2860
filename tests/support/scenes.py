"""The scenes that are drawn: what is opened, typed and chosen before each picture."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.hall_scenes import hall_scenes
from tests.support.live import hold_until_vote
from tests.support.stores import DISTRICT, NATIONAL, PASSPHRASE
from tests.support.studio import Shown, Studio, main_window, opened_copy, settle, stop_clock
from tests.support.window import click, type_text

from dcm_desktop.domain.terms import NoticeWay
from dcm_desktop.errors import RuleBroken
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.cases.file import CaseFileScreen
from dcm_desktop.ui.screens.cases.list import CasesScreen
from dcm_desktop.ui.screens.exchange.peers import ExchangeScreen
from dcm_desktop.ui.screens.first_run import FirstRun, Started
from dcm_desktop.ui.screens.members.list import MembersScreen
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.ui.screens.sessions.convening import ConveningScreen
from dcm_desktop.ui.screens.sessions.list import SessionsScreen
from dcm_desktop.ui.screens.sessions.prepare import PrepareScreen
from dcm_desktop.ui.screens.unlock import UnlockScreen
from dcm_desktop.ui.start_window import StartWindow
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.key_sheet import KeySheet
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import CaseFilter, list_cases
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.exchange import export_bundle
from dcm_desktop.usecases.sessions import declare_no_quorum
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.workspace import create_store

NO_EFFECT = Qt.UIEffect.UI_AnimateCombo
PLACES = ("home", "tasks", "areas", "sessions", "cases", "members", "documents", "exchange")
WORDS = "липа мост зима кана вятър"


def before_unlocking(studio: Studio, folder: Path) -> None:
    """The unlock screen and the three steps of the first run."""
    window = StartWindow()
    window.show()
    window.activateWindow()
    unlock = UnlockScreen(folder, "ОКМД – област Кърджали", studio.jobs)
    window.put(unlock)
    studio.draw(window, "unlock")
    unlock.field.set_error("Паролата не е вярна.")
    studio.draw(window, "unlock-wrong")
    click(window.findChild(Button, "recoveryButton"))
    studio.draw(window, "unlock-recovery")
    first = FirstRun(studio.jobs, folder=folder / "first.dcm")
    window.put(first)
    studio.draw(window, "first-run-1-who")
    click(first.findChild(Button, "nextButton"))
    studio.draw(window, "first-run-1-errors")
    first.who.district.set_value("KRZ")
    first.who.name.setText("Невена Зафирова")
    click(first.next)
    type_text(first.passphrase.first, WORDS)
    studio.draw(window, "first-run-2-passphrase")
    type_text(first.passphrase.second, WORDS)
    click(first.next)
    settle(studio.jobs)
    studio.draw(window, "first-run-3-sheet")
    made: list[Started] = []
    first.started.connect(made.append)
    click(first.findChild(Button, "laterButton"))
    workspace = made[0].workspace
    assert isinstance(workspace, Workspace)
    workspace.close(at=now(), with_backup=False)
    window.hide()
    window.deleteLater()


def empty_stores(studio: Studio, folder: Path) -> None:
    """A store without anything: every empty state."""
    for setup, name in ((DISTRICT, "district"), (NATIONAL, "national")):
        created = create_store(folder / f"empty-{name}.dcm", setup, PASSPHRASE, at=now())
        with main_window(created.workspace, folder) as shown:
            for place in filter(shown.has, PLACES):
                shown.go(place)
                studio.draw(shown.window, f"empty-{name}-{place}")
        created.workspace.close(at=now(), with_backup=False)


def district(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """The screens of a coordinator, outside of the room."""
    store, copy = demo / "district.dcm", folder / "district.dcm"
    with (
        opened_copy(store, copy, DEMO_PASSPHRASE, at=at) as workspace,
        main_window(workspace, folder) as shown,
    ):
        for place in filter(shown.has, PLACES):
            shown.go(place)
            studio.draw(shown.window, place)
        for part in ("look", "store", "mechanism", "rules", "schedule", "phrases"):
            shown.go("settings", part=part)
            studio.draw(shown.window, f"settings-{part}")
        _sessions(studio, shown)
        _cases(studio, shown)
        _members(studio, shown)
        _everywhere(studio, shown)


def _sessions(studio: Studio, shown: Shown) -> None:
    rows = shown.workspace.ask(list_sessions)
    for do in ("new", "late"):
        shown.go("sessions", do=do)
        studio.draw(shown.window, f"sessions-{do}")
        shown.screen(SessionsScreen).stage.close_panel()
    shown.go("session_prepare", session_id=rows[0].session_id)
    studio.draw(shown.window, "prepare")
    screen = shown.screen(PrepareScreen)
    screen.start_item()
    studio.draw(shown.window, "prepare-new-item")
    screen.item.cancelled.emit()
    _convening(studio, shown, rows[0].session_id)
    for edition in ("public", "full"):
        shown.go("documents", session_id=rows[1].session_id, kind="minutes", edition=edition)
        studio.draw(shown.window, f"minutes-{edition}")
    for kind in ("invitation", "attendance"):
        shown.go("documents", session_id=rows[0].session_id, kind=kind)
        studio.draw(shown.window, kind)


def _convening(studio: Studio, shown: Shown, session_id: str) -> None:
    """Nothing sent yet, then some letters and answers, then the form after „несъстояло се“."""
    shown.go("convening", session_id=session_id)
    screen = shown.screen(ConveningScreen)
    studio.draw(shown.window, "convening-begins")
    members = screen.members
    for text in ("2+", "3-", "5+", "6*", "7+", "8+", "9+", "10+", "11-"):
        type_text(members.entry, text)
    for way in (NoticeWay.PHONE, NoticeWay.PAPER):
        members._way_pressed(way)
        members.list.step(1)
    members.all_button.setChecked(True)
    members._way_pressed(NoticeWay.EMAIL)
    screen.refresh()
    members.list.set_current(5)
    studio.draw(shown.window, "convening")
    screen.ask_new_date()
    studio.draw(shown.window, "convening-new-date")
    screen.stage.close_panel()


def _cases(studio: Studio, shown: Shown) -> None:
    found = shown.workspace.ask(list_cases, CaseFilter(), today=today())
    code = next(row for row in found.rows if row.code.endswith("001"))
    shown.go("cases", find="кадир")
    studio.draw(shown.window, "cases-search")
    shown.go("cases", find="няма такова")
    studio.draw(shown.window, "cases-nothing-found")
    shown.screen(CasesScreen).search.clear()
    shown.go("case_file", case_id=code.case_id)
    studio.draw(shown.window, "case-file")
    screen = shown.screen(CaseFileScreen)
    screen._new_child()
    studio.draw(shown.window, "case-file-child")
    screen.stage.close_panel()
    shown.go("case_new")
    studio.draw(shown.window, "case-new")


def _members(studio: Studio, shown: Shown) -> None:
    shown.go("members")
    screen = shown.screen(MembersScreen)
    screen._new()
    studio.draw(shown.window, "members-new")
    screen.stage.close_panel()
    for tab, name in ((1, "people"), (2, "institutions")):
        screen._choose_tab(tab)
        studio.draw(shown.window, f"members-{name}")
    screen._choose_tab(0)


def _everywhere(studio: Studio, shown: Shown) -> None:
    shown.go("cases")
    screen = shown.screen(CasesScreen)
    screen.take_error(RuleBroken("store.disk_full"))
    studio.draw(shown.window, "strip")
    screen.strip.dismiss()
    shown.window.say("Случаят е открит", undo=True)
    studio.draw(shown.window, "toast")
    shown.window.toast.hide()
    shown.window.busy.begin("Файлът се шифрова и подписва …")
    studio.draw(shown.window, "busy")
    shown.window.busy.end()


def room(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """The session room from the roll call to the closing."""
    with opened_copy(demo / "district.dcm", folder / "room.dcm", DEMO_PASSPHRASE, at=at) as opened:
        waiting = opened.ask(list_sessions)[0]
        stop_clock(waiting.starts_at)
        with main_window(opened, folder) as shown:
            shown.go("room", session_id=waiting.session_id)
            studio.draw(shown.window, "room-convened")
            shown.screen(RoomScreen).show_roll()
            studio.draw(shown.window, "roll-call-begins")
        live = hold_until_vote(opened)
        stop_clock(live.now)
        with main_window(opened, folder) as shown:
            running = live.view.running_id or ""
            shown.go("room", session_id=waiting.session_id, item_id=running)
            _live(studio, shown)
            hall_scenes(studio, shown, waiting.session_id, folder)
        stop_clock(at)


def without_quorum(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """A session that did not take place: its statement and the call for a new one."""
    with opened_copy(demo / "district.dcm", folder / "few.dcm", DEMO_PASSPHRASE, at=at) as opened:
        waiting = opened.ask(list_sessions)[0]
        stop_clock(waiting.starts_at + timedelta(minutes=40))
        opened.do(declare_no_quorum, waiting.session_id, at=now())
        with main_window(opened, folder) as shown:
            shown.go("convening", session_id=waiting.session_id)
            studio.draw(shown.window, "convening-no-quorum")
            shown.screen(ConveningScreen).ask_new_date()
            studio.draw(shown.window, "convening-no-quorum-date")
        stop_clock(at)


def _live(studio: Studio, shown: Shown) -> None:
    screen = shown.screen(RoomScreen)
    screen.strip.dismiss()
    studio.draw(shown.window, "room")
    screen.show_roll()
    studio.draw(shown.window, "roll-call")
    screen.leave_roll()
    screen.panel.focus_field("vote_entry")
    entry = screen.panel.vote.entry
    for name, text in (("vote", "12-0-1"), ("vote-impossible", "14-0-0"), ("vote-lost", "5-6-2")):
        entry.setText(text)
        studio.draw(shown.window, f"room-{name}")
    entry.clear()
    screen.panel.vote.start()
    for text in ("4-", "9/"):
        type_text(entry, text)
    studio.draw(shown.window, "room-vote-by-name")
    screen.panel.vote.reset()
    screen.panel.focus_field("task_line")
    type_text(QApplication.focusWidget(), "Изготвя социален доклад @ОЗД – Кърджали !+7")
    studio.draw(shown.window, "room-task-line")
    screen.panel.forget_task()
    screen.session_acts.ask_close()
    studio.draw(shown.window, "room-closing")
    screen.strip.dismiss()
    shown.window.show_keys()
    studio.draw(shown.window, "keys")
    for sheet in shown.window.findChildren(KeySheet):
        sheet.hide_sheet()
    screen.menu.add_item()
    studio.draw(shown.window, "room-new-item")
    screen.stage.close_panel()


def national(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """The national copy, and a file on its way from the district."""
    bundle = folder / "okmd-KRZ-A-0002.dcmb"
    with opened_copy(
        demo / "district.dcm", folder / "sender.dcm", DEMO_PASSPHRASE, at=at
    ) as sender:
        hold_until_vote(sender)
        export_bundle(sender, "national", bundle, at=at)
    with (
        opened_copy(
            demo / "national.dcm", folder / "national.dcm", DEMO_PASSPHRASE, at=at
        ) as workspace,
        main_window(workspace, folder) as shown,
    ):
        for place in filter(shown.has, PLACES):
            shown.go(place)
            studio.draw(shown.window, f"national-{place}")
        shown.go("exchange")
        screen = shown.screen(ExchangeScreen)
        screen.show_preview(bundle)
        settle(shown.jobs)
        studio.draw(shown.window, "national-preview")
        screen._leave_preview()
        screen._start_accept()
        studio.draw(shown.window, "national-accept")
