"""Words of the exchange: kinds of records, states of a peer, names of peers."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import day_month
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.usecases.exchange import PeerView
from dcm_desktop.usecases.places import places


class ExchangeWords(QObject):
    """What the exchange screen calls things."""

    def kind(self, name: str) -> str:
        """A kind of records in the plural; the table's own name when it has no word here."""
        return {
            "action_item": self.tr("Tasks"),
            "agenda_item": self.tr("Agenda items"),
            "attendance": self.tr("Attendances"),
            "case": self.tr("Cases"),
            "case_review": self.tr("Reviews of cases"),
            "case_status_change": self.tr("Changes of state of cases"),
            "child": self.tr("Children"),
            "decision": self.tr("Decisions"),
            "institution": self.tr("Institutions"),
            "mandate": self.tr("Mandates"),
            "mandate_substitute": self.tr("Substitutes"),
            "mechanism": self.tr("Mechanisms"),
            "mechanism_rules": self.tr("Rules"),
            "membership_change": self.tr("Changes of membership"),
            "minutes": self.tr("Minutes"),
            "person": self.tr("Seats of people, without names"),
            "pledge": self.tr("Promised support"),
            "presence_interval": self.tr("Arrivals and departures"),
            "recusal": self.tr("Recusals"),
            "session": self.tr("Sessions"),
            "vote": self.tr("Votes"),
        }.get(name, name)

    def peer(self, peer: PeerView) -> str:
        """The national team, or a laptop of a district."""
        if peer.district == "BG":
            return self.tr("National team")
        area = capital(places().district(peer.district).area)
        return self.tr("{area}, laptop {letter}").format(area=area, letter=peer.letter)

    def state(self, peer: PeerView, level: str) -> tuple[str, str, str]:
        """Word, tone and sign of the pill of a peer."""
        if level == StoreLevel.NATIONAL:
            if not peer.in_number:
                return self.tr("No file yet"), "mute", ""
            if peer.in_receipt_at is None:
                return self.tr("Receipt to be made"), "warn", "triangle-alert"
            return self.tr("Confirmed"), "ok", "check"
        return {
            "unsent": (self.tr("To be handed over"), "warn", "triangle-alert"),
            "waiting": (self.tr("Waits for the receipt"), "soft", "hourglass"),
            "confirmed": (self.tr("Received"), "ok", "check"),
        }.get(peer.state, (self.tr("Nothing new"), "mute", ""))

    def lines(self, peer: PeerView, level: str) -> tuple[tuple[str, str], ...]:
        """Three plain lines: what, and how it stands."""
        if level == StoreLevel.NATIONAL:
            return (
                (self.tr("Coming in"), self._taken(peer)),
                (self.tr("Receipt"), self._confirmed(peer)),
                (self.tr("Going out"), self._receipt_sent(peer)),
            )
        return (
            (self.tr("Going out"), self._going_out(peer)),
            (self.tr("Handed over"), self._handed_over(peer)),
            (self.tr("Coming in"), self._receipt_taken(peer)),
        )

    def _going_out(self, peer: PeerView) -> str:
        if not peer.unsent:
            return self.tr("nothing new")
        changes = Plurals().changes(peer.unsent)
        if not peer.out_number:
            return self.tr("{changes}; no file yet").format(changes=changes)
        words = self.tr("{changes} since file № {n}")
        return words.format(changes=changes, n=peer.out_number)

    def _handed_over(self, peer: PeerView) -> str:
        if peer.out_at is None:
            return self.tr("no file yet")
        if peer.out_receipt_at is not None:
            day = day_month(local(peer.out_receipt_at).date())
            words = self.tr("file № {n}, received by the national team, {day}")
            return words.format(n=peer.out_number, day=day)
        day = day_month(local(peer.out_at).date())
        words = self.tr("file № {n} of {day} waits for the receipt")
        return words.format(n=peer.out_number, day=day)

    def _receipt_taken(self, peer: PeerView) -> str:
        if peer.in_at is None:
            return self.tr("no receipt yet")
        day = day_month(local(peer.in_at).date())
        return self.tr("receipt № {n}, taken on {day}").format(n=peer.in_number, day=day)

    def _taken(self, peer: PeerView) -> str:
        if peer.in_at is None:
            return self.tr("no file yet")
        day = day_month(local(peer.in_at).date())
        return self.tr("file № {n}, taken on {day}").format(n=peer.in_number, day=day)

    def _confirmed(self, peer: PeerView) -> str:
        if not peer.in_number:
            return self.tr("nothing to confirm")
        if peer.in_receipt_at is None:
            return self.tr("file № {n} is not confirmed yet").format(n=peer.in_number)
        day = day_month(local(peer.in_receipt_at).date())
        return self.tr("confirmed on {day}").format(day=day)

    def _receipt_sent(self, peer: PeerView) -> str:
        if peer.out_at is None:
            return self.tr("no receipt yet")
        day = day_month(local(peer.out_at).date())
        return self.tr("receipt № {n} of {day}").format(n=peer.out_number, day=day)
