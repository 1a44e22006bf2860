"""Statement that a session did not take place for want of quorum (констативен протокол).

Who came, how many were needed, the hour, and when it will be; nothing of the cases.
Source: sessions anchor, row D6; domain reference, section 5.2, point 4.
"""

from functools import partial

from reportlab.platypus import Flowable, Spacer

from dcm_desktop.documents.convening import StatementModel
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.kit import Kept, Tracked, para, signatures
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.wording import day_of_week, filled, hour, meeting, of_body, phrase
from dcm_desktop.domain.bulgarian import (
    MEMBER,
    PERMANENT_MEMBER,
    Gender,
    count_in_words,
    in_,
    with_words,
)
from dcm_desktop.domain.terms import SessionKind


def build_statement(model: StatementModel) -> bytes:
    """The statement as a PDF; equal models give equal bytes."""
    page.ready()
    number = model.number
    around = Around(
        body=model.body,
        title=phrase("hall.statement.file_title", number=number),
        dated=model.made_on or model.stated_at.date(),
        running=phrase("hall.statement.file_title", number=number),
        foot=(phrase("hall.statement.foot", number=number, body=of_body(model.body)),),
    )
    return page.make(partial(_story, model), around)


def _story(model: StatementModel) -> list[Flowable]:
    title = Tracked(phrase("hall.statement.title"), 20)
    title.outline = (phrase("hall.statement.title").capitalize(), 0)
    words = meeting(model.kind, model.form)
    whose = phrase(
        "hall.statement.subtitle",
        failed=phrase(f"hall.statement.failed_{_gender(model.kind)}"),
        meeting=words.kind,
        number=model.number,
        body=of_body(model.body, model.topic),
    )
    story: list[Flowable] = [title, para(whose, styles.SUBTITLE)]
    story += [para(text) for text in sentences(model)]
    story += _people("came", model.came)
    if model.others:
        story += _people("others", model.others)
    story += _people("missing", model.missing)
    story += [Spacer(1, 8), *[para(text) for text in endings(model)]]
    closing = para(phrase("hall.statement.closing", hour=hour(model.stated_at)))
    people = [
        (phrase("hall.statement.chair"), filled(model.chair.name), model.chair.office),
        (
            phrase("hall.statement.taker"),
            filled(model.minutes_taker.name),
            model.minutes_taker.office,
        ),
    ]
    story.append(Kept([closing, signatures(people)], gap=styles.MARGINS.text_height))
    return story


def sentences(model: StatementModel) -> list[str]:
    """What happened: when and where it was called, how many came, what follows from that."""
    words = meeting(model.kind, model.form)
    opening = phrase(
        "hall.statement.opening",
        date=day_of_week(model.starts_at),
        place=in_(model.place) if model.place else phrase("hall.statement.remote"),
        convened=words.convened,
        meeting=words.kind,
        number=model.number,
        body=of_body(model.body, model.topic),
        hour=hour(model.starts_at),
    )
    form = {0: "none", 1: "one"}.get(model.present, "other")
    count = phrase(
        f"hall.statement.count_{form}",
        hour=hour(model.stated_at),
        seats=count_in_words(model.seats, PERMANENT_MEMBER),
        present=with_words(model.present, Gender.PEOPLE),
    )
    needed = phrase("hall.statement.needed", needed=count_in_words(model.needed, MEMBER))
    outcome = phrase("hall.statement.outcome", meeting=words.definite)
    found = [opening, f"{count} {needed}", outcome]
    if model.reason:
        found.append(phrase("hall.statement.reason", reason=model.reason.rstrip(".")))
    return found


def endings(model: StatementModel) -> list[str]:
    """What is carried over, and the new date."""
    found = []
    if model.items_left:
        form = "one" if model.items_left == 1 else "other"
        found.append(phrase(f"hall.statement.left_{form}", n=model.items_left))
    if model.next_at is None:
        found.append(phrase("hall.statement.next_none"))
        return found
    where = f" {in_(model.next_place)}" if model.next_place else ""
    text = phrase(
        "hall.statement.next"
        if model.next_number is not None
        else "hall.statement.next_unnumbered",
        number=model.next_number,
        date=day_of_week(model.next_at),
        hour=hour(model.next_at),
    )
    found.append(f"{text}{where}. {phrase('hall.statement.new_letters')}")
    return found


def _people(part: str, people: tuple[tuple[str, str], ...]) -> list[Flowable]:
    head = para(phrase(f"hall.statement.{part}"), styles.SECTION)
    if not people:
        return [Kept([head, para(phrase("hall.statement.nobody"), styles.LEFT)])]
    rows = [
        para(f"{name} – {office}" if office else name, styles.POINT, bullet=f"{n}.")
        for n, (name, office) in enumerate(people, 1)
    ]
    return [Kept([head, rows[0]]), *rows[1:]]


def _gender(kind: SessionKind) -> str:
    return "f" if kind is SessionKind.WORKING_MEETING else "n"
