"""A coordinator at the window, from the first start to the file for the national team.

Every step uses what a person would: keys, buttons, file dialogs. `Journey` keeps no rule; what it
finds on the way is asserted where the step depends on it.
"""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.support.sight import LONG, Sight, choose
from tests.support.window import click, press, type_text

from dcm_desktop.domain.terms import (
    GrammaticalGender,
    InstitutionType,
    MemberRole,
)
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.cases.new import NewCaseScreen
from dcm_desktop.ui.screens.documents.papers import PapersScreen
from dcm_desktop.ui.screens.exchange.peers import ExchangeScreen
from dcm_desktop.ui.screens.first_run import FirstRun
from dcm_desktop.ui.screens.members.forms import NewMemberForm
from dcm_desktop.ui.screens.members.list import MembersScreen
from dcm_desktop.ui.screens.recovery_groups import RecoveryGroups
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.ui.screens.sessions.list import SessionsScreen
from dcm_desktop.ui.screens.sessions.prepare import PrepareScreen
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.usecases import members
from dcm_desktop.usecases.members.joining import NewMember, join_member
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.saving import ACCEPT_ALL

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "липа мост зима кана вятър"
MEMBERS = [
    (f"Община № {n}", first, last, MemberRole.PERMANENT)
    for n, (first, last) in enumerate(
        (
            ("Стоян", "Калайджиев"), ("Антония", "Рускова"), ("Веселин", "Гърков"),
            ("Мария", "Терзийска"), ("Красимир", "Велчев"), ("Галина", "Пехливанова"),
            ("Недялко", "Казаков"), ("Лиляна", "Станчева"), ("Албена", "Караджова"),
            ("Ивелин", "Минчев"), ("Росица", "Добрева"), ("Йоана", "Чолакова"),
        ),
        1,
    )
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """Names of a child and of the mother."""

    child: tuple[str, str]
    mother: tuple[str, str]


class Journey(Sight):
    """The steps of the main job."""

    # Before the store is open

    def first_run(self, folder: Path, name: str, sheet: Path | None = None) -> None:
        """Make the store of Кърджали; keep the recovery sheet as a file, or postpone it."""
        assert self.program.start(folder)
        first = self.program.start_window.screen_shown
        assert isinstance(first, FirstRun)
        choose(first.who.district, "KRZ")
        type_text(first.who.name, name)
        press(first.who.name, Qt.Key.Key_Return)
        type_text(first.passphrase.first, WORDS)
        press(first.passphrase.first, Qt.Key.Key_Return)
        type_text(first.passphrase.second, WORDS)
        press(first.passphrase.second, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: first.step == 2, timeout=LONG)
        if sheet is None:
            click(self.button("laterButton", first))
        else:
            click(self.button("saveSheetButton", first))
            self.choose_file(sheet)
            self._type_two_groups(first, sheet)
            click(first.next)
        self.qtbot.waitUntil(lambda: self.program.main is not None, timeout=LONG)
        self.qtbot.waitUntil(self.main.isActiveWindow)

    def _type_two_groups(self, first: FirstRun, sheet: Path) -> None:
        text = subprocess.run(
            ["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True
        ).stdout
        groups = re.findall(r"(?<=\s)[2-9A-Z]{5}(?=\s)", text)[:8]
        asked = first.findChild(RecoveryGroups)
        assert isinstance(asked, RecoveryGroups)
        for edit in asked.edits:
            type_text(edit, groups[edit.place])
        assert first.next.isEnabled()

    # The mechanism

    def found_mechanism(self, day: str) -> None:
        """The first form: when the mechanism was founded; the rules stay as proposed."""
        screen = self.go("members", MembersScreen)
        field = field_of(screen, "founded_on")
        assert field is not None
        type_text(field.control, day)
        press(screen, Qt.Key.Key_N, CTRL)
        self.settle()
        assert self.workspace.ask(list_mechanisms), (field.error, screen.strip.text)

    def enter_member(
        self, institution: tuple[InstitutionType, str], name: tuple[str, str], role: MemberRole
    ) -> None:
        """Institution, official and mandate through the one form."""
        screen = self.screen(MembersScreen)
        press(screen, Qt.Key.Key_N, CTRL)
        form = screen.stage.panel
        assert isinstance(form, NewMemberForm)
        choose(form.institution, "+")
        choose(form.new_institution.type, institution[0].value)
        type_text(form.new_institution.name, institution[1])
        type_text(form.new_person.first, name[0])
        type_text(form.new_person.last, name[1])
        type_text(form.new_person.position, "директор")
        choose(form.role, role.value)
        form.start.setText("15.01.2026")
        press(form, Qt.Key.Key_Return, CTRL)
        self.settle()
        assert screen.stage.panel is None, (form.strip.text, screen.strip.text)

    def enter_more_members(self, rows: list[tuple[str, str, str, MemberRole]]) -> None:
        """Others through the use case of the same form: institution, first and last name, role."""
        mechanism_id = self.workspace.ask(list_mechanisms)[0].mechanism_id
        for institution, first, last, role in rows:
            gender = GrammaticalGender.F if last.endswith("а") else GrammaticalGender.M
            person = members.PersonData(
                first, last, grammatical_gender=gender, position="главен експерт"
            )
            body = members.InstitutionData(InstitutionType.MUNICIPALITY, institution)
            mandate = members.MandateData("", role, today().replace(month=1, day=15))
            data = NewMember(mandate, person, body)
            self.workspace.do(join_member, mechanism_id, data, accept=ACCEPT_ALL, at=now())
        self.settle()

    # A case

    def open_case(self, family: Family, summary: str, *, save: bool = True) -> None:
        """A new case with one child and its mother."""
        self.main.open("case_new")
        screen = self.screen(NewCaseScreen)
        choose(screen.case.typology, "prevention_separation")
        choose(screen.case.municipality, "KRZ16")
        choose(screen.case.risk, "high")
        choose(screen.case.consent, "given")
        type_text(screen.case.summary, summary)
        child = screen.children_boxes[0][1]
        type_text(child.person.first, family.child[0])
        type_text(child.person.last, family.child[1])
        type_text(child.person.birth, "14.05.2021")
        press(screen, Qt.Key.Key_M, CTRL)
        mother = screen.relative_boxes[0][1]
        choose(mother.relation, "mother")
        type_text(mother.person.first, family.mother[0])
        type_text(mother.person.last, family.mother[1])
        if save:
            click(screen.save_button)
            self.settle()
            if self.main.current is screen:
                self.go_on(screen.strip, "Отвори въпреки това")
            assert self.main.place == "case_file"

    # A session

    def prepare_session(self, day: str) -> None:
        """New session with a case and a matter of policy, convened; then into the room."""
        screen = self.go("sessions", SessionsScreen)
        press(screen, Qt.Key.Key_N, CTRL)
        form = screen.stage.panel
        assert isinstance(form, SessionForm)
        form.day.setText(day)
        type_text(form.place, "зала № 2")
        for combo in (form.chair, form.taker):
            values = [option.value for option in combo._options if option.value]
            choose(combo, values[0])
        press(form, Qt.Key.Key_Return, CTRL)
        self.settle()
        assert self.main.place == "session_prepare", form.strip.text
        prepare = self.screen(PrepareScreen)
        press(prepare, Qt.Key.Key_Insert)
        assert prepare.item.is_new
        case = next(option.value for option in prepare.item.case._options if option.value)
        choose(prepare.item.case, case)
        press(prepare.item, Qt.Key.Key_Return, CTRL)
        self.settle()
        assert not prepare.item.is_new, prepare.strip.text
        press(prepare, Qt.Key.Key_Insert)
        choose(prepare.item.kind, "policy")
        type_text(prepare.item.title, "План за обучение на членовете")
        press(prepare.item, Qt.Key.Key_Return, CTRL)
        self.settle()
        assert not prepare.item.is_new, prepare.strip.text
        click(prepare.next_button)
        self.settle()
        if prepare.strip.text:
            self.go_on(prepare.strip, "Свикай въпреки това")
        assert prepare.next_button.text() == "Към залата"

    def enter_room(self) -> RoomScreen:
        """From the preparation into the room."""
        click(self.screen(PrepareScreen).next_button)
        return self.screen(RoomScreen)

    def call_roll(self, signs: tuple[str, ...]) -> None:
        """F3: numbers with signs, then the rest are present; back to the items."""
        room = self.screen(RoomScreen)
        press(room, Qt.Key.Key_F3)
        for sign in signs:
            type_text(room.roll.entry, sign)
            self.settle()
        click(room.roll.side.rest)
        self.settle()
        press(room.roll, Qt.Key.Key_Escape)
        self.settle()

    def open_session(self) -> None:
        """F2 and yes."""
        room = self.screen(RoomScreen)
        press(room, Qt.Key.Key_F2)
        self.go_on(room.strip, "Открий")
        if room.strip.text:
            self.go_on(room.strip, "Открий все пак")

    def take_up(self, place: int) -> None:
        """Choose an item in the agenda and take it up."""
        room = self.screen(RoomScreen)
        room.agenda.list.set_current(place)
        room.agenda.list.setFocus()
        press(room.agenda.list, Qt.Key.Key_Return)
        self.settle()

    def field(self, key: Qt.Key, name: str) -> QWidget:
        """Go to a field of the item by its key."""
        room = self.screen(RoomScreen)
        press(room, key)
        found = QApplication.focusWidget()
        assert found is not None
        assert found.objectName() == name, found.objectName()
        return found

    def write_line(self, text: str) -> None:
        """F5: a line of the discussion."""
        line = self.field(Qt.Key.Key_F5, "line")
        type_text(line, text)
        press(line, Qt.Key.Key_Return)
        self.settle()

    def write_decision(self, text: str) -> None:
        """F6: the text; it is saved as it is left."""
        type_text(self.field(Qt.Key.Key_F6, "decision_text"), text)

    def write_task(self, text: str) -> None:
        """F7: a task in one line."""
        line = self.field(Qt.Key.Key_F7, "task_line")
        type_text(line, text)
        press(line, Qt.Key.Key_Return)
        self.settle()

    def vote(self, counts: str) -> None:
        """F8: counts and Enter."""
        entry = self.field(Qt.Key.Key_F8, "vote_entry")
        type_text(entry, counts)
        press(entry, Qt.Key.Key_Return)
        self.settle()

    def close_session(self) -> None:
        """Shift+F2 and yes."""
        room = self.screen(RoomScreen)
        press(room, Qt.Key.Key_F2, SHIFT)
        buttons = [b for b in room.strip.findChildren(Button) if b.text() and not b.isHidden()]
        assert buttons, (room.strip.text, QApplication.focusWidget())
        click(buttons[0])
        self.settle()
        words = [b.text() for b in room.strip.findChildren(Button) if not b.isHidden()]
        if "Закрий въпреки това" in words:
            self.go_on(room.strip, "Закрий въпреки това")

    # Papers and exchange

    def save_minutes(self, edition: int, path: Path) -> None:
        """Documents: the minutes of the session in one of the editions, saved."""
        screen = self.go("documents", PapersScreen)
        screen.kinds.set_index(2)
        screen.editions.set_index(edition)
        screen.editions.chosen.emit(edition)
        self.settle()
        press(screen, Qt.Key.Key_S, CTRL)
        self.choose_file(path)

    def request_enrolment(self, path: Path) -> str:
        """Exchange: the request; the six words."""
        screen = self.go("exchange", ExchangeScreen)
        click(self.button("enrolRequest", screen))
        self.choose_file(path)
        return screen.request.words.words

    def finish_enrolment(self, answer: Path, words: str) -> None:
        """Exchange: the six words as they were heard, and the answer."""
        screen = self.screen(ExchangeScreen)
        type_text(screen.request.words_edit, words)
        click(self.button("enrolFinish", screen))
        self.choose_file(answer)

    def export(self, path: Path) -> None:
        """Exchange: the file for the national team."""
        screen = self.go("exchange", ExchangeScreen)
        click(self.button("exportButton", screen))
        self.choose_file(path)
        assert path.exists(), (screen.strip.text, screen.guard.isVisible())

    def take_file(self, path: Path) -> None:
        """Exchange: preview a file that came, then take it."""
        screen = self.go("exchange", ExchangeScreen)
        press(screen, Qt.Key.Key_O, CTRL)
        self.choose_file(path)
        assert screen.preview.isVisible(), screen.strip.text
        click(self.button("acceptBundle", screen))
        self.settle()
