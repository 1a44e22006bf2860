"""The sentences of decisions: heads, terms, votes, pledges, changes of membership; no layout.

Source: domain reference, section 5.2, points 6 and 7.
"""

from dcm_desktop import labels
from dcm_desktop.documents.decided import (
    CommitmentFacts,
    CorrectedVote,
    DecisionFacts,
    Dissent,
    MembershipLine,
    PledgeFacts,
    TaskReportFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.typography import printable
from dcm_desktop.documents.wording import filled, long_day, phrase
from dcm_desktop.domain import session_words
from dcm_desktop.domain.bulgarian import capital, listing, money, with_
from dcm_desktop.domain.terms import (
    DecisionKind,
    MemberRole,
    MembershipChangeKind,
    PledgeKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
)


def commitment(facts: CommitmentFacts) -> str:
    """„X поема ангажимент, заявен от …: … Срок: …“."""
    key = "minutes.commitment_declared" if facts.declared_by else "minutes.commitment"
    text = phrase(
        key,
        institution=capital(filled(facts.institution)),
        name=facts.declared_by,
        what=printable(facts.what).rstrip("."),
    )
    label, value = term(
        TaskTerm(due_on=facts.due_on, standing=facts.standing, next_session=facts.next_session)
    )
    text = f"{text}. {label}: {value}"
    return text if text.endswith(".") else f"{text}."


def loose_task(task: TaskTerm) -> str:
    """A task that belongs to no decision, in one line."""
    label, value = term(task)
    text = f"{printable(task.title).rstrip('.')}. {phrase('minutes.owner')}: {owner(task)}. "
    text += f"{label}: {value}"
    return text if text.endswith(".") else f"{text}."


def task_report(facts: TaskReportFacts) -> str:
    """„решение № 6-3, т. 2 (община Троян): изпълнена – …, докладва …“."""
    head = facts.origin or printable(facts.title) or phrase("minutes.blank")
    if facts.origin and facts.title:
        head = f"{head} – {printable(facts.title).rstrip('.')}"
    if facts.institution:
        head = f"{head} ({printable(facts.institution)})"
    said = labels.label(facts.outcome)
    if facts.new_due_on is not None:
        said += f" до {long_day(facts.new_due_on)}"
    elif facts.next_session:
        said += f" до {phrase('minutes.next_session')}"
    text = f"{capital(head)}: {said}"
    if facts.line:
        text += f" – {printable(facts.line).rstrip('.')}"
    if facts.by:
        text += f"; {phrase('minutes.reported_by', name=facts.by)}"
    return text if text.endswith(".") else f"{text}."


def correction(before: CorrectedVote) -> str:
    """The footnote of a vote that was corrected after the closing."""
    if before.by_consensus:
        was = phrase("minutes.corrected_consensus")
    else:
        was = session_words.vote_line(before.for_n, before.against_n, before.abstain_n)
    return phrase(
        "minutes.corrected",
        date=long_day(before.corrected_on),
        reason=before.reason.rstrip("."),
        before=was[0].lower() + was[1:],
    )


def pledge(facts: PledgeFacts) -> str:
    """Institution, what, how much and until when."""
    what = printable(facts.what) or phrase(f"minutes.pledge.{facts.kind.value}")
    if facts.kind is PledgeKind.MONEY:
        amount = money(facts.amount) if facts.amount else ""
    else:
        amount = f"{facts.amount} {printable(facts.unit) or 'бр.'}" if facts.amount else ""
    text = f"{filled(facts.institution)} – {what}"
    if amount:
        text += f", {amount}"
    if facts.due_on is not None:
        text += f". {phrase('minutes.term')}: {long_day(facts.due_on)}"
    return text if text.endswith(".") else f"{text}."


_HEADS = {DecisionKind.RECOMMENDATION: "recommendation", DecisionKind.OPINION: "opinion"}
_SUBJECTS = {DecisionKind.RECOMMENDATION: "Препоръката", DecisionKind.OPINION: "Становището"}


def decision_head(decision: DecisionFacts) -> str:
    """„РЕШЕНИЕ № 7-1“; a proposal that was not adopted has no number."""
    if not decision.number:
        return phrase("minutes.not_adopted")
    return phrase(f"minutes.{_HEADS.get(decision.kind, 'decision')}", number=decision.number)


def decision_subject(decision: DecisionFacts) -> str:
    """„Решението“, „Препоръката“, „Становището“."""
    return _SUBJECTS.get(decision.kind, "Решението")


def owner(task: TaskTerm) -> str:
    """Responsible institution, with those that answer for it together."""
    if not task.co_owners:
        return filled(task.owner)
    owners = [with_(filled(name)) for name in task.co_owners]
    return phrase("minutes.with_owners", owner=task.owner, owners=listing(owners))


def term(task: TaskTerm) -> tuple[str, str]:
    """Label and value of the term."""
    label = phrase("minutes.term_start" if task.is_start else "minutes.term")
    if task.next_session:
        return label, phrase("minutes.next_session")
    if task.standing:
        return label, phrase("minutes.standing")
    return label, long_day(task.due_on)


_ROLES = {
    MemberRole.CHAIR: "председател",
    MemberRole.DEPUTY_CHAIR: "заместник-председател",
    MemberRole.SECRETARY: "секретар",
    MemberRole.COORDINATOR: "координатор",
    MemberRole.ASSOCIATE: "асоцииран член",
    MemberRole.SUBSTITUTE: "заместник",
    MemberRole.EXPERT: "експерт",
    MemberRole.NATIONAL_EXPERT: "национален експерт",
    MemberRole.OBSERVER: "наблюдател",
}


def membership(line: MembershipLine, short: str) -> str:
    """Who gets or leaves a seat, from which day."""
    key = "start" if line.change is MembershipChangeKind.START else "end"
    return phrase(
        f"minutes.membership_{key}",
        name=line.name,
        institution=line.institution,
        role=_ROLES.get(line.role, "постоянен член"),
        short=short,
        date=long_day(line.effective_on),
    )


def vote_lines(vote: VoteFacts, what: str) -> tuple[tuple[str, ...], str, str]:
    """Sentences above the counts, the counts themselves, the outcome.

    The counts are empty for a consensus. `what` is the subject: „Решението“.
    """
    recusal = session_words.recusal_sentence(vote.eligible_present, vote.recused)
    consensus = vote.method is VoteMethod.CONSENSUS
    voters = vote.eligible_present - vote.recused
    counts = ""
    if not consensus:
        counts = session_words.vote_line(
            vote.for_n,
            vote.against_n,
            vote.abstain_n,
            not_voting_n=vote.not_voting_n,
            blank_n=vote.blank_n,
            invalid_n=vote.invalid_n,
            method=vote.method,
        )
    outcome = session_words.result_sentence(
        adopted=vote.result is VoteResult.ADOPTED,
        unanimous=vote.for_n == voters and vote.computed is None,
        consensus=consensus,
        what=what,
    )
    above = [recusal] if recusal else []
    if vote.majority is not None and not consensus:
        above.append(phrase("minutes.majority", majority=labels.label(vote.majority)))
    return tuple(above), counts, outcome


_CHOICES = (
    (VoteChoice.FOR, "„за“"),
    (VoteChoice.AGAINST, "„против“"),
    (VoteChoice.ABSTAIN, "„въздържал се“"),
    (VoteChoice.NOT_VOTING, "не гласували"),
)


def vote_notes(vote: VoteFacts) -> tuple[str, ...]:
    """What stands below the counts: the casting vote, who counted, votes by name, a different
    result than the rule gives, a correction, different opinions."""
    notes = []
    if vote.tie_broken_by_chair:
        notes.append(phrase("minutes.casting"))
    named = [
        f"{label} – {', '.join(filled(one.name) for one in vote.named if one.choice is choice)}"
        for choice, label in _CHOICES
        if any(one.choice is choice for one in vote.named)
    ]
    if named:
        notes.append(f"Поименно: {'; '.join(named)}.")
    if vote.tellers:
        key = "minutes.teller" if len(vote.tellers) == 1 else "minutes.tellers"
        notes.append(phrase(key, names=listing([filled(name) for name in vote.tellers])))
    if vote.together_with:
        many = len(vote.together_with) > 1
        key = "minutes.together_many" if many else "minutes.together"
        notes.append(phrase(key, numbers=listing(list(vote.together_with))))
    if vote.computed is not None:
        notes.append(
            phrase(
                "minutes.override",
                computed=labels.label(vote.computed),
                reason=vote.override_reason.rstrip("."),
            )
        )
    if vote.corrected is not None:
        notes.append(correction(vote.corrected))
    notes += [dissent(one) for one in vote.dissents]
    return tuple(notes)


def dissent(one: Dissent) -> str:
    """„Особено мнение: … (Приложение № …).“."""
    if one.annex is None:
        return phrase("minutes.dissent_nowhere", name=one.name)
    if one.promised_by is not None:
        date = long_day(one.promised_by)
        return phrase("minutes.dissent_promised", name=one.name, annex=one.annex, date=date)
    return phrase("minutes.dissent", name=one.name, annex=one.annex)
