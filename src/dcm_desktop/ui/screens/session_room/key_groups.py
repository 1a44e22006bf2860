"""Groups of keys for F1 that belong to a part of the room: roll call, vote, words."""

from PySide6.QtCore import QObject

from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup


class RoomKeys(QObject):
    """What the parts of the room do with keys."""

    def roll(self) -> KeyGroup:
        """Signs of the roll call."""
        return KeyGroup(
            self.tr("Roll call: number, then"),
            (
                Key("+", self.tr("present, or back again")),
                Key("=", self.tr("takes part from a distance")),
                Key("-", self.tr("absent")),
                Key("/", self.tr("absent, excused")),
                Key("*", self.tr("a substitute sits for them")),
                Key("%", self.tr("somebody in the room votes for them")),
                Key(".", self.tr("leaves now")),
                Key("!", self.tr("recused in this item")),
                Key("//", self.tr("the next reason of an absence")),
                Key("Ctrl+D", self.tr("signed the declaration; Ctrl+Shift+D everybody")),
                Key("Del", self.tr("take the mark back")),
                Key("Ctrl+Enter", self.tr("all the others are present")),
            ),
        )

    def vote(self) -> KeyGroup:
        """Signs of the vote strip."""
        return KeyGroup(
            self.tr("Vote"),
            (
                Key("Enter", self.tr("without objections, or as typed")),
                Key("12-0-1", self.tr("for, against, abstained")),
                Key("+", self.tr("all for")),
                Key("6-6-0=", self.tr("equal votes, the chair is for; =- against")),
                Key("4-", self.tr("by name: number 4 against")),
                Key("4/", self.tr("by name: abstained; 4* does not vote")),
                Key("4!", self.tr("recused in this item")),
            ),
        )

    def words(self) -> KeyGroup:
        """What helps in writing."""
        return KeyGroup(
            self.tr("Writing"),
            (
                Key("/…", self.tr("a phrase: Tab completes it; Alt+1 types /")),
                Key("@…", self.tr("a name: Tab completes it; Alt+2 types @")),
                Key("!+14", self.tr("a term in days or as a date; Alt+3 types !")),
                Key("!! …", self.tr("a private note, in no paper; Ctrl+Shift+Enter")),
                Key("10:33 …", self.tr("when it was said, for a line entered later")),
                Key("Esc", self.tr("drop the line, then back to the agenda")),
            ),
        )

    def agenda(self) -> KeyGroup:
        """What works on a row of the agenda."""
        return KeyGroup(
            self.tr("In the agenda"),
            (
                Key("Enter", self.tr("take the item up")),
                Key("Del", self.tr("withdraw the item")),
                Key("Alt+↑", self.tr("move the item up; Alt+↓ down")),
                Key("Ctrl+Enter", self.tr("adopt the agenda without objections")),
            ),
        )
