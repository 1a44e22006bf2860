"""The part of sqlcipher3 (the driver of the encrypted store) that we use."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...

SQLITE_BUSY: int
SQLITE_LOCKED: int
SQLITE_FULL: int
SQLITE_NOTADB: int
SQLITE_CORRUPT: int
SQLITE_IOERR: int
SQLITE_READONLY: int
SQLITE_CANTOPEN: int
sqlite_version: str

class Cursor:
    lastrowid: int
    rowcount: int
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...

class Connection:
    in_transaction: bool
    total_changes: int
    def execute(self, sql: str, parameters: Sequence[Any] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Cursor: ...
    def executescript(self, sql: str) -> Cursor: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def close(self) -> None: ...
    def set_key(self, key: bytes | bytearray) -> None: ...
    def backup(self, target: Connection, *, pages: int = ...) -> None: ...

def connect(
    database: str,
    timeout: float = ...,
    isolation_level: str | None = ...,
    check_same_thread: bool = ...,
    cached_statements: int = ...,
    uri: bool = ...,
) -> Connection: ...
