"""Institutions, officials and seats over time on a real store."""

from dataclasses import replace
from datetime import date

import pytest
from tests.support.people import (
    FOUNDED_ON,
    make_institution,
    make_mechanism,
    make_member,
    make_person,
)
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.domain.terms import InstitutionType, MandateEndReason, MemberRole
from dcm_desktop.errors import DcmError
from dcm_desktop.usecases import members
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.members import (
    InstitutionData,
    MandateData,
    PersonData,
    SubstituteData,
)

TODAY = date(2026, 11, 24)
RZI = InstitutionData(InstitutionType.RZI, "РЗИ – Кърджали", municipality="KRZ16")


def refusal(workspace: Workspace, usecase: object, *args: object, **kwargs: object) -> DcmError:
    with pytest.raises(DcmError) as refused:
        workspace.do(usecase, *args, at=MADE_AT, **kwargs)  # type: ignore[arg-type]  # - any use case
    assert labels.sentence(refused.value)
    return refused.value


def test_a_warning_is_asked_before_and_recorded_after(workspace: Workspace) -> None:
    first = workspace.do(members.add_institution, RZI, at=MADE_AT)
    asked = workspace.do(members.add_institution, RZI, at=MADE_AT)
    assert not asked.is_saved
    assert asked.codes == {"institution.duplicate"}
    sentence = labels.sentence(asked.warnings[0])
    assert sentence == (
        "Вече има институция „РЗИ – Кърджали“ в община Кърджали. Същата институция ли е?"
    )
    assert len(workspace.ask(members.list_institutions)) == 1
    second = workspace.do(members.add_institution, RZI, accept=asked.codes, at=MADE_AT)
    assert second.is_saved
    assert second.id != first.id


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"name": " "}, "field.required", "name"),
        ({"municipality": "LOV34"}, "place.municipality_elsewhere", "municipality"),
        ({"eik": "123"}, "eik.format", "eik"),
        ({"phone": "12"}, "phone.format", "phone"),
        ({"email": "а@б"}, "email.format", "email"),
        ({"settlement_ekatte": "63427"}, "institution.settlement_elsewhere", "settlement_ekatte"),
        ({"free_places": 5, "capacity": 4}, "institution.free_places", "free_places"),
        ({"free_places": 5}, "institution.free_places_day", "free_places_as_of"),
    ],
)
def test_a_wrong_institution_is_refused_at_its_field(
    workspace: Workspace, change: dict[str, object], code: str, field: str
) -> None:
    error = refusal(workspace, members.add_institution, replace(RZI, **change))  # type: ignore[arg-type]  # - one field per case
    assert (error.code, error.field) == (code, field)


def test_a_supra_district_institution_may_stand_elsewhere(workspace: Workspace) -> None:
    data = replace(RZI, municipality="LOV34", supra_district=True)
    assert workspace.do(members.add_institution, data, at=MADE_AT).is_saved


def test_a_wrong_check_digit_of_an_eik_only_warns(workspace: Workspace) -> None:
    asked = workspace.do(members.add_institution, replace(RZI, eik="123456789"), at=MADE_AT)
    assert asked.codes == {"eik.checksum"}


def test_a_latin_letter_in_a_name_is_asked_about(workspace: Workspace) -> None:
    asked = workspace.do(members.add_institution, replace(RZI, name="PЗИ – Кърджали"), at=MADE_AT)
    assert asked.codes == {"text.mixed_letters"}


def test_an_institution_put_aside_is_offered_no_more(workspace: Workspace) -> None:
    institution_id = make_institution(workspace)
    workspace.do(members.deactivate_institution, institution_id, at=MADE_AT)
    assert workspace.ask(members.list_institutions) == ()
    assert len(workspace.ask(members.list_institutions, with_inactive=True)) == 1


def test_the_same_name_in_the_same_institution_is_asked_about(workspace: Workspace) -> None:
    institution_id = make_institution(workspace)
    person_id = make_person(workspace, institution_id)
    data = PersonData("диана", "САРАФОВА", position="инспектор", institution_id=institution_id)
    asked = workspace.do(members.add_person, data, at=MADE_AT)
    assert asked.codes == {"person.duplicate"}
    assert asked.warnings[0].facts["person_id"] == person_id
    elsewhere = make_institution(workspace, "РУО – Кърджали", InstitutionType.RUO)
    data = replace(data, institution_id=elsewhere)
    assert workspace.do(members.add_person, data, at=MADE_AT).is_saved


