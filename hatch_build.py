"""Puts data files and compiled translations into the wheel; editable installs need neither."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Adds `resources/` and the `.qm` files beside the modules of `dcm_desktop`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and name what the wheel has to carry."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        compiled = root / "build" / "wheel-translations"
        script = root / "packaging" / "catalogues.py"
        subprocess.run([sys.executable, script, "compile", compiled], check=True)
        build_data["force_include"][str(root / "resources")] = "dcm_desktop/resources"
        build_data["force_include"][str(compiled)] = "dcm_desktop/translations"
