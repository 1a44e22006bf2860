"""A small district that has everything a bundle carries, and things that must stay at home."""

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttendanceCapacity,
    AttendanceStatus,
    CareType,
    CaseTypology,
    DecisionStatus,
    FamilyRelation,
    InstitutionType,
    MechanismLevel,
    MemberRole,
    RiskLevel,
    SessionStatus,
    Sex,
)
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Attendance,
    Case,
    CaseReview,
    Child,
    Decision,
    DiscussionLine,
    FamilyMember,
    Guest,
    Individual,
    Institution,
    Mandate,
    Mechanism,
    Minutes,
    Person,
    Session,
)
from dcm_desktop.usecases.exchange import accept_enrol, finish_enrol, make_enrol_request
from dcm_desktop.usecases.workspace import Workspace

AT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HELD_AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
PLANTED = ("Огняна", "Бонева", "Живкова", "Ламбева", "Седефка", "Цонкова", "пътека зад реката")
"""Names of a child, her mother, an official and a guest, and a line of the discussion."""


def fill_district(db: DbSession, *, at: datetime, district: str = "KRZ") -> dict[str, str]:
    """One mechanism, two members, a case with a child, a held session; ids by name."""
    assert at.tzinfo is not None
    new = db.info["new_id"]
    ids = {
        name: new()
        for name in (
            "mechanism", "institution", "person", "second", "mandate", "case", "individual",
            "mother", "child", "member", "session", "item", "case_item", "attendance", "absent",
            "guest", "guest_row", "review", "decision", "case_decision", "task", "line", "minutes",
        )
    }  # fmt: skip
    db.add_all(_people(ids, district))
    db.add_all(_cases(ids))
    db.add_all(_session(ids))
    return ids


def _people(ids: dict[str, str], district: str) -> list[object]:
    return [
        Mechanism(
            id=ids["mechanism"], district=district, level=MechanismLevel.DISTRICT,
            name_bg="ОКМД – Кърджали", founded_on=date(2020, 3, 1),
        ),
        Institution(
            id=ids["institution"], type=InstitutionType.DSP, name="ДСП – Кърджали",
            head_name="Седефка Живкова",
        ),
        Person(
            id=ids["person"], first_name="Седефка", last_name="Живкова", position="началник",
            institution_id=ids["institution"],
        ),
        Person(id=ids["second"], first_name="Асен", last_name="Цонков"),
        Mandate(
            id=ids["mandate"], mechanism_id=ids["mechanism"], person_id=ids["person"],
            institution_id=ids["institution"], role=MemberRole.PERMANENT,
            start_on=date(2024, 1, 1),
        ),
    ]  # fmt: skip


def _cases(ids: dict[str, str]) -> list[object]:
    return [
        Case(
            id=ids["case"], mechanism_id=ids["mechanism"], code="KRZ-2026-001",
            opened_on=date(2026, 9, 1), typology=CaseTypology.REINTEGRATION,
            secondary_typologies=["other"], risk_level=RiskLevel.HIGH,
            summary_full="Огняна Бонева живее при баба си.", risk_factors=["poverty"],
        ),
        Individual(id=ids["individual"], first_name="Огняна", last_name="Бонева", sex=Sex.F),
        Individual(id=ids["mother"], first_name="Зоя", last_name="Бонева", sex=Sex.F),
        Child(
            id=ids["child"], case_id=ids["case"], individual_id=ids["individual"], label="Дете 1",
            sex_stat=Sex.F, birth_year=2019, age_at_opening=7, care_before=CareType.KIN,
            health_note="Огняна е здрава.",
        ),
        FamilyMember(
            id=ids["member"], case_id=ids["case"], individual_id=ids["mother"],
            relation=FamilyRelation.MOTHER,
        ),
    ]  # fmt: skip


def _session(ids: dict[str, str]) -> list[object]:
    return [
        Session(
            id=ids["session"], mechanism_id=ids["mechanism"], number=7, starts_at=HELD_AT,
            status=SessionStatus.HELD, place="заседателна зала",
        ),
        AgendaItem(
            id=ids["item"], session_id=ids["session"], order_key="a", kind=AgendaItemKind.MISC,
            title="Разни", public_title="Отчет за „задачите“ \\ срокове\nи ред",
        ),
        AgendaItem(
            id=ids["case_item"], session_id=ids["session"], order_key="b",
            kind=AgendaItemKind.CASE, title="Случай на Огняна Бонева", case_id=ids["case"],
            public_title="Обсъждане на случай № KRZ-2026-001",
        ),
        Guest(id=ids["guest"], session_id=ids["session"], name="Ралица Ламбева"),
        Attendance(
            id=ids["attendance"], session_id=ids["session"], person_id=ids["person"],
            mandate_id=ids["mandate"], capacity=AttendanceCapacity.PERMANENT, votes=True,
            status=AttendanceStatus.PRESENT,
        ),
        Attendance(
            id=ids["absent"], session_id=ids["session"], person_id=ids["second"],
            capacity=AttendanceCapacity.ASSOCIATE, status=AttendanceStatus.ABSENT_EXCUSED,
        ),
        Attendance(
            id=ids["guest_row"], session_id=ids["session"], guest_id=ids["guest"],
            capacity=AttendanceCapacity.GUEST, status=AttendanceStatus.PRESENT,
        ),
        CaseReview(id=ids["review"], case_id=ids["case"], item_id=ids["case_item"]),
        Decision(
            id=ids["decision"], session_id=ids["session"], item_id=ids["item"], seq=1,
            number="7-1", text="Приема отчета.", text_public="Приема отчета.",
            status=DecisionStatus.IN_FORCE, adopted_at=HELD_AT,
        ),
        Decision(
            id=ids["case_decision"], session_id=ids["session"], item_id=ids["case_item"],
            case_id=ids["case"], seq=2, number="7-2", text="Майката Зоя Бонева получава помощ.",
            text_public="ОКМД подкрепя семейството по случай № KRZ-2026-001.",
        ),
        ActionItem(
            id=ids["task"], mechanism_id=ids["mechanism"], session_id=ids["session"],
            case_id=ids["case"], title="Среща с Огняна", due_on=date(2026, 12, 10),
            responsible_institution_id=ids["institution"],
        ),
        DiscussionLine(
            id=ids["line"], item_id=ids["case_item"], at=HELD_AT,
            text="Детето ходи по пътека зад реката.",
        ),
        Minutes(
            id=ids["minutes"], session_id=ids["session"], made_at=HELD_AT,
            snapshot='{"child":"Огняна Бонева"}', sha256="0" * 64,
        ),
    ]  # fmt: skip


def enrol(district: Workspace, national: Workspace, folder: Path, *, at: datetime = AT) -> str:
    """Let both stores know each other's keys; the six words."""
    request = make_enrol_request(district, folder / "request.json", at=at)
    accept_enrol(national, request.file, request.words, folder / "answer.age", at=at)
    finish_enrol(district, folder / "answer.age", request.words, at=at)
    return request.words
