"""The mechanism and the versions of its rules on a real store."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.people import FOUNDED_ON, make_mechanism
from tests.support.stores import MADE_AT

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import MechanismLevel, MechanismStatus, QuorumRule, SessionStatus
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import MechanismRules, Session
from dcm_desktop.usecases import office
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.office import MechanismData
from dcm_desktop.usecases.saving import new_id


def hold_session(db: DbSession, mechanism_id: str, rules_id: str, *, at: object) -> None:
    db.add(
        Session(
            id=new_id(db),
            mechanism_id=mechanism_id,
            number=1,
            starts_at=MADE_AT,
            status=SessionStatus.HELD,
            rules_id=rules_id,
        )
    )


def test_the_name_of_a_mechanism_is_made_from_its_district(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    view = workspace.ask(office.get_mechanism, mechanism_id)
    expected = "Областен координационен механизъм по деинституционализация – област Кърджали"
    assert view.name == expected
    assert view.area == "област Кърджали"
    assert "controller" in view.missing


def test_a_municipal_mechanism_stands_beside_the_district_one(workspace: Workspace) -> None:
    make_mechanism(workspace)
    data = MechanismData(MechanismLevel.MUNICIPAL, municipality="KRZ16", founded_on=FOUNDED_ON)
    workspace.do(office.create_mechanism, data, at=MADE_AT)
    names = [view.name for view in workspace.ask(office.list_mechanisms)]
    assert names[1].startswith("Общински координационен механизъм")
    assert names[1].endswith("община Кърджали")


def test_a_second_acting_mechanism_of_a_district_is_refused(workspace: Workspace) -> None:
    first = make_mechanism(workspace)
    with pytest.raises(RuleBroken) as refused:
        make_mechanism(workspace)
    assert refused.value.code == "mechanism.exists"
    closed = replace(workspace.ask(office.get_mechanism, first).data, status=MechanismStatus.CLOSED)
    workspace.do(office.update_mechanism, first, closed, at=MADE_AT)
    assert make_mechanism(workspace) != first


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"founded_on": date(2027, 1, 1)}, "mechanism.founded_in_future"),
        ({"first_session_on": date(2025, 1, 1)}, "mechanism.first_session_before_founding"),
        ({"planned_seats": 61}, "mechanism.seats_range"),
        ({"first_session_number": 0}, "session.number_positive"),
        ({"founded_on": None}, "field.required"),
        ({"district": "ZZZ"}, "place.district_unknown"),
        ({"level": MechanismLevel.MUNICIPAL}, "field.required"),
        (
            {"level": MechanismLevel.MUNICIPAL, "municipality": "LOV34"},
            "place.municipality_elsewhere",
        ),
    ],
)
def test_a_wrong_mechanism_is_refused(
    workspace: Workspace, change: dict[str, object], code: str
) -> None:
    data = replace(MechanismData(founded_on=FOUNDED_ON), **change)  # type: ignore[arg-type]  # - one field per case
    with pytest.raises((RuleBroken, InputRefused)) as refused:
        workspace.do(office.create_mechanism, data, at=MADE_AT)
    assert refused.value.code == code
    assert workspace.ask(office.list_mechanisms) == ()


def test_each_day_has_the_rules_that_were_in_force_then(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    newer = Rules(quorum_rule=QuorumRule.TWO_THIRDS)
    workspace.do(
        office.add_rules_version, mechanism_id, newer, adopted_on=date(2026, 6, 1), at=MADE_AT
    )
    before = workspace.ask(office.rules_in_force, mechanism_id, date(2026, 5, 31))
    after = workspace.ask(office.rules_in_force, mechanism_id, date(2026, 6, 1))
    assert (before.version, after.version) == (1, 2)
    assert before.rules == Rules()
    assert after.rules == newer
    with pytest.raises(RuleBroken) as refused:
        workspace.ask(office.rules_in_force, mechanism_id, date(2026, 1, 14))
    assert refused.value.code == "rules.none_on_day"


def test_rules_are_edited_until_a_session_was_held_under_them(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    row = workspace.ask(office.list_rules, mechanism_id)[0]
    changed = Rules(notice_workdays=3)
    workspace.do(
        office.update_rules_version, row.rules_id, changed, adopted_on=FOUNDED_ON, at=MADE_AT
    )
    assert workspace.ask(office.rules_in_force, mechanism_id, FOUNDED_ON).rules == changed
    workspace.do(hold_session, mechanism_id, row.rules_id, at=MADE_AT)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(office.update_rules_version, row.rules_id, Rules(), at=MADE_AT)
    assert refused.value.code == "rules.in_use"
    assert workspace.ask(office.list_rules, mechanism_id)[0].in_use


def test_a_quorum_larger_than_the_seats_is_refused(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace, seats=11)
    rules = Rules(quorum_rule=QuorumRule.FIXED, quorum_fixed=12)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(office.add_rules_version, mechanism_id, rules, at=MADE_AT)
    assert refused.value.code == "rules.quorum_too_large"


def test_every_column_of_the_rules_is_a_field_of_the_rules() -> None:
    own = {"mechanism_id", "version", "adopted_on", "source"}
    from dcm_desktop.store.tables import synced_columns

    assert set(synced_columns(MechanismRules)) - own == set(Rules.__dataclass_fields__)


def test_the_owner_gives_their_name(workspace: Workspace) -> None:
    workspace.do(office.set_own_name, "  Снежана   Радева ", at=MADE_AT)
    assert [row.name for row in workspace.ask(office.list_users)] == ["Снежана Радева"]
