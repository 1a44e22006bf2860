"""What the exchange screen and `bundle receipts` show. Queries only."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.store import meta
from dcm_desktop.store.tables import Exchange, KnownDevice
from dcm_desktop.sync.manifest import KIND_FULL, KIND_RECEIPT
from dcm_desktop.usecases.exchange.common import (
    ENROLLED,
    NATIONAL,
    NATIONAL_WORD,
    bundle_name,
    next_number,
    own_device,
    own_replica,
    peer_of,
    read_vector,
    receipt_name,
)
from dcm_desktop.usecases.exchange.enrolling import has_request
from dcm_desktop.usecases.exchange.rows import (
    ExchangeView,
    HistoryRow,
    PeerView,
    ReceiptsView,
)

_HISTORY = 200


def get_exchange(db: DbSession) -> ExchangeView:
    """Peers, the next file's name and the register, newest first (200 rows)."""
    level, district = meta.get(db, meta.LEVEL), meta.get(db, meta.DISTRICT)
    own = own_device(db)
    devices = db.scalars(
        select(KnownDevice)
        .where(KnownDevice.state == ENROLLED)
        .order_by(KnownDevice.district, KnownDevice.letter)
    ).all()
    rows = db.scalars(select(Exchange).order_by(Exchange.at.desc())).all()
    is_national = level == StoreLevel.NATIONAL
    return ExchangeView(
        level=level,
        district=district,
        letter=own.letter,
        is_enrolled=bool(devices),
        has_request=has_request(db),
        suggested="" if is_national else suggested_name(db, NATIONAL),
        peers=tuple(_peer(db, device, rows, is_national=is_national) for device in devices),
        history=tuple(_history(row, _made_for(rows, row)) for row in rows[:_HISTORY]),
    )


def suggested_name(db: DbSession, to: str) -> str:
    """Name for the next file to a peer: `national` (or BG), or a district (a receipt)."""
    is_national = to.casefold() in (NATIONAL_WORD, NATIONAL.casefold())
    number = next_number(db, NATIONAL if is_national else to.upper())
    if is_national:
        own = own_device(db)
        return bundle_name(meta.get(db, meta.DISTRICT), own.letter or "A", number)
    return receipt_name(to.upper(), number)


def list_receipts(db: DbSession) -> ReceiptsView:
    """Which files are confirmed and which are not, oldest first."""
    if meta.get(db, meta.LEVEL) == StoreLevel.NATIONAL:
        return _national_receipts(db)
    rows = db.scalars(
        select(Exchange)
        .where(Exchange.outgoing == 1, Exchange.kind == KIND_FULL)
        .order_by(Exchange.number)
    ).all()
    return ReceiptsView(
        tuple(_history(row) for row in rows if row.receipt_at),
        tuple(_history(row) for row in rows if not row.receipt_at),
    )


def _national_receipts(db: DbSession) -> ReceiptsView:
    """A taken file is confirmed once a receipt for its district was made after it."""
    rows = db.scalars(select(Exchange).order_by(Exchange.at)).all()
    confirmed: list[HistoryRow] = []
    waiting: list[HistoryRow] = []
    for row in rows:
        if row.outgoing or row.kind != KIND_FULL:
            continue
        receipt = _made_for(rows, row)
        line = _history(row, receipt)
        (confirmed if receipt else waiting).append(line)
    return ReceiptsView(tuple(confirmed), tuple(waiting))


def _made_for(rows: Sequence[Exchange], row: Exchange) -> Exchange | None:
    """The receipt that was made for a file; None for what needs none."""
    if row.outgoing or row.kind != KIND_FULL:
        return None
    return _receipt_after(rows, row)


def _receipt_after(rows: Sequence[Exchange], row: Exchange) -> Exchange | None:
    """First receipt for the district of a taken file that was made after it."""
    later = [
        out
        for out in rows
        if out.outgoing
        and out.kind == KIND_RECEIPT
        and out.peer == row.peer.partition("-")[0]
        and out.at >= row.at
    ]
    return min(later, key=lambda out: out.at, default=None)


def _peer(
    db: DbSession, device: KnownDevice, rows: Sequence[Exchange], *, is_national: bool
) -> PeerView:
    peer = peer_of(device)
    to = device.district if is_national else peer
    sent = next((row for row in rows if row.outgoing and row.peer == to), None)
    taken = next((row for row in rows if not row.outgoing and row.peer == peer), None)
    receipt = _receipt_after(rows, taken) if taken is not None and is_national else None
    unsent = 0
    if not is_national:
        own = own_replica(db)
        unsent = own.last_seq - (read_vector(sent.upto).get(own.id, 0) if sent else 0)
    return PeerView(
        peer=peer,
        district=device.district,
        letter=device.letter,
        unsent=unsent,
        out_number=sent.number if sent else 0,
        out_name=sent.file_name if sent else "",
        out_at=sent.at if sent else None,
        out_receipt_at=sent.receipt_at if sent else None,
        in_number=taken.number if taken else 0,
        in_name=taken.file_name if taken else "",
        in_at=taken.at if taken else None,
        in_receipt_at=receipt.at if receipt else None,
    )


def _history(row: Exchange, receipt: Exchange | None = None) -> HistoryRow:
    return HistoryRow(
        bundle=row.bundle_id,
        outgoing=bool(row.outgoing),
        peer=row.peer,
        kind=row.kind,
        number=row.number,
        name=row.file_name,
        at=row.at,
        records=row.changes,
        receipt_at=receipt.at if receipt else row.receipt_at,
    )
