"""Who waits for the floor, who has it, and for how long. Times come from `domain.timer`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import timer as clockwork
from dcm_desktop.domain.agenda import key_between
from dcm_desktop.domain.terms import AgendaItemStatus, RoomEventKind
from dcm_desktop.domain.timer import Timer
from dcm_desktop.domain.values import parse_whole
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    AgendaItem,
    Attendance,
    DiscussionLine,
    Mechanism,
    Session,
    Speech,
)
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.events import last_of
from dcm_desktop.usecases.sessions.naming import Names, names_of
from dcm_desktop.usecases.sessions.state import check_live, hall_of, roll_of

_SHORTEST, _LONGEST = 30, 3_600


@dataclass(frozen=True, slots=True, repr=False)
class SpeakerRow:
    """Somebody in the list of speakers. `n` is the number in the roll, 0 for who has none."""

    speech_id: str
    attendance_id: str
    n: int
    name: str
    institution: str


@dataclass(frozen=True, slots=True, repr=False)
class FloorView:
    """Who has the floor, with the timer."""

    speaker: SpeakerRow
    item_id: str
    timer: Timer

    @property
    def institution(self) -> str:
        """Institution of the speaker; their name for a guest without one."""
        return self.speaker.institution or self.speaker.name


@dataclass(frozen=True, slots=True, repr=False)
class SpeechesView:
    """The floor of an item: who has it, who follows, how long one may speak."""

    floor: FloorView | None
    waiting: tuple[SpeakerRow, ...]
    allowed_seconds: int
    speaks_since: datetime | None
    """Since when somebody speaks or waits without a timer."""
    new_speaker: str
    """Who that is, and the row of the roll."""
    new_speaker_id: str


def current_speech(db: DbSession, session_id: str) -> FloorView | None:
    """Who has the floor in a session, with institution and timer; None when nobody has."""
    session = db.get_one(Session, session_id)
    row = _floor(db, session_id)
    if row is None:
        return None
    return _floor_view(row, _names(db, session), _roll(db, session))


def get_speeches(db: DbSession, item_id: str) -> SpeechesView:
    """The list of speakers of an item."""
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    names, roll = _names(db, session), _roll(db, session)
    floor = _floor(db, session.id)
    queue = _queue(db, item_id)
    since, who = _unstarted(db, item, floor, queue)
    return SpeechesView(
        None if floor is None else _floor_view(floor, names, roll),
        tuple(_speaker(row, names, roll) for row in queue),
        allowed_of(db, item),
        since,
        "" if who is None else _institution(who, names, roll),
        who or "",
    )


def allowed_of(db: DbSession, item: AgendaItem) -> int:
    """Seconds one may speak under an item: its own limit, else the mechanism's."""
    if item.speech_seconds is not None:
        return item.speech_seconds
    session = db.get_one(Session, item.session_id)
    return db.get_one(Mechanism, session.mechanism_id).speech_seconds or 180


