"""What the hall may see of a session, from a real store: cards, live facts, the guard."""

from datetime import timedelta

import pytest
from tests.support.builders import (
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    BreakCard,
    Card,
    DecisionCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
    texts_of,
)
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.errors import ExportRefused, InputRefused
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.hall import (
    HallView,
    check_hall_card,
    hall_cards,
    hall_live,
    list_hall_messages,
    set_hall_message,
)

INFORMED = "Приема за сведение информацията."


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    """Two open items and the case of Мира Ковачева, with a full roll, open."""
    case_id = make_case(workspace, kit)
    made = make_session(workspace, kit, ("Свободни места", "План за обучение"))
    add_case_item(made, case_id)
    made.open()
    return made


def view_of(room: Room) -> HallView:
    return room.workspace.ask(hall_cards, room.session_id, at=room.now)


def of_kind(view: HallView, kind: type[Card]) -> list[Card]:
    return [card for card in view.cards if isinstance(card, kind)]


def test_agenda_of_the_hall_has_public_titles_and_none_for_a_closed_item(room: Room) -> None:
    """N-08, I2: the current one is marked, a case is „Поверителна точка“."""
    room.start(1)
    (agenda,) = of_kind(view_of(room), AgendaCard)
    assert isinstance(agenda, AgendaCard)
    assert [(row.title, row.current, row.confidential) for row in agenda.lines] == [
        ("Свободни места", True, False),
        ("План за обучение", False, False),
        ("", False, True),
    ]


def test_item_shows_the_institution_of_its_reporter_and_never_the_person(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """I2, N-08."""
    room = make_session(workspace, kit)
    data = sessions.ItemData(
        AgendaItemKind.REPORT, "Отчет на РЗИ", rapporteur_person_id=kit.people[5]
    )
    workspace.do(sessions.add_item, room.session_id, data, at=room.now)
    room.open()
    room.start(3)
    assert view_of(room).live.item == ItemCard(3, "Отчет на РЗИ", "РЗИ – Кърджали")


def test_live_facts_carry_clock_item_and_quorum(room: Room) -> None:
    """I11, D2: the permanent foot line."""
    room.start(2)
    live = room.workspace.ask(hall_live, room.session_id, at=room.now)
    assert (live.item_n, live.item_of) == (2, 3)
    assert live.quorum is not None
    assert (live.quorum.present, live.quorum.seats, live.quorum.needed) == (15, 15, 8)
    assert live.quorum.has_quorum
    assert live.session == "Заседание № 1"
    assert f"{live.at:%H:%M}" == "10:02"


def test_closed_item_has_no_card_but_that_of_its_numbered_public_decision(room: Room) -> None:
    """I9, N-08: neither title, proposal, vote nor draft of a case can be chosen."""
    item_id = room.start(3)
    do, now = room.workspace.do, room.now
    do(sessions.add_line, item_id, "Мира Ковачева учи в Момчилград.", at=now)
    do(sessions.update_decision_text, item_id, "Мира остава при майка си.", at=now)
    view = view_of(room)
    assert view.live.confidential
    assert view.live.item is None
    assert not of_kind(view, ItemCard) + of_kind(view, VoteCard) + of_kind(view, DecisionCard)
    assert not of_kind(view, ProposalCard)
    current = room.view(item_id).current
    assert current is not None
    assert current.draft is not None
    do(sessions.set_public_text, current.draft.decision_id, "Одобрява мерки за подкрепа.", at=now)
    do(sessions.adopt_by_consensus, item_id, at=room.tick())
    (card,) = of_kind(view_of(room), DecisionCard)
    assert card == DecisionCard(3, "1-1", "Одобрява мерки за подкрепа.")
    words = "\n".join(text for one in view_of(room).cards for text in texts_of(one))
    assert "Мира" not in words
    assert "KRZ" not in words


def test_vote_goes_from_question_to_counts_without_a_name(room: Room) -> None:
    """I11: the result with its arithmetic; the next vote of the item is another card."""
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, INFORMED, at=room.now)
    assert of_kind(view_of(room), VoteCard) == [VoteCard(1, "Свободни места")]
    room.decide(1, INFORMED, "13-1-1")
    (card,) = of_kind(view_of(room), VoteCard)
    assert isinstance(card, VoteCard)
    assert card.result is not None
    assert (card.result.for_n, card.result.against_n, card.result.abstain_n) == (13, 1, 1)
    assert card.result.outcome == "Решението се приема с мнозинство"
    assert card.result.arithmetic == "Гласували 15 от 15; нужни поне 8 „за“"


