"""Every change of a synced record reaches the log, whole, and can be taken back."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    ChangeKind,
    MechanismLevel,
    RiskLevel,
)
from dcm_desktop.store.capture import ACT, ActLog, ChangeLog, listen
from dcm_desktop.store.engine import make_engine, make_sessions
from dcm_desktop.store.registers import FLAG_FIRST, SEQ_BITS, hlc_ms, tick
from dcm_desktop.store.tables import (
    Act,
    Base,
    Case,
    LogChange,
    LogWord,
    Mechanism,
    RecordState,
    Replica,
)
from dcm_desktop.store.undo import act_changes, take_back, undo_values

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NIKOLA = "user-1"


class Log:
    """A small encrypted store with only tables, and its log."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.log = ChangeLog(home="KRZ")
        self.sessions = make_sessions(engine, writes=True)
        listen(self.sessions)
        self.at = AT

    def do(self, work: Callable[[DbSession], object], undoes: int | None = None) -> ActLog:
        """One act; returns its context after the commit."""
        self.at += timedelta(seconds=1)
        with self.sessions() as db, db.begin():
            db.info["new_id"] = lambda: str(uuid4())
            act = self.log.act("test", author=NIKOLA, at=self.at, undoes=undoes)
            db.info[ACT] = act
            work(db)
        return act


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    engine = make_engine(tmp_path / "store.db", bytes(range(48)))
    with engine.execution_options(writes=True).begin() as connection:
        Base.metadata.create_all(connection)
    made = Log(engine)
    with make_sessions(engine, writes=True)() as db, db.begin():
        db.add(Replica(no=1, id="krz1-00", device_id="d1", district="KRZ", started_at=AT, is_own=1))
    yield made
    engine.dispose()


def add_case(log: Log, **values: object) -> str:
    ids: list[str] = []

    def work(db: DbSession) -> None:
        mechanism = Mechanism(
            id=str(uuid4()), district="KRZ", level=MechanismLevel.DISTRICT, name_bg="ОКМД"
        )
        case = Case(
            id=str(uuid4()),
            mechanism_id=mechanism.id,
            code="KRZ-2026-017",
            typology=CaseTypology.REINTEGRATION,
            opened_on=date(2026, 11, 1),
            **values,
        )
        db.add_all([mechanism, case])
        ids.append(case.id)

    log.do(work)
    return ids[0]


def bodies(log: Log, record_id: str) -> list[tuple[int, dict[str, list[object]], list[object]]]:
    with log.sessions() as db:
        no = db.scalars(select(RecordState.no).where(RecordState.id == UUID(record_id).bytes)).one()
        rows = db.scalars(select(LogChange).where(LogChange.record == no).order_by(LogChange.dot))
        return [(row.flags, json.loads(row.body), json.loads(row.seen)) for row in rows]


def test_new_record_is_logged_with_its_values_and_defaults(log: Log) -> None:
    case_id = add_case(log)
    ((flags, body, seen),) = bodies(log, case_id)
    assert flags == FLAG_FIRST
    assert seen == []
    assert body["code"] == ["KRZ-2026-017"]
    assert body["opened_on"] == ["2026-11-01"]
    assert body["status"] == [["new", None, None]]
    assert body["operative"] == [False]
    assert "municipality" not in body
    with log.sessions() as db:
        case = db.get_one(Case, case_id)
        assert (case.home, case.rev, case.deleted, case.created_by) == ("KRZ", 1, False, NIKOLA)
        assert case.created_at == log.at


def test_change_carries_the_whole_group_its_base_and_what_was_seen(log: Log) -> None:
    case_id = add_case(log)

    def close(db: DbSession) -> None:
        case = db.get_one(Case, case_id)
        case.status = CaseStatus.CLOSED
        case.closed_on = date(2026, 11, 20)
        case.close_reason = CaseCloseReason.GOALS_MET

    log.do(close)
    _, body, seen = bodies(log, case_id)[-1]
    assert body == {"status": [["closed", "2026-11-20", "goals_met"], ["new", None, None], 0]}
    assert seen == [[1, 2]]


def test_equal_value_is_no_change(log: Log) -> None:
    case_id = add_case(log)

    def same(db: DbSession) -> None:
        db.get_one(Case, case_id).code = "KRZ-2026-017"

    act = log.do(same)
    assert len(bodies(log, case_id)) == 1
    assert act.changes().items == ()


def test_base_of_a_column_that_was_not_loaded_is_read_from_the_file(log: Log) -> None:
    case_id = add_case(log)

    def change(db: DbSession) -> None:
        case = db.get_one(Case, case_id)
        db.expire(case, ["code"])
        case.code = "KRZ-2026-018"

    log.do(change)
    assert bodies(log, case_id)[-1][1] == {"code": ["KRZ-2026-018", "KRZ-2026-017", 0]}


def test_each_element_of_a_set_is_its_own_register(log: Log) -> None:
    case_id = add_case(log, risk_factors=["poverty", "housing"])

    def change(db: DbSession) -> None:
        db.get_one(Case, case_id).risk_factors = ["poverty", "addiction"]

    log.do(change)
    first, second = (body for _, body, _ in bodies(log, case_id))
    assert first["risk_factors:poverty"] == [True]
    assert second == {"risk_factors:addiction": [True], "risk_factors:housing": [False, True, 0]}
    with log.sessions() as db:
        assert db.get_one(Case, case_id).risk_factors == ["addiction", "poverty"]


