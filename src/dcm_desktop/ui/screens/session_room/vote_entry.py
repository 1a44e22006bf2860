"""What is typed into the vote strip, read into a ballot: counts, names, tellers, the casting vote.

No widget and no counting: the strip shows it, the use case counts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from dcm_desktop.domain.terms import VoteChoice, VoteMethod, VoteSubject
from dcm_desktop.ui.screens.session_room.marks import VoteSign, read_vote_mark
from dcm_desktop.usecases.sessions.voting import CONSENSUS, Ballot, VoteBasis

TELLER = "*"
"""In a secret vote: number and this sign name somebody who counts."""

_CHOICES = {
    VoteSign.FOR: VoteChoice.FOR,
    VoteSign.AGAINST: VoteChoice.AGAINST,
    VoteSign.ABSTAIN: VoteChoice.ABSTAIN,
    VoteSign.NOT_VOTING: VoteChoice.NOT_VOTING,
}


class Way(IntEnum):
    """How votes are typed; F8 goes round."""

    COUNTS = 0
    NAMED = 1
    SECRET = 2


@dataclass(frozen=True, slots=True, repr=False)
class Voter:
    """Somebody who is asked in a vote by name."""

    attendance_id: str
    number: int
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class VoteContext:
    """What a vote stands on now. `number` is what the decision would get."""

    basis: VoteBasis
    number: str
    voters: tuple[Voter, ...]
    subject: VoteSubject = VoteSubject.DECISION
    people: tuple[Voter, ...] = ()
    """Everybody in the room with a number: who may count a secret ballot."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed text did: nothing, a mark that was taken, or one that cannot be."""

    taken: bool = False
    unknown: int | None = None
    """A number that does not vote now."""
    recused: str = ""
    """Row of somebody who stands aside."""


@dataclass(slots=True)
class VoteEntry:
    """The marks of the vote that is being typed."""

    way: Way = Way.COUNTS
    answers: dict[str, VoteChoice] = field(default_factory=dict)
    rest_for: bool = False
    """`+` was pressed: who has said nothing is in favour."""
    tellers: list[str] = field(default_factory=list)

    def clear(self, way: Way = Way.COUNTS) -> None:
        """Forget everything; begin in a way."""
        self.way, self.answers, self.rest_for, self.tellers = way, {}, False, []

    def keep(self, voters: Sequence[Voter]) -> None:
        """Forget those who do not vote any more."""
        known = {voter.attendance_id for voter in voters}
        self.answers = {row: choice for row, choice in self.answers.items() if row in known}

    @property
    def is_begun(self) -> bool:
        """Whether anything was marked."""
        return bool(self.answers or self.tellers or self.rest_for)

    def unanswered(self, voters: Sequence[Voter]) -> tuple[Voter, ...]:
        """Who has not said anything yet in a vote by name."""
        if self.rest_for:
            return ()
        return tuple(voter for voter in voters if voter.attendance_id not in self.answers)

    def take(self, text: str, context: VoteContext) -> Typed:
        """Read a mark at the end of the text; counts and `=` stay in the field."""
        if self.way is Way.SECRET:
            return self._take_teller(text, context)
        if self.way is not Way.NAMED or text.strip().startswith("="):
            return Typed()
        mark = read_vote_mark(text, [voter.number for voter in context.voters])
        if mark is None:
            return Typed()
        if mark.number is None:
            if mark.sign == VoteSign.FOR:
                self.rest_for = True
            return Typed(taken=True)
        voter = next((v for v in context.voters if v.number == mark.number), None)
        if voter is None:
            return Typed(taken=True, unknown=mark.number)
        if mark.sign == VoteSign.RECUSED:
            return Typed(taken=True, recused=voter.attendance_id)
        self.answers[voter.attendance_id] = _CHOICES[VoteSign(mark.sign)]
        return Typed(taken=True)

    def drop(self, attendance_id: str) -> None:
        """Take one mark back: a teller, or an answer."""
        if self.way is Way.SECRET:
            self.tellers = [row for row in self.tellers if row != attendance_id]
        else:
            self.answers.pop(attendance_id, None)

    def ballot(self, text: str, voters: Sequence[Voter]) -> Ballot:
        """The ballot as typed. `=` in the text is the chair's casting vote, `=-` against."""
        text = text.strip()
        casting = None
        if "=" in text:
            text, _, chair = text.partition("=")
            against = chair.strip() in ("-", "–", "−")
            casting = VoteChoice.AGAINST if against else VoteChoice.FOR
        text = text.strip()
        if self.way is Way.NAMED:
            left = tuple(voter.attendance_id for voter in self.unanswered(voters))
            named = {r: c for r, c in self.answers.items() if c is not VoteChoice.FOR}
            return Ballot(VoteMethod.ROLL_CALL, named=named, unanswered=left, casting=casting)
        if self.way is Way.SECRET:
            tellers = tuple(self.tellers)
            return Ballot(VoteMethod.SECRET, entry=text, casting=casting, teller_ids=tellers)
        if not text and casting is None:
            return CONSENSUS
        return Ballot(entry=text, casting=casting)

    def _take_teller(self, text: str, context: VoteContext) -> Typed:
        typed = text.strip()
        if not typed.endswith(TELLER):
            return Typed()
        digits = typed[:-1].strip()
        if not (digits.isascii() and digits.isdigit()):
            return Typed()
        person = next((one for one in context.people if one.number == int(digits)), None)
        if person is None:
            return Typed(taken=True, unknown=int(digits))
        if person.attendance_id not in self.tellers:
            self.tellers.append(person.attendance_id)
        return Typed(taken=True)
