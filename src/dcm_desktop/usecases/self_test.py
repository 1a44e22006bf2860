"""What an installed copy checks about itself: data files, cipher, paper, exchange. Fictional only.

Works in a folder of its own that is removed afterwards.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dcm_desktop import resources
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import DcmError
from dcm_desktop.store.slotfile import FLOOR
from dcm_desktop.usecases import recovery_sheet
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.exchange import (
    BundleResult,
    accept_enrol,
    export_bundle,
    finish_enrol,
    import_bundles,
    make_enrol_request,
)
from dcm_desktop.usecases.workspace import StoreSetup, create_store, open_store

_PASSPHRASE = "проверка на програмата"  # noqa: S105 - of a store that lives for a second
_FONTS = ("DCMSerif-Regular.ttf", "DCMSans-Regular.ttf")
_QM_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_PLAIN = b"SQLite format 3"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked; `what` is a code (`fonts`, `cipher`, …)."""

    what: str
    ok: bool


def self_test(*, at: datetime) -> Iterator[Check]:
    """Run the checks one by one, each independent of the others' outcome."""
    yield Check("fonts", all(resources.path("fonts", name).is_file() for name in _FONTS))
    catalogue = resources.translations() / "dcm_bg.qm"
    yield Check("translation", catalogue.is_file() and catalogue.read_bytes().startswith(_QM_MAGIC))
    with tempfile.TemporaryDirectory(prefix="dcm-self-test-") as name:
        folder = Path(name)
        for what, check in (("cipher", _cipher), ("pdf", _pdf), ("bundle", _bundle)):
            yield Check(what, _holds(check, folder / what, at))


def _holds(check: Callable[[Path, datetime], bool], folder: Path, at: datetime) -> bool:
    folder.mkdir()
    try:
        return check(folder, at)
    except (DcmError, OSError):
        return False


def _make(folder: Path, level: StoreLevel, at: datetime) -> Workspace:
    setup = StoreSetup(
        level=level,
        district="KRZ" if level is StoreLevel.DISTRICT else "",
        with_recovery=False,
        cost=FLOOR,
        reserve_bytes=0,
    )
    return create_store(folder / f"{level}.dcm", setup, _PASSPHRASE, at=at).workspace


def _cipher(folder: Path, at: datetime) -> bool:
    made = _make(folder, StoreLevel.DISTRICT, at)
    made.close(at=at, with_backup=False)
    store = folder / f"{StoreLevel.DISTRICT}.dcm"
    opened = open_store(store, _PASSPHRASE, at=at)
    sound = not opened.check()
    opened.close(at=at, with_backup=False)
    return sound and _PLAIN not in (store / "store.db").read_bytes()


def _pdf(folder: Path, at: datetime) -> bool:
    workspace = _make(folder, StoreLevel.DISTRICT, at)
    key = workspace.new_recovery_sheet(at=at)
    data = recovery_sheet.paper(key, workspace.info, printed_on=at.date())
    workspace.close(at=at, with_backup=False)
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-32:]


def _bundle(folder: Path, at: datetime) -> bool:
    """Enrol two stores, send the state of one to the other, and take the receipt back."""
    district = _make(folder, StoreLevel.DISTRICT, at)
    national = _make(folder, StoreLevel.NATIONAL, at)
    try:
        request = make_enrol_request(district, folder / "request", at=at)
        accept_enrol(national, folder / "request", request.words, folder / "answer", at=at)
        finish_enrol(district, folder / "answer", request.words, at=at)
        export_bundle(district, "national", folder / "state", at=at)
        taken = import_bundles(national, [folder / "state"], at=at)
        export_bundle(national, "KRZ", folder / "receipt", at=at)
        confirmed = import_bundles(district, [folder / "receipt"], at=at)
    finally:
        for workspace in (district, national):
            workspace.close(at=at, with_backup=False)
    return all(row.result is BundleResult.IMPORTED for row in (*taken, *confirmed))
