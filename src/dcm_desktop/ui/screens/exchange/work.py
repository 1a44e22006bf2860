"""What the worker does for the exchange screen."""

from datetime import datetime
from pathlib import Path

from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.exchange import BundleResult, BundleRow, import_bundles, preview_import


def look_at(workspace: Workspace, file: Path, *, at: datetime) -> BundleRow:
    """Preview a file; one that cannot be taken is noted in the audit as the import would."""
    row = preview_import(workspace, file)
    if row.result is BundleResult.WOULD_IMPORT:
        return row
    return import_bundles(workspace, [file], at=at)[0]
