"""The log file and its privacy rule: event codes, ids, counts and durations, nothing else.

`log.event("store.opened", store=store_id, ms=12)`. A value that is not a number, an id or a code
word is written as `?`, so a name that strays here stays out of the file.
"""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from dcm_desktop.paths import make_private_dir

_FILES = 5
_FILE_BYTES = 1024 * 1024
_CODE = re.compile(r"[A-Za-z0-9_.:@+-]{1,80}")
_logger = logging.getLogger("dcm_desktop")


class _AllowList(logging.Formatter):
    """Prints only what passes the rule of this module; tracebacks without messages and locals."""

    def format(self, record: logging.LogRecord) -> str:
        facts = getattr(record, "facts", {})
        code = record.msg if isinstance(record.msg, str) else "?"
        parts = [self.formatTime(record, "%Y-%m-%dT%H:%M:%S"), record.levelname, _safe(code)]
        parts += [f"{_safe(key)}={_safe(value)}" for key, value in sorted(facts.items())]
        if record.exc_info and record.exc_info[1] is not None:
            parts += _frames(record.exc_info[1])
        return " ".join(parts)


def _safe(value: object) -> str:
    if value is None or isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, float):
        return f"{value:.3f}"
    text = str(value)
    return text if text.isascii() and _CODE.fullmatch(text) else "?"


def _frames(error: BaseException) -> list[str]:
    """Type of the error and where it passed: `file:line:function`, innermost last."""
    frames = [f"error={type(error).__name__}", f"code={_safe(getattr(error, 'code', None))}"]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        name = _safe(code.co_name.strip("<>"))
        frames.append(f"at={_safe(Path(code.co_filename).name)}:{trace.tb_lineno}:{name}")
        trace = trace.tb_next
    return frames


def start(folder: Path) -> None:
    """Send the log to `folder` (5 files of 1 MiB). Called once by the window or command line."""
    make_private_dir(folder)
    stop()
    handler = RotatingFileHandler(
        folder / "dcm.log", maxBytes=_FILE_BYTES, backupCount=_FILES - 1, encoding="utf-8"
    )
    Path(handler.baseFilename).chmod(0o600)
    handler.setFormatter(_AllowList())
    _logger.addHandler(handler)
    _logger.setLevel(logging.INFO)
    _logger.propagate = False


def stop() -> None:
    """Close the log file."""
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
        handler.close()


def event(code: str, **facts: object) -> None:
    """Write that something happened; `facts` are ids, codes, counts, durations."""
    _logger.info(code, extra={"facts": facts})


def failure(code: str, error: BaseException, **facts: object) -> None:
    """Write that something failed, with the type of the error and where, without its message."""
    _logger.error(code, extra={"facts": facts}, exc_info=error)
