"""The family as a small genogram: squares are men, circles women, rhombs not known, a triangle
an unborn child; a cross over the dead; two strokes over the tie of parents who live apart.

Source: the symbols in common use (McGoldrick, Gerson, Petry: Genograms).
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.domain.terms import FamilyRelation, Sex
from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.usecases.cases import (
    ChildRow,
    FamilyMemberRow,
)

_FATHERS = (FamilyRelation.FATHER, FamilyRelation.STEPPARENT, FamilyRelation.ADOPTIVE_PARENT)
_ELDERS = (FamilyRelation.GRANDMOTHER, FamilyRelation.GRANDFATHER)
_SIDE = 26.0


@dataclass(frozen=True, slots=True, repr=False)
class _Node:
    sex: Sex
    name: str
    dead: bool = False
    unborn: bool = False
    at_home: bool = True


class Genogram(QWidget):
    """Grandparents, parents, children in three rows."""

    def __init__(self) -> None:
        super().__init__()
        self._elders: list[_Node] = []
        self._father: _Node | None = None
        self._mother: _Node | None = None
        self._children: list[_Node] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Genogram"))
        self.hide()

    def show_family(
        self, children: tuple[ChildRow, ...], family: tuple[FamilyMemberRow, ...]
    ) -> None:
        """Draw these people; hidden when there is no family member to draw."""
        mothers = [row for row in family if row.relation is FamilyRelation.MOTHER]
        fathers = [row for row in family if row.relation in _FATHERS]
        elders = [row for row in family if row.relation in _ELDERS][:2]
        self._mother = _relative(mothers[0], Sex.F) if mothers else None
        self._father = _relative(fathers[0], Sex.M) if fathers else None
        self._elders = [
            _relative(row, Sex.F if row.relation is FamilyRelation.GRANDMOTHER else Sex.M)
            for row in elders
        ]
        self._children = [_Node(row.sex, row.label, unborn=row.unborn) for row in children[:6]]
        words = [node.name for node in self._nodes()]
        self.setAccessibleDescription(", ".join(words))
        self.setVisible(bool((self._mother or self._father) and self._children))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Two rows, three with grandparents."""
        return QSize(200, theme.px(128 + (58 if self._elders else 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ties, then people."""
        if not self._children or (self._father is None and self._mother is None):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = theme.px(58) if self._elders else 0
        parents = top + 20.0
        line = parents + theme.px(34)
        low = line + theme.px(34)
        places = self._spread(self.width() / 2 - 6, len(self._children))
        span = max(54.0, (places[-1] - places[0]) / 2 if places else 0.0)
        middle = self.width() / 2 - 6
        if self._father is None or self._mother is None:
            span = 0.0
        father = QPointF(middle - span, parents)
        mother = QPointF(middle + span, parents)
        self._draw_ties(painter, father, mother, line, low, places)
        if self._father is not None:
            self._draw(painter, self._father, father, left=True)
        if self._mother is not None:
            self._draw(painter, self._mother, mother)
        for place, elder in enumerate(self._elders):
            at = QPointF(mother.x() + place * 70, 18)
            painter.setPen(QPen(theme.colour("text2"), 1.2))
            painter.drawLine(at + QPointF(0, _SIDE / 2), mother - QPointF(0, _SIDE / 2))
            self._draw(painter, elder, at)
        for x, child in zip(places, self._children, strict=True):
            self._draw(painter, child, QPointF(x, low), below=True)

    def _nodes(self) -> list[_Node]:
        parents = [node for node in (self._father, self._mother) if node is not None]
        return [*self._elders, *parents, *self._children]

    @staticmethod
    def _spread(middle: float, count: int) -> list[float]:
        step = theme.px(54)
        return [middle + (place - (count - 1) / 2) * step for place in range(count)]

    def _draw_ties(
        self,
        painter: QPainter,
        father: QPointF,
        mother: QPointF,
        line: float,
        low: float,
        places: list[float],
    ) -> None:
        painter.setPen(QPen(theme.colour("text2"), 1.2))
        ends = [
            at.x()
            for at, node in ((father, self._father), (mother, self._mother))
            if node is not None
        ]
        for x in ends:
            painter.drawLine(QPointF(x, father.y() + _SIDE / 2), QPointF(x, line))
        xs = [*ends, *places]
        painter.drawLine(QPointF(min(xs), line), QPointF(max(xs), line))
        for x in places:
            painter.drawLine(QPointF(x, line), QPointF(x, low - _SIDE / 2))
        apart = (
            self._father is not None
            and self._mother is not None
            and self._father.at_home != self._mother.at_home
        )
        if apart:
            x = (father.x() + mother.x()) / 2 + (27 if len(places) % 2 else 0)
            for shift in (-3, 3):
                painter.drawLine(QPointF(x + shift - 4, line + 7), QPointF(x + shift + 4, line - 7))

    def _draw(
        self,
        painter: QPainter,
        node: _Node,
        at: QPointF,
        *,
        left: bool = False,
        below: bool = False,
    ) -> None:
        half = _SIDE / 2
        box = QRectF(at.x() - half, at.y() - half, _SIDE, _SIDE)
        painter.setPen(QPen(theme.colour("text2"), 1.4))
        painter.setBrush(theme.colour("surface"))
        if node.unborn:
            painter.drawPolygon(
                QPolygonF([box.bottomLeft(), box.bottomRight(), at - QPointF(0, half)])
            )
        elif node.sex is Sex.M:
            painter.drawRect(box)
        elif node.sex is Sex.F:
            painter.drawEllipse(box)
        else:
            up, side = QPointF(0, half), QPointF(half, 0)
            points = [at - up, at + side, at + up, at - side]
            painter.drawPolygon(QPolygonF(points))
        if node.dead:
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        name = node.name
        if below:
            half_step = theme.px(27)
            under = QRectF(at.x() - half_step, box.bottom() + 2, 2 * half_step, theme.px(18))
            paint.text(painter, under, name, "caption", "text2", Qt.AlignmentFlag.AlignHCenter)
        elif left:
            room = QRectF(0, at.y() - theme.px(9), max(0.0, box.left() - 6), theme.px(18))
            paint.text(painter, room, name, "caption", "text2", paint.RIGHT)
        else:
            room = QRectF(
                box.right() + 6,
                at.y() - theme.px(9),
                max(0.0, self.width() - box.right() - 6),
                theme.px(18),
            )
            paint.text(painter, room, name, "caption", "text2")


def _relative(row: FamilyMemberRow, sex: Sex) -> _Node:
    name = row.name.split(" ")[0] if row.name else ""
    return _Node(sex, name, row.deceased, at_home=row.lives_with_child)
