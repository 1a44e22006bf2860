"""One-line tasks, their terms and the bodies they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.task_line import (
    Candidate,
    TaskDraft,
    due_findings,
    match,
    parse_task,
    pick,
)
from dcm_desktop.errors import InputRefused

DAY = date(2026, 11, 26)
BODIES = (
    Candidate("rzi", "Регионална здравна инспекция – Ловеч", "РЗИ"),
    Candidate("dsp", "Дирекция „Социално подпомагане“ – Ловеч", "ДСП"),
    Candidate("dsp2", "Дирекция „Социално подпомагане“ – Троян", "ДСП Троян"),
    Candidate("ruo", "Регионално управление на образованието", "РУО"),
    Candidate("lov", "община Ловеч"),
    Candidate("tro", "община Троян"),
    Candidate("cop", "Център за обществена подкрепа", "", "консултиране"),
)


def ids(query: str) -> list[str]:
    return [candidate.id for candidate in match(query, BODIES)]


def test_line_with_everything() -> None:
    draft = parse_task("Посещение в дома @РЗИ @ДСП Троян !+14", session_on=DAY)
    assert draft == TaskDraft("Посещение в дома", "РЗИ", ("ДСП Троян",), date(2026, 12, 10))
    assert draft.has_term


@pytest.mark.parametrize(
    ("term", "due"),
    [
        ("!18.12.2026", date(2026, 12, 18)),
        ("!18.12", date(2026, 12, 18)),
        ("!15.01", date(2027, 1, 15)),
        ("!26.11", date(2027, 11, 26)),
        ("!29.02", date(2028, 2, 29)),
        ("!+ 7", date(2026, 12, 3)),
    ],
)
def test_terms_with_a_date(term: str, due: date) -> None:
    assert parse_task(f"Писмо @РЗИ {term}", session_on=DAY).due_on == due


@pytest.mark.parametrize("term", ["!след", "!сл", "!следващото заседание", "!sled"])
def test_next_session_as_a_term(term: str) -> None:
    draft = parse_task(f"Преглед {term}", session_on=DAY)
    assert (draft.title, draft.next_session, draft.due_on) == ("Преглед", True, None)


@pytest.mark.parametrize("term", ["!постоянен", "!пост", "!postoqnen"])
def test_standing_term(term: str) -> None:
    assert parse_task(f"Съдействие {term}", session_on=DAY).standing


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("x !утре", "task.term_format"),
        ("x !+14 !след", "task.two_terms"),
        ("x !26.11.2026", "task.due_before_session"),
        ("x !+0", "task.due_before_session"),
        ("x !31.11", "date.impossible"),
        ("x !31.11.2026", "date.impossible"),
    ],
)
def test_wrong_terms_are_refused(line: str, code: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_task(line, session_on=DAY)
    assert caught.value.code == code


def test_text_after_a_term_belongs_to_the_title() -> None:
    draft = parse_task("Посещение !+14 в дома", session_on=DAY)
    assert (draft.title, draft.due_on) == ("Посещение в дома", date(2026, 12, 10))


def test_marks_inside_a_word_and_alone_are_text() -> None:
    draft = parse_task("Писмо до rzi@lovech.bg ! спешно !", session_on=DAY)
    assert draft == TaskDraft("Писмо до rzi@lovech.bg ! спешно !")
    assert not draft.has_term


@given(st.text("абв г-,.", max_size=30), st.integers(1, 400))
def test_any_text_stays_the_title(text: str, days: int) -> None:
    draft = parse_task(f"{text} !+{days}", session_on=DAY)
    assert draft.title == " ".join(text.split())
    assert draft.due_on == DAY + timedelta(days=days)
    assert parse_task(text, session_on=DAY) == TaskDraft(draft.title)


def test_due_date_on_a_day_off_only_warns() -> None:
    assert due_findings(date(2026, 12, 18), session_on=DAY) == ()
    (found,) = due_findings(date(2026, 12, 24), session_on=DAY)
    assert (found.code, found.facts["name"]) == ("task.due_free_day", "Бъдни вечер")
    with pytest.raises(InputRefused):
        due_findings(DAY, session_on=DAY)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("РЗИ", "rzi"),
        ("рз", "rzi"),
        ("здравна инсп", "rzi"),
        ("rzi", "rzi"),
        (",pr", "rzi"),
        ("ДСП", "dsp"),
        ("ДСП Троян", "dsp2"),
        ("dsp t", "dsp2"),
        ("община тр", "tro"),
        ("obshtina troyan", "tro"),
        ("ruo", "ruo"),
        ("цоп", "cop"),
        ("консулт", "cop"),
    ],
)
def test_body_is_found_also_on_a_latin_keyboard(query: str, first: str) -> None:
    assert ids(query)[:1] == [first]


@pytest.mark.parametrize("query", ["", "   ", "кмет", "xyz", "..."])
def test_query_that_means_nothing_finds_nothing(query: str) -> None:
    assert ids(query) == []


def test_exact_abbreviation_wins_over_a_longer_one() -> None:
    assert pick("ДСП", BODIES).id == "dsp"
    assert pick("ДСП Тр", BODIES).id == "dsp2"


def test_equal_answers_are_not_guessed() -> None:
    with pytest.raises(InputRefused) as caught:
        pick("община", BODIES)
    assert caught.value.code == "task.institution_ambiguous"
    assert caught.value.facts["names"] == ("община Ловеч", "община Троян")
    with pytest.raises(InputRefused) as caught:
        pick("кмет", BODIES)
    assert caught.value.code == "task.institution_unknown"


@given(st.sampled_from(BODIES), st.integers(2, 30))
def test_beginning_of_a_name_always_finds_its_body(body: Candidate, length: int) -> None:
    query = body.name[:length].strip()
    assert body.id in ids(query)
