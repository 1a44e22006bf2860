"""What the form of an item in preparation is filled from, and where its words go."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.case import OPEN_STATUSES
from dcm_desktop.domain.item_forms import ItemField, shows
from dcm_desktop.domain.terms import AgendaItemKind, Changes
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.screens.choices import label_of, person_options
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.sessions.item_form import ItemForm
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.usecases.cases import CaseFilter, list_cases
from dcm_desktop.usecases.members import list_people
from dcm_desktop.usecases.sessions import (
    ItemRow,
    PlannedSession,
    add_prepared_item,
    get_item,
    get_proposed_decision,
    list_follow_up,
    minutes_choices,
)

_OFFERED = frozenset({"case", "person", "mandate", "institution", "minutes"})
"""Records that the choices of an item are made of."""


class ItemDesk(QObject):
    """Reads for the form only what it shows, and its choices only when they changed."""

    def __init__(self, screen: Screen, form: ItemForm) -> None:
        super().__init__(screen)
        self._workspace, self._form = screen.desk.workspace, form
        self._stale = True
        screen.desk.bus.changed.connect(self._note)

    def forget(self) -> None:
        """Another session is shown: its choices are others."""
        self._stale = True

    def offer(self, session: PlannedSession) -> None:
        """Offer cases, people of the day and versions of minutes, when they changed."""
        if not self._stale:
            return
        self._stale = False
        ask = self._workspace.ask
        chosen = CaseFilter(session.mechanism_id, statuses=OPEN_STATUSES)
        cases = [
            Option(row.case_id, row.code, label_of(row.typology) if row.typology else "")
            for row in ask(list_cases, chosen, today=today()).rows
        ]
        words = self.tr("Session № {number}, version {n}").replace("№ ", "№\u00a0")
        versions = [
            Option(
                row.minutes_id,
                words.format(number=row.session_number, n=row.version),
                formats.short_date(row.held_on),
            )
            for row in ask(minutes_choices, session.mechanism_id, before=session.starts_at)
        ]
        day = local(session.starts_at).date()
        self._form.set_choices(cases, person_options(ask(list_people, day=day)), versions)

    def show(self, session: PlannedSession, row: ItemRow, *, editable: bool) -> None:
        """Show an item of the agenda."""
        ask, form = self._workspace.ask, self._form
        number = f"{row.n}" if row.n is not None else "–"
        title = self.tr("Item {n}").format(n=number)
        case_text = row.title if row.kind is AgendaItemKind.CASE else ""
        form.show_item(title, ask(get_item, row.item_id), case_text, editable=editable)
        if shows(row.kind, ItemField.PROPOSAL):
            form.show_proposal(ask(get_proposed_decision, row.item_id))
        if shows(row.kind, ItemField.TASKS):
            day = local(session.starts_at).date()
            form.tasks.show_groups(
                ask(list_follow_up, session.mechanism_id, on=day, session_id=session.session_id)
            )

    def add(self, session_id: str) -> str:
        """Put the new item on the agenda; returns its id."""
        form = self._form
        proposal = "" if form.proposal_field.isHidden() else form.proposal.text()
        saved = self._workspace.do(add_prepared_item, session_id, form.data(), proposal, at=now())
        return saved.id

    def _note(self, changes: Changes) -> None:
        self._stale = self._stale or bool(_OFFERED & changes.kinds)
