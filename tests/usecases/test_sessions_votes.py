"""Votes in full: majorities, secret ballots, overrides, corrections, blocks, different opinions."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import (
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import says

from dcm_desktop import labels
from dcm_desktop.documents.models import Edition, MinutesModel
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.domain.majority import (
    counts_abstentions,
    majority_example,
    majority_for,
    read_exceptions,
    rules_for,
    write_exceptions,
)
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    DecisionKind,
    DecisionStatus,
    MajorityRule,
    VoteChoice,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.domain.vote import Counts, parse_counts, tally
from dcm_desktop.errors import DcmError
from dcm_desktop.store.tables import Base, NamedVote, Vote
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import block, dissents
from dcm_desktop.usecases.sessions.minutes import minutes_model

SECRET_VOTE = sessions.Ballot(VoteMethod.SECRET, entry="9-2-1-1-1")


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    made = make_session(workspace, kit, ("Първа тема", "Втора тема", "Трета тема"))
    made.open(absent=(15,))
    return made


def put(room: Room, number: int, text: str, ballot: sessions.Ballot) -> sessions.Adopted:
    item_id = room.start(number)
    room.workspace.do(sessions.update_decision_text, item_id, text, at=room.tick())
    return room.workspace.do(
        sessions.adopt_by_vote, item_id, ballot, accept=ACCEPT_ALL, at=room.tick()
    )


def votes(room: Room) -> list[dict[str, object]]:
    def read(db: DbSession) -> list[dict[str, object]]:
        rows = db.scalars(select(Vote).order_by(Vote.id))
        return [{key: getattr(row, key) for key in Vote.__table__.columns.keys()} for row in rows]  # noqa: SIM118 - a collection

    return room.workspace.ask(read)


def model(room: Room, edition: Edition = Edition.FULL) -> MinutesModel:
    return room.workspace.ask(minutes_model, room.session_id, edition, at=room.now)


class Paper:
    """The minutes as printed; `"…" in paper` is blind to line ends."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __contains__(self, sentence: str) -> bool:
        return says(self._data, sentence)


def text_of(room: Room, edition: Edition = Edition.FULL) -> Paper:
    return Paper(build_minutes(model(room, edition)))


def close(room: Room) -> None:
    for row in room.view().items:
        if row.status is AgendaItemStatus.WAITING:
            room.workspace.do(sessions.postpone_item, row.item_id, "", at=room.tick())
    room.workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(10))


def refused(room: Room, usecase: object, *args: object, **more: object) -> str:
    with pytest.raises(DcmError) as error:
        room.workspace.do(usecase, *args, at=room.tick(), **more)  # type: ignore[arg-type]  # - any use case
    assert labels.sentence(error.value)
    return error.value.code


# -- majority -------------------------------------------------------------------------------------

KINDS = st.dictionaries(st.sampled_from(DecisionKind), st.sampled_from(MajorityRule))


@given(KINDS, st.sampled_from(MajorityRule))
def test_exceptions_are_read_as_they_were_written(
    chosen: dict[DecisionKind, MajorityRule], usual: MajorityRule
) -> None:
    """F7: the majority of each kind of decision is data of the rules."""
    rules = Rules(majority=usual, majority_exceptions=write_exceptions(chosen, usual=usual))
    for kind in DecisionKind:
        assert majority_for(rules, kind) is chosen.get(kind, usual)
    assert majority_for(rules, None) is usual
    assert all(rule is not usual for rule in read_exceptions(rules.majority_exceptions).values())


@given(
    st.integers(0, 15),
    st.integers(0, 15),
    st.integers(0, 15),
    st.sampled_from(MajorityRule),
    st.integers(15, 30),
)
def test_an_abstention_weighs_like_a_vote_against_only_where_it_stays_in_the_base(
    yes: int, no: int, held: int, majority: MajorityRule, seats: int
) -> None:
    """F8: abstentions count in the base by the majority rule, and only there."""
    rules = Rules(majority=majority)

    def adopted(counts: Counts) -> bool:
        present = counts.total
        return tally(counts, rules=rules, eligible_present=present, seats=seats).adopted

    with_held = adopted(Counts(yes, no, held))
    if counts_abstentions(majority):
        assert with_held == adopted(Counts(yes, no + held, 0))
    else:
        assert with_held == adopted(Counts(yes, no, 0))


