"""What the window says of the hall: one state, one sign, one word, always the true one."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    BreakCard,
    Card,
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
)
from dcm_desktop.ui.hall.desk import HallDesk, HallWay, Trouble


@dataclass(frozen=True, slots=True)
class HallState:
    """Word, sign and tone of a state; `status` is the sentence of the status line."""

    word: str
    icon: str
    tone: str
    status: str
    note: str = ""


class HallWords(QObject):
    """Phrases about the hall."""

    def state(self, hall: HallDesk) -> HallState:
        """The state of the hall's screen now."""
        if hall.way is HallWay.SAFE_VIEW:
            note = self.tr("Hold F10 to read what is hidden here.")
            text = self.tr("Safe view: one screen for all")
            return HallState(self.tr("Safe view"), "eye-off", "warn", text, note)
        if hall.hall is None or hall.way is HallWay.NO_PROJECTOR:
            note = self.tr("No screen in the hall: nobody sees what is written here.")
            return HallState(
                self.tr("None"), "monitor-off", "mute", self.tr("No screen in the hall"), note
            )
        if hall.is_late and hall.mode is not Mode.OFF:
            note = self.tr("The screen has not followed yet.")
            text = self.tr("In the hall: the screen does not answer")
            return HallState(self.tr("No answer"), "triangle-alert", "bad", text, note)
        return self._mode(hall)

    def _mode(self, hall: HallDesk) -> HallState:
        state = hall.hall.output if hall.hall is not None else None
        card = self.card(state.card) if state is not None else ""
        match hall.mode:
            case Mode.SHOWING:
                text = self.tr("In the hall: {card}").format(card=card)
                return HallState(self.tr("Shows"), "eye", "ok", text, card)
            case Mode.FROZEN:
                text = self.tr("In the hall: HELD – {card}").format(card=card)
                return HallState(self.tr("HELD"), "lock", "warn", text, card)
            case Mode.HIDDEN:
                text = self.tr("In the hall: hidden")
                note = self.tr("Black. F12 shows what was there.")
                return HallState(self.tr("Hidden"), "eye-off", "warn", text, note)
            case Mode.NEUTRAL:
                text = self.tr("In the hall: neutral card")
                return HallState(self.tr("Neutral"), "eye-off", "mute", text, card)
            case _:
                return self._off(hall.trouble)

    def _off(self, trouble: Trouble | None) -> HallState:
        note = {
            Trouble.GONE: self.tr("The screen of the hall was disconnected."),
            Trouble.PRIMARY: self.tr("The screen of the hall became the main one of the computer."),
            Trouble.MISSING: self.tr("There is no second screen."),
            Trouble.DIED: self.tr("The window of the hall has ended."),
            Trouble.OPERATOR: self.tr("This window stands on the screen of the hall."),
            None: self.tr("The screen of the hall is being prepared."),
        }[trouble]
        tone = "mute" if trouble is None else "bad"
        icon = "monitor" if trouble is None else "monitor-off"
        return HallState(
            self.tr("Off"), icon, tone, self.tr("In the hall: the screen is off"), note
        )

    def card(self, card: Card) -> str:
        """Name of a card."""
        match card:
            case HomeCard():
                return self.tr("neutral card")
            case IdentifyCard():
                return self.tr("This is what the members see")
            case ConfidentialCard():
                return self.tr("Confidential part")
            case BreakCard(until=until):
                words = self.tr("Break until {time}")
                return self.tr("Break") if until is None else words.format(time=f"{until:%H:%M}")
            case AgendaCard():
                return self.tr("Agenda")
            case ItemCard(n=n):
                return self.tr("Item {n}").format(n=n)
            case ProposalCard(number=number):
                return self.tr("Proposal {n}").format(n=number)
            case DecisionCard(number=number):
                words = self.tr("Decision № {n}").replace("№ ", "№\u00a0")
                return words.format(n=number) if number else self.tr("Draft decision")
            case VoteCard(result=result):
                return self.tr("Vote") if result is None else self.tr("Result of the vote")
            case CommitmentsCard():
                return self.tr("Commitments")
            case FloorCard(institution=institution):
                return self.tr("The floor: {who}").format(who=institution)
            case MessageCard():
                return self.tr("Message")
            case NextSessionCard():
                return self.tr("Next session")
