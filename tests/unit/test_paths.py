"""Private files are whole and private; unfit places are refused with a sentence."""

from pathlib import Path

import pytest

from dcm_desktop import labels
from dcm_desktop.errors import StoreError
from dcm_desktop.paths import (
    StoreFolder,
    default_store,
    refuse_unfit_place,
    state_dir,
    write_private,
)


def test_a_private_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    write_private(tmp_path / "a", b"one")
    write_private(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        write_private(tmp_path / "a", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "inside", ["OneDrive", "OneDrive - Област Кърджали", "Dropbox", "Google Drive", "Nextcloud/x"]
)
def test_a_synchronised_folder_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(StoreError) as refused:
        refuse_unfit_place(tmp_path / inside / "district.dcm")
    assert refused.value.code == "store.place_sync"
    assert labels.sentence(refused.value)


def test_a_folder_marked_by_a_synchroniser_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(StoreError) as refused:
        refuse_unfit_place(tmp_path / "district.dcm")
    assert refused.value.code == "store.place_sync"


@pytest.mark.parametrize("place", ["//server/share/x.dcm", "\\\\server\\share\\x.dcm"])
def test_a_network_place_is_refused(place: str) -> None:
    with pytest.raises(StoreError) as refused:
        refuse_unfit_place(Path(place))
    assert refused.value.code == "store.place_network"


def test_an_ordinary_folder_is_taken(tmp_path: Path) -> None:
    place = tmp_path / "Документи" / "district.dcm"
    refuse_unfit_place(place)
    assert not place.exists()


def test_folders_of_the_program_are_the_users_own(user_home: Path) -> None:
    assert default_store("district").is_relative_to(user_home)
    assert default_store("district").name == "district.dcm"
    assert state_dir("ab12").is_relative_to(user_home)


def test_names_of_the_files_of_a_store_are_fixed(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    assert folder.wal.name == folder.db.name + "-wal"
    assert folder.keys_copy.name == "keys.json.bak"
