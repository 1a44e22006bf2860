"""What phrases, names and dates mean in the room: feeds the completion of its fields."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dcm_desktop.domain.phrases import UNKNOWN, fill, find
from dcm_desktop.domain.task_line import Candidate, match, parse_term
from dcm_desktop.errors import InputRefused
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.session_room.complete import (
    DATE,
    NAME,
    PHRASE,
    Choice,
    Completer,
)
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.phrases import facts_of, get_phrases
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.views import RoomView

_MOST = 6


class WritingHelp(QObject):
    """Knows the session that is shown; its sources are given to the completers of the fields."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view: RoomView | None = None
        self._candidates: list[Candidate] = []
        self._choices: dict[str, Choice] = {}
        self._bodies: list[Candidate] = []
        self.speakers: dict[str, str] = {}
        """Names that may begin a line, to the row of the roll that speaks."""

    def show_room(self, view: RoomView, bodies: Sequence[Candidate]) -> None:
        """The session as it is now, and the institutions there are."""
        self._view, self._bodies = view, list(bodies)
        self._candidates, self._choices, self.speakers = [], {}, {}
        rows = sorted((*view.members, *view.others), key=lambda row: not row.in_room)
        for row in rows:
            self._add_person(row)
        for body in bodies:
            word = body.short or body.name
            note = body.name if body.short and body.short != body.name else ""
            self._add(body, Choice(body.id, word, note, word, f"{word}: "))

    def help(self, completer: Completer, *, people: bool = True, dates: bool = True) -> None:
        """Let a field complete phrases and, where they may stand there, names and dates."""
        completer.sources[PHRASE] = self.phrases
        if people:
            completer.sources[NAME] = self.names
        if dates:
            completer.sources[DATE] = self.dates

    def help_task(self, completer: Completer) -> None:
        """Let the line of a task complete phrases and bodies; its `!` stays as typed."""
        completer.sources[PHRASE] = self.phrases
        completer.sources[NAME] = self._bodies_for_task

    def phrases(self, query: str) -> Sequence[Choice]:
        """Phrases whose word begins so, filled with what is true now."""
        view = self._view
        if view is None:
            return ()
        kind = view.current.kind if view.current is not None else None
        known = self._workspace.ask(get_phrases, view.mechanism_id)
        facts = facts_of(view, at=now())
        found = [(one.key, fill(one.text, facts)) for one in find(query, known, kind)]
        found.sort(key=lambda pair: UNKNOWN in pair[1])  # whole ones first
        return [Choice(key, key, text, f"{text} ") for key, text in found[:_MOST]]

    def names(self, query: str) -> Sequence[Choice]:
        """People of the session and institutions."""
        found = match(query, self._candidates)
        return [self._choices[one.id] for one in found[:_MOST]]

    def dates(self, query: str) -> Sequence[Choice]:
        """A term as a date: `+14`, `30.11`, `сл` for the next session."""
        view = self._view
        if view is None:
            return ()
        day = local(view.starts_at).date()
        try:
            term = parse_term(query, session_on=day)
        except InputRefused:
            return ()
        due = term.due_on
        if term.next_session:
            if view.next_session_at is None:
                return ()
            due = local(view.next_session_at).date()
        if due is None:
            return ()
        word = formats.long_date(due)
        return (Choice(due.isoformat(), word, formats.day_of_week(due), word),)

    def _bodies_for_task(self, query: str) -> Sequence[Choice]:
        made = []
        for body in match(query, self._bodies)[:_MOST]:
            word = body.short or body.name
            note = body.name if body.name != word else ""
            made.append(Choice(body.id, word, note, f"@{word} "))
        return made

    def _add_person(self, row: RollRow) -> None:
        name = row.substitute or row.name
        body = row.institution or row.post
        word = row.short_name if row.is_guest else (row.institution or row.short_name)
        for spoken in (word, name, row.short_name):
            if spoken:
                self.speakers.setdefault(spoken, row.acting_id)
        found = Candidate(row.acting_id, name)
        self._add(found, Choice(row.acting_id, name, body, name, f"{name}: "))

    def _add(self, candidate: Candidate, choice: Choice) -> None:
        if candidate.id not in self._choices:
            self._candidates.append(candidate)
            self._choices[candidate.id] = choice