def test_a_name_holds_letters_only(workspace: Workspace) -> None:
    institution_id = make_institution(workspace)
    data = PersonData("Ана2", "Петрова", position="директор", institution_id=institution_id)
    assert refusal(workspace, members.add_person, data).code == "person.name_letters"
    fine = replace(data, first_name="Ана-Мария", last_name="Д’Ардженто Петрова")
    assert workspace.do(members.add_person, fine, at=MADE_AT).is_saved


def test_an_email_of_an_official_is_checked(workspace: Workspace) -> None:
    institution_id = make_institution(workspace)
    data = PersonData(
        "Ана", "Петрова", position="директор", institution_id=institution_id, work_email="не"
    )
    assert refusal(workspace, members.add_person, data).field == "work_email"


def test_seats_are_numbered_and_an_institution_keeps_its_own(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    first = make_member(workspace, mechanism_id)
    make_member(workspace, mechanism_id, "РУО – Кърджали", "Галя Минкова")
    workspace.do(
        members.end_mandate,
        first,
        end_on=date(2026, 6, 30),
        reason=MandateEndReason.RESIGNED,
        at=MADE_AT,
    )
    institution_id = workspace.ask(members.get_mandate, first).institution_id
    assert institution_id is not None
    person_id = make_person(workspace, institution_id, "Мира Стоева")
    data = MandateData(person_id, MemberRole.PERMANENT, date(2026, 9, 1), institution_id)
    workspace.do(members.appoint, mechanism_id, data, at=MADE_AT)
    view = workspace.ask(members.get_members, mechanism_id, day=TODAY)
    assert [(seat.seat_no, len(seat.holders)) for seat in view.permanent] == [(1, 2), (2, 1)]
    assert [h.short_name for h in view.permanent[0].holders] == ["Д. Сарафова", "М. Стоева"]
    summer = workspace.ask(members.get_members, mechanism_id, day=date(2026, 8, 1))
    assert summer.permanent[0].holder is None
    assert summer.permanent[0].vacant_since == date(2026, 7, 1)
    assert (summer.filled, summer.planned_seats, summer.unused) == (1, 15, 13)


def test_one_person_has_one_voting_seat_at_a_time(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate = workspace.ask(members.get_mandate, make_member(workspace, mechanism_id))
    again = replace(mandate, start_on=TODAY, seat_no=None)
    assert refusal(workspace, members.appoint, mechanism_id, again).code == "mandate.overlap"
    as_associate = replace(again, role=MemberRole.ASSOCIATE)
    assert workspace.do(members.appoint, mechanism_id, as_associate, at=MADE_AT).is_saved


def test_a_second_chair_is_refused_and_a_replaced_chair_is_not(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    chair = make_member(
        workspace, mechanism_id, "Областна администрация", "Ана Руменова", MemberRole.CHAIR
    )
    institution_id = make_institution(workspace, "РДСП – Кърджали", InstitutionType.RDSP)
    person_id = make_person(workspace, institution_id, "Боряна Калчева")
    data = MandateData(person_id, MemberRole.CHAIR, TODAY, institution_id)
    error = refusal(workspace, members.appoint, mechanism_id, data)
    assert error.code == "mandate.second_chair"
    assert error.facts["person"] == "Ана Руменова"
    workspace.do(members.replace_holder, chair, person_id=person_id, start_on=TODAY, at=MADE_AT)
    old = workspace.ask(members.get_mandate, chair)
    assert (old.end_on, old.end_reason) == (date(2026, 11, 23), MandateEndReason.REPLACED)
    rows = workspace.ask(members.members_on, mechanism_id, TODAY)
    assert [(row.name, row.role, row.seat_no) for row in rows] == [
        ("Боряна Калчева", MemberRole.CHAIR, 1)
    ]


def test_more_members_than_seats_only_warns(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace, seats=1)
    make_member(workspace, mechanism_id)
    institution_id = make_institution(workspace, "РУО – Кърджали", InstitutionType.RUO)
    person_id = make_person(workspace, institution_id, "Галя Минкова")
    data = MandateData(person_id, MemberRole.PERMANENT, FOUNDED_ON, institution_id)
    asked = workspace.do(members.appoint, mechanism_id, data, at=MADE_AT)
    assert asked.codes == {"mandate.more_than_seats"}
    assert workspace.do(
        members.appoint, mechanism_id, data, accept=asked.codes, at=MADE_AT
    ).is_saved


def test_a_replacement_that_is_asked_about_leaves_the_old_holder(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace, seats=1)
    make_member(workspace, mechanism_id)
    second = make_member(workspace, mechanism_id, "РУО – Кърджали", "Галя Минкова")
    institution_id = workspace.ask(members.get_mandate, second).institution_id
    assert institution_id is not None
    person_id = make_person(workspace, institution_id, "Мира Стоева")
    asked = workspace.do(
        members.replace_holder, second, person_id=person_id, start_on=TODAY, at=MADE_AT
    )
    assert not asked.is_saved
    assert workspace.ask(members.get_mandate, second).end_on is None


def test_a_vote_against_the_rules_needs_a_reason(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate = workspace.ask(members.get_mandate, make_member(workspace, mechanism_id))
    mute = replace(mandate, votes=False)
    row = workspace.ask(members.members_on, mechanism_id, TODAY)[0]
    error = refusal(workspace, members.update_mandate, row.mandate_id, mute)
    assert (error.code, error.field) == ("mandate.votes_reason", "votes_reason")
    mute = replace(mute, votes_reason="конфликт на интереси по договор")
    workspace.do(members.update_mandate, row.mandate_id, mute, at=MADE_AT)
    assert not workspace.ask(members.members_on, mechanism_id, TODAY)[0].votes


def test_a_substitute_stands_in_on_the_days_of_the_authorisation(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate_id = make_member(workspace, mechanism_id)
    institution_id = workspace.ask(members.get_mandate, mandate_id).institution_id
    assert institution_id is not None
    person_id = make_person(workspace, institution_id, "Пламен Ненов")
    data = SubstituteData(person_id, date(2026, 11, 1), date(2026, 11, 30))
    asked = workspace.do(members.authorise_substitute, mandate_id, data, at=MADE_AT)
    assert asked.codes == {"substitute.no_document"}
    data = replace(data, document="Заповед № РД-12/30.10.2026 г.")
    workspace.do(members.authorise_substitute, mandate_id, data, at=MADE_AT)
    on_day = workspace.ask(members.members_on, mechanism_id, date(2026, 11, 30))[0]
    assert [row.name for row in on_day.substitutes] == ["Пламен Ненов"]
    assert not workspace.ask(members.members_on, mechanism_id, date(2026, 12, 1))[0].substitutes
    workspace.do(
        members.revoke_substitute,
        on_day.substitutes[0].substitute_id,
        to_on=date(2026, 11, 10),
        at=MADE_AT,
    )
    assert not workspace.ask(members.members_on, mechanism_id, date(2026, 11, 30))[0].substitutes


def test_a_mandate_cannot_replace_itself_by_its_holder(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate_id = make_member(workspace, mechanism_id)
    person_id = workspace.ask(members.get_mandate, mandate_id).person_id
    data = SubstituteData(person_id, TODAY, document="Заповед № 1")
    error = refusal(workspace, members.authorise_substitute, mandate_id, data)
    assert error.code == "substitute.self"


def test_a_mandate_entered_by_mistake_is_withdrawn_and_comes_back_with_undo(
    workspace: Workspace,
) -> None:
    mechanism_id = make_mechanism(workspace)
    mandate_id = make_member(workspace, mechanism_id)
    workspace.do(members.withdraw_mandate, mandate_id, at=MADE_AT)
    assert workspace.ask(members.members_on, mechanism_id, TODAY) == ()
    workspace.undo(at=MADE_AT)
    assert len(workspace.ask(members.members_on, mechanism_id, TODAY)) == 1


def test_names_of_officials_stay_out_of_representations() -> None:
    assert "Сарафова" not in repr(PersonData("Диана", "Сарафова"))


def test_an_ended_mandate_is_not_ended_again_on_a_later_day(workspace: Workspace) -> None:
    mandate_id = make_member(workspace, make_mechanism(workspace))
    day, reason = date(2026, 9, 30), MandateEndReason.RESIGNED
    workspace.do(members.end_mandate, mandate_id, end_on=day, reason=reason, at=MADE_AT)
    later = date(2026, 10, 30)
    error = refusal(workspace, members.end_mandate, mandate_id, end_on=later, reason=reason)
    assert (error.code, error.field) == ("mandate.ended_already", "end_on")
    assert workspace.ask(members.get_mandate, mandate_id).end_on == day
