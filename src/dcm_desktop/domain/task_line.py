"""One-line tasks: `текст @РЗИ !+14`. Finds institutions also when the keyboard was on Latin."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.names import fold
from dcm_desktop.domain.values import parse_date
from dcm_desktop.domain.workdays import NO_EXTRA, Extra, free_day_name
from dcm_desktop.errors import InputRefused

_MARK = re.compile(r"(?:^|(?<=\s))([@!])(?=\S)")
_DAYS = re.compile(r"\+\s*([0-9]{1,3})")
_SHORT_DATE = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})\.?")
_NEXT_SESSION = "следващото"
_STANDING = "постоянен"

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`\\"
_LAYOUTS = tuple(
    str.maketrans(dict(zip(_LATIN_KEYS, cyrillic, strict=True)))
    for cyrillic in (
        "чшертъуиопящасдфгхйкл;'зжцвбнм,./юь",  # phonetic of 2006
        "явертъуиопшщасдфгхйкл;'зьцжбнм,./чю",  # older phonetic
        ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб`\\",  # БДС, the typewriter
    )
)
_BY_LAW = (
    ("sht", "щ"),
    ("zh", "ж"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ya", "я"),
)
_BY_LAW_SINGLE = str.maketrans("abvgdeziyklmnoprstufh", "абвгдезийклмнопрстуфх")


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task as read from one line; institutions are still queries.

    Exactly one of `due_on`, `next_session`, `standing` is set when a term was given.
    """

    title: str
    institution_query: str = ""
    co_queries: tuple[str, ...] = ()
    due_on: date | None = None
    next_session: bool = False
    standing: bool = False

    @property
    def has_term(self) -> bool:
        """Whether the line gives a term."""
        return self.due_on is not None or self.next_session or self.standing


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a query can mean; `short` is its abbreviation, `more` other words to find it by."""

    id: str
    name: str
    short: str = ""
    more: str = ""


def parse_task(line: str, *, session_on: date, field: str | None = None) -> TaskDraft:
    """A task from one line: text, `@` bodies, `!` term, in any order after the text.

    The first `@` is the responsible institution, others are co-responsible. Terms: `!+14` calendar
    days after the session, `!18.12.2026`, `!18.12` (the next one), `!след` the next session,
    `!постоянен` standing; the two words may be shortened and typed on a Latin keyboard.
    Raises: InputRefused `task.term_format`, `task.two_terms`, `task.due_before_session`,
    `date.impossible`. Source: sessions anchor, section 5.3; domain reference, 4.2 (ActionItem).
    """
    marks = list(_MARK.finditer(line))
    title = " ".join((line[: marks[0].start()] if marks else line).split())
    ends = [*(mark.start() for mark in marks), len(line)][1:]
    bodies: list[str] = []
    terms: list[TaskDraft] = []
    for mark, end in zip(marks, ends, strict=True):
        value = " ".join(line[mark.end() : end].split())
        if mark.group(1) == "@":
            bodies.append(value)
            continue
        term, rest = _split_term(value)
        terms.append(parse_term(term, session_on=session_on, field=field))
        title = f"{title} {rest}".strip()
    if len(terms) > 1:
        raise InputRefused("task.two_terms", field=field)
    term_draft = terms[0] if terms else TaskDraft("")
    return TaskDraft(
        title,
        bodies[0] if bodies else "",
        tuple(bodies[1:]),
        term_draft.due_on,
        term_draft.next_session,
        term_draft.standing,
    )


def parse_term(text: str, *, session_on: date, field: str | None = None) -> TaskDraft:
    """A term alone, without its `!`. Raises: as `parse_task`."""
    days = _DAYS.fullmatch(text)
    short = _SHORT_DATE.fullmatch(text)
    if days is not None:
        due_on = session_on + timedelta(days=int(days.group(1)))
    elif short is not None:
        due_on = _next_such_day(int(short.group(1)), int(short.group(2)), session_on, field)
    elif text[:1].isdigit():
        due_on = parse_date(text, field=field)
    else:
        return _word_term(text, field)
    if due_on <= session_on:
        raise InputRefused("task.due_before_session", field=field)
    return TaskDraft("", due_on=due_on)


def due_findings(due_on: date, *, session_on: date, extra: Extra = NO_EXTRA) -> tuple[Finding, ...]:
    """Warns when a term falls on a day off.

    Raises: InputRefused `task.due_before_session`. Source: domain reference, 4.2 (ActionItem).
    """
    if due_on <= session_on:
        raise InputRefused("task.due_before_session", field="due_on")
    name = free_day_name(due_on, extra)
    if name is None:
        return ()
    return (warning("task.due_free_day", field="due_on", day=due_on, name=name),)


def match(query: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates a query can mean, best first: by abbreviation, then by the beginning of words.

    The query is read as typed, as if the keyboard had been left on Latin (both phonetic layouts
    and БДС), and as a transliteration; a reading as typed wins. Empty query: nothing.
    """
    readings = [reading.split() for reading in readings_of(query)]
    found = []
    for index, candidate in enumerate(candidates):
        rank = min(
            (
                _rank(words, candidate) + (1 if n else 0)
                for n, words in enumerate(readings)
                if words
            ),
            default=_NO_MATCH,
        )
        if rank < _NO_MATCH:
            found.append((rank, index, candidate))
    return tuple(candidate for _rank_, _index, candidate in sorted(found, key=lambda f: f[:2]))


