"""The state machine of the hall's screen: every arrow of the anchor, and that no other exists."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.projector import ZOOMS, Live, Look, Mode, Timer, neutral_of
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    AgendaLine,
    BreakCard,
    Card,
    ConfidentialCard,
    DecisionCard,
    FloorCard,
    HomeCard,
    IdentifyCard,
    ItemCard,
    MessageCard,
    VoteCard,
    VoteTally,
    card_key,
)
from dcm_desktop.domain.projector_events import (
    Faulted,
    FreezeToggled,
    HallEvent,
    HideToggled,
    Identify,
    Locked,
    LookChanged,
    Moved,
    Recovered,
    ScreenFound,
    ScreenLost,
    Sent,
    Ticked,
    Updated,
    Zoomed,
)
from dcm_desktop.domain.projector_hall import KEYS, NEXT, VOTE_SECONDS, Act, Hall, step

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
LIVE = Live("Заседание № 4", "ОКМД – област Русе", "27 ноември 2026 г.", AT)
FIRST, SECOND = ItemCard(1, "Първа тема"), ItemCard(2, "Втора тема")
MESSAGE = MessageCard("Моля, изключете звука.")
OPEN_ITEM = replace(LIVE, item_n=1, item_of=3, item=FIRST)
NEXT_ITEM = replace(LIVE, item_n=2, item_of=3, item=SECOND)
CLOSED_ITEM = replace(LIVE, item_n=3, item_of=3, confidential=True)
TALLY = VoteTally(True, "Решението се приема", "Гласували 14 от 14", 14, 14)
QUESTION, RESULT = VoteCard(1, "Първа тема"), VoteCard(1, "Първа тема", TALLY)
KEY_EVENTS = (Sent, HideToggled, FreezeToggled, Moved)


def after(*events: HallEvent, hall: Hall | None = None) -> Hall:
    """The hall after these events, from the very beginning."""
    hall = hall or Hall(OPEN_ITEM)
    for event in events:
        hall = step(hall, event)
    return hall


def hall_in(mode: Mode) -> Hall:
    """A hall in this state, by the shortest way."""
    ways: dict[Mode, tuple[HallEvent, ...]] = {
        Mode.OFF: (),
        Mode.NEUTRAL: (ScreenFound(),),
        Mode.SHOWING: (ScreenFound(), Sent(FIRST)),
        Mode.FROZEN: (ScreenFound(), Sent(FIRST), FreezeToggled()),
        Mode.HIDDEN: (ScreenFound(), Sent(FIRST), HideToggled()),
    }
    return after(*ways[mode])


ARROWS: list[tuple[Mode, HallEvent, Mode]] = [
    (Mode.OFF, ScreenFound(), Mode.NEUTRAL),
    (Mode.OFF, Sent(FIRST), Mode.OFF),
    (Mode.OFF, HideToggled(), Mode.OFF),
    (Mode.OFF, FreezeToggled(), Mode.OFF),
    (Mode.OFF, Moved(NEXT_ITEM), Mode.OFF),
    (Mode.OFF, Locked(), Mode.OFF),
    (Mode.OFF, Recovered(), Mode.OFF),
    (Mode.OFF, Faulted(), Mode.OFF),
    (Mode.OFF, Updated(CLOSED_ITEM), Mode.OFF),
    (Mode.OFF, ScreenLost(), Mode.OFF),
    (Mode.NEUTRAL, Sent(FIRST), Mode.SHOWING),
    (Mode.NEUTRAL, HideToggled(), Mode.HIDDEN),
    (Mode.NEUTRAL, FreezeToggled(), Mode.NEUTRAL),
    (Mode.NEUTRAL, Moved(NEXT_ITEM), Mode.NEUTRAL),
    (Mode.NEUTRAL, Updated(CLOSED_ITEM), Mode.NEUTRAL),
    (Mode.NEUTRAL, Updated(OPEN_ITEM, (FIRST, RESULT)), Mode.NEUTRAL),
    (Mode.NEUTRAL, ScreenFound(), Mode.NEUTRAL),
    (Mode.NEUTRAL, ScreenLost(), Mode.OFF),
    (Mode.NEUTRAL, Locked(), Mode.NEUTRAL),
    (Mode.NEUTRAL, Recovered(), Mode.NEUTRAL),
    (Mode.NEUTRAL, Faulted(), Mode.NEUTRAL),
    (Mode.SHOWING, Sent(MESSAGE), Mode.SHOWING),
    (Mode.SHOWING, Sent(HomeCard()), Mode.NEUTRAL),
    (Mode.SHOWING, Sent(ConfidentialCard()), Mode.NEUTRAL),
    (Mode.SHOWING, HideToggled(), Mode.HIDDEN),
    (Mode.SHOWING, FreezeToggled(), Mode.FROZEN),
    (Mode.SHOWING, Moved(NEXT_ITEM), Mode.SHOWING),
    (Mode.SHOWING, Moved(CLOSED_ITEM), Mode.NEUTRAL),
    (Mode.SHOWING, Updated(CLOSED_ITEM), Mode.NEUTRAL),
    (Mode.SHOWING, ScreenFound(), Mode.SHOWING),
    (Mode.SHOWING, ScreenLost(), Mode.OFF),
    (Mode.SHOWING, Locked(), Mode.NEUTRAL),
    (Mode.SHOWING, Recovered(), Mode.NEUTRAL),
    (Mode.SHOWING, Faulted(), Mode.NEUTRAL),
    (Mode.FROZEN, FreezeToggled(), Mode.SHOWING),
    (Mode.FROZEN, Sent(MESSAGE), Mode.FROZEN),
    (Mode.FROZEN, Sent(HomeCard()), Mode.NEUTRAL),
    (Mode.FROZEN, Moved(NEXT_ITEM), Mode.FROZEN),
    (Mode.FROZEN, HideToggled(), Mode.HIDDEN),
    (Mode.FROZEN, Moved(CLOSED_ITEM), Mode.NEUTRAL),
    (Mode.FROZEN, Updated(CLOSED_ITEM), Mode.NEUTRAL),
    (Mode.FROZEN, ScreenFound(), Mode.FROZEN),
    (Mode.FROZEN, ScreenLost(), Mode.OFF),
    (Mode.FROZEN, Locked(), Mode.NEUTRAL),
    (Mode.FROZEN, Recovered(), Mode.NEUTRAL),
    (Mode.FROZEN, Faulted(), Mode.NEUTRAL),
    (Mode.HIDDEN, HideToggled(), Mode.SHOWING),
    (Mode.HIDDEN, Sent(MESSAGE), Mode.HIDDEN),
    (Mode.HIDDEN, FreezeToggled(), Mode.HIDDEN),
    (Mode.HIDDEN, Moved(NEXT_ITEM), Mode.HIDDEN),
    (Mode.HIDDEN, Moved(CLOSED_ITEM), Mode.HIDDEN),
    (Mode.HIDDEN, Updated(CLOSED_ITEM), Mode.HIDDEN),
    (Mode.HIDDEN, ScreenFound(), Mode.HIDDEN),
    (Mode.HIDDEN, ScreenLost(), Mode.OFF),
    (Mode.HIDDEN, Locked(), Mode.NEUTRAL),
    (Mode.HIDDEN, Recovered(), Mode.NEUTRAL),
    (Mode.HIDDEN, Faulted(), Mode.NEUTRAL),
]


@pytest.mark.parametrize(("mode", "event", "to"), ARROWS)
def test_every_arrow_leads_where_the_anchor_says(mode: Mode, event: HallEvent, to: Mode) -> None:
    """I3, I4, I7, I9, L3: the states of section 5.5, every event from every one of them."""
    assert after(event, hall=hall_in(mode)).mode is to


def test_every_event_of_the_hall_was_asked_of_every_state() -> None:
    quiet = {"Identify", "LookChanged", "Zoomed", "Ticked"}  # they change no state: below
    asked = {(mode, type(event).__name__) for mode, event, _ in ARROWS}
    names = {kind.__name__ for kind in HallEvent.__args__} - quiet
    assert asked == {(mode, name) for mode in Mode for name in names}


def test_only_a_key_leads_to_showing_in_the_table() -> None:
    """I2: no transition leads to SHOWING without a key."""
    for (mode, act), to in NEXT.items():
        if to is Mode.SHOWING and mode is not Mode.SHOWING:
            assert act in KEYS


CARDS: list[Card] = [FIRST, SECOND, MESSAGE, QUESTION, RESULT, HomeCard(), DecisionCard(1, "", "А")]
EVENTS = st.one_of(
    st.sampled_from(
        [ScreenFound(), ScreenLost(), HideToggled(), FreezeToggled(), Locked(), Recovered()]
    ),
    st.sampled_from([Faulted(), Identify(True), Identify(False), LookChanged(Look.DARK)]),
    st.sampled_from([Zoomed(1), Zoomed(-1)]),
    st.sampled_from(CARDS).map(Sent),
    st.sampled_from([OPEN_ITEM, NEXT_ITEM, CLOSED_ITEM, LIVE]).map(Moved),
    st.sampled_from([OPEN_ITEM, NEXT_ITEM, CLOSED_ITEM, LIVE]).map(
        lambda live: Updated(live, tuple(CARDS))
    ),
    st.integers(0, 40).map(lambda s: Ticked(AT + timedelta(seconds=s))),
)


@given(st.lists(EVENTS, max_size=40))
def test_nothing_is_shown_that_no_key_sent_and_nothing_of_a_closed_item(
    events: list[HallEvent],
) -> None:
    """I2, I9: whatever happens in whatever order."""
    hall = Hall(OPEN_ITEM)
    for event in events:
        before, hall = hall, step(hall, event)
        shown = hall.output.mode in (Mode.SHOWING, Mode.FROZEN)
        if shown and before.output.mode not in (Mode.SHOWING, Mode.FROZEN):
            assert isinstance(event, KEY_EVENTS)
        if not shown:
            assert isinstance(hall.output.card, HomeCard | IdentifyCard | ConfidentialCard)
        if hall.live.confidential and not isinstance(event, Sent):
            came_now = not before.live.confidential
            assert not came_now or not shown
        if hall.output.mode in (Mode.NEUTRAL, Mode.HIDDEN, Mode.OFF):
            assert hall.output.timer is None
        assert hall.zoom in ZOOMS


def test_hiding_twice_restores_what_was_there() -> None:
    """I3: again restores, from each of the three states."""
    for mode in (Mode.NEUTRAL, Mode.SHOWING, Mode.FROZEN):
        hall = hall_in(mode)
        assert after(HideToggled(), HideToggled(), hall=hall).output == hall.output


def test_black_carries_no_card_at_all() -> None:
    """I3: what is hidden is not even told to the projector."""
    output = after(HideToggled(), hall=hall_in(Mode.SHOWING)).output
    assert (output.mode, output.card) == (Mode.HIDDEN, HomeCard())


def test_frozen_picture_stays_while_the_operator_moves_on() -> None:
    """I4: release shows where the operator is now."""
    hall = after(FreezeToggled(), Moved(NEXT_ITEM), hall=hall_in(Mode.SHOWING))
    assert (hall.output.card, hall.output.item_n) == (FIRST, 1)
    released = step(hall, FreezeToggled())
    assert (released.output.card, released.output.item_n) == (SECOND, 2)


def test_frozen_timer_stands_and_the_clock_goes_on() -> None:
    """I4."""
    timed = replace(OPEN_ITEM, item_timer=Timer(300, 600, AT))
    hall = after(ScreenFound(), Sent(FIRST), Ticked(AT + timedelta(seconds=10)), hall=Hall(timed))
    hall = after(FreezeToggled(), Ticked(AT + timedelta(seconds=70)), hall=hall)
    assert hall.output.timer == Timer(290, 600, AT + timedelta(seconds=10), running=False)
    assert hall.output.at == AT + timedelta(seconds=70)


def test_closed_item_shows_its_neutral_card_and_the_next_open_one_comes_by_its_key() -> None:
    """I9: no key needed, no way to forget; the key that moves on brings the hall back."""
    hall = after(Moved(CLOSED_ITEM), hall=hall_in(Mode.SHOWING))
    assert (hall.output.card, hall.wants_key) == (ConfidentialCard(), False)
    back = after(Updated(OPEN_ITEM), hall=hall)
    assert back.mode is Mode.NEUTRAL, "without a key nothing comes back"
    assert after(Moved(NEXT_ITEM), hall=hall).output.card == SECOND


@pytest.mark.parametrize("event", [Locked(), Recovered(), Faulted()])
def test_after_lock_recovery_and_fault_only_f9_shows_again(event: HallEvent) -> None:
    """I7, L3: moving on is not enough."""
    hall = after(event, Moved(NEXT_ITEM), Updated(CLOSED_ITEM), Moved(OPEN_ITEM),
                 hall=hall_in(Mode.SHOWING))  # fmt: skip
    assert (hall.mode, hall.wants_key) == (Mode.NEUTRAL, True)
    assert after(Sent(FIRST), hall=hall).mode is Mode.SHOWING


def test_screen_that_comes_back_is_neutral_until_f9() -> None:
    """I7: cable out, cable in."""
    hall = after(ScreenLost(), ScreenFound(), Moved(NEXT_ITEM), hall=hall_in(Mode.SHOWING))
    assert (hall.output.mode, hall.output.card, hall.wants_key) == (Mode.NEUTRAL, HomeCard(), True)


def test_locked_hall_keeps_clock_and_break() -> None:
    """L3: the neutral card, clock and break text go on."""
    pause = BreakCard(time(11, 45))
    hall = after(Updated(replace(LIVE, on_break=pause)), Locked(), hall=hall_in(Mode.SHOWING))
    hall = step(hall, Ticked(AT + timedelta(minutes=3)))
    assert (hall.output.mode, hall.output.card) == (Mode.NEUTRAL, pause)
    assert hall.output.at == AT + timedelta(minutes=3)


def test_result_of_a_vote_gives_way_to_the_item_after_twenty_seconds() -> None:
    """I12."""
    hall = after(Sent(RESULT), hall=hall_in(Mode.NEUTRAL))
    early = step(hall, Ticked(AT + timedelta(seconds=VOTE_SECONDS - 1)))
    assert early.output.card == RESULT
    late = step(early, Ticked(AT + timedelta(seconds=VOTE_SECONDS)))
    assert (late.mode, late.output.card) == (Mode.SHOWING, FIRST)


def test_result_of_a_vote_gives_way_at_the_next_item() -> None:
    """I12."""
    assert after(Sent(RESULT), Moved(NEXT_ITEM), hall=hall_in(Mode.NEUTRAL)).output.card == SECOND


def test_question_becomes_the_result_and_stands_its_twenty_seconds() -> None:
    """I11: after closing the result, by itself."""
    hall = after(Sent(QUESTION), Ticked(AT + timedelta(minutes=2)), hall=hall_in(Mode.NEUTRAL))
    assert hall.output.card == QUESTION, "a question waits as long as it takes"
    closed = replace(OPEN_ITEM, at=AT + timedelta(minutes=3))
    hall = step(hall, Updated(closed, (FIRST, RESULT)))
    assert hall.output.card == RESULT
    hall = step(hall, Ticked(AT + timedelta(minutes=3, seconds=VOTE_SECONDS)))
    assert hall.output.card == FIRST


def test_vote_without_a_running_item_gives_way_to_the_neutral_card() -> None:
    """I12."""
    hall = after(ScreenFound(), Sent(RESULT), hall=Hall(LIVE))
    assert step(hall, Ticked(AT + timedelta(seconds=30))).mode is Mode.NEUTRAL


def test_text_that_is_being_typed_never_follows_to_the_hall() -> None:
    """I2: a shown decision stays as it was sent until it is sent again."""
    draft, longer = DecisionCard(1, "", "Приема"), DecisionCard(1, "", "Приема ТАЙНА")
    hall = after(Sent(draft), Updated(OPEN_ITEM, (longer,)), hall=hall_in(Mode.NEUTRAL))
    assert hall.output.card == draft


def test_agenda_and_speaker_follow_the_session_while_shown() -> None:
    before = AgendaCard((AgendaLine(1, "Първа", current=True), AgendaLine(2, "Втора")))
    now = AgendaCard((AgendaLine(1, "Първа", done=True), AgendaLine(2, "Втора", current=True)))
    hall = after(Sent(before), Updated(OPEN_ITEM, (now,)), hall=hall_in(Mode.NEUTRAL))
    assert hall.output.card == now
    hall = after(Sent(FloorCard("РУО")), Updated(OPEN_ITEM, (FloorCard("РЗИ"),)), hall=hall)
    assert hall.output.card == FloorCard("РЗИ")


def test_timers_stand_on_the_cards_they_belong_to() -> None:
    """I11: the item's on its card, the speaker's on the floor's."""
    item, floor = Timer(300, 600, AT), Timer(60, 180, AT)
    live = replace(OPEN_ITEM, item_timer=item, floor_timer=floor)
    hall = after(ScreenFound(), Sent(FIRST), hall=Hall(live))
    assert hall.output.timer == item
    assert step(hall, Sent(FloorCard("РУО"))).output.timer == floor
    assert step(hall, Sent(SECOND)).output.timer is None, "another item's time is not shown"
    assert step(hall, Sent(MESSAGE)).output.timer is None


