"""Correct a decision that was put: a slip in its text, votes that were typed wrong."""

from dcm_desktop.domain.terms import VoteMethod
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.deciding import correct_vote
from dcm_desktop.usecases.sessions.drafting import correct_decision_text
from dcm_desktop.usecases.sessions.item_view import DecisionRow, VoteRow
from dcm_desktop.usecases.sessions.voting import Ballot

_COUNTED = (VoteMethod.SHOW_OF_HANDS, VoteMethod.SECRET)


class CorrectionForm(SideForm):
    """Text and votes of a decision; nothing is erased, the old vote stays in the record."""

    def __init__(self, screen: Screen, row: DecisionRow) -> None:
        super().__init__(screen, "")
        self._row = row
        name = formats.numbered(row.number) if row.number else self.tr("Not adopted")
        self.title.setText(self.tr("Decision {number}").format(number=name))
        self.done_text = self.tr("The decision is corrected")
        self.text = TextEdit(row.text, lines=12)
        self.text.setObjectName("corrected_text")
        self.text.setReadOnly(not row.number)
        self.votes = LineEdit(_entry(row.vote))
        self.votes.setObjectName("vote_entry")
        self.reason = LineEdit()
        self.reason.setObjectName("correction_reason")
        hint = self.tr("The old vote stays in the record; a number is never given twice.")
        secret = row.vote is not None and row.vote.method is VoteMethod.SECRET
        label = self.tr("Votes: for, against, abstained")
        if secret:
            label = self.tr("Votes: for, against, abstained, blank, invalid")
        field = Field(label, self.votes, hint=hint)
        self._why = Field(
            self.tr("Why the vote is corrected"),
            self.reason,
            hint=self.tr("After the closing the minutes say so in a note."),
        )
        self.put(Field(self.tr("Text"), self.text), field, self._why)
        counted = row.vote is not None and row.vote.method in _COUNTED
        field.setVisible(counted)
        self._why.setVisible(counted)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save what changed."""
        row, do = self._row, self.desk.workspace.do
        if row.vote is not None and self.votes.text().strip() != _entry(row.vote):
            answer = do(
                correct_vote,
                row.vote.vote_id,
                Ballot(row.vote.method, entry=self.votes.text().strip()),
                reason=self.reason.text(),
                accept=accept,
                at=now(),
            )
            if not answer.is_saved:
                return Saved("", answer.warnings)
        if row.number and self.text.text() != row.text:
            return do(correct_decision_text, row.decision_id, self.text.text(), at=now())
        return Saved(row.decision_id)


def _entry(vote: VoteRow | None) -> str:
    """The votes as they are typed: a secret vote has blank and invalid ballots behind them."""
    if vote is None or vote.method not in _COUNTED:
        return ""
    counts = vote.counts
    parts = [counts.for_n, counts.against_n, counts.abstain_n]
    if vote.method is VoteMethod.SECRET:
        papers = [counts.blank_n, counts.invalid_n]
        parts += papers if any(papers) else []
    elif counts.not_voting_n:
        parts.append(counts.not_voting_n)
    return "-".join(str(part) for part in parts)
