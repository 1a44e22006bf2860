"""Steps from one schema of the store to the next, run from code on the open connection.

One transaction per step, foreign keys off on the driver before BEGIN and checked before COMMIT.
`user_version` in the file's header is the number of the last step; it needs no Alembic to be read.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from dcm_desktop.errors import StoreDamaged
from dcm_desktop.store.engine import APPLICATION_ID

SCHEMA = 2
"""Number of the newest step, as in the name of its file."""


def migrate(engine: Engine, *, schema: int) -> None:
    """Bring a store from `schema` (0 = empty file) to `SCHEMA`.

    The caller has made and verified a backup before. Raises: StoreDamaged when rows point to
    nothing after a step; the step is then taken back.
    """
    from alembic.script import ScriptDirectory  # 150 ms that a current store need not wait

    steps = list(ScriptDirectory(str(Path(__file__).parent)).walk_revisions())
    steps.reverse()
    for number, step in enumerate(steps, start=1):
        if number > schema:
            _run(engine, step, number)


def _run(engine: Engine, step: Any, number: int) -> None:
    with engine.execution_options(writes=True).connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _apply(connection, step, number)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _apply(connection: Connection, step: Any, number: int) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar() != 0:
        raise RuntimeError("foreign keys must be off while tables are rebuilt")
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        step.module.upgrade()
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreDamaged("store.links_broken")
    connection.exec_driver_sql(f"PRAGMA user_version={number}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
