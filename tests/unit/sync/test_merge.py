"""The join of registers is a lattice: order, repetition and gaps do not matter."""

from hypothesis import given, settings
from tests.support.histories import GROUPS, STEPS, STORES, Steps, play

from dcm_desktop.store.registers import DELETED
from dcm_desktop.sync.merge import (
    Record,
    Register,
    Version,
    covers,
    join,
    join_record,
    only_groups,
    write,
)


@settings(max_examples=300)
@given(STEPS)
def test_join_is_commutative_associative_and_idempotent(
    steps: Steps,
) -> None:
    a, b, c = (play(steps).stores[store] for store in STORES)
    assert join_record(a, b) == join_record(b, a)
    assert join_record(join_record(a, b), c) == join_record(a, join_record(b, c))
    assert join_record(a, a) == a
    assert join_record(join_record(a, b), b) == join_record(a, b)


@settings(max_examples=300)
@given(STEPS)
def test_live_versions_are_the_writes_that_nobody_superseded(
    steps: Steps,
) -> None:
    world = play(steps)
    whole = Record()
    for store in STORES:
        whole = join_record(whole, world.stores[store])
    for group in GROUPS:
        mine = [(version, seen) for name, version, seen in world.written if name == group]
        expected = {
            version.dot
            for version, _ in mine
            if not any(
                covers(seen, version.dot) for other, seen in mine if other.dot != version.dot
            )
        }
        live = whole.groups.get(group, Register()).live
        assert {version.dot for version in live} == expected


@settings(max_examples=300)
@given(STEPS)
def test_record_is_hidden_only_when_its_deleters_saw_everything(
    steps: Steps,
) -> None:
    world = play(steps)
    whole = Record()
    for store in STORES:
        whole = join_record(whole, world.stores[store])
    live = whole.groups.get(DELETED, Register()).live
    dots = [version.dot for _, version, _ in world.written]
    hidden = (
        bool(live)
        and all(isinstance(version.value, dict) for version in live)
        and all(
            any(
                dot == version.dot or covers(version.value, dot)  # type: ignore[arg-type]  # - dicts
                or (dot[0] == version.dot[0] and dot[1] <= version.dot[1])
                for version in live
            )
            for dot in dots
        )
    )  # fmt: skip
    assert whole.is_visible() is not hidden


@given(STEPS)
def test_lower_level_agrees_on_visibility(steps: Steps) -> None:
    for record in play(steps).stores.values():
        lower = only_groups(record, {"status"})
        assert lower.is_visible() == record.is_visible()
        assert set(lower.groups) <= {"status", DELETED}


def test_edit_after_an_import_does_not_overwrite_what_the_form_had_not_shown() -> None:
    first = write(Register(), ("a", 1), 1, "low")
    theirs = write(first, ("b", 1), 2, "high")
    mine = write(join(first, theirs), ("a", 2), 3, "medium", seen=first.seen)
    assert {version.value for version in mine.live} == {"high", "medium"}
    assert mine.is_conflict()
    winner = mine.winner()
    assert winner is not None
    assert winner.value == "medium"


def test_equal_values_ask_no_question() -> None:
    one = write(Register(), ("a", 1), 1, ["closed", "2026-11-20", "goals_met"])
    two = write(Register(), ("b", 1), 2, ["closed", "2026-11-20", "goals_met"])
    assert not join(one, two).is_conflict()


def test_settling_write_supersedes_both_versions() -> None:
    one = write(Register(), ("a", 1), 1, "x")
    two = write(Register(), ("b", 1), 2, "y")
    settled = write(join(one, two), ("a", 2), 3, "z")
    assert join(join(settled, one), two) == settled
    assert not settled.is_conflict()


def test_sealed_version_is_shown_for_ever() -> None:
    sealed = Register((Version(("a", 1), 1, "signed", seal=True),), {"a": 1})
    later = write(sealed, ("b", 1), 9, "changed")
    winner = later.winner()
    assert winner is not None
    assert winner.value == "signed"
