"""A disk that is full, by the limit of the database itself."""

from typing import Any

from sqlalchemy import event

from dcm_desktop.usecases.acting import Workspace


def fill_disk(workspace: Workspace, *, pages: int) -> None:
    """From now on the database may not grow over this many pages."""
    engine = workspace._store.engine
    engine.dispose()

    def limit(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}").fetchall()

    event.listen(engine, "connect", limit)


def free_disk(workspace: Workspace) -> None:
    """Let the database grow again."""
    fill_disk(workspace, pages=10**6)
