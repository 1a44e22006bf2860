"""A session as a calendar file (RFC 5545): stable UID, growing SEQUENCE, REQUEST or CANCEL.

Made offline and opened by Thunderbird, Outlook and Google alike. The time zone is written by
hand: the one that packages add puts April an hour wrong in Thunderbird. Case codes never go in.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dcm_desktop.documents.convening import CalendarModel
from dcm_desktop.documents.wording import meeting, of_body, phrase
from dcm_desktop.domain.values import SOFIA

if TYPE_CHECKING:
    from icalendar import vCalAddress

PRODUCT = "-//DCM Desktop//Calendar//BG"
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Sofia
BEGIN:DAYLIGHT
DTSTART:19970330T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19971026T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""


def build_calendar(model: CalendarModel) -> bytes:
    """The file; equal models give equal bytes."""
    from icalendar import Calendar, Event, Timezone

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if model.cancelled else "REQUEST")
    calendar.add_component(Timezone.from_ical(_ZONE))
    event = Event()
    event.add("uid", model.uid)
    event.add("sequence", model.sequence)
    event.add("dtstamp", _whole(model.stamp))
    event.add("dtstart", _whole(model.starts_at).astimezone(SOFIA))
    event.add("dtend", _whole(model.ends_at).astimezone(SOFIA))
    event.add("summary", summary(model))
    event.add("location", model.place or phrase("hall.calendar.remote"))
    event.add("description", _description(model))
    event.add("status", "CANCELLED" if model.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if model.cancelled else "OPAQUE")
    event.add("organizer", _address(*model.organiser, uid=model.uid))
    for name, email in model.attendees:
        if email:
            event.add("attendee", _attendee(name, email))
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def summary(model: CalendarModel) -> str:
    """„Редовно заседание № 7 на ОКМД – област Ловеч“."""
    words = meeting(model.kind, model.form).kind
    text = phrase(
        "hall.calendar.summary",
        meeting=f"{words[:1].upper()}{words[1:]}",
        number=model.number,
        body=of_body(model.body, model.topic),
    )
    return phrase("hall.calendar.cancelled", summary=text) if model.cancelled else text


def _description(model: CalendarModel) -> str:
    lines = []
    if model.agenda:
        lines.append(phrase("hall.calendar.agenda"))
        for line in model.agenda:
            title = phrase("hall.calendar.case") if line.is_case else line.title
            lines.append(f"{line.number}. {title}")
    if model.contact:
        lines += ["", phrase("letters.invitation.contact", contact=model.contact)]
    return "\n".join(lines).strip()


def _address(name: str, email: str, *, uid: str) -> "vCalAddress":
    """The organiser; a mechanism without an e-mail address is named by the UID of the session."""
    from icalendar import vCalAddress

    address = vCalAddress(f"mailto:{email}" if email else f"urn:x-dcm:{uid}")
    address.params["CN"] = name
    return address


def _attendee(name: str, email: str) -> "vCalAddress":
    from icalendar import vCalAddress

    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = name
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    return address


def _whole(moment: datetime) -> datetime:
    """Whole seconds, in UTC: iCalendar knows no fractions."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    return moment.astimezone(UTC).replace(microsecond=0)
