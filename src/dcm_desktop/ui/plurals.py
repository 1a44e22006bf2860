"""Phrases with a number, one method each: Bulgarian counts every noun in its own form.

Never subclass it and always pass the number positionally: otherwise the catalogue loses the plural.
"""

from PySide6.QtCore import QObject


class Plurals(QObject):
    """Counted phrases: `Plurals().cases(3)`."""

    def cases(self, n: int) -> str:
        """3 случая"""
        return self.tr("%n case(s)", "", n)

    def sessions(self, n: int) -> str:
        """3 заседания"""
        return self.tr("%n session(s)", "", n)

    def members(self, n: int) -> str:
        """15 членове"""
        return self.tr("%n member(s)", "", n)

    def tasks(self, n: int) -> str:
        """3 задачи"""
        return self.tr("%n task(s)", "", n)

    def kids(self, n: int) -> str:
        """3 деца"""
        return self.tr("%n child(ren)", "", n)

    def changes(self, n: int) -> str:
        """17 промени"""
        return self.tr("%n change(s)", "", n)

    def days(self, n: int) -> str:
        """14 дни"""
        return self.tr("%n day(s)", "", n)

    def workdays(self, n: int) -> str:
        """5 работни дни"""
        return self.tr("%n working day(s)", "", n)

    def minutes(self, n: int) -> str:
        """15 минути"""
        return self.tr("%n minute(s)", "", n)

    def pages(self, n: int) -> str:
        """4 страници"""
        return self.tr("%n page(s)", "", n)

    def seconds(self, n: int) -> str:
        """8 секунди"""
        return self.tr("%n second(s)", "", n)

    def failed_tries(self, n: int) -> str:
        """7 неуспешни опита"""
        return self.tr("%n failed attempt(s)", "", n)

    def agenda_items(self, n: int) -> str:
        """6 точки"""
        return self.tr("%n agenda item(s)", "", n)

    def files(self, n: int) -> str:
        """2 файла"""
        return self.tr("%n file(s)", "", n)

    def records(self, n: int) -> str:
        """25 записа"""
        return self.tr("%n record(s)", "", n)

    def places(self, n: int) -> str:
        """2 места"""
        return self.tr("%n place(s)", "", n)

    def decisions(self, n: int) -> str:
        """4 решения"""
        return self.tr("%n decision(s)", "", n)

    def held_back(self, n: int) -> str:
        """2 текста, които назовават участници, останаха тук."""
        return self.tr("%n text(s) that name officials or guests stayed at home.", "", n)

    def held(self, n: int) -> str:
        """`1 въздържал се`."""
        return self.tr("%n abstained", "", n)

    def held_after(self, n: int) -> str:
        """`въздържал се 1`, beside a dot."""
        return self.tr("abstained %n", "", n)
