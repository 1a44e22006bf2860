"""Files of items, sessions and cases: kept in the encrypted store, once per content.

Bytes never leave memory here; a copy on the disk is written only where the user asks for it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pypdfium2
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.agenda import key_between
from dcm_desktop.domain.attachment import PDF, check_file, suggested_name
from dcm_desktop.domain.item_forms import form_of
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import AttachmentAccess, AttachmentOwner
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import AgendaItem, Attachment, AttachmentContent, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.titles import check_no_names

MOST_FILES = 40
"""Files of one record. Decision: ours."""


@dataclass(frozen=True, slots=True, repr=False)
class FileData:
    """A file to be kept. `title` empty: the name without its ending; `access` None: by the item."""

    name: str
    data: bytes
    title: str = ""
    access: AttachmentAccess | None = None
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class AttachmentRow:
    """A file in a list. Unit: `size` bytes; `pages` None when it has none or they are locked."""

    attachment_id: str
    owner_id: str
    title: str
    file_name: str
    media_type: str
    size: int
    pages: int | None
    access: AttachmentAccess
    dated_on: date | None
    sha256: str

    @property
    def is_pdf(self) -> bool:
        """Whether it can be shown here."""
        return self.media_type == PDF


@dataclass(frozen=True, slots=True, repr=False)
class AttachmentFile:
    """The bytes of a file, and the name that a copy is offered under."""

    name: str
    media_type: str
    data: bytes


def add_attachment(
    db: DbSession, owner_kind: AttachmentOwner, owner_id: str, file: FileData, *, at: datetime
) -> Saved:
    """Keep a file. The same file a second time at one record is refused.

    Raises: InputRefused of `domain.attachment.check_file`, `attachment.twice`, `attachment.many`,
    `attachment.broken` for a PDF that cannot be read; RuleBroken `session.not_editable`,
    `item.name_in_title` for a public title with a name of the case register.
    """
    checked = check_file(file.name, file.data)
    access = file.access or _usual_access(db, owner_kind, owner_id)
    _check_owner(db, owner_kind, owner_id)
    title = _title(db, file.title or checked.name.rsplit(".", 1)[0], access)
    digest = hashlib.sha256(file.data).hexdigest()
    rows = _rows(db, owner_id)
    if any(row.sha256 == digest for row in rows):
        raise InputRefused("attachment.twice", field="file")
    if len(rows) >= MOST_FILES:
        raise InputRefused("attachment.many", field="file", most=MOST_FILES)
    pages = _pages(file.data) if checked.media_type == PDF else None
    if db.get(AttachmentContent, digest) is None:
        db.add(AttachmentContent(sha256=digest, data=file.data, stored_at=at))
    row_id = new_id(db)
    last = rows[-1].order_key if rows else ""
    row = Attachment(
        id=row_id,
        owner_kind=owner_kind,
        owner_id=owner_id,
        order_key=key_between(last, "", row_id[-2:]),
        title=title,
        file_name=checked.name,
        media_type=checked.media_type,
        size=len(file.data),
        pages=pages,
        sha256=digest,
        access=access,
        dated_on=file.dated_on,
    )
    db.add(row)
    return Saved(row_id)


def update_attachment(
    db: DbSession,
    attachment_id: str,
    *,
    title: str | None = None,
    access: AttachmentAccess | None = None,
    at: datetime,
) -> Saved:
    """Another title, or other people who may see it. Raises: as `add_attachment`."""
    del at
    row = db.get_one(Attachment, attachment_id)
    _check_owner(db, row.owner_kind, row.owner_id)
    row.access = access or row.access
    row.title = _title(db, row.title if title is None else title, row.access)
    return Saved(attachment_id)


def remove_attachment(db: DbSession, attachment_id: str, *, at: datetime) -> None:
    """Take a file away from its record; undo brings it back, its bytes stay in the store.

    Raises: RuleBroken `session.not_editable`.
    """
    del at
    row = db.get_one(Attachment, attachment_id)
    _check_owner(db, row.owner_kind, row.owner_id)
    row.deleted = True


def list_attachments(db: DbSession, owner_id: str) -> tuple[AttachmentRow, ...]:
    """Files of a record in their order."""
    return tuple(_row(row) for row in _rows(db, owner_id))


def attachments_of(db: DbSession, owner_ids: Sequence[str]) -> dict[str, list[AttachmentRow]]:
    """Files of several records, by record; those without files are not in it."""
    found: dict[str, list[AttachmentRow]] = {}
    if not owner_ids:
        return found
    rows = db.scalars(
        select(Attachment)
        .where(Attachment.owner_id.in_(owner_ids))
        .order_by(Attachment.order_key, Attachment.id)
    )
    for row in rows:
        found.setdefault(row.owner_id, []).append(_row(row))
    return found


def read_attachment(db: DbSession, attachment_id: str) -> AttachmentFile:
    """The bytes of a file. Raises: RuleBroken `attachment.erased` when they were erased."""
    row = db.get_one(Attachment, attachment_id)
    content = db.get(AttachmentContent, row.sha256)
    if content is None or hashlib.sha256(content.data).hexdigest() != row.sha256:
        raise RuleBroken("attachment.erased")
    name = suggested_name(row.title, row.media_type)
    return AttachmentFile(name, row.media_type, content.data)


def _rows(db: DbSession, owner_id: str) -> list[Attachment]:
    return list(
        db.scalars(
            select(Attachment)
            .where(Attachment.owner_id == owner_id)
            .order_by(Attachment.order_key, Attachment.id)
        )
    )


def _row(row: Attachment) -> AttachmentRow:
    return AttachmentRow(
        row.id,
        row.owner_id,
        row.title,
        row.file_name,
        row.media_type,
        row.size,
        row.pages,
        row.access,
        row.dated_on,
        row.sha256,
    )


def _title(db: DbSession, typed: str, access: AttachmentAccess) -> str:
    title = check_line(typed, name="title", max_len=200, field="title")
    if access is AttachmentAccess.PUBLIC:
        check_no_names(db, title, field="title")
    return title


def _usual_access(db: DbSession, owner_kind: AttachmentOwner, owner_id: str) -> AttachmentAccess:
    """Files of a closed item are confidential; of an open one they are for the members."""
    if owner_kind is AttachmentOwner.ITEM:
        item = db.get_one(AgendaItem, owner_id)
        return AttachmentAccess.CONFIDENTIAL if item.closed_part else form_of(item.kind).files
    if owner_kind is AttachmentOwner.SESSION:
        return AttachmentAccess.MEMBERS
    return AttachmentAccess.CONFIDENTIAL


def _check_owner(db: DbSession, owner_kind: AttachmentOwner, owner_id: str) -> None:
    """Files of a session are changed while it may be changed."""
    session_id = owner_id if owner_kind is AttachmentOwner.SESSION else None
    if owner_kind is AttachmentOwner.ITEM:
        session_id = db.get_one(AgendaItem, owner_id).session_id
    if session_id is not None:
        check_editable(db.get_one(Session, session_id).status)


def _pages(data: bytes) -> int | None:
    """Pages of a PDF; None for one that asks for a password."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            return None
        raise InputRefused("attachment.broken", field="file") from None
    try:
        return len(document)
    finally:
        document.close()
