"""The sentences of a session that need Bulgarian grammar: votes, result, quorum, recusal.

Numbers in, one sentence out; who voted how is counted in `vote.py`.
Source: domain reference, section 5.2, points 4, 7 and 8.
"""

from datetime import datetime, time

from dcm_desktop.domain.bulgarian import (
    BALLOT,
    MEMBER,
    PERMANENT_MEMBER,
    SUBSTITUTE,
    VOTE,
    Gender,
    capital,
    clock,
    count,
    count_in_words,
    listing,
    with_words,
)
from dcm_desktop.domain.terms import VoteMethod

_LEAD = {
    VoteMethod.SHOW_OF_HANDS: "Гласували",
    VoteMethod.ROLL_CALL: "Гласували поименно",
    VoteMethod.SECRET: "Гласували тайно",
    VoteMethod.WRITTEN: "Гласували неприсъствено",
    VoteMethod.CONSENSUS: "Гласували",
}


def abstained(n: int) -> str:
    """„въздържал се“ for one, else (also for nobody) „въздържали се“."""
    return "„въздържал се“" if n == 1 else "„въздържали се“"


def vote_line(
    for_n: int,
    against_n: int,
    abstain_n: int,
    *,
    not_voting_n: int = 0,
    blank_n: int = 0,
    invalid_n: int = 0,
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS,
) -> str:
    """„Гласували: „за“ – 12; „против“ – 0; „въздържал се“ – 1.“ and, if any, the rest."""
    parts = [f"„за“ – {for_n}", f"„против“ – {against_n}", f"{abstained(abstain_n)} – {abstain_n}"]
    if not_voting_n:
        verb = "не е гласувал" if not_voting_n == 1 else "не са гласували"
        parts.append(f"{verb} – {not_voting_n}")
    if blank_n:
        parts.append(f"{'бяла' if blank_n == 1 else 'бели'} {BALLOT.form(blank_n)} – {blank_n}")
    if invalid_n:
        word = "недействителна" if invalid_n == 1 else "недействителни"
        parts.append(f"{word} {BALLOT.form(invalid_n)} – {invalid_n}")
    return f"{_LEAD[method]}: {'; '.join(parts)}."


def votes_in_prose(for_n: int, against_n: int, abstain_n: int) -> str:
    """„с 12 гласа „за“, 1 глас „против“ и 1 „въздържал се““; nobody against is „без „против““."""
    against = f"{count(against_n, VOTE)} „против“" if against_n else "без „против“"
    held = f"{abstain_n} {abstained(abstain_n)}" if abstain_n else "без „въздържал се“"
    return f"с {count(for_n, VOTE)} „за“, {against} и {held}"


def result_sentence(
    *, adopted: bool, unanimous: bool = False, consensus: bool = False, what: str = "Решението"
) -> str:
    """How it ended: unanimously, by majority, by consensus or not at all.

    `what` is the subject with its article: „Решението“, „Дневният ред“.
    """
    if consensus:
        return f"{what} се приема с консенсус, без гласуване; възражения не постъпиха."
    if not adopted:
        return f"{what} не се приема."
    return f"{what} се приема {'единодушно' if unanimous else 'с мнозинство'}."


def recusal_sentence(eligible_present: int, recused: int) -> str:
    """Voters present and how many stood aside; empty when nobody did."""
    if not recused:
        return ""
    verb = "Не участва" if recused == 1 else "Не участват"
    return (
        f"Присъстващи с право на глас: {eligible_present}. {verb} в гласуването поради отвод: "
        f"{count_in_words(recused, MEMBER)}."
    )


def recused_members(names: tuple[str, ...]) -> str:
    """„… заяви отвод и не участва в обсъждането и в гласуването.“; empty without names."""
    if not names:
        return ""
    verbs = "заяви отвод и не участва" if len(names) == 1 else "заявиха отвод и не участваха"
    return f"{listing(names)} {verbs} в обсъждането и в гласуването."


def quorum_sentence(seats: int, present: int, by_substitute: int, needed: int) -> str:
    """Seats, presence and needed quorum, ending in whether there is one. Unit: people."""
    text = (
        f"От общо {count_in_words(seats, PERMANENT_MEMBER)} с право на глас "
        f"{'присъства' if present == 1 else 'присъстват'} {with_words(present, Gender.PEOPLE)}"
    )
    if by_substitute:
        text += (
            f", от които {with_words(by_substitute, Gender.PEOPLE)} чрез "
            f"{SUBSTITUTE.form(by_substitute)}"
        )
    text += f". Необходимият кворум е {count_in_words(needed, MEMBER)}. "
    if present >= needed:
        return text + "Налице е кворум и заседанието може да взема решения."
    return text + "Няма кворум."


def left_for_closed_part(guests: int, associates: int) -> str:
    """„Поканеното лице и асоциираните членове напуснаха залата.“; empty when nobody had to."""
    return _closed_part(guests, associates, "напусна", "напуснаха", "залата")


def returned_from_closed_part(guests: int, associates: int) -> str:
    """„Поканеното лице и асоциираните членове се върнаха в залата.“; empty when nobody did."""
    return _closed_part(guests, associates, "се върна", "се върнаха", "в залата")


def _closed_part(guests: int, associates: int, one: str, many: str, where: str) -> str:
    who = []
    if guests:
        who.append("поканеното лице" if guests == 1 else "поканените лица")
    if associates:
        who.append("асоциираният член" if associates == 1 else "асоциираните членове")
    if not who:
        return ""
    verb = one if guests + associates == 1 else many
    return f"{capital(listing(who))} {verb} {where}."


def presence_after(present: int, *, quorum_before: bool, quorum_after: bool) -> str:
    """Voters left in the room and what became of the quorum."""
    if quorum_after:
        state = "кворумът се запазва" if quorum_before else "налице е кворум"
    else:
        state = "кворумът отпада" if quorum_before else "няма кворум"
    verb = "Присъства" if present == 1 else "Присъстват"
    return f"{verb} {count_in_words(present, MEMBER)} с право на глас; {state}."


def moved(at: datetime | time, names: tuple[str, ...], one: str, many: str) -> str:
    """„В 11.35 часа {one|many} А и Б.“: verbs for one and for several people."""
    return f"В {clock(at)} {one if len(names) == 1 else many} {listing(names)}."
