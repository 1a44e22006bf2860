"""Marks at the beginning of a typed line of the discussion."""

from datetime import time

import pytest

from dcm_desktop.domain.spoken import SpokenLine, read_line


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("10:33 Община Русе: има жилище", SpokenLine("Община Русе: има жилище", time(10, 33))),
        ("10.33 ч. казано на хартия", SpokenLine("казано на хартия", time(10, 33))),
        ("9.05 казано", SpokenLine("казано", time(9, 5))),
        ("!! да се провери", SpokenLine("да се провери", None, True)),
        ("!!10:33 да се провери", SpokenLine("да се провери", time(10, 33), True)),
        ("10:33 !! да се провери", SpokenLine("да се провери", time(10, 33), True)),
        ("10.30 часа е уговорен", SpokenLine("10.30 часа е уговорен")),
        ("12.50 лв. на ден", SpokenLine("12.50 лв. на ден")),
        ("25:10 няма такъв час", SpokenLine("25:10 няма такъв час")),
        ("10:33", SpokenLine("10:33")),
        ("три деца", SpokenLine("три деца")),
    ],
)
def test_time_and_private_mark_are_read_from_the_beginning(typed: str, wanted: SpokenLine) -> None:
    """G11: `10:33 текст` is when it was said. G9: `!!` is for the writer alone."""
    assert read_line(typed) == wanted
