"""Tables of this store alone: who works here, own keys, drafts, audit, papers issued."""

from datetime import datetime

from sqlalchemy import BLOB, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dcm_desktop.domain.terms import UserRole
from dcm_desktop.store.tables.base import Base, Moment, Word


class Meta(Base):
    """Facts about the store itself: level, district, schema, slot generation."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class User(Base):
    """Who works with this store; their id is the author of changes and audit rows."""

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str] = mapped_column(String, default="")
    role: Mapped[UserRole] = mapped_column(Word(UserRole))
    created_at: Mapped[datetime] = mapped_column(Moment())
    left_at: Mapped[datetime | None] = mapped_column(Moment())


class OwnDevice(Base):
    """This laptop: letter in bundle names, signing and age keys. One row."""

    __tablename__ = "own_device"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    letter: Mapped[str] = mapped_column(String, default="")
    sign_private: Mapped[bytes] = mapped_column(BLOB)
    sign_public: Mapped[bytes] = mapped_column(BLOB)
    age_identity: Mapped[str] = mapped_column(String)
    age_recipient: Mapped[str] = mapped_column(String)
    created_at: Mapped[datetime] = mapped_column(Moment())


class Draft(Base):
    """Text being typed, bound to its record and field; not captured, not counted."""

    __tablename__ = "draft"

    record_id: Mapped[str] = mapped_column(String, primary_key=True)
    field: Mapped[str] = mapped_column(String, primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")
    caret: Mapped[int] = mapped_column(Integer, default=0)
    saved_at: Mapped[datetime] = mapped_column(Moment())


class Place(Base):
    """Where the user was (screen, record, field), so that a restart returns there. One row."""

    __tablename__ = "place"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    screen: Mapped[str] = mapped_column(String, default="")
    record_id: Mapped[str] = mapped_column(String, default="")
    field: Mapped[str] = mapped_column(String, default="")
    saved_at: Mapped[datetime] = mapped_column(Moment())


class Audit(Base):
    """Append-only hash chain of who did what; triggers refuse change and deletion."""

    __tablename__ = "audit"

    n: Mapped[int] = mapped_column(Integer, primary_key=True)
    epoch: Mapped[int] = mapped_column(Integer, default=1)
    at: Mapped[datetime] = mapped_column(Moment())
    user_id: Mapped[str] = mapped_column(String, default="")
    device_id: Mapped[str] = mapped_column(String, default="")
    role: Mapped[str] = mapped_column(String, default="")
    act: Mapped[str] = mapped_column(String)
    entity: Mapped[str] = mapped_column(String, default="")
    entity_id: Mapped[str] = mapped_column(String, default="")
    detail: Mapped[str] = mapped_column(Text, default="{}")
    digest: Mapped[bytes | None] = mapped_column(BLOB)
    h: Mapped[bytes] = mapped_column(BLOB)


class IssuedPaper(Base):
    """Register of files and prints that left the store: kind, destination, hash; no content."""

    __tablename__ = "issued_paper"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    session_id: Mapped[str | None] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String)
    edition: Mapped[str] = mapped_column(String, default="")
    way: Mapped[str] = mapped_column(String)
    """`file` or `print`."""
    sha256: Mapped[str] = mapped_column(String)
    pages: Mapped[int] = mapped_column(Integer)
    user_id: Mapped[str] = mapped_column(String, default="")
    at: Mapped[datetime] = mapped_column(Moment())


class AttachmentContent(Base):
    """Bytes of an attachment, once per content; erasing them erases the file for good."""

    __tablename__ = "attachment_content"

    sha256: Mapped[str] = mapped_column(String, primary_key=True)
    data: Mapped[bytes] = mapped_column(BLOB)
    stored_at: Mapped[datetime] = mapped_column(Moment())
