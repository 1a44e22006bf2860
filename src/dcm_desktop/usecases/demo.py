"""The whole main job on fictional data, through the same use cases as the window.

All people and cases of the demo are invented. Days of its sessions move with the calendar, so
that the last one lies in the week before and the next one ahead.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import paths, resources
from dcm_desktop.documents.models import Edition
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    CaseStatus,
    MechanismLevel,
    SessionStatus,
    StoreLevel,
)
from dcm_desktop.domain.values import at_local, local_date
from dcm_desktop.errors import InputRefused, StoreError
from dcm_desktop.progress import Progress, Silent
from dcm_desktop.store.slotfile import FLOOR
from dcm_desktop.store.tables import ActionItem, Case, OwnDevice, Session
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import StatusStep, case_by_code, change_case_status
from dcm_desktop.usecases.documents import PaperBytes, PaperKind, make_document, register_paper
from dcm_desktop.usecases.exchange import (
    accept_enrol,
    bundle_name,
    export_bundle,
    finish_enrol,
    import_bundles,
    make_enrol_request,
    receipt_name,
)
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.session_file import SessionFile, import_session, read_session_file
from dcm_desktop.usecases.session_file.timeline import local_moment
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item
from dcm_desktop.usecases.sessions.prepare import (
    convene_session,
    create_session,
)
from dcm_desktop.usecases.sessions.proposing import propose_session
from dcm_desktop.usecases.tasks import mark_task_done
from dcm_desktop.usecases.workspace import StoreSetup, counts, create_store

PASSPHRASE = "lipa most cheresha kompas zima"  # noqa: S105 - of stores with invented people only
_COORDINATOR = "Невена Зафирова"
_SESSIONS = ("session-6.json", "session-7.json")
_LEFT_OPEN = "жилище"
"""The task of the demo that is still under way at its second session."""

_STEPS: tuple[Mapping[str, tuple[CaseStatus, ...]], ...] = (
    {
        "KRZ-2026-001": (CaseStatus.ACCEPTED, CaseStatus.ASSESSMENT, CaseStatus.PLANNING),
        "KRZ-2026-002": (CaseStatus.ACCEPTED, CaseStatus.ASSESSMENT),
    },
    {"KRZ-2026-002": (CaseStatus.PLANNING,), "KRZ-2026-003": (CaseStatus.ACCEPTED,)},
)
"""Steps in the life of the cases before the second session of the demo, and after it."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo made. `counts` of the district's store; `timings` in seconds per step."""

    passphrase: str
    national_identity: str
    stores: Mapping[str, Path]
    files: Mapping[str, Path]
    counts: Mapping[str, int]
    timings: Mapping[str, float]


@dataclass(slots=True)
class _Watch:
    """Times the steps and tells them."""

    progress: Progress
    steps: int
    timings: dict[str, float] = field(default_factory=dict)

    def step(self, name: str, work: Callable[[], T]) -> T:
        """Run one step under its name."""
        self.progress.step(len(self.timings), self.steps, f"demo.{name}")
        begun = time.perf_counter()
        result = work()
        self.timings[name] = round(time.perf_counter() - begun, 3)
        return result


def make_demo(
    folder: Path,
    *,
    at: datetime,
    session_file: bytes | None = None,
    progress: Progress | None = None,
) -> DemoResult:
    """Make both stores, enter the sessions, print, send, receive and confirm.

    `session_file`: a session of one's own instead of those of the demo, entered as it is.
    Raises: InputRefused `demo.not_empty`, those of a session file; StoreError.
    """
    files = _files(at, session_file)
    try:
        existed = folder.exists()
        if existed and (not folder.is_dir() or any(folder.iterdir())):
            raise InputRefused("demo.not_empty", folder=str(folder))
        paths.make_private_dir(folder)
    except OSError as error:
        raise StoreError("store.no_access", field="folder") from error
    try:
        return _made(folder, files, at=at, own=session_file is not None, progress=progress)
    except BaseException:
        paths.undo_dir(folder, existed=existed)
        raise


