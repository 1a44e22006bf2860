"""Local settings in one JSON file. Nothing personal: only the keys of `Preferences` are ever
written, and the file is made by `paths.write_private`."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from dcm_desktop import paths


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the window remembers between two starts.

    `store` is the folder opened last and `label` what the unlock window calls it (the district,
    never a person); `mirror_keys`: caps show Ctrl+5 for F5; `reminder_until` is the day (ISO) up to
    which a missing recovery sheet is named at each start.
    """

    theme: str = "system"
    scale: int = 100
    mirror_keys: bool = False
    idle_minutes: int = 10
    geometry: str = ""
    store: str = ""
    label: str = ""
    reminder_until: str = ""
    hall_way: str = ""
    hall_screen: str = ""


class PreferenceFile:
    """The file; a missing or damaged one counts as empty."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else paths.config_dir() / "settings.json"
        self.value = self._read()
        self.listeners: list[Callable[[Preferences], object]] = []

    def change(self, **changes: Any) -> None:
        """Set some keys and write the file; keys that do not exist are a bug (TypeError)."""
        self.value = replace(self.value, **changes)
        paths.make_private_dir(self.path.parent)
        data = json.dumps(asdict(self.value), ensure_ascii=False, indent=1, sort_keys=True)
        paths.write_private(self.path, data.encode())
        for listener in self.listeners:
            listener(self.value)

    def _read(self) -> Preferences:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        if not isinstance(found, dict):
            return Preferences()
        kept = {
            key.name: found[key.name]
            for key in fields(Preferences)
            if type(found.get(key.name)) is key.type
        }
        return Preferences(**kept)
