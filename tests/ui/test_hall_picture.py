"""The picture of the hall: letters that the last row reads, long texts in pages, all of each."""

from datetime import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from tests.support.hall_process import showing

from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    AgendaLine,
    BreakCard,
    Card,
    CommitmentLine,
    CommitmentsCard,
    DecisionCard,
    FloorCard,
    ItemCard,
    MessageCard,
    ProposalCard,
    VoteCard,
    VoteTally,
)
from dcm_desktop.projector.cards import layout_of
from dcm_desktop.projector.looks import COLOURS, MARGIN_NARROW, SMALL, UNITS
from dcm_desktop.projector.painting import paint
from dcm_desktop.projector.sheet import Sheet

OLD_PROJECTOR = QSize(1024, 768)
SMALLEST = 28 * 96 / 72
"""28 points in pixels of a screen with 96 dots per inch."""
LONG = " ".join(f"Думата{n} стои точно тук." for n in range(120))
CARDS: tuple[Card, ...] = (
    ItemCard(1, LONG[:300], "РДСП – Русе"),
    AgendaCard(tuple(AgendaLine(n, f"Тема {n} с дълго заглавие", n == 2) for n in range(1, 25))),
    ProposalCard(2, 1, LONG),
    DecisionCard(2, "1-1", LONG, (CommitmentLine("РЗИ", "осигурява място"),)),
    VoteCard(1, LONG[:200], VoteTally(True, "Приема се", "Гласували 14 от 14", 14, 14)),
    CommitmentsCard(1, tuple(CommitmentLine("РЗИ", f"поема {n}") for n in range(12))),
    FloorCard("Регионална здравна инспекция"),
    MessageCard("Моля, изключете звука."),
    BreakCard(time(11, 45)),
)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: type(card).__name__)
def test_no_card_has_letters_below_28_points_on_an_old_projector(
    qapp: QApplication, card: Card
) -> None:
    """I10: at least 28 points on 1024×768, however long the text is."""
    unit = min(OLD_PROJECTOR.height(), OLD_PROJECTOR.width() * 0.75) / UNITS
    assert SMALL * unit >= SMALLEST
    image = QImage(OLD_PROJECTOR, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    state = showing(card)
    sheet = Sheet(
        painter, COLOURS[state.look], width=OLD_PROJECTOR.width() / unit, margin=MARGIN_NARROW
    )
    rows = layout_of(state, sheet, 1.0).rows
    painter.end()
    sizes = [getattr(getattr(row, "style", row), "size", SMALL) for row in rows]
    assert sizes
    assert min(sizes) >= SMALL


def test_a_long_text_is_paged_and_no_word_of_it_is_lost(qapp: QApplication) -> None:
    """I10: paged, not shrunk; Ctrl+= makes more pages."""
    state = showing(DecisionCard(2, "1-1", LONG))
    first = paint(state, OLD_PROJECTOR)
    assert first.pages > 2
    texts = [paint(state, OLD_PROJECTOR, page=n).text for n in range(first.pages)]
    shown = " ".join(" ".join(texts).split())
    assert all(f"Думата{n} " in shown for n in range(120))
