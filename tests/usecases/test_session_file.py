"""Session files on a real store: what they enter, what is refused and where, there and back."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jsonschema
import pytest
from tests.support.builders import make_mechanism_of_15, make_session
from tests.support.stores import StoreKit

from dcm_desktop import resources
from dcm_desktop.domain.terms import MinutesStatus, SessionStatus
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.session_file import (
    SessionImported,
    import_session,
    read_session_file,
    schema,
    session_to_file,
    write_session_file,
)
from dcm_desktop.usecases.workspace import counts

ENTERED_AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
DEMO = ("session-6.json", "session-7.json")


def demo(name: str = "session-7.json") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.read_text("demo", name))
    return data


def enter(workspace: Workspace, data: dict[str, Any]) -> SessionImported:
    file = read_session_file(json.dumps(data).encode())
    return workspace.do(import_session, file, at=ENTERED_AT)


def test_published_schema_is_that_of_the_code_and_closed_everywhere() -> None:
    published = json.loads(resources.read_text("demo", "session.schema.json"))
    assert published == json.loads(json.dumps(schema()))
    jsonschema.Draft202012Validator.check_schema(published)
    objects = [one for one in published["$defs"].values() if one.get("type") == "object"]
    assert objects
    assert all(one["additionalProperties"] is False for one in objects)


@pytest.mark.parametrize("name", DEMO)
def test_demo_session_fits_the_schema(name: str) -> None:
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(demo(name))) == []


def test_file_enters_a_held_session_with_all_it_names(workspace: Workspace) -> None:
    made = enter(workspace, demo())
    assert made.number == 7
    assert made.created["case"] == 3
    assert made.created["membership_change"] == 2
    row = workspace.ask(sessions.list_sessions)[0]
    assert (row.status, row.entered_later) == (SessionStatus.HELD, True)
    assert (row.items, row.decisions, row.minutes_status) == (6, 6, MinutesStatus.DRAFT)


def test_second_file_matches_what_the_first_one_brought(workspace: Workspace) -> None:
    enter(workspace, demo("session-6.json"))
    before = workspace.ask(counts)
    made = enter(workspace, demo())
    assert made.matched["institution"] == before["institution"]
    assert made.matched["case"] == before["case"]
    assert workspace.ask(counts)["institution"] == before["institution"]
    assert "mechanism" not in made.created


def test_same_session_twice_is_refused_by_its_number(workspace: Workspace) -> None:
    enter(workspace, demo())
    before = workspace.ask(counts)
    with pytest.raises(InputRefused) as refused:
        enter(workspace, demo())
    assert (refused.value.code, refused.value.place) == ("session.number_taken", "session")
    assert without_audit(workspace.ask(counts)) == without_audit(before)


def without_audit(found: dict[str, int]) -> dict[str, int]:
    return {kind: n for kind, n in found.items() if kind != "audit"}


Change = Callable[[dict[str, Any]], None]


def vote_of(data: dict[str, Any], item: int) -> dict[str, Any]:
    vote: dict[str, Any] = data["session"]["agenda"][item]["decisions"][0]["vote"]
    return vote


def everybody_but_three_is_absent(data: dict[str, Any]) -> None:
    for entry in data["session"]["attendance"][3:]:
        entry.clear()
        entry["person"] = ""
    present = data["session"]["attendance"][:3]
    data["session"]["attendance"] = [*present, {"person": "k01"}]
    data["session"].pop("agenda_vote")


REFUSED: list[tuple[str, Change, str, str]] = [
    (
        "thirteen votes of twelve entitled",
        lambda data: vote_of(data, 0).update({"for": 13}),
        "vote.sum_too_large",
        "session.agenda[0].decisions[0]",
    ),
    (
        "fewer votes than voters, and nobody to ask",
        lambda data: vote_of(data, 0).update({"for": 3}),
        "vote.sum_smaller",
        "session.agenda[0].decisions[0]",
    ),
    (
        "decision without quorum",
        everybody_but_three_is_absent,
        "vote.no_quorum",
        "session.agenda[0].decisions[0]",
    ),
    (
        "unknown key",
        lambda data: data["session"]["agenda"][1].update({"colour": "red"}),
        "file.unknown_key",
        "session.agenda[1]",
    ),
    (
        "wrong type",
        lambda data: vote_of(data, 0).update({"for": "12"}),
        "file.wrong_type",
        "session.agenda[0].decisions[0].vote.for",
    ),
    (
        "kind that is not in the list",
        lambda data: data["session"]["agenda"][2].update({"kind": "казус"}),
        "file.not_allowed",
        "session.agenda[2].kind",
    ),
    (
        "day before the founding",
        lambda data: data["session"].update(
            {"starts_at": "2025-10-29T10:00", "convened_on": "2025-10-16"}
        ),
        "session.before_founding",
        "session",
    ),
    (
        "unknown person",
        lambda data: data["session"]["agenda"][0].update({"rapporteur": "nobody"}),
        "file.unknown_ref",
        "session.agenda[0]",
    ),
    (
        "another district",
        lambda data: data["mechanism"].update({"district": "LOV"}),
        "file.other_district",
        "mechanism",
    ),
    (
        "hours that go back",
        lambda data: data["session"]["agenda"][1].update({"started_at": "10:01"}),
        "file.time_order",
        "session.agenda[1]",
    ),
    (
        "missing key",
        lambda data: data["session"].pop("chair"),
        "file.missing_key",
        "session",
    ),
]


@pytest.mark.parametrize(("what", "change", "code", "place"), REFUSED, ids=[r[0] for r in REFUSED])
def test_refused_file_names_its_place_and_leaves_nothing(
    workspace: Workspace, what: str, change: Change, code: str, place: str
) -> None:
    data = copy.deepcopy(demo())
    change(data)
    before = workspace.ask(counts)
    with pytest.raises(InputRefused) as refused:
        enter(workspace, data)
    assert (refused.value.code, refused.value.place) == (code, place)
    assert without_audit(workspace.ask(counts)) == without_audit(before)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "file.not_utf8"),
        (b'{"format": ', "file.not_json"),
        (b'{"format": "okmd-session", "format": "okmd-session"}', "file.key_twice"),
        (b'{"format": NaN}', "file.not_a_number"),
        (b"[" * 100_000, "file.too_deep"),
        (b" " * (5 * 1024 * 1024), "file.too_large"),
    ],
)
def test_bytes_that_are_no_session_file_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_session_file(data)
    assert refused.value.code == code


@pytest.mark.parametrize("name", DEMO)
def test_demo_session_comes_back_as_it_was_entered(
    district_kit: StoreKit, tmp_path: Any, name: str
) -> None:
    first, second = (district_kit.open(tmp_path / letter) for letter in "ab")
    try:
        made = enter(first, demo(name))
        written = first.ask(session_to_file, made.session_id)
        again = second.do(
            import_session, read_session_file(write_session_file(written)), at=ENTERED_AT
        )
        assert second.ask(session_to_file, again.session_id) == written
    finally:
        for workspace in (first, second):
            workspace.close(at=ENTERED_AT, with_backup=False)
    source = demo(name)["session"]
    assert len(written.session.agenda) == len(source["agenda"])
    assert written.session.number == source["number"]


def test_session_that_was_not_held_has_no_file(workspace: Workspace) -> None:
    room = make_session(workspace, make_mechanism_of_15(workspace))
    with pytest.raises(RuleBroken) as refused:
        workspace.ask(session_to_file, room.session_id)
    assert refused.value.code == "file.not_held"


def test_item_added_in_the_hall_stands_where_the_file_has_it(workspace: Workspace) -> None:
    data = demo()
    added = {
        "kind": "service_info",
        "title": "Нова мобилна услуга",
        "added_at_session": True,
        "added_vote": {"method": "consensus"},
        "report": "Представена е нова услуга.",
    }
    data["session"]["agenda"].insert(2, added)
    made = enter(workspace, data)
    items = workspace.ask(sessions.get_room, made.session_id, at=ENTERED_AT).items
    assert [item.title for item in items].index("Нова мобилна услуга") == 2


def test_breaks_second_absences_and_recusal_times_come_back_as_written(
    workspace: Workspace,
) -> None:
    """E3, F10: a file holds breaks, every absence, declarations and when the recused went out."""
    data = demo()
    data["session"]["ground"] = "по искане на областния управител"
    first, second = _plain_rows(data)[:2]
    closes = data["session"]["closed_at"]
    items = data["session"]["agenda"]
    begins = items[-1]["started_at"]
    first |= {
        "left_at": "10:06",
        "returned_at": "10:07",
        "absences": [{"left_at": _later(begins, 1), "returned_at": _later(begins, 2)}],
    }
    second["declaration_signed"] = True
    data["session"]["breaks"] = [
        {"begins": _later(closes, -2), "ends": _later(closes, -1), "planned": _later(closes, -1)}
    ]
    file = read_session_file(json.dumps(data).encode())
    made = workspace.do(import_session, file, at=ENTERED_AT)
    written = workspace.ask(session_to_file, made.session_id)
    assert written.session.breaks == file.session.breaks
    assert written.session.ground == file.session.ground
    by_name = {one.ref: one.last_name for one in file.people}
    again = {one.ref: one.last_name for one in written.people}
    said = {by_name[one.person]: one for one in file.session.attendance}
    kept = {again[one.person]: one for one in written.session.attendance}
    for name, one in said.items():
        assert kept[name].absences == one.absences
        assert kept[name].declaration_signed == one.declaration_signed
        assert kept[name].left_at == one.left_at


def _plain_rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Members who were there all the time."""
    return [row for row in data["session"]["attendance"] if set(row) == {"person"}]


def _later(clock: str, minutes: int) -> str:
    """`10:05` so many minutes later."""
    moment = datetime.strptime(clock, "%H:%M") + timedelta(minutes=minutes)  # noqa: DTZ007 - a clock
    return f"{moment:%H:%M}"
