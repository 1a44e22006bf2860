"""Every kind of session that decides in a room, in each form: held, counted, printed."""

from dataclasses import replace
from itertools import product

import pytest
from tests.support.builders import PREPARED_AT, make_mechanism_of_15, make_session
from tests.support.pdf_text import says

from dcm_desktop import labels
from dcm_desktop.documents.models import Edition
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AttendanceMode, SessionForm, SessionKind
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.documents import PaperKind, make_document
from dcm_desktop.usecases.saving import ACCEPT_ALL

KINDS = (
    SessionKind.REGULAR,
    SessionKind.EXTRAORDINARY,
    SessionKind.THEMATIC,
    SessionKind.CONSTITUENT,
    SessionKind.ANNUAL,
)


@pytest.mark.parametrize(("kind", "form"), list(product(KINDS, SessionForm)))
def test_a_session_of_any_kind_and_form_decides_and_says_in_the_minutes_what_it_was(
    workspace: Workspace, kind: SessionKind, form: SessionForm
) -> None:
    """D1: kinds and forms of the domain reference, section 4.2, from the form to the paper."""
    room = make_session(workspace, make_mechanism_of_15(workspace))
    data = replace(
        workspace.ask(sessions.get_session_data, room.session_id),
        kind=kind,
        form=form,
        topic="Приемна грижа в областта",
        ground="по искане на председателя",
    )
    workspace.do(sessions.update_session, room.session_id, data, accept=ACCEPT_ALL, at=PREPARED_AT)
    room.open(absent=(15,))
    for number in (1, 2):
        assert room.decide(number, "Приема за сведение.", "14-0-0").number == f"1-{number}"
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(30))
    paper = workspace.ask(
        make_document, room.session_id, PaperKind.MINUTES, Edition.FULL, at=room.now
    )
    assert says(paper.pdf, labels.label(kind).split()[0].lower())


@pytest.mark.parametrize(("counts", "present"), [(True, 15), (False, 7)])
def test_remote_members_count_as_the_rules_say(
    workspace: Workspace, counts: bool, present: int
) -> None:
    """D1: in a mixed session eight take part at a distance."""
    rules = Rules(remote_counts=counts)
    room = make_session(workspace, make_mechanism_of_15(workspace, rules=rules))
    data = workspace.ask(sessions.get_session_data, room.session_id)
    data = replace(data, form=SessionForm.MIXED)
    workspace.do(sessions.update_session, room.session_id, data, accept=ACCEPT_ALL, at=room.now)
    room.call_roll()
    for number in range(1, 9):
        workspace.do(sessions.set_mode, room.row(number), AttendanceMode.REMOTE, at=room.now)
    quorum = room.view().quorum
    assert (quorum.present, quorum.has_quorum) == (present, counts)
