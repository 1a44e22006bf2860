"""Papers of a session: made from the store, guarded, counted, registered when they leave.

paper = workspace.ask(make_document, session_id, PaperKind.MINUTES, Edition.PUBLIC, at=now())
write_private(path, paper.pdf)
workspace.do(register_paper, paper, way="file", at=now())
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

import pypdfium2
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.documents.models import Edition
from dcm_desktop.documents.public import public_edition
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store import audit
from dcm_desktop.store.tables import IssuedPaper, Session
from dcm_desktop.usecases.documents.guard import check_paper
from dcm_desktop.usecases.documents.hall import (
    build_kit_model,
    build_slips_model,
    build_statement_model,
)
from dcm_desktop.usecases.documents.letters import build_invitation_model, build_sheet_model
from dcm_desktop.usecases.saving import new_id
from dcm_desktop.usecases.sessions.minutes import minutes_model

Way = Literal["file", "print"]
_NOT_OPENED = (
    SessionStatus.DRAFT,
    SessionStatus.CONVENED,
    SessionStatus.POSTPONED,
    SessionStatus.CANCELLED,
)

__all__ = [
    "Edition", "PaperBytes", "PaperKind", "PaperRow", "Way", "check_paper", "list_papers",
    "make_document", "register_paper",
]  # fmt: skip


class PaperKind(StrEnum):
    """Papers of a session."""

    INVITATION = "invitation"
    ATTENDANCE = "attendance"
    MINUTES = "minutes"
    KIT = "kit"
    SLIPS = "slips"
    ADDRESSEES = "addressees"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class PaperBytes:
    """A paper in memory; nothing is on disk. `file_name` is the one to propose, without names."""

    session_id: str
    kind: PaperKind
    edition: Edition
    pdf: bytes = field(repr=False)
    pages: int
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that left the store."""

    paper_id: str
    kind: str
    edition: str
    way: str
    pages: int
    sha256: str
    at: datetime


def make_document(
    db: DbSession,
    session_id: str,
    kind: PaperKind,
    edition: Edition = Edition.FULL,
    *,
    at: datetime,
) -> PaperBytes:
    """A paper of a session as PDF; minutes of a closed session come from their snapshot alone.

    Only minutes have two editions. Raises: ExportRefused `paper.names_found` with the places where
    a name or a number of the case register stands; RuleBroken `paper.no_minutes_yet` for minutes
    of a session that was not opened, `paper.quorum_was_there` for a statement of no quorum.
    """
    session = db.get_one(Session, session_id)
    if kind is not PaperKind.MINUTES:
        edition = Edition.FULL
    model, build = _drawn(db, session, kind, edition, at=at)
    check_paper(db, model)
    pdf = build(model)
    return PaperBytes(
        session_id,
        kind,
        edition,
        pdf,
        page_count(pdf),
        crypto.sha256(pdf).hex(),
        _file_name(session, kind, edition),
    )


def _drawn(
    db: DbSession, session: Session, kind: PaperKind, edition: Edition, *, at: datetime
) -> tuple[object, Callable[[Any], bytes]]:
    """The model of a paper and what draws it; drawing is imported only when it is needed."""
    if kind is PaperKind.MINUTES:
        if session.status in _NOT_OPENED:
            raise RuleBroken("paper.no_minutes_yet", number=session.number)
        from dcm_desktop.documents.pdf.minutes import build_minutes

        minutes = minutes_model(db, session.id, Edition.FULL, at=at)
        return public_edition(minutes) if edition is Edition.PUBLIC else minutes, build_minutes
    if kind in (PaperKind.INVITATION, PaperKind.ADDRESSEES):
        from dcm_desktop.documents.pdf import invitation

        letter = build_invitation_model(db, session.id, at=at)
        if kind is PaperKind.ADDRESSEES:
            return letter, invitation.build_addressees
        return letter, invitation.build_invitation
    if kind is PaperKind.KIT:
        from dcm_desktop.documents.pdf.hall_kit import build_hall_kit

        return build_kit_model(db, session.id, at=at), build_hall_kit
    if kind is PaperKind.SLIPS:
        from dcm_desktop.documents.pdf.slips import build_slips

        return build_slips_model(db, session.id, at=at), build_slips
    if kind is PaperKind.STATEMENT:
        from dcm_desktop.documents.pdf.statement import build_statement

        return build_statement_model(db, session.id), build_statement
    from dcm_desktop.documents.pdf.attendance import build_attendance

    return build_sheet_model(db, session.id, at=at), build_attendance


def register_paper(db: DbSession, paper: PaperBytes, way: Way, *, at: datetime) -> str:
    """Note that a paper left the store, as a file or a print; returns the id of the entry.

    Its number is then taken for good, also when the session is cancelled.
    """
    row = IssuedPaper(
        id=new_id(db),
        session_id=paper.session_id,
        kind=str(paper.kind),
        edition=str(paper.edition),
        way=way,
        sha256=paper.sha256,
        pages=paper.pages,
        user_id=str(db.info.get("actor", "")),
        at=at,
    )
    db.add(row)
    audit.append(
        db,
        "paper.issued",
        at=at,
        entity="session",
        entity_id=paper.session_id,
        kind=str(paper.kind),
        edition=str(paper.edition),
        way=way,
        pages=paper.pages,
        sha256=paper.sha256,
    )
    return row.id


def list_papers(db: DbSession, session_id: str | None = None) -> tuple[PaperRow, ...]:
    """Papers that left the store, the latest first; of one session or of all."""
    query = select(IssuedPaper).order_by(IssuedPaper.at.desc(), IssuedPaper.id.desc())
    if session_id is not None:
        query = query.where(IssuedPaper.session_id == session_id)
    return tuple(
        PaperRow(row.id, row.kind, row.edition, row.way, row.pages, row.sha256, row.at)
        for row in db.scalars(query)
    )


def page_count(pdf: bytes) -> int:
    """Pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _file_name(session: Session, kind: PaperKind, edition: Edition) -> str:
    day = local_date(session.starts_at).isoformat()
    end = f"-{edition}" if kind is PaperKind.MINUTES else ""
    return f"okmd-{session.number}-{day}-{kind}{end}.pdf"
