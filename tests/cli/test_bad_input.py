"""What cannot work is refused with one sentence and leaves everything as it was."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from tests.support.command import Run
from tests.support.stores import MADE_AT, PASSPHRASE, StoreKit

from dcm_desktop import resources


@pytest.fixture
def passphrase() -> str:
    """That of the stores of the tests."""
    return PASSPHRASE


@pytest.fixture
def store(district_kit: StoreKit, tmp_path: Path) -> Path:
    """A closed store without a mechanism."""
    return district_kit.copy(tmp_path / "district.dcm")


def refused(run: Run, *words: object, code: int = 1) -> str:
    """The sentence of a command that is refused: one line, nothing on stdout."""
    found, out, err = run(*words)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    return err


def session(**change: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.read_text("demo", "session-6.json"))
    data["session"].update(change)
    return data


def written(folder: Path, data: dict[str, Any]) -> Path:
    file = folder / "session.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_a_pipe_or_device_is_not_replaced_by_a_file(run: Run, store: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe.txt" in refused(run, "store", "recovery", store, "--out", pipe)
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


def test_a_link_is_followed_and_stays_one(run: Run, store: Path, tmp_path: Path) -> None:
    link, sheet = tmp_path / "link.txt", tmp_path / "Лист за възстановяване.txt"
    link.symlink_to(sheet)
    assert run("store", "recovery", store, "--out", link)[0] == 0
    assert link.is_symlink()
    assert len(sheet.read_text(encoding="utf-8").split("-")) == 8


def test_a_passphrase_file_without_end_is_not_read_whole(
    run: Run, store: Path, tmp_path: Path
) -> None:
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.truncate(2**40)
    assert "endless" in refused(run, "store", "info", store, "--passphrase-file", endless)
    assert "4 МБ" in refused(run, "session", "import", store, endless)


@pytest.mark.parametrize("out", ["nowhere/sheet.txt", "folder.txt"])
def test_a_sheet_that_cannot_be_written_makes_no_store(run: Run, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    made = tmp_path / "new.dcm"
    refused(run, "store", "new", made, "--district", "KRZ", "--recovery-out", tmp_path / out)
    assert not made.exists()


def test_a_sheet_that_cannot_be_written_leaves_the_old_one_in_force(
    run: Run, store: Path, district_kit: StoreKit, tmp_path: Path
) -> None:
    refused(run, "store", "recovery", store, "--out", tmp_path / "nowhere" / "sheet.txt")
    sheet, secret = tmp_path / "sheet.txt", tmp_path / "secret.txt"
    sheet.write_text(district_kit.recovery_key, encoding="utf-8")
    secret.write_text("друга парола за проба", encoding="utf-8")
    done = run("store", "recover", store, "--recovery-file", sheet, "--passphrase-file", secret)
    assert done[0] == 0


def test_the_national_team_has_no_municipality(run: Run, tmp_path: Path) -> None:
    words = ("store", "new", tmp_path / "n.dcm", "--national", "--municipality", "KRZ16")
    assert "--municipality" in refused(run, *words, code=2)
    assert not (tmp_path / "n.dcm").exists()


@pytest.mark.parametrize("store_path", ["a" * 5000, "file/below"])
def test_a_path_that_cannot_be_is_refused(run: Run, tmp_path: Path, store_path: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert refused(run, "store", "info", tmp_path / store_path)
    assert refused(run, "demo", tmp_path / store_path)
    assert refused(run, "store", "new", tmp_path / store_path, "--district", "KRZ")


@pytest.mark.parametrize("inner", ["store.db", "keys.json", "backups"])
def test_a_store_with_something_else_in_the_place_of_a_file_is_refused(
    run: Run, store: Path, inner: str
) -> None:
    place = store / inner
    if place.is_dir():
        place.rmdir()
        place.write_bytes(b"")
    else:
        place.unlink()
        (store / "keys.json.bak").unlink(missing_ok=True)
        place.mkdir()
    assert refused(run, "store", "info", store)


def test_a_copied_store_without_its_empty_folders_opens(run: Run, store: Path) -> None:
    for inner in ("backups", "staging", "quarantine"):
        (store / inner).rmdir()
    assert run("store", "check", store)[0] == 0


def test_tries_that_cannot_be_noted_hold_nothing_up(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert run("store", "info", store)[0] == 0
    monkeypatch.setenv("DCM_PASSPHRASE", "не е тази")
    assert refused(run, "store", "info", store).startswith("Паролата не е вярна.")


def test_what_was_done_is_done_also_when_the_backup_fails(
    run: Run, store: Path, tmp_path: Path
) -> None:
    (store / "backups").rmdir()
    (store / "backups").symlink_to("/proc")
    code, out, err = run("session", "import", store, written(tmp_path, session()), "--json")
    assert (code, json.loads(out)["number"]) == (0, 6)
    assert "backups" in err
    assert err.count("\n") == 1


def test_a_store_open_elsewhere_is_said(run: Run, store: Path, district_kit: StoreKit) -> None:
    from dcm_desktop.usecases.workspace import open_store_with_recovery

    held = open_store_with_recovery(store, district_kit.recovery_key, at=MADE_AT)
    try:
        assert "отворено" in refused(run, "store", "info", store)
    finally:
        held.close(at=MADE_AT, with_backup=False)


@pytest.mark.parametrize("existed", [True, False])
def test_a_demo_that_is_refused_leaves_nothing(run: Run, tmp_path: Path, *, existed: bool) -> None:
    folder = tmp_path / "demo"
    if existed:
        folder.mkdir()
    data = session()
    data["session"]["agenda"][0]["decisions"][0]["vote"] = {"method": "show_of_hands", "for": 99}
    err = refused(run, "demo", folder, "--session", written(tmp_path, data))
    assert err.startswith("session.agenda[0].decisions[0]: ")
    assert folder.exists() == existed
    assert not existed or not list(folder.iterdir())


def test_a_session_that_was_not_opened_has_no_minutes(
    run: Run, demo_district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dcm_desktop.usecases.demo import PASSPHRASE as OF_DEMO

    monkeypatch.setenv("DCM_PASSPHRASE", OF_DEMO)
    out = tmp_path / "minutes.pdf"
    err = refused(run, "document", demo_district, "8", "--kind", "minutes", "--out", out)
    assert "№ 8" in err
    assert not out.exists()
    words = ("document", demo_district, "8", "--kind", "invitation", "--out", out)
    assert run(*words)[0] == 0


def test_a_passphrase_from_the_environment_is_utf8_under_any_locale(
    store: Path, tmp_path: Path
) -> None:
    import subprocess
    import sys

    told = os.environ | {
        "LC_ALL": "C", "PYTHONUTF8": "0", "DCM_PASSPHRASE": PASSPHRASE, "HOME": str(tmp_path)
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "dcm_desktop", "store", "info", store],
        env=told, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("lang", ["bg", "en"])
@pytest.mark.parametrize(
    "command",
    [
        "demo", "store new", "store info", "store check", "store recovery", "store recover",
        "session list", "session import", "document", "bundle export", "bundle inspect",
        "bundle import", "bundle receipts", "enrol request", "enrol accept", "enrol finish",
        "self-test",
    ],
)  # fmt: skip
def test_every_command_of_the_contract_explains_itself(run: Run, command: str, lang: str) -> None:
    code, out, err = run(*command.split(), "--lang", lang, "--help")
    assert (code, err) == (0, "")
    assert "--json" in out
    assert f"dcm-desktop {command}" in out


def test_two_mechanisms_of_one_store_are_told_apart(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("session", "import", store, written(tmp_path, session()))[0] == 0
    own = session()
    own["mechanism"] |= {"level": "municipal", "municipality": "KRZ16"}
    for case in own["cases"]:
        case.pop("code", None)
    assert run("session", "import", store, written(tmp_path, own))[0] == 0
    out = tmp_path / "sheet.pdf"
    words = ("document", store, "6", "--kind", "attendance", "--out", out)
    assert "--mechanism" in refused(run, *words)
    assert run(*words, "--mechanism", "KRZ16")[0] == 0
    found = json.loads(run("session", "list", store, "--mechanism", "KRZ", "--json")[1])
    assert len(found["sessions"]) == 1


def test_a_stopped_clock_is_the_moment_of_the_command(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DCM_CLOCK", "2026-09-23T12:00:00+03:00")
    err = refused(run, "session", "import", store, written(tmp_path, session()))
    assert err.startswith("session: ")
    assert "бъдещето" in err
    monkeypatch.setenv("DCM_CLOCK", "2026-09-25T12:00:00+03:00")
    assert run("session", "import", store, written(tmp_path, session()))[0] == 0
