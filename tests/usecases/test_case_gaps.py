"""What the record of a case lacks: said afterwards, never in the way of the chair."""

from tests.support.builders import (
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop import labels
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.case_gaps import get_case_gaps


def test_gaps_of_a_case_are_listed_afterwards_and_block_nothing(workspace: Workspace) -> None:
    """C1: presenter, facts, views, decision, reasons; nothing is compulsory live."""
    kit = make_mechanism_of_15(workspace)
    room = make_session(workspace, kit)
    item_id = add_case_item(room, make_case(workspace, kit))
    room.open()
    room.start(3)
    assert workspace.ask(get_case_gaps, item_id).missing == ()
    workspace.do(sessions.finish_item, item_id, at=room.tick())
    found = workspace.ask(get_case_gaps, item_id)
    assert found.missing == ("facts", "views", "decision", "reasons")
    sentence = labels.sentence(found.finding)
    assert sentence.startswith("По случая в протокола липсват: изложение на фактите, становища")
    room.start(3)
    for number in (2, 5):
        line = "Семейството е посетено."
        speaker = room.row(number)
        workspace.do(sessions.add_line, item_id, line, speaker_id=speaker, at=room.tick())
    room.decide(3, "Подкрепя майката.")
    workspace.do(sessions.finish_item, item_id, at=room.tick())
    assert workspace.ask(get_case_gaps, item_id).missing == ("reasons",)