def test_identification_shows_only_on_the_neutral_card() -> None:
    hall = after(Identify(True), hall=hall_in(Mode.NEUTRAL))
    assert hall.output.card == IdentifyCard()
    assert step(hall, Sent(FIRST)).output.card == FIRST
    assert step(hall, Identify(False)).output.card == HomeCard()


def test_size_and_look_change_a_held_picture_too_and_stop_at_their_ends() -> None:
    """I10: Ctrl+= and Ctrl+-."""
    hall = after(Zoomed(1), LookChanged(Look.DARK), hall=hall_in(Mode.FROZEN))
    assert (hall.output.zoom, hall.output.look, hall.output.card) == (ZOOMS[1], Look.DARK, FIRST)
    assert after(*[Zoomed(1)] * 9, hall=hall).zoom == ZOOMS[-1]
    assert after(*[Zoomed(-1)] * 9, hall=hall).zoom == ZOOMS[0] == 100


def test_neutral_state_of_the_projector_keeps_nothing_that_was_sent() -> None:
    """Fail closed: what the projector falls back to by itself."""
    timed = replace(OPEN_ITEM, item_timer=Timer(300, 600, AT))
    shown = after(ScreenFound(), Sent(FIRST), hall=Hall(timed)).output
    neutral = neutral_of(shown)
    assert (neutral.mode, neutral.card, neutral.timer) == (Mode.NEUTRAL, HomeCard(), None)
    assert neutral_of(replace(shown, card=ConfidentialCard())).card == ConfidentialCard()
    assert neutral_of(replace(shown, mode=Mode.OFF)).mode is Mode.OFF


def test_two_states_of_one_vote_are_one_card_and_two_votes_are_two() -> None:
    assert card_key(QUESTION) == card_key(RESULT)
    assert card_key(QUESTION) != card_key(replace(QUESTION, ordinal=2))
    assert card_key(FIRST) != card_key(SECOND)


def test_acts_of_the_table_are_all_used() -> None:
    assert {act for _, act in NEXT} == set(Act)
