"""A laptop that was enrolled and then turned: whatever it signs is refused or taken whole."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.support.bundles import Keys, make_bundle
from tests.support.pair import Pair, everything

from dcm_desktop import labels
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.plain import canonical
from dcm_desktop.store.tables import OwnDevice
from dcm_desktop.sync.bundle import read_bundle
from dcm_desktop.sync.manifest import Manifest, Sender
from dcm_desktop.usecases.exchange import BundleResult
from dcm_desktop.usecases.national import (
    list_national_cases,
    list_national_sessions,
    national_overview,
)
from dcm_desktop.usecases.workspace import Workspace

ROUNDS = 150
VALUES: list[Any] = [
    None, True, False, 0, -1, 2**53, 2**53 + 1, 2**62, 1.5, "", "x", "а" * 3000, [], [None], {},
    {"a": 1}, [[0, 1]], "2026-02-30", "closed", "0193ffff-0000-7000-8000-00000000000a",
]  # fmt: skip


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


def content(pair: Pair) -> tuple[Manifest, list[list[Any]]]:
    """Manifest and lines of a real bundle."""
    own = pair.national.ask(lambda db: db.scalars(select(OwnDevice)).one())
    signed_by = pair.district.ask(lambda db: db.scalars(select(OwnDevice.sign_public)).one())
    lines: list[list[Any]] = []
    manifest = read_bundle(
        pair.export().read_bytes(),
        own.age_identity,
        signer=lambda _: bytes(signed_by),
        on_line=lambda _manifest, _number, raw: lines.append(json.loads(raw)),
    )
    return manifest, lines


def spoil(rng: random.Random, node: Any) -> Any:
    """A copy with one thing changed somewhere inside."""
    if isinstance(node, list) and node and rng.random() < 0.85:
        at = rng.randrange(len(node))
        how = rng.random()
        if how < 0.1:
            return node[:at] + node[at + 1 :]
        if how < 0.2:
            return [*node, node[at]]
        return [*node[:at], spoil(rng, node[at]), *node[at + 1 :]]
    if isinstance(node, dict) and node and rng.random() < 0.85:
        key = rng.choice(sorted(node))
        how = rng.random()
        rest = {name: value for name, value in node.items() if name != key}
        if how < 0.1:
            return rest
        if how < 0.25:
            other = rng.choice(["_deleted", "_blank", "summary_full", "code", "status:x", "x", ""])
            return rest | {other: node[key]}
        return node | {key: spoil(rng, node[key])}
    return rng.choice(VALUES)


def test_whatever_an_enrolled_laptop_signs_is_refused_or_taken_whole(pair: Pair) -> None:
    rng = random.Random(7)  # noqa: S311 - a repeatable attack
    manifest, lines = content(pair)
    own = pair.district.ask(lambda db: db.scalars(select(OwnDevice)).one())
    keys = Keys(own.sign_private, own.sign_public, "", manifest.to[0])
    file = pair.folder / "x.dcmb"
    results: dict[str, int] = {}
    for number in range(ROUNDS):
        some = rng.sample(lines, rng.randrange(1, 4)) if rng.random() < 0.3 else list(lines)
        for _ in range(rng.choice((1, 1, 2))):
            at = rng.randrange(len(some))
            some[at] = spoil(rng, some[at])
        raw = [canonical(line).encode() for line in some]
        bundle = f"01932b6a-5c1e-7a40-9f3c-{number:012d}"
        sender = Sender("KRZ", pair.district.info.store_id, own.id, 1)
        file.write_bytes(
            make_bundle(
                keys, raw, sender=sender, bundle=bundle, replicas=manifest.replicas, number=number
            )
        )
        before = pair.national.ask(everything)
        row = pair.take(file)
        results[row.reason or str(row.result)] = results.get(row.reason or str(row.result), 0) + 1
        if row.error is not None:
            assert labels.sentence(row.error)
            assert pair.national.ask(everything) == before
        else:
            assert row.result is BundleResult.IMPORTED
            found = pair.national.ask(
                lambda db: driver_connection(db).execute("PRAGMA foreign_key_check").fetchall()
            )
            assert found == []
            for query in (national_overview, list_national_sessions, list_national_cases):
                pair.national.ask(query)
    assert results["bundle.content"] > ROUNDS // 2
