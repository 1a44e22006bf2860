"""What an agenda is made of before anybody types: standing items, what was left over, open tasks,
titles for the hall, and its adoption."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.item_forms import (
    ITEM_FORMS,
    ItemCard,
    ItemField,
    ItemGroup,
    card_of,
    form_of,
    kinds_of,
    offers_phrase,
    shows,
)
from dcm_desktop.domain.terms import AgendaItemKind, AgendaItemStatus, AttachmentAccess
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import ActionItem, AgendaItem
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import ItemData, ProposalSource, ProposedItem, SessionData

LATER = STARTS_AT + timedelta(days=28)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


def proposed(
    workspace: Workspace, kit: Mechanism15, starts_at: datetime = LATER
) -> tuple[ProposedItem, ...]:
    return workspace.ask(sessions.propose_items, kit.mechanism_id, starts_at=starts_at)


def create(
    workspace: Workspace,
    kit: Mechanism15,
    starts_at: datetime = LATER,
    leave_out: frozenset[str] = frozenset(),
) -> str:
    data = SessionData(starts_at, place="зала № 2")
    return workspace.do(
        sessions.create_session,
        kit.mechanism_id,
        data,
        leave_out=leave_out,
        accept=ACCEPT_ALL,
        at=PREPARED_AT,
    ).id


def hold(workspace: Workspace, kit: Mechanism15, starts_at: datetime = STARTS_AT) -> Room:
    """A session that discussed its first item, left a task, and postponed the second."""
    room = make_session(workspace, kit, starts_at=starts_at)
    room.open()
    room.start(1)
    task = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, room.item(1), task, at=room.tick())
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.postpone_item, room.item(2), "липсват данни", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(9))
    return room


def item_row(workspace: Workspace, item_id: str) -> AgendaItem:
    """A row of the store, detached."""

    def read(db: DbSession) -> AgendaItem:
        row = db.get_one(AgendaItem, item_id)
        db.expunge(row)
        return row

    return workspace.ask(read)


def items_of(workspace: Workspace, session_id: str) -> tuple[sessions.ItemRow, ...]:
    return workspace.ask(sessions.get_room, session_id, at=PREPARED_AT).items


def test_standing_items_stand_ticked_and_the_minutes_are_linked_to_their_version(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A2: „Приемане на протокол № …“ is linked to the exact previous version."""
    room = hold(workspace, kit)
    standing = [one for one in proposed(workspace, kit) if one.source is ProposalSource.STANDING]
    assert [one.data.kind for one in standing] == [AgendaItemKind.FORMAL, AgendaItemKind.MISC]
    assert all(one.ticked for one in standing)
    session_id = create(workspace, kit)
    first = items_of(workspace, session_id)[0]
    choices = workspace.ask(sessions.minutes_choices, kit.mechanism_id, before=LATER)
    assert [(c.session_number, c.version, c.is_latest) for c in choices] == [(1, 1, True)]
    assert item_row(workspace, first.item_id).minutes_id == choices[0].minutes_id
    workspace.do(sessions.remake_minutes, room.session_id, at=room.tick())


