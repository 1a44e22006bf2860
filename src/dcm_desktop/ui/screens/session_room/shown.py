"""From the view of the room to what its rows and lines say. Words only, no rule."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    AttendanceCapacity,
    SessionStatus,
    VoteMethod,
)
from dcm_desktop.ui import formats
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.session_room.row_paint import AgendaLine, PersonLine
from dcm_desktop.usecases.sessions.item_view import CommitmentRow, DecisionRow, TaskRow, VoteRow
from dcm_desktop.usecases.sessions.roll_view import RollRow, RollSign
from dcm_desktop.usecases.sessions.views import ItemRow

_DONE = (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED)
_AWAY = (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN)

_SIGNS: dict[RollSign, tuple[str, str]] = {
    RollSign.EXPECTED: ("circle-dashed", "mute"),
    RollSign.PRESENT: ("circle-check", "present"),
    RollSign.SUBSTITUTE: ("contrast", "ok"),
    RollSign.REMOTE: ("video", "ok"),
    RollSign.EXCUSED: ("circle", "mute"),
    RollSign.ABSENT: ("circle-x", "bad"),
    RollSign.LEFT: ("log-out", "warn"),
    RollSign.PROXY: ("mail", "mute"),
    RollSign.RECUSED: ("ban", "warn"),
}

STATUS_TONES: dict[SessionStatus, str] = {
    SessionStatus.DRAFT: "mute",
    SessionStatus.CONVENED: "soft",
    SessionStatus.OPEN: "ok",
    SessionStatus.ADJOURNED: "warn",
    SessionStatus.HELD: "mute",
    SessionStatus.NO_QUORUM: "bad",
    SessionStatus.POSTPONED: "warn",
    SessionStatus.CANCELLED: "mute",
}


class RoomWords(QObject):
    """Phrases of the room."""

    def sign(self, row: RollRow) -> str:
        """Word beside somebody's name."""
        if row.sign is RollSign.EXPECTED and row.said is not None:
            return label_of(row.said)
        if row.sign is RollSign.LEFT:
            if row.until is None:
                return self.tr("left")
            return self.tr("left {time}").format(time=formats.time_of(row.until))
        return {
            RollSign.EXPECTED: self.tr("expected"),
            RollSign.PRESENT: self.tr("present"),
            RollSign.SUBSTITUTE: self.tr("substitute"),
            RollSign.REMOTE: self.tr("remote"),
            RollSign.EXCUSED: self.tr("excused"),
            RollSign.ABSENT: self.tr("absent"),
            RollSign.PROXY: self.tr("by proxy"),
            RollSign.RECUSED: self.tr("recused"),
        }[row.sign]

    def seat(self, row: RollRow) -> PersonLine:
        """A seat in the panel: by its institution."""
        icon, tone = _SIGNS[row.sign]
        quiet = row.sign in (RollSign.EXCUSED, RollSign.ABSENT, RollSign.LEFT, RollSign.EXPECTED)
        number = str(row.n) if row.n else ""
        name = capital(row.institution) or row.short_name
        return PersonLine(
            row.attendance_id, number, name, row.name, icon, self.sign(row), tone, quiet
        )

    def person(self, row: RollRow) -> PersonLine:
        """A seat in the roll call: by name, with institution, office and substitute."""
        icon, tone = _SIGNS[row.sign]
        if row.sign is RollSign.EXPECTED and row.said is not None:
            icon = "phone"
        quiet = row.sign in (RollSign.EXCUSED, RollSign.ABSENT, RollSign.LEFT)
        parts = [capital(row.institution)]
        if row.capacity is AttendanceCapacity.ASSOCIATE:
            parts.append(label_of(row.capacity))
        if row.substitute:
            parts.append(", ".join(p for p in (row.substitute, row.authorisation) if p))
        if row.proxy:
            words = self.tr("{name} votes for them").format(name=row.proxy)
            if not row.proxy_counts:
                words = self.tr("{name} is out: the proxy does not count").format(name=row.proxy)
            parts.append(", ".join(p for p in (words, row.proxy_document) if p))
        if row.sign is RollSign.EXCUSED and row.excuse:
            parts.append(row.excuse)
        if row.sign is RollSign.EXPECTED and row.said_note:
            parts.append(row.said_note)
        place = " · ".join(part for part in parts if part)
        number = str(row.n) if row.n else ""
        return PersonLine(
            row.attendance_id,
            number,
            row.name,
            place,
            icon,
            self.sign(row),
            tone,
            quiet,
            declared=row.declaration_signed,
        )

    def item(self, row: ItemRow, *, elapsed: int | None) -> AgendaLine:
        """An item of the agenda; `elapsed`: minutes since it began, for the running one."""
        shape = "done" if row.status in _DONE else "away" if row.status in _AWAY else "number"
        return AgendaLine(
            row.item_id,
            "" if row.n is None else str(row.n),
            row.title,
            self._item_note(row, elapsed),
            shape,
            row.status is AgendaItemStatus.RUNNING,
            row.closed,
        )

    def _item_note(self, row: ItemRow, elapsed: int | None) -> str:
        kind = capital(label_of(row.kind))
        planned = row.planned_minutes or 0
        if elapsed is not None:
            words = self.tr("{n} of {planned} min").format(n=elapsed, planned=planned)
        elif row.decision_numbers:
            words = self.tr("Decision № {numbers}").format(numbers=", ".join(row.decision_numbers))
            words = words.replace("№ ", "№\u00a0")
        elif row.status in (*_DONE, *_AWAY):
            words = label_of(row.status)
        else:
            words = self.tr("{n} min").format(n=planned)
        if row.added_at_session and not row.added_voted and row.status not in _AWAY:
            added = self.tr("added, not voted")
            words = f"{words} · {added}"
        return f"{kind} · {words}"

    def vote(self, vote: VoteRow) -> str:
        """`12 за, 0 против, 1 въздържал се`."""
        if vote.method is VoteMethod.CONSENSUS:
            return self.tr("without objections")
        counts = vote.counts
        words = self.tr("{yes} for, {no} against, {abstained}")
        held = Plurals().held(counts.abstain_n)
        line = words.format(yes=counts.for_n, no=counts.against_n, abstained=held)
        if counts.not_voting_n:
            line += self.tr(", {n} not voting").format(n=counts.not_voting_n)
        if counts.blank_n:
            line += self.tr(", {n} blank").format(n=counts.blank_n)
        if counts.invalid_n:
            line += self.tr(", {n} invalid").format(n=counts.invalid_n)
        if vote.tie_broken_by_chair:
            line += self.tr(", the chair decided")
        if vote.method is not VoteMethod.SHOW_OF_HANDS:
            line = f"{label_of(vote.method)}: {line}"
        return line

    def decision(self, row: DecisionRow) -> str:
        """Quiet line of a decision that was put: how, when, what kind."""
        parts = [label_of(row.status)]
        if row.vote is not None:
            parts.append(self.vote(row.vote))
            parts.append(formats.time_of(row.vote.at))
            if row.vote.in_block:
                parts.append(self.tr("in one vote with others"))
            if row.vote.computed is not None:
                parts.append(self.tr("entered against the rule"))
            if row.vote.is_correction:
                parts.append(self.tr("corrected"))
        return " · ".join(parts)

    def term(self, task: TaskRow | CommitmentRow) -> str:
        """Term of a task on its chip."""
        if task.due_on is not None:
            return formats.short_date(task.due_on)
        if task.next_session:
            return self.tr("next session")
        return self.tr("standing") if task.standing else self.tr("no date")

    def others(self, rows: tuple[RollRow, ...]) -> str:
        """`асоциирани 2 · гости 1`."""
        here = [row for row in rows if row.in_room]
        associates = sum(1 for r in here if r.capacity is AttendanceCapacity.ASSOCIATE)
        guests = sum(1 for r in here if r.is_guest)
        words = self.tr("associates {associates} · guests {guests}")
        return words.format(associates=associates, guests=guests)

    def left_items(self, left: int, carried: int) -> str:
        """Foot of the agenda."""
        rest = self.tr("{items} left").format(items=Plurals().agenda_items(left))
        over = self.tr("carried {n}").format(n=carried)
        return f"{over} · {rest}"
