"""Tables built by the steps are the tables of the classes; a step is one transaction."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from dcm_desktop.errors import StoreDamaged
from dcm_desktop.paths import write_new_private
from dcm_desktop.store import migrations
from dcm_desktop.store.engine import APPLICATION_ID, make_engine, peek
from dcm_desktop.store.migrations import SCHEMA, migrate
from dcm_desktop.store.tables import Base

KEY = bytes(range(48))
VERSIONS = Path(migrations.__file__).parent / "versions"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    write_new_private(tmp_path / "store.db", b"")
    made = make_engine(tmp_path / "store.db", KEY)
    migrate(made, schema=0)
    return made


def test_the_number_of_the_newest_step_is_the_schema() -> None:
    names = sorted(path.name for path in VERSIONS.glob("*.py"))
    assert len(names) == SCHEMA
    assert names[-1].startswith(f"{SCHEMA:04d}_")


def test_the_steps_build_what_the_classes_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_steps_import_no_table_class() -> None:
    for path in VERSIONS.glob("*.py"):
        assert "dcm_desktop" not in path.read_text(encoding="utf-8")


def test_the_header_tells_program_and_schema(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    header = peek(tmp_path / "store.db", tmp_path / "store.db-wal", KEY)
    assert (header.application_id, header.schema) == (APPLICATION_ID, SCHEMA)


def rebuild_parent() -> None:
    """A step that rebuilds a table on which rows of another hang."""
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.alter_column("name", nullable=False, existing_type=None)


def break_links() -> None:
    """A step that leaves rows pointing to nothing."""
    op.execute("DELETE FROM parent")


@pytest.fixture
def family(engine: Engine) -> Engine:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)")
        connection.exec_driver_sql(
            "CREATE TABLE offspring (id INTEGER PRIMARY KEY,"
            " parent_id INTEGER REFERENCES parent(id) ON DELETE CASCADE)"
        )
        connection.exec_driver_sql("INSERT INTO parent VALUES (1, 'a'), (2, 'b')")
        connection.exec_driver_sql("INSERT INTO offspring VALUES (1, 1), (2, 1), (3, 2)")
    return engine


def run_step(engine: Engine, upgrade: object) -> None:
    step = SimpleNamespace(module=SimpleNamespace(upgrade=upgrade))
    migrations._run(engine, step, SCHEMA + 1)


def offspring(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM offspring").scalar() or 0)


def test_rebuilding_a_parent_keeps_its_children(family: Engine) -> None:
    run_step(family, rebuild_parent)
    assert offspring(family) == 3


def test_a_step_that_breaks_links_is_taken_back(family: Engine) -> None:
    with pytest.raises(StoreDamaged):
        run_step(family, break_links)
    assert offspring(family) == 3
    with family.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM parent").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
