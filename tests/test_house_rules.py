"""Rules of the house that no linter knows, checked on the syntax trees of all our files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dcm_desktop"
MOST_LINES = 400
MOST_METHODS = 15
CYRILLIC = re.compile(r"[А-Яа-я]")
MACHINE_PATH = re.compile(r"/(?:home|root|work|tmp|Users)/[\w.-]+")
CLOCKS = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today"}
MAY_CATCH_ALL = {"ui/app.py", "ui/jobs.py", "cli/__init__.py"}


def python_files() -> list[Path]:
    """All Python files of ours, tests and tools included."""
    folders = [SOURCE, ROOT / "tests", ROOT / "packaging"]
    return [
        *sorted(path for folder in folders for path in folder.rglob("*.py")),
        ROOT / "dev.py",
        ROOT / "hatch_build.py",
    ]


def nodes(*folders: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every syntax node below the folders, with `file:line` to name it by."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}", node


def calls(*folders: Path) -> Iterator[tuple[str, str, ast.Call]]:
    """Every call below the folders: where, the dotted name, the node."""
    for where, node in nodes(*folders):
        if isinstance(node, ast.Call):
            yield where, ast.unparse(node.func), node


def assert_none(found: list[str]) -> None:
    """Fail with every place found, one a line."""
    assert not found, "\n" + "\n".join(found)


def test_tests_wait_for_facts_and_never_sleep() -> None:
    sleeps = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait"}
    assert_none([where for where, name, _ in calls(ROOT / "tests") if name in sleeps])


def test_wait_exposed_is_used_as_a_context() -> None:
    bare = [
        where
        for where, node in nodes(ROOT / "tests")
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).endswith((".waitExposed", ".waitSignal", ".waitActive"))
    ]
    assert_none(bare)


def test_tests_are_never_skipped_and_mock_nothing() -> None:
    ends = ("mark.skip", "mark.skipif", "mark.xfail", "pytest.skip", "pytest.xfail")
    mocks = {"patch", "Mock", "MagicMock", "AsyncMock"}
    found = [
        f"{where} {name}"
        for where, name, _ in calls(ROOT / "tests")
        if name.endswith(ends) or name.rsplit(".", 1)[-1] in mocks
    ]
    assert_none(found)


def test_screen_strings_are_english_and_bulgarian_lives_in_the_catalogue() -> None:
    found = []
    screens = [*(SOURCE / "ui").rglob("*.py"), *(SOURCE / "projector").rglob("*.py")]
    for path in sorted(set(screens) - {SOURCE / "ui" / "formats.py"}):  # dates of each language
        tree = ast.parse(path.read_text(encoding="utf-8"))
        spared = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        spared |= {  # what a person may type: „10.30 ч.“
            argument
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
            for argument in node.args
        }
        found += [
            f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and len(node.value) > 2  # a letter or two are a key or a mark („БГ“), not a text
            and node not in spared
            and CYRILLIC.search(node.value)
        ]
    assert_none(found)


def test_tr_gets_a_literal_because_lupdate_reads_only_those() -> None:
    found = [
        where
        for where, name, call in calls(SOURCE)
        if name.endswith((".tr", "QCoreApplication.translate"))
        and not all(
            isinstance(part, ast.Constant)
            for part in call.args[: 2 if name.endswith("translate") else 1]
        )
    ]
    assert_none(found)


def test_plurals_stand_in_their_own_class_with_positional_n() -> None:
    """Measured: lupdate loses the plural of `translate`, of `n=n`, and in subclasses."""
    found = []
    for where, name, call in calls(SOURCE / "ui"):
        text = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else ""
        if isinstance(text, str) and "%n" in text and name.endswith((".tr", "translate")):
            right = name == "self.tr" and len(call.args) == 3 and not call.keywords
            found += [] if right and "/plurals.py:" in where else [where]
    assert_none(found)


def test_no_file_speaks_of_one_machine() -> None:
    suffixes = {".py", ".pyi", ".md", ".toml", ".json", ".lock", ".ts", ".sh", ".yml"}
    folders = ["src", "tests", "packaging", "resources", "translations", "typings", ".ci"]
    files = [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    found = []
    for path in files:
        if path.suffix in suffixes or path.parent.name == ".ci":
            match = MACHINE_PATH.search(path.read_text(encoding="utf-8"))
            found += [f"{path.relative_to(ROOT).as_posix()} {match.group()}"] if match else []
    assert_none(found)


def test_locks_hold_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"://|--(?:extra-)?index-url|--find-links", text)


def test_both_locks_name_the_same_versions() -> None:
    pins = [
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    assert len(pins[0]) > 20
    assert pins[0] <= pins[1]


def test_files_are_short_enough_to_read() -> None:
    long = [
        f"{path.relative_to(ROOT).as_posix()}: {count}"
        for path in python_files()
        if "migrations" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]
    assert_none(long)


def test_classes_have_few_public_methods() -> None:
    found = []
    for where, node in nodes(SOURCE):
        if isinstance(node, ast.ClassDef) and node.name != "Plurals":  # a table of phrases
            functions = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            names = [part.name for part in functions if not part.name.startswith("_")]
            public = [name for name in names if name.islower()]  # mixed case: overrides of Qt
            found += [f"{where} {node.name}: {len(public)}"] if len(public) > MOST_METHODS else []
    assert_none(found)


def test_the_clock_is_read_only_at_the_top() -> None:
    below = [
        where
        for where, name, _ in calls(SOURCE)
        if name in CLOCKS and not where.startswith(("src/dcm_desktop/ui/", "src/dcm_desktop/cli/"))
    ]
    assert_none(below)


def test_only_three_places_catch_everything() -> None:
    found = []
    for where, node in nodes(SOURCE):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "BaseException"
            place = where.rsplit(":", 1)[0].removeprefix("src/dcm_desktop/")
            passes_on = isinstance(last := node.body[-1], ast.Raise) and last.exc is None
            everything = caught in {"Exception", "BaseException"} and not passes_on
            if everything and place not in MAY_CATCH_ALL:
                found.append(where)
    assert_none(found)
