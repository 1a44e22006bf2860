"""Page breaks over random lengths: heads, votes, signatures and repeated heads of tables."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.minutes_of import minutes
from tests.support.pdf_text import check, pages

from dcm_desktop.documents.pdf.minutes import build_minutes

SIZES = st.fixed_dictionaries(
    {
        "members": st.integers(1, 45),
        "items": st.integers(1, 9),
        "letters": st.integers(0, 2600),
        "points": st.integers(1, 11),
        "annexes": st.integers(0, 20),
    }
)
FEW = settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def lines_of(page: str) -> list[str]:
    """Lines of a page between running head and foot."""
    kept = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
    return [
        line
        for line in kept
        if "стр. " not in line and not re.match(r"Областен координационен механизъм по", line)
    ]


@FEW
@given(SIZES)
def test_every_layout_keeps_what_belongs_together(sizes: dict[str, int]) -> None:
    model = minutes(**sizes)
    data = build_minutes(model)
    read = [lines_of(page) for page in pages(data)]
    for number, lines in enumerate(read):
        last = lines[-1]
        assert not last.startswith(("ПО Т.", "РЕШЕНИЕ №", "ПРИСЪСТВАТ", "ОТСЪСТВАТ", "ДНЕВЕН РЕД"))
        assert not re.match(r"[IV]+\. ", last)
        if last.startswith("Докладва:"):
            assert "ДНЕВЕН РЕД:" in lines
        assert not lines[0].startswith("Гласували:"), "a vote without its decision"
        assert not lines[0].startswith("Отговорник"), "a task without its point"
        if number and re.match(r"\d+ \S+ \S+ ", lines[0]) and "община" in lines[0]:
            raise AssertionError("a page of the roll without the head of the table")
    closing = next(lines for lines in read if any("ПРЕДСЕДАТЕЛ:" in line for line in lines))
    place = next(n for n, line in enumerate(closing) if "ПРЕДСЕДАТЕЛ:" in line)
    assert place >= 2, "signatures alone on a page"
    assert closing is read[-1]


@FEW
@given(SIZES)
def test_decision_head_has_its_first_point_and_the_vote_its_last(sizes: dict[str, int]) -> None:
    model = minutes(**sizes)
    for page in pages(build_minutes(model)):
        lines = lines_of(page)
        for place, line in enumerate(lines):
            if line.startswith("РЕШЕНИЕ №"):
                assert lines[place + 1].startswith("1. ")
            if line.startswith("Гласували:") and "Дневният ред" not in line:
                assert "Отговорник" in lines[place - 1]


@FEW
@given(SIZES)
def test_pages_are_well_filled(sizes: dict[str, int]) -> None:
    """No page but the last ends with more than a third of it empty."""
    data = build_minutes(minutes(**sizes))
    assert "No syntax" in check(data)
    for page in pages(data)[:-1]:
        rows = page.splitlines()
        foot = next(n for n, row in enumerate(rows) if "стр. " in row)
        gap = foot - max(n for n, row in enumerate(rows[:foot]) if row.strip())
        assert gap < 24


def test_many_items_and_no_items_are_laid_out() -> None:
    for items in (0, 5, 30):
        read = pages(build_minutes(minutes(items=items, members=15, letters=60, points=1)))
        assert "ПРЕДСЕДАТЕЛ:" in read[-1]
