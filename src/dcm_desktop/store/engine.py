"""The only code that opens the database file: raw key, pragmas, BEGIN, and what a session refuses.

Order and values of the pragmas: store design. Wrong keys never come here: the slot file tells them
apart before, so "file is not a database" means damage.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import ORMExecuteState, sessionmaker, with_loader_criteria
from sqlalchemy.orm import Session as DbSession
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from dcm_desktop.errors import DcmError, StoreBusy, StoreDamaged, StoreError
from dcm_desktop.store.tables import Synced

APPLICATION_ID = 0x4F4B4D44
"""`OKMD`, in the header of the database."""
RAW_KEY_BYTES = 48
"""Data key and salt: 96 hexadecimal digits. Any other count would be taken for a passphrase."""

_PLAIN_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 5000
_STATEMENTS = 2000
"""Prepared statements kept: a full cache of the driver throws out its newest entry, so with the
default of 100 every act would prepare all its statements again (3 ms instead of 0.6)."""
_PRAGMAS: tuple[tuple[str, str, int | str], ...] = (
    ("synchronous", "FULL", 2),
    ("fullfsync", "1", 1),
    ("checkpoint_fullfsync", "1", 1),
    ("wal_autocheckpoint", "200", 200),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("busy_timeout", str(_BUSY_MS), _BUSY_MS),
)
_PRIMARY = 0xFF


def translated(error: BaseException) -> DcmError | None:
    """What an error of the driver means for people; None when it is a bug of ours."""
    if not isinstance(error, dbapi2.Error):
        return None
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code == dbapi2.SQLITE_FULL:
        return StoreError("store.disk_full")
    if code in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
        return StoreBusy("store.busy_writing")
    if code in (dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_CORRUPT):
        return StoreDamaged("store.damaged")
    if code == dbapi2.SQLITE_IOERR:
        return StoreError("store.disk_error")
    if code in (dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN):
        return StoreError("store.no_access")
    return None


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turn errors of the bare driver into ours."""
    try:
        yield
    except dbapi2.Error as error:
        known = translated(error)
        if known is None:
            raise
        raise known from error


def _set_key(connection: dbapi2.Connection, raw_key: bytes) -> None:
    if len(raw_key) != RAW_KEY_BYTES:
        raise ValueError("a raw key has 48 bytes")
    literal = bytearray(b"x'" + raw_key.hex().encode() + b"'")
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
    connection.set_key(literal)
    literal[:] = bytes(len(literal))
    connection.execute("PRAGMA cipher_memory_security=ON").fetchall()


def _must(connection: dbapi2.Connection, name: str, expected: int | str) -> None:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is None or row[0] != expected:
        raise RuntimeError(f"pragma {name} is not {expected}")


def connect(path: Path, raw_key: bytes) -> dbapi2.Connection:
    """A keyed connection with every pragma set and asserted.

    Raises: StoreDamaged when the file cannot be read with its key, StoreError for the disk.
    """
    with driver_errors():
        connection = dbapi2.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_MS / 1000,
            cached_statements=_STATEMENTS,
        )
        try:
            _set_key(connection, raw_key)
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: dbapi2.Connection) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if version is None or int(version[0].split(".")[0]) < 4:
        raise RuntimeError("the driver is not SQLCipher 4")
    connection.execute("PRAGMA journal_mode=WAL").fetchall()
    _must(connection, "journal_mode", "wal")
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        _must(connection, name, expected)


@dataclass(frozen=True, slots=True)
class Header:
    """Facts that are read before the store is opened for work."""

    application_id: int
    schema: int
    slots_gen: int


def peek(path: Path, wal: Path, raw_key: bytes) -> Header:
    """Read a few facts without changing a byte and without making a file.

    Raises: StoreDamaged when the file is missing, not encrypted or does not open with its key.
    """
    try:
        with path.open("rb") as file:
            first = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError as error:
        raise StoreDamaged("store.db_missing") from error
    except PermissionError as error:
        raise StoreError("store.no_access", field="folder") from error
    if first == _PLAIN_HEADER:
        raise StoreDamaged("store.not_encrypted")
    has_log = wal.exists() and wal.stat().st_size > 0
    mode = "mode=ro" if has_log else "immutable=1"
    with driver_errors():
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
        try:
            _set_key(connection, raw_key)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
            gen = None
            if application == APPLICATION_ID:
                gen = connection.execute("SELECT value FROM meta WHERE key='slots_gen'").fetchone()
        finally:
            connection.close()
    return Header(application, schema, int(gen[0]) if gen else 0)


def connect_copy(path: Path, raw_key: bytes) -> dbapi2.Connection:
    """A keyed connection on a copy that nobody works with: no write-ahead log beside it."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    _set_key(connection, raw_key)
    connection.execute("PRAGMA temp_store=MEMORY").fetchall()
    return connection


def make_engine(path: Path, raw_key: bytes) -> Engine:
    """An engine on the encrypted file; every pooled connection is keyed and asserted."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, raw_key),
        module=dbapi2,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _handle_error)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _handle_error(context: ExceptionContext) -> DcmError | None:
    return translated(context.original_exception)


class StoreSession(DbSession):
    """A transaction on the store.

    Deleted records are not seen (execution option `include_deleted` shows them); UPDATE and DELETE
    statements are refused, because they would pass by the change log.
    """


@event.listens_for(StoreSession, "do_orm_execute")
def _guard(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete:
        raise RuntimeError("write through ORM objects, bulk statements pass by the change log")
    hidden = not state.execution_options.get("include_deleted", False)
    if state.is_select and hidden and not state.is_column_load:
        state.statement = state.statement.options(_LIVING)


_LIVING = with_loader_criteria(
    Synced, lambda cls: cls.deleted.is_not(True), include_aliases=True, propagate_to_loaders=True
)


def make_sessions(engine: Engine, *, writes: bool) -> sessionmaker[StoreSession]:
    """Maker of sessions that take the write lock when they begin, or that only read."""
    bound = engine.execution_options(writes=writes)
    return sessionmaker(bound, class_=StoreSession, expire_on_commit=False)


def driver_connection(db: DbSession) -> dbapi2.Connection:
    """The driver's connection of a session's transaction, for plain statements on log tables."""
    connection: Any = db.connection().connection.driver_connection
    return cast(dbapi2.Connection, connection)


def checkpoint(connection: dbapi2.Connection) -> None:
    """Move the whole write-ahead log into the database file."""
    with driver_errors():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
