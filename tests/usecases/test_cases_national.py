"""What the national copy shows of a case: its code and coarse facts, no people."""

from datetime import date
from pathlib import Path

import pytest
from tests.support.exchange import AT
from tests.support.pair import Pair

from dcm_desktop.usecases import cases, members
from dcm_desktop.usecases.cases import CaseFilter
from dcm_desktop.usecases.home import get_home
from dcm_desktop.usecases.workspace import Workspace

TODAY = date(2026, 11, 26)


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    found = Pair(workspace, national, tmp_path)
    found.take(found.export())
    return found


def test_a_case_is_listed_and_read_by_its_code_alone(pair: Pair) -> None:
    rows = pair.national.ask(cases.list_cases, CaseFilter(), today=TODAY).rows
    here = pair.district.ask(cases.list_cases, CaseFilter(), today=TODAY).rows
    assert [row.code for row in rows] == [row.code for row in here]
    seen = pair.national.ask(cases.get_case, rows[0].case_id, today=TODAY)
    own = pair.district.ask(cases.get_case, rows[0].case_id, today=TODAY)
    assert own.children[0].name
    assert [(c.name, c.label, c.sex) for c in seen.children] == [
        ("", own.children[0].label, own.children[0].sex)
    ]
    assert all(not member.name for member in seen.family)
    assert seen.data.summary_neutral == ""


def test_a_name_finds_nothing_on_the_national_copy(pair: Pair) -> None:
    name = (
        pair.district.ask(cases.get_case, pair.ids["case"], today=TODAY).children[0].name.split()[0]
    )
    assert pair.district.ask(cases.list_cases, CaseFilter(text=name), today=TODAY).rows
    assert not pair.national.ask(cases.list_cases, CaseFilter(text=name), today=TODAY).rows


def test_members_stand_without_names_on_the_national_copy(pair: Pair) -> None:
    view = pair.national.ask(members.get_members, pair.ids["mechanism"], day=TODAY)
    assert view.permanent
    assert not any(holder.name for seat in view.permanent for holder in seat.holders)
    assert view.permanent[0].institution
    assert pair.national.ask(members.members_on, pair.ids["mechanism"], TODAY)
    assert pair.national.ask(get_home, at=AT).mechanism_id
