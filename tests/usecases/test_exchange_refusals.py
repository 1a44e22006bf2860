"""What must not be taken is refused with a sentence, and no row but the audit changes."""

# ruff: noqa: S608 - names of tables are ours

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from tests.support.bundles import Keys, make_bundle
from tests.support.exchange import AT
from tests.support.pair import Pair, assert_refused, new_keys_of
from tests.support.stores import StoreKit

from dcm_desktop import labels
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.tables import Mechanism, OwnDevice
from dcm_desktop.sync.manifest import Sender
from dcm_desktop.usecases.exchange import (
    BundleResult,
    export_bundle,
    import_bundles,
    preview_import,
)
from dcm_desktop.usecases.workspace import Workspace, counts


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


def test_older_file_after_a_newer_one_is_refused(pair: Pair) -> None:
    first = pair.export()
    pair.change(ozd_plan_ref="12")
    pair.take(pair.export(2))
    assert_refused(pair, first, "bundle.older")


@pytest.mark.parametrize("cut", [0, 10, 150, 400, 30_000, -1])
def test_truncated_file_is_refused_and_no_row_changes(pair: Pair, cut: int) -> None:
    file = pair.export()
    data = file.read_bytes()
    file.write_bytes(data[:cut])
    row = pair.take(file)
    assert row.result is BundleResult.REFUSED
    assert pair.national.ask(counts)["case"] == 0


def test_altered_file_is_refused_and_no_row_changes(pair: Pair) -> None:
    file = pair.export()
    data = bytearray(file.read_bytes())
    data[-70] ^= 1
    file.write_bytes(data)
    assert_refused(pair, file, "bundle.damaged")


def test_what_is_no_bundle_is_refused(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "x.dcmb").write_bytes(b"x")
    assert_refused(pair, tmp_path / "x.dcmb", "bundle.not_a_bundle")
    assert_refused(pair, tmp_path / "none.dcmb", "bundle.no_file")
    assert_refused(pair, tmp_path, "bundle.no_file")


def test_file_for_another_national_store_is_refused(
    pair: Pair, national_kit: StoreKit, tmp_path: Path
) -> None:
    file = pair.export()
    other = national_kit.open(tmp_path / "other.dcm")
    other.do(new_keys_of, at=AT)
    row = import_bundles(other, [file], at=AT)[0]
    other.close(at=AT, with_backup=False)
    assert row.reason == "bundle.not_for_us"


def test_laptop_that_was_never_enrolled_is_refused(
    pair: Pair, district_kit: StoreKit, tmp_path: Path
) -> None:
    """A copy of the laptop's store with a device id that nobody knows."""
    pair.national.do(forget_devices, at=AT)
    assert_refused(pair, pair.export(), "bundle.unknown_device")


def forget_devices(db: DbSession, *, at: object) -> None:
    assert at
    driver_connection(db).execute("DELETE FROM known_device")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("state='revoked'", "bundle.revoked_device"),
        ("district='LOV'", "bundle.foreign_district"),
        ("store_id='f'", "bundle.unknown_device"),
        ("sign_public=zeroblob(32)", "bundle.signature"),
    ],
)
def test_device_that_does_not_fit_its_enrolment_is_refused(
    pair: Pair, change: str, code: str
) -> None:
    file = pair.export()
    pair.national.do(change_devices, change, at=AT)
    assert_refused(pair, file, code)


def change_devices(db: DbSession, change: str, *, at: object) -> None:
    assert at
    driver_connection(db).execute(f"UPDATE known_device SET {change}")


def test_copied_store_shows_as_two_histories(pair: Pair) -> None:
    pair.take(pair.export())
    file = pair.export(2)
    pair.national.do(change_held, "chain=zeroblob(32)", at=AT)
    assert_refused(pair, file, "bundle.two_histories")
    pair.national.do(change_held, "seq=seq+100", at=AT)
    assert_refused(pair, file, "bundle.two_histories")


def change_held(db: DbSession, change: str, *, at: object) -> None:
    assert at
    driver_connection(db).execute(f"UPDATE held SET {change}")


def test_national_store_does_not_take_a_receipt_nor_the_district_a_state(pair: Pair) -> None:
    file = pair.export()
    row = import_bundles(pair.district, [file], at=AT)[0]
    assert row.reason == "bundle.own"
    pair.take(file)
    receipt = pair.folder / "okmd-BG-KRZ-0001.dcmb"
    export_bundle(pair.national, "KRZ", receipt, at=pair.at)
    assert_refused(pair, receipt, "bundle.own")


def _line(pair: Pair, table: str, record: str, body: dict[str, object]) -> bytes:
    cells = {name: [[0, 900, 0, "", -1, value, None]] for name, value in body.items()}
    line = [table, record, 0, 0, 0, "", 0, [], cells]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _signed_by_district(pair: Pair, lines: list[bytes], file: Path) -> Path:
    """A bundle that the enrolled laptop itself signed, with any lines."""
    own = pair.district.ask(lambda db: db.scalars(select(OwnDevice)).one())
    to = pair.national.ask(lambda db: db.scalars(select(OwnDevice.age_recipient)).one())
    keys = Keys(own.sign_private, own.sign_public, "", to)
    sender = Sender("KRZ", pair.district.info.store_id, own.id, 1)
    file.write_bytes(make_bundle(keys, lines, sender=sender))
    return file


