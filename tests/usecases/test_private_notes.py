"""G9: a private line is in nothing that leaves the room, whatever it says, wherever it stands."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.support.builders import (
    STARTS_AT,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.exchange import enrol
from tests.support.pair import everything
from tests.support.pdf_text import raw_text, squash
from tests.support.stores import StoreKit

from dcm_desktop.documents.models import Edition
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Minutes
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import get_case
from dcm_desktop.usecases.documents import PaperKind, make_document
from dcm_desktop.usecases.documents.calendar import make_calendar
from dcm_desktop.usecases.exchange import export_bundle, import_bundles
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.session_file.exporter import session_to_file
from dcm_desktop.usecases.sessions.hall import hall_cards, hall_live

ENDED_AT = STARTS_AT + timedelta(hours=8)
WORD = "Квазимодов"
"""Stands in no other text."""


@dataclass(frozen=True)
class Planted:
    """Where a private line is written, and how."""

    item: int
    after_decision: bool
    speaker: int
    late: bool
    start: str


planted = st.lists(
    st.builds(
        Planted,
        st.integers(1, 3),
        st.booleans(),
        st.sampled_from((0, 2, 5)),
        st.booleans(),
        st.sampled_from(("", "Да се провери: ", "РЗИ – Кърджали: ")),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=planted)
def test_a_private_line_is_in_no_output(
    district_kit: StoreKit, national_kit: StoreKit, lines: list[Planted]
) -> None:
    """G9: both editions, letters, sheets, kit, slips, calendar, session file, bundle, hall,
    chronology: the planted word is in none of them."""
    folder = Path(tempfile.mkdtemp())
    workspace = district_kit.open(folder / "district.dcm")
    national = national_kit.open(folder / "national.dcm")
    try:
        for name, text in outputs(workspace, national, folder, lines):
            assert WORD.casefold() not in text.casefold(), name
    finally:
        for one in (workspace, national):
            one.close(at=ENDED_AT, with_backup=False)
        shutil.rmtree(folder)


def outputs(
    workspace: Workspace, national: Workspace, folder: Path, lines: list[Planted]
) -> Iterator[tuple[str, str]]:
    """Everything that can be made of a session with these lines, as text."""
    kit = make_mechanism_of_15(workspace)
    case_id = make_case(workspace, kit)
    room = make_session(workspace, kit)
    add_case_item(room, case_id)
    yield from papers(workspace, room)
    room.open(absent=(15,))
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    for n in (1, 2, 3):
        item_id = room.start(n)
        room.tick(10)
        plant(workspace, room, lines, n, after=False)
        workspace.do(sessions.add_line, item_id, "Обсъдено.", at=room.tick())
        workspace.do(sessions.update_decision_text, item_id, "Приема.", at=room.now)
        yield "room before", hall(workspace, room)
        workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
        plant(workspace, room, lines, n, after=True)
        yield "room after", hall(workspace, room)
        yield from papers(workspace, room)
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    yield from papers(workspace, room)
    yield (
        "file",
        repr(msgspec.json.encode(workspace.ask(session_to_file, room.session_id)).decode()),
    )
    calendar = workspace.do(make_calendar, room.session_id, at=room.now)
    yield "calendar", calendar.data.decode()
    frozen = workspace.ask(lambda db: db.scalars(select(Minutes.snapshot)).all())
    yield "snapshot", str(frozen)
    view = workspace.ask(get_case, case_id, today=room.now.date())
    yield "case", msgspec.json.encode(view.chronology, enc_hook=str).decode()
    enrol(workspace, national, folder, at=room.now)
    bundle = folder / "okmd-KRZ-A-0001.dcmb"
    export_bundle(workspace, "national", bundle, at=room.tick())
    import_bundles(national, [bundle], at=room.tick())
    yield "bundle", str(national.ask(everything))


def plant(workspace: Workspace, room: Room, lines: list[Planted], n: int, *, after: bool) -> None:
    """Write the private lines of an item."""
    for one in lines:
        if (one.item, one.after_decision) == (n, after):
            workspace.do(
                sessions.add_line,
                room.item(n),
                f"{one.start}{WORD} не бива да знае.",
                speaker_id=room.row(one.speaker) if one.speaker else None,
                private=True,
                said=time(10, 3) if one.late else None,
                at=room.now,
            )


def hall(workspace: Workspace, room: Room) -> str:
    """All that the hall could be told now."""
    view = workspace.ask(hall_cards, room.session_id, at=room.now)
    live = workspace.ask(hall_live, room.session_id, at=room.now)
    return msgspec.json.encode([view, live], enc_hook=str).decode()


def papers(workspace: Workspace, room: Room) -> Iterator[tuple[str, str]]:
    """Every kind of paper in every edition that can be made now."""
    for kind in PaperKind:
        for edition in Edition:
            try:
                made = workspace.ask(make_document, room.session_id, kind, edition, at=room.now)
            except RuleBroken:
                continue  # not yet, or there was a quorum
            yield f"{kind} {edition}", squash(raw_text(made.pdf))
