"""Two hundred steps of a session with a planted name in every field, and what the hall saw of it.

Acts of the room and events of the screen come in a random order that is the same in every run. The
real window of the hall shows each state; its order on the pipe, its accessible name and what a
reader makes of its picture (OCR) are searched.
"""

import json
import random
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication
from tests.support.builders import (
    PREPARED_AT,
    Mechanism15,
    Room,
    make_mechanism_of_15,
    make_session,
)
from tests.support.hall_process import showing

from dcm_desktop.domain.projector import Live, Mode, PublicState
from dcm_desktop.domain.projector_cards import Card, ItemCard
from dcm_desktop.domain.projector_events import (
    FreezeToggled,
    HallEvent,
    HideToggled,
    Locked,
    Moved,
    ScreenFound,
    ScreenLost,
    Sent,
    Updated,
)
from dcm_desktop.domain.projector_hall import Hall, step
from dcm_desktop.domain.projector_wire import Show, encode_order
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttachmentAccess,
    AttachmentOwner,
    CareType,
    CaseTypology,
    FamilyRelation,
    Sex,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.errors import DcmError
from dcm_desktop.projector.window import HallWindow
from dcm_desktop.usecases import cases, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import commitments, dissents, speeches
from dcm_desktop.usecases.sessions.hall import hall_cards, set_hall_message

STEPS = 200
CHILD, MOTHER, VISITOR = "Огнянка Бързакова", "Зорница Бързакова", "Калоян Шопландиев"
STEMS = ("огнянк", "бързаков", "зорниц", "шопланди")
SIZE = (960, 540)
SHEET = 6
"""Pictures on one page that is read."""
OPEN, CLOSED, OTHER, CASE = 1, 2, 3, 4
Act = Callable[[], object]


def said(words: str) -> str:
    """A sentence that names the child in the middle."""
    return f"{words} Огнянка, дъщеря на Зорница Бързакова, живее при баба си."


def planted_case(workspace: Workspace, kit: Mechanism15) -> str:
    """A case of the planted family, its long texts full of the name."""
    child = cases.ChildData(
        cases.IndividualData("Огнянка", "", "Бързакова", Sex.F, date(2015, 3, 2)),
        care_now=CareType.PARENTS,
    )
    mother = cases.FamilyMemberData(
        FamilyRelation.MOTHER,
        cases.IndividualData("Зорница", "", "Бързакова", Sex.F, date(1990, 5, 1)),
    )
    data = cases.CaseData(
        CaseTypology.PREVENTION_SEPARATION,
        date(2026, 9, 14),
        municipality="KRZ16",
        address="ул. „Бързакова чешма“ 4",
        summary_full=said("Риск от раздяла."),
    )
    return workspace.do(
        cases.open_case,
        kit.mechanism_id,
        data,
        children=(child,),
        family=(mother,),
        accept=ACCEPT_ALL,
        at=PREPARED_AT,
    ).id


@pytest.fixture
def room(workspace: Workspace) -> Room:
    """An open session: an open item, a closed one, another open one, the case; two guests."""
    kit = make_mechanism_of_15(workspace)
    made = make_session(workspace, kit, (said("Първа тема:"),), convened=False)
    for data in (
        sessions.ItemData(
            AgendaItemKind.POLICY, said("Тема:"), public_title="Закрита тема", closed_part=True
        ),
        sessions.ItemData(
            AgendaItemKind.SERVICE_INFO,
            said("Услуги:"),
            public_title="Свободни места",
            rapporteur_text=VISITOR,
            planned_minutes=15,
        ),
    ):
        workspace.do(sessions.add_item, made.session_id, data, at=PREPARED_AT)
    case_id = planted_case(workspace, kit)  # after the titles: later they would be refused
    case = sessions.ItemData(AgendaItemKind.CASE, case_id=case_id, rapporteur_text=MOTHER)
    workspace.do(sessions.add_item, made.session_id, case, at=PREPARED_AT)
    workspace.do(sessions.convene_session, made.session_id, accept=ACCEPT_ALL, at=PREPARED_AT)
    made.open(absent=(15,))
    workspace.do(sessions.vote_agenda, made.session_id, at=made.tick())
    for guest in (sessions.GuestData(VISITOR, VISITOR), sessions.GuestData(MOTHER, CHILD, CHILD)):
        workspace.do(sessions.add_guest, made.session_id, guest, at=made.tick())
    return made


