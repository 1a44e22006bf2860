"""Long random histories, and two districts side by side: what was sent is what is shown."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.support.exchange import AT, enrol, fill_district
from tests.support.pair import Pair, exported_values, set_values
from tests.support.stores import DISTRICT, StoreKit

from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AttendanceStatus,
    CaseCloseReason,
    CaseStatus,
    RiskLevel,
)
from dcm_desktop.store.tables import ActionItem, AgendaItem, Attendance, Case, Decision
from dcm_desktop.usecases.exchange import BundleResult, export_bundle, get_exchange, import_bundles
from dcm_desktop.usecases.national import national_overview
from dcm_desktop.usecases.workspace import StoreSetup, Workspace

SEEDS = (1, 2, 3)


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


def edits(rng: random.Random, ids: dict[str, str]) -> tuple[type[Any], str, dict[str, object]]:
    """One gesture on one record: some of its columns, of hidden and of exported groups."""
    words = ["housing", "poverty", "other", "neglect"]
    day = date(2026, 11, 1) + timedelta(days=rng.randrange(60))
    choices: list[tuple[type[Any], str, dict[str, object]]] = [
        (Case, "case", {"risk_level": rng.choice(list(RiskLevel))}),
        (Case, "case", {"secondary_typologies": rng.sample(words, rng.randrange(4))}),
        (Case, "case", {"summary_full": str(rng.random())}),
        (Case, "case", {"status": CaseStatus.CLOSED, "closed_on": day,
                        "close_reason": rng.choice(list(CaseCloseReason))}),
        (Case, "case", {"status": CaseStatus.MONITORING, "closed_on": None, "close_reason": None}),
        (ActionItem, "task", {"due_on": day, "title": str(rng.random())}),
        (ActionItem, "task", {"status": rng.choice(list(ActionItemStatus)), "done_on": day}),
        (Attendance, "absent", {"status": rng.choice(list(AttendanceStatus))}),
        (AgendaItem, "item", {"public_title": f"Точка {rng.randrange(9)}"}),
        (AgendaItem, "item", {"deleted": rng.random() < 0.5}),
        (Decision, "decision", {"deleted": rng.random() < 0.5}),
        (Decision, "decision", {"text_public": f"Решение {rng.randrange(9)}.\nВтори ред."}),
    ]  # fmt: skip
    table, name, values = rng.choice(choices)
    return table, ids[name], values


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_history_the_national_store_shows_what_the_district_shows(
    pair: Pair, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - a repeatable history
    waiting: list[Path] = []
    number = 0
    for _ in range(60):
        step = rng.random()
        if step < 0.7:
            pair.at += timedelta(seconds=1)
            pair.district.do(set_values, *edits(rng, pair.ids), at=pair.at)
        elif step < 0.75:
            pair.at += timedelta(seconds=1)
            pair.district.undo(at=pair.at)
        elif step < 0.88:
            number += 1
            waiting.append(pair.export(number))
        elif waiting:
            file = rng.choice(waiting)
            before = pair.national.ask(exported_values)
            row = pair.take(file)
            if row.result is not BundleResult.IMPORTED:
                assert row.reason in ("", "bundle.older")
                assert pair.national.ask(exported_values) == before
    row = pair.take(pair.export(number + 1))
    assert row.result is BundleResult.IMPORTED
    assert row.conflicts == 0
    assert pair.national.ask(exported_values) == pair.district.ask(exported_values)


@pytest.fixture
def lovech(tmp_path: Path) -> Iterator[Workspace]:
    """A store of another district."""
    setup = StoreSetup(DISTRICT.level, "LOV", cost=DISTRICT.cost, reserve_bytes=0)
    opened = StoreKit(tmp_path / "lov.dcm", setup).open(tmp_path / "lovech.dcm")
    yield opened
    opened.close(at=AT, with_backup=False)


def test_two_districts_live_side_by_side(pair: Pair, lovech: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "lov"
    folder.mkdir()
    lovech.do(fill_district, at=AT, district="LOV")
    enrol(lovech, pair.national, folder)
    file = folder / "okmd-LOV-A-0001.dcmb"
    export_bundle(lovech, "national", file, at=AT)
    rows = import_bundles(pair.national, [pair.export(), file], at=AT)
    assert [(row.result, row.peer) for row in rows] == [
        (BundleResult.IMPORTED, "KRZ-A"),
        (BundleResult.IMPORTED, "LOV-A"),
    ]
    found = pair.national.ask(exported_values)
    assert found == pair.district.ask(exported_values) | lovech.ask(exported_values)
    view = pair.national.ask(national_overview)
    assert [row.district for row in view.districts] == ["KRZ", "LOV"]
    assert view.totals.sessions == sum(row.totals.sessions for row in view.districts) == 2
    assert [peer.peer for peer in pair.national.ask(get_exchange).peers] == ["KRZ-A", "LOV-A"]
    receipt = folder / "okmd-BG-LOV-0001.dcmb"
    export_bundle(pair.national, "LOV", receipt, at=AT)
    assert import_bundles(pair.district, [receipt], at=AT)[0].reason == "bundle.not_for_us"
    assert import_bundles(lovech, [receipt], at=AT)[0].result is BundleResult.IMPORTED