def _made(
    folder: Path, files: list[SessionFile], *, at: datetime, own: bool, progress: Progress | None
) -> DemoResult:
    watch = _Watch(progress or Silent(), 9)
    clock = _begin(files) if not own else at
    district, national = watch.step("stores", partial(_stores, folder, files[-1], at=clock))
    try:
        watch.step("enrol", partial(_enrol, district, national, folder, at=clock))
        session_id = watch.step(
            "sessions", partial(_sessions, district, files, at=at if own else None)
        )
        if not own:
            clock = _end(files[-1])
        made = _papers(watch, district, folder, session_id, at=clock)
        made |= _exchange(watch, district, national, folder, at=clock)
        if not own:
            watch.step("next_session", partial(_next_session, district, at=at))
        identity = national.ask(_age_identity)
        figures = district.ask(counts)
    finally:
        watch.step("close", partial(_close, (district, national), at=at))
    return DemoResult(
        PASSPHRASE,
        identity,
        {"district": folder / "district.dcm", "national": folder / "national.dcm"},
        made,
        figures,
        watch.timings,
    )


# -- what is entered ----------------------------------------------------------------------------


def _files(at: datetime, own: bytes | None) -> list[SessionFile]:
    if own is not None:
        return [read_session_file(own)]
    raw = [json.loads(resources.read_text("demo", name)) for name in _SESSIONS]
    last = date.fromisoformat(raw[-1]["session"]["starts_at"][:10])
    weeks = ((local_date(at) - last).days - 1) // 7
    moved = [_moved(data, timedelta(weeks=weeks)) for data in raw]
    return [read_session_file(json.dumps(data).encode()) for data in moved]


def _moved(value: Any, by: timedelta) -> Any:
    """The same data with every day later by whole weeks."""
    if isinstance(value, dict):
        return {
            key: item if key == "birth_date" else _moved(item, by) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_moved(item, by) for item in value]
    if isinstance(value, str) and len(value) >= 10 and value[4:5] == "-" and value[7:8] == "-":
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return value
        return f"{day + by}{value[10:]}"
    return value


def _begin(files: list[SessionFile]) -> datetime:
    """A moment before everything the files say, when the stores of the demo were made."""
    first = local_moment(files[0].session.starts_at)
    return first - timedelta(days=30)


def _end(file: SessionFile) -> datetime:
    """Just after the closing of a session."""
    day = local_moment(file.session.starts_at).date()
    closed = datetime.strptime(file.session.closed_at, "%H:%M").time()  # noqa: DTZ007 - a clock time
    return at_local(day, closed) + timedelta(minutes=5)


def _stores(folder: Path, file: SessionFile, *, at: datetime) -> tuple[Workspace, Workspace]:
    mechanism = file.mechanism
    own = StoreSetup(
        level=StoreLevel.DISTRICT,
        district=mechanism.district,
        municipality=mechanism.municipality or ""
        if mechanism.level is MechanismLevel.MUNICIPAL
        else "",
        user_name=_COORDINATOR,
        cost=FLOOR,
    )
    team = StoreSetup(level=StoreLevel.NATIONAL, user_name="Национален екип", cost=FLOOR)
    district = create_store(folder / "district.dcm", own, PASSPHRASE, at=at).workspace
    try:
        national = create_store(folder / "national.dcm", team, PASSPHRASE, at=at).workspace
    except BaseException:
        district.close(at=at, with_backup=False)
        raise
    return district, national


def _enrol(district: Workspace, national: Workspace, folder: Path, *, at: datetime) -> None:
    request, answer = folder / "enrol-request.okmd", folder / "enrol-answer.okmd"
    made = make_enrol_request(district, request, at=at)
    accept_enrol(national, request, made.words, answer, at=at)
    finish_enrol(district, answer, made.words, at=at)
    request.unlink()
    answer.unlink()


def _sessions(district: Workspace, files: list[SessionFile], *, at: datetime | None) -> str:
    session_id = ""
    for n, file in enumerate(files):
        when = at or _end(file)
        if n:
            _advance_cases(district, _STEPS[0], at=local_moment(file.session.starts_at))
            _report_tasks(district, session_id, at=local_moment(file.session.starts_at))
        session_id = district.do(import_session, file, at=when).session_id
    if at is None:
        _advance_cases(district, _STEPS[-1], at=_end(files[-1]))
    return session_id


