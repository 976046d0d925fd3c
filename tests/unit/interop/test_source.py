"""Reading bytes, and what is text."""

import pytest

from irenic.errors.problem import IrenicError
from irenic.interop.source import decoded, natural, place_after


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["prof10", "prof2", "Prof1", "a"], key=natural) == ["a", "Prof1", "prof2", "prof10"]


def test_marks_of_byte_order_are_dropped() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decoded("水".encode(encoding), "x") == "水"


@pytest.mark.parametrize("data", [b"ab\ncd\xff", "水".encode("big5"), b"a\0b", b"\xff\xfea"])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(IrenicError, match=r"interop\.encoding"):
        decoded(data, "x")


def test_places() -> None:
    assert place_after("") == (1, 1)
    assert place_after("ab\n水c") == (2, 3)
