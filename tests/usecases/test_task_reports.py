"""Commitments and the review of tasks: what is declared, followed, reported and printed."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from tests.support.builders import (
    STARTS_AT,
    Mechanism15,
    Room,
    add_case_item,
    days,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import says

from dcm_desktop import labels
from dcm_desktop.documents.models import Edition
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.domain.action_item import UNFINISHED, DueState, due_state
from dcm_desktop.domain.spoken_line import SIGNS, parse_report
from dcm_desktop.domain.task_words import ReportedTask, origin_of, reported_sentence
from dcm_desktop.domain.terms import ActionItemStatus, AgendaItemKind, TaskReportOutcome
from dcm_desktop.errors import DcmError
from dcm_desktop.store.tables import ActionItem, Commitment
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import commitments, task_reports
from dcm_desktop.usecases.sessions.minutes import minutes_model

O = TaskReportOutcome  # noqa: E741 - as in the code
LATER = STARTS_AT + timedelta(days=28)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    made = make_session(workspace, kit)
    made.open(absent=(15,))
    return made


def refused(room: Room, usecase: object, *args: object, **more: object) -> str:
    with pytest.raises(DcmError) as error:
        room.workspace.do(usecase, *args, at=room.tick(), **more)  # type: ignore[arg-type]  # - any use case
    assert labels.sentence(error.value)
    return error.value.code


def close(room: Room) -> None:
    for row in room.view().items:
        if row.status.value == "waiting":
            room.workspace.do(sessions.postpone_item, row.item_id, "", at=room.tick())
    room.workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(10))


def printed(room: Room, sentence: str, edition: Edition = Edition.FULL) -> bool:
    model = room.workspace.ask(minutes_model, room.session_id, edition, at=room.now)
    return says(build_minutes(model), sentence)


def followed(room: Room) -> list[ActionItem]:
    return room.workspace.ask(
        lambda db: list(db.scalars(select(ActionItem).order_by(ActionItem.id)))
    )


@pytest.fixture
def second(workspace: Workspace, kit: Mechanism15, room: Room) -> Room:
    """The next session, with its review item taken up; five tasks of the first one wait."""
    room.start(1)
    lines = (
        "Посещение в дома @РДСП !+14",
        "Справка за местата @РЗИ !+35",
        "График на срещите @РУО !+35",
        "Отчет за услугата @РДСП !+35",
        "Списък на услугите @РЗИ !сл",
    )
    for line in lines:
        workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    room.decide(1, "Институциите изпълняват задачите.")
    close(room)
    made = make_session(workspace, kit, (), starts_at=LATER, convened=False, at=room.tick(60))
    for kind, title in (
        (AgendaItemKind.REPORT, "Изпълнение на решенията"),
        (AgendaItemKind.MISC, "Разни"),
    ):
        workspace.do(
            sessions.add_item, made.session_id, sessions.ItemData(kind, title), at=made.now
        )
    workspace.do(sessions.convene_session, made.session_id, accept=ACCEPT_ALL, at=room.now)
    made.open(absent=(15,))
    made.start(1)
    return made


def review(room: Room) -> tuple[task_reports.ReviewRow, ...]:
    return room.workspace.ask(task_reports.get_review, room.session_id, today=room.now.date()).rows


def report(room: Room, task_id: str, line: str) -> None:
    room.workspace.do(task_reports.report_line, task_id, room.item(1), line, at=room.tick())


# -- commitments ------------------------------------------------------------------------------


def test_commitment_is_declared_by_a_person_and_becomes_a_task(room: Room) -> None:
    """F2: „X поема … до …“ declared aloud by a named person; it is followed like a task."""
    item_id = room.start(1)
    line = "@РЗИ осигурява място за консултации !+14 ^Панайотова"
    room.workspace.do(commitments.add_commitment_line, item_id, line, at=room.tick())
    (task,) = followed(room)
    (row,) = room.workspace.ask(lambda db: list(db.scalars(select(Commitment))))
    assert (row.what, row.due_on) == ("осигурява място за консултации", days(14))
    assert (task.commitment_id, row.task_id, task.decision_id) == (row.id, task.id, None)
    wanted = "РЗИ – Кърджали поема ангажимент, заявен от Светла Панайотова: осигурява място за"
    assert printed(room, "Поети ангажименти:")
    assert printed(room, wanted)
    assert not printed(room, "Задачи:")


def test_commitment_without_a_person_is_that_of_who_spoke_last_for_the_institution(
    room: Room,
) -> None:
    """F2: the default speaker."""
    item_id = room.start(1)
    room.workspace.do(
        sessions.add_line, item_id, "Готови сме.", speaker_id=room.row(5), at=room.tick()
    )
    preview = room.workspace.ask(
        commitments.preview_commitment, item_id, "осигурява място @рзи !+14", at=room.now
    )
    assert preview.problem is None
    assert (preview.person, preview.due_on) == ("Светла Панайотова", days(14))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("осигурява място !+14", "commitment.no_institution"),
        ("осигурява място @РЗИ ^Никойски", "commitment.person_unknown"),
        ("осигурява място @РЗИ !+14 !+15", "task.two_terms"),
    ],
)
def test_commitment_that_cannot_be_read_says_why(room: Room, line: str, code: str) -> None:
    """F2: nothing is guessed."""
    item_id = room.start(1)
    assert refused(room, commitments.add_commitment_line, item_id, line) == code


def test_commitment_joins_the_decision_put_after_it_and_goes_with_undo(room: Room) -> None:
    """C4: decision → commitments; F2: undo takes the commitment and its task back."""
    item_id = room.start(1)
    line = "@РЗИ осигурява място за консултации !+14"
    room.workspace.do(commitments.add_commitment_line, item_id, line, at=room.tick())
    room.workspace.undo(at=room.tick())
    assert followed(room) == []
    room.workspace.do(commitments.add_commitment_line, item_id, line, at=room.tick())
    adopted = room.decide(1, "Подкрепя плана.")
    (row,) = room.workspace.ask(lambda db: list(db.scalars(select(Commitment))))
    assert row.decision_id == adopted.decision_id
    assert room.view(item_id).current.tasks == ()  # type: ignore[union-attr]  # - shown


def test_commitment_on_a_case_stays_out_of_the_public_edition(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """F2: what was declared on a case is printed inside only."""
    made = make_session(workspace, kit)
    add_case_item(made, make_case(workspace, kit))
    made.open()
    item_id = made.start(3)
    line = "@РЗИ осигурява преглед на детето !+14"
    workspace.do(commitments.add_commitment_line, item_id, line, at=made.tick())
    assert printed(made, "осигурява преглед на детето")
    assert not printed(made, "осигурява преглед", Edition.PUBLIC)


def test_task_under_no_decision_is_printed_below_its_item(room: Room) -> None:
    """H1: a task is never lost for want of a decision."""
    item_id = room.start(1)
    room.workspace.do(
        sessions.add_task_line, item_id, "Посещение в дома @РДСП !+14", at=room.tick()
    )
    assert printed(room, "Задачи:")
    assert printed(room, "Посещение в дома. Отговорник: РДСП")


# -- review -----------------------------------------------------------------------------------


def test_unfinished_tasks_come_back_grouped_by_institution(second: Room) -> None:
    """H2: open and overdue tasks of earlier sessions, automatically, by institution."""
    rows = review(second)
    assert [row.institution for row in rows] == sorted(row.institution for row in rows)
    assert len(rows) == 5
    late = next(row for row in rows if row.title == "Посещение в дома")
    assert (late.state, late.origin) == (DueState.OVERDUE, "решение №\u00a01-1")


def test_each_report_is_kept_with_its_words_and_who_said_it(second: Room, kit: Mechanism15) -> None:
    """H6: per session outcome, one line, who said it; C4: partial is measurable in the line."""
    visit = next(row for row in review(second) if row.title == "Посещение в дома")
    report(second, visit.task_id, "/ 2 от 3 посещения ^Панайотова")
    found = next(row for row in review(second) if row.task_id == visit.task_id)
    assert found.report is not None
    assert (found.report.outcome, found.report.line) == (O.PARTLY, "2 от 3 посещения")
    assert found.report.by == "Светла Панайотова"
    assert found.status is ActionItemStatus.IN_PROGRESS
    (history,) = second.workspace.ask(task_reports.history_of, visit.task_id)
    assert (history.session_number, history.outcome) == (2, O.PARTLY)


def test_done_needs_a_result_and_gets_where_it_was_reported(second: Room) -> None:
    """H2: one key is enough; domain §7: a done task has a result."""
    first = review(second)[0]
    report(second, first.task_id, "+")
    task = next(row for row in followed(second) if row.id == first.task_id)
    assert task.status is ActionItemStatus.DONE
    assert task.result == "Изпълнена, докладвано на заседание № 2."
    assert task.done_on == second.now.date()


def test_moved_task_has_its_new_term_and_stays_open(second: Room) -> None:
    """H2, H3: `> +30`, `> 30.11` and `> сл`."""
    rows = review(second)
    report(second, rows[0].task_id, "> +30 чака се становище")
    report(second, rows[1].task_id, "> сл")
    moved = {row.id: row for row in followed(second)}
    assert moved[rows[0].task_id].due_on == LATER.date() + timedelta(days=30)
    assert moved[rows[1].task_id].next_session
    assert moved[rows[0].task_id].status in UNFINISHED
    assert refused(second, task_reports.report_line, rows[2].task_id, second.item(1), ">") == (
        "report.no_term"
    )


def test_a_report_can_be_changed_and_there_is_one_per_session(second: Room) -> None:
    """H6: a slip of the finger is corrected by the right key."""
    first = review(second)[0]
    for line in ("*", "+", "-", "/"):
        report(second, first.task_id, line)
    (history,) = second.workspace.ask(task_reports.history_of, first.task_id)
    assert history.outcome is O.PARTLY
    task = next(row for row in followed(second) if row.id == first.task_id)
    assert (task.status, task.result) == (ActionItemStatus.IN_PROGRESS, "")


def test_report_item_of_the_minutes_counts_as_annex_b_does(second: Room) -> None:
    """H2: „от 5 (пет) задачи 4 (четири) са изпълнени в срок, а 1 (една) …“."""
    rows = review(second)
    late = next(row for row in rows if row.title == "Посещение в дома")
    for row in rows:
        report(second, row.task_id, "> +30" if row is late else "+")
    wanted = (
        "От 5 (пет) задачи 4 (четири) са изпълнени в срок, а 1 (една) – по решение № 1-1 – е с"
        " удължен срок."
    )
    assert printed(second, wanted)
    assert printed(second, "Отчетени задачи:")
    typed = "Координаторът докладва за петте задачи."
    second.workspace.do(sessions.set_reporting_text, second.item(1), typed, at=second.tick())
    assert printed(second, typed)
    assert not printed(second, wanted)


def test_task_of_this_session_has_nothing_to_report(second: Room) -> None:
    line = "Нова задача за отчета @РЗИ !+14"
    saved = second.workspace.do(sessions.add_task_line, second.item(1), line, at=second.tick())
    code = refused(second, task_reports.report_line, saved.id, second.item(1), "+")
    assert code == "report.own_session"


def test_deleting_a_task_with_reports_is_blocked(second: Room) -> None:
    """H8: what is linked is not deleted."""
    first = review(second)[0]
    report(second, first.task_id, "/")
    assert refused(second, sessions.remove_task, first.task_id) == "task.linked"


# -- words ------------------------------------------------------------------------------------


@given(
    st.lists(
        st.tuples(st.sampled_from(O), st.booleans(), st.sampled_from(("", "решение № 6-3"))),
        min_size=1,
        max_size=12,
    )
)
def test_sentence_names_each_task_once(rows: list[tuple[O, bool, str]]) -> None:
    """H2: the numbers of the sentence add up to all tasks."""
    tasks = [ReportedTask(*row) for row in rows]
    sentence = reported_sentence(tasks)
    numbers = [int(n) for n in re.findall(r"(\d+)\u00a0?\s*\(", sentence)]
    assert numbers[0] == len(tasks)
    if len(numbers) > 1:
        assert sum(numbers[1:]) == len(tasks)
    assert sentence.endswith(".")


def test_sentence_of_one_kind_of_outcome() -> None:
    done = ReportedTask(O.DONE, in_time=True)
    assert reported_sentence([done]) == "Отчетена е 1 (една) задача: тя е изпълнена в срок."
    assert reported_sentence([done] * 3) == (
        "Отчетени са 3 (три) задачи: всички са изпълнени в срок."
    )
    late = ReportedTask(O.NOT_DONE, in_time=False, origin=origin_of("6-3", "2"))
    assert reported_sentence([done, late]).endswith(
        "по решение №\u00a06-3, т.\u00a02 – не е изпълнена."
    )


@given(st.sampled_from(sorted(SIGNS - {">"})), st.text("абвгд ", max_size=20))
def test_a_report_is_its_sign_and_its_words(sign: str, words: str) -> None:
    """H6: one grammar for all outcomes."""
    spoken = parse_report(f"{sign}{words}", today=date(2026, 12, 10), people=())
    assert spoken.line == " ".join(words.split())
    assert parse_report(sign, today=date(2026, 12, 10), people=()).outcome is spoken.outcome


@given(
    st.sampled_from(ActionItemStatus),
    st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.booleans(),
)
def test_every_task_has_a_state_in_words(
    status: ActionItemStatus, due_on: date | None, standing: bool
) -> None:
    """H3: просрочена / днес / предстои in words, not by colour alone."""
    today = date(2026, 12, 10)
    state = due_state(status, due_on, today, standing=standing)
    assert labels.label(state)
    if status in UNFINISHED and due_on is not None:
        order = (due_on > today) - (due_on < today)
        assert state is {-1: DueState.OVERDUE, 0: DueState.TODAY, 1: DueState.UPCOMING}[order]
    elif status not in UNFINISHED:
        assert state is DueState.FINISHED


def test_words_of_the_states() -> None:
    """H3: the three words."""
    words = [labels.label(s) for s in (DueState.OVERDUE, DueState.TODAY, DueState.UPCOMING)]
    assert words == ["просрочена", "днес", "предстои"]