class Course:
    """What can happen in the room; each act writes the planted name wherever there is a field."""

    def __init__(self, room: Room, dice: random.Random) -> None:
        self.room, self.dice = room, dice

    def running(self) -> str:
        """The item under discussion; one is taken up when there is none."""
        return self.room.view().running_id or self.room.start(self.dice.randrange(1, 5))

    def seat(self) -> str:
        """Somebody of the roll, guests too."""
        view = self.room.view()
        rows = [row.attendance_id for row in (*view.members, *view.others)]
        return self.dice.choice(rows)

    def acts(self) -> list[Act]:
        """One function for each kind of act."""
        room, do = self.room, self.room.workspace.do
        chair = room.row(1)
        return [
            lambda: do(sessions.add_line, self.running(), said("Каза:"), at=room.tick()),
            lambda: do(
                sessions.add_line, self.running(), said("За мен:"), private=True, at=room.tick()
            ),
            lambda: do(
                sessions.add_proposal, self.running(), said("Предлагам:"), at=room.tick()
            ),
            lambda: do(
                sessions.add_proposal, self.running(), "Да се открие услуга.", at=room.tick()
            ),
            lambda: do(
                sessions.update_decision_text, self.running(), said("Решава:"), at=room.tick()
            ),
            lambda: do(
                sessions.update_decision_text, self.running(), "Приема отчета.", at=room.tick()
            ),
            lambda: do(sessions.set_confidential_text, self.dice.choice(self.decisions()),
                       said("Тайно:"), at=room.tick()),
            lambda: do(sessions.set_reporting_text, self.running(), said("Отчет:"), at=room.tick()),
            lambda: do(sessions.put_decision, self.running(), self.ballot(), accept=ACCEPT_ALL,
                       at=room.tick()),
            lambda: do(sessions.adopt_by_consensus, self.running(), at=room.tick()),
            lambda: do(
                sessions.add_task_line,
                self.running(),
                "Посещение на Огнянка Бързакова @РЗИ !+14",
                at=room.tick(),
            ),
            lambda: do(
                commitments.add_commitment_line,
                self.running(),
                f"@РЗИ {self.dice.choice(('осигурява място', 'посещава Огнянка Бързакова'))} !+14",
                at=room.tick(),
            ),
            lambda: do(sessions.recuse, self.running(), self.seat(), reason=said("Роднина."),
                       at=room.tick()),
            lambda: do(
                dissents.add_dissent,
                self.dice.choice(self.decisions()),
                dissents.DissentData(chair, said("Не съм съгласна.")),
                at=room.tick(),
            ),
            lambda: do(speeches.give_floor, self.running(), self.seat(), at=room.tick()),
            lambda: do(speeches.queue_speaker, self.running(), self.seat(), at=room.tick()),
            lambda: do(sessions.mark_left, self.seat(), at=room.tick()),
            lambda: do(sessions.mark_present, self.seat(), at=room.tick()),
            lambda: do(sessions.start_item, room.item(self.dice.randrange(1, 5)), at=room.tick()),
            lambda: do(sessions.start_item, room.item(OPEN), at=room.tick()),
            lambda: do(sessions.start_item, room.item(OTHER), at=room.tick()),
            lambda: do(sessions.adjourn_session, room.session_id, at=room.tick()),
            lambda: do(sessions.resume_session, room.session_id, at=room.tick()),
            lambda: do(set_hall_message, room.kit.mechanism_id, 1, said("Моля:"), at=room.tick()),
            lambda: do(sessions.add_attachment, AttachmentOwner.ITEM, self.running(),
                       sessions.FileData("план.txt", said("План:").encode(), CHILD,
                                         AttachmentAccess.CONFIDENTIAL), at=room.tick()),
            lambda: room.workspace.undo(at=room.tick()),
        ]  # fmt: skip

    def ballot(self) -> sessions.Ballot:
        """A vote in some way, with names in what explains it."""
        return self.dice.choice(
            [
                sessions.Ballot(entry="8-1-1"),
                sessions.Ballot(VoteMethod.SECRET, entry="8-1-0-1-1"),
                sessions.Ballot(
                    entry="3-8-1", override=VoteResult.ADOPTED, override_reason=said("Чл. 9.")
                ),
            ]
        )

    def decisions(self) -> list[str]:
        """Decisions of the running item."""
        current = self.room.view(self.running()).current
        rows = current.decisions if current is not None else ()
        return [row.decision_id for row in rows]


