"""The look: contrast, the style sheet's limits, fonts and the live switch."""

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dcm_desktop import resources
from dcm_desktop.ui import theme
from dcm_desktop.ui.theme_qss import style_sheet
from dcm_desktop.ui.theme_tokens import DARK, LIGHT, PAIRS, TYPE, Tokens, contrast
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_text_and_outline_can_be_read(look: Tokens) -> None:
    weak = [
        f"{front} on {back}: {ratio:.2f}"
        for front, backs, least in PAIRS
        for back in backs.split()
        if (ratio := contrast(getattr(look, front), getattr(look, back))) < least
    ]
    assert not weak, weak


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_token_is_a_colour(look: Tokens) -> None:
    for token in fields(look):
        if token.name != "name":
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(look, token.name)), token.name


def test_style_sheet_never_touches_lists_or_sizes_of_type() -> None:
    sheet = style_sheet(LIGHT)
    for word in ("QAbstractItemView", "QTableView", "QListView", "QTreeView", "::item", "QWidget"):
        assert word not in sheet
    assert not re.search(r"(^|[\s,])\*", sheet)
    assert "font-size" not in sheet
    assert "QHeaderView" not in sheet


def test_inter_is_the_font_and_knows_bulgarian(qapp: QApplication) -> None:
    assert theme.FAMILY in QFontDatabase.families()
    info = QFontInfo(theme.font("body"))
    assert info.family() == theme.FAMILY
    systems = QFontDatabase.writingSystems(theme.FAMILY)
    assert QFontDatabase.WritingSystem.Cyrillic in systems


def test_no_type_role_is_under_twelve_pixels() -> None:
    assert min(size for size, _weight in TYPE.values()) >= 12


def test_look_and_size_of_text_change_on_living_widgets(qtbot: QtBot) -> None:
    label, button = Label("Заседание № 4", "title"), Button("Приеми", icon="check")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    size, width = label.font().pointSizeF(), button.sizeHint().width()
    theme.set_look("dark", 125)
    assert theme.tokens() is DARK
    assert label.font().pointSizeF() == pytest.approx(size * 1.25)
    assert button.sizeHint().width() > width
    assert QApplication.palette().window().color().name().upper() == DARK.bg


def test_icons_take_the_colour_of_their_token(qapp: QApplication) -> None:
    image = theme.pixmap("square", "bad", 24, 1.0).toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert LIGHT.bad in colours


def test_every_icon_named_in_the_window_is_shipped() -> None:
    shipped = {path.stem for path in resources.path("icons").glob("*.svg")}
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (resources.root().parent / "src" / "dcm_desktop" / "ui").rglob("*.py")
    )
    named = set(re.findall(r'icon="([a-z0-9-]+)"', source))
    named |= set(re.findall(r'Icon\(\s*"([a-z0-9-]+)"', source))
    named |= set(re.findall(r'trail="([a-z0-9-]+)"', source))
    assert named <= shipped, named - shipped


def test_icons_have_their_licence() -> None:
    text = resources.read_text("icons", "LICENSE")
    assert "ISC License" in text
    assert "MIT License" in text
    assert "SIL OPEN FONT LICENSE" in resources.read_text("fonts", "Inter-OFL.txt")
