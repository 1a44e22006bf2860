"""Reads bundles: look, preview, import, and what a refusal leaves (a row of the audit).

A file is read into memory once (64 MiB at most) and both passes read these bytes, so nothing can
change it in between. Before the first import of a run a verified backup is kept.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.errors import BundleRefused
from dcm_desktop.progress import Progress, Silent
from dcm_desktop.store import audit
from dcm_desktop.store.capture import ACT, ActLog
from dcm_desktop.store.tables import Exchange, Held, KnownDevice, Peer, Replica
from dcm_desktop.sync.apply import Importer
from dcm_desktop.sync.bundle import age_stanzas, check_age_header, read_bundle
from dcm_desktop.sync.decide import KindCounts, totals
from dcm_desktop.sync.manifest import KIND_RECEIPT, PSEUDONYMISED, Manifest
from dcm_desktop.sync.states import Numbers
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.exchange.common import (
    IMPORTED,
    MADE,
    NATIONAL,
    RECEIVED,
    driver_of,
    own_device,
    read_file,
    read_vector,
    vector_text,
)
from dcm_desktop.usecases.exchange.judging import (
    Known,
    check_order,
    is_known,
    read_verified,
)
from dcm_desktop.usecases.exchange.rows import BundleResult, BundleRow, BundleView, KindRow

_SILENT = Silent()


def import_bundles(
    workspace: Workspace,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    at: datetime,
    progress: Progress = _SILENT,
) -> tuple[BundleRow, ...]:
    """Import files one by one, each whole or not at all; a row each, in the order given.

    A refused file leaves only a row of the audit; one that was imported before is `already`. With
    `dry_run` only the counts: the same as the import would give.
    Raises: StoreError when the backup before the first import cannot be made.
    """
    rows, backed_up = [], False
    for at_file, path in enumerate(files):
        progress.step(at_file, len(files), "exchange.importing")
        if progress.cancelled:
            break
        data, row = b"", BundleRow(path.name, BundleResult.REFUSED)
        try:
            data = read_file(path)
            row = workspace.ask(previewed, path.name, data)
            if row.result is BundleResult.WOULD_IMPORT and not dry_run:
                if not backed_up:
                    workspace.back_up(at=at)
                    backed_up = True
                row = workspace.do(imported, path.name, data, at=at)
        except BundleRefused as error:
            row = BundleRow(
                path.name, BundleResult.REFUSED, row.bundle, row.number, row.kind, row.peer,
                size=len(data), error=error,
            )  # fmt: skip
        if not dry_run and row.result is not BundleResult.IMPORTED:
            workspace.do(noted, row, crypto.sha256(data).hex(), at=at)
        rows.append(row)
    return tuple(rows)


def preview_import(workspace: Workspace, file: Path) -> BundleRow:
    """What an import of the file would do; refused files come with their error."""
    try:
        return workspace.ask(previewed, file.name, read_file(file))
    except BundleRefused as error:
        return BundleRow(file.name, BundleResult.REFUSED, error=error)


def inspect_bundle(file: Path, workspace: Workspace | None = None) -> BundleView:
    """Look at a file: without a store its outer layer only, with one its manifest and preview.

    Raises: BundleRefused `bundle.no_file`, `bundle.not_a_bundle`, `bundle.header` when it is no
    age file.
    """
    data = read_file(file)
    check_age_header(data)
    row = BundleRow(
        file.name, BundleResult.WOULD_IMPORT, size=len(data), sha256=crypto.sha256(data).hex()
    )
    outside = BundleView(row, is_age=True, stanzas=age_stanzas(data))
    if workspace is None:
        return outside
    return workspace.ask(inspected, outside, data)


def previewed(db: DbSession, name: str, data: bytes) -> BundleRow:
    """Pass one: verify whole and count. Raises: BundleRefused."""
    return _take(db, name, data, None)


def imported(db: DbSession, name: str, data: bytes, *, at: datetime) -> BundleRow:
    """Pass two: verify again and write, in the running transaction. Raises: BundleRefused."""
    return _take(db, name, data, at)


def noted(db: DbSession, row: BundleRow, sha256: str, *, at: datetime) -> None:
    """Row of the audit for a file that changed nothing."""
    audit.append(
        db, f"bundle.{row.result}", at=at, entity="bundle", entity_id=row.bundle,
        reason=row.reason, sha256=sha256,
    )  # fmt: skip


def inspected(db: DbSession, view: BundleView, data: bytes) -> BundleView:
    """The inside of a file as far as this store can open it."""
    own = own_device(db)
    seen: list[Manifest] = []

    def signer(manifest: Manifest) -> bytes:
        seen.append(manifest)
        device = db.get(KnownDevice, manifest.sender.device)
        if manifest.sender.device == own.id:
            return own.sign_public
        return device.sign_public if device is not None else bytes(32)

    signed: bool | None = None
    error: BundleRefused | None = None
    try:
        read_bundle(data, own.age_identity, signer=signer, on_line=lambda *_: None)
        signed = True
    except BundleRefused as refused:
        signed = False if seen else None
        error = refused
    row = view.row
    if error is None:
        try:
            row = previewed(db, row.name, data)
        except BundleRefused as refused:
            error = refused
    if not seen:
        return BundleView(_failed(row, error), view.is_age, view.stanzas, signed)
    manifest = seen[0]
    row = _failed(row, error, manifest)
    device = db.get(KnownDevice, manifest.sender.device)
    return BundleView(
        row,
        view.is_age,
        view.stanzas,
        signed,
        district=manifest.sender.district,
        letter=own.letter if manifest.sender.device == own.id else device.letter if device else "",
        level=manifest.level,
        made_with=manifest.schema[1],
        audit_n=manifest.audit.n,
        audit_head=manifest.audit.head,
        parts=tuple((part.name, part.size) for part in manifest.parts),
    )


def _failed(
    row: BundleRow, error: BundleRefused | None, manifest: Manifest | None = None
) -> BundleRow:
    if error is None:
        return row
    return BundleRow(
        row.name,
        BundleResult.REFUSED,
        manifest.bundle if manifest else "",
        manifest.number if manifest else 0,
        manifest.kind if manifest else "",
        size=row.size,
        sha256=row.sha256,
        error=error,
    )


def _take(db: DbSession, name: str, data: bytes, at: datetime | None) -> BundleRow:
    """One pass over a bundle; with `at` its content is written as it comes.

    What was written before a refusal at a later byte goes with the transaction.
    """
    importer: list[Importer] = []

    def on_line(manifest: Manifest, place: int, raw: bytes) -> None:
        if not importer:
            importer.append(_importer(db, manifest, at))
        importer[0].take(place, raw)

    manifest, known = read_verified(db, data, on_line)
    if is_known(db, manifest):
        return _row(name, manifest, known, BundleResult.ALREADY, {}, data)
    check_order(db, manifest, known)
    counts: dict[str, KindCounts] = {}
    if importer:
        importer[0].finish()
        counts = importer[0].counts
    if at is None:
        return _row(name, manifest, known, BundleResult.WOULD_IMPORT, counts, data)
    if manifest.kind == KIND_RECEIPT:
        _take_receipt(db, manifest, known, at=at)
    else:
        _add_replicas(db, manifest, known.district, at=at)  # a bundle may bring no line at all
        _move_held(db, manifest, known)
    row = _row(name, manifest, known, BundleResult.IMPORTED, counts, data)
    _note_import(db, manifest, row, at=at)
    return row


def _importer(db: DbSession, manifest: Manifest, at: datetime | None) -> Importer:
    driver = driver_of(db)
    if at is not None:
        _add_replicas(db, manifest, manifest.sender.district, at=at)
    act: ActLog | None = db.info.get(ACT)
    return Importer(
        driver,
        Numbers.load(driver),
        manifest.sender.district,
        manifest.replicas,
        write=at is not None,
        act=act,
    )


def _add_replicas(db: DbSession, manifest: Manifest, district: str, *, at: datetime) -> None:
    """Lives that this store has not met get a local number."""
    known = set(db.scalars(select(Replica.id)))
    for replica in manifest.replicas:
        if replica not in known:
            db.add(
                Replica(
                    id=replica,
                    device_id=manifest.sender.device,
                    district=district,
                    started_at=at,
                    chain=b"",
                )
            )
    db.flush()


def _replica_numbers(db: DbSession) -> dict[str, int]:
    return {row.id: row.no for row in db.scalars(select(Replica))}


def _move_held(db: DbSession, manifest: Manifest, known: Known) -> None:
    """What this store holds of the district now: the join of both vectors."""
    numbers = _replica_numbers(db)
    chains = manifest.chain_upto()
    for replica, seq in manifest.vector(manifest.upto).items():
        key = (known.district, PSEUDONYMISED, numbers[replica])
        row = db.get(Held, key)
        if row is None:
            db.add(
                Held(
                    scope=known.district,
                    level=PSEUDONYMISED,
                    replica=numbers[replica],
                    seq=seq,
                    chain=chains.get(replica, b""),
                )
            )
        elif seq > row.seq:
            row.seq, row.chain = seq, chains.get(replica, b"")


def _take_receipt(db: DbSession, manifest: Manifest, known: Known, *, at: datetime) -> None:
    """What the national team holds of us: joined in the same life, as told in a new one."""
    receipt = manifest.receipt
    if receipt is None:
        raise BundleRefused("bundle.content", place="receipt")
    numbers = _replica_numbers(db)
    told = manifest.vector(receipt.held)
    if receipt.life != known.replica_id:
        for old in db.scalars(select(Peer).where(Peer.peer == NATIONAL)).all():
            db.delete(old)
        db.flush()
        db.get_one(KnownDevice, known.device_id).replica_id = receipt.life
    for replica, seq in told.items():
        if replica not in numbers:
            continue
        key = (NATIONAL, PSEUDONYMISED, numbers[replica])
        row = db.get(Peer, key)
        if row is None:
            db.add(
                Peer(
                    peer=NATIONAL, level=PSEUDONYMISED, replica=numbers[replica], seq=seq, chain=b""
                )
            )
        else:
            row.seq = max(seq, row.seq)
    sent = db.scalars(select(Exchange).where(Exchange.outgoing == 1, Exchange.state == MADE)).all()
    for row_out in sent:
        upto = read_vector(row_out.upto)
        is_held = bool(upto) and all(seq <= told.get(replica, 0) for replica, seq in upto.items())
        if row_out.bundle_id in receipt.accepted or is_held:
            row_out.state, row_out.receipt_at = RECEIVED, at


def _note_import(db: DbSession, manifest: Manifest, row: BundleRow, *, at: datetime) -> None:
    db.add(
        Exchange(
            bundle_id=manifest.bundle,
            outgoing=0,
            peer=row.peer,
            kind=manifest.kind,
            number=manifest.number,
            level=PSEUDONYMISED,
            file_name=row.name,
            at=at,
            state=IMPORTED,
            upto=vector_text(manifest.vector(manifest.upto)),
            sha256=bytes.fromhex(row.sha256),
            size=row.size,
            changes=row.records,
        )
    )
    audit.append(
        db, "bundle.imported", at=at, entity="bundle", entity_id=manifest.bundle,
        peer=row.peer, number=manifest.number, new=row.new, changed=row.changed,
        conflicts=row.conflicts,
    )  # fmt: skip


def _row(
    name: str,
    manifest: Manifest,
    known: Known,
    result: BundleResult,
    counts: dict[str, KindCounts],
    data: bytes,
) -> BundleRow:
    sums = totals(counts)
    return BundleRow(
        name,
        result,
        manifest.bundle,
        manifest.number,
        manifest.kind,
        known.peer,
        sums.new,
        sums.changed,
        sums.conflicts,
        tuple(
            KindRow(kind, one.new, one.changed, one.conflicts)
            for kind, one in sorted(counts.items())
            if one.new or one.changed or one.conflicts
        ),
        size=len(data),
        sha256=crypto.sha256(data).hex(),
        records=sum(part.lines for part in manifest.parts),
    )
