"""Random acts in the room: only rules say no, and what must hold holds after each of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support.builders import Room, make_mechanism_of_15, make_session

from dcm_desktop.domain.session import FINISHED_ITEM
from dcm_desktop.domain.terms import AgendaItemStatus, DecisionStatus, SessionStatus
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL

ITEMS = 3
Act = Callable[[Room, int], Any]


def _do(usecase: Any, pick: Callable[[Room, int], str], *more: Any, **named: Any) -> Act:
    def act(room: Room, n: int) -> Any:
        return room.workspace.do(usecase, pick(room, n), *more, **named, at=room.tick())

    return act


def _seat(room: Room, n: int) -> str:
    return room.row(n % 15 + 1)


def _item(room: Room, n: int) -> str:
    return room.view().items[n % ITEMS].item_id


def _session(room: Room, n: int) -> str:
    return room.session_id


def _vote(room: Room, n: int) -> Any:
    entry = f"{n % 16}-{n % 3}-{n % 2}"
    ballot = sessions.Ballot(entry=entry)
    return room.workspace.do(
        sessions.adopt_by_vote, _item(room, n), ballot, accept=ACCEPT_ALL, at=room.tick()
    )


def _recuse(room: Room, n: int) -> Any:
    return room.workspace.do(sessions.recuse, _item(room, n), _seat(room, n), at=room.tick())


ACTS: dict[str, Act] = {
    "present": _do(sessions.mark_present, _seat),
    "left": _do(sessions.mark_left, _seat),
    "absent": _do(sessions.mark_absent, _seat, excused=False),
    "rest": _do(sessions.mark_rest_present, _session),
    "recuse": _recuse,
    "open": _do(sessions.open_session, _session, accept=ACCEPT_ALL),
    "start": _do(sessions.start_item, _item),
    "next": _do(sessions.go_to_next_item, _session),
    "text": _do(sessions.update_decision_text, _item, "Приема плана."),
    "agree": _do(sessions.adopt_by_consensus, _item),
    "vote": _vote,
    "postpone": _do(sessions.postpone_item, _item),
    "reopen": _do(sessions.reopen_item, _item),
    "break": _do(sessions.adjourn_session, _session),
    "resume": _do(sessions.resume_session, _session),
    "close": _do(sessions.close_session, _session, accept=ACCEPT_ALL),
}


def check(room: Room) -> None:
    """What holds at every moment."""
    view = room.view()
    running = [i for i in view.items if i.status is AgendaItemStatus.RUNNING]
    assert len(running) <= 1
    numbers = [number for item in view.items for number in item.decision_numbers]
    assert len(numbers) == len(set(numbers))
    assert sorted(int(n.rpartition("-")[2]) for n in numbers) == list(range(1, len(numbers) + 1))
    assert 0 <= view.quorum.present <= 15
    for item in view.items:
        shown = room.view(item.item_id).current
        assert shown is not None
        for decision in shown.decisions:
            assert (decision.status is DecisionStatus.REJECTED) == (not decision.number)
    if view.status is SessionStatus.HELD:
        assert all(item.status in FINISHED_ITEM for item in view.items)


@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a real store takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 60)), max_size=25))
def test_random_acts_in_the_room_never_break_it(
    workspace: Workspace, steps: list[tuple[str, int]]
) -> None:
    known = workspace.ask(sessions.list_sessions)
    kit = _kit(workspace)
    room = make_session(workspace, kit, ("Едно", "Две неща", "Три неща"))
    assert len(workspace.ask(sessions.list_sessions)) == len(known) + 1
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    workspace.do(sessions.open_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    for name, n in steps:
        try:
            ACTS[name](room, n)
        except (RuleBroken, InputRefused):
            room.tick()
        check(room)


_KITS: dict[int, Any] = {}


def _kit(workspace: Workspace) -> Any:
    """One mechanism for all examples of one store."""
    if id(workspace) not in _KITS:
        _KITS[id(workspace)] = make_mechanism_of_15(workspace)
    return _KITS[id(workspace)]
