"""One durable act, five fields of a case and a new task: bare, captured, as the window does it."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session as DbSession
from tests.benchmarks.measure import Bench
from tests.support.exchange import AT, fill_district
from tests.support.stores import DISTRICT, PASSPHRASE

from dcm_desktop.domain.terms import RiskLevel
from dcm_desktop.store.capture import ACT, ChangeLog, listen
from dcm_desktop.store.engine import make_sessions
from dcm_desktop.store.handle import OpenStore
from dcm_desktop.store.tables import ActionItem, Case
from dcm_desktop.usecases.workspace import Workspace, create_store

_RANDOM = random.Random(1)  # noqa: S311 - not a secret


def act(db: DbSession, ids: dict[str, str], make_id: Callable[[], str], *, at: object) -> None:
    """The gesture."""
    assert at is not None
    case = db.get_one(Case, ids["case"])
    case.risk_level = _RANDOM.choice(list(RiskLevel))
    case.follow_up_due = date(2026, 12, 1 + _RANDOM.randrange(28))
    case.ozd_plan_ref, case.municipality = str(_RANDOM.random()), "KRZ16"
    case.summary_full = f"{_RANDOM.random()} " * 20
    db.add(ActionItem(id=make_id(), mechanism_id=ids["mechanism"], title="Среща с ОЗД"))


@contextmanager
def store() -> Iterator[tuple[Workspace, OpenStore, dict[str, str]]]:
    """A small open store."""
    with tempfile.TemporaryDirectory() as name:
        workspace = create_store(Path(name) / "district.dcm", DISTRICT, PASSPHRASE, at=AT).workspace
        ids = workspace.do(fill_district, at=AT)
        yield workspace, workspace._store, ids  # the bare act goes below it
        workspace.close(at=AT, with_backup=False)


@contextmanager
def below(*, captured: bool) -> Iterator[Callable[[], object]]:
    """The act through a session of its own, without audit."""
    with store() as (_workspace, opened, ids):
        sessions = make_sessions(opened.engine, writes=True)
        if captured:
            listen(sessions)
        log = ChangeLog(home="KRZ")

        def run() -> None:
            with sessions() as db, db.begin():
                db.info[ACT] = log.act("bench", author="", at=AT)
                act(db, ids, _new_id, at=AT)

        yield run


def _new_id() -> str:
    return str(UUID(int=_RANDOM.getrandbits(128)))


@contextmanager
def whole() -> Iterator[Callable[[], object]]:
    """The act through the workspace: captured and audited."""
    with store() as (workspace, _opened, ids):
        yield lambda: workspace.do(act, ids, _new_id, at=AT)


BENCHES = [
    Bench("act, bare", partial(below, captured=False), runs=200),
    Bench("act, captured", partial(below, captured=True), runs=200, beside="act, bare"),
    Bench("act, captured and audited", whole, runs=200, beside="act, bare"),
]
