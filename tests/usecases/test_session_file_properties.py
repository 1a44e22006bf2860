"""Whatever a session file can say, the store gives back: file → store → file."""

import json
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.stores import StoreKit

from dcm_desktop.usecases.session_file import (
    SessionFile,
    import_session,
    read_session_file,
    session_to_file,
)

ENTERED_AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
SEATS = 5
WORDS = ("Приема плана", "Подкрепя семейството", "Да се изготви справка", "Възлага проверка")
FIRST = ("Ана", "Борис", "Вяра", "Георги", "Дора", "Елена", "Жана")


def clock(minute: int) -> str:
    return f"{10 + minute // 60:02d}:{minute % 60:02d}"


def base() -> dict[str, Any]:
    """A mechanism of five members and a coordinator, in the writing of the exporter."""
    bodies = [
        {"ref": f"i{n}", "type": "municipality", "name": f"Община {n}", "municipality": "KRZ16"}
        for n in range(1, SEATS + 2)
    ]
    people = [
        {
            "ref": f"p{n}",
            "first_name": FIRST[n - 1],
            "last_name": "Пробна",
            "gender": "f",
            "position": "експерт",
            "institution": f"i{n}",
        }
        for n in range(1, SEATS + 3)
        if n <= SEATS + 1
    ]
    mandates = [
        {
            "person": f"p{n}",
            "role": "chair" if n == 1 else "permanent",
            "seat_no": n,
            "start_on": "2026-01-10",
            "appointed_by": "писмо",
        }
        for n in range(1, SEATS + 1)
    ]
    coordinator = {
        "person": f"p{SEATS + 1}",
        "role": "coordinator",
        "start_on": "2026-01-10",
        "appointed_by": "писмо",
    }
    return {
        "format": "okmd-session",
        "version": 1,
        "mechanism": {"district": "KRZ", "founded_on": "2026-01-10", "planned_seats": SEATS},
        "rules": {"adopted_on": "2026-01-10", "source": "Правилник"},
        "institutions": bodies,
        "people": people,
        "mandates": [*mandates, coordinator],
    }


@st.composite
def votes(draw: st.DrawFn, present: list[int], minute: int) -> dict[str, Any]:
    """A vote that adds up to those present."""
    at = clock(minute)
    method = draw(st.sampled_from(("consensus", "show_of_hands", "roll_call", "secret")))
    if method == "consensus":
        return {"method": method, "at": at}
    if method == "roll_call":
        against = draw(st.lists(st.sampled_from(present), unique=True, max_size=2))
        choices = ("against", "abstain", "not_voting")
        exceptions = [
            {"person": f"p{n}", "choice": draw(st.sampled_from(choices))} for n in sorted(against)
        ]
        return {"method": method, "exceptions": exceptions, "at": at}
    left = len(present)
    found: dict[str, Any] = {"method": method, "at": at}
    keys = ["against", "abstain", "not_voting"] + (["blank"] if method == "secret" else [])
    for key in keys:
        found[key] = draw(st.integers(0, min(1, left)))
        left -= found[key]
    return {**found, "for": left}


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """A whole file: who came, items with lines and decisions, tasks, an item put aside."""
    absent = draw(st.lists(st.integers(2, SEATS), unique=True, max_size=2))
    attendance: list[dict[str, Any]] = []
    for n in range(1, SEATS + 2):
        entry: dict[str, Any] = {"person": f"p{n}"}
        if n in absent:
            entry["status"] = draw(st.sampled_from(("absent_excused", "absent_unexcused")))
        attendance.append(entry)
    present = [n for n in range(1, SEATS + 1) if n not in absent]
    minute = 1
    agenda = []
    for n in range(draw(st.integers(1, 3))):
        item: dict[str, Any] = {
            "kind": draw(st.sampled_from(("policy", "service_info", "misc"))),
            "title": f"Тема {n + 1}",
            "planned_minutes": 10,
            "started_at": clock(minute),
        }
        if n and draw(st.booleans()):
            item |= {"outcome": "withdrawn", "reason": "докладчикът отсъства"}
            agenda.append(item)
            minute += 1
            continue
        minute += 1
        item["discussion"] = [
            {
                "text": draw(st.sampled_from(WORDS)),
                "at": clock(minute),
                "speaker": f"p{draw(st.sampled_from(present))}",
                "private": draw(st.booleans()),
            }
        ]
        minute += 1
        if draw(st.booleans()):
            task = {
                "title": "Да се изготви справка",
                "responsible": f"i{draw(st.integers(1, SEATS))}",
                **draw(
                    st.sampled_from(
                        ({"due_on": "2026-12-10"}, {"standing": True}, {"next_session": True})
                    )
                ),
            }
            points = [
                {"text": draw(st.sampled_from(WORDS)), "tasks": [task]},
                {"text": "Да се проведат срещи", "points": [{"text": "В Кърджали"}]},
            ]
            vote = draw(votes(present, minute))
            item["decisions"] = [{"points": points, "vote": vote}]
            minute += 1
        agenda.append(item)
    session = {
        "number": draw(st.integers(1, 40)),
        "kind": draw(st.sampled_from(("regular", "extraordinary"))),
        "starts_at": "2026-10-29T10:00",
        "closed_at": clock(minute + 1),
        "place": "зала № 2",
        "chair": "p1",
        "minutes_taker": f"p{SEATS + 1}",
        "convened_on": "2026-10-16",
        "agenda": agenda,
        "attendance": attendance,
    }
    return {**base(), "session": session}


@settings(
    max_examples=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a real store takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=files())
def test_what_a_file_says_is_what_the_store_gives_back(
    district_kit: StoreKit, data: dict[str, Any]
) -> None:
    file = read_session_file(json.dumps(data).encode())
    folder = Path(tempfile.mkdtemp())
    workspace = district_kit.open(folder / "store.dcm")
    try:
        made = workspace.do(import_session, file, at=ENTERED_AT)
        written = workspace.ask(session_to_file, made.session_id)
    finally:
        workspace.close(at=ENTERED_AT, with_backup=False)
        shutil.rmtree(folder)
    used = {f"i{n}" for n in range(1, SEATS + 2)}
    assert {one.ref for one in written.institutions} == used
    assert written == without_private(file)


def without_private(file: SessionFile) -> SessionFile:
    """Private notes are read from a file, but never written into one."""
    items = tuple(
        structs.replace(
            item, discussion=tuple(line for line in item.discussion if not line.private)
        )
        for item in file.session.agenda
    )
    return structs.replace(file, session=structs.replace(file.session, agenda=items))
