"""Cutting a font down to the characters and features that are used."""

from collections.abc import Iterable

from fontTools.ttLib import TTFont

class Options:
    layout_features: list[str]
    name_IDs: list[int | str]
    name_languages: list[int | str]
    name_legacy: bool
    notdef_outline: bool
    glyph_names: bool
    hinting: bool
    desubroutinize: bool
    drop_tables: list[str]
    legacy_kern: bool
    recalc_timestamp: bool
    recalc_bounds: bool
    def __init__(self, **kwargs: object) -> None: ...

class Subsetter:
    def __init__(self, options: Options | None = ...) -> None: ...
    def populate(
        self,
        glyphs: Iterable[str] = ...,
        gids: Iterable[int] = ...,
        unicodes: Iterable[int] = ...,
        text: str = ...,
    ) -> None: ...
    def subset(self, font: TTFont) -> None: ...
