"""A strict reader of calendar files, written here from RFC 5545 alone: folding, structure, zones.

It knows nothing of the package that makes the files.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

_LINE = re.compile(r'^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$', re.DOTALL)
_PARAMETER = re.compile(r';([A-Z-]+)=("[^"]*"|[^";:,]*)')


@dataclass
class Property:
    """One property: value as written, and its parameters."""

    value: str
    parameters: dict[str, str]

    @property
    def text(self) -> str:
        """The value with its escapes resolved; anything else after a backslash is an error."""
        parts = re.split(r"\\(.)", self.value, flags=re.DOTALL)
        assert not re.search(r"(?<!\\)[,;]", self.value), "an unescaped , or ; in a text"
        known = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}
        return "".join(part if n % 2 == 0 else known[part] for n, part in enumerate(parts))


@dataclass
class Component:
    """BEGIN … END with what stands between."""

    name: str
    properties: dict[str, list[Property]] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def one(self, name: str) -> Property:
        """A property that stands exactly once."""
        (found,) = self.properties[name]
        return found

    def sub(self, name: str) -> "Component":
        """A component that stands exactly once."""
        (found,) = [one for one in self.inside if one.name == name]
        return found


def unfold(data: bytes) -> list[str]:
    """Content lines. Every line ends in CRLF, has at most 75 octets, and is whole UTF-8."""
    assert data.endswith(b"\r\n")
    rows = data[:-2].split(b"\r\n")
    lines: list[bytes] = []
    for row in rows:
        assert row, "an empty line"
        assert len(row) <= 75, len(row)
        assert b"\r" not in row
        assert b"\n" not in row
        row.decode()  # a fold inside a letter would not be UTF-8
        if row.startswith((b" ", b"\t")):
            lines[-1] += row[1:]
        else:
            lines.append(row)
    return [line.decode() for line in lines]


def read(data: bytes) -> Component:
    """The whole file as one VCALENDAR."""
    stack = [Component("")]
    for line in unfold(data):
        match = _LINE.match(line)
        assert match, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].inside.append(done)
        else:
            found = {key: text.strip('"') for key, text in _PARAMETER.findall(parameters)}
            stack[-1].properties.setdefault(name, []).append(Property(value, found))
    assert len(stack) == 1
    return stack[0].sub("VCALENDAR")


def instant(calendar: Component, name: str) -> datetime:
    """The moment of DTSTART or DTEND of the event, by the rules of the file's own VTIMEZONE."""
    prop = calendar.sub("VEVENT").one(name)
    clock = datetime.strptime(prop.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone stands apart - zone comes below
    zone = calendar.sub("VTIMEZONE")
    assert prop.parameters["TZID"] == zone.one("TZID").value
    onsets = []
    for part in zone.inside:
        rule = dict(pair.split("=") for pair in part.one("RRULE").value.split(";"))
        assert rule["FREQ"] == "YEARLY"
        assert rule["BYDAY"] == "-1SU"
        first = datetime.strptime(part.one("DTSTART").value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone stands apart
        for year in (clock.year - 1, clock.year):
            day = _last_sunday(year, int(rule["BYMONTH"])).replace(hour=first.hour)
            onsets.append((day, part.one("TZOFFSETTO").value))
    _, offset = max(one for one in onsets if one[0] <= clock)
    assert offset.endswith("00")
    hours = timezone(timedelta(hours=int(offset[:3])))
    return clock.replace(tzinfo=hours).astimezone(UTC)


def _last_sunday(year: int, month: int) -> datetime:
    day = datetime(year, month, 31)  # noqa: DTZ001 - March and October have 31 days
    return day - timedelta(days=(day.weekday() + 1) % 7)
