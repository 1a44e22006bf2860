"""Versions of the minutes: version 1 at closing, made again while it is a draft.

The life of minutes (review, circulation, approval, signing) is not here.
"""

from dataclasses import replace
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.documents.models import Edition, MinutesModel
from dcm_desktop.domain.terms import MinutesStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store import audit
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.plain import canonical
from dcm_desktop.store.tables import Minutes, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.minutes_model import build_minutes
from dcm_desktop.usecases.sessions.state import latest_minutes

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 8
_HEAD_LENGTH = 16


def make_first_minutes(db: DbSession, session: Session, *, at: datetime) -> Minutes:
    """Version 1, a draft, with its snapshot, hash and check code."""
    row = Minutes(
        id=new_id(db), session_id=session.id, version=1, status=MinutesStatus.DRAFT, template=1
    )
    db.add(row)
    _freeze(db, row, at=at)
    return row


def remake_minutes(db: DbSession, session_id: str, *, at: datetime) -> Saved:
    """Take what was corrected into the draft; hash and check code become new.

    Raises: RuleBroken `minutes.not_draft`.
    """
    row = latest_minutes(db, session_id)
    if row is None or row.status is not MinutesStatus.DRAFT:
        raise RuleBroken("minutes.not_draft")
    _freeze(db, row, at=at)
    return Saved(row.id)


def minutes_model(
    db: DbSession, session_id: str, edition: Edition, *, at: datetime
) -> MinutesModel:
    """The newest version as it is printed; before the closing a proof of what there is so far."""
    row = latest_minutes(db, session_id)
    if row is None:
        model = build_minutes(db, session_id, made_on=local_date(at))
        return replace(model, edition=edition, draft=True)
    model = msgspec.json.decode(row.snapshot, type=MinutesModel)
    signed = row.status is MinutesStatus.SIGNED
    accepted = signed or row.status is MinutesStatus.APPROVED
    return replace(
        model,
        edition=edition,
        draft=not accepted,
        signed=signed,
        version=row.version,
        check_code=row.check_code,
    )


def check_code_of(sha256: str) -> str:
    """Eight symbols of a hash, to be compared by eye or typed from paper."""
    number = int(sha256[:10], 16)
    return "".join(_SYMBOLS[(number >> 5 * n) & 31] for n in range(_CODE_LENGTH))


def _freeze(db: DbSession, row: Minutes, *, at: datetime) -> None:
    head = audit.head(driver_connection(db)).h.hex()[:_HEAD_LENGTH]
    model = build_minutes(db, row.session_id, made_on=local_date(at))
    row.snapshot = canonical(replace(model, audit_head=head, version=row.version))
    row.sha256 = crypto.sha256(row.snapshot.encode()).hex()
    row.check_code = check_code_of(row.sha256)
    row.made_at = at
