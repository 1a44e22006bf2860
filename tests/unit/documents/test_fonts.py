"""The shipped faces of the papers: alphabet, tables, names; building them twice."""

import io
import sys

import pytest
from fontTools.ttLib import TTFont

from dcm_desktop import resources

FACES = [
    f"{family}-{style}.ttf"
    for family in ("DCMSerif", "DCMSerifTrad", "DCMSans")
    for style in ("Regular", "Italic", "Bold", "BoldItalic")
] + ["DCMSansTab-Regular.ttf", "DCMSansTab-Bold.ttf"]
CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ"
ALPHABET = (
    CYRILLIC
    + CYRILLIC.lower()
    + "ЍѝЀѐ№„“«»–—…€§’‘”-\u2011\u00a0\u202f/·×0123456789()[]@&<>%+="
    + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)


def face(name: str) -> TTFont:
    return TTFont(resources.path("fonts", name))


@pytest.mark.parametrize("name", FACES)
def test_face_covers_the_alphabet_of_the_papers(name: str) -> None:
    known = face(name).getBestCmap()
    assert [sign for sign in ALPHABET if ord(sign) not in known] == []


@pytest.mark.parametrize("name", FACES)
def test_face_is_truetype_without_language_forms(name: str) -> None:
    font = face(name)
    assert "glyf" in font
    assert "CFF " not in font
    features = (
        {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        if "GSUB" in font and font["GSUB"].table.FeatureList
        else set()
    )
    assert not features & {"locl", "liga"}


@pytest.mark.parametrize("name", FACES)
def test_face_does_not_bear_a_reserved_name(name: str) -> None:
    names = face(name)["name"]
    for name_id in (1, 3, 4, 6):
        assert "Source" not in names.getDebugName(name_id)
        assert "Sofia" not in names.getDebugName(name_id)
    assert names.getDebugName(1).startswith("DCM ")
    assert "Modified" in names.getDebugName(0)
    assert "Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("name", [name for name in FACES if "Sans-" not in name])
def test_digits_of_text_and_tables_have_one_width(name: str) -> None:
    font = face(name)
    cmap, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_bulgarian_and_traditional_forms_differ() -> None:
    bulgarian, traditional = face("DCMSerif-Regular.ttf"), face("DCMSerifTrad-Regular.ttf")
    differing = [
        letter
        for letter in CYRILLIC.lower()
        if bulgarian["glyf"][bulgarian.getBestCmap()[ord(letter)]].getCoordinates(
            bulgarian["glyf"]
        )[0]
        != traditional["glyf"][traditional.getBestCmap()[ord(letter)]].getCoordinates(
            traditional["glyf"]
        )[0]
    ]
    assert set("вгдзийклптцшщю") <= set(differing)


def test_licence_lies_beside_the_faces() -> None:
    text = resources.read_text("fonts", "OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Source Serif 4 Project Authors" in text
    assert "Sofia Sans Project Authors" in text


def test_building_a_face_twice_gives_equal_bytes() -> None:
    # The originals are not in the repository: a shipped face stands in, its forms stay as they are.
    sys.path.insert(0, "packaging")
    try:
        import build_fonts
    finally:
        sys.path.remove("packaging")
    data = resources.path("fonts", "DCMSerifTrad-Regular.ttf").read_bytes()
    wanted = build_fonts.Face(build_fonts.SERIF, "", "DCM Serif Trad", "Regular")
    once, twice = build_fonts.build(wanted, data), build_fonts.build(wanted, data)
    assert once == twice
    assert TTFont(io.BytesIO(once)).getBestCmap() == face("DCMSerifTrad-Regular.ttf").getBestCmap()
