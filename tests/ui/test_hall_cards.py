"""The painted cards: what stands on them, how large, on how many pages, in which colours."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.support.hall_process import AT, showing

from dcm_desktop.domain.projector import ZOOMS, Look, Mode, PublicState, Quorum, Timer
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    AgendaLine,
    BreakCard,
    Card,
    CommitmentLine,
    CommitmentsCard,
    ConfidentialCard,
    DecisionCard,
    FloorCard,
    HomeCard,
    IdentifyCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
    VoteTally,
    texts_of,
)
from dcm_desktop.projector.cards import PAGE, time_words
from dcm_desktop.projector.looks import SMALL, UNITS, load_fonts
from dcm_desktop.projector.painting import paint
from dcm_desktop.projector.sheet import Sheet, Style
from dcm_desktop.projector.window import HallWindow

SMALLEST = QSize(1024, 768)
SIZES = [SMALLEST, QSize(1366, 768), QSize(1920, 1080)]
LONG = (
    "Приема за сведение информацията за свободните места в приемната грижа и в центровете за "
    "настаняване от семеен тип и препоръчва на областния екип да проведе две информационни срещи "
    "за кандидати за приемни родители в общините до края на месец януари. Възлага на дирекцията "
    "да изготви обобщена справка по възраст и по потребност, без лични данни. Препоръчва на "
    "общините да осигурят зали и транспорт. Определя срок за докладване следващото заседание."
)
TALLY = VoteTally(True, "Решението се приема с мнозинство", "Гласували 14 от 14", 14, 13, 1)
PROMISE = CommitmentLine("Областен екип по приемна грижа", "провежда две срещи", "до 20.01.2027 г.")
CARDS: list[Card] = [
    HomeCard(),
    IdentifyCard(),
    AgendaCard(tuple(AgendaLine(n, LONG[: n * 12], current=n == 9) for n in range(1, 13))),
    ItemCard(5, LONG[:200], "Регионална дирекция за социално подпомагане – Русе"),
    ProposalCard(5, 2, LONG),
    DecisionCard(5, "4-5", LONG, (PROMISE,)),
    VoteCard(6, LONG),
    VoteCard(6, LONG[:90], TALLY),
    CommitmentsCard(5, (PROMISE,) * 6),
    FloorCard("Регионална дирекция за социално подпомагане – Русе"),
    MessageCard(LONG[:190]),
    BreakCard(time(11, 45)),
    ConfidentialCard(),
    NextSessionCard("петък, 18 декември 2026 г., 10:00 часа", "зала № 2"),
]


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def words_of(state: PublicState, size: QSize) -> str:
    """What can be read on all pages, the foot and label of each included."""
    frames = [paint(state, size)]
    frames += [paint(state, size, page=n) for n in range(frames[0].pages)]
    return "\n".join(frame.text for frame in frames)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}")
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("card", CARDS, ids=lambda card: type(card).__name__)
def test_every_word_of_a_card_can_be_read_on_its_pages(card: Card, zoom: int, size: QSize) -> None:
    """I10: long text is paged, not shrunk and not cut."""
    read = words_of(replace(showing(card), zoom=zoom), size).split()
    wanted = [word for text in texts_of(card) for word in text.split()]
    missing = [word for word in wanted if word not in read and word not in "".join(read)]
    assert not missing


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("card", CARDS, ids=lambda card: type(card).__name__)
def test_no_letters_are_smaller_than_28_points_on_1024x768(
    card: Card, zoom: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I10: readable from the last row; 28 points are 37.3 pixels at 96 to the inch."""
    drawn: list[float] = []
    line = Sheet.line

    def measured(sheet: Sheet, text: str, style: Style, *rest: object, **more: object) -> None:
        drawn.append(round(style.size) * SMALLEST.height() / UNITS)
        line(sheet, text, style, *rest, **more)  # type: ignore[arg-type]  # - passed on as it came

    monkeypatch.setattr(Sheet, "line", measured)
    paint(replace(showing(card), zoom=zoom, timer=Timer(20, 600, AT)), SMALLEST)
    assert min(drawn) >= 28 * 96 / 72
    assert round(SMALL) * SMALLEST.height() / UNITS >= 28 * 96 / 72


def test_a_larger_size_has_more_pages_never_less_text() -> None:
    """I10: Ctrl+= makes letters larger."""
    pages = [paint(replace(showing(CARDS[5]), zoom=zoom), SMALLEST).pages for zoom in ZOOMS]
    assert pages == sorted(pages)
    assert pages[-1] > pages[0] > 1


def test_paged_cards_say_which_page_it_is_and_pages_wrap_round() -> None:
    state = showing(DecisionCard(5, "4-5", LONG))
    frame = paint(state, SMALLEST)
    assert f"страница 1 от {frame.pages}" in frame.text
    assert paint(state, SMALLEST, page=frame.pages).page == 0


