"""What the record of a case lacks after it was heard: listed afterwards, never asked for live.

Source: cases anchor, row C1 (presenter, facts, views by institution, decision, reasons).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.terms import AgendaItemStatus, DecisionStatus
from dcm_desktop.store.tables import (
    AgendaItem,
    Attendance,
    CaseReview,
    Decision,
    DiscussionLine,
    PrincipleCheck,
)

_HEARD = (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED)
PARTS = ("presenter", "facts", "views", "decision", "reasons")
"""What a hearing of a case has, in the order it is listed."""


@dataclass(frozen=True, slots=True)
class CaseGaps:
    """The parts that one item lacks, as codes of `PARTS`."""

    item_id: str
    missing: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        """The sentence for the screen."""
        words = tuple(labels.word("case_gap", part) for part in self.missing)
        return warning("case.gaps", gaps=words)


def get_case_gaps(db: DbSession, item_id: str) -> CaseGaps:
    """What the record of a case item lacks; nothing while it is waiting or heard.

    Facts are what was reported, a line of the discussion or the situation of the review; views
    need lines of two institutions at least; reasons stand in the checklist or in the words for the
    confidential annex.
    """
    item = db.get_one(AgendaItem, item_id)
    if item.case_id is None or item.status not in _HEARD:
        return CaseGaps(item_id, ())
    lines = db.scalars(
        select(DiscussionLine).where(
            DiscussionLine.item_id == item_id, DiscussionLine.private.is_(False)
        )
    ).all()
    speakers = {line.speaker_attendance_id for line in lines if line.speaker_attendance_id}
    rows = (db.get(Attendance, one) for one in speakers)
    bodies = {row.institution_id for row in rows if row is not None and row.institution_id}
    decisions = db.scalars(
        select(Decision).where(
            Decision.item_id == item_id,
            Decision.status.not_in((DecisionStatus.DRAFT, DecisionStatus.REJECTED)),
        )
    ).all()
    review = db.scalars(select(CaseReview).where(CaseReview.item_id == item_id)).first()
    situation = review.situation.strip() if review is not None else ""
    has = {
        "presenter": bool(item.rapporteur_person_id or item.rapporteur_text),
        "facts": bool(item.reporting_text.strip() or lines or situation),
        "views": len(bodies) >= 2,
        "decision": bool(decisions),
        "reasons": _has_reasons(db, review, decisions),
    }
    return CaseGaps(item_id, tuple(part for part in PARTS if not has[part]))


def _has_reasons(db: DbSession, review: CaseReview | None, decisions: Sequence[Decision]) -> bool:
    if any(decision.text_confidential.strip() for decision in decisions):
        return True
    if review is None:
        return False
    reasons = db.scalars(select(PrincipleCheck.reason).where(PrincipleCheck.review_id == review.id))
    return bool(review.separation_ground.strip()) or any((one or "").strip() for one in reasons)
