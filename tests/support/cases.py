"""A case, a child and a mother to open in tests; all people are made up."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.domain.terms import (
    CareType,
    CaseTypology,
    FamilyRelation,
    Sex,
)
from dcm_desktop.errors import DcmError
from dcm_desktop.store.tables import Child, Individual, IndividualName
from dcm_desktop.usecases import cases
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    CaseData,
    ChildData,
    FamilyMemberData,
    IndividualData,
)

TODAY = date(2026, 11, 24)
OPENED = date(2026, 9, 14)
CASE = CaseData(CaseTypology.PREVENTION_SEPARATION, OPENED, municipality="KRZ16")
MIRA = ChildData(
    IndividualData("Мира", "", "Ковачева", Sex.F, date(2015, 3, 2)), care_now=CareType.PARENTS
)
MOTHER = FamilyMemberData(
    FamilyRelation.MOTHER,
    IndividualData("Илияна", "", "Ковачева", Sex.F, date(1990, 5, 1)),
    lives_with_child=True,
)


def refusal(workspace: Workspace, usecase: object, *args: object, **kwargs: object) -> DcmError:
    with pytest.raises(DcmError) as refused:
        workspace.do(usecase, *args, at=MADE_AT, **kwargs)  # type: ignore[arg-type]  # - any use case
    assert labels.sentence(refused.value)
    return refused.value


def count(db: DbSession, table: type[Individual] | type[IndividualName] | type[Child]) -> int:
    return db.scalar(select(func.count()).select_from(table)) or 0


def opened(workspace: Workspace, mechanism_id: str, data: CaseData = CASE, **roles: object) -> str:
    answer = workspace.do(cases.open_case, mechanism_id, data, at=MADE_AT, **roles)  # type: ignore[arg-type]  # - children and family
    assert answer.is_saved, answer.codes
    return answer.id


def view(workspace: Workspace, case_id: str, today: date = TODAY) -> cases.CaseView:
    return workspace.ask(cases.get_case, case_id, today=today)