def test_dots_and_clock_go_on_from_act_to_act(log: Log) -> None:
    case_id = add_case(log)
    log.do(lambda db: setattr(db.get_one(Case, case_id), "risk_level", RiskLevel.LOW))
    log.do(lambda db: setattr(db.get_one(Case, case_id), "risk_level", RiskLevel.HIGH))
    with log.sessions() as db:
        rows = db.scalars(select(LogChange).order_by(LogChange.dot)).all()
        replica = db.get_one(Replica, 1)
        assert [row.dot for row in rows] == [1 << SEQ_BITS | seq for seq in (1, 2, 3, 4)]
        assert replica.last_seq == 4
        assert len(replica.chain) == 32
        clocks = [row.hlc for row in rows]
        assert clocks == sorted(clocks)
        assert hlc_ms(clocks[-1]) == int(log.at.timestamp() * 1000)
        assert clocks[-1] < 2**53


def test_act_that_fails_leaves_no_trace(log: Log) -> None:
    case_id = add_case(log)

    def fail(db: DbSession) -> None:
        db.get_one(Case, case_id).code = "KRZ-2026-099"
        db.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        log.do(fail)
    log.do(lambda db: setattr(db.get_one(Case, case_id), "ozd_plan_ref", "12"))
    assert [body for _, body, _ in bodies(log, case_id)][1:] == [{"ozd_plan_ref": ["12", "", 0]}]
    with log.sessions() as db:
        assert db.get_one(Case, case_id).code == "KRZ-2026-017"
        words = {word.text: word.no for word in db.scalars(select(LogWord))}
        assert words.items() >= log.log.words.items()


def test_act_without_a_change_has_no_row(log: Log) -> None:
    log.do(lambda _db: None)
    with log.sessions() as db:
        assert db.scalars(select(Act)).all() == []


def test_deletion_is_a_tombstone_that_names_what_was_seen(log: Log) -> None:
    case_id = add_case(log)
    act = log.do(lambda db: setattr(db.get_one(Case, case_id), "deleted", True))
    assert bodies(log, case_id)[-1][1] == {"_deleted": [[1, 2]]}
    assert [item.how for item in act.changes().items] == [ChangeKind.DELETED]
    with log.sessions() as db:
        assert db.get(Case, case_id) is None


def test_deleting_through_the_session_is_refused(log: Log) -> None:
    case_id = add_case(log)
    with pytest.raises(RuntimeError, match="deleted"):
        log.do(lambda db: db.delete(db.get_one(Case, case_id)))


def test_writing_outside_an_act_is_refused(log: Log) -> None:
    with (
        pytest.raises(RuntimeError, match="act"),
        log.sessions() as db,
        db.begin(),
    ):
        db.add(Mechanism(id=str(uuid4()), district="KRZ"))


def test_undo_and_redo_give_back_each_state(log: Log) -> None:
    case_id = add_case(log, risk_factors=["poverty"])

    def change(db: DbSession) -> None:
        case = db.get_one(Case, case_id)
        case.status, case.closed_on = CaseStatus.CLOSED, date(2026, 11, 20)
        case.risk_factors = ["housing"]
        case.municipality = "KRZ16"

    def state() -> tuple[object, ...]:
        with log.sessions() as db:
            case = db.get_one(Case, case_id)
            return (case.status, case.closed_on, case.risk_factors, case.municipality)

    before = state()
    act = log.do(change)
    after = state()
    assert act.no is not None
    undo = log.do(lambda db: take_back(db, act.no or 0), undoes=act.no)
    assert state() == before
    redo = log.do(lambda db: take_back(db, undo.no or 0), undoes=undo.no)
    assert state() == after
    assert redo.changes().items[0].id == case_id


def test_undo_of_a_creation_deletes_and_redo_revives(log: Log) -> None:
    made: list[str] = []

    def create(db: DbSession) -> None:
        made.append(str(uuid4()))
        db.add(Mechanism(id=made[0], district="KRZ", level=MechanismLevel.DISTRICT))

    act = log.do(create)
    undo = log.do(lambda db: take_back(db, act.no or 0), undoes=act.no)
    with log.sessions() as db:
        assert db.get(Mechanism, made[0]) is None
    log.do(lambda db: take_back(db, undo.no or 0), undoes=undo.no)
    with log.sessions() as db:
        assert db.get_one(Mechanism, made[0]).district == "KRZ"


def test_inverse_is_pure_and_takes_the_oldest_base(log: Log) -> None:
    case_id = add_case(log)

    def twice(db: DbSession) -> None:
        case = db.get_one(Case, case_id)
        case.code = "KRZ-2026-018"
        db.flush()
        case.code = "KRZ-2026-019"

    act = log.do(twice)
    with log.sessions() as db:
        (inverse,) = undo_values(act_changes(db, act.no or 0))
    assert inverse.values == {"code": "KRZ-2026-017"}


def test_clock_is_not_dragged_by_one_a_day_ahead() -> None:
    wall = int(AT.timestamp() * 1000)
    near = tick(0, wall + 3_600_000)
    far = tick(0, wall + 2 * 86_400_000)
    assert tick(0, wall, near) == near + 1
    assert tick(0, wall, far) == tick(0, wall)


def test_edit_of_a_deleted_record_keeps_it_deleted_and_its_undo_too(log: Log) -> None:
    case_id = add_case(log)
    log.do(lambda db: setattr(db.get_one(Case, case_id), "deleted", True))

    def edit(db: DbSession) -> None:
        row = db.get_one(Case, case_id, execution_options={"include_deleted": True})
        row.code = "KRZ-2026-099"

    act = log.do(edit)
    assert bodies(log, case_id)[-1][1]["_deleted"][:2] == [[1, 3], True]
    log.do(lambda db: take_back(db, act.no or 0), undoes=act.no)
    with log.sessions() as db:
        assert db.get(Case, case_id) is None
        row = db.get_one(Case, case_id, execution_options={"include_deleted": True})
        assert row.code == "KRZ-2026-017"
