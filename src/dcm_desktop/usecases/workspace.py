"""Make, open, recover a store; the work on an open one is `Workspace` (`usecases.acting`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.domain.terms import StoreLevel, UserRole
from dcm_desktop.errors import InputRefused
from dcm_desktop.store import audit, backup, keyslots, meta, recovery_key
from dcm_desktop.store.handle import (
    RESERVE_BYTES,
    OpenStore,
    making,
    open_folder,
    remember_slots,
)
from dcm_desktop.store.ids import id_maker
from dcm_desktop.store.migrations import SCHEMA, migrate
from dcm_desktop.store.slotfile import Cost, SlotFile
from dcm_desktop.store.tables import Audit, Exchange, OwnDevice, Replica, User, synced_tables
from dcm_desktop.usecases.acting import StoreInfo, Workspace, checked_passphrase

__all__ = [
    "Created", "ExchangeMark", "StoreInfo", "StoreSetup", "Workspace", "counts", "create_store",
    "last_exchange", "open_store", "open_store_with_recovery", "recover_store",
]  # fmt: skip

NATIONAL_HOME = "BG"


@dataclass(frozen=True, slots=True)
class StoreSetup:
    """What a new store is: whose, and how it is protected.

    `district`: three letters, empty for the national team. `municipality`: code (`KRZ16`) of the
    municipal mechanism that works in it. `cost`: cost of guessing a passphrase, measured on this
    machine when None. `with_recovery`: whether the recovery sheet is made now.
    """

    level: StoreLevel
    district: str = ""
    municipality: str = ""
    user_name: str = field(default="", repr=False)
    with_recovery: bool = True
    cost: Cost | None = None
    reserve_bytes: int = RESERVE_BYTES

    @property
    def home(self) -> str:
        """District letters of the store, or BG."""
        return NATIONAL_HOME if self.level is StoreLevel.NATIONAL else self.district


@dataclass(frozen=True, slots=True)
class Created:
    """A new store, open, and the text for its recovery sheet (empty when postponed)."""

    workspace: Workspace
    recovery_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExchangeMark:
    """The last bundle in one direction."""

    file_name: str
    number: int
    at: datetime


def create_store(
    folder: Path,
    setup: StoreSetup,
    passphrase: str,
    *,
    at: datetime,
    keep: Callable[[str, StoreInfo], None] | None = None,
) -> Created:
    """Make a store with its first user, the keys of this laptop and an empty log, and open it.

    The mechanism is entered afterwards. `keep` gets the text of the recovery sheet before the
    store is finished. Raises: InputRefused for the setup or an empty passphrase, StoreError when
    the place is unfit or not empty, and what `keep` raises; nothing is then left behind.
    """
    _check(setup)
    secret = checked_passphrase(passphrase)
    make_id = id_maker()
    user_id = make_id(at)
    file, keys = keyslots.new_file()
    file = keyslots.with_slot(
        file, keys, "passphrase", secret,
        user=user_id, role=UserRole.COORDINATOR, at=at,
        cost=setup.cost or keyslots.calibrated_cost(),
    )  # fmt: skip
    sheet = b""
    if setup.with_recovery:
        sheet = crypto.random_bytes(recovery_key.KEY_BYTES)
        file = keyslots.with_slot(
            file, keys, "recovery", sheet, user=user_id, role=UserRole.COORDINATOR, at=at
        )
    with making(folder, file, keys, reserve_bytes=setup.reserve_bytes, at=at) as store:
        with store.writing() as db, db.begin():
            _first_rows(db, setup, file, user_id, make_id(at), at=at)
        with store.reading() as db:
            info = _info(db, store)
        text = recovery_key.format_key(sheet) if sheet else ""
        if text and keep is not None:
            keep(text, info)
    return Created(Workspace(store, info), text)


def _check(setup: StoreSetup) -> None:
    if setup.level is StoreLevel.NATIONAL:
        if setup.district or setup.municipality:
            raise InputRefused("setup.national_has_no_district", field="district")
        return
    if not re.fullmatch(r"[A-Z]{3}", setup.district):
        raise InputRefused("setup.district", field="district")
    if setup.municipality and not re.fullmatch(setup.district + r"\d\d", setup.municipality):
        raise InputRefused("setup.municipality", field="municipality")


def _first_rows(
    db: DbSession, setup: StoreSetup, file: SlotFile, user_id: str, device_id: str, *, at: datetime
) -> None:
    role = UserRole.COORDINATOR
    signing, identity = crypto.new_signing_key(), crypto.new_age_identity()
    db.add(User(id=user_id, name=setup.user_name, role=role, created_at=at))
    db.add(
        OwnDevice(
            id=device_id,
            letter="",
            sign_private=signing,
            sign_public=crypto.signing_public(signing),
            age_identity=identity,
            age_recipient=crypto.age_recipient(identity),
            created_at=at,
        )
    )
    replica = f"{setup.home.lower()}1-{crypto.random_bytes(8).hex()}"
    db.add(
        Replica(no=1, id=replica, device_id=device_id, district=setup.home, started_at=at, is_own=1)
    )
    meta.put(db, meta.STORE_ID, file.store_id)
    meta.put(db, meta.LEVEL, setup.level)
    meta.put(db, meta.DISTRICT, setup.home)
    meta.put(db, meta.MUNICIPALITY, setup.municipality)
    if setup.with_recovery:
        meta.put(db, meta.SHEET_AT, at.isoformat())
    remember_slots(db, file)
    db.flush()
    db.info.update(actor=user_id, device_id=device_id, role=str(role))
    audit.append(db, "store.created", at=at, level=str(setup.level), schema=SCHEMA)


def open_store(folder: Path, passphrase: str, *, at: datetime, throttle: bool = False) -> Workspace:
    """Open a store with a passphrase.

    `throttle`: refuse during the pause after wrong tries. Raises: NotAStore, StoreBusy,
    WrongPassphrase, StoreDamaged, StoreNewer, StoreError; no byte of the store is then changed.
    """
    secret = crypto.passphrase_bytes(passphrase)
    return _enter(open_folder(folder, "passphrase", secret, at=at, throttle=throttle), at=at)


def open_store_with_recovery(
    folder: Path, recovery: str, *, at: datetime, throttle: bool = False
) -> Workspace:
    """Open a store with the text of its recovery sheet.

    Raises: InputRefused for a typing error, else as `open_store`.
    """
    secret = recovery_key.parse_key(recovery)
    return _enter(open_folder(folder, "recovery", secret, at=at, throttle=throttle), at=at)


def recover_store(
    folder: Path, recovery: str, new_passphrase: str, *, at: datetime, cost: Cost | None = None
) -> Workspace:
    """Open a store with its recovery sheet and set a new passphrase in place of the forgotten one.

    Raises: as `open_store_with_recovery`; InputRefused for an empty passphrase.
    """
    checked_passphrase(new_passphrase)
    workspace = open_store_with_recovery(folder, recovery, at=at)
    try:
        workspace.set_passphrase(new_passphrase, at=at, cost=cost)
    except BaseException:
        workspace.close(at=at, with_backup=False)
        raise
    return workspace


def _enter(store: OpenStore, *, at: datetime) -> Workspace:
    try:
        if store.schema < SCHEMA:
            _migrate(store, at=at)
        with store.reading() as db:
            info = _info(db, store)
        workspace = Workspace(store, info)
        workspace.enter(store.slot.kind, at=at)
    except BaseException:
        store.close()
        raise
    return workspace


def _migrate(store: OpenStore, *, at: datetime) -> None:
    """Bring an older store to our schema, with a verified backup before the first step."""
    with store.reading() as db:
        home = meta.get(db, meta.DISTRICT)
    backup.make(store, name=home, at=at)
    migrate(store.engine, schema=store.schema)


def _info(db: DbSession, store: OpenStore) -> StoreInfo:
    device = db.scalars(select(OwnDevice)).one()
    user = db.get_one(User, store.slot.user)
    return StoreInfo(
        store_id=store.slots.store_id,
        level=StoreLevel(meta.get(db, meta.LEVEL)),
        district=meta.get(db, meta.DISTRICT),
        municipality=meta.get(db, meta.MUNICIPALITY),
        schema=SCHEMA,
        folder=store.folder.root,
        device_id=device.id,
        device_letter=device.letter,
        user_id=user.id,
        role=user.role,
        user_name=user.name,
        has_recovery_sheet=bool(store.slots.slots_of("recovery")),
        failed_tries=store.failed.count,
        last_failed_at=store.failed.last_at,
    )


def counts(db: DbSession) -> dict[str, int]:
    """Records per kind, deleted ones left out, and rows of the audit; sorted by kind."""
    found = {
        str(table.__tablename__): db.scalar(select(func.count()).select_from(table)) or 0
        for table in synced_tables()
    }
    found["audit"] = db.scalar(select(func.count()).select_from(Audit)) or 0
    return dict(sorted(found.items()))


def last_exchange(db: DbSession, *, outgoing: bool) -> ExchangeMark | None:
    """The newest bundle sent, or received; None when there was none."""
    row = db.scalars(
        select(Exchange)
        .where(Exchange.outgoing == int(outgoing), Exchange.refused.is_(None))
        .order_by(Exchange.at.desc())
        .limit(1)
    ).first()
    return None if row is None else ExchangeMark(row.file_name, row.number, row.at)
