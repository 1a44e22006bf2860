"""Open and overdue tasks for the item „Изпълнение на решенията“, grouped by institution."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.action_item import UNFINISHED
from dcm_desktop.store.tables import ActionItem
from dcm_desktop.usecases.tasks import TaskFilter, TaskRow, list_tasks


@dataclass(frozen=True, slots=True, repr=False)
class FollowUpGroup:
    """Tasks of one institution: the longest overdue first."""

    institution_id: str | None
    institution: str
    tasks: tuple[TaskRow, ...]

    @property
    def overdue(self) -> int:
        """How many are late."""
        return sum(1 for task in self.tasks if task.is_overdue)


def list_follow_up(
    db: DbSession, mechanism_id: str, *, on: date, session_id: str | None = None
) -> tuple[FollowUpGroup, ...]:
    """Unfinished tasks for a session of a day by institution; most overdue institutions first.

    Tasks that are kept quiet until a later day are left out, and those of the session itself.
    """
    quiet = set(
        db.scalars(
            select(ActionItem.id).where(
                ActionItem.mechanism_id == mechanism_id, ActionItem.quiet_until > on
            )
        )
    )
    groups: dict[str | None, list[TaskRow]] = {}
    for task in list_tasks(db, TaskFilter(mechanism_id), today=on):
        if task.task_id not in quiet and (session_id is None or task.session_id != session_id):
            groups.setdefault(task.institution_id, []).append(task)
    made = (FollowUpGroup(key, tasks[0].institution, tuple(tasks)) for key, tasks in groups.items())
    return tuple(sorted(made, key=lambda group: (-group.overdue, group.institution)))


def has_open_tasks(db: DbSession, mechanism_id: str, *, on: date) -> bool:
    """Whether any task of the mechanism waits that is not kept quiet on a day."""
    query = select(ActionItem.id).where(
        ActionItem.mechanism_id == mechanism_id,
        ActionItem.status.in_(UNFINISHED),
        or_(ActionItem.quiet_until.is_(None), ActionItem.quiet_until <= on),
    )
    return db.scalar(query.limit(1)) is not None
