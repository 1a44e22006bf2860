"""The check before a session goes live: what the computer and the store say."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.domain.going_live import Kept, Machine, is_ready, live_findings
from dcm_desktop.paths import StoreFolder
from dcm_desktop.store import keyslots
from dcm_desktop.store.tables import Audit
from dcm_desktop.usecases.backups import list_backups
from dcm_desktop.usecases.sessions.readiness import Readiness


def get_live_checks(
    db: DbSession, machine: Machine, folder: Path, *, has_sheet: bool, at: datetime
) -> Readiness:
    """Blockers, warnings and what is well; `folder` is that of the store."""
    backups = list_backups(folder)
    kept = Kept(
        last_act_at=db.scalar(select(func.max(Audit.at))),
        backup_at=backups[0].made_at if backups else None,
        has_sheet=has_sheet,
    )
    found = live_findings(machine, kept, at=at)
    return Readiness(
        blockers=tuple(one for one in found if one.blocks),
        warnings=tuple(one for one in found if not one.blocks and not is_ready(one)),
        ready=tuple(one for one in found if is_ready(one)),
    )


def check_passphrase(folder: Path, passphrase: str) -> None:
    """Whether a passphrase opens the store, without opening it or counting the try.

    For the user who is in already and wants to be sure before an audience.
    Raises: WrongPassphrase.
    """
    secret = crypto.passphrase_bytes(passphrase)
    keyslots.unlock(keyslots.read(StoreFolder(folder)), "passphrase", secret)
