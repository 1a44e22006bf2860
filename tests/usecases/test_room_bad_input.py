"""Nonsense in every line of the room: it is kept as it is, or refused with a sentence; never a bug.

Whatever was taken is printed, and one undo takes it back to the last value.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import Room, make_mechanism_of_15, make_session

from dcm_desktop import labels
from dcm_desktop.documents.models import Edition
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.domain.terms import SessionStatus, VoteMethod
from dcm_desktop.errors import DcmError
from dcm_desktop.store.tables.base import synced_columns, synced_tables
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import commitments, dissents, speeches
from dcm_desktop.usecases.sessions.hall import hall_cards, set_hall_message
from dcm_desktop.usecases.sessions.minutes import minutes_model

NONSENSE = (
    "",
    " ",
    "\n\n",
    "@",
    "!",
    "^",
    "/",
    "@ ! ^ > +",
    "!+",
    "!+0",
    "!+99999",
    "!-5",
    "!31.02",
    "!30.11.1999",
    "!99.99.9999",
    "@@РЗИ @РЗИ !!+14 !+3",
    "Посещение @РЗИ !+14 @РУО !сл ^Панайотова ^Добрев",
    "<b>удебелено</b> & <para> &amp; &#0; <font",
    "я" * 10_000,
    "дума " * 2_000,
    "👩‍👧‍👦 семейство 🏠 👍🏽",
    "\u202eобърнато\u202c \u200fдясно\u200e \u2066скрито\u2069",
    "и\u0306 й e\u0301 \u0450 ѝ Ѝ",
    "\x00\x07\x1b[31m",
    "\ud800".encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"),
    "'; DROP TABLE vote; --",
    "{happy} %s %d {0} {наличен}",
    "12-0-1",
    "+",
    "٣-٠-١",
)
VOTES = (
    "-1-0",
    "99-0-0",
    "12-0",
    "12",
    "12-0-1-1-1-1-1",
    "12--1",
    "12-0-",
    "a-b-c",
    "12,0,1",
    "12 0 1",
    "1e1-0-0",
    "٣-٠-١",
    "²-0-0",
    "12-0-1 " * 2_000,
    "9" * 5_000 + "-0-0",
    "12-0-1=",
    "4-",
    "99-",
    "👍-0-0",
    "<b>12-0-1</b>",
    "12\u200f-0-1",
)


@pytest.fixture
def room(workspace: Workspace) -> Room:
    made = make_session(workspace, make_mechanism_of_15(workspace))
    made.open(absent=(15,))
    workspace.do(sessions.vote_agenda, made.session_id, at=made.tick())
    made.start(1)
    return made


def state(db: DbSession) -> dict[tuple[str, str], dict[str, object]]:
    """Every standing record with what it says."""
    return {
        (table.__tablename__, row.id): {key: getattr(row, key) for key in synced_columns(table)}
        for table in synced_tables()
        for row in db.scalars(select(table))
    }


def sentence_of(act: Callable[[], object]) -> str | None:
    """What a refusal says; None when nothing was refused."""
    try:
        act()
    except DcmError as error:
        return labels.sentence(error)
    return None


def lines_of(room: Room) -> dict[str, Callable[[str], object]]:
    """Every line and field of the room that takes free text."""
    do, item, seat = room.workspace.do, room.item(1), room.row(4)
    made = room.decide(2, "Подкрепя плана.")
    room.start(1)
    return {
        "line": lambda text: do(sessions.add_line, item, text, at=room.tick()),
        "proposal": lambda text: do(sessions.add_proposal, item, text, at=room.tick()),
        "decision": lambda text: do(sessions.update_decision_text, item, text, at=room.tick()),
        "reporting": lambda text: do(sessions.set_reporting_text, item, text, at=room.tick()),
        "task": lambda text: do(sessions.add_task_line, item, text, at=room.tick()),
        "commitment": lambda text: do(
            commitments.add_commitment_line, item, text, at=room.tick()
        ),
        "recusal": lambda text: do(sessions.recuse, item, seat, reason=text, at=room.tick()),
        "excuse": lambda text: do(sessions.set_excuse, room.row(15), text, at=room.tick()),
        "withdrawn": lambda text: do(sessions.withdraw_item, item, text, at=room.tick()),
        "postponed": lambda text: do(sessions.postpone_item, item, text, at=room.tick()),
        "dissent": lambda text: do(
            dissents.add_dissent, made.decision_id, dissents.DissentData(seat, text),
            at=room.tick(),
        ),
        "guest": lambda text: do(
            sessions.add_guest, room.session_id, sessions.GuestData(text, text, text),
            at=room.tick(),
        ),
        "public": lambda text: do(
            sessions.set_public_text, made.decision_id, text, at=room.tick()
        ),
        "message": lambda text: do(
            set_hall_message, room.kit.mechanism_id, 1, text, at=room.tick()
        ),
        "speech": lambda text: do(speeches.set_item_speech_time, item, text, at=room.tick()),
        "correction": lambda text: do(
            sessions.correct_decision_text, made.decision_id, text, at=room.tick()
        ),
    }  # fmt: skip


def test_nonsense_in_any_line_is_kept_or_refused_with_a_sentence_and_undone(room: Room) -> None:
    """G5, H1, F2: no line of the room ends in a bug; what was taken prints and is undone."""
    workspace, kept = room.workspace, 0
    lines = lines_of(room)
    before = workspace.ask(state)
    for turn, (name, line) in enumerate(lines.items()):
        for text in NONSENSE[turn % 3 :: 3]:  # each line a third, each kind in several lines
            said = sentence_of(partial(line, text))
            assert said != "", (name, text[:40])
            after = workspace.ask(state)
            if after != before:
                assert said is None, "what is refused changes nothing"
                kept += 1
                workspace.undo(at=room.tick())
                assert workspace.ask(state) == before, (name, text[:40])
    assert kept > 100


def test_nonsense_that_was_kept_is_printed_and_shown(room: Room) -> None:
    """K1, I1: marks of other alphabets, tags and signs come to paper and hall as they are."""
    lines, taken = lines_of(room), 0
    for name in ("line", "proposal", "decision", "reporting", "task", "dissent", "guest"):
        for text in NONSENSE:
            try:
                lines[name](text)
                taken += 1
            except DcmError:
                continue
    assert taken > 60
    model = room.workspace.ask(minutes_model, room.session_id, Edition.FULL, at=room.now)
    assert build_minutes(model).startswith(b"%PDF")
    assert room.workspace.ask(hall_cards, room.session_id, at=room.now).choices


@pytest.mark.parametrize("method", [VoteMethod.SHOW_OF_HANDS, VoteMethod.SECRET])
@pytest.mark.parametrize("entry", VOTES)
def test_a_vote_that_cannot_be_read_is_refused_and_nothing_is_written(
    room: Room, entry: str, method: VoteMethod
) -> None:
    """F3: the sum is checked before saving; a mistyped entry has a sentence and leaves no vote."""
    item_id = room.item(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Приема.", at=room.tick())
    before = room.workspace.ask(state)
    ballot = sessions.Ballot(method, entry=entry)
    said = sentence_of(
        lambda: room.workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    )
    assert said or entry.startswith("12"), "fewer votes than voters are asked about, not refused"
    assert room.workspace.ask(state) == before


@pytest.mark.parametrize("entry", ["", " ", "+"])
def test_a_secret_ballot_is_counted_and_never_taken_for_unanimous(room: Room, entry: str) -> None:
    """F5: `F8` three times and `Enter` must not write „all for“ that nobody counted."""
    item_id = room.item(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Избира.", at=room.tick())
    ballot = sessions.Ballot(VoteMethod.SECRET, entry=entry)
    with pytest.raises(DcmError) as error:
        room.workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert error.value.code == "vote.not_a_number"


def test_no_session_is_closed_over_open_items_or_before_it_was_opened(room: Room) -> None:
    """A14: waiting items are told; a time before the opening is refused."""
    assert refused_to_close(room) == "session.item_unfinished"
    for item in (room.item(1), room.item(2)):
        room.workspace.do(sessions.postpone_item, item, "", at=room.tick())
    with pytest.raises(DcmError) as early:
        room.workspace.do(
            sessions.close_session, room.session_id, accept=ACCEPT_ALL,
            when=room.now - timedelta(days=2), at=room.now,
        )  # fmt: skip
    assert early.value.code == "session.ends_before_start"
    assert room.view().status is SessionStatus.OPEN


def refused_to_close(room: Room) -> str:
    """Code of the rule that keeps the session open, whatever was accepted."""
    with pytest.raises(DcmError) as error:
        room.workspace.do(
            sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick()
        )
    return error.value.code


def test_a_removed_item_is_refused_everywhere(workspace: Workspace) -> None:
    """A13: what is no longer there cannot be taken up, written to or decided."""
    room = make_session(workspace, make_mechanism_of_15(workspace), ("Първа", "Втора"))
    gone = room.item(2)
    workspace.do(sessions.remove_item, gone, at=room.tick())
    room.open()
    acts: tuple[Callable[[], object], ...] = (
        lambda: workspace.do(sessions.start_item, gone, at=room.tick()),
        lambda: workspace.do(sessions.add_line, gone, "Каза.", at=room.tick()),
        lambda: workspace.do(sessions.update_decision_text, gone, "Приема.", at=room.tick()),
        lambda: workspace.do(sessions.add_task_line, gone, "Задача @РЗИ !+14", at=room.tick()),
    )
    before = workspace.ask(state)
    for act in acts:
        with pytest.raises((DcmError, NoResultFound)):
            act()
    assert workspace.ask(state) == before
