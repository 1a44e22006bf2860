"""The coming session of the demo, held up to a vote: what pictures and measurements of the room
stand on. Everything is entered through the use cases, at the hours of the session itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from os import environ
from typing import Any

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import deciding, drafting, roll, room, voting, writing
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.sessions.substitution import mark_represented
from dcm_desktop.usecases.sessions.tasks import add_task_line
from dcm_desktop.usecases.sessions.views import RoomView, get_room

DECISIONS = (
    "Приема протокола от предходното заседание без забележки.",
    "1. Приема отчета за изпълнението на решенията.\n2. Оставя в сила задачата за жилище.",
    """1. ОКМД подкрепя семейството да остане заедно.
2. Възлага на ОЗД – Кърджали да актуализира плана за действие.
3. Препоръчва на община Кърджали да осигури временно жилище.""",
)
LINES = (
    ("ОЗД – Кърджали", "Семейството е посетено на 9 декември; плановите стъпки се изпълняват."),
    ("община Кърджали", "Жилището е освободено, предстои ремонт на покрива до края на януари."),
    ("ЦОП – Кърджали", "Майката идва редовно на срещите, по-голямото дете посещава групата."),
    ("РЗИ – Кърджали", "Имунизациите са направени, личният лекар е избран."),
)
PROPOSAL = "Мярката да остане до следващото заседание, с преглед след ремонта."
TASKS = (
    "Актуализира плана за действие @ОЗД – Кърджали !+14",
    "Осигурява временно жилище @община Кърджали",
)


@contextmanager
def clock(moment: datetime) -> Iterator[None]:
    """Stop the clock of the window."""
    before = environ.get("DCM_CLOCK")
    environ["DCM_CLOCK"] = moment.isoformat()
    try:
        yield
    finally:
        if before is None:
            del environ["DCM_CLOCK"]
        else:
            environ["DCM_CLOCK"] = before


def coming_session(workspace: Workspace) -> tuple[str, datetime]:
    """Id and beginning of the session that is convened."""
    rows = workspace.ask(list_sessions)
    row = next(row for row in rows if row.status is SessionStatus.CONVENED)
    return row.session_id, row.starts_at


@dataclass(slots=True)
class LiveSession:
    """Holds the session step by step; `now` is the hour in the hall."""

    workspace: Workspace
    session_id: str
    now: datetime

    @property
    def view(self) -> RoomView:
        """The room as it is."""
        return self.workspace.ask(get_room, self.session_id, at=self.now)

    def later(self, minutes: int) -> datetime:
        """Let time go by."""
        self.now += timedelta(minutes=minutes)
        return self.now

    def do(self, verb: Any, *arguments: Any, timed: bool = True, **more: Any) -> Any:
        """One act, at the hour in the hall."""
        if timed:
            more["when"] = self.now
        return self.workspace.do(verb, *arguments, at=self.now, **more)

    def call_roll(self) -> None:
        """Two members are away, one is represented by a substitute, everybody else is there."""
        members = self.view.members
        self.do(roll.mark_absent, members[4].attendance_id, excused=True, excuse="болничен",
                timed=False)  # fmt: skip
        self.do(roll.mark_absent, members[7].attendance_id, excused=False, timed=False)
        self.do(mark_represented, members[14].attendance_id)
        self.do(roll.mark_rest_present, self.session_id)

    def open(self) -> None:
        """Open, adopt the agenda."""
        self.later(4)
        self.do(room.open_session, self.session_id, accept=ACCEPT_ALL)
        self.do(voting.vote_agenda, self.session_id, voting.CONSENSUS)

    def adopt(self, place: int) -> None:
        """Take an item up and decide it without objections."""
        item_id = self.view.items[place].item_id
        self.later(3)
        self.do(room.start_item, item_id)
        self.later(5)
        self.do(writing.add_line, item_id, "Протоколът е изпратен на членовете на 4 декември.")
        self.do(drafting.update_decision_text, item_id, DECISIONS[place], timed=False)
        self.do(deciding.adopt_by_consensus, item_id)
        self.do(room.finish_item, item_id)

    def discuss_case(self) -> str:
        """Take the first case up: lines, proposal, text of the decision, tasks; its id."""
        view = self.view
        item_id = view.items[2].item_id
        self.later(2)
        self.do(room.start_item, item_id)
        speakers = {row.institution: row.acting_id for row in view.members}
        for institution, text in LINES:
            self.later(4)
            self.do(writing.add_line, item_id, text, speaker_id=speakers[institution])
        self.do(writing.add_proposal, item_id, PROPOSAL, timed=False,
                proposer_id=speakers["ЦОП – Кърджали"])  # fmt: skip
        self.do(drafting.update_decision_text, item_id, DECISIONS[2], timed=False)
        for line in TASKS:
            self.do(add_task_line, item_id, line, timed=False)
        self.later(6)
        return item_id


def hold_until_vote(workspace: Workspace) -> LiveSession:
    """The session with two decided items and a case that waits for its vote; 13 of 15 vote."""
    session_id, starts_at = coming_session(workspace)
    live = LiveSession(workspace, session_id, starts_at)
    live.call_roll()
    live.open()
    live.adopt(0)
    live.adopt(1)
    live.discuss_case()
    return live
