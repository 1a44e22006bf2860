"""Sentences of votes, quorum, recusal and presence."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain import session_words as words
from dcm_desktop.domain.terms import VoteMethod


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_vote_line_says_all_three_counts(for_n: int, against_n: int, abstain_n: int) -> None:
    line = words.vote_line(for_n, against_n, abstain_n)
    held = "въздържал се" if abstain_n == 1 else "въздържали се"
    assert line == (f"Гласували: „за“ – {for_n}; „против“ – {against_n}; „{held}“ – {abstain_n}.")


def test_secret_vote_names_ballots_and_silence() -> None:
    line = words.vote_line(
        5, 1, 0, not_voting_n=1, blank_n=2, invalid_n=1, method=VoteMethod.SECRET
    )
    assert line == (
        "Гласували тайно: „за“ – 5; „против“ – 1; „въздържали се“ – 0; не е гласувал – 1; "
        "бели бюлетини – 2; недействителна бюлетина – 1."
    )


def test_votes_in_prose() -> None:
    assert words.votes_in_prose(12, 1, 1) == "с 12 гласа „за“, 1 глас „против“ и 1 „въздържал се“"
    assert words.votes_in_prose(1, 0, 2) == "с 1 глас „за“, без „против“ и 2 „въздържали се“"


@pytest.mark.parametrize(
    ("adopted", "unanimous", "consensus", "sentence"),
    [
        (True, True, False, "Решението се приема единодушно."),
        (True, False, False, "Решението се приема с мнозинство."),
        (False, False, False, "Решението не се приема."),
        (
            True, False, True,
            "Решението се приема с консенсус, без гласуване; възражения не постъпиха.",
        ),
    ],
)  # fmt: skip
def test_result_sentence(adopted: bool, unanimous: bool, consensus: bool, sentence: str) -> None:
    assert (
        words.result_sentence(adopted=adopted, unanimous=unanimous, consensus=consensus) == sentence
    )


def test_recusals() -> None:
    assert words.recusal_sentence(12, 0) == ""
    assert words.recusal_sentence(12, 1) == (
        "Присъстващи с право на глас: 12. Не участва в гласуването поради отвод: 1 (един) член."
    )
    assert words.recusal_sentence(12, 2).endswith(
        "Не участват в гласуването поради отвод: 2 (двама) членове."
    )
    assert words.recused_members(()) == ""
    assert words.recused_members(("А", "Б")) == (
        "А и Б заявиха отвод и не участваха в обсъждането и в гласуването."
    )


def test_quorum_sentence() -> None:
    assert words.quorum_sentence(15, 12, 1, 8) == (
        "От общо 15 (петнадесет) постоянни членове с право на глас присъстват 12 (дванадесет), "
        "от които 1 (един) чрез упълномощен заместник. Необходимият кворум е 8 (осем) членове. "
        "Налице е кворум и заседанието може да взема решения."
    )
    assert words.quorum_sentence(1, 1, 0, 1) == (
        "От общо 1 (един) постоянен член с право на глас присъства 1 (един). "
        "Необходимият кворум е 1 (един) член. Налице е кворум и заседанието може да взема решения."
    )
    assert words.quorum_sentence(15, 7, 2, 8).endswith("(осем) членове. Няма кворум.")
    assert "от които 2 (двама) чрез упълномощени заместници" in words.quorum_sentence(15, 7, 2, 8)


@pytest.mark.parametrize(
    ("guests", "associates", "sentence"),
    [
        (0, 0, ""),
        (1, 0, "Поканеното лице напусна залата."),
        (1, 2, "Поканеното лице и асоциираните членове напуснаха залата."),
        (0, 1, "Асоциираният член напусна залата."),
        (3, 0, "Поканените лица напуснаха залата."),
    ],
)
def test_leaving_for_the_closed_part(guests: int, associates: int, sentence: str) -> None:
    assert words.left_for_closed_part(guests, associates) == sentence


def test_returning_from_the_closed_part() -> None:
    assert words.returned_from_closed_part(1, 2) == (
        "Поканеното лице и асоциираните членове се върнаха в залата."
    )


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        (True, True, "кворумът се запазва"),
        (True, False, "кворумът отпада"),
        (False, True, "налице е кворум"),
        (False, False, "няма кворум"),
    ],
)
def test_presence_after_a_movement(before: bool, after: bool, state: str) -> None:
    assert words.presence_after(11, quorum_before=before, quorum_after=after) == (
        f"Присъстват 11 (единадесет) членове с право на глас; {state}."
    )


def test_movement_takes_the_verb_of_its_number() -> None:
    verbs = ("заседанието напусна", "заседанието напуснаха")
    assert words.moved(time(11, 35), ("А",), *verbs) == "В 11.35 часа заседанието напусна А."
    assert words.moved(time(9, 5), ("А", "Б"), *verbs) == (
        "В 9.05 часа заседанието напуснаха А и Б."
    )