def queue_speaker(db: DbSession, item_id: str, attendance_id: str, *, at: datetime) -> Saved:
    """Put somebody at the end of the list; one who waits already keeps the place.

    Raises: RuleBroken `session.not_open`, `speech.not_here`.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    if not hall_of(db, session).is_present(attendance_id, None if session.entered_later else at):
        raise RuleBroken("speech.not_here")
    queue = _queue(db, item_id)
    known = next((row for row in queue if row.attendance_id == attendance_id), None)
    if known is not None:
        return Saved(known.id)
    row = Speech(
        id=new_id(db),
        session_id=item.session_id,
        item_id=item_id,
        attendance_id=attendance_id,
        order_key=key_between(max((one.order_key for one in queue), default=""), ""),
    )
    db.add(row)
    return Saved(row.id)


def give_floor(
    db: DbSession, item_id: str, attendance_id: str | None = None, *, at: datetime
) -> Saved:
    """The next one of the list (or somebody chosen) has the floor and the timer runs.

    Who had it has spoken. The id is empty when nobody waits. Raises: RuleBroken
    `session.not_open`, `speech.not_here`.
    """
    item = db.get_one(AgendaItem, item_id)
    check_live(db.get_one(Session, item.session_id))
    queue = _queue(db, item_id)
    if attendance_id is not None:
        chosen = queue_speaker(db, item_id, attendance_id, at=at).id
        db.flush()
        queue = [db.get_one(Speech, chosen)]
    _end_running(db, item.session_id, at)
    if not queue:
        return Saved("")
    row = queue[0]
    row.allowed_seconds, row.started_at = allowed_of(db, item), at
    row.paused_at, row.paused_seconds = None, 0
    return Saved(row.id)


def toggle_pause(db: DbSession, speech_id: str, *, at: datetime) -> Saved:
    """Pause the timer, or let it go on."""
    row = db.get_one(Speech, speech_id)
    timer = _timer(row)
    _keep(row, clockwork.pause(timer, at) if timer.runs else clockwork.resume(timer, at))
    return Saved(speech_id)


def add_time(db: DbSession, speech_id: str, seconds: int, *, at: datetime) -> Saved:
    """Give or take time of who speaks."""
    del at
    row = db.get_one(Speech, speech_id)
    _keep(row, clockwork.add(_timer(row), seconds))
    return Saved(speech_id)


def end_speech(db: DbSession, speech_id: str, *, at: datetime) -> Saved:
    """Who had the floor has spoken; nobody has it now."""
    row = db.get_one(Speech, speech_id)
    _keep(row, clockwork.end(_timer(row), at))
    return Saved(speech_id)


def drop_speaker(db: DbSession, speech_id: str, *, at: datetime) -> None:
    """Take somebody out of the list before they spoke."""
    del at
    row = db.get_one(Speech, speech_id)
    if row.started_at is None:
        row.deleted = True


def stop_after_gap(db: DbSession, speech_id: str, *, seen_at: datetime, at: datetime) -> Saved:
    """After the program stood still: the timer stands, with the gap taken out."""
    row = db.get_one(Speech, speech_id)
    _keep(row, clockwork.after_gap(_timer(row), seen_at=seen_at, at=at))
    return Saved(speech_id)


def gap_of_floor(db: DbSession, session_id: str) -> datetime | None:
    """Until when the program worked, when it stood still while somebody spoke; else None.

    Asked while the timer runs: the last interruption of the log that ended after it was started.
    """
    row = _floor(db, session_id)
    if row is None or row.started_at is None or row.paused_at is not None:
        return None
    event = last_of(db, session_id, RoomEventKind.INTERRUPTED)
    if event is None or event.until_at is None or event.until_at <= row.started_at:
        return None
    if row.updated_at is not None and row.updated_at >= event.until_at:
        return None
    return event.at


def count_gap(db: DbSession, speech_id: str, *, at: datetime) -> Saved:
    """The time without the program counts after all: the timer goes on as if it had run."""
    del at
    db.get_one(Speech, speech_id).paused_at = None
    return Saved(speech_id)


def end_speeches(db: DbSession, session_id: str, *, at: datetime) -> None:
    """Whoever has the floor has spoken: another item, a break, the end."""
    _end_running(db, session_id, at)


def pause_speeches(db: DbSession, session_id: str, *, at: datetime) -> None:
    """A break: the time of who has the floor stands."""
    row = _floor(db, session_id)
    if row is not None:
        _keep(row, clockwork.pause(_timer(row), at))


def set_speech_time(db: DbSession, mechanism_id: str, text: str, *, at: datetime) -> Saved:
    """How long one may speak, in seconds from `3`, `2:30`.

    Raises: InputRefused `speech.time`.
    """
    del at
    db.get_one(Mechanism, mechanism_id).speech_seconds = parse_speech_time(text)
    return Saved(mechanism_id)


def set_item_speech_time(db: DbSession, item_id: str, text: str, *, at: datetime) -> Saved:
    """The same for one item; an empty text takes the mechanism's again."""
    del at
    row = db.get_one(AgendaItem, item_id)
    row.speech_seconds = parse_speech_time(text) if text.strip() else None
    return Saved(item_id)


def get_speech_time(db: DbSession, mechanism_id: str) -> int:
    """Seconds one may speak when the item says nothing else."""
    return db.get_one(Mechanism, mechanism_id).speech_seconds or 180


def parse_speech_time(text: str) -> int:
    """Seconds from minutes or `minutes:seconds`. Raises: InputRefused `speech.time`."""
    minutes, colon, rest = text.strip().replace(".", ":").partition(":")
    if not minutes.isdigit() or (colon and not (rest.isdigit() and len(rest) == 2)):
        raise InputRefused("speech.time", field="speech_time")
    whole = parse_whole(minutes, field="speech_time", most=60) * 60 + int(rest or 0)
    if not _SHORTEST <= whole <= _LONGEST:
        raise InputRefused("speech.time", field="speech_time")
    return whole


# -- inside -------------------------------------------------------------------------------------


