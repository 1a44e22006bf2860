"""Bulgarian grammar of papers and screens: numbers in words, count forms, dates, prepositions.

Pure functions over numbers and words. The sentences of a session that need this grammar (votes,
quorum, recusal) are in `session_words.py`, legal phrases in `resources/wording`.
Source: domain reference, section 5.1 (language rules used by every template).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

NBSP = "\u00a0"


class Gender(StrEnum):
    """Gender of what is counted; `PEOPLE` are men or a mixed group (двама, трима)."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    PEOPLE = "p"


def _words(text: str) -> list[str]:
    return text.split()


_ONE = {Gender.FEMININE: "една", Gender.NEUTER: "едно"}
_PEOPLE = {2: "двама", 3: "трима", 4: "четирима", 5: "петима", 6: "шестима"}
_BASIC = _words(
    "нула един два три четири пет шест седем осем девет десет единадесет дванадесет тринадесет "
    "четиринадесет петнадесет шестнадесет седемнадесет осемнадесет деветнадесет"
)
_TENS = _words(
    "- - двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет"
)
_HUNDREDS = _words(
    "- сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин"
)
LARGEST = 999_999


def _basic(n: int, gender: Gender) -> str:
    if n == 1:
        return _ONE.get(gender, "един")
    if gender is Gender.PEOPLE:
        return _PEOPLE.get(n, _BASIC[n])
    if n == 2 and gender is not Gender.MASCULINE:
        return "две"
    return _BASIC[n]


def in_words(n: int, gender: Gender = Gender.MASCULINE) -> str:
    """0 to 999 999 in words; „и“ stands once, before the last part.

    152 is „сто петдесет и два“, for sessions „сто петдесет и две“. Raises ValueError outside.
    """
    if not 0 <= n <= LARGEST:
        raise ValueError(f"no words for {n}")
    if n == 0:
        return _BASIC[0]
    thousands, rest = divmod(n, 1000)
    parts: list[str] = []
    if thousands == 1:
        parts.append("хиляда")
    elif thousands:
        parts.append(f"{in_words(thousands, Gender.FEMININE)} хиляди")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append(_HUNDREDS[hundreds])
    if rest >= len(_BASIC):
        tens, rest = divmod(rest, 10)
        parts.append(_TENS[tens])
    if rest:
        parts.append(_basic(rest, gender))
    return " ".join([*parts[:-1], "и", parts[-1]]) if len(parts) > 1 else parts[0]


def with_words(n: int, gender: Gender = Gender.MASCULINE) -> str:
    """„12 (дванадесет)“."""
    return f"{number(n)} ({in_words(n, gender)})"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as it is counted: form for 1, form for 0, 2, 3 … (бройна форма), gender."""

    one: str
    many: str
    gender: Gender = Gender.MASCULINE

    def form(self, n: int) -> str:
        """The form that stands after the number: only 1 is singular, 21 and 101 are not."""
        return self.one if n == 1 else self.many


VOTE = Noun("глас", "гласа")
CASE = Noun("случай", "случая")
MINUTES = Noun("протокол", "протокола")
DOCUMENT = Noun("документ", "документа")
TERM = Noun("срок", "срока")
REPORT = Noun("доклад", "доклада")
MONTH = Noun("месец", "месеца")
COPY = Noun("екземпляр", "екземпляра")
DAY = Noun("ден", "дни")
QUESTION = Noun("въпрос", "въпроса")
MEMBER = Noun("член", "членове", Gender.PEOPLE)
PERMANENT_MEMBER = Noun("постоянен член", "постоянни членове", Gender.PEOPLE)
GUEST = Noun("гост", "гости", Gender.PEOPLE)
REPRESENTATIVE = Noun("представител", "представители", Gender.PEOPLE)
SUBSTITUTE = Noun("упълномощен заместник", "упълномощени заместници", Gender.PEOPLE)
POINT = Noun("точка", "точки", Gender.FEMININE)
TASK = Noun("задача", "задачи", Gender.FEMININE)
INSTITUTION = Noun("институция", "институции", Gender.FEMININE)
MUNICIPALITY = Noun("община", "общини", Gender.FEMININE)
BALLOT = Noun("бюлетина", "бюлетини", Gender.FEMININE)
SESSION = Noun("заседание", "заседания", Gender.NEUTER)
DECISION = Noun("решение", "решения", Gender.NEUTER)
CHILD = Noun("дете", "деца", Gender.NEUTER)
FAMILY = Noun("семейство", "семейства", Gender.NEUTER)
TRAINING = Noun("обучение", "обучения", Gender.NEUTER)
ANNEX = Noun("приложение", "приложения", Gender.NEUTER)
PLACE = Noun("място", "места", Gender.NEUTER)
PROPOSAL = Noun("предложение", "предложения", Gender.NEUTER)


def count(n: int, noun: Noun) -> str:
    """„1 глас“, „2 гласа“, „21 гласа“."""
    return f"{number(n)} {noun.form(n)}"


def count_in_words(n: int, noun: Noun) -> str:
    """„2 (два) екземпляра“, „8 (осем) членове“."""
    return f"{with_words(n, noun.gender)} {noun.form(n)}"


def number(n: int) -> str:
    """Digits in groups of three from five digits up: 1753, but 12 345 (no-break spaces)."""
    digits = str(abs(n))
    if len(digits) >= 5:
        digits = f"{abs(n):,}".replace(",", NBSP)
    return f"−{digits}" if n < 0 else digits


def money(cents: int) -> str:
    """Euro cents as „84 269,00 €“."""
    sign = "−" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return f"{sign}{number(euros)},{rest:02d}{NBSP}€"


_MONTHS = _words(
    "януари февруари март април май юни юли август септември октомври ноември декември"
)
_WEEKDAYS = _words("понеделник вторник сряда четвъртък петък събота неделя")


def date_long(day: date) -> str:
    """„26 ноември 2026 г.“, for running text."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} г."


