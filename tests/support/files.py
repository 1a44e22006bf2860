"""Stands in for the file dialogs of the system: the only fake of the window's tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui import dialogs


@dataclass
class FileChoice:
    """Answers each dialog with `path`; without one the user has cancelled."""

    path: Path | None = None
    suggested: list[str] = field(default_factory=list)
    asked: int = 0

    def save(
        self,
        _parent: QWidget,
        *,
        title: str,
        name: str,
        kinds: str,
        chosen: Callable[[Path], object],
    ) -> None:
        """In place of the dialog that asks where a file goes."""
        assert title
        assert kinds
        self.suggested.append(name)
        self._answer(chosen)

    def open(
        self, _parent: QWidget, *, title: str, kinds: str, chosen: Callable[[Path], object]
    ) -> None:
        """In place of the dialog that asks for a file."""
        assert title
        assert kinds
        self._answer(chosen)

    def _answer(self, chosen: Callable[[Path], object]) -> None:
        self.asked += 1
        if self.path is not None:
            chosen(self.path)


def fake_dialogs(patch: pytest.MonkeyPatch) -> FileChoice:
    """Put the fake in the place of the system's dialogs."""
    choice = FileChoice()
    patch.setattr(dialogs, "choose_file_to_save", choice.save)
    patch.setattr(dialogs, "choose_file_to_open", choice.open)
    return choice
