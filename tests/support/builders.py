"""Builders of a mechanism of fifteen and of a session at work; all people are made up."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests.support.people import FOUNDED_ON, make_institution, make_mechanism, make_person

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    CareType,
    CaseTypology,
    FamilyRelation,
    InstitutionType,
    MemberRole,
    Sex,
)
from dcm_desktop.usecases import cases, members, office, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL

PREPARED_AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
STARTS_AT = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
"""Thursday, 10.00 часа in Sofia."""

SEATS: tuple[tuple[str, InstitutionType, str, MemberRole], ...] = (
    ("Областна администрация", InstitutionType.DISTRICT_ADMIN, "Радка Милева", MemberRole.CHAIR),
    ("РДСП – Кърджали", InstitutionType.RDSP, "Ивайло Стаматов", MemberRole.PERMANENT),
    ("ОЗД – Кърджали", InstitutionType.OZD, "Деница Кръстева", MemberRole.PERMANENT),
    ("ДСП – Момчилград", InstitutionType.DSP, "Огнян Беров", MemberRole.PERMANENT),
    ("РЗИ – Кърджали", InstitutionType.RZI, "Светла Панайотова", MemberRole.PERMANENT),
    ("РУО – Кърджали", InstitutionType.RUO, "Калин Добрев", MemberRole.PERMANENT),
    ("Община Кърджали", InstitutionType.MUNICIPALITY, "Мария Желева", MemberRole.PERMANENT),
    ("Община Момчилград", InstitutionType.MUNICIPALITY, "Петя Нанкова", MemberRole.PERMANENT),
    ("ОДМВР – Кърджали", InstitutionType.ODMVR, "Стефан Гочев", MemberRole.PERMANENT),
    ("МБАЛ – Кърджали", InstitutionType.HOSPITAL, "Лъчезар Минев", MemberRole.PERMANENT),
    ("ЦОП – Кърджали", InstitutionType.COP, "Албена Дукова", MemberRole.PERMANENT),
    ("Приемна грижа", InstitutionType.FOSTER_TEAM, "Гергана Симова", MemberRole.PERMANENT),
    ("ДБТ – Кърджали", InstitutionType.LABOUR_OFFICE, "Цветелина Ганева", MemberRole.PERMANENT),
    ("Община Ардино", InstitutionType.MUNICIPALITY, "Румен Балев", MemberRole.PERMANENT),
    ("Община Джебел", InstitutionType.MUNICIPALITY, "Атанас Неделчев", MemberRole.PERMANENT),
    ("БЧК – Кърджали", InstitutionType.BRC, "Емил Раков", MemberRole.ASSOCIATE),
    ("Здравни медиатори", InstitutionType.MEDIATOR, "Жана Тодева", MemberRole.ASSOCIATE),
    ("НДД", InstitutionType.HHC, "Невена Ралева", MemberRole.COORDINATOR),
)


@dataclass(frozen=True, slots=True)
class Mechanism15:
    """A mechanism with its members, by their number in `SEATS` counted from 1."""

    mechanism_id: str
    mandates: dict[int, str]
    people: dict[int, str]
    institutions: dict[int, str]


def make_mechanism_of_15(
    workspace: Workspace, *, rules: Rules | None = None, at: datetime = PREPARED_AT
) -> Mechanism15:
    """Fifteen voting members, two associates, a coordinator."""
    mechanism_id = make_mechanism(workspace, at=at)
    if rules is not None:
        workspace.do(
            office.add_rules_version,
            mechanism_id,
            rules,
            adopted_on=FOUNDED_ON + timedelta(days=1),
            source="Правилник, чл. 9",
            accept=ACCEPT_ALL,
            at=at,
        )
    mandates, people, institutions = {}, {}, {}
    for n, (body, kind, name, role) in enumerate(SEATS, start=1):
        institutions[n] = make_institution(workspace, body, kind, at=at)
        people[n] = make_person(workspace, institutions[n], name, at=at)
        data = members.MandateData(people[n], role, FOUNDED_ON, institutions[n])
        saved = workspace.do(members.appoint, mechanism_id, data, accept=ACCEPT_ALL, at=at)
        mandates[n] = saved.id
    return Mechanism15(mechanism_id, mandates, people, institutions)


class Room:
    """A session at work with its own clock, driven through the use cases of the window."""

    def __init__(self, workspace: Workspace, kit: Mechanism15, session_id: str) -> None:
        self.workspace = workspace
        self.kit = kit
        self.session_id = session_id
        self.now = STARTS_AT

    def tick(self, minutes: float = 1) -> datetime:
        """Move the clock on."""
        self.now += timedelta(minutes=minutes)
        return self.now

    def view(self, item_id: str | None = None) -> sessions.RoomView:
        """What the room shows now."""
        return self.workspace.ask(sessions.get_room, self.session_id, item_id=item_id, at=self.now)

    def row(self, number: int) -> str:
        """Row of the roll of a voting seat."""
        return next(r.attendance_id for r in self.view().members if r.n == number)

    def item(self, number: int) -> str:
        """Id of an agenda item by its printed number."""
        return next(i.item_id for i in self.view().items if i.n == number)

    def call_roll(self, absent: tuple[int, ...] = ()) -> None:
        """Everybody is here but those absent without a reason."""
        for number in absent:
            self.workspace.do(sessions.mark_absent, self.row(number), excused=False, at=self.now)
        self.workspace.do(sessions.mark_rest_present, self.session_id, at=self.now)

    def open(self, absent: tuple[int, ...] = ()) -> None:
        """Roll call and opening."""
        self.call_roll(absent)
        self.tick()
        saved = self.workspace.do(
            sessions.open_session, self.session_id, accept=ACCEPT_ALL, at=self.now
        )
        assert saved.is_saved

    def start(self, number: int) -> str:
        """Take up an item."""
        item_id = self.item(number)
        self.workspace.do(sessions.start_item, item_id, at=self.tick())
        return item_id

    def decide(self, number: int, text: str, entry: str | None = None) -> sessions.Adopted:
        """Take up an item, write its decision and put it: by consensus, or with an entry."""
        item_id = self.start(number)
        self.workspace.do(sessions.update_decision_text, item_id, text, at=self.tick())
        if entry is None:
            return self.workspace.do(sessions.adopt_by_consensus, item_id, at=self.tick())
        return self.workspace.do(
            sessions.adopt_by_vote, item_id, sessions.Ballot(entry=entry), at=self.tick()
        )


def make_session(
    workspace: Workspace,
    kit: Mechanism15,
    titles: tuple[str, ...] = ("Първа тема", "Втора тема"),
    *,
    starts_at: datetime = STARTS_AT,
    convened: bool = True,
    at: datetime = PREPARED_AT,
) -> Room:
    """A session with these items, convened."""
    data = sessions.SessionData(starts_at, place="зала № 2")
    saved = workspace.do(
        sessions.create_session,
        kit.mechanism_id,
        data,
        with_items=False,
        accept=ACCEPT_ALL,
        at=at,
    )
    for title in titles:
        item = sessions.ItemData(AgendaItemKind.POLICY, title)
        workspace.do(sessions.add_item, saved.id, item, at=at)
    if convened:
        workspace.do(sessions.convene_session, saved.id, accept=ACCEPT_ALL, at=at)
    room = Room(workspace, kit, saved.id)
    room.now = starts_at
    return room


def days(n: int) -> date:
    """A day so many days after the session."""
    return STARTS_AT.date() + timedelta(days=n)


def make_case(workspace: Workspace, kit: Mechanism15, *, at: datetime = PREPARED_AT) -> str:
    """A case with one child and her mother, Мира and Илияна Ковачева."""
    child = cases.ChildData(
        cases.IndividualData("Мира", "", "Ковачева", Sex.F, date(2015, 3, 2)),
        care_now=CareType.PARENTS,
    )
    mother = cases.FamilyMemberData(
        FamilyRelation.MOTHER,
        cases.IndividualData("Илияна", "", "Ковачева", Sex.F, date(1990, 5, 1)),
        lives_with_child=True,
    )
    data = cases.CaseData(
        CaseTypology.PREVENTION_SEPARATION, date(2026, 9, 14), municipality="KRZ16"
    )
    saved = workspace.do(
        cases.open_case,
        kit.mechanism_id,
        data,
        children=(child,),
        family=(mother,),
        accept=ACCEPT_ALL,
        at=at,
    )
    return saved.id


def add_case_item(room: Room, case_id: str, reporter: int = 3) -> str:
    """An item for a case, reported by a member."""
    data = sessions.ItemData(
        AgendaItemKind.CASE, case_id=case_id, rapporteur_person_id=room.kit.people[reporter]
    )
    return room.workspace.do(sessions.add_item, room.session_id, data, at=room.now).id


def hold_case_session(workspace: Workspace) -> Room:
    """A whole session: two topics, a case in the closed part, a guest, a departure, closed."""
    kit = make_mechanism_of_15(workspace)
    case_id = make_case(workspace, kit)
    room = make_session(workspace, kit)
    add_case_item(room, case_id)
    guest = sessions.GuestData("Людмила Цонева", "Фондация „Мост“", "експерт")
    workspace.do(sessions.add_guest, room.session_id, guest, at=room.now)
    workspace.do(
        sessions.mark_represented,
        room.row(12),
        person_id=kit.people[18],
        authorisation="пълномощно от 24.11.2026 г.",
        at=room.now,
    )
    workspace.do(sessions.mark_absent, room.row(14), excused=True, at=room.now)
    room.open(absent=(15,))
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    item_id = room.start(1)
    line = "Представи свободните места в приемната грижа."
    workspace.do(sessions.add_line, item_id, line, speaker_id=room.row(2), at=room.tick())
    room.decide(1, "Приема за сведение информацията.")
    room.start(3)
    workspace.do(sessions.recuse, room.item(3), room.row(7), at=room.tick())
    line = "Семейство с едно дете в училищна възраст; договорът за жилището изтича."
    workspace.do(sessions.add_line, room.item(3), line, speaker_id=room.row(3), at=room.tick())
    note = "Да се провери адресът."
    workspace.do(sessions.add_line, room.item(3), note, private=True, at=room.tick())
    task = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, room.item(3), task, at=room.tick())
    text = "Подкрепя отглеждането на детето от майката.\nИнституциите поемат ангажименти."
    room.decide(3, text, "11-0-1")
    workspace.do(sessions.start_item, room.item(2), at=room.tick())
    workspace.do(sessions.mark_left, room.row(10), at=room.tick())
    room.decide(2, "Да се проведат две информационни срещи.", "11-1-0")
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(10))
    return room
