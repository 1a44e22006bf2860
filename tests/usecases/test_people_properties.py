"""Whatever is tried on seats and on the life of a case, the rules hold afterwards."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.people import FOUNDED_ON, make_institution, make_mechanism, make_person
from tests.support.stores import MADE_AT

from dcm_desktop.domain.case import replay
from dcm_desktop.domain.mandate import SEAT_ROLES
from dcm_desktop.domain.terms import (
    CareType,
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    MandateEndReason,
    MemberRole,
    RiskLevel,
)
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import cases, members
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import CaseData, ChildData, IndividualData, StatusStep
from dcm_desktop.usecases.members import MandateData
from dcm_desktop.usecases.saving import ACCEPT_ALL

TODAY = date(2026, 11, 24)
FEW = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
days = st.integers(0, 300).map(lambda n: FOUNDED_ON + timedelta(days=n))
appointments = st.tuples(
    st.integers(0, 2), st.integers(0, 1), st.sampled_from(sorted(SEAT_ROLES)), days
)
endings = st.tuples(st.integers(0, 30), days)


@FEW
@given(st.lists(appointments | endings, max_size=14))
def test_seats_never_collide(workspace: Workspace, steps: list[tuple[object, ...]]) -> None:
    try:
        mechanism_id = make_mechanism(workspace)
    except RuleBroken:  # the store of the example before
        mechanism_id = _mechanism(workspace)
    people, bodies = _people(workspace)
    mandates: list[str] = []
    try:
        for step in steps:
            try:
                if len(step) == 2:
                    index, day = step
                    if mandates:
                        assert isinstance(index, int)
                        assert isinstance(day, date)
                        workspace.do(
                            members.end_mandate,
                            mandates[index % len(mandates)],
                            end_on=day,
                            reason=MandateEndReason.OTHER,
                            at=MADE_AT,
                        )
                    continue
                person, body, role, start = step
                data = MandateData(people[person], role, start, bodies[body])  # type: ignore[call-overload,arg-type]  # - as drawn above
                answer = workspace.do(
                    members.appoint, mechanism_id, data, accept=ACCEPT_ALL, at=MADE_AT
                )
                mandates.append(answer.id)
            except RuleBroken:
                continue
        for day in (FOUNDED_ON + timedelta(days=n) for n in range(0, 301, 20)):
            rows = workspace.ask(members.members_on, mechanism_id, day)
            assert max(Counter(row.person_id for row in rows if row.votes).values(), default=0) <= 1
            assert max(Counter(row.seat_no for row in rows).values(), default=0) <= 1
            assert sum(row.role is MemberRole.CHAIR for row in rows) <= 1
    finally:  # the next example begins with empty seats
        for mandate_id in mandates:
            workspace.do(members.withdraw_mandate, mandate_id, at=MADE_AT)


@FEW
@given(st.lists(st.sampled_from(list(CaseStatus)), max_size=25))
def test_the_history_of_a_case_always_gives_its_state(
    workspace: Workspace, targets: list[CaseStatus]
) -> None:
    try:
        mechanism_id = make_mechanism(workspace)
    except RuleBroken:  # the store of the example before
        mechanism_id = _mechanism(workspace)
    data = CaseData(
        CaseTypology.REINTEGRATION,
        date(2026, 9, 14),
        risk_level=RiskLevel.LOW,
        consent=Consent.GIVEN,
        summary_full="Описание.",
        ozd_plan_ref="План 4",
        operative=True,
    )
    child = ChildData(IndividualData(birth_date=date(2015, 3, 2)), care_now=CareType.PARENTS)
    case_id = workspace.do(
        cases.open_case, mechanism_id, data, children=[child], accept=ACCEPT_ALL, at=MADE_AT
    ).id
    for target in targets:
        step = StatusStep(
            target,
            reason="нова информация",
            close_reason=CaseCloseReason.GOALS_MET,
            lost_contact=True,
        )
        options = {
            option.target: option.findings
            for option in workspace.ask(cases.status_options, case_id)
        }
        try:
            workspace.do(cases.change_case_status, case_id, step, at=MADE_AT)
        except RuleBroken:
            assert options.get(target, True)
        else:
            assert options[target] == ()
    seen = workspace.ask(cases.get_case, case_id, today=TODAY)
    steps = [(row.from_status, row.to_status) for row in seen.history if row.from_status]
    assert replay(steps) is seen.status
    closed = (CaseStatus.CLOSED, CaseStatus.FOLLOW_UP, CaseStatus.ARCHIVED)
    if seen.status not in closed:
        assert seen.closed_on is None


def _mechanism(workspace: Workspace) -> str:
    from dcm_desktop.usecases.office import list_mechanisms

    return workspace.ask(list_mechanisms)[0].mechanism_id


def _people(workspace: Workspace) -> tuple[list[str], list[str]]:
    rows = workspace.ask(members.list_people, day=TODAY)
    if not rows:
        bodies = [make_institution(workspace, name) for name in ("РЗИ – Кърджали", "ЦОП")]
        for name in ("Диана Сарафова", "Галя Минкова", "Пламен Ненов"):
            make_person(workspace, bodies[0], name)
        rows = workspace.ask(members.list_people, day=TODAY)
    bodies = [row.institution_id for row in workspace.ask(members.list_institutions)]
    return [row.person_id for row in rows], bodies


@pytest.mark.parametrize("times", [1, 2, 3])
def test_undo_and_redo_of_an_opened_case_meet(workspace: Workspace, times: int) -> None:
    mechanism_id = make_mechanism(workspace)
    data = CaseData(CaseTypology.REINTEGRATION, date(2026, 9, 14))
    child = ChildData(IndividualData("Яна", birth_date=date(2015, 3, 2)))
    case_id = workspace.do(cases.open_case, mechanism_id, data, children=[child], at=MADE_AT).id
    before = workspace.ask(cases.get_case, case_id, today=TODAY)
    for _ in range(times):
        workspace.undo(at=MADE_AT)
        workspace.redo(at=MADE_AT)
    after = workspace.ask(cases.get_case, case_id, today=TODAY)
    assert after.children == before.children
    assert after.history == before.history
