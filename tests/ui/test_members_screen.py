"""The screen of members on a real store: the first form, seats, forms with errors and warnings."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.people import FOUNDED_ON, make_mechanism, make_member
from tests.support.seen import error_of, press_act, settled, show_screen
from tests.support.window import (
    SIZES,
    NotingShell,
    clipped,
    nameless,
    outside,
    press,
    stray_windows,
    tab_stops,
    type_text,
)

from dcm_desktop.domain.terms import GrammaticalGender, MandateEndReason, MemberRole
from dcm_desktop.ui.screens.members.forms import InstitutionForm, NewMemberForm, PersonForm
from dcm_desktop.ui.screens.members.founding import Founding
from dcm_desktop.ui.screens.members.list import INSTITUTIONS, PEOPLE, MembersScreen
from dcm_desktop.ui.screens.members.mandate_forms import (
    CorrectMandateForm,
    EndMandateForm,
    ReplaceForm,
    SubstituteForm,
)
from dcm_desktop.ui.screens.members.person_fields import PersonFields
from dcm_desktop.ui.screens.members.seat_card import SeatPanel
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.usecases import members, office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(
    qtbot: QtBot, desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> MembersScreen:
    """The screen, seen; refusals go to it as in the program."""
    desk, shell = desk_and_shell
    made = MembersScreen(desk)
    show_screen(qtbot, shell, made, monkeypatch)
    made.opened()
    return made


def form(screen: MembersScreen) -> SideForm:
    """The form that is open."""
    panel = screen.stage.panel
    assert isinstance(panel, SideForm)
    return panel


def fill_person(made: NewMemberForm, first: str, last: str) -> None:
    """Type a new official."""
    type_text(made.new_person.first, first)
    type_text(made.new_person.last, last)
    type_text(made.new_person.position, "директор")


def test_an_empty_store_begins_with_the_mechanism_and_proposed_rules(
    screen: MembersScreen, desk: Desk
) -> None:
    settled(screen)
    press(screen, Qt.Key.Key_N, CTRL)
    assert error_of(screen, "founded_on") == "Въведете датата на учредяване."
    field = field_of(screen, "founded_on")
    assert field is not None
    type_text(field.control, "15.01.2026")
    press(screen, Qt.Key.Key_N, CTRL)
    settled(screen)
    views = desk.workspace.ask(office.list_mechanisms)
    assert [view.data.founded_on for view in views] == [FOUNDED_ON]
    versions = desk.workspace.ask(office.list_rules, views[0].mechanism_id)
    assert [row.version for row in versions] == [1]
    assert screen.stage.isVisible()


def test_a_quorum_larger_than_the_seats_enters_nothing(screen: MembersScreen, desk: Desk) -> None:
    settled(screen)
    for name, text in (("founded_on", "15.01.2026"), ("quorum_fixed", "16")):
        rule = field_of(screen, "quorum_rule")
        assert rule is not None
        rule.control.set_value("fixed")  # type: ignore[attr-defined]  # - a list of the kit
        rule.control.chosen.emit("fixed")  # type: ignore[attr-defined]  # - as the list does
        field = field_of(screen, name)
        assert field is not None
        type_text(field.control, text)
    press(screen, Qt.Key.Key_N, CTRL)
    assert "16" in error_of(screen, "quorum_fixed")
    assert desk.workspace.ask(office.list_mechanisms) == ()


def test_institution_person_and_mandate_are_entered_in_one_flow(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    settled(screen)
    press(screen, Qt.Key.Key_N, CTRL)
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    made.new_institution.type.set_value("rzi")
    type_text(made.new_institution.name, "РЗИ – Кърджали")
    fill_person(made, "Диана", "Сарафова")
    press(made, Qt.Key.Key_Return, CTRL)
    settled(screen)
    assert screen.stage.panel is None
    view = desk.workspace.ask(members.get_members, mechanism_id, day=date(2026, 11, 24))
    assert [seat.institution for seat in view.permanent] == ["РЗИ – Кърджали"]
    holder = view.permanent[0].holder
    assert holder is not None
    assert (holder.name, holder.votes) == ("Диана Сарафова", True)
    assert [row.seat.institution for row in screen.seats.list.rows_model.rows] == ["РЗИ – Кърджали"]


def test_the_form_of_address_follows_the_names_until_it_is_chosen(qtbot: QtBot) -> None:
    fields = PersonFields()
    qtbot.addWidget(fields)
    fields.last.setText("Тодоров")
    assert fields.data().grammatical_gender is GrammaticalGender.M
    fields.last.setText("Тодорова")
    assert fields.data().grammatical_gender is GrammaticalGender.F
    fields.middle.setText("Асенов")
    assert fields.data().grammatical_gender is GrammaticalGender.M
    fields.gender.set_value("f")
    fields.gender.chosen.emit("f")
    fields.middle.setText("Иванов")
    assert fields.data().grammatical_gender is GrammaticalGender.F


def test_a_new_member_is_taken_back_in_one_step(screen: MembersScreen, desk: Desk) -> None:
    make_mechanism(desk.workspace)
    settled(screen)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    made.new_institution.type.set_value("rzi")
    type_text(made.new_institution.name, "РЗИ – Кърджали")
    fill_person(made, "Диана", "Сарафова")
    made.save()
    desk.workspace.undo(at=_later())
    assert desk.workspace.ask(members.list_institutions) == ()
    assert desk.workspace.ask(members.list_people, day=FOUNDED_ON) == ()


def test_a_second_chair_is_refused_beside_the_role_and_nothing_stays(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id, "ОА – Кърджали", "Ана Руменова", MemberRole.CHAIR)
    settled(screen)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    made.institution.set_value("+")
    made.institution.chosen.emit("+")
    made.new_institution.type.set_value("rzi")
    type_text(made.new_institution.name, "РЗИ – Кърджали")
    fill_person(made, "Диана", "Сарафова")
    made.role.set_value(MemberRole.CHAIR.value)
    made.save_button.click()
    assert "Ана Руменова" in error_of(screen, "role")
    assert screen.stage.panel is made
    assert len(desk.workspace.ask(members.list_people, day=FOUNDED_ON)) == 1
    assert len(desk.workspace.ask(members.list_institutions)) == 1


def test_a_known_person_is_offered_instead_of_being_doubled(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    mandate_id = make_member(desk.workspace, mechanism_id)
    desk.workspace.do(
        members.end_mandate,
        mandate_id,
        end_on=date(2026, 6, 30),
        reason=MandateEndReason.RESIGNED,
        at=_later(),
    )
    settled(screen)
    button = screen.findChild(Button, "fillSeatButton")
    assert button is not None
    button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    made.person.set_value("+")
    made.person.chosen.emit("+")
    fill_person(made, "Диана", "Сарафова")
    made.save_button.click()
    assert "вече е въведено" in made.strip.text
    press_act(made.strip, "Вземи лицето от списъка")
    settled(screen)
    assert screen.stage.panel is None
    assert len(desk.workspace.ask(members.list_people, day=FOUNDED_ON)) == 1


def test_more_members_than_seats_asks_and_may_be_saved_all_the_same(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace, seats=1)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    made.institution.set_value("+")
    made.institution.chosen.emit("+")
    made.new_institution.type.set_value("ruo")
    type_text(made.new_institution.name, "РУО – Кърджали")
    fill_person(made, "Галя", "Минкова")
    made.save_button.click()
    assert "при предвидени 1" in made.strip.text
    assert len(desk.workspace.ask(members.list_people, day=FOUNDED_ON)) == 1
    press_act(made.strip, "Запази въпреки това")
    assert screen.stage.panel is None
    assert len(desk.workspace.ask(members.list_people, day=FOUNDED_ON)) == 2


def test_a_seat_is_opened_and_its_mandate_ended_from_the_keyboard(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    screen.seats.list.set_current(0)
    screen.seats.list.setFocus()
    press(screen.seats.list, Qt.Key.Key_Return)
    panel = screen.stage.panel
    assert isinstance(panel, SeatPanel)
    end = panel.findChild(Button, "endButton")
    press(end, Qt.Key.Key_Space)
    made = form(screen)
    assert isinstance(made, EndMandateForm)
    made.save()
    assert error_of(screen, "end_reason") == "Изберете причина."
    made.reason.set_value(MandateEndReason.RESIGNED.value)
    made.end.setText("23.11.2026")
    press(made, Qt.Key.Key_Return, CTRL)
    settled(screen)
    view = desk.workspace.ask(members.get_members, mechanism_id, day=date(2026, 11, 24))
    assert view.permanent[0].holder is None
    assert "свободно" in screen.seats._warning.full_text


def test_a_substitute_without_document_is_asked_about(screen: MembersScreen, desk: Desk) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    screen.seats.list.set_current(0)
    line = screen.seats.list.current_row()
    assert line is not None
    screen._open_seat(line.seat)
    screen._seat_act("substitute")
    made = form(screen)
    assert isinstance(made, SubstituteForm)
    type_text(made.new_person.first, "Петър")
    type_text(made.new_person.last, "Ненов")
    type_text(made.new_person.position, "лекар")
    made.save()
    assert "документ" in made.strip.text
    made._save_all_the_same()
    settled(screen)
    view = desk.workspace.ask(members.get_members, mechanism_id, day=date(2026, 11, 24))
    holder = view.permanent[0].holder
    assert holder is not None
    assert [row.name for row in holder.substitutes] == ["Петър Ненов"]


def test_a_form_with_typed_text_asks_before_it_closes(screen: MembersScreen, desk: Desk) -> None:
    make_mechanism(desk.workspace)
    settled(screen)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    press(made, Qt.Key.Key_Escape)
    assert screen.stage.panel is None
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    type_text(made.new_person.first, "Диана")
    press(made.new_person.first, Qt.Key.Key_Escape)
    assert screen.stage.panel is made
    assert made.strip.text == "Написаното тук още не е запазено."


def test_latin_letters_in_a_cyrillic_name_are_mended_in_one_press(
    screen: MembersScreen, desk: Desk
) -> None:
    make_mechanism(desk.workspace)
    settled(screen)
    screen._choose_tab(INSTITUTIONS)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, InstitutionForm)
    made.fields.type.set_value("rzi")
    made.fields.name.setText("PЗИ – Кърджали")
    made.save_button.click()
    assert "латински букви" in made.strip.text
    press_act(made.strip, "Замени с кирилски букви")
    assert [row.name for row in desk.workspace.ask(members.list_institutions)] == ["РЗИ – Кърджали"]


def test_every_form_of_the_members_fits_and_has_names(
    screen: MembersScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    for tab in range(3):
        screen._choose_tab(tab)
        screen._new()
        for size in SIZES:
            shell.resize(*size)
            QApplication.processEvents()
            assert not clipped(shell), (tab, size)
            assert not outside(shell), (tab, size)
        assert not nameless(shell)
        screen.stage.close_panel()
        for size in SIZES:
            shell.resize(*size)
            QApplication.processEvents()
            assert not clipped(shell), (tab, size)
            assert not outside(shell), (tab, size)


def test_no_window_flashes_up_while_screen_and_forms_are_built(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    seat = screen.seats.list.rows_model.rows[0].seat
    for build in (
        partial(MembersScreen, desk),
        partial(Founding, screen),
        partial(NewMemberForm, screen, mechanism_id),
        partial(InstitutionForm, screen),
        partial(PersonForm, screen, seat.holder.person_id),
        partial(SubstituteForm, screen, seat, seat.holder),
        partial(ReplaceForm, screen, seat, seat.holder),
        partial(CorrectMandateForm, screen, seat.holder),
        partial(EndMandateForm, screen, seat.holder),
        partial(SeatPanel, seat),
    ):
        assert not stray_windows(build), build


def test_the_keyboard_stays_in_the_screen_when_a_form_is_saved(
    screen: MembersScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    make_member(desk.workspace, mechanism_id)
    settled(screen)
    screen._choose_tab(PEOPLE)
    press(screen, Qt.Key.Key_N, CTRL)
    made = form(screen)
    assert isinstance(made, PersonForm)
    made.fields.institution.set_value(
        desk.workspace.ask(members.list_institutions)[0].institution_id
    )
    type_text(made.fields.first, "Галя")
    type_text(made.fields.last, "Минкова")
    type_text(made.fields.position, "експерт")
    press(made, Qt.Key.Key_Return, CTRL)
    assert screen.stage.panel is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert screen.isAncestorOf(focus)


def test_tab_goes_through_a_form_and_comes_back(screen: MembersScreen, desk: Desk) -> None:
    make_mechanism(desk.workspace)
    settled(screen)
    screen.new_button.click()
    made = form(screen)
    assert isinstance(made, NewMemberForm)
    stops = tab_stops(screen)
    order = [made.institution, made.person, made.new_person.first, made.role, made.save_button]
    places = [stops.index(widget) for widget in order]
    assert places == sorted(places)


def _later() -> datetime:
    return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
