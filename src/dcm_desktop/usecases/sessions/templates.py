"""Templates of sessions: a prepared agenda with kind, form, place and hour.

A session made from a template is a copy: no use case here ever touches a session.
Source: sessions anchor, row A1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.agenda import DEFAULT_MINUTES, is_closed_part, spread
from dcm_desktop.domain.terms import AgendaItemKind, AgendaItemStatus, SessionForm, SessionKind
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local, parse_time
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import Session, SessionTemplate, TemplateItem
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.state import items_of
from dcm_desktop.usecases.sessions.titles import check_no_names

MOST_ITEMS = 60


@dataclass(frozen=True, slots=True, repr=False)
class TemplateItemData:
    """One point of a template; no case and no person, those belong to a day."""

    kind: AgendaItemKind
    title: str = ""
    public_title: str = ""
    rapporteur_text: str = ""
    closed_part: bool = False
    planned_minutes: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class TemplateData:
    """The form of a template. `hour_minute` as "10:00", empty: as the last session."""

    name: str
    kind: SessionKind = SessionKind.REGULAR
    form: SessionForm = SessionForm.IN_PERSON
    place: str = ""
    hour_minute: str = ""
    is_default: bool = False
    items: tuple[TemplateItemData, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class TemplateRow:
    """A template in a list. Unit of `minutes`: minutes."""

    template_id: str
    name: str
    kind: SessionKind
    is_default: bool
    items: int
    minutes: int


def list_templates(db: DbSession, mechanism_id: str) -> tuple[TemplateRow, ...]:
    """Templates of a mechanism: the usual one first, then by name."""
    rows = list(
        db.scalars(select(SessionTemplate).where(SessionTemplate.mechanism_id == mechanism_id))
    )
    counts: dict[str, list[TemplateItem]] = {}
    for item in db.scalars(
        select(TemplateItem).where(TemplateItem.template_id.in_([row.id for row in rows]))
    ):
        counts.setdefault(item.template_id, []).append(item)
    made = (
        TemplateRow(
            row.id,
            row.name,
            row.kind,
            row.is_default,
            len(counts.get(row.id, ())),
            sum(i.planned_minutes or DEFAULT_MINUTES[i.kind] for i in counts.get(row.id, ())),
        )
        for row in rows
    )
    return tuple(sorted(made, key=lambda row: (not row.is_default, row.name.casefold())))


def get_template(db: DbSession, template_id: str) -> TemplateData:
    """The form of a template as it is stored."""
    row = db.get_one(SessionTemplate, template_id)
    return TemplateData(
        row.name,
        row.kind,
        row.form,
        row.place,
        row.hour_minute,
        row.is_default,
        tuple(
            TemplateItemData(
                item.kind,
                item.title,
                item.public_title,
                item.rapporteur_text,
                item.closed_part,
                item.planned_minutes,
            )
            for item in _items(db, template_id)
        ),
    )


def template_of_session(db: DbSession, session_id: str) -> TemplateData:
    """A template as a session would give it: without cases, people, withdrawn and standing items.

    What each agenda gets by itself (minutes, follow-up of tasks, carried items) is left out.
    """
    session = db.get_one(Session, session_id)
    items = items_of(db, session_id)
    names = names_of(db, (), {item.rapporteur_person_id for item in items})
    beginnings = tuple(
        labels.word("agenda", word).partition("{")[0] for word in ("approve_minutes", "follow_up")
    )
    kept = [
        item
        for item in items
        if item.kind is not AgendaItemKind.CASE
        and item.status is not AgendaItemStatus.WITHDRAWN
        and item.carried_from_id is None
        and not item.added_at_session
        and not item.title.startswith(beginnings)
    ]
    return TemplateData(
        labels.word("SessionKind", session.kind.value).capitalize(),
        session.kind,
        session.form,
        session.place,
        f"{local(session.starts_at):%H:%M}",
        False,
        tuple(
            TemplateItemData(
                item.kind,
                item.title,
                item.public_title if item.public_title != item.title else "",
                item.rapporteur_text or names.official(item.rapporteur_person_id).post,
                item.closed_part,
                item.planned_minutes,
            )
            for item in kept
        ),
    )


def create_template(db: DbSession, mechanism_id: str, data: TemplateData, *, at: datetime) -> Saved:
    """A new template; one that is the usual takes that from the other.

    Raises: InputRefused for a field, `template.name_taken`; RuleBroken `template.case`,
    `item.name_in_title`.
    """
    del at
    values = _values(db, mechanism_id, data, but="")
    row = SessionTemplate(id=new_id(db), mechanism_id=mechanism_id, **values)
    db.add(row)
    _be_usual(db, row)
    _put_items(db, row.id, data.items)
    return Saved(row.id)


def update_template(db: DbSession, template_id: str, data: TemplateData, *, at: datetime) -> Saved:
    """Save a template; sessions made from it stay as they are. Raises: as `create_template`."""
    del at
    row = db.get_one(SessionTemplate, template_id)
    for key, value in _values(db, row.mechanism_id, data, but=template_id).items():
        setattr(row, key, value)
    _be_usual(db, row)
    _put_items(db, template_id, data.items)
    return Saved(template_id)


def delete_template(db: DbSession, template_id: str, *, at: datetime) -> None:
    """Take a template away; undo brings it back."""
    del at
    for item in _items(db, template_id):
        item.deleted = True
    db.get_one(SessionTemplate, template_id).deleted = True


def usual_template(db: DbSession, mechanism_id: str) -> str | None:
    """The template that a new session takes unless another is chosen."""
    return db.scalar(
        select(SessionTemplate.id).where(
            SessionTemplate.mechanism_id == mechanism_id, SessionTemplate.is_default.is_(True)
        )
    )


# -- inside -------------------------------------------------------------------------------------


def _items(db: DbSession, template_id: str) -> list[TemplateItem]:
    rows = db.scalars(select(TemplateItem).where(TemplateItem.template_id == template_id))
    return sorted(rows, key=lambda row: (row.order_key, row.id))


def _values(db: DbSession, mechanism_id: str, data: TemplateData, *, but: str) -> dict[str, object]:
    name = check_line(data.name, name="name", max_len=80, min_len=2, field="template_name")
    taken = db.scalars(select(SessionTemplate).where(SessionTemplate.mechanism_id == mechanism_id))
    if any(row.name.casefold() == name.casefold() and row.id != but for row in taken):
        raise InputRefused("template.name_taken", field="template_name")
    hour = data.hour_minute.strip()
    if hour:
        hour = f"{parse_time(hour, field='hour_minute'):%H:%M}"
    return {
        "name": name,
        "kind": data.kind,
        "form": data.form,
        "place": check_line(data.place, name="place", max_len=200, required=False),
        "hour_minute": hour,
        "is_default": data.is_default,
    }


def _be_usual(db: DbSession, row: SessionTemplate) -> None:
    """Only one template is the usual one."""
    if not row.is_default:
        return
    others = db.scalars(
        select(SessionTemplate).where(
            SessionTemplate.mechanism_id == row.mechanism_id,
            SessionTemplate.is_default.is_(True),
            SessionTemplate.id != row.id,
        )
    )
    for other in others:
        other.is_default = False


def _put_items(db: DbSession, template_id: str, items: Sequence[TemplateItemData]) -> None:
    """Rows in the order given: changed where they stand, added or taken away at the end."""
    if len(items) > MOST_ITEMS:
        raise InputRefused("template.many", most=MOST_ITEMS)
    rows = _items(db, template_id)
    keys = spread(len(items))
    for place, data in enumerate(items):
        values = {**_item_values(db, data), "order_key": keys[place]}
        if place < len(rows):
            for key, value in values.items():
                setattr(rows[place], key, value)
        else:
            db.add(TemplateItem(id=new_id(db), template_id=template_id, **values))
    for row in rows[len(items) :]:
        row.deleted = True


def _item_values(db: DbSession, data: TemplateItemData) -> dict[str, object]:
    if data.kind is AgendaItemKind.CASE:
        raise RuleBroken("template.case")
    title = check_line(data.title, name="title", max_len=300, min_len=3, field="title")
    public = check_line(data.public_title, name="public_title", max_len=300, required=False)
    for text, field in ((title, "title"), (public, "public_title")):
        check_no_names(db, text, field=field)
    minutes = data.planned_minutes
    if minutes is not None and not 1 <= minutes <= 600:
        raise InputRefused("item.minutes_range", field="planned_minutes")
    return {
        "kind": data.kind,
        "title": title,
        "public_title": public,
        "rapporteur_text": check_line(
            data.rapporteur_text, name="rapporteur", max_len=200, required=False
        ),
        "closed_part": is_closed_part(data.kind, data.closed_part),
        "planned_minutes": minutes,
    }
