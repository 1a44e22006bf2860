"""What the exchange shows: frozen rows of bundles, peers, previews and receipts."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from dcm_desktop.errors import DcmError


class BundleResult(StrEnum):
    """What became of one file."""

    EXPORTED = "exported"
    IMPORTED = "imported"
    WOULD_IMPORT = "would_import"
    ALREADY = "already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KindRow:
    """What an import does to one kind of records (table name, for example `agenda_item`)."""

    kind: str
    new: int
    changed: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One file that was made, read or refused.

    `bundle` is empty and `number` 0 where the file could not be read so far. `kind`: `full` or
    `receipt`. `peer`: `BG`, a district (`KRZ`) or one of its laptops (`KRZ-A`). `error` is set when
    it was refused; `reason` is its code. `held_back`: texts that stayed at home when the file was
    made, because they name an official or a guest.
    """

    name: str
    result: BundleResult
    bundle: str = ""
    number: int = 0
    kind: str = ""
    peer: str = ""
    new: int = 0
    changed: int = 0
    conflicts: int = 0
    by_kind: tuple[KindRow, ...] = ()
    size: int = 0
    sha256: str = ""
    records: int = 0
    held_back: int = 0
    error: DcmError | None = field(default=None, compare=False)

    @property
    def reason(self) -> str:
        """Code of the refusal, empty when there was none."""
        return "" if self.error is None else self.error.code


@dataclass(frozen=True, slots=True)
class BundleView:
    """A file looked at: its outside, and its inside where this store may read it.

    `row.result` says what an import would do. `is_signed` is None when the inside was not read.
    """

    row: BundleRow
    is_age: bool
    stanzas: int
    is_signed: bool | None = None
    district: str = ""
    letter: str = ""
    level: str = ""
    made_with: int = 0
    audit_n: int = 0
    audit_head: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    """Name and size of each part."""


@dataclass(frozen=True, slots=True)
class EnrolRequestView:
    """The request of this laptop and its six words, to be read aloud."""

    file: Path
    words: str


@dataclass(frozen=True, slots=True)
class EnrolledView:
    """Another laptop whose keys are known now. `key_words`: six words of the national key, which
    both sides may compare as well."""

    district: str
    letter: str
    device: str
    key_words: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class PeerView:
    """One other side in plain facts; screens make three lines of it.

    `peer`: `BG`, `KRZ-A`. `out_…`: last file made for it; `out_receipt_at` None while it is not
    confirmed. `unsent`: own changes after that file. `in_…`: last file taken from it.
    `in_receipt_at`: last receipt made for it (national store).
    """

    peer: str
    district: str
    letter: str
    unsent: int = 0
    out_number: int = 0
    out_name: str = ""
    out_at: datetime | None = None
    out_receipt_at: datetime | None = None
    in_number: int = 0
    in_name: str = ""
    in_at: datetime | None = None
    in_receipt_at: datetime | None = None

    @property
    def state(self) -> str:
        """`confirmed`, `waiting` (sent, no receipt), `unsent` (something new) or `nothing` yet."""
        if self.unsent:
            return "unsent"
        if self.out_number:
            return "confirmed" if self.out_receipt_at else "waiting"
        return "nothing"


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """The exchange screen. `is_enrolled`: whether this store knows anybody to send to.

    `has_request`: a request of this laptop waits for its answer. `suggested`: name for the next
    file to the national team.
    """

    level: str
    district: str
    letter: str
    is_enrolled: bool
    has_request: bool
    suggested: str
    peers: tuple[PeerView, ...]
    history: tuple["HistoryRow", ...]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the exchange register, newest first."""

    bundle: str
    outgoing: bool
    peer: str
    kind: str
    number: int
    name: str
    at: datetime
    records: int
    receipt_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReceiptsView:
    """On a district store: own files confirmed, and not yet. On the national one: files taken and
    confirmed to the district, and not yet. Oldest first."""

    received: tuple[HistoryRow, ...]
    outstanding: tuple[HistoryRow, ...]
