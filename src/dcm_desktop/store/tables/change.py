"""The log of changes, states of records, and what peers hold. Layout of the exchange design.

Nothing here is synced as a record; it is how records are synced. No names or texts except inside
`change.body`, `sibling` and `record_state.extra`.
"""

from datetime import datetime

from sqlalchemy import BLOB, BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dcm_desktop.store.tables.base import Base, Moment

MARK_CONFLICT, MARK_DELETED, MARK_SEALED, MARK_ERASED, MARK_UNKNOWN, MARK_EVER = 1, 2, 4, 8, 16, 32


class Replica(Base):
    """One life of one store; a restore from a backup starts a new one."""

    __tablename__ = "replica"

    no: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String, unique=True)
    device_id: Mapped[str] = mapped_column(String)
    district: Mapped[str] = mapped_column(String)
    started_at: Mapped[datetime] = mapped_column(Moment())
    last_seq: Mapped[int] = mapped_column(Integer, default=0)
    chain: Mapped[bytes] = mapped_column(BLOB, default=b"")
    is_own: Mapped[int] = mapped_column(Integer, default=0)


class LogWord(Base):
    """Kinds, merge groups and authors, each once."""

    __tablename__ = "word"

    no: Mapped[int] = mapped_column(Integer, primary_key=True)
    text: Mapped[str] = mapped_column(String, unique=True)


class RecordState(Base):
    """One row per synced record: who wrote which group last, and marks (constants above)."""

    __tablename__ = "record_state"

    no: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[bytes] = mapped_column(BLOB, unique=True)
    kind: Mapped[int] = mapped_column(Integer)
    home: Mapped[int] = mapped_column(Integer)
    stamps: Mapped[str] = mapped_column(Text)
    blank: Mapped[str | None] = mapped_column(Text)
    marks: Mapped[int] = mapped_column(Integer, default=0)
    extra: Mapped[str | None] = mapped_column(Text)


class LogChange(Base):
    """One change of one record; `dot` = replica no · 2^40 + seq, `act` groups one gesture."""

    __tablename__ = "change"

    dot: Mapped[int] = mapped_column(Integer, primary_key=True)
    record: Mapped[int] = mapped_column(Integer, index=True)
    hlc: Mapped[int] = mapped_column(BigInteger)
    author: Mapped[int] = mapped_column(Integer)
    flags: Mapped[int] = mapped_column(Integer, default=0)
    act: Mapped[int] = mapped_column(Integer, default=0, index=True)
    body: Mapped[str] = mapped_column(Text)
    seen: Mapped[str] = mapped_column(Text)


class Act(Base):
    """One gesture of the user: the unit of undo and of the audit. Local."""

    __tablename__ = "act"

    no: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String)
    author: Mapped[str] = mapped_column(String)
    at: Mapped[datetime] = mapped_column(Moment())
    undoes: Mapped[int | None] = mapped_column(Integer)
    undone_by: Mapped[int | None] = mapped_column(Integer)


class Sibling(Base):
    """Versions of a group that holds more than one."""

    __tablename__ = "sibling"

    record: Mapped[int] = mapped_column(Integer, primary_key=True)
    grp: Mapped[int] = mapped_column(Integer, primary_key=True)
    replica: Mapped[int] = mapped_column(Integer, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    hlc: Mapped[int] = mapped_column(BigInteger)
    author: Mapped[int] = mapped_column(Integer)
    flags: Mapped[int] = mapped_column(Integer)
    value: Mapped[str | None] = mapped_column(Text)
    base: Mapped[str | None] = mapped_column(Text)
    later: Mapped[int] = mapped_column(Integer, default=0)


class Peer(Base):
    """What the other side is known to hold, per level; moved only by its receipt."""

    __tablename__ = "peer"

    peer: Mapped[str] = mapped_column(String, primary_key=True)
    level: Mapped[int] = mapped_column(Integer, primary_key=True)
    replica: Mapped[int] = mapped_column(Integer, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    chain: Mapped[bytes] = mapped_column(BLOB, default=b"")


class Held(Base):
    """What this store holds of others, per scope and level; moved only by its own commit."""

    __tablename__ = "held"

    scope: Mapped[str] = mapped_column(String, primary_key=True)
    level: Mapped[int] = mapped_column(Integer, primary_key=True)
    replica: Mapped[int] = mapped_column(Integer, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    chain: Mapped[bytes] = mapped_column(BLOB, default=b"")


class Exchange(Base):
    """One row per bundle made or read."""

    __tablename__ = "exchange"

    bundle_id: Mapped[str] = mapped_column(String, primary_key=True)
    outgoing: Mapped[int] = mapped_column(Integer)
    peer: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String)
    number: Mapped[int] = mapped_column(Integer)
    level: Mapped[int] = mapped_column(Integer)
    file_name: Mapped[str] = mapped_column(String, default="")
    at: Mapped[datetime] = mapped_column(Moment())
    state: Mapped[str] = mapped_column(String)
    since: Mapped[str] = mapped_column(Text, default="{}")
    upto: Mapped[str] = mapped_column(Text, default="{}")
    sha256: Mapped[bytes] = mapped_column(BLOB)
    size: Mapped[int] = mapped_column(Integer)
    changes: Mapped[int] = mapped_column(Integer, default=0)
    receipt_at: Mapped[datetime | None] = mapped_column(Moment())
    refused: Mapped[str | None] = mapped_column(String)


class KnownDevice(Base):
    """A device of another store that was enrolled here: its keys and state."""

    __tablename__ = "known_device"

    device_id: Mapped[str] = mapped_column(String, primary_key=True)
    district: Mapped[str] = mapped_column(String)
    letter: Mapped[str] = mapped_column(String, default="")
    store_id: Mapped[str] = mapped_column(String)
    replica_id: Mapped[str] = mapped_column(String)
    sign_public: Mapped[bytes] = mapped_column(BLOB)
    age_recipient: Mapped[str] = mapped_column(String)
    state: Mapped[str] = mapped_column(String, default="enrolled")
    enrolled_at: Mapped[datetime] = mapped_column(Moment())
