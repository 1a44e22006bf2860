"""What sending and receiving share: own keys, own replica, known devices, numbers, names."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.errors import BundleRefused, RuleBroken
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.tables import Exchange, KnownDevice, OwnDevice, Replica
from dcm_desktop.sync.bundle import MAX_FILE

NATIONAL = "BG"
NATIONAL_WORD = "national"
ENROLLED, REVOKED = "enrolled", "revoked"
MADE, IMPORTED, RECEIVED = "made", "imported", "received"


@dataclass(frozen=True, slots=True)
class OwnReplica:
    """The present life of this store: its id, last change, chain, and how many lives there were."""

    no: int
    id: str
    last_seq: int
    chain: bytes
    epoch: int


def own_device(db: DbSession) -> OwnDevice:
    """Keys of this laptop."""
    return db.scalars(select(OwnDevice)).one()


def own_replica(db: DbSession) -> OwnReplica:
    """The present life of this store."""
    rows = db.scalars(select(Replica).where(Replica.is_own == 1).order_by(Replica.no)).all()
    row = rows[-1]
    return OwnReplica(row.no, row.id, row.last_seq, bytes(row.chain), len(rows))


def devices_of(db: DbSession, district: str) -> list[KnownDevice]:
    """Enrolled devices of a district (or BG), by letter.

    Raises: RuleBroken `exchange.not_enrolled`, `exchange.unknown_district`.
    """
    found = db.scalars(
        select(KnownDevice)
        .where(KnownDevice.district == district, KnownDevice.state == ENROLLED)
        .order_by(KnownDevice.letter)
    ).all()
    if not found and district == NATIONAL:
        raise RuleBroken("exchange.not_enrolled")
    if not found:
        raise RuleBroken("exchange.unknown_district", district=district)
    return list(found)


def next_number(db: DbSession, peer: str) -> int:
    """Number of the next outgoing bundle to a peer, from 1."""
    last = db.scalar(
        select(func.max(Exchange.number)).where(Exchange.outgoing == 1, Exchange.peer == peer)
    )
    return (last or 0) + 1


def bundle_name(district: str, letter: str, number: int) -> str:
    """`okmd-KRZ-A-0007.dcmb`: from a district's laptop."""
    return f"okmd-{district}-{letter}-{number:04d}.dcmb"


def receipt_name(district: str, number: int) -> str:
    """`okmd-BG-KRZ-0003.dcmb`: from the national team to a district."""
    return f"okmd-{NATIONAL}-{district}-{number:04d}.dcmb"


def peer_of(device: KnownDevice) -> str:
    """`BG`, or district and letter of a laptop: `KRZ-A`."""
    return NATIONAL if device.district == NATIONAL else f"{device.district}-{device.letter}"


def read_file(path: Path, limit: int = MAX_FILE + (1 << 20)) -> bytes:
    """Bytes of a file somebody brought.

    Raises: BundleRefused `bundle.no_file` when it cannot be read, `bundle.too_big`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise BundleRefused("bundle.no_file") from error
    if len(data) > limit:
        raise BundleRefused("bundle.too_big")
    return data


def driver_of(db: DbSession) -> Any:
    """The driver's connection, typed loosely as `sync` takes it."""
    return driver_connection(db)


def vector_text(vector: dict[str, int]) -> str:
    """A vector by replica id as it stands in `exchange`."""
    return json.dumps(vector, sort_keys=True, separators=(",", ":"))


def read_vector(text: str) -> dict[str, int]:
    """The vector of an `exchange` row."""
    found: dict[str, int] = json.loads(text)
    return found
