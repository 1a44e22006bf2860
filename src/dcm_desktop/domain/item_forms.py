"""What the kind of an agenda item decides: fields, phrases, confidentiality, card in the hall.

Nine kinds are shown by six forms. Source: sessions anchor, row A6; domain reference, section 4.2.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from dcm_desktop.domain.terms import AgendaItemKind, AttachmentAccess


class ItemGroup(StrEnum):
    """The six forms of an item."""

    CASE = "case"
    DECISION = "decision"
    INFORMATION = "information"
    TASK_REVIEW = "task_review"
    PROCEDURAL = "procedural"
    MISC = "misc"


class ItemField(StrEnum):
    """A field that the form of an item may show."""

    CASE = "case_id"
    TITLE = "title"
    PUBLIC_TITLE = "public_title"
    RAPPORTEUR = "rapporteur_person_id"
    MINUTES = "planned_minutes"
    CLOSED_PART = "closed_part"
    PROPOSAL = "proposal"
    TASKS = "tasks"
    VERSION = "minutes_id"
    FILES = "files"


class ItemCard(StrEnum):
    """What the hall sees by itself when an item is taken up and its card is sent."""

    CONFIDENTIAL = "confidential"
    ITEM = "item"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class ItemForm:
    """What one kind of item decides. Unit of `minutes`: minutes."""

    group: ItemGroup
    minutes: int
    fields: tuple[ItemField, ...]
    closed: bool = False
    """Confidential unless changed; a case always is."""
    card: ItemCard = ItemCard.ITEM
    files: AttachmentAccess = AttachmentAccess.MEMBERS
    """Who may see its files unless told otherwise."""


_F = ItemField
_COMMON = (_F.TITLE, _F.RAPPORTEUR, _F.PUBLIC_TITLE, _F.MINUTES, _F.CLOSED_PART)


def _form(group: ItemGroup, minutes: int, *extra: ItemField, closed: bool = False) -> ItemForm:
    case = group is ItemGroup.CASE
    fields = (_F.CASE, _F.RAPPORTEUR, _F.PUBLIC_TITLE, _F.MINUTES) if case else _COMMON
    card = ItemCard.CONFIDENTIAL if case or closed else ItemCard.ITEM
    return ItemForm(
        group,
        minutes,
        (*fields, *extra, _F.FILES),
        closed or case,
        ItemCard.TASKS if group is ItemGroup.TASK_REVIEW else card,
        AttachmentAccess.CONFIDENTIAL if case or closed else AttachmentAccess.MEMBERS,
    )


ITEM_FORMS: dict[AgendaItemKind, ItemForm] = {
    AgendaItemKind.CASE: _form(ItemGroup.CASE, 15, _F.PROPOSAL),
    AgendaItemKind.POLICY: _form(ItemGroup.DECISION, 15, _F.PROPOSAL),
    AgendaItemKind.INSTITUTION_CLOSURE: _form(ItemGroup.DECISION, 20, _F.PROPOSAL),
    AgendaItemKind.SERVICE_INFO: _form(ItemGroup.INFORMATION, 10),
    AgendaItemKind.TRAINING: _form(ItemGroup.INFORMATION, 10),
    AgendaItemKind.REPORT: _form(ItemGroup.TASK_REVIEW, 15, _F.TASKS),
    AgendaItemKind.FORMAL: _form(ItemGroup.PROCEDURAL, 5, _F.VERSION, _F.PROPOSAL),
    AgendaItemKind.ORGANISATIONAL: _form(ItemGroup.PROCEDURAL, 10, _F.PROPOSAL),
    AgendaItemKind.MISC: _form(ItemGroup.MISC, 10),
}
"""The form of each kind. Decision: ours; minutes from the twelve-case session of 2 h 30 min."""


def form_of(kind: AgendaItemKind) -> ItemForm:
    """The form of a kind."""
    return ITEM_FORMS[kind]


def shows(kind: AgendaItemKind, field: ItemField) -> bool:
    """Whether the form of a kind has a field."""
    return field in ITEM_FORMS[kind].fields


def card_of(kind: AgendaItemKind, *, closed: bool) -> ItemCard:
    """Card of an item in the hall: whatever is in the closed part shows the neutral one."""
    return ItemCard.CONFIDENTIAL if closed else ITEM_FORMS[kind].card


def kinds_of(group: ItemGroup) -> tuple[AgendaItemKind, ...]:
    """Kinds that a form serves."""
    return tuple(kind for kind, form in ITEM_FORMS.items() if form.group is group)


def offers_phrase(kind: AgendaItemKind, phrase_kinds: Collection[str]) -> bool:
    """Whether a ready phrase belongs to the set of a kind: its own, or one of the same form.

    A phrase without kinds is offered everywhere.
    """
    return not phrase_kinds or not set(phrase_kinds).isdisjoint(kinds_of(ITEM_FORMS[kind].group))
