"""Looks for damage in an open store: pages, structure, links, the chain of the audit.

The order matters: the log is emptied first, because the page check reads the file past it.
Nothing is changed or repaired.
"""

from collections import Counter

from sqlcipher3 import dbapi2

from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.errors import StoreDamaged
from dcm_desktop.store import audit
from dcm_desktop.store.engine import checkpoint, connect, driver_errors
from dcm_desktop.store.handle import OpenStore


def find_damage(store: OpenStore) -> tuple[Finding, ...]:
    """All damage found, empty for a sound store.

    `check.pages` (n), `check.structure` (n), `check.links` (table, n), `check.audit` (n: first
    broken row). Raises: StoreBusy, StoreError when the store cannot be read now.
    """
    with driver_errors():
        connection = connect(store.folder.db, store.raw_key)
        try:
            checkpoint(connection)
            return _find(connection)
        finally:
            connection.close()


def _find(connection: dbapi2.Connection) -> tuple[Finding, ...]:
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = [blocker("check.pages", n=len(pages))] if pages else []
    try:
        with driver_errors():
            found += _structure(connection)
    except StoreDamaged:
        if not found:
            found.append(blocker("check.structure", n=1))
    return tuple(found)


def _structure(connection: dbapi2.Connection) -> list[Finding]:
    found = []
    faults = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
    if faults:
        found.append(blocker("check.structure", n=len(faults)))
    orphans = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    found += [blocker("check.links", table=table, n=n) for table, n in sorted(orphans.items())]
    broken = audit.first_broken(connection)
    if broken is not None:
        found.append(blocker("check.audit", n=broken))
    return found