def test_consensus_reads_as_accepted_without_objection(room: Room) -> None:
    room.decide(1, INFORMED)
    (card,) = of_kind(view_of(room), VoteCard)
    assert isinstance(card, VoteCard)
    assert card.result is not None
    assert (card.result.outcome, card.result.for_n) == ("Прието без възражения", 0)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Подкрепя Мира Ковачева.", "решение по т. 1"),
        ("Подкрепя семейството на Ковачеви, майка Илияна.", "решение по т. 1"),
        ("Възлага на Мария Желева да докладва.", "решение по т. 1"),
        ("Одобрява плана по случай KRZ16-2026-001.", "решение по т. 1"),
    ],
)
def test_text_that_names_somebody_cannot_be_chosen_and_the_place_is_said(
    room: Room, text: str, place: str
) -> None:
    """N-08, H15: a child, her mother, a member, a case code; the rest can be shown."""
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, text, at=room.now)
    view = view_of(room)
    (choice,) = [one for one in view.choices if one.kind is DecisionCard]
    assert (choice.card, choice.places) == (None, (place,))
    assert of_kind(view, ItemCard)


def test_guard_refuses_a_card_with_its_place_and_without_its_text(room: Room) -> None:
    card = MessageCard("Чака се Мира Ковачева.")
    with pytest.raises(ExportRefused) as refused:
        room.workspace.ask(check_hall_card, room.session_id, card)
    assert (refused.value.code, refused.value.places) == ("hall.names_found", ("съобщение",))
    assert "Мира" not in str(refused.value.facts)
    room.workspace.ask(check_hall_card, room.session_id, MessageCard("Почивка до 11 часа."))


def test_three_messages_are_prepared_and_can_be_written(room: Room, kit: Mechanism15) -> None:
    """I13: editable; an empty one is ours again, a name is refused."""
    do, ask, here = room.workspace.do, room.workspace.ask, kit.mechanism_id
    ours = ask(list_hall_messages, here)
    assert len(ours) == 3
    do(set_hall_message, here, 2, "Обядът е в зала № 1.", at=room.now)
    assert ask(list_hall_messages, here) == (ours[0], "Обядът е в зала № 1.", ours[2])
    do(set_hall_message, here, 2, "", at=room.now)
    assert ask(list_hall_messages, here) == ours
    with pytest.raises(ExportRefused):
        do(set_hall_message, here, 1, "Търси се Илияна Ковачева.", at=room.now)
    with pytest.raises(InputRefused):
        do(set_hall_message, here, 4, "Още едно.", at=room.now)
    assert len(of_kind(view_of(room), MessageCard)) == 3


def test_break_stands_with_its_return_time_and_counts_nobody(room: Room) -> None:
    """I13, L3: in a break the foot line does not say that the quorum is lost."""
    until = room.now + timedelta(minutes=15)
    room.workspace.do(sessions.adjourn_session, room.session_id, planned_to_at=until, at=room.now)
    live = view_of(room).live
    assert live.on_break == BreakCard((room.now + timedelta(hours=2, minutes=15)).time())
    assert live.quorum is None


def test_next_session_is_a_card_once_it_is_set(room: Room) -> None:
    assert not of_kind(view_of(room), NextSessionCard)
    day = room.now + timedelta(days=28)
    room.workspace.do(sessions.set_next_session, room.session_id, day, at=room.now)
    (card,) = of_kind(view_of(room), NextSessionCard)
    assert card == NextSessionCard("четвъртък, 7 януари 2027 г., 10:01 часа")


def test_item_timer_counts_down_from_the_planned_minutes(room: Room) -> None:
    """I11, E2."""
    room.start(1)
    first = room.workspace.ask(hall_live, room.session_id, at=room.now).item_timer
    later = room.workspace.ask(hall_live, room.session_id, at=room.tick(3)).item_timer
    assert first is not None
    assert later is not None
    assert (first.left, first.left - later.left) == (first.of, 180)
