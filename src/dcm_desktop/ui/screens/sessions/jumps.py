"""Where a line of the readiness is mended: a field of the session or of an item, a place."""

from dataclasses import dataclass
from enum import StrEnum

from dcm_desktop.domain.findings import Finding


class Target(StrEnum):
    """Kind of place a finding leads to."""

    NEW_ITEM = "new_item"
    SESSION = "session"
    ITEM = "item"
    ROOM = "room"
    ROLL = "roll"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a finding is mended. `field`: object name of the widget there; `item`: its number."""

    target: Target
    field: str = ""
    item: int | None = None


_SESSION_FIELDS = {
    "session.no_place": "place",
    "session.no_chair": "chair_person_id",
    "session.no_chair_yet": "chair_person_id",
    "session.no_minutes_taker": "minutes_taker_person_id",
    "session.free_day": "starts_at",
    "session.notice_short": "starts_at",
    "session.ends_before_start": "ends_at",
    "session.too_long": "ends_at",
    "session.no_ground": "ground",
    "session.no_answers_due": "answers_due_at",
}
_ITEM_FIELDS = {
    "item.no_case": "case_id",
    "item.no_public_title": "public_title",
    "item.no_rapporteur": "rapporteur_person_id",
    "item.carried_often": "title",
    "item.minutes_outdated": "minutes_id",
    "session.over_time": "planned_minutes",
    "item.added_without_vote": "vote_entry",
    "session.item_unfinished": "decision_text",
    "decision.draft_left": "decision_text",
    "task.without_decision": "task_line",
    "task.incomplete": "task_line",
}


def jump_of(finding: Finding) -> Jump:
    """Where a finding is mended; one that nobody foresaw leads to the session itself."""
    code = finding.code
    number = finding.facts.get("item")
    item = number if isinstance(number, int) else None
    if code == "session.no_agenda":
        return Jump(Target.NEW_ITEM)
    if code in ("session.quorum", "attendance.nobody"):
        return Jump(Target.ROLL)
    if code in _SESSION_FIELDS:
        return Jump(Target.SESSION, _SESSION_FIELDS[code])
    if item is not None:
        return Jump(Target.ITEM, _ITEM_FIELDS.get(code, finding.field_name or ""), item)
    if code.startswith("task."):
        return Jump(Target.TASKS, "task_line")
    return Jump(Target.SESSION, finding.field_name or "")
