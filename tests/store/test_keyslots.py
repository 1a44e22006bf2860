"""The slot file opens with the right secret only, and never after a byte of it was changed."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop import crypto
from dcm_desktop.errors import DcmError, NotAStore, StoreDamaged, StoreNewer, WrongPassphrase
from dcm_desktop.paths import StoreFolder
from dcm_desktop.store import keyslots
from dcm_desktop.store.slotfile import FLOOR, MAX_BYTES, Cost, Keys, Kind, SlotFile, decode

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
PASSPHRASE = crypto.passphrase_bytes("пет думи за проба")
SHEET = bytes(range(16))


@pytest.fixture(scope="module")
def made() -> tuple[SlotFile, Keys]:
    """A file with a passphrase and a sheet."""
    file, keys = keyslots.new_file()
    file = keyslots.with_slot(
        file, keys, "passphrase", PASSPHRASE, user="u1", role="clerk", at=AT, cost=FLOOR
    )
    return keyslots.with_slot(file, keys, "recovery", SHEET, user="u1", role="clerk", at=AT), keys


def test_both_ways_open_the_same_keys(made: tuple[SlotFile, Keys]) -> None:
    file, keys = made
    assert keyslots.unlock(decode(file.encoded()), "passphrase", PASSPHRASE)[0] == keys
    assert keyslots.unlock(decode(file.encoded()), "recovery", SHEET)[0] == keys


@pytest.mark.parametrize("kind", ["passphrase", "recovery"])
def test_a_wrong_secret_opens_nothing(made: tuple[SlotFile, Keys], kind: Kind) -> None:
    with pytest.raises(WrongPassphrase):
        keyslots.unlock(made[0], kind, PASSPHRASE[:-1] + b"!")


def test_the_file_is_canonical_and_small(made: tuple[SlotFile, Keys]) -> None:
    data = made[0].encoded()
    top = json.loads(data)
    again = json.dumps(top, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    assert again.encode() == data
    assert len(data) < 1200
    assert (top["format"], top["v"], top["gen"], top["pending"]) == ("okmd-keys", 1, 2, None)
    assert [slot["kind"] for slot in top["slots"]] == ["passphrase", "recovery"]


def test_a_file_with_any_byte_changed_opens_nothing(made: tuple[SlotFile, Keys]) -> None:
    data = made[0].encoded()
    opened = []
    for at in range(len(data)):
        for other in (data[at] ^ 1, data[at] ^ 0x20):
            altered = data[:at] + bytes([other]) + data[at + 1 :]
            try:
                keyslots.unlock(decode(altered), "recovery", SHEET)
            except (StoreDamaged, StoreNewer, WrongPassphrase):
                continue
            opened.append(at)
    assert opened == []


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_as_damage(data: bytes) -> None:
    with pytest.raises(StoreDamaged):
        decode(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["format", "v", "slots", "kdf", "gen"]), inner)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_refused_as_damage(value: object) -> None:
    with pytest.raises(StoreDamaged):
        decode(json.dumps(value).encode())


@pytest.mark.parametrize("text", ['{"v":1,"v":1}', "[" * 60_000, '{"v":1e999}', '"' * 10])
def test_hostile_json_is_refused_as_damage(text: str) -> None:
    with pytest.raises(StoreDamaged):
        decode(text.encode())


@pytest.mark.parametrize(
    "cost",
    [
        Cost(32 * 1024, 10),
        Cost(64 * 1024, 2),
        Cost(2 * 1024**2, 3),
        Cost(65536, 11),
        Cost(65536, 3, 9),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_any_work(
    made: tuple[SlotFile, Keys], cost: Cost
) -> None:
    file, keys = made
    slots = (replace(file.slots[0], cost=cost), file.slots[1])
    with pytest.raises(StoreDamaged):
        decode(replace(file, slots=slots).signed(keys).encoded())


def test_a_role_raised_by_somebody_who_knows_the_key_closes_the_slot(
    made: tuple[SlotFile, Keys],
) -> None:
    file, keys = made
    raised = replace(file.slots[1], role="coordinator")
    forged = replace(file, slots=(file.slots[0], raised)).signed(keys)
    with pytest.raises(WrongPassphrase):
        keyslots.unlock(decode(forged.encoded()), "recovery", SHEET)


def test_a_removed_slot_is_noticed(made: tuple[SlotFile, Keys]) -> None:
    file, _ = made
    with pytest.raises(StoreDamaged):
        keyslots.unlock(replace(file, slots=file.slots[1:]), "recovery", SHEET)


def test_a_newer_form_is_named(made: tuple[SlotFile, Keys]) -> None:
    data = made[0].encoded().replace(b'"v":1}', b'"v":2}')
    with pytest.raises(StoreNewer):
        decode(data)


def test_the_copy_is_read_when_the_file_is_unreadable(
    made: tuple[SlotFile, Keys], tmp_path: Path
) -> None:
    folder = StoreFolder(tmp_path)
    keyslots.settle_copy(folder, made[0])
    folder.keys.write_bytes(b"{")
    assert keyslots.read(folder) == made[0]
    folder.keys.unlink()
    assert keyslots.read(folder) == made[0]
    folder.keys_copy.unlink()
    with pytest.raises(NotAStore):
        keyslots.read(folder)


def test_a_save_keeps_the_old_file_as_copy_and_no_other_file(
    made: tuple[SlotFile, Keys], tmp_path: Path
) -> None:
    folder, (file, keys) = StoreFolder(tmp_path), made
    keyslots.write(folder, file)
    later = keyslots.without_slots(file, keys, frozenset({file.slots[0].id}))
    keyslots.write(folder, later)
    assert keyslots.read(folder) == later
    assert keyslots.read_copy(folder) == file
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys.json", "keys.json.bak"]
    assert folder.keys.stat().st_mode & 0o077 == 0
    keyslots.settle_copy(folder, later)
    assert keyslots.read_copy(folder) == later


def test_a_file_that_is_too_long_is_not_parsed(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    folder.keys.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(StoreDamaged):
        keyslots.read(folder)


def test_keys_are_not_in_representations(made: tuple[SlotFile, Keys]) -> None:
    file, keys = made
    shown = repr(keys) + repr(file)
    assert keys.dek.hex() not in shown
    assert repr(keys.dek) not in shown


def test_an_error_of_the_slots_has_a_code(made: tuple[SlotFile, Keys]) -> None:
    with pytest.raises(DcmError) as refused:
        keyslots.unlock(made[0], "recovery", bytes(16))
    assert refused.value.code == "store.wrong_recovery_key"