def events(dice: random.Random, live: Live, cards: tuple[Card, ...]) -> Iterator[HallEvent]:
    """What the operator does after an act; more often than not a card is sent."""
    first: list[HallEvent] = [Moved(live), Updated(live, cards)]
    yield dice.choice(first)
    rare: list[HallEvent] = [
        HideToggled(), FreezeToggled(), Locked(), ScreenLost(), ScreenFound(),
    ]  # fmt: skip
    yield ScreenFound()
    if cards and dice.random() < 0.9:
        yield Sent(dice.choice(cards))
    if dice.random() < 0.2:
        yield dice.choice(rare)


def texts_in(value: object) -> Iterator[str]:
    """Every text of a decoded line."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)


def named_in(text: str) -> list[str]:
    """Planted stems in a text, line ends and case aside."""
    plain = "".join(text.casefold().split())
    return [stem for stem in STEMS if stem in plain]


def read(pictures: list[QImage]) -> str:
    """What a reader makes of some pictures, one below the other."""
    width, height = SIZE
    sheet = QImage(width, height * len(pictures), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for n, picture in enumerate(pictures):
        painter.drawImage(0, n * height, picture)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet.save(buffer, "PNG")  # type: ignore[call-overload]  # - PySide6 stubs want bytes
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "bul", "--psm", "6"],
        input=bytes(buffer.data().data()),
        capture_output=True,
        check=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    return done.stdout.decode()


class Seen:
    """The hall's window and everything it has shown."""

    def __init__(self) -> None:
        self.window = HallWindow(QApplication.primaryScreen())
        self.window.resize(*SIZE)
        self.pictures: dict[str, QImage] = {}
        self.cards: set[str] = set()
        self._seq = 0

    def show(self, state: PublicState) -> str:
        """All words of this state: on the pipe and in the accessible name."""
        self._seq += 1
        plain = json.loads(encode_order(Show(self._seq, state)))
        self.window.show_state(self._seq, state)
        interface = QAccessible.queryAccessibleInterface(self.window)
        name = interface.text(QAccessible.Text.Name)
        self.pictures.setdefault(
            repr((state.mode, state.card)), self.window.grab().toImage().scaled(*SIZE)
        )
        if state.mode in (Mode.SHOWING, Mode.FROZEN):
            self.cards.add(type(state.card).__name__)
        return "\n".join([*texts_in(plain), name, self.window.windowTitle()])


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    made = Seen()
    yield made
    made.window.deleteLater()
    QApplication.processEvents()


def test_a_reader_finds_the_planted_name_where_it_stands(seen: Seen) -> None:
    """What the next test searches with does find: in the words and in the picture."""
    card = ItemCard(1, said("Първа тема:"), VISITOR)
    assert set(named_in(seen.show(showing(card)))) == set(STEMS)
    (picture,) = seen.pictures.values()
    assert named_in(read([picture]))


def test_two_hundred_steps_never_bring_a_planted_name_to_the_hall(room: Room, seen: Seen) -> None:
    """I2, A11, G9, N-08: 0 times in the state, the accessible text and the picture (OCR)."""
    dice = random.Random(20261127)  # noqa: S311 - the same course in every run
    course = Course(room, dice)
    acts = course.acts()
    hall, done = Hall(live_of(room)), 0
    for number in range(STEPS):
        which = number % len(acts) if number < 2 * len(acts) else dice.randrange(len(acts))
        with suppress(DcmError, LookupError):  # what cannot be done now is refused
            acts[which]()
            done += 1
        view = room.workspace.ask(hall_cards, room.session_id, at=room.now)
        for event in events(dice, view.live, view.cards):
            hall = step(hall, event)
            assert named_in(seen.show(hall.output)) == [], (number, event)
    assert done > STEPS // 2
    assert len(seen.cards) >= 8, seen.cards
    pictures = list(seen.pictures.values())
    for begin in range(0, len(pictures), SHEET):
        assert named_in(read(pictures[begin : begin + SHEET])) == []


def live_of(room: Room) -> Live:
    """The live facts now."""
    view = room.workspace.ask(hall_cards, room.session_id, at=room.now)
    return replace(view.live, on_break=None)
