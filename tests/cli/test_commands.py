"""The command line is a contract: names, options, exit codes, JSON."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import ics
from tests.support.command import Run
from tests.support.pdf_text import raw_text, squash

from dcm_desktop import resources
from dcm_desktop.usecases.demo import DemoResult


def squash_text(pdf: bytes) -> str:
    return squash(raw_text(pdf))


def answer(run: Run, *words: object) -> dict[str, Any]:
    """The JSON object of a command that succeeds; nothing else is on stdout."""
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    data: dict[str, Any] = json.loads(out)
    return data


def digest(store: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(store.iterdir())
        if path.is_file() and path.name != "store.lock"
    }


def test_demo_says_what_it_made(demo: DemoResult) -> None:
    assert set(demo.files) == {"invitation", "minutes_public", "minutes_full", "bundle", "receipt"}
    assert demo.files["bundle"].name == "okmd-KRZ-A-0001.dcmb"
    assert demo.national_identity.startswith("AGE-SECRET-KEY-")
    assert demo.counts["session"] == 3
    assert all(path.is_file() for path in demo.files.values())


def test_demo_refuses_a_folder_that_is_not_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    code, out, err = run("demo", tmp_path)
    assert (code, out) == (1, "")
    assert "не е празна" in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_demo_runs_with_a_session_of_ones_own(run: Run, tmp_path: Path) -> None:
    data = json.loads(resources.read_text("demo", "session-6.json"))
    text = (
        json.dumps(data).replace("KRZ", "LOV").replace("LOV21", "LOV18").replace("LOV16", "LOV18")
    )
    text = text.replace("LOV15", "LOV18").replace("LOV14", "LOV18")
    own = tmp_path / "own.json"
    own.write_text(text, encoding="utf-8")
    made = answer(run, "demo", tmp_path / "d", "--session", own)
    assert set(made) == {
        "passphrase", "national_identity", "stores", "files", "counts", "timings",
    }  # fmt: skip
    assert set(made["stores"]) == {"district", "national"}
    assert Path(made["files"]["bundle"]).name == "okmd-LOV-A-0001.dcmb"
    assert made["counts"]["session"] == 1
    minutes = Path(made["files"]["minutes_full"]).read_bytes()
    assert squash("Въведено по-късно") in squash_text(minutes)


def test_store_info_has_the_keys_of_the_contract(run: Run, demo_district: Path) -> None:
    data = answer(run, "store", "info", demo_district)
    assert {"store_id", "level", "district", "schema", "counts", "last_out", "last_in"} <= set(data)
    assert (data["level"], data["district"]) == ("district", "KRZ")
    assert data["counts"]["session"] == 3
    assert data["counts"]["mandate"] == 19
    assert "change" not in data["counts"]
    assert data["last_out"]["name"] == "okmd-KRZ-A-0001.dcmb"


def test_a_wrong_passphrase_is_one_sentence_and_changes_no_byte(
    run: Run, demo_district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(demo_district)
    monkeypatch.setenv("DCM_PASSPHRASE", "не е тази")
    code, out, err = run("store", "info", demo_district)
    assert (code, out) == (1, "")
    assert err.startswith("Паролата не е вярна.")
    assert err.count("\n") == 1
    assert digest(demo_district) == before


def test_a_damaged_store_is_exit_three(run: Run, demo_district: Path) -> None:
    store = demo_district / "store.db"
    store.write_bytes(store.read_bytes()[:5000])
    code, out, err = run("store", "info", demo_district)
    assert (code, out) == (3, "")
    assert err.count("\n") == 1


def test_store_check_of_a_sound_store(run: Run, demo_district: Path) -> None:
    assert answer(run, "store", "check", demo_district) == {"ok": True, "findings": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("store",), "КОМАНДА"),
        (("store", "new", "x.dcm"), "--district"),
        (("store", "new", "x.dcm", "--district", "KRZ", "--national"), "заедно"),
        (("document", "x.dcm", "7", "--kind", "poem", "--out", "x.pdf"), "poem"),
        (("session", "list"), "STORE"),
        (("store", "info", "x.dcm", "--passphrase", "secret"), "--passphrase"),
        (("nonsense",), "nonsense"),
        (("bundle", "inspect", "a", "b", "c"), "--help"),
    ],
)
def test_a_line_that_is_no_command_is_exit_two(run: Run, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_help_is_bulgarian_or_english(run: Run) -> None:
    code, out, _ = run("store", "new", "--help")
    assert code == 0
    assert "употреба:" in out
    code, out, _ = run("--lang", "en", "store", "new", "--help")
    assert code == 0
    assert "creates an encrypted store" in out


def test_a_new_store_opens_and_its_sheet_recovers_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, sheet = tmp_path / "n.dcm", tmp_path / "sheet.txt"
    made = answer(
        run, "store", "new", store, "--district", "KRZ", "--municipality", "KRZ21",
        "--recovery-out", sheet,
    )  # fmt: skip
    assert made["municipality"] == "KRZ21"
    groups = sheet.read_text(encoding="utf-8").strip().split("-")
    assert [len(group) for group in groups] == [5] * 8
    secret = tmp_path / "secret.txt"
    secret.write_text("друга парола за проба\n", encoding="utf-8")
    answer(run, "store", "recover", store, "--recovery-file", sheet, "--passphrase-file", secret)
    monkeypatch.setenv("DCM_PASSPHRASE", "друга парола за проба")
    assert answer(run, "store", "info", store)["counts"]["session"] == 0
    pdf = tmp_path / "sheet.pdf"
    answer(run, "store", "recovery", store, "--out", pdf)
    fresh = squash_text(pdf.read_bytes())
    assert groups[0] not in fresh
    code, _, err = run(
        "store", "recover", store, "--recovery-file", sheet, "--passphrase-file", secret
    )
    assert code == 1
    assert err


@pytest.mark.parametrize(
    "words",
    [
        ("--district", "XYZ"),
        ("--district", "KRZ", "--municipality", "LOV18"),
    ],
)
def test_a_place_that_does_not_exist_is_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, _, err = run("store", "new", tmp_path / "n.dcm", *words)
    assert code == 1
    assert words[-1] in err
    assert not (tmp_path / "n.dcm").exists()


def test_sessions_are_listed_with_codes(run: Run, demo_district: Path) -> None:
    rows = answer(run, "session", "list", demo_district)["sessions"]
    assert [(row["number"], row["status"]) for row in rows] == [
        (8, "convened"),
        (7, "held"),
        (6, "held"),
    ]
    assert not any(row["entered_later"] for row in rows)
    assert answer(run, "session", "list", demo_district, "--mechanism", "KRZ")["sessions"] == rows
    code, _, err = run("session", "list", demo_district, "--mechanism", "VID")
    assert code == 1
    assert "VID" in err


def test_a_session_comes_in_from_a_file(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "n.dcm"
    answer(run, "store", "new", store, "--district", "KRZ")
    file = resources.path("demo", "session-6.json")
    made = answer(run, "session", "import", store, file)
    assert made["number"] == 6
    assert made["created"]["person"] == 20
    code, out, err = run("session", "import", store, file)
    assert (code, out) == (1, "")
    assert err.startswith("session: ")


@pytest.mark.parametrize(
    ("kind", "edition", "said"),
    [
        ("minutes", "full", "двете деца от майката"),
        ("minutes", "public", "Заличени лични данни"),
        ("invitation", "full", "ПОКАНА"),
        ("attendance", "full", "Подпис"),
        ("kit", "full", "БЛАНКА ЗА ПРОТОКОЛ"),
        ("slips", "full", "ВЪЗДЪРЖАЛ СЕ"),
        ("addressees", "full", "СПИСЪК НА АДРЕСАТИТЕ"),
    ],
)
def test_papers_of_a_session_are_written_where_asked(
    run: Run, demo_district: Path, tmp_path: Path, kind: str, edition: str, said: str
) -> None:
    out = tmp_path / "paper.pdf"
    made = answer(
        run, "document", demo_district, "7", "--kind", kind, "--edition", edition, "--out", out
    )
    assert made["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert made["pages"] >= 1
    assert squash(said) in squash_text(out.read_bytes())


def test_calendar_file_of_a_session_is_written_where_asked(
    run: Run, demo_district: Path, tmp_path: Path
) -> None:
    """B1, B6: the same command makes the calendar file; a second copy is no change."""
    out = tmp_path / "session.ics"
    words = ("document", demo_district, "8", "--kind", "calendar", "--out", out)
    for _ in range(2):
        made = answer(run, *words)
        assert made["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert (made["sequence"], made["cancelled"]) == (0, False)
    assert ics.read(out.read_bytes()).one("METHOD").value == "REQUEST"


def test_statement_of_a_session_that_was_held_is_refused(
    run: Run, demo_district: Path, tmp_path: Path
) -> None:
    """D6: there is nothing to state."""
    out = tmp_path / "paper.pdf"
    code, _, err = run("document", demo_district, "7", "--kind", "statement", "--out", out)
    assert code == 1
    assert "7" in err
    assert not out.exists()


def test_a_paper_of_no_session_is_refused(run: Run, demo_district: Path, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    code, _, err = run("document", demo_district, "99", "--kind", "minutes", "--out", out)
    assert code == 1
    assert "99" in err
    assert not out.exists()


def test_the_bundle_of_the_demo_is_already_known(
    run: Run, demo: DemoResult, demo_national: Path
) -> None:
    made = answer(run, "bundle", "import", demo_national, demo.files["bundle"])
    row = made["files"][0]
    assert row["result"] == "already"
    assert row["already"] is True
    assert (row["new"], row["changed"], row["conflicts"]) == (0, 0, 0)


def test_the_next_bundle_goes_out_in_and_is_confirmed(
    run: Run, demo_district: Path, demo_national: Path, tmp_path: Path
) -> None:
    sent = answer(run, "bundle", "export", demo_district, "--to", "national", "--out", tmp_path)
    file = Path(sent["files"][0]["file"])
    assert file.name == "okmd-KRZ-A-0002.dcmb"
    waiting = answer(run, "bundle", "receipts", demo_district)
    assert [row["number"] for row in waiting["outstanding"]] == [2]
    dry = answer(run, "bundle", "import", demo_national, file, "--dry-run")["files"][0]
    seen = answer(run, "bundle", "inspect", demo_national, file)
    assert seen["signed"] is True
    done = answer(run, "bundle", "import", demo_national, file)["files"][0]
    assert done["result"] == "imported"
    assert (dry["new"], dry["changed"]) == (done["new"], done["changed"])
    assert (seen["new"], seen["changed"]) == (done["new"], done["changed"])
    assert done["new"] > 0
    receipt = tmp_path / "receipt.dcmb"
    answer(run, "bundle", "export", demo_national, "--to", "KRZ", "--out", receipt)
    answer(run, "bundle", "import", demo_district, receipt)
    after = answer(run, "bundle", "receipts", demo_district)
    assert after["outstanding"] == []
    assert [row["number"] for row in after["received"]][-1:] == [2] or {
        row["number"] for row in after["received"]
    } == {1, 2}


def test_one_refused_file_of_several_is_exit_one(
    run: Run, demo: DemoResult, demo_national: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.dcmb"
    broken.write_bytes(demo.files["bundle"].read_bytes()[:3000])
    code, out, err = run("bundle", "import", demo_national, demo.files["bundle"], broken, "--json")
    assert code == 1
    assert [row["result"] for row in json.loads(out)["files"]] == ["already", "refused"]
    assert "broken.dcmb" in err


def test_a_bundle_alone_shows_its_outside(run: Run, demo: DemoResult) -> None:
    data = answer(run, "bundle", "inspect", demo.files["bundle"])
    assert data["size"] == demo.files["bundle"].stat().st_size
    assert data["signed"] is None


def test_two_laptops_come_to_know_each_other_by_six_words(run: Run, tmp_path: Path) -> None:
    district, national = tmp_path / "d.dcm", tmp_path / "n.dcm"
    answer(run, "store", "new", district, "--district", "KRZ")
    answer(run, "store", "new", national, "--national")
    request, reply = tmp_path / "r", tmp_path / "a"
    words = answer(run, "enrol", "request", district, "--out", request)["words"]
    assert len(words.split()) == 6
    code, _, err = run(
        "enrol", "accept", national, request, "--words", "едно две три", "--out", reply
    )
    assert code == 1
    assert err
    assert not reply.exists()
    accepted = answer(run, "enrol", "accept", national, request, "--words", words, "--out", reply)
    assert accepted["letter"] == "A"
    code, _, _ = run("enrol", "finish", district, reply, "--words", "едно две три")
    assert code == 1
    assert answer(run, "enrol", "finish", district, reply, "--words", words)["letter"] == "A"


def test_no_answer_names_a_person_of_a_case(
    run: Run, demo: DemoResult, demo_district: Path
) -> None:
    for words in (
        ("store", "info", demo_district),
        ("session", "list", demo_district),
        ("bundle", "receipts", demo_district),
        ("bundle", "inspect", demo.files["bundle"]),
    ):
        said = json.dumps(answer(run, *words), ensure_ascii=False)
        assert not any(name in said for name in ("Кадиров", "Чакъров", "Бадемов", "Мерт"))


def test_self_test_passes(run: Run) -> None:
    data = answer(run, "self-test")
    assert set(data["checks"]) == {"fonts", "translation", "cipher", "pdf", "bundle"}
    assert data["checks"]["cipher"]
    assert data["checks"]["pdf"]
    assert data["checks"]["bundle"]


def test_no_passphrase_and_no_terminal_is_refused(
    run: Run, demo_district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DCM_PASSPHRASE")
    code, _, err = run("store", "info", demo_district)
    assert code == 1
    assert "DCM_PASSPHRASE" in err
