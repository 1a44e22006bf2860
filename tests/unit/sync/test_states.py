"""Packed stamps give back the registers they were made of; a line gives those of its record."""

import json
from typing import Any

from hypothesis import given, settings
from tests.support.histories import GROUPS, STEPS, STORES, Steps, play

from dcm_desktop.store.plain import encode, to_stored
from dcm_desktop.store.registers import DELETED
from dcm_desktop.store.tables import Case
from dcm_desktop.store.tables.base import synced_columns
from dcm_desktop.sync.checks import read_line
from dcm_desktop.sync.decide import is_same, record_of, shown_values
from dcm_desktop.sync.export import state_line
from dcm_desktop.sync.merge import Record, join_record
from dcm_desktop.sync.states import Numbers, Stored, pack, sibling_rows, unpack


def numbers() -> Numbers:
    """Local numbers of a store that knows all three replicas, in an order of its own."""
    found = Numbers(driver=None)
    for no, replica in enumerate(reversed(STORES), start=1):
        found.replica_no[replica], found.replica_id[no] = no, replica
    for no, word in enumerate(("", "case", "KRZ", *GROUPS), start=1):
        found.word_no[word], found.word[no] = no, word
    return found


def stored_of(record: Record, known: Numbers) -> Stored:
    """The record as `apply` would leave it in the store."""
    stamps, blank = pack(record, known)
    columns = synced_columns(Case)
    row: dict[str, Any] = dict.fromkeys((column.name for column in columns.values()), None)
    for key, value in shown_values(Case, Record(), record, None).items():
        row[columns[key].name] = to_stored(value)
    _, rows = sibling_rows(1, record, known)
    siblings = tuple(row_[1:] for row_ in rows)
    return Stored(1, known.word_no["case"], known.word_no["KRZ"], stamps, blank, 0, row, siblings)


def values(record: Record) -> dict[str, list[object]]:
    return {
        name: [version.value for version in register.live]
        for name, register in record.groups.items()
    }


@settings(max_examples=300)
@given(STEPS)
def test_record_comes_back_from_its_stamps(steps: Steps) -> None:
    for record in play(steps).stores.values():
        known = numbers()
        again = unpack(Case, stored_of(record, known), known)
        assert is_same(again, record)
        assert values(again) == values(record)
        assert again.is_visible() == record.is_visible()


@settings(max_examples=300)
@given(STEPS)
def test_line_carries_the_exported_registers_and_the_dots_of_the_others(steps: Steps) -> None:
    world = play(steps)
    for record in world.stores.values():
        known = numbers()
        line = state_line(
            Case,
            "0193ffff-0000-7000-8000-00000000000a",
            stored_of(record, known),
            known,
            stays=lambda _: False,
        )
        raw = encode(line)
        replicas = [known.replica_id[no] for no in sorted(known.replica_id)]
        arrived = record_of(read_line(raw, 1, len(replicas)), replicas)
        assert arrived.groups.keys() == record.groups.keys() & {"code", "status", DELETED}
        for name, register in arrived.groups.items():
            assert register.seen == record.groups[name].seen
            assert values(arrived)[name] == values(record)[name]
        assert arrived.touched == record.touched
        assert arrived.is_visible() == record.is_visible()
        assert b"risk_factors" not in raw
        assert json.loads(raw)[0] == "case"


@settings(max_examples=200)
@given(STEPS)
def test_what_a_store_shows_follows_from_the_join(steps: Steps) -> None:
    world = play(steps)
    a, b = world.stores["a"], world.stores["b"]
    known = numbers()
    joined = join_record(a, b)
    local = unpack(Case, stored_of(a, known), known)
    shown = dict(stored_of(a, known).row)
    columns = synced_columns(Case)
    for key, value in shown_values(Case, local, joined, stored_of(a, known)).items():
        shown[columns[key].name] = to_stored(value)
    assert shown == stored_of(joined, known).row
