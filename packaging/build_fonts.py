"""Builds the faces of the papers from two npm packages into `resources/fonts`.

`python packaging/build_fonts.py [--out DIR] [--packages DIR]`; the packages come from `npm pack`
into a folder and are checked against the hashes below. Two builds give equal bytes.

Reportlab takes neither OpenType features nor a language, so the Bulgarian forms (`locl`, BGR) and
the tabular digits (`tnum`) are put into the character map. The licence reserves the font names of
the originals, so the results are called DCM Serif, DCM Serif Trad, DCM Sans and DCM Sans Tab.
"""

import argparse
import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
SERIF = "@expo-google-fonts/source-serif-4@0.4.1"
SANS = "@expo-google-fonts/sofia-sans@0.4.3"
PACKAGES = {
    SERIF: (
        "expo-google-fonts-source-serif-4-0.4.1.tgz",
        "84f0b412fbc9b0b666d6fe04620b2cd2e54bfd49ca61fe0663a9e5beb30afcc4",
    ),
    SANS: (
        "expo-google-fonts-sofia-sans-0.4.3.tgz",
        "48d3a8a6897b110de735817122383ad8bb2ba4ff8a820ded996dfa1b79d5319c",
    ),
}
ALPHABET = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x400, 0x460),
    *(0x462, 0x463, 0x46A, 0x46B, 0x490, 0x491),
    *range(0x2010, 0x2016),
    *(0x2007, 0x2009, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E),
    *(0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x2610, 0x2611, 0x2713, 0x2717),
)
BOLD, ITALIC, REGULAR = 0x20, 0x01, 0x40
STYLES = {
    "Regular": ("Regular", REGULAR, 0),
    "Italic": ("Italic", ITALIC, 2),
    "Bold": ("Bold", BOLD, 1),
    "BoldItalic": ("Bold Italic", BOLD | ITALIC, 3),
}


@dataclass(frozen=True)
class Face:
    """One face: from which file of which package, under which name, which forms become default."""

    package: str
    source: str
    family: str
    style: str
    freeze: tuple[tuple[str, str], ...] = ()
    """Pairs (feature, language of the Cyrillic script); an empty language means the default."""

    @property
    def file_name(self) -> str:
        """Name of the built file."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


def _family(
    package: str, prefix: str, family: str, bold: str, *freeze: tuple[str, str]
) -> list[Face]:
    weights = {"Regular": "400Regular", "Italic": "400Regular_Italic"}
    weights |= {"Bold": bold, "BoldItalic": f"{bold}_Italic"}
    return [
        Face(package, f"{weight}/{prefix}_{weight}.ttf", family, style, freeze)
        for style, weight in weights.items()
    ]


BULGARIAN = ("locl", "BGR")
FACES = [
    *_family(SERIF, "SourceSerif4", "DCM Serif", "600SemiBold", BULGARIAN),
    *_family(SERIF, "SourceSerif4", "DCM Serif Trad", "600SemiBold"),
    *_family(SANS, "SofiaSans", "DCM Sans", "700Bold"),
    *_family(SANS, "SofiaSans", "DCM Sans Tab", "700Bold", ("tnum", ""))[::2],
]


def fetch(folder: Path) -> None:
    """Bring both packages into the folder with npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the fonts; or give --packages.")
    subprocess.run([npm, "pack", "--silent", SERIF, SANS], cwd=folder, check=True)


