"""Facts that cannot have been: a session file with one of them enters nothing."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from dcm_desktop import resources
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.session_file import SessionImported, import_session, read_session_file
from dcm_desktop.usecases.workspace import counts

ENTERED_AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
Data = dict[str, Any]


def row(data: Data, n: int) -> Data:
    entry: Data = data["session"]["attendance"][n]
    return entry


def represented(data: Data) -> Data:
    found: Data = next(a for a in data["session"]["attendance"] if a.get("substitute"))
    return found


def away(data: Data) -> str:
    rows = data["session"]["attendance"]
    return next(str(a["person"]) for a in rows if a.get("status", "").startswith("absent"))


def decision(data: Data, item: int) -> Data:
    found: Data = data["session"]["agenda"][item]["decisions"][0]
    return found


def by_name(*choices: tuple[str, str]) -> Data:
    named = [{"person": person, "choice": choice} for person, choice in choices]
    return {"method": "roll_call", "exceptions": named}


FACTS: dict[str, tuple[Callable[[Data], object], str, str]] = {
    "a session of tomorrow": (
        lambda d: d["session"].update(starts_at="2026-11-25T10:00"),
        "file.in_future",
        "session",
    ),
    "convened after it was held": (
        lambda d: d["session"].update(convened_on="2026-11-23"),
        "file.convened_after",
        "session",
    ),
    "closed before it was opened": (
        lambda d: d["session"].update(closed_at="09:00"),
        "file.time_order",
        "session.closed_at",
    ),
    "left before the opening": (
        lambda d: row(d, 1).update(left_at="09:30"),
        "file.time_order",
        "session.attendance[1]",
    ),
    "member and substitute both present": (
        lambda d: represented(d).update(status="present"),
        "file.substitute_and_status",
        "session.attendance[14]",
    ),
    "a member who also sits for another": (
        lambda d: represented(d)["substitute"].update(person=row(d, 1)["person"]),
        "substitute.has_a_vote",
        "session.attendance[14]",
    ),
    "one substitute for two": (
        lambda d: row(d, 1).update(
            status="represented", substitute=copy.deepcopy(represented(d)["substitute"])
        ),
        "substitute.has_a_vote",
        "session.attendance[14]",
    ),
    "the same member twice": (
        lambda d: d["session"]["attendance"].append(dict(row(d, 1))),
        "file.ref_twice",
        "session.attendance[18]",
    ),
    "somebody absent who speaks": (
        lambda d: d["session"]["agenda"][2]["discussion"][0].update(speaker=away(d)),
        "file.not_in_the_room",
        "session.agenda[2].discussion[0]",
    ),
    "two voices of one member": (
        lambda d: decision(d, 0).update(
            vote=by_name((row(d, 1)["person"], "against"), (row(d, 1)["person"], "abstain"))
        ),
        "file.person_twice",
        "session.agenda[0].decisions[0]",
    ),
    "a voice of somebody without a vote": (
        lambda d: decision(d, 0).update(vote=by_name((d["session"]["minutes_taker"], "against"))),
        "file.no_vote",
        "session.agenda[0].decisions[0]",
    ),
    "votes of a recused member": (
        lambda d: decision(d, 2)["vote"].update({"for": 11, "abstain": 1}),
        "vote.sum_too_large",
        "session.agenda[2].decisions[0]",
    ),
    "a decision that says nothing": (
        lambda d: decision(d, 4).update(points=[]),
        "decision.empty",
        "session.agenda[4].decisions[0]",
    ),
    "a decision of blanks": (
        lambda d: decision(d, 4).update(points=[{"text": "  "}]),
        "decision.empty",
        "session.agenda[4].decisions[0]",
    ),
    "two cases with one code": (
        lambda d: d["cases"][1].update(code=d["cases"][0]["code"]),
        "file.ref_twice",
        "cases[1]",
    ),
    "a child's name in a title": (
        lambda d: d["session"]["agenda"][4].update(title="Семейството на Мерт Кадиров"),
        "item.name_in_title",
        "session.agenda[4]",
    ),
    "a child's name in a public text": (
        lambda d: decision(d, 2).update(public_text="Подкрепя семейството на Мерт."),
        "item.name_in_title",
        "session.agenda[2].decisions[0]",
    ),
    "a sign that nobody sees": (
        lambda d: d["session"]["agenda"][4].update(title="а\u0000б"),
        "text.control",
        "session.agenda[4]",
    ),
    "half of a sign": (
        lambda d: d["session"]["agenda"][4].update(title="\ud800"),
        "file.not_json",
        "",
    ),
    "a text of a megabyte": (
        lambda d: d["session"]["agenda"][4].update(report="дума " * 110_000),
        "file.wrong_length",
        "session.agenda[4].report",
    ),
}


def enter(workspace: Workspace, data: Data) -> SessionImported:
    file = read_session_file(json.dumps(data).encode())
    return workspace.do(import_session, file, at=ENTERED_AT)


@pytest.mark.parametrize("what", FACTS)
def test_fact_that_cannot_have_been_is_refused_with_its_place(
    workspace: Workspace, what: str
) -> None:
    change, code, place = FACTS[what]
    data: Data = json.loads(resources.read_text("demo", "session-7.json"))
    change(data)
    before = workspace.ask(counts)
    with pytest.raises(InputRefused) as refused:
        enter(workspace, data)
    assert (refused.value.code, refused.value.place or "") == (code, place)
    after = workspace.ask(counts)
    assert before | {"audit": 0} == after | {"audit": 0}


@pytest.mark.parametrize(
    "title",
    [
        "<b>уд</b><para/> &amp; <img src='/etc/passwd'/> {x} %s",
        "'; DROP TABLE session; --",
        "😀 سلام 漢字 ẞ",
        "д" * 300,
    ],
)
def test_strange_text_is_taken_as_text(workspace: Workspace, title: str) -> None:
    from tests.support.pdf_text import says

    from dcm_desktop.usecases.documents import Edition, PaperKind, make_document

    data: Data = json.loads(resources.read_text("demo", "session-7.json"))
    data["session"]["agenda"][4]["title"] = title
    made = enter(workspace, data)
    for edition in Edition:
        paper = workspace.ask(
            make_document, made.session_id, PaperKind.MINUTES, edition, at=ENTERED_AT
        )
        assert paper.pages >= 4
        assert says(paper.pdf, "ПО Т. 6 ОТ ДНЕВНИЯ РЕД")
