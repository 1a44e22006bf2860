"""What the vote strip says: the outcome in a pill, its arithmetic in one line."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import MajorityRule, VoteMethod
from dcm_desktop.domain.vote import VoteOutcome
from dcm_desktop.usecases.sessions.voting import VoteBasis, VotePreview


def half(number: int) -> str:
    """Half of a number with a decimal comma: 13 → 6,5; 14 → 7."""
    return f"{number // 2},5" if number % 2 else str(number // 2)


class VoteWords(QObject):
    """Phrases of a vote."""

    def outcome(self, outcome: VoteOutcome) -> tuple[str, str, str]:
        """Word, tone and sign of the pill."""
        if outcome.reading == "consensus":
            return self.tr("Adopted without objections"), "ok", "check"
        if outcome.reading == "casting":
            adopted = outcome.adopted
            word = self.tr("The chair decides: adopted")
            other = self.tr("The chair decides: not adopted")
            return (word, "ok", "check") if adopted else (other, "bad", "x")
        if outcome.reading == "unanimous":
            return self.tr("Adopted unanimously"), "ok", "check"
        if outcome.reading == "tie":
            return self.tr("Equal votes: not adopted"), "warn", "scale"
        if outcome.adopted:
            return self.tr("Adopted by majority"), "ok", "check"
        return self.tr("Not adopted"), "bad", "x"

    def arithmetic(self, preview: VotePreview, basis: VoteBasis) -> str:
        """`12 > 6,5 (half of 13) · 12 + 0 + 1 = 13 = 14 present − 1 recused`."""
        if preview.outcome is None:
            return self.asked(basis)
        if preview.outcome.method is VoteMethod.CONSENSUS:
            return self.asked(basis)
        return f"{self._majority(preview.outcome, basis)}  ·  {self._sum(preview, basis)}"

    def asked(self, basis: VoteBasis) -> str:
        """`13 vote = 14 present − 1 recused`."""
        words = self.tr("{voters} may vote").format(voters=basis.voters)
        if not basis.recused:
            return words
        rest = self.tr("{present} present − {recused} recused")
        return f"{words} = {rest.format(present=basis.eligible_present, recused=basis.recused)}"

    def _majority(self, outcome: VoteOutcome, basis: VoteBasis) -> str:
        n, rule = outcome.counts.for_n, outcome.majority
        if rule is MajorityRule.FOR_OVER_AGAINST:
            against = outcome.counts.against_n
            sign = ">" if n > against else "≤"
            words = self.tr("{n} {sign} {against} (for over against)")
            return words.format(n=n, sign=sign, against=against)
        if rule is MajorityRule.TWO_THIRDS_PRESENT:
            words = self.tr("{n} {sign} {needed} (two thirds of {base})")
            sign = "≥" if n >= outcome.needed else "<"
            return words.format(n=n, sign=sign, needed=outcome.needed, base=outcome.base)
        base = basis.seats if rule is MajorityRule.ABSOLUTE_OF_MEMBERS else outcome.base
        sign = ">" if 2 * n > base else "<" if 2 * n < base else "="
        words = self.tr("{n} {sign} {half} (half of {base})")
        if rule is MajorityRule.ABSOLUTE_OF_MEMBERS:
            words = self.tr("{n} {sign} {half} (half of all {base} seats)")
        return words.format(n=n, sign=sign, half=half(base), base=base)

    def _sum(self, preview: VotePreview, basis: VoteBasis) -> str:
        counts = preview.counts
        parts = [counts.for_n, counts.against_n, counts.abstain_n]
        parts += [n for n in (counts.not_voting_n, counts.blank_n, counts.invalid_n) if n]
        line = f"{' + '.join(str(part) for part in parts)} = {counts.total}"
        same = counts.total == basis.voters
        if not basis.recused:
            words = self.tr("{n} present").format(n=basis.eligible_present)
            return f"{line} {'=' if same else '≠'} {words}"
        rest = self.tr("{present} present − {recused} recused")
        words = rest.format(present=basis.eligible_present, recused=basis.recused)
        return f"{line} = {words}" if same else f"{line} ≠ {basis.voters} = {words}"
