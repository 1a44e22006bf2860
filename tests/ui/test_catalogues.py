"""The translation catalogues: plurals are plurals, and the compiled Bulgarian loads."""

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from dcm_desktop import resources

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def messages(name: str) -> list[ET.Element]:
    """Every message of a catalogue."""
    return list(ET.parse(TRANSLATIONS / name).iter("message"))


def test_every_count_is_a_plural_in_both_languages() -> None:
    for name in ("dcm_bg.ts", "dcm_en.ts"):
        counted = [row for row in messages(name) if "%n" in (row.findtext("source") or "")]
        assert counted
        for row in counted:
            forms = [form.text or "" for form in row.iter("numerusform")]
            assert row.get("numerus") == "yes", row.findtext("source")
            assert len(forms) == 2
            assert all("%n" in form for form in forms), row.findtext("source")


def test_every_placeholder_survives_translation() -> None:
    for row in messages("dcm_bg.ts"):
        source = row.findtext("source") or ""
        texts = [form.text or "" for form in row.iter("numerusform")]
        for text in texts or [row.findtext("translation") or ""]:
            assert placeholders(text) == placeholders(source), source


def placeholders(text: str) -> set[str]:
    """Names in braces."""
    return {part.split("}")[0] for part in text.split("{")[1:]}


def test_the_compiled_catalogues_load(qtbot: QtBot) -> None:
    for language in ("bg", "en"):
        translator = QTranslator()
        assert translator.load(str(resources.translations() / f"dcm_{language}.qm"))
        assert not translator.isEmpty()


def test_a_count_speaks_bulgarian_and_english(qtbot: QtBot) -> None:
    spoken = {}
    for language in ("bg", "en"):
        translator = QTranslator()
        translator.load(str(resources.translations() / f"dcm_{language}.qm"))
        spoken[language] = [
            translator.translate("Plurals", "%n session(s)", None, count) for count in (1, 2, 21)
        ]
    assert spoken["bg"] == ["%n заседание", "%n заседания", "%n заседания"]
    assert spoken["en"] == ["%n session", "%n sessions", "%n sessions"]
