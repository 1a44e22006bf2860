"""B1: the calendar file, read by two parsers: the package's own and a strict one written here."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import ics
from tests.support.annex_b import BODY
from tests.support.sample_papers import PLACE

from dcm_desktop.documents.calendar import build_calendar
from dcm_desktop.documents.convening import CalendarModel
from dcm_desktop.documents.papers import AgendaLine
from dcm_desktop.domain.terms import SessionForm, SessionKind
from dcm_desktop.domain.values import at_local

STARTS = at_local(date(2027, 4, 30), time(10))
MODEL = CalendarModel(
    body=BODY,
    uid="01936f2e-7c1a-7000-8000-000000000007@dcm-desktop",
    number=7,
    kind=SessionKind.REGULAR,
    form=SessionForm.IN_PERSON,
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=2),
    stamp=datetime(2027, 4, 12, 7, 30, 5, 250_000, tzinfo=UTC),
    place=PLACE,
    agenda=(
        AgendaLine(1, "Изпълнение на решенията; свободни места, срокове", "Невена Ралева"),
        AgendaLine(2, "Обсъждане на случай № LOV-2026-017", is_case=True),
        AgendaLine(3, "Разни"),
    ),
    contact="Невена Ралева, координатор, тел. 068 00 00 00",
    organiser=("Невена Ралева", "okmd.lovech@example.bg"),
    attendees=(("Ивайло Стаматов", "rdsp@example.bg"), ("Калин Добрев", "")),
)


def test_both_parsers_read_the_same_event() -> None:
    """B1: passes a parser test, in two parsers that know nothing of each other."""
    data = build_calendar(MODEL)
    ours = ics.read(data)
    theirs = icalendar.Calendar.from_ical(data)
    assert isinstance(theirs, icalendar.Calendar)
    event, (other,) = ours.sub("VEVENT"), theirs.walk("VEVENT")
    for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        assert event.one(name).text == str(other[name])
    assert event.one("SUMMARY").text == "Редовно заседание № 7 на ОКМД – област Ловеч"
    assert event.one("LOCATION").text == PLACE
    assert event.one("UID").value == str(other["UID"]) == MODEL.uid
    assert ours.one("METHOD").value == str(theirs["METHOD"]) == "REQUEST"
    assert ours.one("VERSION").value == "2.0"
    assert event.one("DTSTAMP").value == "20270412T073005Z"
    assert not other.errors


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (date(2027, 4, 30), 7),
        (date(2026, 11, 26), 8),
        (date(2027, 3, 27), 8),
        (date(2027, 3, 29), 7),
        (date(2026, 10, 24), 7),
        (date(2026, 10, 26), 8),
    ],
)
def test_ten_o_clock_in_sofia_is_the_right_instant(day: date, utc_hour: int) -> None:
    """B1: Europe/Sofia as two rules; 30 April 10:00 is 07:00Z in both parsers."""
    starts = at_local(day, time(10))
    data = build_calendar(replace(MODEL, starts_at=starts, ends_at=starts + timedelta(hours=2)))
    wanted = datetime.combine(day, time(utc_hour), tzinfo=UTC)
    assert ics.instant(ics.read(data), "DTSTART") == wanted
    theirs = icalendar.Calendar.from_ical(data)
    (event,) = theirs.walk("VEVENT")
    assert event.decoded("dtstart").astimezone(UTC) == wanted


def test_zone_is_written_by_hand_with_two_rules() -> None:
    """B1: no list of dates, which Thunderbird reads an hour wrong."""
    zone = ics.read(build_calendar(MODEL)).sub("VTIMEZONE")
    assert [part.name for part in zone.inside] == ["DAYLIGHT", "STANDARD"]
    assert all("RDATE" not in part.properties for part in zone.inside)


def test_a_cancelled_session_keeps_its_uid() -> None:
    """B1: CANCEL on cancel, under the same UID and a higher SEQUENCE."""
    calendar = ics.read(build_calendar(replace(MODEL, cancelled=True, sequence=3)))
    event = calendar.sub("VEVENT")
    assert calendar.one("METHOD").value == "CANCEL"
    assert event.one("STATUS").value == "CANCELLED"
    assert event.one("SEQUENCE").value == "3"
    assert event.one("UID").value == MODEL.uid
    assert event.one("SUMMARY").text.startswith("ОТМЕНЕНО: ")


def test_calendar_has_no_code_of_a_case() -> None:
    """B1: a telephone shows its owner's calendar to whoever looks."""
    text = "\n".join(ics.unfold(build_calendar(MODEL)))
    assert "LOV-2026-017" not in text
    assert "2. Обсъждане на случай (закрита част)" in text


def test_only_those_with_an_address_are_attendees() -> None:
    event = ics.read(build_calendar(MODEL)).sub("VEVENT")
    assert [one.value for one in event.properties["ATTENDEE"]] == ["mailto:rdsp@example.bg"]
    assert event.one("ORGANIZER").value == "mailto:okmd.lovech@example.bg"


def test_without_any_address_the_file_is_still_whole() -> None:
    """B1: made offline, for an office without e-mail."""
    plain = replace(MODEL, organiser=("Невена Ралева", ""), attendees=(), place="", contact="")
    event = ics.read(build_calendar(plain)).sub("VEVENT")
    assert event.one("ORGANIZER").value.startswith("urn:")
    assert event.one("LOCATION").text == "дистанционно"


def test_equal_models_give_equal_bytes() -> None:
    assert build_calendar(MODEL) == build_calendar(replace(MODEL))


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from('жЩ„“,;:\\"№'),
    max_size=300,
)


@given(TEXTS, TEXTS, st.integers(0, 40))
def test_any_text_folds_at_75_octets_and_comes_back(title: str, place: str, sequence: int) -> None:
    """B1: Cyrillic folded at 75 octets, never inside a letter; what was written is read."""
    model = replace(
        MODEL, place=place, sequence=sequence, agenda=(AgendaLine(1, title),), contact=""
    )
    data = build_calendar(model)
    event = ics.read(data).sub("VEVENT")
    theirs = icalendar.Calendar.from_ical(data)
    (other,) = theirs.walk("VEVENT")
    assert event.one("DESCRIPTION").text == str(other["DESCRIPTION"])
    assert event.one("DESCRIPTION").text == f"Дневен ред:\n1. {title}".strip()
    assert event.one("SEQUENCE").value == str(sequence)
    if place:
        assert event.one("LOCATION").text == place