def unpack(folder: Path, package: str) -> dict[str, bytes]:
    """Files of one package by their path inside it, after its hash was checked."""
    name, expected = PACKAGES[package]
    data = (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != expected:
        raise SystemExit(f"{name} is not the file that was pinned.")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {
            member.name.removeprefix("package/"): file.read()
            for member in archive.getmembers()
            if (file := archive.extractfile(member)) is not None
        }


def substitutions(font: TTFont, tag: str, language: str) -> dict[str, str]:
    """Single substitutions of a feature: glyph → glyph."""
    table = font["GSUB"].table
    features: set[int] = set()
    for record in table.ScriptList.ScriptRecord:
        if not language and record.Script.DefaultLangSys:
            features |= set(record.Script.DefaultLangSys.FeatureIndex)
        if language and record.ScriptTag == "cyrl":
            for system in record.Script.LangSysRecord:
                if system.LangSysTag.strip() == language:
                    features |= set(system.LangSys.FeatureIndex)
    found: dict[str, str] = {}
    for index in sorted(features):
        feature = table.FeatureList.FeatureRecord[index]
        if feature.FeatureTag != tag:
            continue
        for lookup in feature.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[lookup].SubTable:
                inner = getattr(subtable, "ExtSubTable", subtable)
                found.update(getattr(inner, "mapping", {}))
    return found


def freeze(font: TTFont, face: Face) -> None:
    """Put the chosen forms, the no-break hyphen and the narrow space into the character map."""
    for tag, language in face.freeze:
        forms = substitutions(font, tag, language)
        if not forms:
            raise SystemExit(f"{face.source}: no {tag} {language}")
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap.update({c: forms[g] for c, g in table.cmap.items() if g in forms})
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.setdefault(0x2011, table.cmap.get(0x2010, table.cmap[0x2D]))
            table.cmap.setdefault(0x202F, table.cmap.get(0x2009, table.cmap[0x20]))


def rename(font: TTFont, face: Face) -> None:
    """Names, weight and style bits of the new face; the licence stays."""
    names = font["name"]
    notice, version = names.getDebugName(0), names.getDebugName(5).split(";")[0]
    licence = names.getDebugName(13)
    word, selection, mac = STYLES[face.style]
    post_script = face.file_name.removesuffix(".ttf")
    names.names = []
    for name_id, value in {
        0: f"{notice} Modified: letterforms made default, subset, renamed.",
        1: face.family,
        2: word,
        3: f"{post_script};{version}",
        4: f"{face.family} {word}",
        5: version,
        6: post_script,
        13: licence,
        14: "https://openfontlicense.org",
    }.items():
        names.setName(value, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.fsType = 0
    os2.usWeightClass = 700 if "Bold" in face.style else 400
    os2.fsSelection = (os2.fsSelection & ~(BOLD | ITALIC | REGULAR)) | selection
    font["head"].macStyle = mac


def build(face: Face, data: bytes) -> bytes:
    """One finished face."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    freeze(font, face)
    options = Options()
    options.layout_features = ["kern"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.glyph_names = False
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=ALPHABET)
    subsetter.subset(font)
    rename(font, face)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


class _Outline(BasePen):
    """Writes outlines as lines of `M x y`, `L x y`, `C x y x y x y` and `Z`, shifted right."""

    def __init__(self, glyphs: object, shift: float) -> None:
        super().__init__(glyphs)
        self.lines: list[str] = []
        self._shift = shift

    def _write(self, letter: str, *points: tuple[float, float]) -> None:
        numbers = [f"{x + self._shift:.0f} {y:.0f}" for x, y in points]
        self.lines.append(" ".join([letter, *numbers]))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self._write("M", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self._write("L", pt)

    def _curveToOne(  # noqa: N802 - fontTools' name
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._write("C", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802 - fontTools' name
        self._write("Z")


def draft_mark(face: bytes) -> str:
    """The word „ПРОЕКТ“ as outlines, unit 1/1000 em; the first line is its width.

    Drawn as a shape, it does not come between the words when text is taken out of a draft.
    """
    font = TTFont(io.BytesIO(face))
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    lines: list[str] = []
    left = 0.0
    for sign in "ПРОЕКТ":
        glyph = glyphs[cmap[ord(sign)]]
        pen = _Outline(glyphs, left)
        glyph.draw(pen)
        lines += pen.lines
        left += glyph.width + 76
    return "\n".join([f"{left - 76:.0f}", *lines, ""])


def licence_text(serif: dict[str, bytes], sans: dict[str, bytes]) -> str:
    """Both copyright notices over one text of the licence."""
    texts = [files["LICENSE_FONT"].decode().strip() for files in (serif, sans)]
    notices = [text.splitlines()[0].strip() for text in texts]
    body = "\n".join(line.rstrip() for line in texts[0].splitlines()[1:]).strip()
    return "\n".join([*notices, "", body, ""])


FONTLOG = f"""\
FONTLOG of the DCM faces

DCM Serif and DCM Serif Trad are modified from Source Serif 4 ({SERIF}).
DCM Sans and DCM Sans Tab are modified from Sofia Sans ({SANS}).
Made by packaging/build_fonts.py. Changes: the Bulgarian forms of Source Serif 4 (DCM Serif only)
and the tabular digits of Sofia Sans (DCM Sans Tab only) were made the default; U+2011 and U+202F
were mapped to the hyphen and to the thin or plain space; the character set was cut to Latin,
Cyrillic and the signs of office papers; of the layout features only kern was kept; weight 600 of
the serif is the bold of its family; the names were changed: the licence reserves the originals.
"""


def main() -> int:
    """Build every face and the two text files beside them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "fonts")
    parser.add_argument("--packages", type=Path, help="folder with the two .tgz files")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = wanted.packages or Path(scratch)
        if wanted.packages is None:
            fetch(folder)
        files = {package: unpack(folder, package) for package in PACKAGES}
    wanted.out.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        data = build(face, files[face.package][face.source])
        (wanted.out / face.file_name).write_bytes(data)
        print(f"{face.file_name}  {len(data) // 1024} KB")
        if face.file_name == "DCMSerif-Bold.ttf":
            mark = draft_mark(data)
            (wanted.out / "draft-mark.txt").write_text(mark, encoding="utf-8")
    (wanted.out / "OFL.txt").write_text(licence_text(files[SERIF], files[SANS]), encoding="utf-8")
    (wanted.out / "FONTLOG.txt").write_text(FONTLOG, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