NEW = "0193ffff-0000-7000-8000-00000000000a"


@pytest.mark.parametrize(
    ("table", "body"),
    [
        ("individual", {"first_name": "Ана"}),
        ("case", {"summary_full": "текст"}),
        ("case", {"code": 7}),
        ("case", {"code": True}),
        ("case", {"code": 1.5}),
        ("case", {"code": 2**70}),
        ("case", {"code": ["x"]}),
        ("case", {"code": "".join(str(n) for n in range(3_000))}),
        ("case", {"operative": 1}),
        ("case", {"operative": "да"}),
        ("case", {"opened_on": "2026-13-01"}),
        ("case", {"opened_on": "20260101"}),
        ("case", {"typology": "none_such"}),
        ("case", {"status": "closed"}),
        ("case", {"status": ["closed", "2026-01-01"]}),
        ("case", {"secondary_typologies": ["a"]}),
        ("case", {"secondary_typologies:a b": True}),
        ("case", {"secondary_typologies:a": "yes"}),
        ("case", {"no_such_group": "x"}),
        ("case", {"_deleted": [0]}),
        ("case", {"_deleted": [5, 1]}),
        ("case", {"_deleted": "x"}),
        ("case", {"_blank": "x"}),
        ("session", {"starts_at": "2026-01-01T10:00:00"}),
        ("session", {"number": 2**60}),
        ("no_such_kind", {"code": "x"}),
        ("audit", {"act": "x"}),
    ],
)
def test_content_that_is_signed_but_wrong_is_refused(
    pair: Pair, tmp_path: Path, table: str, body: dict[str, object]
) -> None:
    file = _signed_by_district(pair, [_line(pair, table, NEW, body)], tmp_path / "x.dcmb")
    assert_refused(pair, file, "bundle.content")


def test_line_with_double_keys_or_depth_is_refused(pair: Pair, tmp_path: Path) -> None:
    good = _line(pair, "case", NEW, {"code": "x"})
    double = good.replace(b'{"code":', b'{"code":[[0,1,0,"",-1,"y",null]],"code":')
    deep = good.replace(b'"x"', b"[" * 5_000 + b"]" * 5_000)
    spaced = good.replace(b",", b", ", 1)
    surrogate = good.replace(b'"x"', b'"\\ud800"')
    for line in (double, deep, spaced, surrogate, good[:-1], b"", b"{}", b"null"):
        file = _signed_by_district(pair, [line], tmp_path / "x.dcmb")
        assert_refused(pair, file, "bundle.content", "bundle.too_big")
    file = _signed_by_district(pair, [good, good], tmp_path / "x.dcmb")
    assert_refused(pair, file, "bundle.content")


def test_link_to_nothing_is_refused(pair: Pair, tmp_path: Path) -> None:
    line = _line(pair, "case", NEW, {"mechanism_id": NEW})
    assert_refused(
        pair, _signed_by_district(pair, [line], tmp_path / "x.dcmb"), "bundle.references"
    )


def test_record_of_another_home_is_refused(pair: Pair, tmp_path: Path) -> None:
    def add_own(db: DbSession, *, at: object) -> str:
        assert at
        mechanism_id = db.info["new_id"]()
        db.add(Mechanism(id=mechanism_id, district="BG"))
        return str(mechanism_id)

    own = pair.national.do(add_own, at=AT)
    line = _line(pair, "mechanism", own, {"name_bg": "x"})
    assert_refused(
        pair, _signed_by_district(pair, [line], tmp_path / "x.dcmb"), "bundle.foreign_record"
    )
    line = _line(pair, "mechanism", NEW, {"district": "LOV"})
    assert_refused(
        pair, _signed_by_district(pair, [line], tmp_path / "x.dcmb"), "bundle.foreign_record"
    )


def test_concurrent_change_is_kept_and_counted_as_a_conflict(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.export())
    line = _line(pair, "case", pair.ids["case"], {"code": "KRZ-2026-777"})
    file = _signed_by_district(pair, [line], tmp_path / "x.dcmb")
    preview = preview_import(pair.national, file)
    row = pair.take(file)
    assert (row.result, row.conflicts) == (BundleResult.IMPORTED, 1)
    assert preview.conflicts == 1
    siblings = pair.national.ask(
        lambda db: driver_connection(db).execute("SELECT value FROM sibling").fetchall()
    )
    assert {value for (value,) in siblings} == {'"KRZ-2026-777"', '"KRZ-2026-001"'}


def test_every_refusal_has_its_sentence() -> None:
    source = Path(__file__).parents[2] / "src" / "dcm_desktop"
    codes = set()
    for folder in ("sync", "usecases/exchange"):
        for file in (source / folder).glob("*.py"):
            codes |= set(re.findall(r'"((?:bundle|exchange|enrol)\.[a-z_]+)"', file.read_text()))
    quiet = {"exchange.importing", "bundle.exported", "bundle.imported", "bundle.export_refused"}
    quiet |= {"enrol.requested", "enrol.accepted", "enrol.finished", "enrol.refused"}
    for code in codes - quiet:
        for lang in labels.LANGUAGES:
            assert labels.has_sentence(code, lang), code
