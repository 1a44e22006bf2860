"""Undo inside the session: a hundred acts of every kind back and forth, each one in the audit."""

from collections.abc import Callable
from itertools import count

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import Mechanism15, Room, make_mechanism_of_15, make_session

from dcm_desktop.store.tables.base import synced_columns, synced_tables
from dcm_desktop.store.tables.local import Audit
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.roll import mark_left, mark_present

ACTS = 100
Rows = dict[tuple[str, str], dict[str, object]]


def rows_of(db: DbSession) -> Rows:
    """Every standing record with what it says."""
    return {
        (table.__tablename__, row.id): {key: getattr(row, key) for key in synced_columns(table)}
        for table in synced_tables()
        for row in db.scalars(select(table))
    }


def audit_of(db: DbSession) -> int:
    """Length of the audit."""
    return db.scalar(select(func.count()).select_from(Audit)) or 0


def acts_of(workspace: Workspace, room: Room) -> list[Callable[[int], object]]:
    """One act each of text, roll call, order, tasks and votes; they get the number of the round."""
    running, waiting = room.item(1), room.item(2)
    seat = room.row(8)
    do = workspace.do
    return [
        lambda n: do(sessions.add_line, running, f"Ред {n}.", at=room.tick()),
        lambda n: do(sessions.update_decision_text, running, f"1. Текст {n}.", at=room.tick()),
        lambda _n: do(mark_left, seat, at=room.tick()),
        lambda n: do(sessions.add_task_line, running, f"Задача {n} @РЗИ !+14", at=room.tick()),
        lambda _n: do(mark_present, seat, at=room.tick()),
        lambda n: do(sessions.shift_item, waiting, 1 if n % 2 else -1, at=room.tick()),
        lambda _n: do(
            sessions.put_decision, running, sessions.Ballot(entry="14-0-0"), at=room.tick()
        ),
    ]


def test_a_hundred_mixed_acts_are_undone_and_redone_and_each_is_logged(
    workspace: Workspace,
) -> None:
    """G5: text, votes, roll call, order and tasks go back 100 steps and forth again."""
    kit: Mechanism15 = make_mechanism_of_15(workspace)
    room = make_session(workspace, kit, ("Първа тема", "Втора тема", "Трета тема"))
    room.open(absent=(15,))
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    room.start(1)
    before, audit_before = workspace.ask(rows_of), workspace.ask(audit_of)
    acts = acts_of(workspace, room)
    for step in range(ACTS):
        round_no, which = divmod(step, len(acts))
        acts[which](round_no + 1)
    after, audit_after = workspace.ask(rows_of), workspace.ask(audit_of)
    assert audit_after - audit_before == ACTS
    assert len(after) > len(before) + ACTS // 2

    steps = count()
    while workspace.ask(rows_of) != before:
        assert next(steps) < ACTS
        assert workspace.undo(at=room.tick()) is not None
    assert next(steps) == ACTS
    for _ in range(ACTS):
        assert workspace.redo(at=room.tick()) is not None
    assert workspace.ask(rows_of) == after
    assert workspace.ask(audit_of) - audit_after == 2 * ACTS
