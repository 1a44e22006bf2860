"""Files kept in the store: which are taken, what they are by their content, how they are named.

Source: domain reference, sections 4.2 (Document) and 7 (Document: too big, wrong type, ЕГН).
"""

import io
import re
import zipfile
from dataclasses import dataclass

from dcm_desktop.domain.text import normalise_line
from dcm_desktop.errors import InputRefused

MOST_BYTES = 25 * 1024 * 1024
LONGEST_NAME = 120
_TEN_DIGITS = re.compile(r"(?<!\d)\d{10}(?!\d)")
_PATH = re.compile(r"[/\\:\x00]")
_MACROS = ("vbaproject.bin", "vbadata.xml")

PDF = "application/pdf"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
SUFFIXES: dict[str, str] = {
    PDF: ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
    f"{_OFFICE}presentationml.presentation": ".pptx",
    f"{_OPEN}text": ".odt",
    f"{_OPEN}spreadsheet": ".ods",
    f"{_OPEN}presentation": ".odp",
    "text/plain": ".txt",
}
"""Kinds of files that are taken, with the ending they are saved under."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_PARTS = {
    "word/document.xml": f"{_OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{_OFFICE}spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OFFICE}presentationml.presentation",
}


@dataclass(frozen=True, slots=True, repr=False)
class CheckedFile:
    """A file that may be kept: its name without folders, and its kind by content."""

    name: str
    media_type: str


def check_file(name: str, data: bytes) -> CheckedFile:
    """Whether a file is taken. The kind is found in the bytes, the ending of the name says nothing.

    Raises: InputRefused `attachment.empty`, `attachment.too_big`, `attachment.name_egn`,
    `attachment.kind`, `attachment.macros`, `field.required`, `text.too_long`, `text.control`.
    """
    cleaned = normalise_line(_PATH.split(name)[-1])
    if not cleaned:
        raise InputRefused("field.required", field="file", name="file")
    if len(cleaned) > LONGEST_NAME:
        more = len(cleaned) - LONGEST_NAME
        raise InputRefused("text.too_long", field="file", n=more, max=LONGEST_NAME)
    if _TEN_DIGITS.search(cleaned):
        raise InputRefused("attachment.name_egn", field="file")
    if not data:
        raise InputRefused("attachment.empty", field="file")
    if len(data) > MOST_BYTES:
        raise InputRefused("attachment.too_big", field="file", most=MOST_BYTES // 1024 // 1024)
    return CheckedFile(cleaned, media_type_of(data))


def media_type_of(data: bytes) -> str:
    """Kind of a file by its content.

    Raises: InputRefused `attachment.kind` for one that is not taken, `attachment.macros`.
    """
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _in_archive(data)
    if _is_text(data):
        return "text/plain"
    raise InputRefused("attachment.kind", field="file")


def suggested_name(title: str, media_type: str) -> str:
    """A file name for a copy: the title without signs that a disk refuses, the right ending."""
    cleaned = re.sub(r'[/\\:*?"<>|\x00-\x1f]+', " ", title)
    cleaned = " ".join(cleaned.split()).strip(". ")[:LONGEST_NAME]
    suffix = SUFFIXES.get(media_type, "")
    return cleaned if cleaned.lower().endswith(suffix) else f"{cleaned}{suffix}"


def _in_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.lower().endswith(_MACROS) for name in names):
                raise InputRefused("attachment.macros", field="file")
            for part, kind in _PARTS.items():
                if part in names and "[Content_Types].xml" in names:
                    return kind
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                kind = archive.read("mimetype").decode("ascii", "replace")
                if kind in SUFFIXES and kind.startswith(_OPEN):
                    return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        raise InputRefused("attachment.kind", field="file") from None
    raise InputRefused("attachment.kind", field="file")


def _is_text(data: bytes) -> bool:
    """Readable text in UTF-8: nothing that only programs write."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return (
        all(sign.isprintable() or sign in "\r\n\t\u00a0" for sign in text) and "<" not in text[:1]
    )
