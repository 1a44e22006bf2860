"""Facts about the store itself, as rows of `meta`: key → text."""

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.store.tables import Meta

STORE_ID = "store_id"
LEVEL = "level"
DISTRICT = "district"
MUNICIPALITY = "municipality"
SLOTS_GEN = "slots_gen"
SLOTS_SHA = "slots_sha256"
BACKUP_N = "backup_audit_n"
"""Number of the last audit row that a verified backup holds."""
SHEET_AT = "recovery_sheet_at"
"""When the last recovery sheet was made; absent while it is postponed."""


def get(db: DbSession, key: str, default: str = "") -> str:
    """A fact, or `default` when it was never set."""
    row = db.get(Meta, key)
    return default if row is None else row.value


def put(db: DbSession, key: str, value: str) -> None:
    """Set a fact in the running transaction."""
    row = db.get(Meta, key)
    if row is None:
        db.add(Meta(key=key, value=value))
    else:
        row.value = value
