"""Fixing the axes of a variable font."""

from collections.abc import Mapping

from fontTools.ttLib import TTFont

def instantiateVariableFont(
    varfont: TTFont,
    axisLimits: Mapping[str, float | tuple[float, float] | None],
    inplace: bool = ...,
    optimize: bool = ...,
    overlap: int = ...,
    updateFontNames: bool = ...,
) -> TTFont: ...
