"""The audit only grows, and a change of any row is found by number."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session as DbSession
from sqlcipher3 import dbapi2
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.store import audit
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.usecases.drafts import save_draft
from dcm_desktop.usecases.workspace import Workspace

ROWS = 12


@pytest.fixture
def audited(workspace: Workspace) -> Workspace:
    """A store with some acts in its audit."""
    for number in range(ROWS):
        at = MADE_AT + timedelta(minutes=number)
        workspace.do(save_draft, f"r{number}", "title", "проба", at=at)
    return workspace


def on_driver(workspace: Workspace, work: Callable[[Any], object]) -> None:
    """Work on the bare driver, as somebody with the key could."""

    def act(db: DbSession) -> None:
        work(driver_connection(db))

    workspace.jot(act)


def first_broken(workspace: Workspace) -> int | None:
    return workspace.ask(lambda db: audit.first_broken(driver_connection(db)))


def without_guard(driver: Any) -> None:
    driver.execute("DROP TRIGGER audit_no_update")
    driver.execute("DROP TRIGGER audit_no_delete")


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET act='x' WHERE n=3", "DELETE FROM audit WHERE n=3"]
)
def test_rows_can_be_neither_changed_nor_deleted(audited: Workspace, statement: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="only grows"):
        on_driver(audited, lambda driver: driver.execute(statement))
    assert first_broken(audited) is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET detail='{}' WHERE n=5", 5),
        ("UPDATE audit SET user_id='' WHERE n=1", 1),
        ("UPDATE audit SET h=zeroblob(32) WHERE n=4", 4),
        ("DELETE FROM audit WHERE n=7", 7),
        ("UPDATE audit SET n=n+100 WHERE n>8", 9),
        ("UPDATE audit SET at='2026-01-01T00:00:00+00:00' WHERE n=6", 6),
    ],
)
def test_a_change_by_somebody_with_the_key_is_named(
    audited: Workspace, statement: str, broken: int
) -> None:
    on_driver(audited, without_guard)
    on_driver(audited, lambda driver: driver.execute(statement))
    assert first_broken(audited) == broken
    findings = audited.check()
    assert [(found.code, found.facts["n"]) for found in findings] == [("check.audit", broken)]
    assert labels.sentence(findings[0])


def test_an_act_may_say_more_than_its_name(workspace: Workspace) -> None:
    def print_minutes(db: DbSession, *, at: Any) -> None:
        audit.append(db, "document.printed", at=at, entity="session", entity_id="s1", pages=4)

    workspace.do(print_minutes, at=MADE_AT)
    rows = workspace.ask(
        lambda db: (
            driver_connection(db)
            .execute("SELECT act, entity, detail FROM audit ORDER BY n DESC LIMIT 2")
            .fetchall()
        )
    )
    assert rows[0] == ("document.printed", "session", '{"pages":4}')
    assert rows[1][0] == "store.unlocked"
