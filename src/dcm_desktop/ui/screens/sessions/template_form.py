"""The form of a template: name, kind, place, hour, and its points one below the other."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from dcm_desktop.domain.item_forms import form_of
from dcm_desktop.domain.terms import AgendaItemKind, SessionKind
from dcm_desktop.domain.terms import SessionForm as MeetingForm
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.choices import capital, chosen_of, label_of, options_of
from dcm_desktop.ui.screens.form_parts import YesNo, beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.drag_list import DragList
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.lists import RowState
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    TemplateData,
    TemplateItemData,
    create_template,
    update_template,
)

_KINDS = tuple(kind for kind in AgendaItemKind if kind is not AgendaItemKind.CASE)


class PointList(DragList[TemplateItemData]):
    """The points; Alt+↑↓ and dragging move, Delete takes out."""

    remove_requested = Signal(int)
    """Delete was pressed; carries the place."""

    def __init__(self) -> None:
        super().__init__(
            self._paint, height=_height, name=self.tr("Points"), words=self._words, ground="soft"
        )
        self.setObjectName("templatePoints")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the point out."""
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and place >= 0:
            self.remove_requested.emit(place)
        else:
            super().keyPressEvent(event)

    def _words(self, row: TemplateItemData) -> str:
        return f"{row.title}, {capital(label_of(row.kind))}"

    def _paint(
        self, painter: QPainter, rect: QRectF, row: TemplateItemData, state: RowState
    ) -> None:
        tone = "soft_text" if state.current else "text"
        quiet = "soft_text" if state.current else "text2"
        minutes = row.planned_minutes or form_of(row.kind).minutes
        length = self.tr("{n} min").format(n=minutes)
        right = theme.advance(length, "caption") + 14
        middle = rect.center().y()
        number = QRectF(rect.x() + 6, rect.y(), 26, rect.height())
        paint.text(painter, number, f"{state.place + 1}", "strong", tone, paint.CENTER)
        width = rect.width() - 40 - right - 8
        top = QRectF(rect.x() + 40, middle - theme.px(19), width, theme.px(20))
        paint.text(painter, top, row.title, "medium", tone)
        low = QRectF(rect.x() + 40, middle + 1, width, theme.px(17))
        if row.closed_part:
            paint.icon(painter, low.x(), low.center().y() - 6, "lock", quiet, 12)
            low.adjust(17, 0, 0, 0)
        paint.text(painter, low, capital(label_of(row.kind)), "caption", quiet)
        at = QRectF(rect.right() - right, rect.y(), right - 10, rect.height())
        paint.text(painter, at, length, "caption", quiet, paint.RIGHT)