def test_an_agenda_opens_on_the_page_of_the_current_item() -> None:
    frame = paint(showing(CARDS[2]), SMALLEST)
    assert frame.pages > 1
    assert "9." in frame.text
    assert "сега" in frame.text


@pytest.mark.parametrize("card", CARDS, ids=lambda card: type(card).__name__)
def test_foot_line_stands_on_every_card(card: Card) -> None:
    """I11, D2: clock, item n of m, quorum in words."""
    text = paint(showing(card), QSize(1920, 1080)).text
    assert "11:28" in text
    assert "Точка 5 от 7" in text
    assert "14 от 15 · нужни 8 · има кворум" in text


def test_lost_quorum_is_said_in_word_and_colour() -> None:
    """D2."""
    lost = replace(showing(HomeCard()), quorum=Quorum(7, 15, 8, has_quorum=False))
    frame = paint(lost, QSize(1920, 1080))
    assert "7 от 15 · нужни 8 · няма кворум" in frame.text
    reds = [
        frame.image.pixelColor(x, 1010)
        for x in range(1200, 1810)
        if frame.image.pixelColor(x, 1010).red() > frame.image.pixelColor(x, 1010).green() + 60
    ]
    assert reds


@pytest.mark.parametrize(
    ("left", "running", "words", "colour"),
    [
        (370, True, "6:10 до края", "quiet"),
        (45, True, "остават 0:45", "amber"),
        (-70, True, "времето изтече преди 1:10", "bad_text"),
        (130, False, "2:10 · на пауза", "quiet"),
    ],
)
def test_timer_says_in_words_what_its_colour_says(
    left: int, running: bool, words: str, colour: str
) -> None:
    """E2, I11: amber and red with text."""
    timer = Timer(left, 900, AT, running)
    assert time_words(timer, left) == (words, colour)
    assert words in paint(replace(showing(CARDS[9]), timer=timer), SMALLEST).text


def test_timer_runs_with_the_clock_of_the_state() -> None:
    """I11: the process moves the clock on by itself."""
    timed = replace(showing(ItemCard(5, "Тема")), timer=Timer(370, 900, AT))
    later = replace(timed, at=AT + timedelta(seconds=70))
    assert "6:10 до края" in paint(timed, SMALLEST).text
    assert "5:00 до края" in paint(later, SMALLEST).text


def test_hidden_and_off_are_black_and_say_nothing() -> None:
    """I3."""
    for mode in (Mode.HIDDEN, Mode.OFF):
        frame = paint(showing(ItemCard(5, "Тема"), mode), SMALLEST)
        assert frame.text == ""
        assert frame.image.pixelColor(300, 300).name() == "#000000"


def test_looks_are_light_and_dark() -> None:
    for look, ground in ((Look.LIGHT, "#ffffff"), (Look.DARK, "#0e1a1d")):
        frame = paint(replace(showing(HomeCard()), look=look), SMALLEST)
        assert frame.image.pixelColor(3, 3).name() == ground


def test_rehearsal_is_written_across_the_card() -> None:
    """L11: nobody takes it for the session."""
    frame = paint(replace(showing(HomeCard()), rehearsal=True), SMALLEST)
    assert "УЧЕБНО" in frame.text


def test_a_vote_shows_counts_and_the_outcome_and_consensus_needs_no_bars() -> None:
    """I11."""
    text = paint(showing(VoteCard(6, "План", TALLY)), SMALLEST).text
    for words in ("За  13", "Против  1", "Въздържали се  0", TALLY.outcome, TALLY.arithmetic):
        assert words in text
    agreed = VoteTally(True, "Прието без възражения", "Присъстват 14 с право на глас", 14)
    text = paint(showing(VoteCard(6, "План", agreed)), SMALLEST).text
    assert "Против" not in text
    assert "Прието без възражения" in text


def test_rare_ways_of_voting_still_fit_the_page() -> None:
    tally = replace(TALLY, not_voting_n=1, blank_n=1, invalid_n=1, abstain_n=1)
    for zoom in ZOOMS:
        state = replace(showing(VoteCard(6, LONG[:90], tally)), zoom=zoom)
        assert "Недействителни  1" in paint(state, SMALLEST).text
    assert PAGE > 0


def test_window_has_no_cursor_takes_no_focus_and_says_what_it_shows(qapp: QApplication) -> None:
    """I14, I1: the accessible text is the text that is drawn."""
    window = HallWindow(QGuiApplication.primaryScreen())
    window.show_state(1, showing(ItemCard(5, "Свободни места")))
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.accessibleName().split("\n")[1:3] == ["Точка 5", "Свободни места"]
    window.show_state(2, showing(ItemCard(5, "Свободни места"), Mode.HIDDEN))
    assert window.accessibleName() == ""
    window.close()
    window.deleteLater()