def _advance_cases(
    district: Workspace, steps: Mapping[str, tuple[CaseStatus, ...]], *, at: datetime
) -> None:
    """What the district's team did with the cases of the demo until then."""
    for code, statuses in steps.items():
        case_id = district.ask(case_by_code, code) or ""
        for status in statuses:
            step = StatusStep(status, on=local_date(at))
            district.do(change_case_status, case_id, step, accept=ACCEPT_ALL, at=at)


def _report_tasks(district: Workspace, session_id: str, *, at: datetime) -> None:
    """Between the two sessions of the demo: all tasks but one are done and reported."""
    for task_id in district.ask(_tasks_to_report, session_id):
        district.do(
            mark_task_done,
            task_id,
            result="Изпълнено в срок, докладвано на координатора.",
            done_on=local_date(at) - timedelta(days=6),
            at=at,
        )


def _tasks_to_report(db: DbSession, session_id: str) -> list[str]:
    rows = db.scalars(select(ActionItem).where(ActionItem.session_id == session_id))
    return [row.id for row in rows if _LEFT_OPEN not in row.title]


def _next_session(district: Workspace, *, at: datetime) -> None:
    """A session ahead, convened, so that the start screen has something to prepare."""
    mechanism_id, case_ids = district.ask(_open_cases)
    data = district.ask(propose_session, mechanism_id, at=at)
    made = district.do(create_session, mechanism_id, data, accept=ACCEPT_ALL, at=at)
    for case_id in case_ids:
        item = ItemData(AgendaItemKind.CASE, case_id=case_id)
        district.do(add_item, made.id, item, at=at)
    district.do(convene_session, made.id, outgoing_no="ОКМД-36", accept=ACCEPT_ALL, at=at)


def _open_cases(db: DbSession) -> tuple[str, list[str]]:
    held = db.scalars(select(Session).where(Session.status == SessionStatus.HELD)).first()
    if held is None:
        raise LookupError("the demo has no held session")
    cases = db.scalars(select(Case).where(Case.mechanism_id == held.mechanism_id))
    codes = sorted((case.code, case.id) for case in cases)
    return held.mechanism_id, [case_id for _, case_id in codes[:1] + codes[2:]]


# -- what leaves --------------------------------------------------------------------------------


def _papers(
    watch: _Watch, district: Workspace, folder: Path, session_id: str, *, at: datetime
) -> dict[str, Path]:
    wanted = (
        ("invitation", "invitation.pdf", PaperKind.INVITATION, Edition.FULL),
        ("minutes_public", "minutes-public.pdf", PaperKind.MINUTES, Edition.PUBLIC),
        ("minutes_full", "minutes-full.pdf", PaperKind.MINUTES, Edition.FULL),
    )
    made = {}
    for name, file, kind, edition in wanted:
        work = partial(_paper, district, session_id, kind, edition, at=at)
        paths.write_private(folder / file, watch.step(name, work).pdf)
        made[name] = folder / file
    return made


def _paper(
    district: Workspace, session_id: str, kind: PaperKind, edition: Edition, *, at: datetime
) -> PaperBytes:
    """A paper as the window makes it: drawn, then noted in the register of papers."""
    paper = district.ask(make_document, session_id, kind, edition, at=at)
    district.do(register_paper, paper, "file", at=at)
    return paper


def _exchange(
    watch: _Watch, district: Workspace, national: Workspace, folder: Path, *, at: datetime
) -> dict[str, Path]:
    home = district.info.district
    bundle = folder / bundle_name(home, "A", 1)
    receipt = folder / receipt_name(home, 1)
    watch.step("bundle_export", partial(export_bundle, district, "national", bundle, at=at))
    watch.step("bundle_import", partial(_take, national, bundle, at=at))
    watch.step("receipt", partial(_receipt, district, national, receipt, at=at))
    return {"bundle": bundle, "receipt": receipt}


def _receipt(district: Workspace, national: Workspace, receipt: Path, *, at: datetime) -> None:
    export_bundle(national, district.info.district, receipt, at=at)
    _take(district, receipt, at=at)


def _take(workspace: Workspace, file: Path, *, at: datetime) -> None:
    for row in import_bundles(workspace, [file], at=at):
        if row.error is not None:
            raise row.error


def _age_identity(db: DbSession) -> str:
    return db.scalars(select(OwnDevice.age_identity)).one()


def _close(workspaces: tuple[Workspace, ...], *, at: datetime) -> None:
    for workspace in workspaces:
        workspace.close(at=at)