class TemplateForm(SideForm):
    """A template, new or as it is; Enter in the line of a point adds or changes it."""

    def __init__(
        self, screen: Screen, mechanism_id: str, data: TemplateData, *, template_id: str = ""
    ) -> None:
        super().__init__(screen, "")
        self._mechanism_id, self._template_id = mechanism_id, template_id
        self._points = list(data.items)
        self._edited = -1
        self.title.setText(self.tr("Template") if template_id else self.tr("New template"))
        self.subtitle.setText(self.tr("Sessions that were made from it stay as they are."))
        self.subtitle.show()
        self.done_text = self.tr("The template is saved")
        self.name = LineEdit(data.name)
        self.name.setObjectName("template_name")
        self.kind = Combo(options_of(SessionKind), value=data.kind.value)
        self.kind.setObjectName("kind")
        self.form_of = Combo(options_of(MeetingForm), value=data.form.value)
        self.form_of.setObjectName("form")
        self.place = LineEdit(data.place)
        self.place.setObjectName("place")
        self.hour = LineEdit(data.hour_minute, hint="10:00")
        self.hour.setObjectName("hour_minute")
        self.usual = YesNo(data.is_default, name=self.tr("The usual one"))
        self.list = PointList()
        self.list.row_chosen.connect(self._show_point)
        self.list.row_opened.connect(self._edit_point)
        self.list.stepped.connect(self._move)
        self.list.dropped.connect(self._drop)
        self.list.remove_requested.connect(self._remove)
        self.point_kind = Combo(options_of(_KINDS), value=AgendaItemKind.POLICY.value)
        self.point_kind.setObjectName("point_kind")
        self.point_title = LineEdit(hint=self.tr("Type a point and press Enter"))
        self.point_title.setObjectName("title")
        self.point_minutes = NumberEdit(low=1, high=600)
        self.point_minutes.setObjectName("planned_minutes")
        self.point_closed = YesNo(False, name=self.tr("In the closed part"))
        self.point_public = LineEdit()
        self.point_public.setObjectName("public_title")
        self.put_button = Button(self.tr("Add the point"), icon="plus", cap="Enter")
        self.put_button.setObjectName("putPoint")
        self.put_button.clicked.connect(self._put_point)
        for line in (self.point_title, self.point_minutes, self.point_public):
            line.returnPressed.connect(self._put_point)
        minutes = Field(self.tr("Minutes"), self.point_minutes)
        minutes.setMaximumWidth(110)
        self._point = Box(
            hbox((Field(self.tr("Kind"), self.point_kind), 1), minutes, spacing=12),
            Field(self.tr("Point"), self.point_title),
            beside(
                Field(self.tr("On the screen in the hall"), self.point_public),
                Field(self.tr("In the closed part"), self.point_closed),
            ),
            hbox(self.put_button, None),
            name="inset",
            spacing=8,
            margins=(12, 10, 12, 10),
        )
        self.put(
            Field(self.tr("Name"), self.name, required=self.tr("Type the name.")),
            beside(Field(self.tr("Kind"), self.kind), Field(self.tr("Form"), self.form_of)),
            hbox((Field(self.tr("Place"), self.place), 3), (Field(self.tr("Hour"), self.hour), 1),
                 spacing=12),
            hbox(Field(self.tr("The usual one"), self.usual), None),
            hline(),
            Label(self.tr("Points"), "smallm"),
            self.list,
            self._point,
        )  # fmt: skip
        self._show_points()
        self.ready()

    @property
    def points(self) -> tuple[TemplateItemData, ...]:
        """The points as they stand."""
        return tuple(self._points)

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it; a point still in its line is added first."""
        _ = accept
        if self.point_title.text().strip():
            self._put_point()
        data = TemplateData(
            name=self.name.text(),
            kind=chosen_of(self.kind, SessionKind) or SessionKind.REGULAR,
            form=chosen_of(self.form_of, MeetingForm) or MeetingForm.IN_PERSON,
            place=self.place.text(),
            hour_minute=self.hour.text(),
            is_default=self.usual.value(),
            items=self.points,
        )
        do = self.desk.workspace.do
        if self._template_id:
            return do(update_template, self._template_id, data, at=now())
        return do(create_template, self._mechanism_id, data, at=now())

    def _typed(self) -> tuple[str, ...]:
        return (*super()._typed(), repr([(p.kind, p.title, p.closed_part) for p in self._points]))

    def _put_point(self) -> None:
        """Add the point of the line, or put it in the place of the one that is edited."""
        title = " ".join(self.point_title.text().split())
        if not title:
            return
        kind = chosen_of(self.point_kind, AgendaItemKind) or AgendaItemKind.POLICY
        before = self._points[self._edited] if self._edited >= 0 else TemplateItemData(kind)
        point = replace(
            before,
            kind=kind,
            title=title,
            public_title=" ".join(self.point_public.text().split()),
            closed_part=self.point_closed.value(),
            planned_minutes=self.point_minutes.value(),
        )
        if self._edited >= 0:
            self._points[self._edited] = point
        else:
            self._points.append(point)
        place = self._edited if self._edited >= 0 else len(self._points) - 1
        self._forget_point()
        self._show_points(place)
        self.point_title.setFocus()

    def _forget_point(self) -> None:
        self._edited = -1
        self.point_title.clear()
        self.point_public.clear()
        self.point_minutes.set_value(None)
        self.point_closed.set_value(False)
        self.put_button.set_text(self.tr("Add the point"))

    def _show_point(self, _row: object) -> None:
        if self._edited >= 0:
            self._forget_point()

    def _edit_point(self, _row: object) -> None:
        """Enter on a point brings it into the line."""
        self._edited = self.list.currentIndex().row()
        point = self._points[self._edited]
        self.point_kind.set_value(point.kind.value)
        self.point_title.setText(point.title)
        self.point_public.setText(point.public_title)
        self.point_minutes.set_value(point.planned_minutes)
        self.point_closed.set_value(point.closed_part)
        self.put_button.set_text(self.tr("Change the point"))
        self.point_title.setFocus()

    def _move(self, place: int, by: int) -> None:
        self._drop(place, max(0, min(len(self._points) - 1, place + by)))

    def _drop(self, place: int, target: int) -> None:
        self._points.insert(target, self._points.pop(place))
        self._forget_point()
        self._show_points(target)

    def _remove(self, place: int) -> None:
        self._points.pop(place)
        self._forget_point()
        self._show_points(min(place, len(self._points) - 1))

    def _show_points(self, place: int = 0) -> None:
        self.list.set_rows(self._points)
        shown = min(max(len(self._points), 1), 8)
        self.list.setFixedHeight(theme.px(46) * shown + 6)
        self.list.setVisible(bool(self._points))
        self.list.selectionModel().blockSignals(True)
        self.list.set_current(place)
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()


def _height(_row: TemplateItemData, _width: int) -> int:
    return theme.px(46)
