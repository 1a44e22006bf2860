"""Scenes beside the meeting: inbox, templates, palette, checks, rehearsal, cards of the hall."""

from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QSize
from tests.support.live import LiveSession, hold_until_vote
from tests.support.studio import LOOKS, Shown, Studio, main_window, opened_copy, stop_clock
from tests.support.window import type_text

from dcm_desktop.domain.projector import Look, Mode, PublicState, Quorum, Timer
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    AgendaLine,
    BreakCard,
    Card,
    CommitmentLine,
    CommitmentsCard,
    ConfidentialCard,
    DecisionCard,
    FloorCard,
    HomeCard,
    IdentifyCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
    VoteTally,
)
from dcm_desktop.projector.painting import paint
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.ui.screens.sessions.inbox import InboxScreen
from dcm_desktop.ui.screens.sessions.templates import TemplatesScreen
from dcm_desktop.usecases.cases import CaseFilter, list_cases
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.rehearsal import begin_rehearsal, end_rehearsal
from dcm_desktop.usecases.sessions.inbox import send_case_to_inbox, send_topic_to_inbox
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.sessions.templates import create_template, template_of_session

_HALL = QSize(1280, 720)
_PROMISES = (
    CommitmentLine("Областен екип по приемна грижа", "провежда срещите", "до 20 януари 2027 г."),
    CommitmentLine("община Момчилград", "осигурява зала", "до 11 януари 2027 г."),
)
_CARDS: dict[str, Card] = {
    "home": HomeCard(),
    "identify": IdentifyCard(),
    "agenda": AgendaCard(
        (
            AgendaLine(1, "Изпълнение на решенията от заседание № 7", done=True),
            AgendaLine(2, "", confidential=True, done=True),
            AgendaLine(3, "Свободни места в приемната грижа и в ЦНСТ", current=True),
            AgendaLine(4, "План за обучение на членовете през 2027 г."),
            AgendaLine(5, "Разни"),
        )
    ),
    "item": ItemCard(3, "Свободни места в приемната грижа и в ЦНСТ", "РДСП – Кърджали"),
    "proposal": ProposalCard(3, 1, "Приема за сведение информацията за свободните места."),
    "decision": DecisionCard(
        3, "8-3", "Приема информацията и препоръчва две информационни срещи.", _PROMISES
    ),
    "vote": VoteCard(4, "План за обучение на членовете през 2027 г."),
    "vote-result": VoteCard(
        4,
        "План за обучение на членовете през 2027 г.",
        VoteTally(
            adopted=True,
            outcome="Решението се приема с мнозинство",
            arithmetic="Гласували 14 от 14; нужни повече от 7 гласа",
            voters=14,
            for_n=13,
            against_n=1,
        ),
    ),
    "commitments": CommitmentsCard(3, _PROMISES),
    "floor": FloorCard("Областен екип по приемна грижа"),
    "message": MessageCard("Моля, изключете звука на телефоните."),
    "break": BreakCard(time(11, 15)),
    "confidential": ConfidentialCard(),
    "next": NextSessionCard("четвъртък, 21 януари 2027 г., 10:00 ч.", "зала № 2"),
}


def side(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """All of them, on one copy of the demo; the cards of the hall need none."""
    hall_cards(studio, at=at)
    with opened_copy(demo / "district.dcm", folder / "side.dcm", DEMO_PASSPHRASE, at=at) as opened:
        with main_window(opened, folder) as shown:
            _waiting(studio, shown)
        live = hold_until_vote(opened)
        stop_clock(live.now)
        with main_window(opened, folder) as shown:
            _at_the_item(studio, shown, live)
        practice = begin_rehearsal(opened, at=live.now)
        with main_window(practice, folder) as shown:
            shown.go("room", session_id=live.session_id)
            studio.draw(shown.window, "rehearsal-room")
        end_rehearsal(practice, at=live.now)
        stop_clock(at)


def hall_cards(studio: Studio, *, at: datetime) -> None:
    """Every card of the hall, in both looks, once: they scale with the height."""
    if studio.sizes[0].scale != 100:
        return
    for name, card in _CARDS.items():
        if studio.words and not any(word in f"hall-card-{name}" for word in studio.words):
            continue
        timer = Timer(370, 900, at) if isinstance(card, ItemCard | FloorCard) else None
        for look in LOOKS:
            state = PublicState(
                mode=Mode.SHOWING,
                card=card,
                session="Заседание № 8",
                mechanism="ОКМД – област Кърджали",
                day="четвъртък, 17 декември 2026 г.",
                at=at + timedelta(seconds=1),
                item_n=3,
                item_of=5,
                quorum=Quorum(14, 15, 8, has_quorum=True),
                timer=timer,
                look=Look(look),
            )
            file = studio.out / f"hall-card-{name}-{look}.png"
            paint(state, _HALL).image.save(str(file))
            studio.written.append(file)


def _waiting(studio: Studio, shown: Shown) -> None:
    """The inbox and the templates, empty and full; the agenda beside them."""
    opened = shown.workspace
    latest = opened.ask(list_sessions)[0]
    for place in ("inbox", "templates"):
        shown.go(place)
        studio.draw(shown.window, f"{place}-empty")
    mechanism_id = latest.mechanism_id
    found = opened.ask(list_cases, CaseFilter(), today=today())
    opened.do(send_case_to_inbox, found.rows[0].case_id, note="нови обстоятелства", at=now())
    for title in ("Зимна кампания за семействата в отдалечените села", "Разходи за консумативи"):
        opened.do(send_topic_to_inbox, mechanism_id, title, at=now())
    data = opened.ask(template_of_session, latest.session_id)
    opened.do(create_template, mechanism_id, data, at=now())
    shown.go("inbox")
    shown.screen(InboxScreen).refresh()
    studio.draw(shown.window, "inbox")
    shown.go("templates")
    studio.draw(shown.window, "templates")
    shown.screen(TemplatesScreen).new_from_session()
    studio.draw(shown.window, "templates-new")
    shown.screen(TemplatesScreen).stage.close_panel()
    shown.go("session_prepare", session_id=latest.session_id)
    studio.draw(shown.window, "prepare-with-inbox")


def _at_the_item(studio: Studio, shown: Shown, live: LiveSession) -> None:
    """The running case: its checks, and the palette over the room."""
    running = live.view.running_id or ""
    shown.go("room", session_id=live.session_id, item_id=running)
    screen = shown.screen(RoomScreen)
    screen.menu.open_checklist()
    studio.draw(shown.window, "room-checklist")
    screen.stage.close_panel()
    keys = shown.window.window_keys
    keys.open_palette()
    studio.draw(shown.window, "room-palette")
    type_text(keys.palette.entry, "глас")
    studio.draw(shown.window, "room-palette-found")
    keys.palette.close_palette()