@pytest.mark.parametrize(
    ("majority", "needed", "adopted", "with_held"),
    [
        (MajorityRule.MORE_THAN_HALF_PRESENT, 7, False, True),
        (MajorityRule.FOR_OVER_AGAINST, 5, True, False),
        (MajorityRule.TWO_THIRDS_PRESENT, 9, False, True),
        (MajorityRule.ABSOLUTE_OF_MEMBERS, 8, False, True),
    ],
)
def test_worked_example_of_each_majority(
    majority: MajorityRule, needed: int, adopted: bool, with_held: bool
) -> None:
    """F8: six for, four against, three abstained, counted by each rule."""
    example = majority_example(Rules(majority=majority), seats=15)
    assert (example.needed, example.adopted) == (needed, adopted)
    assert example.with_abstentions is with_held


def test_a_kind_of_decision_is_counted_by_its_own_majority_which_is_frozen(
    workspace: Workspace,
) -> None:
    """F7: an opinion needs two thirds here; the vote keeps which majority was asked for."""
    rules = Rules(majority_exceptions=("opinion:two_thirds_present",))
    made = make_session(workspace, make_mechanism_of_15(workspace, rules=rules))
    made.open()
    item_id = made.start(1)
    workspace.do(
        sessions.update_decision_text,
        item_id,
        "Изразява становище.",
        kind=DecisionKind.OPINION,
        at=made.tick(),
    )
    done = workspace.do(
        sessions.adopt_by_vote, item_id, sessions.Ballot(entry="9-6-0"), at=made.tick()
    )
    assert not done.adopted
    assert made.decide(2, "Приема за сведение.", "9-6-0").adopted
    frozen = [row["majority"] for row in votes(made)]
    assert frozen == [MajorityRule.TWO_THIRDS_PRESENT, MajorityRule.MORE_THAN_HALF_PRESENT]
    assert "Необходимо мнозинство: две трети от присъстващите." in text_of(made)


def test_another_result_than_the_rule_gives_needs_a_reason_and_is_printed(room: Room) -> None:
    """F7: the operator may override only with a reason; the computed result is kept."""
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(entry="6-5-3", override=VoteResult.ADOPTED)
    assert refused(room, sessions.adopt_by_vote, item_id, ballot) == "field.required"
    ballot = replace(ballot, override_reason="правилникът предвижда друго мнозинство по чл. 9")
    done = room.workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert (done.adopted, done.number) == (True, "1-1")
    (row,) = votes(room)
    assert (row["result"], row["computed_result"]) == (VoteResult.ADOPTED, VoteResult.REJECTED)
    printed = text_of(room)
    assert "отразен е друг изход: правилникът предвижда друго мнозинство по чл. 9." in printed


def test_the_computed_result_is_no_override(room: Room) -> None:
    ballot = sessions.Ballot(entry="10-4-0", override=VoteResult.ADOPTED)
    assert put(room, 1, "Подкрепя плана.", ballot).adopted
    assert votes(room)[0]["computed_result"] is None


# -- secret, blank, invalid, not voting -----------------------------------------------------------


def test_secret_entry_reads_blank_and_invalid_ballots_and_an_open_one_those_not_voting() -> None:
    """F6: present but not voting, blank and invalid are distinct from abstaining."""
    assert parse_counts("9-2-1-1-1", voters=14, secret=True) == Counts(9, 2, 1, 0, 1, 1)
    assert parse_counts("9-2-1-2", voters=14) == Counts(9, 2, 1, 2)
    with pytest.raises(DcmError):
        parse_counts("9-2-1-1-1", voters=14)


