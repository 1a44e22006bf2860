"""From the full minutes to what the public edition may say, before anything is drawn.

What is taken out here is not in the file at all; `REDACTED` marks the place.
Privacy: case items keep their public title, their number, the vote counts and `text_public`.
Source: design of the papers (Editions); domain reference, section 5.2 (anonymising a case).
"""

from dataclasses import replace

from dcm_desktop.documents.decided import (
    CorrectedVote,
    DecisionFacts,
    DecisionPoint,
    Dissent,
    MembershipLine,
    TaskReportFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.models import (
    AgendaChange,
    Annex,
    Edition,
    MinutesItem,
    MinutesModel,
    Movement,
    PresentPerson,
    ProposalFacts,
    Remark,
    Signatory,
)
from dcm_desktop.documents.typography import REDACTED
from dcm_desktop.documents.wording import phrase
from dcm_desktop.domain.bulgarian import capital
from dcm_desktop.domain.decision_text import parse_points


def public_edition(model: MinutesModel) -> MinutesModel:
    """The model of what the public edition says; once redacted, the same again.

    Guests stand by organisation, members by name and post (`members_by_post`: by post only).
    """
    if model.redacted:
        return model
    names = _Names(model)
    return replace(
        model,
        edition=Edition.PUBLIC,
        redacted=True,
        members=tuple(names.member(person) for person in model.members),
        associates=tuple(names.member(person) for person in model.associates),
        guests=tuple(_guest(person) for person in model.guests),
        coordinators=tuple(names.member(person) for person in model.coordinators),
        absent=tuple(replace(one, name=names.text(one.name)) for one in model.absent),
        chair=names.signatory(model.chair),
        minutes_taker=names.signatory(model.minutes_taker),
        items=tuple(_item(item, names) for item in model.items),
        agenda_changes=tuple(
            _agenda_change(change, model, names) for change in model.agenda_changes
        ),
        agenda_vote=_vote(model.agenda_vote, names),
        movements=tuple(names.movement(step) for step in model.movements),
        annexes=tuple(_annex(one, names) for one in model.annexes),
        signatories=tuple(names.signatory(one) for one in model.signatories),
        copy_no="",
    )


class _Names:
    """Replaces names that may not stand in the public edition by what may."""

    def __init__(self, model: MinutesModel) -> None:
        self._by_post = model.members_by_post
        self._instead: dict[str, str] = {}
        for guest in model.guests:
            if guest.name:
                organisation = guest.institution
                self._instead[guest.name] = (
                    phrase("minutes.guest_in_text", organisation=organisation)
                    if organisation
                    else REDACTED
                )
        if self._by_post:
            for person in (*model.members, *model.associates, *model.coordinators):
                if person.name:
                    self._instead[person.name] = person.post or person.institution or REDACTED
            for one in (*model.signatories, model.chair, model.minutes_taker):
                if one.name:
                    self._instead.setdefault(one.name, one.office or REDACTED)
            for absent in model.absent:
                if absent.name:
                    self._instead.setdefault(absent.name, absent.institution or REDACTED)
        self._longest_first = sorted(self._instead, key=len, reverse=True)

    def text(self, text: str) -> str:
        """The text with each whole name replaced, large where a sentence begins."""
        for name in self._longest_first:
            start = text.find(name)
            while start >= 0:
                before = text[:start].rstrip()
                instead = self._instead[name]
                if not before or before.endswith((".", "!", "?")):
                    instead = capital(instead)
                text = text[:start] + instead + text[start + len(name) :]
                start = text.find(name, start + len(instead))
        return text

    def exact(self, name: str) -> str:
        """What stands for one name in a list."""
        return self._instead.get(name, name)

    def member(self, person: PresentPerson) -> PresentPerson:
        """A member or official; by post only, where the setting asks for it."""
        if not self._by_post:
            return person
        member = phrase("minutes.the_member") if person.substitute_for else ""
        return replace(person, name="–", substitute_for=member)

    def signatory(self, one: Signatory) -> Signatory:
        """Who leads or signs."""
        return replace(one, name=self.exact(one.name), office="") if self._by_post else one

    def movement(self, step: Movement, struck: frozenset[str] = frozenset()) -> Movement:
        """A movement; the names in `struck` are not named."""
        names = tuple(REDACTED if name in struck else self.exact(name) for name in step.names)
        return replace(step, names=names)


def _guest(person: PresentPerson) -> PresentPerson:
    return PresentPerson(
        name=phrase("minutes.guest_public"),
        institution=person.institution or REDACTED,
        remote=person.remote,
    )


def _item(item: MinutesItem, names: _Names) -> MinutesItem:
    return _secret(item, names) if item.is_secret else _open(item, names)


def _open(item: MinutesItem, names: _Names) -> MinutesItem:
    title = item.public_title or item.title
    return replace(
        item,
        title=title,
        agenda_title="" if item.public_title else item.agenda_title,
        rapporteur=names.exact(item.rapporteur),
        recusals=tuple(REDACTED for _ in item.recusals),
        report=tuple(names.text(text) for text in item.report),
        speakers=None
        if item.speakers is None
        else tuple(names.exact(name) for name in item.speakers),
        discussion=tuple(
            Remark(names.text(one.text), names.exact(one.speaker)) for one in item.discussion
        ),
        proposals=tuple(
            ProposalFacts(names.text(one.text), names.exact(one.proposer)) for one in item.proposals
        ),
        decisions=tuple(_open_decision(one, names) for one in item.decisions),
        movements=tuple(names.movement(step, frozenset(item.recusals)) for step in item.movements),
        commitments=tuple(
            replace(one, what=names.text(one.what), declared_by=names.exact(one.declared_by))
            for one in item.commitments
        ),
        reported=tuple(_report(one, names) for one in item.reported),
        tasks=tuple(_task(task, names) for task in item.tasks),
    )


def _secret(item: MinutesItem, names: _Names) -> MinutesItem:
    struck = frozenset(item.recusals)
    part = item.closed_part
    if part is not None:
        stayed = tuple(
            Signatory(name=phrase("minutes.guest_in_text", organisation=guest.office or REDACTED))
            for guest in part.stayed
        )
        part = replace(part, stayed=stayed)
    return replace(
        item,
        title=item.public_title or phrase("minutes.case_public_title"),
        agenda_title="",
        rapporteur=(item.rapporteur_post or REDACTED) if item.rapporteur else "",
        status_reason=REDACTED if item.status_reason else "",
        closed_part=part,
        recusals=tuple(REDACTED for _ in item.recusals),
        report=(),
        speakers=None,
        discussion=(),
        proposals=(),
        pledges=(),
        commitments=(),
        reported=tuple(_report(replace(one, secret=True), names) for one in item.reported),
        tasks=(),
        struck_out=True,
        decisions=tuple(_secret_decision(one) for one in item.decisions),
        movements=tuple(names.movement(step, struck) for step in item.movements),
    )


def _open_decision(decision: DecisionFacts, names: _Names) -> DecisionFacts:
    points: tuple[DecisionPoint, ...]
    if decision.text_public:
        points = _public_points(decision.text_public)
        tasks = tuple(task for point in decision.points for task in point.tasks)
    else:
        points = tuple(
            replace(
                point,
                text=names.text(point.text),
                tasks=tuple(_task(task, names) for task in point.tasks),
            )
            for point in decision.points
        )
        tasks = ()
    return replace(
        decision,
        points=points,
        tasks=tuple(_task(task, names) for task in (*tasks, *decision.tasks)),
        membership=tuple(_membership(line, names) for line in decision.membership),
        vote=_vote(decision.vote, names),
    )


def _secret_decision(decision: DecisionFacts) -> DecisionFacts:
    vote = decision.vote
    if vote is not None:
        struck = tuple(Dissent(REDACTED, one.annex) for one in vote.dissents)
        vote = replace(
            vote,
            named=(),
            dissents=struck,
            tellers=(),
            override_reason=REDACTED if vote.override_reason else "",
            corrected=_corrected(vote.corrected),
        )
    return DecisionFacts(
        number=decision.number,
        kind=decision.kind,
        points=_public_points(decision.text_public or REDACTED),
        vote=vote,
    )


def _public_points(text: str) -> tuple[DecisionPoint, ...]:
    return tuple(DecisionPoint(point.label, point.text) for point in parse_points(text))


def _task(task: TaskTerm, names: _Names) -> TaskTerm:
    return replace(task, title=names.text(task.title))


def _membership(line: MembershipLine, names: _Names) -> MembershipLine:
    return replace(line, name=names.exact(line.name))


def _vote(vote: VoteFacts | None, names: _Names) -> VoteFacts | None:
    if vote is None:
        return None
    kept = (
        tuple(replace(one, name=names.exact(one.name)) for one in vote.named)
        if vote.named_public
        else ()
    )
    dissents = tuple(replace(one, name=names.exact(one.name)) for one in vote.dissents)
    corrected = vote.corrected
    if corrected is not None:
        corrected = replace(corrected, reason=names.text(corrected.reason))
    return replace(
        vote,
        named=kept,
        dissents=dissents,
        tellers=tuple(names.exact(one) for one in vote.tellers),
        override_reason=names.text(vote.override_reason),
        corrected=corrected,
    )


def _corrected(before: CorrectedVote | None) -> CorrectedVote | None:
    if before is None:
        return None
    return replace(before, reason=REDACTED)


def _report(one: TaskReportFacts, names: _Names) -> TaskReportFacts:
    """Of a case only by which decision, by whom and whether: no title, no words."""
    if one.secret:
        return replace(one, title="", line="", by="")
    return replace(
        one, title=names.text(one.title), line=names.text(one.line), by=names.exact(one.by)
    )


def _agenda_change(change: AgendaChange, model: MinutesModel, names: _Names) -> AgendaChange:
    item = next((item for item in model.items if item.number == change.number), None)
    title = change.title
    secret = item.is_secret if item is not None else change.secret
    if secret:
        public = item.public_title if item is not None else ""
        title = public or phrase("minutes.case_public_title")
    elif item is not None and item.public_title:
        title = item.public_title
    return replace(
        change,
        title=title,
        proposer=names.exact(change.proposer),
        reason=(REDACTED if change.reason else "") if secret else names.text(change.reason),
        vote=_vote(change.vote, names),
    )


def _annex(one: Annex, names: _Names) -> Annex:
    """A confidential annex keeps its place and loses its words."""
    if one.confidential or one.public_title:
        title = one.public_title or one.title
        return replace(one, title=title, public_title="", text="", author="")
    return replace(
        one, title=names.text(one.title), text=names.text(one.text), author=names.exact(one.author)
    )
