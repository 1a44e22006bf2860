"""A decision is stored as one text of several lines; here it becomes numbered points and back.

A line may begin with its number (`1.`, `2.1.`); lines without one are numbered on.
"""

import re
from dataclasses import dataclass

from dcm_desktop.domain.terms import DecisionKind

_LABEL = re.compile(r"([1-9]\d?(?:\.[1-9]\d?){0,2})[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its label without the closing dot (`2.1`) and its text."""

    label: str
    text: str

    @property
    def depth(self) -> int:
        """0 for `2`, 1 for `2.1`."""
        return self.label.count(".")


def parse_points(text: str) -> tuple[Point, ...]:
    """Points in the order of the lines; empty lines are left out.

    A line with a number keeps it if it follows from the points before (next at its level, or the
    first below the last point), otherwise it is numbered on at that level. A line without number
    is the next top point; one that begins with a dash or bullet is the next point below.
    A date or decimal at the start of a line is no number.
    Source: domain reference, section 4.2 (Decision: points 1., 2., 2.1).
    """
    points: list[Point] = []
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            continue
        match = _LABEL.match(line)
        if match is not None:
            depth = match.group(1).count(".")
            body = line[match.end() :].strip()
        elif points and re.match(r"[-–—•*]\s+\S", line):
            depth, body = min(points[-1].depth or 1, 1), line[1:].strip()
        else:
            depth, body = 0, line
        points.append(Point(_next_label(points, depth), body))
    return tuple(points)


def render_points(points: tuple[Point, ...]) -> str:
    """The stored text: one line per point with its number. Reading it again gives the points."""
    return "\n".join(f"{point.label}. {point.text}" for point in points)


def normalise_decision(text: str) -> str:
    """The text with every line numbered; a single unnumbered line stays as it is.

    A decision of one point is printed with „1.“ all the same.
    """
    return render_points(parse_points(text))


def _next_label(points: list[Point], depth: int) -> str:
    if not points:
        return "1"
    last = points[-1].label.split(".")
    depth = min(depth, len(last))
    if depth == len(last):
        return ".".join([*last, "1"])
    head = last[: depth + 1]
    head[-1] = str(int(head[-1]) + 1)
    return ".".join(head)


def public_case_text(kind: DecisionKind, case_code: str, *, with_commitments: bool) -> str:
    """What the public edition says of a decision on a case: never who cares for whom, or why.

    Source: design README (The papers, editions).
    """
    case = f"случай №\u00a0{case_code}"
    if kind is DecisionKind.NOTED:
        return f"ОКМД прие за сведение информацията по {case}."
    if kind is DecisionKind.OPINION:
        return f"ОКМД изрази становище по {case}."
    text = f"ОКМД подкрепя семейството по {case}"
    return f"{text}; институциите поемат ангажименти." if with_commitments else f"{text}."
