"""Names of papers and editions."""

from PySide6.QtCore import QObject

from dcm_desktop.usecases.documents import Edition, PaperKind
from dcm_desktop.usecases.documents.calendar import KIND as CALENDAR


class PaperWords(QObject):
    """What papers are called."""

    def kind(self, kind: str) -> str:
        """A paper."""
        return {
            str(PaperKind.INVITATION): self.tr("Invitation"),
            str(PaperKind.ATTENDANCE): self.tr("Attendance sheet"),
            str(PaperKind.MINUTES): self.tr("Minutes"),
            str(PaperKind.KIT): self.tr("Kit for the hall"),
            str(PaperKind.SLIPS): self.tr("Voting slips"),
            str(PaperKind.ADDRESSEES): self.tr("List of addressees"),
            str(PaperKind.STATEMENT): self.tr("Statement of no quorum"),
            CALENDAR: self.tr("Calendar file"),
        }[kind]

    def edition(self, edition: str) -> str:
        """An edition of the minutes."""
        return self.tr("public") if edition == Edition.PUBLIC else self.tr("full")

    def paper(self, kind: str, edition: str) -> str:
        """A paper with its edition where it has two."""
        if kind != PaperKind.MINUTES:
            return self.kind(kind)
        words = self.tr("{kind}, {edition}")
        return words.format(kind=self.kind(kind), edition=self.edition(edition))
