"""Several use cases as one act: all or nothing, undone in one step."""

from dataclasses import replace
from datetime import date

import pytest
from tests.support.people import FOUNDED_ON, make_mechanism, make_member
from tests.support.stores import MADE_AT

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import GrammaticalGender, InstitutionType, MemberRole, QuorumRule
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import members, office
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.members.joining import (
    NewMember,
    found_mechanism,
    join_member,
    replace_by,
)
from dcm_desktop.usecases.together import together

RUO = members.InstitutionData(InstitutionType.RUO, "РУО – Кърджали")
GALYA = members.PersonData(
    "Галя", "Минкова", grammatical_gender=GrammaticalGender.F, position="главен експерт"
)
SEAT = members.MandateData("", MemberRole.PERMANENT, FOUNDED_ON)


def people(workspace: Workspace) -> list[str]:
    return [row.name for row in workspace.ask(members.list_people, day=FOUNDED_ON)]


def test_a_new_member_is_one_act(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    answer = together(workspace, join_member, mechanism_id, NewMember(SEAT, GALYA, RUO), at=MADE_AT)
    mandate = workspace.ask(members.get_mandate, answer.id)
    assert mandate.seat_no == 1
    assert people(workspace) == ["Галя Минкова"]
    workspace.undo(at=MADE_AT)
    assert people(workspace) == []
    assert workspace.ask(members.list_institutions) == ()


def test_a_warning_of_the_last_step_leaves_nothing_behind(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace, seats=1)
    make_member(workspace, mechanism_id)
    data = NewMember(SEAT, GALYA, RUO)
    answer = together(workspace, join_member, mechanism_id, data, at=MADE_AT)
    assert not answer.is_saved
    assert answer.codes == {"mandate.more_than_seats"}
    assert people(workspace) == ["Диана Сарафова"]
    assert len(workspace.ask(members.list_institutions)) == 1
    again = together(workspace, join_member, mechanism_id, data, accept=answer.codes, at=MADE_AT)
    assert again.is_saved
    assert people(workspace) == ["Галя Минкова", "Диана Сарафова"]


def test_a_refusal_of_the_last_step_leaves_nothing_behind(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    make_member(workspace, mechanism_id, role=MemberRole.CHAIR)
    chair = replace(SEAT, role=MemberRole.CHAIR)
    with pytest.raises(RuleBroken) as refused:
        together(workspace, join_member, mechanism_id, NewMember(chair, GALYA, RUO), at=MADE_AT)
    assert refused.value.code == "mandate.second_chair"
    assert people(workspace) == ["Диана Сарафова"]


def test_a_mechanism_is_entered_with_its_rules_or_not_at_all(workspace: Workspace) -> None:
    data = office.MechanismData(founded_on=FOUNDED_ON)
    wrong = Rules(quorum_rule=QuorumRule.FIXED, quorum_fixed=16)
    with pytest.raises(RuleBroken):
        together(workspace, found_mechanism, data, wrong, at=MADE_AT)
    assert workspace.ask(office.list_mechanisms) == ()
    answer = together(
        workspace, found_mechanism, data, Rules(), source="Правилник, чл. 9", at=MADE_AT
    )
    rows = workspace.ask(office.list_rules, answer.id)
    assert [(row.version, row.source) for row in rows] == [(1, "Правилник, чл. 9")]


def test_a_seat_goes_to_a_new_person_in_one_act(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate_id = make_member(workspace, mechanism_id)
    old = workspace.ask(members.get_mandate, mandate_id)
    start = date(2026, 11, 1)
    person = replace(GALYA, institution_id=old.institution_id)
    together(workspace, replace_by, mandate_id, person=person, start_on=start, at=MADE_AT)
    view = workspace.ask(members.get_members, mechanism_id, day=start)
    assert [holder.name for holder in view.permanent[0].holders] == [
        "Диана Сарафова",
        "Галя Минкова",
    ]
    workspace.undo(at=MADE_AT)
    assert people(workspace) == ["Диана Сарафова"]
    assert workspace.ask(members.get_mandate, mandate_id).end_on is None
