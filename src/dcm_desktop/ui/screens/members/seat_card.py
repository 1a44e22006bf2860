"""One seat: who holds it, since when, who may replace, who held it before; and what can be done."""

from functools import partial

from PySide6.QtCore import Signal

from dcm_desktop.ui.clock import today
from dcm_desktop.ui.formats import long_date, short_date
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.usecases.members import HolderRow, SeatRow, SubstituteRow


class SeatPanel(SidePanel):
    """The card of a seat."""

    act_requested = Signal(str)
    """What the user wants with the holder: replace, end, substitute, correct, person, fill,
    withdraw."""
    revoke_requested = Signal(str)
    """An authorisation is to end today; carries its id."""

    def __init__(self, seat: SeatRow) -> None:
        title = seat.institution or (seat.holder.name if seat.holder else "")
        super().__init__(title)
        self.seat = seat
        if seat.seat_no:
            self.subtitle.setText(self.tr("Seat {number}").format(number=seat.seat_no))
            self.subtitle.show()
        holder = seat.holder
        if holder is not None:
            self._show_holder(holder)
        else:
            self._show_vacant()
        self._show_before()
        self.page.add(None)

    def _show_holder(self, holder: HolderRow) -> None:
        vote = Pill(self.tr("with a vote"), "ok") if holder.votes else Pill(self.tr("no vote"))
        self.page.add(
            Box(
                Label(holder.name, "strong", wrap=True),
                Label(holder.position, "small", "text2", wrap=True),
                hbox(Pill(capital(label_of(holder.role)), "soft"), vote, None),
                spacing=4,
            ),
            self._fact(self.tr("Since"), long_date(holder.start_on)),
            hbox(
                self._button(self.tr("Person"), "person", "user"),
                self._button(self.tr("Correct"), "correct", "pencil"),
                None,
            ),
            hline(),
            Label(self.tr("Substitutes"), "smalls", "text2"),
        )
        now = [row for row in holder.substitutes if row.to_on is None or row.to_on >= today()]
        for row in now:
            self.page.add(self._substitute(row))
        if not now:
            self.page.add(Label(self.tr("Nobody is authorised."), "small", "text3"))
        add = self._button(self.tr("Authorise a substitute"), "substitute", "user-check")
        self.page.add(hbox(add, None))
        self.buttons.addWidget(self._button(self.tr("Replace the holder"), "replace", "user-plus"))
        end = self._button(self.tr("End the membership"), "end", "user-minus", kind="danger")
        self.buttons.addWidget(end)
        self.buttons.addStretch(1)

    def _show_vacant(self) -> None:
        since = self.seat.vacant_since
        words = self.tr("Vacant")
        if since is not None:
            words = self.tr("Vacant since {day}").format(day=long_date(since))
        self.page.add(hbox(Pill(words, "warn", "triangle-alert"), None))
        self.buttons.addWidget(self._button(self.tr("Fill the seat"), "fill", "user-plus"))
        self.buttons.addStretch(1)

    def _show_before(self) -> None:
        before = [row for row in self.seat.holders if row is not self.seat.holder]
        if not before:
            return
        self.page.add(hline(), Label(self.tr("Before and after"), "smalls", "text2"))
        for row in reversed(before):
            end = short_date(row.end_on) if row.end_on else "…"
            days = f"{short_date(row.start_on)} – {end}"
            self.page.add(self._fact(row.short_name, days))

    def _substitute(self, row: SubstituteRow) -> Box:
        until = short_date(row.to_on) if row.to_on else self.tr("until revoked")
        days = f"{short_date(row.from_on)} – {until}"
        words = " · ".join(filter(None, (days, row.document)))
        revoke = Button(self.tr("Revoke"), kind="ghost")
        revoke.clicked.connect(partial(self.revoke_requested.emit, row.substitute_id))
        names = Box(
            Label(row.name, "smallm", wrap=True), Label(words, "caption", "text2", wrap=True)
        )
        names.box.setSpacing(2)
        return Box((names, 1), revoke, row=True)

    def _fact(self, label: str, value: str) -> Box:
        quiet = Label(label, "small", "text2")
        return Box(quiet, None, Label(value, "small"), row=True)

    def _button(self, text: str, act: str, icon: str, kind: str = "") -> Button:
        button = Button(text, icon=icon, kind=kind)
        button.setObjectName(f"{act}Button")
        button.clicked.connect(partial(self.act_requested.emit, act))
        return button
