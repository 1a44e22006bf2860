"""What all tables share: column types, sensitivity marks, and the columns of a synced record.

Every synced column is nullable or defaulted in SQL and no synced key is UNIQUE: a bundle of a
lower identity level brings rows without the hidden columns, and two laptops may clash on a
number; required-ness and uniqueness are rules of `domain`. Foreign keys are deferred and stand
only on columns that every level gets.
"""

# ruff: noqa: ARG002 - the signatures of the column types are SQLAlchemy's

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal

from sqlalchemy import Column, ForeignKey, Integer, String, Text, types
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine


class Sens(StrEnum):
    """Sensitivity of one column (domain reference, section 4.1)."""

    PUB = "PUB"
    INT = "INT"
    PER = "PER"
    SPC = "SPC"


PUB, INT, PER, SPC = Sens.PUB, Sens.INT, Sens.PER, Sens.SPC

Merge = Literal["ask", "quiet", "set", "long"]
"""How two versions of a group meet: ask a person, keep the winner, per element, as text."""


class Word(types.TypeDecorator[StrEnum]):
    """An enumeration of the glossary stored by its value."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        """Enumeration to stored value."""
        return None if value is None else str(self.enum(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Stored value to enumeration."""
        return None if value is None else self.enum(value)


class Day(types.TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Date to ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """ISO text to date."""
        return None if value is None else date.fromisoformat(value)


class Moment(types.TypeDecorator[datetime]):
    """A moment as ISO text in UTC; naive datetimes are refused."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Aware datetime to UTC ISO text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC).isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """UTC ISO text to aware datetime."""
        return None if value is None else datetime.fromisoformat(value)


class Words(types.TypeDecorator[list[str]]):
    """A list of short words or ids as canonical JSON; assign a new list to change it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str | None:
        """List to canonical JSON."""
        if value is None:
            return None
        return json.dumps([str(word) for word in value], ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """JSON to list."""
        return [] if value is None else json.loads(value)


class Flag(types.TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Bool to integer."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Integer to bool."""
        return None if value is None else bool(value)


class Base(DeclarativeBase):
    """Declarative base; the representation of a row is its class and id, never its content."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        date: Day(),
        datetime: Moment(),
        bool: Flag(),
        list[str]: Words(),
    }

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>"


def col(
    sens: Sens,
    kind: type[StrEnum] | TypeEngine[Any] | None = None,
    *,
    group: str | None = None,
    merge: Merge = "ask",
    export: bool | None = None,
    default: Any = None,
    fk: str | None = None,
    index: bool = False,
) -> MappedColumn[Any]:
    """A synced column with its annotations.

    `sens`: sensitivity. `kind`: an enumeration or an explicit type. `group`: merge group (columns
    that only make sense together; default the column itself). `merge`: class of the group.
    `export`: whether it travels pseudonymised; by default PUB and INT do. `fk`: `table.id`,
    deferred.
    """
    arguments: list[Any] = []
    if isinstance(kind, type):
        arguments.append(Word(kind))
    elif kind is not None:
        arguments.append(kind)
    if fk is not None:
        arguments.append(ForeignKey(fk, deferrable=True, initially="DEFERRED"))
    travels = sens in (PUB, INT) if export is None else export
    return mapped_column(
        *arguments,
        nullable=True,
        default=default,
        index=index,
        info={"sens": sens, "group": group, "merge": merge, "export": travels},
    )


class Synced(Base):
    """Columns of every synced record. Its table name is its kind in the log and in bundles.

    `deleted` is the tombstone; queries never see deleted rows. `home` is the district letters of
    the store where the record lives whole, or BG.
    """

    __abstract__ = True

    id: Mapped[str] = mapped_column(String, primary_key=True)
    home: Mapped[str] = mapped_column(String, default="", index=True)
    created_at: Mapped[datetime] = mapped_column(Moment(), nullable=True)
    created_by: Mapped[str] = mapped_column(String, default="")
    updated_at: Mapped[datetime] = mapped_column(Moment(), nullable=True)
    updated_by: Mapped[str] = mapped_column(String, default="")
    rev: Mapped[int] = mapped_column(Integer, default=1)
    deleted: Mapped[bool] = mapped_column(Flag(), default=False)


def synced_tables() -> Iterator[type[Synced]]:
    """Every synced table class, sorted by its kind (table name)."""
    classes = [mapper.class_ for mapper in Base.registry.mappers]
    yield from sorted(
        (table for table in classes if issubclass(table, Synced)), key=lambda t: t.__tablename__
    )


def synced_columns(table: type[Synced]) -> dict[str, Column[Any]]:
    """Columns that are captured and may travel: attribute name → column with its `info`."""
    columns: dict[str, Any] = dict(table.__table__.columns.items())
    return {key: column for key, column in columns.items() if "sens" in column.info}


def merge_groups(table: type[Synced]) -> dict[str, tuple[str, ...]]:
    """Merge group → its columns in declared order; a column without a group is its own."""
    groups: dict[str, list[str]] = {}
    for key, column in synced_columns(table).items():
        groups.setdefault(column.info["group"] or key, []).append(key)
    return {name: tuple(keys) for name, keys in groups.items()}