def date_short(day: date) -> str:
    """„26.11.2026 г.“, for tables and numbers."""
    return f"{day:%d.%m.%Y} г."


def weekday(day: date) -> str:
    """„четвъртък“."""
    return _WEEKDAYS[day.weekday()]


def date_with_weekday(day: date) -> str:
    """„26 ноември 2026 г. (четвъртък)“."""
    return f"{date_long(day)} ({weekday(day)})"


def clock(moment: datetime | time, separator: str = ".") -> str:
    """„10.00 часа“; the separator is a setting of the mechanism."""
    return f"{moment.hour}{separator}{moment.minute:02d} часа"


def date_range(first: date, last: date) -> str:
    """„11–12 март 2027 г.“, „30 март – 2 април 2027 г.“, both dates whole over a new year."""
    if first == last:
        return date_long(first)
    if first.year != last.year:
        return f"{date_long(first)} – {date_long(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {date_long(last)}"
    return f"{first.day}–{date_long(last)}"


def in_(word: str) -> str:
    """The word with „в“, or „във“ before в and ф: „във Видин“, „в Ловеч“."""
    return f"{'във' if word[:1].lower() in ('в', 'ф') else 'в'} {word}"


def with_(word: str) -> str:
    """The word with „с“, or „със“ before с and з: „със Силистра“, „с Русе“."""
    return f"{'със' if word[:1].lower() in ('с', 'з') else 'с'} {word}"


def listing(words: tuple[str, ...] | list[str]) -> str:
    """„А“, „А и Б“, „А, Б и В“."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} и {words[-1]}"


_FULL_ARTICLE = {
    "председател": "председателят",
    "заместник-председател": "заместник-председателят",
    "координатор": "координаторът",
    "протоколист": "протоколистът",
    "секретар": "секретарят",
    "член": "членът",
    "механизъм": "механизмът",
}
_SHORT_ARTICLE = {
    "председател": "председателя",
    "заместник-председател": "заместник-председателя",
    "координатор": "координатора",
    "протоколист": "протоколиста",
    "секретар": "секретаря",
    "член": "члена",
    "механизъм": "механизма",
}


def subject(function: str) -> str:
    """A function with its full article, as the subject takes it: „председателят“.

    Unknown functions become „водещият заседанието“.
    """
    return _FULL_ARTICLE.get(function, "водещият заседанието")


def object_(function: str) -> str:
    """A function with its short article: „на председателя“; unknown ones stay as they are."""
    return _SHORT_ARTICLE.get(function, function)


def capital(text: str) -> str:
    """The text with its first letter large; „„А“ as it is."""
    return text[:1].upper() + text[1:]


_POSTS = (
    "заместник областен управител",
    "областен управител",
    "главен секретар",
    "заместник-кмет",
    "кмет",
    "директор",
    "началник",
    "ръководител",
    "управител",
    "председател",
    "секретар",
    "инспектор",
)


def greeting(post: str, surname: str, *, feminine: bool) -> str:
    """„УВАЖАЕМА ГОСПОЖО ДИРЕКТОР,“, by name where the post is not one people are addressed by.

    The post may go on („директор на дирекция“): what counts is how it begins.
    """
    lead = "УВАЖАЕМА ГОСПОЖО" if feminine else "УВАЖАЕМИ ГОСПОДИН"
    lowered = post.lower().strip()
    called = next((p for p in _POSTS if lowered == p or lowered.startswith(f"{p} ")), surname)
    return f"{lead} {called.upper()},"
