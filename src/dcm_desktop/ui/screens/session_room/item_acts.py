"""Acts inside an item: lines, proposals, decisions. Each asks one use case; tasks: `task_acts`."""

from datetime import datetime, time

from PySide6.QtCore import QObject, Signal

from dcm_desktop.domain.terms import AgendaItemKind, DecisionKind, VoteSubject
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.screens.session_room.item_panel import ItemPanel
from dcm_desktop.ui.screens.session_room.session_acts import SessionActs
from dcm_desktop.ui.screens.session_room.task_acts import TaskActs
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.sessions import (
    agenda,
    deciding,
    drafting,
    recusals,
    writing,
)
from dcm_desktop.usecases.sessions.checklist import get_checklist
from dcm_desktop.usecases.sessions.deciding import Adopted
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.voting import CONSENSUS, Ballot


class ItemActs(QObject):
    """What is wanted of the item that is shown, done."""

    checklist_wanted = Signal()
    """The ten checks are asked for, at their first gap."""

    def __init__(
        self, screen: Screen, panel: ItemPanel, clock: ClockBox, session: SessionActs
    ) -> None:
        super().__init__(screen)
        self._screen, self._panel, self._clock = screen, panel, clock
        self._session = session
        self._do = screen.desk.workspace.do
        panel.discussion.line_given.connect(self.add_line)
        panel.discussion.line_changed.connect(self.change_line)
        panel.discussion.line_removed.connect(self.remove_line)
        panel.discussion.reported.text_given.connect(self.save_reported)
        panel.proposals.text_given.connect(self.save_proposal)
        panel.proposals.taken.connect(self.take_proposal)
        panel.decision.text_given.connect(self.save_decision)
        panel.decision.kind_given.connect(self.set_kind)
        panel.decision.public_given.connect(self.set_public)
        panel.decision.confirmed.connect(self.adopt)
        self.tasks = TaskActs(screen, panel, clock)
        panel.vote.vote_requested.connect(self.vote)
        panel.vote.recusal_requested.connect(self.recuse)

    def add_line(
        self, text: str, speaker: str, private: bool = False, said: time | None = None
    ) -> None:
        """A line of the discussion."""
        item = self._item()
        self._do(
            writing.add_line,
            item.item_id,
            text,
            speaker_id=speaker or None,
            private=private,
            when=self._when(),
            said=said,
            at=now(),
        )
        self._panel.forget_line()

    def change_line(
        self, line_id: str, text: str, speaker: str, private: bool, said: time | None
    ) -> None:
        """A line was written again."""
        self._do(
            writing.update_line,
            line_id,
            text,
            speaker_id=speaker or None,
            private=private,
            said=said,
            at=now(),
        )

    def save_reported(self, item_id: str, text: str) -> None:
        """What was reported was left."""
        self._do(agenda.set_reporting_text, item_id, text, at=now())

    def remove_line(self, line_id: str) -> None:
        """Take a line out."""
        self._do(writing.delete_line, line_id, at=now())
        self._screen.say_done(self.tr("The line is removed"))

    def save_proposal(self, proposal_id: str, text: str, proposer: str) -> None:
        """The proposal was left, or its proposer chosen."""
        who = proposer or None
        if not text.strip():
            if proposal_id:
                self._do(writing.delete_proposal, proposal_id, at=now())
        elif proposal_id:
            self._do(writing.update_proposal, proposal_id, text, proposer_id=who, at=now())
        else:
            item_id = self._panel.proposals.kept.record_id
            self._do(writing.add_proposal, item_id, text, proposer_id=who, at=now())

    def take_proposal(self, proposal_id: str) -> None:
        """A proposal becomes the text of the decision, where Ctrl+Enter adopts it."""
        self._panel.finish_typing()
        self._screen.refresh_now()
        rows = self._item().proposals
        chosen = proposal_id or (rows[-1].proposal_id if rows else "")
        if not chosen:
            return
        self._do(drafting.take_proposal, chosen, at=now())
        self._screen.refresh_now()
        self._panel.focus_field("decision_text")

    def save_decision(self, text: str) -> None:
        """The draft was left."""
        item_id = self._panel.decision.kept.record_id
        self._do(drafting.update_decision_text, item_id, text, at=now())

    def set_kind(self, decision_id: str, kind: DecisionKind) -> None:
        """Another kind of decision."""
        self._do(drafting.set_decision_kind, decision_id, kind, at=now())

    def set_public(self, decision_id: str, text: str) -> None:
        """The sentence of the public edition."""
        self._do(drafting.set_public_text, decision_id, text, at=now())

    def adopt(self) -> None:
        """Ctrl+Enter: adopted without objections, with its number."""
        self._put(CONSENSUS, frozenset())

    def vote(self, ballot: Ballot, accept: frozenset[str]) -> None:
        """What the strip stands for is put to the vote as typed."""
        subject = self._panel.vote.subject
        if subject is VoteSubject.DECISION:
            self._put(ballot, accept)
            return
        if subject is VoteSubject.AGENDA:
            done = self._session.vote_agenda(ballot, accept)
        else:
            done = self._session.include_item(self._item().item_id, ballot, accept)
        if done:
            self._panel.vote.reset()

    def _put(self, ballot: Ballot, accept: frozenset[str]) -> None:
        self._panel.finish_typing()
        item = self._item()
        answer: Adopted = self._do(
            deciding.put_decision,
            item.item_id,
            ballot,
            accept=accept,
            when=self._when(),
            at=now(),
        )
        if not answer.is_saved:
            words = " ".join(formats.sentence(finding) for finding in answer.warnings)
            self._screen.strip.say(words, "warn")
            return
        self._panel.vote.reset()
        if answer.adopted:
            words = self.tr("Decision № {number} is adopted").replace("№ ", "№\u00a0")
            self._screen.say_done(words.format(number=answer.number))
            self._ask_for_ground(item)
        else:
            self._screen.say_done(self.tr("The decision is not adopted"))

    def _ask_for_ground(self, item: ItemView) -> None:
        """P04 holds nobody up in the hall: the gap is said, and the list asks for the ground."""
        if item.kind is not AgendaItemKind.CASE:
            return
        view = self._screen.desk.workspace.ask(get_checklist, item.item_id)
        gap = next((row for row in view.checks if row.forced), None)
        if gap is not None:
            acts = [Act(self.tr("Write the ground"), self.checklist_wanted.emit, cap="Shift+F11")]
            self._screen.ask(formats.sentence(gap.findings[0]), acts)

    def recuse(self, attendance_id: str) -> None:
        """A voter stands aside in this item."""
        self._do(recusals.recuse, self._item().item_id, attendance_id, at=now())

    def _item(self) -> ItemView:
        item = self._panel.item
        if item is None:
            raise RuntimeError("no item is shown")
        return item

    def _when(self) -> datetime | None:
        return self._clock.moment()
