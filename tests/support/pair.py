"""A district and the national team that know each other, and what tests ask of both."""

# ruff: noqa: S608 - names of tables are ours

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from tests.support.exchange import AT, enrol, fill_district

from dcm_desktop import crypto, labels
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.plain import from_stored
from dcm_desktop.store.registers import groups_of
from dcm_desktop.store.tables import Case, OwnDevice
from dcm_desktop.store.tables.base import Base, synced_columns
from dcm_desktop.sync.export import travelling_kinds
from dcm_desktop.usecases.exchange import (
    BundleResult,
    BundleRow,
    export_bundle,
    import_bundles,
)
from dcm_desktop.usecases.workspace import Workspace


class Pair:
    """A district and the national team, enrolled with each other."""

    def __init__(self, district: Workspace, national: Workspace, folder: Path) -> None:
        self.district, self.national, self.folder = district, national, folder
        self.at = AT
        self.ids = district.do(fill_district, at=AT)
        enrol(district, national, folder)

    def export(self, number: int = 1) -> Path:
        """The district's next bundle."""
        self.at += timedelta(minutes=1)
        out = self.folder / f"okmd-KRZ-A-{number:04d}.dcmb"
        export_bundle(self.district, "national", out, at=self.at)
        return out

    def take(self, file: Path) -> BundleRow:
        """Import on the national store."""
        self.at += timedelta(minutes=1)
        return import_bundles(self.national, [file], at=self.at)[0]

    def change(self, **values: object) -> None:
        """Change the case on the district store."""
        self.at += timedelta(minutes=1)
        self.district.do(set_values, Case, self.ids["case"], values, at=self.at)


def set_values(
    db: DbSession, table: type[Any], record_id: str, values: dict[str, object], *, at: object
) -> None:
    assert at
    row = db.get_one(table, record_id, execution_options={"include_deleted": True})
    for key, value in values.items():
        setattr(row, key, value)


def everything(db: DbSession) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the audit and notes of the store about itself."""
    out = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in ("audit", "meta", "act"):
            rows = driver_connection(db).execute(f'SELECT * FROM "{table.name}" ORDER BY 1, 2')
            out[table.name] = [tuple(row) for row in rows]
    return out


def audit_acts(db: DbSession) -> list[str]:
    return [row[0] for row in driver_connection(db).execute("SELECT act FROM audit ORDER BY n")]


def assert_refused(pair: Pair, file: Path, *codes: str) -> None:
    """Refused with a sentence; every row stays, the audit has one more."""
    before, acts = pair.national.ask(everything), pair.national.ask(audit_acts)
    row = pair.take(file)
    assert row.result is BundleResult.REFUSED
    assert row.reason in codes
    assert row.error is not None
    for lang in labels.LANGUAGES:
        assert "…" not in labels.sentence(row.error, lang)
    assert pair.national.ask(everything) == before
    assert pair.national.ask(audit_acts) == [*acts, "bundle.refused"]


def new_keys_of(db: DbSession, *, at: object) -> None:
    """Give a copied store keys of its own."""
    assert at
    own = db.scalars(select(OwnDevice)).one()
    own.age_identity = crypto.new_age_identity()
    own.age_recipient = crypto.age_recipient(own.age_identity)


def exported_values(db: DbSession) -> dict[str, dict[str, object]]:
    """Record → exported column → plain value."""
    out: dict[str, dict[str, object]] = {}
    for table in travelling_kinds():
        names = [
            column.name for group in groups_of(table) if group.export for column in group.columns
        ]
        columns = synced_columns(table)
        listed = ", ".join(f'"{name}"' for name in names)
        rows = driver_connection(db).execute(
            f'SELECT id, {listed} FROM "{table.__tablename__}" WHERE deleted = 0'
        )
        for record_id, *values in rows:
            out[record_id] = {
                name: from_stored(columns[name], value)
                for name, value in zip(names, values, strict=True)
            }
    return out
