"""The cards of the hall: what its screen may say, as plain values.

Every text in them has passed the identity guard; a card refers to nothing else of ours, so that
nothing private can be reached from it. Source: sessions anchor, section 5.5.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class HomeCard:
    """Начална: mechanism, session and date, which every state carries; the neutral card."""


@dataclass(frozen=True, slots=True)
class IdentifyCard:
    """„Това виждат членовете“: shows which screen is the hall's, before going live."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A point of the agenda by its public title; a confidential one carries no title at all."""

    n: int
    title: str
    current: bool = False
    done: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class AgendaCard:
    """Дневен ред."""

    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class ItemCard:
    """Точка: public title and the institution that presents it; the timer is the state's."""

    n: int
    title: str
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """Who does what until when; `until` in words („до 20 януари 2027 г.“)."""

    institution: str
    what: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """Предложение: its public wording, never its proposer."""

    n: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """Решение: the public wording; `number` is empty while it has none."""

    n: int
    number: str
    text: str
    commitments: tuple[CommitmentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteTally:
    """A closed vote in counts, never by name. Unit: people.

    `outcome` and `arithmetic` are the two sentences under the bars. All counts are 0 when it was
    accepted without objection.
    """

    adopted: bool
    outcome: str
    arithmetic: str
    voters: int
    for_n: int = 0
    against_n: int = 0
    abstain_n: int = 0
    not_voting_n: int = 0
    blank_n: int = 0
    invalid_n: int = 0


@dataclass(frozen=True, slots=True)
class VoteCard:
    """Гласуване: the question and, after closing, the result.

    `n` 0 is the vote on the agenda; `ordinal` counts the votes of one item.
    """

    n: int
    question: str
    result: VoteTally | None = None
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class CommitmentsCard:
    """Поети ангажименти of an item, or of the session with `n` 0; or the tasks of an item."""

    n: int
    lines: tuple[CommitmentLine, ...]
    tasks: bool = False


@dataclass(frozen=True, slots=True)
class FloorCard:
    """Думата има: an institution; the time left is the state's timer."""

    institution: str


@dataclass(frozen=True, slots=True)
class MessageCard:
    """Съобщение: one of the prepared messages."""

    text: str


@dataclass(frozen=True, slots=True)
class BreakCard:
    """Почивка, until a clock time if one was said; `day` in words when it is another day."""

    until: time | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class ConfidentialCard:
    """Поверителна част."""


@dataclass(frozen=True, slots=True)
class NextSessionCard:
    """Следващо заседание: day and hour in words, and the place."""

    when: str
    place: str = ""


Card = (
    HomeCard
    | IdentifyCard
    | AgendaCard
    | ItemCard
    | ProposalCard
    | DecisionCard
    | VoteCard
    | CommitmentsCard
    | FloorCard
    | MessageCard
    | BreakCard
    | ConfidentialCard
    | NextSessionCard
)

NEUTRAL_CARDS = (HomeCard, ConfidentialCard, BreakCard, IdentifyCard)
"""What may stand on the hall's screen without anybody having sent it."""


def card_key(card: Card) -> str:
    """Which card this is, whatever it says now: two states of one vote share their key."""
    name = type(card).__name__
    match card:
        case ItemCard(n=n):
            return f"{name}:{n}"
        case DecisionCard(n=n, number=number) | ProposalCard(n=n, number=number):
            return f"{name}:{n}:{number}"
        case VoteCard(n=n, ordinal=ordinal):
            return f"{name}:{n}:{ordinal}"
        case CommitmentsCard(n=n, tasks=tasks):
            return f"{name}:{n}:{tasks}"
        case _:
            return name


def texts_of(value: object) -> Iterator[str]:
    """Every text of a card or state, for the guard and its tests."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