def test_secret_ballot_keeps_counts_and_tellers_and_no_choice_of_anybody(room: Room) -> None:
    """F5: counts only, blank and invalid, tellers named; no row links member and choice."""
    tellers = (room.row(3), room.row(9))
    put(room, 1, "Избира представител.", replace(SECRET_VOTE, teller_ids=tellers))
    (row,) = votes(room)
    assert (row["blank_n"], row["invalid_n"], row["not_voting_n"]) == (1, 1, 0)
    assert row["teller_ids"] == list(tellers)
    named = room.workspace.ask(lambda db: len(list(db.scalars(select(NamedVote.id)))))
    assert named == 0
    printed = text_of(room)
    assert "бяла бюлетина – 1; недействителна бюлетина – 1" in printed
    assert "Гласовете преброиха" in printed


def test_no_table_can_link_a_member_and_a_choice_in_a_secret_vote() -> None:
    """F5: only votes by name and written answers have a choice beside a row of the roll."""
    linking = {
        name
        for name, table in Base.metadata.tables.items()
        if {"attendance_id", "choice"} <= set(table.columns.keys())
    }
    assert linking == {"named_vote", "written_answer"}


def test_secret_vote_by_name_is_refused(room: Room) -> None:
    """F5: names cannot be given with a secret vote at all."""
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Избира.", at=room.tick())
    ballot = replace(SECRET_VOTE, named={room.row(1): VoteChoice.AGAINST})
    assert refused(room, sessions.adopt_by_vote, item_id, ballot) == "vote.secret_named"


def test_those_who_have_not_answered_hold_a_named_vote(room: Room) -> None:
    """F4: unanswered members are known and the vote waits for them."""
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Подкрепя.", at=room.tick())
    ballot = sessions.Ballot(VoteMethod.ROLL_CALL, unanswered=(room.row(4),))
    assert refused(room, sessions.adopt_by_vote, item_id, ballot) == "vote.unanswered"


# -- several votes, corrections -------------------------------------------------------------------


def test_several_votes_on_one_item_stand_one_after_the_other(room: Room) -> None:
    """F11: the first result is never overwritten."""
    put(room, 1, "Да се закрие услугата.", sessions.Ballot(entry="4-10-0"))
    put(room, 1, "Услугата да продължи.", sessions.Ballot(entry="12-1-1"))
    current = room.view(room.item(1)).current
    assert current is not None
    seen = [(row.status, row.vote.counts.for_n if row.vote else 0) for row in current.decisions]
    assert seen == [(DecisionStatus.REJECTED, 4), (DecisionStatus.IN_FORCE, 12)]


def test_correction_asks_a_reason_and_keeps_the_old_value(room: Room) -> None:
    """F12: old value kept, reason asked, both in the record."""
    adopted = put(room, 1, "Подкрепя плана.", sessions.Ballot(entry="10-4-0"))
    fixed = sessions.Ballot(entry="12-2-0")
    code = refused(room, sessions.correct_vote, adopted.vote_id, fixed, reason=" ")
    assert code == "vote.correction_reason"
    room.workspace.do(
        sessions.correct_vote, adopted.vote_id, fixed, reason="грешно чути числа", at=room.tick()
    )
    old, new = votes(room)
    assert (old["for_n"], new["for_n"]) == (10, 12)
    assert new["corrects_id"] == old["id"]
    assert new["correction_reason"] == "грешно чути числа"
    assert "Поправка" not in text_of(room)


def test_correction_after_the_closing_is_a_footnote(room: Room) -> None:
    """F12: the minutes show the last value, with the old one in a footnote."""
    adopted = put(room, 1, "Подкрепя плана.", sessions.Ballot(entry="10-4-0"))
    close(room)
    room.workspace.do(
        sessions.correct_vote,
        adopted.vote_id,
        sessions.Ballot(entry="12-2-0"),
        reason="грешно преписани числа",
        at=room.tick(60),
    )
    printed = text_of(room)
    assert "„за“ – 12; „против“ – 2" in printed
    assert "грешно преписани числа. Преди поправката: гласували: „за“ – 10; „против“ – 4" in printed


# -- blocks ---------------------------------------------------------------------------------------


