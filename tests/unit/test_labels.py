"""Every enumeration has a label and every code a sentence, in both languages, with its facts."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest

from dcm_desktop import errors, labels
from dcm_desktop.domain import terms
from dcm_desktop.domain.attendance import MovementKind
from dcm_desktop.domain.case import AgeGroup
from dcm_desktop.domain.findings import blocker, warning
from dcm_desktop.domain.names import HitKind
from dcm_desktop.domain.terms import InstitutionType, SessionStatus, VoteResult
from dcm_desktop.domain.text import mixed_words
from dcm_desktop.errors import InputRefused, RuleBroken

SOURCE = Path(errors.__file__).parent
RAISERS = {name for name, thing in vars(errors).items() if inspect.isclass(thing)} | {
    "blocker",
    "warning",
    "Finding",
}
GIVEN_BY_ERROR = {"ExportRefused": {"n", "places"}, "InputRefused": {"place"}}


@dataclass(frozen=True)
class Raised:
    """One place in the source that names a code; `facts` None when they cannot be read there."""

    where: str
    code: str
    facts: frozenset[str] | None


def raised_codes() -> list[Raised]:
    """Every literal code of an error or finding in the source."""
    found = []
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                where = f"{file.relative_to(SOURCE)}:{node.lineno}"
                found += [Raised(where, code, facts) for code, facts in _codes_of(node)]
    return found


def _codes_of(call: ast.Call) -> Iterator[tuple[str, frozenset[str] | None]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "_missing" and len(call.args) == 2:
        yield from ((code, frozenset()) for code in _literals(call.args[1]))
    elif name in RAISERS and call.args:
        keywords = [keyword.arg for keyword in call.keywords]
        known: frozenset[str] | None = None
        if None not in keywords and name != "Finding":
            names = {keyword for keyword in keywords if keyword and keyword != "field"}
            known = frozenset(names | GIVEN_BY_ERROR.get(name, set()))
        for code in _literals(call.args[0]):
            yield code, known


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def enumerations() -> list[type[Enum]]:
    """Every enumeration of the glossary, and those of other domain modules that people see."""
    found = [
        thing
        for thing in vars(terms).values()
        if inspect.isclass(thing) and issubclass(thing, Enum) and len(thing)
    ]
    return [*found, AgeGroup, HitKind, MovementKind]


def _templates(code: str, lang: str) -> list[str]:
    entry = labels._table(lang)["error"][code]
    return [entry] if isinstance(entry, str) else [entry["one"], entry["other"]]


def _placeholders(code: str, lang: str) -> set[str]:
    return {
        name
        for template in _templates(code, lang)
        for _, name, _, _ in Formatter().parse(template)
        if name
    }


@pytest.mark.parametrize("lang", labels.LANGUAGES)
def test_every_value_of_the_glossary_has_a_label(lang: str) -> None:
    missing = []
    for kind in enumerations():
        for value in kind:
            try:
                assert labels.label(value, lang).strip()
            except KeyError:
                missing.append(f"{kind.__name__}.{value.value}")
    assert not missing


@pytest.mark.parametrize("lang", labels.LANGUAGES)
def test_every_code_in_the_source_has_a_sentence(lang: str) -> None:
    missing = {
        f"{r.code} ({r.where})" for r in raised_codes() if not labels.has_sentence(r.code, lang)
    }
    assert not missing


@pytest.mark.parametrize("lang", labels.LANGUAGES)
def test_every_sentence_gets_the_facts_it_shows(lang: str) -> None:
    wrong = [
        f"{r.code} ({r.where}): {sorted(_placeholders(r.code, lang) - r.facts)}"
        for r in raised_codes()
        if r.facts is not None
        and labels.has_sentence(r.code, lang)
        and not _placeholders(r.code, lang) <= r.facts
    ]
    assert not wrong


def test_both_languages_know_the_same_words() -> None:
    bulgarian, english = (labels._table(lang) for lang in labels.LANGUAGES)
    shared = {"error", "field"} | {kind.__name__ for kind in enumerations()}
    for table in sorted(shared):
        assert bulgarian[table].keys() == english[table].keys(), table


def test_both_languages_show_the_same_facts() -> None:
    for code in labels._table("bg")["error"].keys() & labels._table("en")["error"].keys():
        assert _placeholders(code, "bg") == _placeholders(code, "en"), code


def test_no_bulgarian_sentence_contains_a_word_of_mixed_letters() -> None:
    for code in labels._table("bg")["error"]:
        for template in _templates(code, "bg"):
            assert not mixed_words(template), code
    for kind in enumerations():
        for value in kind:
            assert not mixed_words(labels.label(value)), value


def test_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        labels.sentence(RuleBroken("no.such_code"))


def test_abbreviation_of_an_institution_type_and_its_absence() -> None:
    assert labels.label(InstitutionType.DSP, short=True) == "ДСП"
    assert labels.label(InstitutionType.SCHOOL, short=True) == "Училище"
    assert labels.label(InstitutionType.OZD) == "Отдел „Закрила на детето“"


def test_dates_numbers_and_enumerations_come_out_in_words() -> None:
    assert labels.show(date(2026, 11, 26)) == "26.11.2026\u00a0г."
    assert labels.show(date(2026, 11, 26), "en") == "26.11.2026"
    assert labels.show(time(10, 5)) == "10.05 часа"
    at = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    assert labels.show(at) == "26.11.2026\u00a0г., 10.00 часа"
    assert labels.show(SessionStatus.OPEN) == "открито"
    assert labels.show(VoteResult.ADOPTED, "en") == "adopted"
    assert labels.show(("а", "б")) == "а, б"
    assert labels.show(True) == "да"


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (1, "До заседанието остава 1 работен ден при изискване 5."),
        (0, "До заседанието остават 0 работни дни при изискване 5."),
        (21, "До заседанието остават 21 работни дни при изискване 5."),
    ],
)
def test_number_chooses_the_form_of_the_sentence(left: int, sentence: str) -> None:
    found = warning("session.notice_short", n=left, required=5)
    assert labels.sentence(found) == sentence


def test_missing_fact_shows_as_a_gap_and_does_not_hide_the_sentence() -> None:
    assert labels.sentence(blocker("session.item_unfinished")).startswith("Точка … няма")


def test_place_in_a_file_stands_before_the_sentence() -> None:
    error = InputRefused("field.required", place="session.agenda[2].title", name="title")
    assert labels.sentence(error).startswith("session.agenda[2].title: Полето „Заглавие“")


def test_field_name_without_label_is_shown_as_it_is() -> None:
    assert "„нещо“" in labels.sentence(InputRefused("field.required", name="нещо"))


@pytest.mark.parametrize("lang", labels.LANGUAGES)
def test_tables_and_entries_are_plain(lang: str) -> None:
    for code, entry in labels._table(lang)["error"].items():
        if not isinstance(entry, str):
            assert {"one", "other"} <= entry.keys() <= {"one", "other", "count"}, code
