"""Points of a decision and back to its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.decision_text import (
    Point,
    normalise_decision,
    parse_points,
    render_points,
)

BODY = st.text("абвгд -,:;0123456789.", min_size=1, max_size=30).map(str.strip).filter(bool)


def labels_of(text: str) -> list[str]:
    return [point.label for point in parse_points(text)]


def test_decision_of_the_sample_minutes_is_read() -> None:
    text = (
        "1. ОКМД подкрепя отглеждането на двете деца от майката.\n"
        "2. Институциите поемат следните ангажименти:\n"
        "   2.1. Материална подкрепа.\n"
        "   2.2. Посещение в дома.\n"
        "3. Случаят да се внесе за преглед."
    )
    assert labels_of(text) == ["1", "2", "2.1", "2.2", "3"]
    assert parse_points(text)[2] == Point("2.1", "Материална подкрепа.")
    assert [point.depth for point in parse_points(text)] == [0, 0, 1, 1, 0]


def test_lines_without_numbers_are_numbered() -> None:
    assert labels_of("Приема за сведение.\n\nУдължава срока.") == ["1", "2"]
    assert labels_of("Поемат ангажименти:\n- подкрепа\n– посещение\nПреглед") == [
        "1",
        "1.1",
        "1.2",
        "2",
    ]


def test_wrong_numbers_are_put_right() -> None:
    assert labels_of("1. а\n3. б\n3. в") == ["1", "2", "3"]
    assert labels_of("2.1. а\n2.2. б") == ["1", "1.1"]
    assert labels_of("1. а\n1.1.1. б") == ["1", "1.1"]


@pytest.mark.parametrize(
    "line", ["18.12.2026 г. е срокът.", "10.00 часа е началото.", "2 срещи.", "1.Без интервал"]
)
def test_date_or_amount_at_the_start_is_no_number(line: str) -> None:
    assert parse_points(line) == (Point("1", line),)


def test_empty_text_has_no_points() -> None:
    assert parse_points(" \n\n ") == ()
    assert render_points(()) == ""


@given(st.lists(st.tuples(st.integers(0, 2), BODY), max_size=12))
def test_text_with_numbers_reads_back_as_the_same_points(lines: list[tuple[int, str]]) -> None:
    raw = "\n".join(".".join(["1"] * (depth + 1)) + f". {body}" for depth, body in lines)
    points = parse_points(raw)
    assert len(points) == len(lines)
    assert [point.text for point in points] == [body for _, body in lines]
    assert parse_points(render_points(points)) == points


@given(st.text(max_size=200))
def test_normalising_any_text_twice_changes_nothing(text: str) -> None:
    once = normalise_decision(text)
    assert normalise_decision(once) == once
