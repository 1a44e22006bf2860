"""Two real stores exchange bundles and receipts."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.support.exchange import AT, PLANTED
from tests.support.pair import Pair, audit_acts, everything, exported_values, set_values

from dcm_desktop import labels
from dcm_desktop.domain.terms import CaseStatus
from dcm_desktop.errors import BundleRefused, ExportRefused, RuleBroken
from dcm_desktop.store.tables import AgendaItem, Case, Decision, OwnDevice, Replica
from dcm_desktop.usecases.exchange import (
    BundleResult,
    export_bundle,
    get_exchange,
    import_bundles,
    inspect_bundle,
    list_receipts,
    preview_import,
)
from dcm_desktop.usecases.exchange.guard import text_columns
from dcm_desktop.usecases.workspace import Workspace, counts


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


def opened(pair: Pair, file: Path, folder: Path) -> bytes:
    """The inside of a bundle through the stock age command, its lines unpacked by zstd."""
    key = folder / "national.key"
    key.write_text(pair.national.ask(lambda db: db.scalars(select(OwnDevice.age_identity)).one()))
    inner = subprocess.run(["age", "-d", "-i", key, file], capture_output=True, check=True).stdout
    size = int.from_bytes(inner[5:9], "big")
    rest = inner[9 + size + 64 :]
    lines = subprocess.run(["zstd", "-dc"], input=rest, capture_output=True, check=True).stdout
    return inner[: 9 + size] + lines


def test_bundle_brings_exactly_the_exported_groups(pair: Pair) -> None:
    row = pair.take(pair.export())
    assert row.result is BundleResult.IMPORTED
    assert row.conflicts == row.changed == 0
    assert pair.national.ask(exported_values) == pair.district.ask(exported_values)
    assert row.new == len(pair.national.ask(exported_values))
    found = pair.national.ask(counts)
    assert (found["individual"], found["guest"], found["discussion_line"]) == (0, 0, 0)
    case = pair.national.ask(lambda db: db.get_one(Case, pair.ids["case"]))
    assert (case.home, case.summary_full, case.secondary_typologies) == ("KRZ", "", ["other"])


def test_no_planted_name_is_in_the_bundle(pair: Pair, tmp_path: Path) -> None:
    inside = opened(pair, pair.export(), tmp_path)
    assert "ОКМД подкрепя семейството".encode() in inside
    for word in PLANTED:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert word.encode(encoding) not in inside
            assert word.lower().encode(encoding) not in inside
        assert json.dumps(word).strip('"').encode() not in inside


def test_name_in_a_public_text_stops_the_export_and_is_placed(pair: Pair) -> None:
    pair.district.do(set_values, AgendaItem, pair.ids["item"], {"public_title": "За Огняна"}, at=AT)
    before = pair.district.ask(everything)
    with pytest.raises(ExportRefused) as caught:
        pair.export()
    said = labels.sentence(caught.value)
    assert "публично заглавие на точка (заседание № 7)" in said
    assert "Огняна" not in said
    assert pair.district.ask(everything) == before
    assert pair.district.ask(audit_acts)[-1] == "bundle.export_refused"
    assert not list(pair.folder.glob("*.dcmb"))


def test_text_that_names_an_official_or_a_guest_stays_at_home(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.export())
    values: dict[str, object] = {"text_public": "Приема Седефка Живкова за член."}
    pair.district.do(set_values, Decision, pair.ids["decision"], values, at=AT)
    guest: dict[str, object] = {"public_title": "Изслушване на г-жа Ламбева"}
    pair.district.do(set_values, AgendaItem, pair.ids["item"], guest, at=AT)
    out = pair.folder / "okmd-KRZ-A-0002.dcmb"
    row = export_bundle(pair.district, "national", out, at=pair.at)
    assert row.held_back == 2
    inside = opened(pair, out, tmp_path)
    assert "Живкова".encode() not in inside
    assert "Ламбева".encode() not in inside
    taken = pair.take(out)
    assert (taken.result, taken.conflicts) == (BundleResult.IMPORTED, 0)
    values = {"text_public": "Приема новия член."}
    pair.district.do(set_values, Decision, pair.ids["decision"], values, at=AT)
    assert pair.take(pair.export(3)).changed == 1
    decision = pair.national.ask(lambda db: db.get_one(Decision, pair.ids["decision"]))
    assert decision.text_public == "Приема новия член."


def test_ten_digit_number_in_a_public_text_stops_the_export(pair: Pair) -> None:
    values: dict[str, object] = {"text_public": "Лице с номер 7501020018 получава помощ."}
    pair.district.do(set_values, Decision, pair.ids["decision"], values, at=AT)
    with pytest.raises(ExportRefused):
        pair.export()


def test_preview_counts_what_the_import_does_and_writes_nothing(pair: Pair) -> None:
    file = pair.export()
    before = pair.national.ask(everything)
    preview = preview_import(pair.national, file)
    assert preview.result is BundleResult.WOULD_IMPORT
    dry = import_bundles(pair.national, [file], dry_run=True, at=AT)[0]
    assert pair.national.ask(everything) == before
    row = pair.take(file)
    assert (row.new, row.changed, row.conflicts, row.by_kind) == (
        preview.new, preview.changed, preview.conflicts, preview.by_kind,
    )  # fmt: skip
    assert dry.by_kind == preview.by_kind


def test_second_bundle_changes_only_what_changed(pair: Pair) -> None:
    pair.take(pair.export())
    pair.change(status=CaseStatus.ASSESSMENT, secondary_typologies=["neglect", "other"])
    pair.change(summary_full="само вкъщи")
    file = pair.export(2)
    preview = preview_import(pair.national, file)
    row = pair.take(file)
    assert (row.new, row.changed, row.conflicts) == (0, 1, 0)
    assert preview.by_kind == row.by_kind
    case = pair.national.ask(lambda db: db.get_one(Case, pair.ids["case"]))
    assert case.status is CaseStatus.ASSESSMENT
    assert case.secondary_typologies == ["neglect", "other"]
    assert pair.national.ask(exported_values) == pair.district.ask(exported_values)


def test_deletion_travels_and_so_does_its_undoing(pair: Pair) -> None:
    pair.take(pair.export())
    record = (AgendaItem, pair.ids["item"])
    pair.district.do(set_values, *record, {"deleted": True}, at=AT)
    assert pair.take(pair.export(2)).changed == 1
    assert pair.national.ask(lambda db: db.get(*record)) is None
    pair.district.do(set_values, *record, {"deleted": False}, at=AT)
    assert pair.take(pair.export(3)).changed == 1
    assert pair.national.ask(exported_values) == pair.district.ask(exported_values)


def test_text_of_a_deleted_record_does_not_travel(pair: Pair, tmp_path: Path) -> None:
    record = (AgendaItem, pair.ids["item"])
    pair.district.do(set_values, *record, {"public_title": "За Огняна"}, at=AT)
    pair.district.do(set_values, *record, {"deleted": True}, at=AT)
    assert "Огняна".encode() not in opened(pair, pair.export(), tmp_path)


def test_file_imported_before_is_already_received(pair: Pair) -> None:
    file = pair.export()
    pair.take(file)
    before = pair.national.ask(everything)
    row = pair.take(file)
    assert row.result is BundleResult.ALREADY
    assert row.error is None
    assert pair.national.ask(everything) == before
    assert pair.national.ask(audit_acts)[-1] == "bundle.already"


def test_skipped_number_is_no_gap(pair: Pair) -> None:
    pair.export()
    pair.change(ozd_plan_ref="12")
    assert pair.take(pair.export(2)).result is BundleResult.IMPORTED


def test_receipt_goes_back_and_clears_what_was_waiting(pair: Pair) -> None:
    first = pair.export()
    pair.change(ozd_plan_ref="12")
    second = pair.export(2)
    pair.take(second)
    assert [row.number for row in pair.national.ask(list_receipts).outstanding] == [2]
    receipt = pair.folder / "okmd-BG-KRZ-0001.dcmb"
    export_bundle(pair.national, "KRZ", receipt, at=pair.at)
    assert pair.national.ask(list_receipts).outstanding == ()
    taken = [row for row in pair.national.ask(get_exchange).history if not row.outgoing]
    assert [row.receipt_at for row in taken] == [pair.at]
    assert [row.number for row in pair.district.ask(list_receipts).outstanding] == [1, 2]
    assert pair.district.ask(get_exchange).peers[0].state == "waiting"
    row = import_bundles(pair.district, [receipt], at=pair.at)[0]
    assert (row.result, row.kind) == (BundleResult.IMPORTED, "receipt")
    receipts = pair.district.ask(list_receipts)
    assert [row.number for row in receipts.received] == [1, 2]
    assert receipts.outstanding == ()
    assert pair.district.ask(get_exchange).peers[0].state == "confirmed"
    again = import_bundles(pair.district, [receipt], at=pair.at)[0]
    assert again.result is BundleResult.ALREADY
    assert first.exists()


def test_receipt_before_anything_arrived_is_refused(pair: Pair) -> None:
    with pytest.raises(RuleBroken, match="nothing_to_confirm"):
        export_bundle(pair.national, "KRZ", pair.folder / "r.dcmb", at=AT)


def test_unsent_changes_are_counted(pair: Pair) -> None:
    assert pair.district.ask(get_exchange).peers[0].unsent > 0
    pair.export()
    assert pair.district.ask(get_exchange).peers[0].unsent == 0
    pair.change(ozd_plan_ref="12")
    peer = pair.district.ask(get_exchange).peers[0]
    assert (peer.unsent, peer.state) == (1, "unsent")
    assert pair.district.ask(get_exchange).suggested == "okmd-KRZ-A-0002.dcmb"


def test_backup_is_kept_before_an_import(pair: Pair) -> None:
    backups = pair.national.info.folder / "backups"
    assert not list(backups.glob("*.okb"))
    pair.take(pair.export())
    assert len(list(backups.glob("*.okb"))) == 1


def test_import_is_announced_and_is_no_own_change(pair: Pair) -> None:
    heard: list[frozenset[str]] = []
    pair.national.listeners.append(lambda changes: heard.append(changes.kinds))
    pair.take(pair.export())
    assert "case" in heard[0]
    last = pair.national.ask(
        lambda db: db.scalars(select(Replica.last_seq).where(Replica.is_own == 1)).one()
    )
    assert last == 0
    assert pair.national.undo_name == ""


def test_inspect_tells_what_is_inside_and_what_would_change(pair: Pair) -> None:
    file = pair.export()
    alone = inspect_bundle(file)
    assert (alone.is_age, alone.is_signed, alone.row.size) == (True, None, file.stat().st_size)
    inside = inspect_bundle(file, pair.national)
    assert (inside.is_signed, inside.district, inside.letter) == (True, "KRZ", "A")
    assert inside.row.result is BundleResult.WOULD_IMPORT
    assert inside.row.new > 0
    own = inspect_bundle(file, pair.district)
    assert (own.is_signed, own.row.reason) == (True, "bundle.own")
    with pytest.raises(BundleRefused):
        inspect_bundle(Path(__file__))


def test_store_that_is_not_enrolled_cannot_export(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="not_enrolled"):
        export_bundle(workspace, "national", tmp_path / "x.dcmb", at=AT)
    assert workspace.ask(get_exchange).is_enrolled is False


def test_each_side_sends_only_to_the_other(pair: Pair) -> None:
    for store, to in ((pair.district, "KRZ"), (pair.national, "national")):
        with pytest.raises(RuleBroken, match="wrong_way"):
            export_bundle(store, to, pair.folder / "x.dcmb", at=AT)
    with pytest.raises(RuleBroken, match="unknown_district"):
        export_bundle(pair.national, "LOV", pair.folder / "x.dcmb", at=AT)


def test_file_that_cannot_be_written_leaves_no_trace_in_the_register(pair: Pair) -> None:
    before = pair.district.ask(everything)
    with pytest.raises(RuleBroken, match="cannot_write"):
        export_bundle(pair.district, "national", pair.folder / "no" / "x.dcmb", at=AT)
    assert pair.district.ask(everything) == before


def test_dates_of_imported_records_are_those_of_their_changes(pair: Pair) -> None:
    pair.take(pair.export())
    case = pair.national.ask(lambda db: db.get_one(Case, pair.ids["case"]))
    assert case.created_at == AT
    assert case.opened_on == date(2026, 9, 1)


def test_every_travelling_text_has_a_name_for_people() -> None:
    for table, column in text_columns():
        for lang in labels.LANGUAGES:
            assert labels.word("travelling", f"{table.__tablename__}.{column}", lang)
