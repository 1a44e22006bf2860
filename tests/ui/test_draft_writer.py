"""Drafts off the GUI thread: what was typed reaches the store, and the truth is said about it."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.disk import fill_disk, free_disk
from tests.support.room_window import RoomWindow
from tests.support.window import type_text

from dcm_desktop.ui.draft_writer import DraftWriter, Truth, writer_of
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import list_drafts


def texts(workspace: Workspace) -> dict[str, str]:
    return {row.field: row.text for row in workspace.ask(list_drafts)}


@pytest.fixture
def writer(qapp: QApplication, workspace: Workspace) -> DraftWriter:
    return writer_of(workspace)


def test_the_same_store_has_one_writer(workspace: Workspace, writer: DraftWriter) -> None:
    assert writer_of(workspace) is writer


def test_the_newest_text_of_each_field_is_in_the_store_after_a_drain(
    workspace: Workspace, writer: DraftWriter
) -> None:
    for n in range(50):
        writer.keep("record", "line", "а" * n, n)
        writer.keep("record", "task_line", f"задача {n}")
    assert writer.drain()
    assert texts(workspace) == {"line": "а" * 49, "task_line": "задача 49"}
    assert writer.truth is Truth.SAVED


def test_a_dropped_draft_never_comes_back_from_the_queue(
    workspace: Workspace, writer: DraftWriter
) -> None:
    for n in range(30):
        writer.keep("record", "line", f"ред {n}")
        writer.drop("record", "line")
        assert "line" not in texts(workspace)
    assert writer.drain()
    assert texts(workspace) == {}


def test_a_full_disk_is_said_at_once_and_nothing_typed_is_dropped(
    workspace: Workspace, writer: DraftWriter, qtbot: QtBot
) -> None:
    """G3: the indicator is red while nothing can be written, and the text waits here."""
    fill_disk(workspace, pages=1)
    with qtbot.waitSignal(writer.failed, timeout=5_000) as told:
        writer.keep("record", "line", "Майката желае " * 3_000)
    assert told.args is not None
    assert told.args[0].code == "store.disk_full"
    assert not writer.drain(1)
    assert writer.truth.name == "FAILED"
    (row,) = writer.known(workspace.ask(list_drafts))
    assert row.text.startswith("Майката желае")
    free_disk(workspace)
    assert writer.drain()
    assert texts(workspace)["line"].startswith("Майката желае")
    assert writer.truth.name == "SAVED"


def test_the_status_line_says_saving_then_saved(running: RoomWindow, qtbot: QtBot) -> None:
    """G3: „записано“ is said only when everything typed is in the store."""
    running.screen.panel.focus_field("line")
    saved = running.window.status.saved
    type_text(running.screen.panel.discussion.entry, "Представи случая")
    assert saved.text == "Записва се …"
    qtbot.waitUntil(lambda: "Записано" in saved.text, timeout=5_000)
    assert "Представи случая" in texts(running.workspace).values()


def test_a_window_does_not_close_over_text_that_cannot_be_saved(
    running: RoomWindow, qtbot: QtBot
) -> None:
    running.screen.panel.focus_field("line")
    fill_disk(running.workspace, pages=1)
    running.screen.panel.discussion.entry.setText("Изказване " * 3_000)
    running.window.close()
    assert running.window.isVisible()
    assert "не можа да се запише" in running.strip
    assert running.window.status.saved.text == "НЕ Е ЗАПИСАНО"
    free_disk(running.workspace)
    running.window.close()
    assert not running.window.isVisible()


def test_a_drain_never_gives_up_on_a_text_put_in_as_the_thread_ends(
    workspace: Workspace, writer: DraftWriter
) -> None:
    """G3: each text waits alone, so that the thread ends and begins again between them."""
    for n in range(200):
        writer.keep("record", "line", f"ред {n}")
        assert writer.drain(), n
    assert texts(workspace) == {"line": "ред 199"}
