"""The identity guard of the hall: no name, number or case code on a text that goes to its screen.

Stricter than paper: nobody of the case register, and no member, official or guest by name either.
Privacy: a refusal names places („решение по т. 2“), never what was found.
"""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.names import Guard
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    Card,
    CommitmentsCard,
    DecisionCard,
    FloorCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
)
from dcm_desktop.errors import ExportRefused
from dcm_desktop.store.tables import Institution
from dcm_desktop.usecases.exchange.guard import HoldBack, official_names, register_names

_CODE = re.compile(r"\b[A-ZА-Я]{3}[0-9]{0,2}[-–][0-9]{4}[-–]P?[A-Z]?[0-9]{2,}", re.IGNORECASE)


class HallGuard:
    """Built once for several texts; the register is read when the first text comes."""

    def __init__(self, db: DbSession, *, codes_allowed: bool = False) -> None:
        self._db = db
        self._codes_allowed = codes_allowed
        self._register: Guard | None = None
        self._officials: HoldBack | None = None
        self._known: dict[str, bool] = {}

    def is_clean(self, text: str) -> bool:
        """Whether the hall may read this."""
        if not text:
            return True
        if text not in self._known:
            self._known[text] = self._searched(text)
        return self._known[text]

    def places_of(self, card: Card) -> tuple[str, ...]:
        """Where a card names somebody; empty when it may be shown."""
        places: dict[str, None] = {}
        for place, n, text in _typed(card):
            if not self.is_clean(text):
                places.setdefault(labels.word("hall_place", place).format(n=n))
        return tuple(places)

    def check(self, card: Card) -> None:
        """Raises: ExportRefused `hall.names_found` with the places."""
        if places := self.places_of(card):
            raise ExportRefused("hall.names_found", places=places)

    def _searched(self, text: str) -> bool:
        if _CODE.search(text) and not self._codes_allowed:
            return False
        if self._register is None or self._officials is None:
            bodies = self._db.scalars(select(Institution.short_name))
            allowed = [*official_names(self._db), *(name for name in bodies if name)]
            self._register = Guard(register_names(self._db), allowed=allowed)
            self._officials = HoldBack(self._db)
        return not self._register.search(text) and not self._officials(text)


def _typed(card: Card) -> list[tuple[str, int, str]]:
    """The typed texts of a card with their place; words of ours are not searched."""
    match card:
        case AgendaCard(lines=lines):
            return [("item_title", line.n, line.title) for line in lines]
        case ItemCard(n=n, title=title, presenter=presenter):
            return [("item_title", n, title), ("presenter", n, presenter)]
        case ProposalCard(n=n, text=text):
            return [("proposal", n, text)]
        case DecisionCard(n=n, text=text, commitments=commitments):
            found = [("decision", n, text)]
            for line in commitments:
                found += [("commitment", n, line.institution), ("commitment", n, line.what)]
            return found
        case VoteCard(n=n, question=question):
            return [("question", n, question)]
        case CommitmentsCard(n=n, lines=lines):
            place = "commitment" if n else "commitments_all"
            texts = [text for line in lines for text in (line.institution, line.what)]
            return [(place, n, text) for text in texts]
        case FloorCard(institution=institution):
            return [("floor", 0, institution)]
        case MessageCard(text=text):
            return [("message", 0, text)]
        case NextSessionCard(place=place):
            return [("next_place", 0, place)]
        case _:
            return []
