"""Makes bundles: the whole state for the national team, a receipt for a district."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import ExportRefused, RuleBroken
from dcm_desktop.paths import write_private
from dcm_desktop.store import audit, meta
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.tables import Exchange, Held, KnownDevice
from dcm_desktop.sync.bundle import (
    CHANGES,
    MAX_LINES,
    Content,
    pack,
    read_bundle,
    seal_bundle,
)
from dcm_desktop.sync.export import state_lines
from dcm_desktop.sync.manifest import (
    FORMAT,
    GROUND,
    KIND_FULL,
    KIND_RECEIPT,
    LEVEL,
    PSEUDONYMISED,
    PURPOSE,
    SCHEMA,
    AuditHead,
    Chain,
    Manifest,
    Part,
    Receipt,
    Sender,
)
from dcm_desktop.sync.states import Numbers
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.exchange.common import (
    IMPORTED,
    MADE,
    NATIONAL,
    NATIONAL_WORD,
    devices_of,
    driver_of,
    next_number,
    own_device,
    own_replica,
    vector_text,
)
from dcm_desktop.usecases.exchange.guard import HoldBack, check_export
from dcm_desktop.usecases.exchange.rows import BundleResult, BundleRow

_ACCEPTED = 1000


def export_bundle(workspace: Workspace, to: str, out: Path, *, at: datetime) -> BundleRow:
    """Write the next bundle to `out`: for `national` the whole state, pseudonymised; on the
    national store, for a district (`KRZ`), the receipt of what arrived from it.

    The file appears whole or not at all; nothing counts as delivered before the receipt.
    Raises: RuleBroken `exchange.not_enrolled`, `exchange.unknown_district`, `exchange.wrong_way`,
    `exchange.cannot_write`; ExportRefused `exchange.names_found`.
    """
    is_national = workspace.info.level is StoreLevel.NATIONAL
    if is_national == (to.casefold() in (NATIONAL_WORD, NATIONAL.casefold())):
        raise RuleBroken("exchange.wrong_way")
    if is_national:
        return workspace.do(export_receipt, to.upper(), out, at=at)
    try:
        return workspace.do(export_state, out, at=at)
    except ExportRefused as error:
        workspace.do(export_refused, error, at=at)
        raise


def export_refused(db: DbSession, error: ExportRefused, *, at: datetime) -> None:
    """Only the audit remembers that names stopped an export."""
    audit.append(db, "bundle.export_refused", at=at, reason=error.code, places=len(error.places))


def export_state(db: DbSession, out: Path, *, at: datetime) -> BundleRow:
    """The whole state of the district for the national team. Raises: as `export_bundle`."""
    devices = devices_of(db, NATIONAL)
    check_export(db)
    db.flush()
    driver = driver_of(db)
    numbers = Numbers.load(driver)
    hold_back = HoldBack(db)
    lines = list(state_lines(driver, numbers, meta.get(db, meta.DISTRICT), stays=hold_back))
    if len(lines) > MAX_LINES:
        raise RuleBroken("exchange.too_many", n=len(lines))
    parts, frames = pack([Content(CHANGES, b"".join(line + b"\n" for line in lines), len(lines))])
    replicas = [numbers.replica_id[no] for no in sorted(numbers.replica_id)]
    own = own_replica(db)
    index = str(replicas.index(own.id))
    manifest = with_fields(
        _manifest(db, KIND_FULL, NATIONAL, devices, replicas),
        upto={index: own.last_seq},
        chain=Chain({}, {index: own.chain.hex()} if own.chain else {}),
        parts=parts,
    )
    row = _send(db, manifest, NATIONAL, devices, frames, out, at=at)
    return replace(row, held_back=hold_back.count)


def export_receipt(db: DbSession, district: str, out: Path, *, at: datetime) -> BundleRow:
    """What the national store holds of a district. Raises: as `export_bundle`."""
    devices = devices_of(db, district)
    held = db.scalars(select(Held).where(Held.scope == district, Held.level == PSEUDONYMISED)).all()
    numbers = Numbers.load(driver_of(db))
    own = own_replica(db)
    replicas = [own.id, *sorted(numbers.replica_id[row.replica] for row in held)]
    accepted = db.scalars(
        select(Exchange.bundle_id)
        .where(
            Exchange.outgoing == 0,
            Exchange.state == IMPORTED,
            Exchange.kind == KIND_FULL,
            Exchange.peer.startswith(f"{district}-"),
        )
        .order_by(Exchange.at.desc())
        .limit(_ACCEPTED)
    ).all()
    if not accepted:
        raise RuleBroken("exchange.nothing_to_confirm", district=district)
    by_replica = {str(replicas.index(numbers.replica_id[row.replica])): row.seq for row in held}
    manifest = with_fields(
        _manifest(db, KIND_RECEIPT, district, devices, replicas),
        receipt=Receipt(own.id, by_replica, sorted(accepted), []),
    )
    return _send(db, manifest, district, devices, [], out, at=at)


def with_fields(manifest: Manifest, **fields: object) -> Manifest:
    """A manifest with other fields."""
    known = {name: getattr(manifest, name) for name in Manifest.__struct_fields__}
    return Manifest(**{**known, **fields})


def _manifest(
    db: DbSession,
    kind: str,
    peer: str,
    devices: Sequence[KnownDevice],
    replicas: list[str],
) -> Manifest:
    """The manifest of the next bundle to a peer, before what its kind adds."""
    head = audit.head(driver_connection(db))
    return Manifest(
        format=FORMAT,
        bundle=db.info["new_id"](),
        number=next_number(db, peer),
        kind=kind,
        part_of=[1, 1],
        sender=Sender(
            meta.get(db, meta.DISTRICT),
            meta.get(db, meta.STORE_ID),
            own_device(db).id,
            own_replica(db).epoch,
        ),
        to=sorted(device.age_recipient for device in devices),
        level=LEVEL,
        ground=GROUND,
        purpose=PURPOSE,
        replicas=replicas,
        since={},
        upto={},
        chain=Chain({}, {}),
        receipt=None,
        schema=list(SCHEMA),
        audit=AuditHead(head.epoch, head.n, head.h.hex()),
        parts=list[Part](),
    )


def _send(
    db: DbSession,
    manifest: Manifest,
    peer: str,
    devices: Sequence[KnownDevice],
    frames: Sequence[bytes],
    out: Path,
    *,
    at: datetime,
) -> BundleRow:
    """Seal, read back whole, note in the register, write the file; in this order."""
    own = own_device(db)
    recipients = [*(device.age_recipient for device in devices), own.age_recipient]
    data = seal_bundle(manifest, frames, sign_private=own.sign_private, recipients=recipients)
    read_bundle(data, own.age_identity, signer=lambda _: own.sign_public, on_line=lambda *_: None)
    digest = hashlib.sha256(data)
    records = sum(part.lines for part in manifest.parts)
    db.add(
        Exchange(
            bundle_id=manifest.bundle,
            outgoing=1,
            peer=peer,
            kind=manifest.kind,
            number=manifest.number,
            level=PSEUDONYMISED,
            file_name=out.name,
            at=at,
            state=MADE,
            upto=vector_text(manifest.vector(manifest.upto)),
            sha256=digest.digest(),
            size=len(data),
            changes=records,
        )
    )
    audit.append(
        db, "bundle.exported", at=at, entity="bundle", entity_id=manifest.bundle,
        to=peer, number=manifest.number, records=records, level=LEVEL, ground=GROUND,
    )  # fmt: skip
    db.flush()
    try:
        write_private(out, data)
    except OSError as error:
        raise RuleBroken("exchange.cannot_write") from error
    row = BundleRow(out.name, BundleResult.EXPORTED, manifest.bundle, manifest.number)
    return replace(
        row,
        kind=manifest.kind,
        peer=peer,
        size=len(data),
        sha256=digest.hexdigest(),
        records=records,
    )
