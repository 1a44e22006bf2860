"""Exchange: the bundle of a district with 500 cases, made, previewed, imported."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session as DbSession
from tests.benchmarks.measure import Bench
from tests.support.exchange import AT, enrol, fill_district
from tests.support.stores import DISTRICT, NATIONAL, PASSPHRASE

from dcm_desktop.domain.terms import CaseTypology
from dcm_desktop.store.tables import ActionItem, Case
from dcm_desktop.usecases.exchange import export_bundle, import_bundles, preview_import
from dcm_desktop.usecases.workspace import Workspace, create_store, open_store

CASES = 500


def add_cases(db: DbSession, mechanism_id: str, *, at: object) -> None:
    """Cases with a task each."""
    assert at is not None
    for number in range(CASES):
        db.add(
            Case(
                id=db.info["new_id"](),
                mechanism_id=mechanism_id,
                code=f"KRZ-2026-{number + 100}",
                opened_on=date(2026, 9, 1),
                typology=CaseTypology.REINTEGRATION,
                summary_full="Текст на обобщението. " * 20,
            )
        )
        db.add(ActionItem(id=db.info["new_id"](), mechanism_id=mechanism_id, title="Среща с ОЗД"))


@contextmanager
def pair() -> Iterator[tuple[Workspace, Path]]:
    """The district store, open, and the closed national one beside it, enrolled."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        district = create_store(folder / "district.dcm", DISTRICT, PASSPHRASE, at=AT).workspace
        national = create_store(folder / "national.dcm", NATIONAL, PASSPHRASE, at=AT).workspace
        ids = district.do(fill_district, at=AT)
        district.do(add_cases, ids["mechanism"], at=AT)
        enrol(district, national, folder)
        national.close(at=AT, with_backup=False)
        yield district, folder
        district.close(at=AT, with_backup=False)


@contextmanager
def exporting() -> Iterator[Callable[[], object]]:
    """Export again and again."""
    with pair() as (district, folder):
        yield lambda: export_bundle(district, "national", folder / "a.dcmb", at=AT)


@contextmanager
def previewing() -> Iterator[Callable[[], object]]:
    """Preview a first bundle."""
    with pair() as (district, folder):
        export_bundle(district, "national", folder / "a.dcmb", at=AT)
        national = open_store(folder / "national.dcm", PASSPHRASE, at=AT)
        yield lambda: preview_import(national, folder / "a.dcmb")
        national.close(at=AT, with_backup=False)


@contextmanager
def importing() -> Iterator[Callable[[], object]]:
    """Import a first bundle with its backup, each time into a fresh copy that was opened before."""
    with pair() as (district, folder):
        export_bundle(district, "national", folder / "a.dcmb", at=AT)
        stores = []
        for number in range(IMPORTS + 1):
            copy = folder / f"n{number}.dcm"
            shutil.copytree(folder / "national.dcm", copy)
            stores.append(open_store(copy, PASSPHRASE, at=AT))
        turn = itertools.cycle(stores)
        yield lambda: import_bundles(next(turn), [folder / "a.dcmb"], at=AT)
        for store in stores:
            store.close(at=AT, with_backup=False)


IMPORTS = 3
BENCHES = [
    Bench("bundle export, 500 cases and tasks", exporting),
    Bench("bundle preview", previewing),
    Bench("bundle import with backup", importing, runs=IMPORTS),
]
