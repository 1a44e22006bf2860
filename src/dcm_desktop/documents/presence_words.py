"""Sentences of the minutes about the room: quorum by kind, breaks, recusals, written answers.

Source: domain reference, section 5.2, points 2, 4 and 8; section 4.2 (written procedure).
"""

from datetime import datetime

from dcm_desktop.documents.models import (
    MinutesItem,
    MinutesModel,
    Movement,
    MovementKind,
    QuorumFacts,
)
from dcm_desktop.documents.typography import printable
from dcm_desktop.documents.wording import (
    filled,
    hour,
    long_day,
    meeting,
    of_body,
    outgoing,
    phrase,
    phrases,
)
from dcm_desktop.domain import session_words
from dcm_desktop.domain.bulgarian import MEMBER, Gender, count_in_words, listing, with_words
from dcm_desktop.domain.terms import SessionKind


def written_opening(model: MinutesModel) -> str:
    """When the votes of a written procedure were collected, and by which letter it was called."""
    words = meeting(model.kind, model.form)
    due = model.written.due_at if model.written is not None else None
    until = phrase("minutes.written_due", date=long_day(due), hour=hour(due))
    return phrase(
        "minutes.opening_written",
        date=long_day(model.starts_at),
        due=until,
        meeting=words.whole,
        body=of_body(model.body, model.topic),
        convened=words.convened,
        invitation=outgoing(model.invitation_no, model.invitation_on),
    )


def quorum(model: MinutesModel) -> str:
    """Seats, presence, needed quorum; a working meeting needs none, in writing answers count."""
    facts = model.quorum
    if model.kind is SessionKind.WORKING_MEETING:
        verb = "Присъства" if facts.present == 1 else "Присъстват"
        present = f"{verb} {count_in_words(facts.present, MEMBER)} с право на глас"
        return phrase("minutes.no_quorum_needed", present=present)
    if model.written is not None:
        return _written(model)
    text = session_words.quorum_sentence(
        facts.seats, facts.present, facts.by_substitute, facts.needed
    )
    return f"{_reduced(facts)} {text}".strip()


def movement_of_session(step: Movement, opened: datetime) -> str:
    """That the session was adjourned, until when, or resumed; on another day with its date."""
    at = hour(step.at)
    if step.kind is MovementKind.RESUMED:
        if step.at.date() == opened.date():
            return phrase("minutes.movement.resumed", hour=at)
        return phrase("minutes.movement.resumed_on", date=long_day(step.at), hour=at)
    if step.until is None:
        return phrase("minutes.movement.adjourned", hour=at)
    if step.until.date() != step.at.date():
        date = long_day(step.until)
        return phrase("minutes.movement.adjourned_to", hour=at, date=date, until=hour(step.until))
    return phrase("minutes.movement.break_until", hour=at, until=hour(step.until))


def quorum_lowered(step: Movement) -> str:
    """That the smaller quorum of the rules holds from now on, and who is there."""
    text = phrase(
        "minutes.movement.quorum_reduced",
        hour=hour(step.at),
        needed=count_in_words(step.needed or 0, MEMBER),
    )
    after = session_words.presence_after(
        step.present_after or 0, quorum_before=False, quorum_after=step.quorum_after
    )
    return f"{text} {after}"


def recusals(item: MinutesItem) -> str:
    """Who stood aside, and when they went out of the hall and came back."""
    names = tuple(filled(name) for name in item.recusals)
    sentences = [session_words.recused_members(names)]
    for name, time in zip(names, item.recusal_times, strict=False):
        if time.left_at is None:
            continue
        if time.returned_at is None:
            sentences.append(phrase("minutes.recused_out", name=name, left=hour(time.left_at)))
            continue
        back = hour(time.returned_at)
        left = hour(time.left_at)
        sentences.append(phrase("minutes.recused_back", name=name, left=left, returned=back))
    return " ".join(one for one in sentences if one)


def proxy(members: tuple[str, ...]) -> str:
    """„пълномощник на А и Б“; empty without any."""
    if not members:
        return ""
    return phrase("minutes.proxy_for", members=listing([printable(name) for name in members]))


def _reduced(facts: QuorumFacts) -> str:
    if facts.reduced_from is None:
        return ""
    needed = count_in_words(facts.needed, MEMBER)
    return phrase("minutes.reduced", hour=hour(facts.reduced_from), needed=needed)


def _written(model: MinutesModel) -> str:
    facts = model.written
    if facts is None:
        return ""
    enough = facts.answered >= model.quorum.needed
    text = phrase(
        "minutes.written",
        asked=count_in_words(facts.asked, MEMBER),
        answered=with_words(facts.answered, Gender.PEOPLE),
        needed=count_in_words(model.quorum.needed, MEMBER),
        state=phrase("minutes.written_quorum" if enough else "minutes.written_no_quorum"),
    )
    if not facts.silent:
        return text
    one, many = phrases("minutes.written_silent")
    names = listing([filled(name) for name in facts.silent])
    return f"{text} {(one if len(facts.silent) == 1 else many).format(names=names)}"