def pick(query: str, candidates: Sequence[Candidate], *, field: str | None = None) -> Candidate:
    """The one candidate a query means.

    Raises: InputRefused `task.institution_unknown`, or `task.institution_ambiguous` when the two
    best are equally good.
    """
    found = match(query, candidates)
    if not found:
        raise InputRefused("task.institution_unknown", field=field, query=query)
    readings = [reading.split() for reading in readings_of(query)]
    ranks = [min(_rank(words, c) for words in readings if words) for c in found[:5]]
    equal = [c for c, rank in zip(found, ranks, strict=False) if rank // 2 == ranks[0] // 2]
    if len(equal) > 1:
        names = tuple(c.short or c.name for c in equal)
        raise InputRefused("task.institution_ambiguous", field=field, query=query, names=names)
    return found[0]


def readings_of(query: str) -> tuple[str, ...]:
    """What a query can mean: as typed, then through each keyboard layout, then transliterated."""
    typed = fold(query).strip()
    readings = [typed]
    if any("a" <= ch <= "z" for ch in typed):
        readings += [typed.translate(layout) for layout in _LAYOUTS]
        by_law = typed
        for latin, cyrillic in _BY_LAW:
            by_law = by_law.replace(latin, cyrillic)
        readings.append(by_law.translate(_BY_LAW_SINGLE))
    return tuple(dict.fromkeys(readings))


_NO_MATCH = 100


def _rank(words: list[str], candidate: Candidate) -> int:
    """Even numbers, smaller is better; `match` adds one for a reading that was not typed so."""
    query = " ".join(words)
    short = fold(candidate.short)
    if query in (short, fold(candidate.name)):
        return 0
    if query == _initials(candidate.name):
        return 2
    if short and short.startswith(query):
        return 4
    if fold(candidate.name).startswith(query):
        return 6
    known = re.findall(r"[^\W_]+", fold(f"{candidate.short} {candidate.name} {candidate.more}"))
    parts = re.findall(r"[^\W_]+", query)
    if parts and all(any(word.startswith(part) for word in known) for part in parts):
        return 8
    return _NO_MATCH


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", fold(name)) if len(word) > 2)


def _split_term(value: str) -> tuple[str, str]:
    """The term is the first word (`+ 14` too); what follows belongs to the title."""
    head = _DAYS.match(value)
    if head is not None:
        return value[: head.end()], value[head.end() :].strip()
    term, _, rest = value.partition(" ")
    if fold(term) in ("следващото", "следващо") and fold(rest) == "заседание":
        rest = ""
    return term.rstrip(",;"), rest


def _next_such_day(day: int, month: int, session_on: date, field: str | None) -> date:
    for year in range(session_on.year, session_on.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > session_on:
            return found
    raise InputRefused("date.impossible", field=field, text=f"{day:02d}.{month:02d}")


def _word_term(text: str, field: str | None) -> TaskDraft:
    for reading in readings_of(text):
        if len(reading) >= 2 and _NEXT_SESSION.startswith(reading):
            return TaskDraft("", next_session=True)
        if len(reading) >= 2 and _STANDING.startswith(reading):
            return TaskDraft("", standing=True)
    raise InputRefused("task.term_format", field=field, text=text)