def _floor(db: DbSession, session_id: str) -> Speech | None:
    """The speech that has begun and not ended, under an item that runs."""
    rows = db.scalars(
        select(Speech)
        .join(AgendaItem, AgendaItem.id == Speech.item_id)
        .where(
            Speech.session_id == session_id,
            Speech.started_at.is_not(None),
            Speech.ended_at.is_(None),
            AgendaItem.status == AgendaItemStatus.RUNNING,
        )
    )
    return max(rows, key=lambda row: (row.started_at, row.id), default=None)


def _queue(db: DbSession, item_id: str) -> list[Speech]:
    rows = db.scalars(select(Speech).where(Speech.item_id == item_id, Speech.started_at.is_(None)))
    return sorted(rows, key=lambda row: (row.order_key, row.id))


def _end_running(db: DbSession, session_id: str, at: datetime) -> None:
    rows = db.scalars(
        select(Speech).where(
            Speech.session_id == session_id,
            Speech.started_at.is_not(None),
            Speech.ended_at.is_(None),
        )
    )
    for row in rows:
        _keep(row, clockwork.end(_timer(row), at))


def _unstarted(
    db: DbSession, item: AgendaItem, floor: Speech | None, queue: list[Speech]
) -> tuple[datetime | None, str | None]:
    """Since when, and who, speaks without a timer: the newest line names somebody who does not
    have the floor, or the first of the list waits and nobody has it.
    """
    if item.status is not AgendaItemStatus.RUNNING:
        return None, None
    line = db.scalars(
        select(DiscussionLine)
        .where(
            DiscussionLine.item_id == item.id,
            DiscussionLine.speaker_attendance_id.is_not(None),
            DiscussionLine.entered_later.is_(False),
        )
        .order_by(DiscussionLine.at.desc(), DiscussionLine.id.desc())
    ).first()
    ended = db.scalars(
        select(Speech.ended_at).where(Speech.item_id == item.id, Speech.ended_at.is_not(None))
    )
    last_end = max((moment for moment in ended if moment is not None), default=None)
    if line is not None and (last_end is None or line.at > last_end) and _is_new(line, floor):
        return line.at, line.speaker_attendance_id
    if floor is None and queue:
        moments = [one for one in (queue[0].created_at, last_end) if one is not None]
        return max(moments, default=None), queue[0].attendance_id
    return None, None


def _is_new(line: DiscussionLine, floor: Speech | None) -> bool:
    """Whether a line was said by somebody other than who has the floor, since they got it."""
    if floor is None or floor.started_at is None:
        return True
    return floor.attendance_id != line.speaker_attendance_id and line.at > floor.started_at


def _timer(row: Speech) -> Timer:
    if row.started_at is None:
        raise RuleBroken("speech.not_started")
    return Timer(
        row.allowed_seconds, row.started_at, row.paused_at, row.paused_seconds, row.ended_at
    )


def _keep(row: Speech, timer: Timer) -> None:
    row.allowed_seconds, row.paused_at = timer.allowed, timer.paused_at
    row.paused_seconds, row.ended_at = timer.paused_seconds, timer.ended_at


def _names(db: DbSession, session: Session) -> Names:
    return names_of(db, roll_of(db, session.id))


def _roll(db: DbSession, session: Session) -> dict[str, Attendance]:
    return {row.id: row for row in roll_of(db, session.id)}


def _speaker(row: Speech, names: Names, roll: dict[str, Attendance]) -> SpeakerRow:
    seat = roll.get(row.attendance_id)
    number = _number(seat, roll)
    return SpeakerRow(
        row.id,
        row.attendance_id,
        number,
        names.short_of_row(row.attendance_id),
        _institution(row.attendance_id, names, roll),
    )


def _number(seat: Attendance | None, roll: dict[str, Attendance]) -> int:
    """The number of the seat: a substitute has the one of the member."""
    if seat is None:
        return 0
    if seat.roll_no or seat.represents_mandate_id is None:
        return seat.roll_no
    for row in roll.values():
        if row.mandate_id == seat.represents_mandate_id:
            return row.roll_no
    return 0


def _institution(attendance_id: str, names: Names, roll: dict[str, Attendance]) -> str:
    seat = roll.get(attendance_id)
    if seat is None:
        return ""
    guest = names.guest(seat)
    if guest is not None:
        return guest.organisation or guest.name
    if seat.represents_mandate_id is not None:
        for row in roll.values():
            if row.mandate_id == seat.represents_mandate_id:
                return names.institution(row.institution_id)
    return names.institution(seat.institution_id) or names.name(seat.person_id)


def _floor_view(row: Speech, names: Names, roll: dict[str, Attendance]) -> FloorView:
    return FloorView(_speaker(row, names, roll), row.item_id, _timer(row))
