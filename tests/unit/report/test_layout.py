import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.report.layout import padded, width, wrapped

TEXTS = st.text(st.sampled_from("ab c,。「」，水壩（）·–"), max_size=80)


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("水壩", 4), ("a水", 3), ("e\u0301", 1), ("", 0), ("，", 2)])
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns_and_leaves_long_text() -> None:
    assert padded("水", 4) == "水  "
    assert padded("水壩", 3) == "水壩"


def test_lines_break_at_spaces_and_between_chinese_characters() -> None:
    assert wrapped("a deal is possible", 7) == ["a deal", "is", "possibl", "e"]
    assert wrapped("協議可能嗎", 4) == ["協議", "可能", "嗎"]


def test_closing_marks_do_not_begin_a_line_and_opening_ones_do_not_end_it() -> None:
    assert wrapped("東岸，西岸", 4) == ["東", "岸，", "西岸"]
    assert wrapped("東岸「西岸」", 6) == ["東岸", "「西", "岸」"]


def test_a_hard_space_keeps_number_and_unit_together() -> None:
    assert wrapped("in 75\u00a0% of", 6) == ["in", "75\u00a0%", "of"]


@given(TEXTS, st.integers(4, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
