"""What saving a form answers, and how warnings are asked about before anything is written.

A use case that saves a form takes `accept`: the codes of the warnings that the user has read and
passed. While a warning waits nothing is written and `Saved.id` is empty; saving again with its code
goes on and leaves the codes in the audit. Blockers are raised.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, require
from dcm_desktop.errors import InputRefused
from dcm_desktop.store import audit
from dcm_desktop.store.tables import Synced

NOTICES = frozenset({"case.immediate", "case.consent_refused", "substitute.no_vote"})
"""Warnings that inform and hold nothing up: they come back with the saved record."""


class _Everything(frozenset[str]):
    """Contains every code."""

    def __contains__(self, code: object) -> bool:
        return True


ACCEPT_ALL: Collection[str] = _Everything()
"""For a caller that shows the warnings afterwards, such as a session file."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The id of the saved record, and what is to be said about it.

    `id` is empty when nothing was written because one of `warnings` waits for an answer.
    """

    id: str
    warnings: tuple[Finding, ...] = ()

    @property
    def is_saved(self) -> bool:
        """Whether the record was written."""
        return bool(self.id)

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the warnings, to be given back as `accept`."""
        return frozenset(warning.code for warning in self.warnings)


def waiting(findings: Iterable[Finding], accept: Collection[str]) -> Saved | None:
    """The answer that asks, or None when nothing waits.

    Raises: RuleBroken for the first blocker.
    """
    warnings = require(findings)
    if all(warning.code in accept or warning.code in NOTICES for warning in warnings):
        return None
    return Saved("", warnings)


def saved(db: DbSession, record: Synced, findings: Iterable[Finding], *, at: datetime) -> Saved:
    """The answer after writing; codes of the warnings that were passed go into the audit."""
    warnings = tuple(findings)
    passed = sorted({finding.code for finding in warnings} - NOTICES)
    if passed:
        audit.append(
            db,
            "warning.accepted",
            at=at,
            entity=type(record).__tablename__,
            entity_id=record.id,
            codes=",".join(passed),
        )
    return Saved(record.id, warnings)


def new_id(db: DbSession) -> str:
    """An id for a new record of the running act."""
    return cast(str, db.info["new_id"]())


def required(value: object, *, name: str, field: str | None = None) -> None:
    """Raises: InputRefused `field.required` when the value is empty."""
    if value is None or value == "":
        raise InputRefused("field.required", name=name, field=field or name)