def test_one_vote_for_a_block_gives_each_item_its_own_number(room: Room) -> None:
    """F13: choose items, vote once, each has its own decision and its own row."""
    texts = {room.item(n): f"Приема за сведение т. {n}." for n in (1, 3)}
    done = room.workspace.do(
        block.put_block, texts, sessions.Ballot(entry="13-0-1"), at=room.tick()
    )
    assert done.numbers == ("1-1", "1-2")
    first, second = votes(room)
    assert first["block_id"] == second["block_id"]
    assert first["decision_id"] != second["decision_id"]
    assert [row.status.value for row in room.view().items] == ["decided", "waiting", "decided"]
    assert "Гласувано заедно с решение № 1-2." in text_of(room)


def test_an_item_with_a_recusal_cannot_be_in_a_block(room: Room) -> None:
    """F13: where somebody stands aside, others vote."""
    room.start(1)
    room.workspace.do(sessions.recuse, room.item(1), room.row(2), at=room.tick())
    texts = {room.item(n): "Приема за сведение." for n in (1, 2)}
    assert refused(room, block.put_block, texts) == "vote.block_recusals"
    assert refused(room, block.put_block, {room.item(2): "Приема."}) == "vote.block_one"
    assert votes(room) == []


# -- different opinions ---------------------------------------------------------------------------


def test_different_opinion_is_an_annex_with_its_words(room: Room) -> None:
    """F14: who and text, listed as annex; its text on a page of its own."""
    adopted = put(room, 1, "Подкрепя плана.", sessions.Ballot(entry="12-2-0"))
    data = dissents.DissentData(room.row(4), "Срокът е недостатъчен.")
    made = room.workspace.do(dissents.add_dissent, adopted.decision_id, data, at=room.tick())
    code = refused(room, dissents.add_dissent, adopted.decision_id, data)
    assert code == "dissent.twice"
    printed = text_of(room)
    assert "(Приложение № 2)" in printed
    assert "ПРИЛОЖЕНИЕ № 2" in printed
    assert "Срокът е недостатъчен." in printed
    room.workspace.do(dissents.remove_dissent, made.id, at=room.tick())
    assert "Особено мнение" not in text_of(room)


def test_promised_opinion_says_until_when(room: Room) -> None:
    """F14: „ще представи до …“ stands until the text is there, also after the closing."""
    adopted = put(room, 1, "Подкрепя плана.", sessions.Ballot(entry="12-2-0"))
    until = date(2026, 12, 18)
    data = dissents.DissentData(room.row(4), promised_by=until)
    assert refused(
        room, dissents.add_dissent, adopted.decision_id, dissents.DissentData(room.row(4))
    ) == ("dissent.empty")
    made = room.workspace.do(dissents.add_dissent, adopted.decision_id, data, at=room.tick())
    assert "ще бъде представено до 18 декември 2026 г." in text_of(room)
    close(room)
    given = replace(data, text="Срокът е недостатъчен.")
    room.workspace.do(dissents.update_dissent, made.id, given, at=room.tick(600))
    printed = text_of(room)
    assert "ще бъде представено" not in printed
    assert "Срокът е недостатъчен." in printed


def test_public_edition_of_a_case_keeps_the_annex_and_loses_its_words(
    workspace: Workspace,
) -> None:
    """F14: nobody and nothing of a different opinion on a case is published."""
    kit = make_mechanism_of_15(workspace)
    made = make_session(workspace, kit)
    add_case_item(made, make_case(workspace, kit))
    made.open()
    adopted = put(made, 3, "Подкрепя майката.", sessions.Ballot(entry="13-2-0"))
    data = dissents.DissentData(made.row(4), "Настоявам за настаняване.")
    workspace.do(dissents.add_dissent, adopted.decision_id, data, at=made.tick())
    public = text_of(made, Edition.PUBLIC)
    assert "Настоявам" not in public
    assert "Особено мнение по решение № 1-1" in public
    assert "Настоявам" in text_of(made)


def test_rules_for_a_kind_change_nothing_but_the_majority() -> None:
    rules = Rules(majority_exceptions=("noted:for_over_against",))
    noted = rules_for(rules, DecisionKind.NOTED)
    assert replace(noted, majority=rules.majority) == rules
