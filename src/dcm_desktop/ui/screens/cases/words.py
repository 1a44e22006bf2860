"""How cases speak on screen: why a row was found, ages, tones of risk."""

from datetime import date

from PySide6.QtCore import QObject

from dcm_desktop import labels
from dcm_desktop.domain.case import age_at, months_at
from dcm_desktop.domain.matching import MatchHow
from dcm_desktop.domain.terms import RiskLevel
from dcm_desktop.ui.formats import language
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.usecases.cases import (
    CaseMatch,
)

RISK_TONES = {
    RiskLevel.IMMEDIATE: "bad",
    RiskLevel.HIGH: "warn",
    RiskLevel.MEDIUM: "mute",
    RiskLevel.LOW: "mute",
}
_OWN_WORD = frozenset({"child"})


def match_words(match: CaseMatch | None) -> str:
    """„майка Илияна Ковачева“, „бивше име: Ковачева“, „баба Радка Ковачова – близко изписване“."""
    if match is None or match.what in ("code", "typology", "municipality"):
        return ""
    if match.relation is not None:
        words = f"{label_of(match.relation)} {match.text}"
    elif match.what in _OWN_WORD:
        words = f"{labels.word('match', match.what, language())} {match.text}"
    else:
        words = f"{labels.word('match', match.what, language())}: {match.text}"
    if match.how is MatchHow.EXACT:
        return words
    return f"{words} – {labels.word('match', match.how.value, language())}"


class Ages(QObject):
    """Ages in words."""

    def of(self, birth_on: date | None, months: int | None, year: int | None, day: date) -> str:
        """„7 г.“, „5 мес.“, „около 3 г.“; empty when nothing is known."""
        if birth_on is not None:
            if birth_on > day:
                return self.tr("not born yet")
            years = age_at(birth_on, day)
            if years:
                return self.tr("{years} y.").format(years=years)
            return self.tr("{months} mo.").format(months=months_at(birth_on, day))
        if months is not None:
            if months < 12:
                return self.tr("about {months} mo.").format(months=months)
            return self.tr("about {years} y.").format(years=months // 12)
        if year is not None:
            return self.tr("about {years} y.").format(years=max(0, day.year - year))
        return ""
