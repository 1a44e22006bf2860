"""What else can be done to the item that is shown, and the forms that open at the side."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dcm_desktop.domain.session import may_item
from dcm_desktop.domain.terms import AgendaItemKind, ItemAction, SessionStatus
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.screens.session_room.checklist import ChecklistPanel
from dcm_desktop.ui.screens.session_room.correction_form import CorrectionForm
from dcm_desktop.ui.screens.session_room.decide_menu import DecideMenu
from dcm_desktop.ui.screens.session_room.forms import ItemForm, NextSessionForm, TaskForm
from dcm_desktop.ui.screens.session_room.people_forms import (
    GuestForm,
    MembershipForm,
    PledgeForm,
)
from dcm_desktop.ui.screens.session_room.session_acts import SessionActs
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class ItemMenu(QObject):
    """The menu behind „…“ and the forms it opens."""

    def __init__(self, screen: "RoomScreen", acts: SessionActs) -> None:
        super().__init__(screen)
        self._screen, self._acts = screen, acts
        self._listed: QMenu | None = None
        self.decide = DecideMenu(screen)

    def build(self) -> QMenu:
        """The menu for the item as it is now."""
        menu = QMenu(self._screen)
        item, view = self._item(), self._view()
        live = view.status is SessionStatus.OPEN
        self._add(menu, self.tr("Change the item …"), "pencil", self._edit)
        if live and may_item(item.status, ItemAction.DISCUSS):
            self._add(menu, self.tr("Finish the item"), "check", self._finish)
        if may_item(item.status, ItemAction.POSTPONE):
            self._add(menu, self.tr("Postpone …"), "hourglass", self._postpone)
        if may_item(item.status, ItemAction.WITHDRAW):
            self._add(menu, self.tr("Withdraw …"), "circle-slash", self._withdraw)
        if may_item(item.status, ItemAction.REOPEN):
            self._add(menu, self.tr("Bring it back"), "rotate-ccw", self._reopen)
        row = next(row for row in view.items if row.item_id == item.item_id)
        if live and row.added_at_session and not row.added_voted:
            self._add(menu, self.tr("Included without objections"), "list-plus", self._include)
        menu.addSeparator()
        if item.kind is AgendaItemKind.CASE:
            self._add(
                menu, self.tr("Checklist of the principles …"), "list-checks", self.open_checklist
            )
        self.decide.add_to(menu, self._add)
        self._add(menu, self.tr("Support promised …"), "heart-handshake", self._pledge)
        self._add(menu, self.tr("Change of membership …"), "user-round-cog", self._membership)
        self._add(menu, self.tr("Next session …"), "calendar-clock", self._next_session)
        return menu

    def commands(self) -> tuple[Command, ...]:
        """The entries of the menu, for the palette."""
        view = self._screen.view
        if view is None or view.current is None:
            return ()
        group = self.tr("This item")
        if self._listed is not None:
            self._listed.deleteLater()
        self._listed = self.build()
        return tuple(
            Command(action.text().removesuffix(" …"), action.trigger, group=group)
            for action in self._listed.actions()
            if not action.isSeparator()
        )

    def add_item(self) -> None:
        """Insert: a new item after the one that is shown."""
        view = self._view()
        after = view.current.item_id if view.current is not None else ""
        self._open_item(after_id=after if view.status is SessionStatus.OPEN else "")

    def edit_item(self, item_id: str) -> None:
        """The form of an item."""
        self._open_item(item_id=item_id)

    def edit_task(self, task_id: str) -> None:
        """The form of a task."""
        self._screen.put_panel(TaskForm(self._screen, task_id))

    def edit_guest(self, attendance_id: str) -> None:
        """The form of a guest; without an id a new one."""
        session_id = self._view().session_id
        when = self._screen.clock.moment()
        form = GuestForm(self._screen, session_id, attendance_id=attendance_id, when=when)
        self._screen.put_panel(form)

    def open_checklist(self) -> None:
        """The ten checks of a case item; another item has none."""
        item = self._item()
        if item.kind is AgendaItemKind.CASE:
            self._screen.put_panel(ChecklistPanel(self._screen, item.item_id))

    def correct_decision(self, decision_id: str) -> None:
        """The form of a decision that was put: its text if adopted, its votes with a reason."""
        row = next(d for d in self._item().decisions if d.decision_id == decision_id)
        self._screen.put_panel(CorrectionForm(self._screen, row))

    def _open_item(self, *, item_id: str = "", after_id: str = "") -> None:
        view = self._view()
        day = local(view.starts_at).date()
        form = ItemForm(self._screen, view.session_id, day, item_id=item_id, after_id=after_id)
        form.saved.connect(self._screen.show_item)
        self._screen.put_panel(form)

    def _edit(self) -> None:
        self.edit_item(self._item().item_id)

    def _finish(self) -> None:
        self._acts.finish(self._item().item_id)

    def _postpone(self) -> None:
        self._screen.agenda.ask_postpone(self._item().item_id)

    def _withdraw(self) -> None:
        self._screen.agenda.ask_withdraw(self._item().item_id)

    def _reopen(self) -> None:
        self._acts.reopen(self._item().item_id)

    def _include(self) -> None:
        self._acts.include_item(self._item().item_id)

    def _pledge(self) -> None:
        self._screen.put_panel(PledgeForm(self._screen, self._item().item_id))

    def _membership(self) -> None:
        view = self._view()
        day = local(view.starts_at).date()
        rows = (*view.members, *view.others)
        form = MembershipForm(self._screen, self._item().item_id, day, rows)
        form.saved.connect(self._changed)
        self._screen.put_panel(form)

    def _next_session(self) -> None:
        view = self._view()
        form = NextSessionForm(self._screen, view.session_id, view.next_session_at, view.starts_at)
        self._screen.put_panel(form)

    def _changed(self, _pending_id: str) -> None:
        self._screen.mark_stale()

    def _add(self, menu: QMenu, text: str, icon: str, run: Callable[[], object]) -> None:
        action = QAction(theme.icon(icon), text, menu)
        action.triggered.connect(run)
        menu.addAction(action)

    def _view(self) -> RoomView:
        if self._screen.view is None:
            raise RuntimeError("no session is shown")
        return self._screen.view

    def _item(self) -> ItemView:
        item = self._view().current
        if item is None:
            raise RuntimeError("no item is shown")
        return item
