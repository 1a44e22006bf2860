"""Whether a bundle may be taken: who signed it, for whom, and what it adds to what is held.

Nothing is written here. Source: exchange design, section 5 (protocol table).
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import BundleRefused
from dcm_desktop.store import meta
from dcm_desktop.store.tables import Exchange, Held, KnownDevice, Replica
from dcm_desktop.sync.bundle import read_bundle
from dcm_desktop.sync.manifest import (
    KIND_FULL,
    KIND_RECEIPT,
    LEVEL,
    PSEUDONYMISED,
    SCHEMA,
    Manifest,
)
from dcm_desktop.usecases.exchange.common import (
    ENROLLED,
    IMPORTED,
    NATIONAL,
    own_device,
    peer_of,
)

OnLine = Callable[[Manifest, int, bytes], None]


@dataclass(frozen=True, slots=True)
class Known:
    """The device that signed a bundle."""

    device_id: str
    district: str
    letter: str
    peer: str
    replica_id: str


def read_verified(
    db: DbSession, data: bytes, on_line: OnLine | None = None
) -> tuple[Manifest, Known]:
    """One pass over a bundle of a known device, for this store.

    Raises: BundleRefused with the reason.
    """
    found: list[Known] = []

    def signer(manifest: Manifest) -> bytes:
        device = _device_of(db, manifest)
        found.append(
            Known(
                device.device_id, device.district, device.letter, peer_of(device),
                device.replica_id,
            )
        )  # fmt: skip
        return bytes(device.sign_public)

    identity = own_device(db).age_identity
    manifest = read_bundle(data, identity, signer=signer, on_line=on_line or _ignore)
    return manifest, found[0]


def _ignore(_manifest: Manifest, _number: int, _raw: bytes) -> None:
    """Only verify."""


def _device_of(db: DbSession, manifest: Manifest) -> KnownDevice:
    """Device that must have signed; what the manifest says of itself must fit it."""
    own = own_device(db)
    if manifest.sender.device == own.id:
        raise BundleRefused("bundle.own")
    if own.age_recipient not in manifest.to:
        raise BundleRefused("bundle.not_for_us")
    if manifest.schema[0] > SCHEMA[1]:
        raise BundleRefused("bundle.newer", version=manifest.schema[0])
    sender = manifest.sender
    device = db.get(KnownDevice, sender.device)
    if device is None or device.store_id != sender.store:
        raise BundleRefused("bundle.unknown_device", district=sender.district)
    if device.state != ENROLLED:
        raise BundleRefused("bundle.revoked_device", district=device.district)
    if device.district != sender.district:
        raise BundleRefused("bundle.foreign_district", district=sender.district)
    is_national = meta.get(db, meta.LEVEL) == StoreLevel.NATIONAL
    expected = KIND_FULL if is_national else KIND_RECEIPT
    if manifest.kind != expected or (not is_national and device.district != NATIONAL):
        raise BundleRefused("bundle.wrong_kind")
    if manifest.level != LEVEL or manifest.part_of != [1, 1]:
        raise BundleRefused("bundle.level")
    return device


def is_known(db: DbSession, manifest: Manifest) -> bool:
    """Whether this very bundle was imported before."""
    row = db.get(Exchange, manifest.bundle)
    return row is not None and row.outgoing == 0


def check_order(db: DbSession, manifest: Manifest, known: Known) -> None:
    """Refuse a bundle that an imported one of the same laptop has overtaken, or whose laptop has
    gone back in time (a copied store).

    Raises: BundleRefused `bundle.older`, `bundle.two_histories`.
    """
    last = db.scalar(
        select(func.max(Exchange.number)).where(
            Exchange.outgoing == 0,
            Exchange.peer == known.peer,
            Exchange.kind == manifest.kind,
            Exchange.state == IMPORTED,
        )
    )
    if manifest.kind == KIND_RECEIPT:
        if last is not None and manifest.number <= last:
            raise BundleRefused("bundle.older", n=manifest.number, last=last)
        return
    held = held_vector(db, known.district)
    upto, chains = manifest.vector(manifest.upto), manifest.chain_upto()
    for replica, seq in upto.items():
        has, chain = held.get(replica, (0, b""))
        if seq == has and chain and chains.get(replica, chain) != chain:
            raise BundleRefused("bundle.two_histories", district=known.district)
    is_behind = any(seq < held.get(replica, (0, b""))[0] for replica, seq in upto.items())
    is_within = all(seq <= held.get(replica, (0, b""))[0] for replica, seq in upto.items())
    if last is not None and manifest.number <= last and is_within:
        raise BundleRefused("bundle.older", n=manifest.number, last=last)
    if is_behind:
        raise BundleRefused("bundle.two_histories", district=known.district)


def held_vector(db: DbSession, district: str) -> dict[str, tuple[int, bytes]]:
    """What this store holds of a district: replica id → (seq, chain)."""
    rows = db.execute(
        select(Replica.id, Held.seq, Held.chain)
        .join(Replica, Replica.no == Held.replica)
        .where(Held.scope == district, Held.level == PSEUDONYMISED)
    )
    return {replica: (seq, bytes(chain)) for replica, seq, chain in rows}
