import re

import pytest

from irenic.numbers.families import Uniform
from irenic.numbers.fault import NotationError
from irenic.numbers.scalar import NUMBER_PATTERN, Span, looked_up, read_scalar
from irenic.numbers.support import ANY, PROBABILITY


def test_three_things_stand_in_a_scalar() -> None:
    assert read_scalar("60", ANY) == 60.0
    assert read_scalar("40 to 80", ANY) == Span(40.0, 80.0)
    assert read_scalar("likely", PROBABILITY) == Uniform(0.55, 0.8, "likely")


@pytest.mark.parametrize("text", ["0", "-1", "+2.5", ".5", "5.", "1e-3", "1.5E+7"])
def test_numbers_as_they_are_written(text: str) -> None:
    assert re.fullmatch(NUMBER_PATTERN, text)
    assert read_scalar(text, ANY) == float(text)


@pytest.mark.parametrize("text", [".", "1e", "--1", "1.2.3", "1 2", "", "e5"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert not re.fullmatch(NUMBER_PATTERN, text)
    with pytest.raises(NotationError):
        read_scalar(text, ANY)


def test_a_near_name_is_suggested_and_a_far_one_is_not() -> None:
    near = looked_up("unifrom", ("pert", "uniform"), "number.unknown-family", "number.no-such-family")
    assert (near.code, near.params["near"]) == ("number.unknown-family", "uniform")
    far = looked_up("x" * 100, ("pert", "uniform"), "number.unknown-family", "number.no-such-family")
    assert (far.code, far.params["text"]) == ("number.no-such-family", "x" * 40 + "…")
