"""No name of the case register in a title or in a public text, checked as it is typed."""

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.names import Guard
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Case, Child, FamilyMember
from dcm_desktop.usecases.exchange.guard import official_names, register_names


def check_no_names(db: DbSession, text: str, *, field: str) -> None:
    """Raises: RuleBroken `item.name_in_title` with the code of the case, never with the name.

    Source: domain reference, section 7 (AgendaItem: child's name in a title).
    """
    if not text:
        return
    names = register_names(db)
    if not names:
        return
    hits = Guard(names, allowed=official_names(db)).search(text)
    if hits:
        raise RuleBroken("item.name_in_title", field=field, code=code_of(db, hits[0].owner_id))


def code_of(db: DbSession, individual_id: str) -> str | None:
    """Code of a case that an individual belongs to."""
    for table in (Child, FamilyMember):
        code = db.scalar(
            select(Case.code)
            .join(table, table.case_id == Case.id)
            .where(table.individual_id == individual_id)
            .limit(1)
        )
        if code:
            return str(code)
    return None
