"""People in the room: states of the roll, substitutes, proxies, guests, declarations, recusals."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import (
    Mechanism15,
    Room,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.documents.minutes_words import closed_part
from dcm_desktop.domain.bulgarian import clock
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    AttendanceMode,
    ExpectedAnswer,
    MandateEndReason,
)
from dcm_desktop.domain.values import local
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import members, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign
from dcm_desktop.usecases.sessions.doors import totals_by_institution
from dcm_desktop.usecases.sessions.expected import set_expected
from dcm_desktop.usecases.sessions.minutes_model import build_minutes

PROXIES = Rules(proxy_votes=True, max_proxies=1)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    return make_session(workspace, kit)


def sign(room: Room, number: int) -> RollSign:
    return next(row.sign for row in room.view().members if row.n == number)


def mark(room: Room, number: int, wanted: RollSign) -> None:
    """One key of the roll call, as its use case."""
    row, do, now = room.row(number), room.workspace.do, room.tick()
    if wanted is RollSign.PRESENT:
        do(sessions.mark_present, row, mode=AttendanceMode.IN_PERSON, at=now)
    elif wanted is RollSign.REMOTE:
        do(sessions.mark_present, row, mode=AttendanceMode.REMOTE, at=now)
    elif wanted is RollSign.SUBSTITUTE:
        person = room.kit.people[18]
        do(sessions.mark_represented, row, person_id=person, authorisation="№ 7", at=now)
    elif wanted is RollSign.EXPECTED:
        do(sessions.mark_expected, row, at=now)
    else:
        do(sessions.mark_absent, row, excused=wanted is RollSign.EXCUSED, at=now)


STATES = (
    RollSign.EXPECTED,
    RollSign.PRESENT,
    RollSign.REMOTE,
    RollSign.EXCUSED,
    RollSign.ABSENT,
    RollSign.SUBSTITUTE,
)


def minutes_text(room: Room) -> str:
    """What the minutes so far say about the items, as one text."""

    def read(db: DbSession) -> str:
        model = build_minutes(db, room.session_id, made_on=room.now.date())
        return " ".join(closed_part(item, model.chair) for item in model.items)

    return room.workspace.ask(read)


def test_any_state_goes_to_any_state_in_one_act(room: Room) -> None:
    """C2: excused is not absent, and every state is one key away from every other."""
    for number, (first, then) in enumerate(product(STATES, STATES)):
        seat = number % 15 + 1
        mark(room, seat, first)
        assert sign(room, seat) is first, (first, then)
        mark(room, seat, then)
        assert sign(room, seat) is then, (first, then)
        mark(room, seat, RollSign.EXPECTED)


def test_the_reason_of_an_absence_is_kept_and_changed(workspace: Workspace, room: Room) -> None:
    """C2: a reason beside the state, editable."""
    mark(room, 4, RollSign.EXCUSED)
    workspace.do(sessions.set_excuse, room.row(4), "болничен", at=room.tick())
    assert room.view().members[3].excuse == "болничен"
    workspace.do(sessions.set_excuse, room.row(4), "командировка до петък", at=room.tick())
    row = room.view().members[3]
    assert (row.sign, row.excuse) == (RollSign.EXCUSED, "командировка до петък")


def test_two_members_cannot_send_the_same_person(room: Room) -> None:
    """C3: one person sits for one member; nobody with a vote sits for another."""
    mark(room, 14, RollSign.SUBSTITUTE)
    with pytest.raises(RuleBroken) as refused:
        mark(room, 13, RollSign.SUBSTITUTE)
    assert refused.value.code == "substitute.has_a_vote"
    mark(room, 2, RollSign.PRESENT)
    with pytest.raises(RuleBroken):
        room.workspace.do(
            sessions.mark_represented, room.row(3), person_id=room.kit.people[2], at=room.tick()
        )


def test_the_composition_is_that_of_the_day(workspace: Workspace, room: Room) -> None:
    """C8: changing a member later never rewrites a session that was held."""
    room.open()
    room.decide(1, "Приема за сведение.")
    room.decide(2, "Подкрепя плана.")
    workspace.do(sessions.close_session, room.session_id, at=room.tick(30))
    before = [(row.n, row.name, row.sign) for row in room.view().members]
    workspace.do(
        members.end_mandate,
        room.kit.mandates[5],
        end_on=room.now.date() - timedelta(days=1),
        reason=MandateEndReason.RESIGNED,
        at=room.tick(60 * 24),
    )
    assert [(row.n, row.name, row.sign) for row in room.view().members] == before


def test_guests_and_associates_never_count(workspace: Workspace, room: Room) -> None:
    """C5: own lists, never in the quorum, with range of items and declaration."""
    room.open(absent=tuple(range(8, 16)))
    before = room.view().quorum
    guest = sessions.GuestData("Людмила Цонева", "Фондация „Мост“", item_ids=(room.item(2),))
    row = workspace.do(sessions.add_guest, room.session_id, guest, at=room.tick())
    workspace.do(sessions.sign_declaration, row.id, at=room.tick())
    after = room.view()
    assert (after.quorum.present, after.quorum.may_vote) == (before.present, before.may_vote)
    shown = next(one for one in after.others if one.is_guest)
    assert shown.declaration_signed
    assert shown.item_ids == (room.item(2),)


def test_attendance_of_an_item_is_derived(workspace: Workspace, room: Room) -> None:
    """C6, C3 (cases): who came late or left early is in the items they were there for."""
    room.open(absent=(15,))
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.finish_item, room.item(1), at=room.tick())
    workspace.do(sessions.mark_left, room.row(2), at=room.tick())
    workspace.do(sessions.mark_present, room.row(15), at=room.tick())
    room.decide(2, "Подкрепя плана.")
    rows = {row.attendance_id: row.n for row in room.view().members}
    first = {rows.get(h.attendance_id) for h in workspace.ask(sessions.heard_by, room.item(1))}
    second = {rows.get(h.attendance_id) for h in workspace.ask(sessions.heard_by, room.item(2))}
    assert (2 in first, 15 in first) == (True, False)
    assert (2 in second, 15 in second) == (False, True)
    totals = dict(totals_by_institution(workspace.ask(sessions.heard_by, room.item(2))))
    assert totals["Община Джебел"] == 1
    assert "РДСП – Кърджали" not in totals


# -- said beforehand -----------------------------------------------------------------------------


def test_what_was_said_fills_the_roll_and_never_counts(workspace: Workspace, room: Room) -> None:
    """B5, C1: „няма да дойде“ becomes excused with the rest, a promise is no presence."""
    kit = room.kit
    for number, answer in (
        (1, ExpectedAnswer.WILL_COME),
        (2, ExpectedAnswer.WONT_COME),
        (3, ExpectedAnswer.SENDS_SUBSTITUTE),
    ):
        workspace.do(
            set_expected, room.session_id, kit.mandates[number], answer, reason="болен",
            at=room.now,
        )  # fmt: skip
    assert room.view().quorum.present == 0
    assert room.view().members[1].said is ExpectedAnswer.WONT_COME
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    assert [sign(room, n) for n in (1, 2, 3, 4)] == [
        RollSign.PRESENT,
        RollSign.EXCUSED,
        RollSign.EXPECTED,
        RollSign.PRESENT,
    ]
    assert room.view().members[1].excuse == "болен"


# -- proxies -------------------------------------------------------------------------------------


@pytest.fixture
def with_proxies(workspace: Workspace) -> Room:
    room = make_session(workspace, make_mechanism_of_15(workspace, rules=PROXIES))
    room.call_roll(absent=(9, 10))
    return room


def give(room: Room, giver: int, holder: int) -> None:
    room.workspace.do(
        sessions.give_proxy, room.row(giver), room.row(holder), document="№ 3", at=room.tick()
    )


def test_a_proxy_is_a_vote_and_no_presence(with_proxies: Room) -> None:
    """C4: votes and quorum are counted apart."""
    give(with_proxies, 9, 4)
    quorum = with_proxies.view().quorum
    assert (quorum.present, quorum.may_vote) == (13, 14)
    row = with_proxies.view().members[8]
    assert (row.sign, row.proxy_counts) == (RollSign.PROXY, True)
    with_proxies.open(absent=(9, 10))
    assert with_proxies.decide(1, "Приема за сведение.", "13-1-0").adopted


def test_a_proxy_whose_holder_is_out_does_not_count(with_proxies: Room) -> None:
    """C4: the holder leaves, the vote is gone; they come back, so does it."""
    give(with_proxies, 9, 4)
    with_proxies.open(absent=(9, 10))
    room = with_proxies
    room.workspace.do(sessions.mark_left, room.row(4), at=room.tick())
    assert (room.view().quorum.present, room.view().quorum.may_vote) == (12, 12)
    room.workspace.do(sessions.mark_present, room.row(4), at=room.tick())
    assert room.view().quorum.may_vote == 14


def test_the_member_who_comes_votes_in_person(with_proxies: Room) -> None:
    """C4: presence ends the proxy."""
    give(with_proxies, 9, 4)
    mark(with_proxies, 9, RollSign.PRESENT)
    quorum = with_proxies.view().quorum
    assert (quorum.present, quorum.may_vote) == (14, 14)
    assert with_proxies.view().members[8].proxy == ""


@pytest.mark.parametrize(
    ("giver", "holder", "code"),
    [(9, 10, "proxy.holder_away"), (4, 5, "proxy.giver_here"), (9, 9, "proxy.giver")],
)
def test_a_wrong_proxy_is_refused(with_proxies: Room, giver: int, holder: int, code: str) -> None:
    """C4: the holder is in the room, the giver is not, nobody holds for themselves."""
    with pytest.raises(RuleBroken) as refused:
        give(with_proxies, giver, holder)
    assert refused.value.code == code


def test_nobody_holds_more_proxies_than_the_rules_let(with_proxies: Room) -> None:
    """C4: max_proxies."""
    give(with_proxies, 9, 4)
    with pytest.raises(RuleBroken) as refused:
        give(with_proxies, 10, 4)
    assert refused.value.code == "proxy.too_many"


def test_proxies_are_off_unless_the_rules_know_them(room: Room) -> None:
    """C4: off by default."""
    room.call_roll(absent=(9,))
    with pytest.raises(RuleBroken) as refused:
        give(room, 9, 4)
    assert refused.value.code == "proxy.not_allowed"


def test_a_holder_who_stands_aside_casts_no_vote_for_others(with_proxies: Room) -> None:
    """C4, F10: the proxy of a recused holder leaves the base with them."""
    room = with_proxies
    give(room, 9, 4)
    room.open(absent=(9, 10))
    item_id = room.start(1)
    room.workspace.do(sessions.recuse, item_id, room.row(4), at=room.tick())
    current = room.view().current
    assert current is not None
    assert (current.basis.voters, current.basis.recused) == (12, 2)
    assert room.view().quorum.present == 13


# -- declarations --------------------------------------------------------------------------------


def test_missing_declarations_are_named_until_they_are_signed(
    workspace: Workspace, room: Room
) -> None:
    """H14: per member and per guest and session; missing ones are visible, nothing is blocked."""
    room.open(absent=tuple(range(4, 16)))
    live = room.view().live
    assert live.needs_declaration
    assert live.undeclared[:3] == ("Радка Милева", "Ивайло Стаматов", "Деница Кръстева")
    workspace.do(sessions.sign_declaration, room.row(1), at=room.tick())
    assert "Радка Милева" not in room.view().live.undeclared
    workspace.do(sessions.sign_declaration, room.row(1), at=room.tick())
    assert "Радка Милева" in room.view().live.undeclared
    workspace.do(sessions.sign_all_declarations, room.session_id, at=room.tick())
    assert room.view().live.undeclared == ()
    assert room.view().members[9].declaration_signed is False


def test_without_the_rule_no_declaration_is_missed(workspace: Workspace) -> None:
    """H14: the rules may ask for none."""
    kit = make_mechanism_of_15(workspace, rules=Rules(confidentiality_declaration=False))
    room = make_session(workspace, kit)
    room.open()
    assert room.view().live.undeclared == ()


# -- recusals ------------------------------------------------------------------------------------


def test_recusal_has_its_reason_and_its_pair_of_times(workspace: Workspace, room: Room) -> None:
    """F10: one act, reason, out of the base, left and returned; the quorum keeps them."""
    room.open()
    item_id = room.start(1)
    row = room.row(7)
    workspace.do(sessions.recuse, item_id, row, reason="родство", leaves=True, at=room.tick())
    left = room.now
    view = room.view()
    assert view.quorum.present == 15
    assert view.current is not None
    assert (view.current.basis.eligible_present, view.current.basis.voters) == (15, 14)
    workspace.do(sessions.add_line, item_id, "Обсъди се.", at=room.tick())
    room.start(2)
    text = minutes_text(room)
    assert f"напусна залата в {clock(local(left))}" in text
    assert f"се върна в {clock(local(room.now))}" in text


def test_recusal_is_taken_back(workspace: Workspace, room: Room) -> None:
    """F10: taken back, the member votes again."""
    room.open()
    item_id = room.start(1)
    workspace.do(sessions.recuse, item_id, room.row(7), leaves=True, at=room.tick())
    workspace.do(sessions.take_back_recusal, item_id, room.row(7), at=room.tick())
    current = room.view().current
    assert current is not None
    assert current.basis.voters == 15


@pytest.mark.parametrize(("in_base", "voters", "base"), [(False, 14, 14), (True, 14, 15)])
def test_recusal_and_quorum_in_both_variants(
    workspace: Workspace, in_base: bool, voters: int, base: int
) -> None:
    """D4: the rule says whether the recused stays in the base; in the quorum they stay always."""
    room = make_session(
        workspace, make_mechanism_of_15(workspace, rules=Rules(recused_in_base=in_base))
    )
    room.open()
    item_id = room.start(1)
    workspace.do(sessions.recuse, item_id, room.row(7), at=room.tick())
    view = room.view()
    assert view.current is not None
    assert (view.quorum.present, view.current.basis.voters) == (15, voters)
    preview = sessions.preview_vote(view.current.basis, sessions.Ballot(entry="8-6-0"))
    assert preview.outcome is not None
    assert preview.outcome.base == base
