"""Numbers of foreign files."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.interop.figures import LARGEST, digits, figure, rational


@pytest.mark.parametrize(
    "text", ["", "x", "nan", "inf", "-inf", "1e13", "1e999", "1_000", "0x1", "1,5", "1 2", "٣", "1d", "--1", "9" * 50]
)
def test_what_is_no_number(text: str) -> None:
    assert figure(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), (" -2.50 ", -2.5), ("+.5", 0.5), ("3.", 3), ("1.0E-4", 1e-4), ("1e12", 1e12)]
)
def test_what_is(text: str, number: float) -> None:
    assert figure(text) == number


def test_decimal_commas() -> None:
    assert figure("1,5", comma=True) == 1.5
    assert figure("1.000,5", comma=True) is None


@given(st.floats(-LARGEST, LARGEST))
def test_digits_are_read_as_the_same_number(number: float) -> None:
    assert figure(digits(number)) == number


@given(st.integers(-(10**4), 10**4), st.integers(1, 10**4))
def test_fractions_are_found_again(numerator: int, denominator: int) -> None:
    fraction = Fraction(numerator, denominator)
    assert rational(float(fraction)) == fraction
    assert rational(float(fraction * 100) / 100) == fraction


@given(st.decimals(-1000, 1000, places=9))
def test_decimals_are_what_they_say(number: object) -> None:
    found = rational(float(str(number)))
    assert abs(found - Fraction(str(number))) <= abs(Fraction(str(number))) * Fraction(1, 10**15)
