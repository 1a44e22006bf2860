"""Tasks: terms, states, completion."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.action_item import (
    UNFINISHED,
    check_title,
    is_overdue,
    next_status,
    task_findings,
)
from dcm_desktop.domain.terms import ActionItemStatus
from dcm_desktop.errors import InputRefused, RuleBroken

SESSION = date(2026, 11, 26)
TODAY = date(2026, 12, 10)
OPEN, DONE = ActionItemStatus.OPEN, ActionItemStatus.DONE


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"due_on": date(2026, 12, 18)}, []),
        ({"next_session": True}, []),
        ({"standing": True}, []),
        ({}, ["task.incomplete"]),
        ({"standing": True, "has_institution": False}, ["task.incomplete"]),
        ({"standing": True, "next_session": True}, ["task.two_terms"]),
        ({"due_on": SESSION}, ["task.due_before_session"]),
        ({"due_on": date(2026, 12, 24)}, ["task.due_free_day"]),
    ],
)
def test_task_has_a_body_and_exactly_one_term(facts: dict[str, object], codes: list[str]) -> None:
    given_facts = {"has_institution": True, **facts}
    found = task_findings(
        title="Посещение",
        session_on=SESSION,
        **given_facts,  # type: ignore[arg-type]  # - keyword arguments come from the table
    )
    assert [f.code for f in found] == codes


def test_done_task_needs_a_result_and_a_possible_day() -> None:
    done = next_status(
        OPEN, DONE, today=TODAY, session_on=SESSION, done_on=TODAY, result="Посетени са."
    )
    assert done is DONE
    for done_on, result, code in (
        (TODAY, " ", "task.no_result"),
        (None, "да", "task.done_date"),
        (TODAY + timedelta(days=1), "да", "task.done_in_future"),
        (SESSION - timedelta(days=1), "да", "task.done_before_session"),
    ):
        with pytest.raises(RuleBroken) as caught:
            next_status(OPEN, DONE, today=TODAY, session_on=SESSION, done_on=done_on, result=result)
        assert caught.value.code == code


def test_carried_over_is_final() -> None:
    for target in ActionItemStatus:
        with pytest.raises(RuleBroken):
            next_status(
                ActionItemStatus.CARRIED_OVER, target, today=TODAY, session_on=SESSION, result="x"
            )


@given(st.sampled_from(list(ActionItemStatus)), st.dates(), st.dates())
def test_only_unfinished_tasks_become_overdue_after_their_day(
    status: ActionItemStatus, due_on: date, today: date
) -> None:
    assert is_overdue(status, due_on, today) is (status in UNFINISHED and today > due_on)
    assert not is_overdue(status, None, today)


def test_title_has_five_to_three_hundred_characters() -> None:
    assert check_title("  Писмо  до ДСП ") == "Писмо до ДСП"
    for title in ("", "абвг", "х" * 301):
        with pytest.raises(InputRefused):
            check_title(title)
