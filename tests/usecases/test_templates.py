"""Templates of sessions: copies that never change what was made from them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.terms import AgendaItemKind, SessionKind
from dcm_desktop.domain.values import local
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import TemplateData, TemplateItemData

MONTHLY = TemplateData(
    "Месечно заседание",
    place="зала № 3",
    hour_minute="14.30",
    is_default=True,
    items=(
        TemplateItemData(AgendaItemKind.SERVICE_INFO, "Свободни места", planned_minutes=12),
        TemplateItemData(AgendaItemKind.TRAINING, "Предстоящи обучения"),
        TemplateItemData(AgendaItemKind.MISC, "Разни и съобщения"),
    ),
)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def template_id(workspace: Workspace, kit: Mechanism15) -> str:
    return workspace.do(sessions.create_template, kit.mechanism_id, MONTHLY, at=PREPARED_AT).id


def session_from(workspace: Workspace, kit: Mechanism15, template_id: str) -> str:
    data = workspace.ask(
        sessions.propose_session, kit.mechanism_id, template_id=template_id, at=PREPARED_AT
    )
    return workspace.do(
        sessions.create_session,
        kit.mechanism_id,
        data,
        template_id=template_id,
        accept=ACCEPT_ALL,
        at=PREPARED_AT,
    ).id


def rows(workspace: Workspace, session_id: str) -> list[tuple[object, ...]]:
    """Every stored value of a session and its items."""

    def read(db: DbSession) -> list[tuple[object, ...]]:
        found = [tuple(row) for row in db.execute(
            text("SELECT * FROM session WHERE id = :id"), {"id": session_id})]  # fmt: skip
        found += [tuple(row) for row in db.execute(
            text("SELECT * FROM agenda_item WHERE session_id = :id ORDER BY id"),
            {"id": session_id})]  # fmt: skip
        return found

    return workspace.ask(read)


def test_session_made_from_a_template_has_its_items_place_and_hour(
    workspace: Workspace, kit: Mechanism15, template_id: str
) -> None:
    """A1: kind, place, hour and items come from the template."""
    session_id = session_from(workspace, kit, template_id)
    view = workspace.ask(sessions.get_room, session_id, at=PREPARED_AT)
    assert [item.title for item in view.items] == [
        "Свободни места",
        "Предстоящи обучения",
        "Разни и съобщения",
    ]
    assert view.items[0].planned_minutes == 12
    assert (view.place, f"{local(view.starts_at):%H:%M}") == ("зала № 3", "14:30")
    assert workspace.ask(sessions.usual_template, kit.mechanism_id) == template_id


def test_editing_and_deleting_a_template_leaves_every_session_byte_identical(
    workspace: Workspace, kit: Mechanism15, template_id: str
) -> None:
    """A1: rows of sessions made from it are the same before and after, to the byte."""
    session_id = session_from(workspace, kit, template_id)
    before = rows(workspace, session_id)
    changed = replace(
        MONTHLY,
        name="Заседание на тримесечие",
        kind=SessionKind.THEMATIC,
        place="друга зала",
        items=(TemplateItemData(AgendaItemKind.POLICY, "Само една тема", planned_minutes=60),),
    )
    workspace.do(sessions.update_template, template_id, changed, at=PREPARED_AT)
    assert workspace.ask(sessions.get_template, template_id) == replace(
        changed, hour_minute="14:30"
    )
    assert rows(workspace, session_id) == before
    workspace.do(sessions.delete_template, template_id, at=PREPARED_AT)
    assert rows(workspace, session_id) == before
    assert workspace.ask(sessions.list_templates, kit.mechanism_id) == ()
    workspace.undo(at=PREPARED_AT)
    assert workspace.ask(sessions.get_template, template_id).items == changed.items


def test_template_is_made_from_a_session_without_its_cases_and_people(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A1: what belongs to a day stays with the session."""
    room = make_session(workspace, kit, ("Свободни места", "Обучения"), convened=False)
    add_case_item(room, make_case(workspace, kit))
    made = workspace.ask(sessions.template_of_session, room.session_id)
    assert [item.title for item in made.items] == ["Свободни места", "Обучения"]
    assert (made.place, made.hour_minute) == ("зала № 2", "10:00")
    workspace.do(sessions.create_template, kit.mechanism_id, made, at=PREPARED_AT)
    listed = workspace.ask(sessions.list_templates, kit.mechanism_id)
    assert [(row.name, row.items, row.minutes) for row in listed] == [("Редовно", 2, 30)]


def test_only_one_template_is_the_usual_one(
    workspace: Workspace, kit: Mechanism15, template_id: str
) -> None:
    other = replace(MONTHLY, name="Годишно заседание", kind=SessionKind.ANNUAL)
    other_id = workspace.do(sessions.create_template, kit.mechanism_id, other, at=PREPARED_AT).id
    listed = workspace.ask(sessions.list_templates, kit.mechanism_id)
    assert [(row.template_id, row.is_default) for row in listed] == [
        (other_id, True),
        (template_id, False),
    ]


def test_template_refuses_a_taken_name_a_case_and_a_wrong_hour(
    workspace: Workspace, kit: Mechanism15, template_id: str
) -> None:
    wrong = (
        (replace(MONTHLY, name="месечно заседание"), "template.name_taken"),
        (replace(MONTHLY, name="Друг", hour_minute="25.00"), "time.format"),
        (
            replace(MONTHLY, name="Друг", items=(TemplateItemData(AgendaItemKind.CASE),)),
            "template.case",
        ),
    )
    assert template_id
    for data, code in wrong:
        with pytest.raises((InputRefused, RuleBroken)) as refused:
            workspace.do(sessions.create_template, kit.mechanism_id, data, at=PREPARED_AT)
        assert refused.value.code == code


def test_carried_items_come_before_those_of_the_template(
    workspace: Workspace, kit: Mechanism15, template_id: str
) -> None:
    """A1: five carried items of the last session, and the template after them."""
    room = make_session(workspace, kit, tuple(f"Отложена тема {n}" for n in range(1, 6)))
    room.open()
    for row in room.view().items:
        workspace.do(sessions.postpone_item, row.item_id, "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    proposed = workspace.ask(
        sessions.propose_items,
        kit.mechanism_id,
        template_id=template_id,
        starts_at=STARTS_AT + timedelta(days=28),
    )
    assert [one.source.value for one in proposed] == [
        "standing",
        *["carried"] * 5,
        *["template"] * 3,
    ]
