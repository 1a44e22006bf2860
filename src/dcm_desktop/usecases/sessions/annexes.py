"""Files of agenda items as the papers list them: title, pages, and whether they are kept apart."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.documents.models import Annex
from dcm_desktop.domain.terms import AttachmentAccess
from dcm_desktop.store.tables import AgendaItem
from dcm_desktop.usecases.sessions.attachments import AttachmentRow, attachments_of


def file_annexes(
    db: DbSession, items: Sequence[AgendaItem], numbers: Mapping[str, int], *, first: int
) -> tuple[Annex, ...]:
    """Annexes of the minutes from `first` on, in the order of the agenda.

    The public edition names only files that are public; of the others it says that there was one.
    """
    files = attachments_of(db, [item.id for item in items])
    found: list[Annex] = []
    for item in items:
        for row in files.get(item.id, ()):
            number = numbers.get(item.id, 0)
            public = row.access is AttachmentAccess.PUBLIC and not item.closed_part
            hidden = labels.word("annex", "public").format(number=number)
            found.append(
                Annex(
                    first + len(found),
                    labels.word("annex", "item").format(number=number, title=_titled(row)),
                    confidential=row.access is AttachmentAccess.CONFIDENTIAL,
                    public_title="" if public else hidden,
                )
            )
    return tuple(found)


def invitation_files(
    db: DbSession, items: Sequence[AgendaItem], numbers: Mapping[str, int]
) -> dict[str, list[str]]:
    """Titles with pages of the files that go with an invitation, by item.

    Confidential ones and those of the closed part never do.
    """
    files = attachments_of(db, [item.id for item in items if not item.closed_part])
    found: dict[str, list[str]] = {}
    for item_id, rows in files.items():
        titles = [
            labels.word("annex", "item").format(number=numbers[item_id], title=_titled(row))
            for row in rows
            if row.access is not AttachmentAccess.CONFIDENTIAL and item_id in numbers
        ]
        if titles:
            found[item_id] = titles
    return found


def _titled(row: AttachmentRow) -> str:
    """„Социален доклад, 4 с.“"""
    if not row.pages:
        return row.title
    word = labels.word("annex", "pages_one" if row.pages == 1 else "pages_other")
    return f"{row.title}, {word.format(n=row.pages)}"
