"""The design load through the window, with no network: 12 cases, 24 tasks, 15 members, 2 h 30."""

import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.support import long_session
from tests.support.room_window import RoomWindow

from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.documents import Edition, PaperKind, make_document

LONGEST_KEYS = 3_200
"""Letters of the texts included; what is more shows that an act has got more keys."""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every socket but a local one is refused and noted."""
    asked: list[object] = []
    plain = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            asked.append(address)
            raise OSError("the network is forbidden here")
        plain(self, address)  # type: ignore[arg-type]  # - as it was asked

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **_more: asked.append(args))
    return asked


def test_twelve_cases_are_chaired_alone_by_keyboard_without_any_network(
    qapp: QApplication,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_network: list[object],
) -> None:
    """L1, N-01: a whole session of the design load; no socket is opened."""
    _, room = long_session.prepare(workspace)
    window = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch).show()
    begun = window.now
    try:
        long_session.hold(window)
        view = window.view()
        assert view.status is SessionStatus.HELD
        assert [row.status for row in view.items] == [AgendaItemStatus.DECIDED] * 12
        numbers = [number for row in view.items for number in row.decision_numbers]
        assert numbers == [f"1-{n}" for n in range(1, 13)]
        items = [window.view(row.item_id).current for row in view.items]
        assert all(item is not None for item in items)
        assert sum(len(item.tasks) for item in items if item is not None) == 24
        assert sum(len(item.lines) for item in items if item is not None) == 24
        assert 150 <= (window.now - begun).total_seconds() / 60 <= 180
        assert window.keys <= LONGEST_KEYS
        assert no_network == []
        paper = workspace.ask(
            make_document, room.session_id, PaperKind.MINUTES, Edition.FULL, at=window.now
        )
        assert paper.pages >= 4
    finally:
        window.close()
