"""One line of time of a case, made from its records."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import AgendaItemStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import ActionItem, AgendaItem, Case, Pledge
from dcm_desktop.usecases.cases.rows import (
    CaseEvent,
    DecisionRow,
    EventKind,
    ReviewRow,
    StatusRow,
)

_DISCUSSED = (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED)


def chronology_of(
    db: DbSession,
    case: Case,
    history: Sequence[StatusRow],
    reviews: Sequence[ReviewRow],
    decisions: Sequence[DecisionRow],
) -> tuple[CaseEvent, ...]:
    """Everything that happened in a case, the newest first; what is planned is not in it."""
    events = [_step(row) for row in history]
    if case.consent_on is not None:
        entered = local_date(case.updated_at)
        events.append(CaseEvent(EventKind.CONSENT, case.consent_on, entered, case.consent_document))
    entered_at = {
        row.id: row.created_at
        for row in db.scalars(select(AgendaItem).where(AgendaItem.case_id == case.id))
    }
    for review in reviews:
        if review.item_status in _DISCUSSED:
            day = local_date(review.starts_at)
            entered = local_date(entered_at[review.item_id])
            events.append(
                CaseEvent(
                    EventKind.REVIEW,
                    day,
                    max(day, entered),
                    str(review.session_number),
                    str(review.item_number or ""),
                    record_id=review.session_id,
                )
            )
    events += [
        CaseEvent(
            EventKind.DECISION, row.on, row.on, row.text, row.number or "", None, row.decision_id
        )
        for row in decisions
    ]
    for task in db.scalars(select(ActionItem).where(ActionItem.case_id == case.id)):
        entered = local_date(task.created_at)
        events.append(
            CaseEvent(EventKind.TASK_SET, entered, entered, task.title, record_id=task.id)
        )
        if task.done_on is not None:
            entered = local_date(task.updated_at)
            events.append(
                CaseEvent(
                    EventKind.TASK_DONE,
                    task.done_on,
                    entered,
                    task.title,
                    task.result,
                    record_id=task.id,
                )
            )
    for pledge in db.scalars(select(Pledge).where(Pledge.case_id == case.id)):
        entered = local_date(pledge.created_at)
        events.append(CaseEvent(EventKind.PLEDGE, entered, entered, pledge.what))
    return tuple(sorted(events, key=lambda event: (event.on, event.entered_on))[::-1])


def _step(row: StatusRow) -> CaseEvent:
    kind = EventKind.OPENED if row.from_status is None else EventKind.STATUS
    entered = local_date(row.entered_at)
    return CaseEvent(kind, row.on, entered, row.reason, status=row.to_status)
