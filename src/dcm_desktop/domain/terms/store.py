"""Words of the store itself, and the announcement of changes."""

from dataclasses import dataclass, field
from enum import StrEnum


class UserRole(StrEnum):
    """Who works with the store."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    CLERK = "clerk"
    READER = "reader"
    ANALYST = "analyst"


class StoreLevel(StrEnum):
    """Whose store it is."""

    DISTRICT = "district"
    NATIONAL = "national"


class ChangeKind(StrEnum):
    """How a record was touched."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that an act touched: its kind (table name, for example `action_item`) and id."""

    kind: str
    id: str
    how: ChangeKind


@dataclass(frozen=True, slots=True)
class Changes:
    """What one finished act changed; announced after its commit. `act` names the use case."""

    act: str
    items: tuple[Change, ...] = field(default=())

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of the touched records, for screens to decide whether to refresh."""
        return frozenset(item.kind for item in self.items)
