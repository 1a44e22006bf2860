"""What the identity guard found: each place in words, never the text that was found."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout

from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.ui.widgets.boxes import Card, ScrollColumn, fill, hbox, hline
from dcm_desktop.ui.widgets.labels import Icon, Label, Pill


class GuardCard(Card):
    """Places where a name or a number of the case register stands; or that there is none."""

    def __init__(self, why: str) -> None:
        super().__init__(spacing=6)
        self._why = why
        self.pill = Pill("", "ok")
        self._about = Label("", "small", "text2", wrap=True)
        self._list = ScrollColumn(spacing=0)
        self.places: tuple[str, ...] = ()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(6)
        fill(
            self._head, ((Label(self.tr("Check for identity"), "heading", wrap=True), 1), self.pill)
        )
        self._small = False
        self.box.addLayout(self._head)
        self.add(self._about, (self._list, 1))

    def set_small(self, small: bool) -> None:
        """In a small window the pill stands below, and the good news needs no sentence."""
        self._small = small
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if small else way.LeftToRight)
        self._about.setVisible(bool(self.places) or not small)

    def show_places(self, places: Sequence[str]) -> None:
        """List the places; none means that all is well."""
        self.places = tuple(places)
        while (item := self._list.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._list.setVisible(bool(places))
        self._about.setVisible(bool(places) or not self._small)
        if not places:
            self.pill.set_state(self.tr("Nothing found"), "ok", "shield-check")
            self._about.setText(self.tr("No name and no number of the case register stands in it."))
            return
        self.pill.set_state(Plurals().places(len(places)), "bad", "shield-alert")
        self._about.setText(self._why)
        for n, place in enumerate(places):
            if n:
                self._list.add(hline())
            self._list.add(_line(capital(place)))
        self._list.add(None)


def _line(text: str) -> Card:
    line = Card(
        hbox(Icon("shield-alert", "bad"), (Label(text, "smallm", wrap=True), 1)),
        margins=(0, 8, 0, 8),
    )
    line.setObjectName("")
    return line