def test_newer_version_of_the_minutes_is_told_before_convening(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A2: the link stays what it was; that there is a newer version is a warning with a place."""
    from dcm_desktop.domain.terms import MinutesStatus
    from dcm_desktop.store.tables import Minutes
    from dcm_desktop.usecases.saving import new_id

    room = hold(workspace, kit)
    session_id = create(workspace, kit)

    def add_version(db: DbSession, *, at: datetime) -> None:
        db.add(
            Minutes(
                id=new_id(db),
                session_id=room.session_id,
                version=2,
                status=MinutesStatus.DRAFT,
                made_at=at,
            )
        )

    workspace.do(add_version, at=PREPARED_AT)
    told = workspace.ask(sessions.get_readiness, session_id, at=PREPARED_AT)
    found = next(one for one in told.warnings if one.code == "item.minutes_outdated")
    assert (found.facts, found.field_name) == ({"item": 1}, "minutes_id")


def test_item_nobody_dealt_with_is_proposed_ticked_with_its_origin(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A3: not discussed and not withdrawn: ticked, „пренесена от № 1“, counted."""
    hold(workspace, kit)
    carried = [one for one in proposed(workspace, kit) if one.carried_from_id]
    assert [(c.title, c.ticked, c.carried_number, c.carried_on, c.carried_times) for c in carried]
    one = carried[0]
    assert (one.title, one.ticked, one.carried_number) == ("Втора тема", True, 1)
    assert (one.carried_on, one.carried_times, one.warns) == (date(2026, 12, 10), 1, False)
    session_id = create(workspace, kit)
    assert [row.title for row in items_of(workspace, session_id) if row.carried] == ["Втора тема"]
    assert not [one for one in proposed(workspace, kit) if one.carried_from_id]


def test_item_left_out_is_not_put_in(workspace: Workspace, kit: Mechanism15) -> None:
    """A3: what is unticked stays away, and is proposed again another time."""
    hold(workspace, kit)
    key = next(one.key for one in proposed(workspace, kit) if one.carried_from_id)
    session_id = create(workspace, kit, leave_out=frozenset({key}))
    assert not [row for row in items_of(workspace, session_id) if row.carried]
    assert [one.key for one in proposed(workspace, kit) if one.carried_from_id] == [key]


def test_third_carrying_over_warns(workspace: Workspace, kit: Mechanism15) -> None:
    """A3: the third carry warns in the proposal and in the readiness of the agenda."""
    hold(workspace, kit)
    when = STARTS_AT
    for _ in range(2):
        when += timedelta(days=28)
        session_id = create(workspace, kit, when)
        workspace.do(sessions.convene_session, session_id, accept=ACCEPT_ALL, at=PREPARED_AT)
        room = Room(workspace, kit, session_id)
        room.now = when
        room.open()
        for row in room.view().items:
            workspace.do(sessions.postpone_item, row.item_id, "няма време", at=room.tick())
        workspace.do(sessions.close_session, session_id, accept=ACCEPT_ALL, at=room.tick())
    when += timedelta(days=28)
    carried = next(one for one in proposed(workspace, kit, when) if one.title == "Втора тема")
    assert (carried.carried_times, carried.warns) == (3, True)
    session_id = create(workspace, kit, when)
    told = workspace.ask(sessions.get_readiness, session_id, at=room.now)
    found = next(one for one in told.warnings if one.code == "item.carried_often")
    assert found.facts["n"] == 3


def test_items_of_a_session_without_quorum_and_of_one_put_off_are_proposed(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A3: also those of a session that did not take place, and of one that was postponed."""
    failed = make_session(workspace, kit, ("Осигурени места",))
    failed.call_roll(absent=tuple(range(5, 16)))
    workspace.do(sessions.declare_no_quorum, failed.session_id, at=failed.tick(60))
    put_off = make_session(workspace, kit, ("Жилищна политика",), starts_at=LATER)
    workspace.do(sessions.postpone_session, put_off.session_id, "няма зала", at=failed.now)
    when = LATER + timedelta(days=28)
    carried = [one.title for one in proposed(workspace, kit, when) if one.carried_from_id]
    assert carried == ["Осигурени места", "Жилищна политика"]
    create(workspace, kit, when)
    left = put_off.view().items
    assert [row.status for row in left] == [AgendaItemStatus.POSTPONED]


def test_open_tasks_become_an_item_grouped_by_institution(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A4: open and overdue tasks by institution, the late ones first; none, no item."""
    assert not [one for one in proposed(workspace, kit) if one.source is ProposalSource.TASKS]
    room = make_session(workspace, kit)
    room.open()
    room.start(1)
    for line in ("Посещение в дома @РДСП !+7", "Справка за училището @РУО !+40",
                 "Личен лекар @РЗИ !+7", "Консултация @РДСП !+60"):  # fmt: skip
        workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    room.decide(1, "Възлага задачите.")
    workspace.do(sessions.finish_item, room.item(1), at=room.tick())
    workspace.do(sessions.postpone_item, room.item(2), "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    found = [one for one in proposed(workspace, kit) if one.source is ProposalSource.TASKS]
    assert [one.data.kind for one in found] == [AgendaItemKind.REPORT]
    day = LATER.date()
    groups = workspace.ask(sessions.list_follow_up, kit.mechanism_id, on=day)
    assert [(g.institution, len(g.tasks), g.overdue) for g in groups] == [
        ("РДСП – Кърджали", 2, 1),
        ("РЗИ – Кърджали", 1, 1),
        ("РУО – Кърджали", 1, 0),
    ]


def test_task_kept_quiet_does_not_come_up(workspace: Workspace, kit: Mechanism15) -> None:
    """A4: until its day a task stays out of agendas; with no other one the item is absent."""
    hold(workspace, kit)

    def keep_quiet(db: DbSession, *, at: datetime) -> None:
        del at
        for task in db.query(ActionItem):
            task.quiet_until = LATER.date() + timedelta(days=1)

    workspace.do(keep_quiet, at=PREPARED_AT)
    assert not [one for one in proposed(workspace, kit) if one.source is ProposalSource.TASKS]
    assert not workspace.ask(sessions.list_follow_up, kit.mechanism_id, on=LATER.date())
    after = LATER.date() + timedelta(days=1)
    assert workspace.ask(sessions.list_follow_up, kit.mechanism_id, on=after)


def test_nine_kinds_have_six_forms() -> None:
    """A6: the kind decides fields, phrases, confidentiality and the card in the hall."""
    assert set(ITEM_FORMS) == set(AgendaItemKind)
    assert {form.group for form in ITEM_FORMS.values()} == set(ItemGroup)
    assert sum(len(kinds_of(group)) for group in ItemGroup) == 9
    case = form_of(AgendaItemKind.CASE)
    assert (case.closed, case.card, case.files) == (
        True,
        ItemCard.CONFIDENTIAL,
        AttachmentAccess.CONFIDENTIAL,
    )
    assert shows(AgendaItemKind.CASE, ItemField.CASE)
    assert not shows(AgendaItemKind.CASE, ItemField.TITLE)
    assert shows(AgendaItemKind.REPORT, ItemField.TASKS)
    assert form_of(AgendaItemKind.REPORT).card is ItemCard.TASKS
    assert shows(AgendaItemKind.FORMAL, ItemField.VERSION)
    assert not shows(AgendaItemKind.MISC, ItemField.PROPOSAL)
    for kind in AgendaItemKind:
        assert card_of(kind, closed=True) is ItemCard.CONFIDENTIAL


def test_phrase_belongs_to_the_kinds_of_its_form() -> None:
    """A6: a phrase of information items is offered for both kinds of them, one of none for all."""
    assert offers_phrase(AgendaItemKind.TRAINING, [AgendaItemKind.SERVICE_INFO])
    assert not offers_phrase(AgendaItemKind.CASE, [AgendaItemKind.SERVICE_INFO])
    assert offers_phrase(AgendaItemKind.CASE, [])


def test_confidential_item_without_a_title_for_the_hall_cannot_leave_the_draft(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A10: it may be prepared without one, but convening is blocked and names it."""
    room = make_session(workspace, kit, ("Първа тема",), convened=False)
    data = ItemData(AgendaItemKind.SERVICE_INFO, "Закриване на услуга", closed_part=True)
    item_id = workspace.do(sessions.add_item, room.session_id, data, at=PREPARED_AT).id
    assert item_row(workspace, item_id).public_title == ""
    told = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    assert [(one.code, one.facts, one.field_name) for one in told.blockers] == [
        ("item.no_public_title", {"item": 2}, "public_title")
    ]
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.convene_session, room.session_id, accept=ACCEPT_ALL, at=PREPARED_AT)
    assert refused.value.code == "item.no_public_title"


def test_adopted_agenda_is_a_snapshot_with_what_was_added_and_withdrawn(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A13: added and withdrawn items keep reason and proposer; later changes leave it as it was."""
    room = make_session(workspace, kit)
    room.open()
    assert workspace.ask(sessions.get_adopted_agenda, room.session_id) == ()
    added = workspace.do(
        sessions.add_item,
        room.session_id,
        ItemData(AgendaItemKind.SERVICE_INFO, "Свободни места в ЦНСТ"),
        proposed_by_id=room.row(7),
        at=room.tick(),
    )
    workspace.do(
        sessions.withdraw_item,
        room.item(2),
        "докладчикът отсъства",
        proposed_by_id=room.row(4),
        at=room.tick(),
    )
    workspace.do(sessions.vote_added_item, added.id, at=room.tick())
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    agenda = workspace.ask(sessions.get_adopted_agenda, room.session_id)
    assert [(one.n, one.title, one.added, one.withdrawn) for one in agenda] == [
        (1, "Първа тема", False, False),
        (None, "Втора тема", False, True),
        (2, "Свободни места в ЦНСТ", True, False),
    ]
    assert (agenda[1].reason, agenda[1].proposed_by_id) == ("докладчикът отсъства", room.row(4))
    assert agenda[2].proposed_by_id == room.row(7)
    workspace.do(sessions.withdraw_item, room.item(1), "няма доклад", at=room.tick())
    assert workspace.ask(sessions.get_adopted_agenda, room.session_id) == agenda
    closing = workspace.ask(sessions.get_closing, room.session_id, at=room.now)
    assert "item.withdrawn_without_vote" in {one.code for one in closing}
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    closing = workspace.ask(sessions.get_closing, room.session_id, at=room.now)
    assert "item.withdrawn_without_vote" not in {one.code for one in closing}


def test_invitation_names_a_confidential_item_by_its_title_for_the_hall(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A10: the invitation reads only the public title."""
    from tests.support.pdf_text import body_text

    from dcm_desktop.usecases.documents import PaperKind, make_document

    room = make_session(workspace, kit, ("Първа тема",), convened=False)
    data = ItemData(
        AgendaItemKind.SERVICE_INFO,
        "Закриване на приюта в Момчилград",
        "Организационен въпрос",
        closed_part=True,
    )
    workspace.do(sessions.add_item, room.session_id, data, at=PREPARED_AT)
    paper = workspace.ask(make_document, room.session_id, PaperKind.INVITATION, at=PREPARED_AT)
    text = body_text(paper.pdf)
    assert "Организационен въпрос" in text
    assert "приюта" not in text


def test_case_that_nobody_reports_is_told(workspace: Workspace, kit: Mechanism15) -> None:
    """A14: every line of the readiness has a field to go to."""
    room = make_session(workspace, kit, ("Първа тема",), convened=False)
    case_id = make_case(workspace, kit)
    data = ItemData(AgendaItemKind.CASE, case_id=case_id)
    item_id = workspace.do(sessions.add_item, room.session_id, data, at=PREPARED_AT).id
    told = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    found = next(one for one in told.warnings if one.code == "item.no_rapporteur")
    assert (found.facts, found.field_name) == ({"item": 2}, "rapporteur_person_id")
    workspace.do(sessions.remove_item, item_id, at=PREPARED_AT)
    add_case_item(room, case_id)
    told = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    assert "ready.rapporteurs" in {one.code for one in told.ready}


def test_first_item_that_no_longer_fits_is_named(workspace: Workspace, kit: Mechanism15) -> None:
    """A8: by how much the end is late, and from which item on."""
    room = make_session(workspace, kit, ("Първа тема", "Втора тема", "Трета тема"), convened=False)
    data = workspace.ask(sessions.get_session_data, room.session_id)
    from dataclasses import replace

    short = replace(data, ends_at=STARTS_AT + timedelta(minutes=35))
    workspace.do(sessions.update_session, room.session_id, short, accept=ACCEPT_ALL, at=PREPARED_AT)
    view = room.view()
    assert (view.plan_over_min, view.first_late_id) == (10, room.item(3))
    told = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    found = next(one for one in told.warnings if one.code == "session.over_time")
    assert found.facts == {"item": 3, "n": 10}
