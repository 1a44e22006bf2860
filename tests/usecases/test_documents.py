"""Papers of a session from a real store, read back by poppler; the guard before they leave."""

import hashlib

import pytest
from tests.support.builders import (
    Room,
    hold_case_session,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import says

from dcm_desktop.domain.terms import MinutesStatus, SessionStatus
from dcm_desktop.errors import ExportRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.documents import (
    Edition,
    PaperBytes,
    PaperKind,
    list_papers,
    make_document,
    register_paper,
)
from dcm_desktop.usecases.saving import ACCEPT_ALL


@pytest.fixture
def room(workspace: Workspace) -> Room:
    return hold_case_session(workspace)


def paper(
    room: Room, kind: PaperKind = PaperKind.MINUTES, edition: Edition = Edition.FULL
) -> PaperBytes:
    return room.workspace.ask(make_document, room.session_id, kind, edition, at=room.now)


def case_code(room: Room) -> str:
    items = room.view().items
    return next(i.title for i in items if i.case_id).rpartition("\u00a0")[2]


def test_full_minutes_say_what_happened(room: Room) -> None:
    """C3, D5, F10: substitute, presence and quorum, who stood aside are printed."""
    full = paper(room).pdf
    for sentence in (
        "От общо 15 (петнадесет) постоянни членове с право на глас присъстват 13 (тринадесет)",
        "от които 1 (един) чрез упълномощен заместник.",
        "Необходимият кворум е 8 (осем) членове.",
        "Семейство с едно дете в училищна възраст",
        "Мария Желева заяви отвод",
        "напусна Лъчезар Минев",
        f"Обсъждане на случай № {case_code(room)}",
        "Посещение в дома",
    ):
        assert says(full, sentence), sentence


def test_private_line_is_in_no_edition(room: Room) -> None:
    for edition in Edition:
        assert not says(paper(room, edition=edition).pdf, "Да се провери адресът")


def test_public_minutes_print_the_public_sentence_and_no_discussion(room: Room) -> None:
    public = paper(room, edition=Edition.PUBLIC).pdf
    assert says(public, f"ОКМД подкрепя семейството по случай № {case_code(room)}")
    assert says(public, "институциите поемат ангажименти")
    for hidden in ("училищна възраст", "отглеждането на детето", "Людмила Цонева", "Желева заяви"):
        assert not says(public, hidden), hidden


def test_guest_and_associates_leave_for_the_closed_part_and_return(room: Room) -> None:
    full = paper(room).pdf
    assert says(full, "напуснаха залата.")
    assert says(full, "се върнаха в залата.")
    assert not says(full, "напусна Людмила Цонева")


def test_same_version_gives_the_same_bytes(room: Room) -> None:
    first, second = paper(room), paper(room)
    assert first.pdf == second.pdf
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert first.pages >= 2


def test_invitation_and_sheet_are_made_for_a_session_in_preparation(workspace: Workspace) -> None:
    """B2, H14: a letter per member; the sheet has the declaration above the signatures."""
    room = make_session(workspace, make_mechanism_of_15(workspace))
    invitation = paper(room, PaperKind.INVITATION)
    assert says(invitation.pdf, "Първа тема")
    assert invitation.pages >= 17
    sheet = paper(room, PaperKind.ATTENDANCE)
    assert says(sheet.pdf, "Деница Кръстева")
    assert says(sheet.pdf, "Декларация за поверителност:")


def test_name_of_a_child_in_the_discussion_refuses_the_full_edition_with_its_place(
    workspace: Workspace, room: Room
) -> None:
    line = room.view(room.item(3)).current.lines[0]  # type: ignore[union-attr]  # - the case
    text = "Майката на Мира търси жилище."
    workspace.do(sessions.update_line, line.line_id, text, at=room.tick())
    with pytest.raises(ExportRefused) as refused:
        paper(room)
    assert refused.value.places == ("т. 3, текст",)
    assert paper(room, edition=Edition.PUBLIC).pages


def test_name_in_a_decision_refuses_both_editions_until_it_is_corrected(
    workspace: Workspace, room: Room
) -> None:
    decision = room.view(room.item(2)).current.decisions[0]  # type: ignore[union-attr]  # - adopted
    workspace.do(
        sessions.correct_decision_text,
        decision.decision_id,
        "Да се подкрепи семейство Ковачева.",
        at=room.tick(),
    )
    for edition in Edition:
        with pytest.raises(ExportRefused) as refused:
            paper(room, edition=edition)
        assert all("Ковачев" not in place for place in refused.value.places)
    workspace.do(
        sessions.correct_decision_text,
        decision.decision_id,
        "Да се подкрепи семейството.",
        at=room.tick(),
    )
    assert says(paper(room).pdf, "Да се подкрепи семейството.")


def test_correction_of_a_draft_gives_a_new_check_code(workspace: Workspace, room: Room) -> None:
    before = paper(room).sha256
    workspace.do(sessions.add_line, room.item(1), "Допълнение на РУО.", at=room.tick())
    assert paper(room).sha256 != before
    row = workspace.ask(sessions.list_sessions)[0]
    assert row.minutes_status is MinutesStatus.DRAFT


def test_public_text_with_a_name_is_refused_as_it_is_typed(
    workspace: Workspace, room: Room
) -> None:
    decision = room.view(room.item(3)).current.decisions[0]  # type: ignore[union-attr]  # - the case
    with pytest.raises(RuleBroken) as refused:
        workspace.do(
            sessions.set_public_text, decision.decision_id, "Подкрепя Мира.", at=room.tick()
        )
    assert refused.value.code == "item.name_in_title"
    assert refused.value.facts == {"code": case_code(room)}


def test_issued_paper_is_registered_and_keeps_its_number(workspace: Workspace, room: Room) -> None:
    kit = room.kit
    later = make_session(workspace, kit, starts_at=room.now.replace(month=12, day=17))
    invitation = paper(later, PaperKind.INVITATION)
    workspace.do(register_paper, invitation, "file", at=later.now)
    row = workspace.ask(list_papers, later.session_id)[0]
    assert (row.kind, row.way, row.sha256) == ("invitation", "file", invitation.sha256)
    number = later.view().number
    workspace.do(sessions.cancel_session, later.session_id, "няма зала", at=later.now)
    proposed = workspace.ask(sessions.propose_session, kit.mechanism_id, at=later.now)
    assert proposed.number == number + 1


def test_session_without_quorum_has_its_statement(workspace: Workspace) -> None:
    room = make_session(workspace, make_mechanism_of_15(workspace))
    room.call_roll(absent=tuple(range(5, 16)))
    put_off = room.now.replace(day=17)
    workspace.do(
        sessions.declare_no_quorum, room.session_id, next_session_at=put_off, at=room.tick(60)
    )
    assert room.view().status is SessionStatus.NO_QUORUM
    assert says(paper(room).pdf, "Няма кворум.")


def test_break_stands_in_the_minutes_with_those_who_did_not_return(workspace: Workspace) -> None:
    room = make_session(workspace, make_mechanism_of_15(workspace))
    room.open()
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.adjourn_session, room.session_id, at=room.tick(10))
    workspace.do(sessions.resume_session, room.session_id, at=room.tick(15))
    workspace.do(sessions.mark_left, room.row(4), at=room.tick())
    room.decide(2, "Подкрепя плана.")
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(5))
    text = paper(room).pdf
    assert says(text, "прекъсна")
    assert says(text, "възобнов") or says(text, "продължи")
    assert says(text, "напусна Огнян Беров. Присъстват 14 (четиринадесет) членове")
