"""Writing in the room: completion in every hand, private and late lines, editing in place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from tests.support.builders import Room
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.ui.screens.session_room.complete import begun_in
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import speeches
from dcm_desktop.usecases.sessions.item_view import ItemView, LineRow

pytestmark = pytest.mark.qt_no_exception_capture
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def item(window: RoomWindow, n: int = 1) -> ItemView:
    row = next(row for row in window.view().items if row.n == n)
    found = window.view(row.item_id).current
    assert found is not None
    return found


def lines(window: RoomWindow) -> tuple[LineRow, ...]:
    return item(window).lines


def note(window: RoomWindow, text: str) -> None:
    window.press(Qt.Key.Key_F5)
    window.write(text)
    window.press(Qt.Key.Key_Return)


# -- completion ----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["/пр", "/pr", "/m,"])
def test_a_phrase_is_completed_in_cyrillic_and_in_both_latin_hands(
    running: RoomWindow, typed: str
) -> None:
    """G6: `/`+2 letters+`Tab`, also on the wrong layout (phonetic, БДС)."""
    running.press(Qt.Key.Key_F5)
    running.write(typed)
    entry = running.screen.panel.discussion.entry
    assert entry.completing.shown[0] == "приема"
    running.press(Qt.Key.Key_Tab)
    assert entry.text() == "Приема за сведение представената информация. "
    assert entry.completing.shown == ()
    assert entry.hasFocus()


def test_phrases_work_in_proposal_decision_and_task_too(running: RoomWindow) -> None:
    """G6: in discussion, proposal, decision and task fields."""
    panel = running.screen.panel
    running.press(Qt.Key.Key_F6, SHIFT)
    running.write("/пр")
    running.press(Qt.Key.Key_Tab)
    assert panel.proposals.editor.text().startswith("Приема за сведение")
    running.press(Qt.Key.Key_F6)
    running.press(Qt.Key.Key_A, CTRL)
    running.write("1. /гл")
    running.press(Qt.Key.Key_Return)
    assert panel.decision.editor.text() == (
        "1. Обсъждането по т. 1 приключи и се пристъпи към гласуване. "
    )
    running.press(Qt.Key.Key_F7)
    running.write("/ан")
    running.press(Qt.Key.Key_Tab)
    assert panel.tasks.entry.text().startswith("Поема ангажимент")


def test_placeholders_are_filled_at_the_moment_of_tab(running: RoomWindow) -> None:
    """G6: placeholders filled from live data."""
    running.tick(7)
    running.press(Qt.Key.Key_F5)
    running.write("/кв")
    running.press(Qt.Key.Key_Tab)
    assert running.screen.panel.discussion.entry.text().strip() == (
        "Към 10.10 часа присъстват 14 от 15 членове с право на глас; необходим кворум: 8."
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("@ив", "Ивайло Стаматов: "),
        ("@iw", "Ивайло Стаматов: "),
        ("@рз", "РЗИ – Кърджали: "),
        ("@rz", "РЗИ – Кърджали: "),
        (",и @ив"[3:], "Ивайло Стаматов: "),
    ],
)
def test_a_name_or_an_institution_is_completed_in_the_right_form(
    running: RoomWindow, typed: str, wanted: str
) -> None:
    """G7: short name of a body, first and last name of a person; in Cyrillic and in Latin keys."""
    running.press(Qt.Key.Key_F5)
    running.write(typed)
    running.press(Qt.Key.Key_Tab)
    assert running.screen.panel.discussion.entry.text() == wanted


def test_inside_a_line_a_name_has_no_colon(running: RoomWindow) -> None:
    """G7: inserts the right form."""
    note(running, "Въпрос към @ив")
    running.press(Qt.Key.Key_Return)
    assert [line.text for line in lines(running)] == ["Въпрос към Ивайло Стаматов"]


def test_the_list_is_worked_with_arrows_and_closed_with_escape(running: RoomWindow) -> None:
    """G7: popup list under the caret with ↑ ↓ Tab Enter Esc."""
    running.press(Qt.Key.Key_F5)
    running.write("@об")
    entry = running.screen.panel.discussion.entry
    shown = entry.completing.shown
    assert len(shown) > 2
    running.press(Qt.Key.Key_Down)
    running.press(Qt.Key.Key_Down)
    running.press(Qt.Key.Key_Up)
    running.press(Qt.Key.Key_Return)
    assert entry.text() == f"{shown[1]}: "
    running.write("@об")
    running.press(Qt.Key.Key_Escape)
    assert entry.completing.shown == ()
    assert entry.text().endswith("@об")


def test_physical_twins_of_the_marks(running: RoomWindow) -> None:
    """G7: Alt+1 phrase, Alt+2 name, Alt+3 date, whatever the layout writes."""
    running.press(Qt.Key.Key_F5)
    entry = running.screen.panel.discussion.entry
    for key, letters, wanted in (
        (Qt.Key.Key_1, "пр", "Приема за сведение представената информация. "),
        (Qt.Key.Key_2, "ив", "Ивайло Стаматов"),
    ):
        running.press(key, ALT)
        running.write(letters)
        running.press(Qt.Key.Key_Tab)
        assert entry.text().endswith(wanted)
    running.write(" до ")
    running.press(Qt.Key.Key_3, ALT)
    running.write("+14")
    running.press(Qt.Key.Key_Tab)
    assert entry.text().replace("\u00a0", " ").endswith(" до 24 декември 2026 г.")


def test_a_completion_is_taken_back_with_ctrl_z(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F5)
    running.write("/пр")
    running.press(Qt.Key.Key_Tab)
    running.press(Qt.Key.Key_Z, CTRL)
    assert running.screen.panel.discussion.entry.text() == "/пр"


@pytest.mark.parametrize(
    "typed", ["и/или", "2026/14", "a@b", "текст", "/", "@", "@рзи ", "/ пр", "http://пр"]
)
def test_ordinary_text_is_left_alone(typed: str) -> None:
    assert begun_in(typed) is None


def test_a_task_line_in_latin_hands_finds_body_and_term(running: RoomWindow) -> None:
    """G8: preview chips before Enter, also with the keyboard left on Latin."""
    running.press(Qt.Key.Key_F7)
    running.write("Посещение @rzi !sl")
    assert running.screen.panel.tasks.chips == ("РЗИ – Кърджали", "следващо заседание")
    running.press(Qt.Key.Key_Return)
    (task,) = item(running).tasks
    assert (task.institution, task.next_session) == ("РЗИ – Кърджали", True)


# -- lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["prefix", "keys"])
def test_a_private_line_has_a_lock_and_the_word(running: RoomWindow, way: str) -> None:
    """G9: `!!` or Ctrl+Shift+Enter; shown with a lock sign."""
    running.press(Qt.Key.Key_F5)
    running.write("!!Да се провери адресът." if way == "prefix" else "Да се провери адресът.")
    running.press(Qt.Key.Key_Return, CTRL | SHIFT if way == "keys" else Qt.KeyboardModifier(0))
    running.settle()
    (line,) = lines(running)
    assert line.private
    assert line.text == "Да се провери адресът."
    row = running.screen.panel.discussion.rows[0]
    assert row.sign == "lock"
    assert row.words == "[лично] Да се провери адресът."


def test_a_line_with_a_time_before_it_is_entered_later(running: RoomWindow) -> None:
    """G11: `10:02 текст` carries the said time, and the row says „въведено по-късно“."""
    running.tick(30)
    note(running, "10:02 Общината има свободно жилище.")
    running.settle()
    (line,) = lines(running)
    assert line.entered_later
    assert line.at < running.now - timedelta(minutes=20)
    row = running.screen.panel.discussion.rows[0]
    assert row.words == "Общината има свободно жилище. (въведено по-късно)"


def test_a_time_outside_of_the_session_is_refused_beside_the_line(running: RoomWindow) -> None:
    """G11: what was typed stays."""
    note(running, "23:59 Утре.")
    assert "10:01" in running.strip
    assert running.screen.panel.discussion.entry.text() == "23:59 Утре."


def test_a_line_is_edited_in_place_and_its_time_stays(running: RoomWindow) -> None:
    """G2: edit a line in place; it keeps its stamp."""
    note(running, "Първо")
    note(running, "Второ с грешка")
    before = lines(running)[1].at
    running.tick(5)
    running.settle()
    row = running.screen.panel.discussion.rows[1]
    row.setFocus()
    running.press(Qt.Key.Key_Return)
    editor = running.screen.panel.discussion.editor
    assert editor.hasFocus()
    assert editor.text() == "Второ с грешка"
    running.press(Qt.Key.Key_A, CTRL)
    running.write("Второ")
    running.press(Qt.Key.Key_Return)
    assert [line.text for line in lines(running)] == ["Първо", "Второ"]
    assert lines(running)[1].at == before
    assert running.screen.panel.discussion.entry.hasFocus()
    running.press(Qt.Key.Key_Z, CTRL)
    assert [line.text for line in lines(running)] == ["Първо", "Второ с грешка"]


def test_escape_leaves_an_edited_line_as_it_was(running: RoomWindow) -> None:
    note(running, "Първо")
    running.settle()
    running.screen.panel.discussion.rows[0].setFocus()
    running.press(Qt.Key.Key_Return)
    running.write("друго")
    running.press(Qt.Key.Key_Escape)
    assert [line.text for line in lines(running)] == ["Първо"]
    assert running.screen.panel.discussion.rows[0].words == "Първо"


def test_what_is_edited_stays_while_the_room_refreshes(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    note(running, "Първо")
    running.settle()
    running.screen.panel.discussion.rows[0].setFocus()
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_End)
    running.write(" и второ")
    workspace.do(sessions.add_line, room.item(1), "Друг ред.", at=running.now)
    running.settle()
    editor = running.screen.panel.discussion.editor
    assert editor.hasFocus()
    assert editor.text() == "Първо и второ"


def test_a_line_is_deleted_and_brought_back(running: RoomWindow) -> None:
    """G2: delete with undo."""
    note(running, "Първо")
    running.settle()
    running.screen.panel.discussion.rows[0].setFocus()
    running.press(Qt.Key.Key_Delete)
    assert lines(running) == ()
    running.press(Qt.Key.Key_Z, CTRL)
    assert [line.text for line in lines(running)] == ["Първо"]


def test_the_speaker_of_a_line_is_who_has_the_floor(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """G1: the speaker of a line comes from who has the floor, until the line says otherwise."""
    workspace.do(speeches.give_floor, room.item(1), room.row(5), at=running.now)
    running.settle()
    discussion = running.screen.panel.discussion
    assert discussion.floor.isVisible()
    note(running, "Намаляват.")
    note(running, "РУО – Кърджали: Растат.")
    note(running, "!!Лично.")
    running.press(Qt.Key.Key_F5)
    running.press(Qt.Key.Key_Backspace)
    assert not discussion.floor.isVisible()
    note(running, "Постъпи писмо.")
    speakers = [line.speaker for line in lines(running)]
    assert speakers == ["С. Панайотова", "К. Добрев", "", ""]


def test_what_was_reported_is_a_folded_field(running: RoomWindow) -> None:
    """G1: `reporting_text` is editable in the room."""
    reported = running.screen.panel.discussion.reported
    assert not reported.isVisible()
    running.press(Qt.Key.Key_F5, SHIFT)
    assert reported.editor.hasFocus()
    running.write("Данни за тримесечието.")
    running.press(Qt.Key.Key_F5)
    assert item(running).reporting_text == "Данни за тримесечието."
    assert reported.isVisible()


def test_three_fields_stand_in_their_order(running: RoomWindow) -> None:
    """G1: Обсъждане (lines) · Предложение · Решение."""
    panel = running.screen.panel
    tops = [
        part.mapTo(panel, part.rect().topLeft()).y()
        for part in (panel.discussion, panel.proposals, panel.decision, panel.tasks)
    ]
    assert tops == sorted(tops)


def test_no_key_event_is_lost_to_the_list(running: RoomWindow) -> None:
    """The list takes no keyboard: letters go on into the field."""
    running.press(Qt.Key.Key_F5)
    entry = running.screen.panel.discussion.entry
    running.write("@о")
    QApplication.sendEvent(
        entry,
        QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "б"),
    )
    assert entry.text() == "@об"
