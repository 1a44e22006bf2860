"""Sessions from and to a file: the published form, strict reading, entry in one transaction."""

from dcm_desktop.usecases.session_file.exporter import session_to_file
from dcm_desktop.usecases.session_file.importer import SessionImported, import_session
from dcm_desktop.usecases.session_file.model import SessionFile, schema
from dcm_desktop.usecases.session_file.reader import (
    MAX_BYTES,
    read_session_file,
    write_session_file,
)

__all__ = [
    "MAX_BYTES", "SessionFile", "SessionImported", "import_session", "read_session_file",
    "schema", "session_to_file", "write_session_file",
]  # fmt: skip
