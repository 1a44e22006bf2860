"""An open store at work: `Workspace.do` and `Workspace.ask`, undo, new ways in, close.

One gesture of the user is one transaction: its rows, its change log and its audit row are written
together and announced after the commit. One lock serialises the writes of the window and of its
worker thread. Making and opening a store is `usecases.workspace`.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto, log
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import Changes, StoreLevel, UserRole
from dcm_desktop.errors import InputRefused, RuleBroken, StoreError
from dcm_desktop.store import audit, backup, keyslots, meta, recovery_key
from dcm_desktop.store.capture import ACT, ActLog, ChangeLog, listen
from dcm_desktop.store.check import find_damage
from dcm_desktop.store.engine import driver_connection, driver_errors
from dcm_desktop.store.handle import OpenStore, renew_reserve
from dcm_desktop.store.ids import id_maker
from dcm_desktop.store.slotfile import Cost, SlotFile
from dcm_desktop.store.tables import Act
from dcm_desktop.store.undo import take_back
from dcm_desktop.usecases.memo import MEMO

P = ParamSpec("P")
T = TypeVar("T")

_DISK_CODES = ("store.disk_full", "store.disk_error")


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """Who this store is and who works in it now. `district` is BG for the national team."""

    store_id: str
    level: StoreLevel
    district: str
    municipality: str
    schema: int
    folder: Path
    device_id: str
    device_letter: str
    user_id: str
    role: UserRole
    user_name: str = field(default="", repr=False)
    has_recovery_sheet: bool = False
    failed_tries: int = 0
    last_failed_at: datetime | None = None
    is_rehearsal: bool = False
    """A throw-away copy: nothing done in it is kept."""


def checked_passphrase(passphrase: str) -> bytes:
    """Bytes of a new passphrase. Raises: InputRefused when it is empty."""
    if not passphrase.strip():
        raise InputRefused("passphrase.empty", field="passphrase")
    return crypto.passphrase_bytes(passphrase)


class Workspace:
    """An open store. Made by the functions of `usecases.workspace` only."""

    def __init__(self, store: OpenStore, info: StoreInfo) -> None:
        self.info = info
        self.listeners: list[Callable[[Changes], None]] = []
        self._store = store
        self._lock = threading.RLock()
        self._make_id = id_maker()
        self._log = ChangeLog(home=info.district)
        self._undoable: list[tuple[int, str]] = []
        self._redoable: list[tuple[int, str]] = []
        self._is_open = True
        self._view = threading.local()
        listen(store.writing)

    def do(
        self, usecase: Callable[Concatenate[DbSession, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a use case that writes, in one durable transaction, then announce what it changed.

        The use case takes `at=`. Listeners are called in the calling thread. Raises: what the use
        case raises (nothing is then written), StoreError when the disk refuses.
        """
        at = kwargs.get("at")
        if not isinstance(at, datetime):
            raise TypeError("a use case that writes is called with at=")
        with self._lock:
            act, result = self._transact(
                lambda: self._log.act(usecase.__name__, author=self.info.user_id, at=at),
                lambda db: usecase(db, *args, **kwargs),
            )
            if act.no is not None:
                self._undoable.append((act.no, act.name))
                self._redoable.clear()
        self._announce(act.changes())
        return result

    def jot(
        self, usecase: Callable[Concatenate[DbSession, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Write to local tables (drafts, place) durably; neither audited nor announced."""
        with self._lock:
            self._must_be_open()
            with self._writing() as db:
                return usecase(db, *args, **kwargs)

    def ask(
        self, query: Callable[Concatenate[DbSession, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query on one consistent view of the store; nothing that it changes is kept."""
        self._must_be_open()
        shared: DbSession | None = getattr(self._view, "db", None)
        if shared is not None:
            with driver_errors():
                return query(shared, *args, **kwargs)
        with driver_errors(), self._store.reading(info=self._context() | {MEMO: {}}) as db:
            return query(db, *args, **kwargs)

    @contextmanager
    def one_view(self) -> Iterator[None]:
        """Everything this thread asks inside is read from one moment of the store, and what
        several queries need is read once (`usecases.memo`). Nothing is done inside."""
        if getattr(self._view, "db", None) is not None:
            yield
            return
        self._must_be_open()
        with driver_errors(), self._store.reading(info=self._context() | {MEMO: {}}) as db:
            self._view.db = db
            try:
                yield
            finally:
                self._view.db = None

    @property
    def undo_name(self) -> str:
        """Name of the act that `undo` would take back; empty when there is none."""
        return self._undoable[-1][1] if self._undoable else ""

    def undo(self, *, at: datetime) -> Changes | None:
        """Take back the last act of this run of the program; None when there is none.

        Raises: RuleBroken `undo.changed_since`.
        """
        return self._take_back("undo", self._undoable, self._redoable, at=at)

    def redo(self, *, at: datetime) -> Changes | None:
        """Take back the last undo; None when there is none. Raises: as `undo`."""
        return self._take_back("redo", self._redoable, self._undoable, at=at)

    def new_recovery_sheet(self, *, at: datetime, keep: Callable[[str], None] | None = None) -> str:
        """Text of a new recovery key; a sheet printed before opens nothing any more.

        `keep` gets the text before that: when it fails, the old sheet still opens the store.
        """
        key = crypto.random_bytes(recovery_key.KEY_BYTES)
        if keep is not None:
            keep(recovery_key.format_key(key))
        store, info = self._store, self.info
        with self._lock:
            old = frozenset(slot.id for slot in store.slots.slots_of("recovery"))
            file = keyslots.with_slot(
                keyslots.without_slots(store.slots, store.keys, old),
                store.keys,
                "recovery",
                key,
                user=info.user_id,
                role=str(info.role),
                at=at,
            )
            self._save_slots(file, "store.recovery_sheet_made", at=at)
            self.info = replace(info, has_recovery_sheet=True)
        return recovery_key.format_key(key)

    def set_passphrase(self, passphrase: str, *, at: datetime, cost: Cost | None = None) -> None:
        """Give the present user this passphrase; the old one opens nothing any more.

        `cost`: that of the old one when None. Raises: InputRefused when it is empty.
        """
        secret = checked_passphrase(passphrase)
        store, info = self._store, self.info
        with self._lock:
            mine = [s for s in store.slots.slots_of("passphrase") if s.user == info.user_id]
            old = frozenset(slot.id for slot in mine)
            file = keyslots.with_slot(
                keyslots.without_slots(store.slots, store.keys, old),
                store.keys,
                "passphrase",
                secret,
                user=info.user_id,
                role=str(info.role),
                at=at,
                cost=cost or (mine[0].cost if mine else None),
            )
            self._save_slots(file, "store.passphrase_set", at=at)

    def check(self) -> tuple[Finding, ...]:
        """Damage found in the pages, links and audit of the store; empty when it is sound."""
        with self._lock:
            self._must_be_open()
            return find_damage(self._store)

    def close(self, *, at: datetime, with_backup: bool = True) -> None:
        """Keep a verified backup when anything changed, empty the log, give the store back.

        Closing twice does nothing. Raises: StoreError when the backup cannot be made; the store is
        closed all the same.
        """
        with self._lock:
            if not self._is_open:
                return
            self._is_open = False
            try:
                self._say_goodbye(at=at, with_backup=with_backup)
            finally:
                self._store.close()
        log.event("store.closed", store=self.info.store_id)

    def back_up(self, *, at: datetime) -> bool:
        """Keep a verified backup now; False when nothing changed since the last one.

        Before every run of imports, and at close. Raises: StoreError when it cannot be made.
        """
        with self._lock:
            store = self._store
            with store.reading() as db:
                backed_up = int(meta.get(db, meta.BACKUP_N, "0"))
            if not backup.is_changed(store, backed_up):
                return False
            made = backup.make(store, name=self.info.district, at=at)
            with store.writing(info=self._context()) as db, db.begin():
                meta.put(db, meta.BACKUP_N, str(made.audit_n))
                db.flush()
                audit.append(db, "store.backup_made", at=at, upto=made.audit_n, bytes=made.size)
        return True

    def copy_store(self, name: str, *, at: datetime) -> OpenStore:
        """The store copied under `name` into its private staging folder, open.

        Raises: RuleBroken `store.rehearsing` for the copy of a copy, StoreError.
        """
        if self.info.is_rehearsal:
            raise RuleBroken("store.rehearsing")
        with self._lock:
            self._must_be_open()
            return self._store.copy_to(self._store.folder.staging / name, at=at)

    def enter(self, way: str, *, at: datetime) -> None:
        """Write into the audit who came in, and failed tries before. Called once, at opening."""
        info = self.info

        def record(db: DbSession) -> None:
            if info.failed_tries:
                last = info.last_failed_at.isoformat() if info.last_failed_at else ""
                audit.append(db, "store.unlock_failed", at=at, n=info.failed_tries, last=last)
            audit.append(db, "store.unlocked", at=at, way=way)

        self._transact(lambda: self._log.act("enter", author=info.user_id, at=at), record)
        renew_reserve(self._store.folder)
        log.event("store.opened", store=info.store_id, schema=info.schema)

    def _say_goodbye(self, *, at: datetime, with_backup: bool) -> None:
        store = self._store
        if with_backup:
            self.back_up(at=at)
        with store.writing(info=self._context()) as db, db.begin():
            audit.append(db, "store.locked", at=at)
        store.checkpoint()

    def _must_be_open(self) -> None:
        if not self._is_open:
            raise StoreError("store.closed")

    @contextmanager
    def _writing(self) -> Iterator[DbSession]:
        """One write transaction; errors of the driver come out as ours."""
        with driver_errors(), self._store.writing(info=self._context()) as db, db.begin():
            yield db

    def _context(self) -> dict[str, object]:
        info = self.info
        return {
            "actor": info.user_id,
            "role": str(info.role),
            "device_id": info.device_id,
            "device_letter": info.device_letter,
            "level": info.level,
            "district": info.district,
            "municipality": info.municipality,
            "store_id": info.store_id,
            "rehearsal": info.is_rehearsal,
        }

    def _transact(
        self, make_act: Callable[[], ActLog], work: Callable[[DbSession], T]
    ) -> tuple[ActLog, T]:
        """Run `work` in one transaction; on a full disk give the reserve back and try once more."""
        act = make_act()
        try:
            return act, self._once(act, work)
        except StoreError as error:
            if error.code not in _DISK_CODES or not self._store.release_reserve():
                raise
        act = make_act()
        return act, self._once(act, work)

    def _once(self, act: ActLog, work: Callable[[DbSession], T]) -> T:
        self._must_be_open()
        with self._writing() as db:
            db.info[ACT] = act
            db.info["new_id"] = partial(self._make_id, act.at)
            before = audit.head(driver_connection(db)).n
            result = work(db)
            db.flush()
            said = audit.head(driver_connection(db)).n > before
            if act.touched or not said:
                self._audit(db, act)
            letter = driver_connection(db).execute("SELECT letter FROM own_device").fetchone()[0]
        if letter != self.info.device_letter:
            self.info = replace(self.info, device_letter=letter)
        return result

    def _audit(self, db: DbSession, act: ActLog) -> None:
        kind, record_id = next(iter(act.touched), ("", ""))
        audit.append(db, act.name, at=act.at, entity=kind, entity_id=record_id, n=len(act.touched))

    def _take_back(
        self,
        name: str,
        acts: list[tuple[int, str]],
        inverse: list[tuple[int, str]],
        *,
        at: datetime,
    ) -> Changes | None:
        with self._lock:
            if not acts:
                return None
            no, of = acts[-1]
            act, _ = self._transact(
                lambda: self._log.act(name, author=self.info.user_id, at=at, undoes=no),
                partial(_take_back_act, no=no),
            )
            acts.pop()
            if act.no is not None:
                inverse.append((act.no, of))
        self._announce(act.changes())
        return act.changes()

    def _save_slots(self, file: SlotFile, what: str, *, at: datetime) -> None:
        store = self._store

        def write(db: DbSession) -> None:
            audit.append(db, what, at=at, slots=len(file.slots))
            if what == "store.recovery_sheet_made":
                meta.put(db, meta.SHEET_AT, at.isoformat())
            store.save_slots(db, file)

        self._transact(lambda: self._log.act(what, author=self.info.user_id, at=at), write)
        store.settle_slots()

    def _announce(self, changes: Changes) -> None:
        if changes.items:
            for listener in list(self.listeners):
                listener(changes)


def _take_back_act(db: DbSession, *, no: int) -> None:
    take_back(db, no)
    db.flush()
    act: ActLog = db.info[ACT]
    if act.no is not None:
        db.get_one(Act, no).undone_by = act.no
