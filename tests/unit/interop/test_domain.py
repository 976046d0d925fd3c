"""Domains and the readings of evaluations."""

from fractions import Fraction

import pytest

from irenic.interop.domain import EVALUATIONS, read_as
from tests.unit.interop.examples import DOMAIN


def test_utilities_are_sums_over_issues() -> None:
    upper, lower = DOMAIN.parties
    assert DOMAIN.packages == 6
    assert upper.utility((1, 2)) == 1.0
    assert lower.utility((1, 1)) == pytest.approx(0.3 * 7 / 9 + 0.7 / 3, abs=1e-15)


def test_readings() -> None:
    values = [3.0, 1.0, 4.0]
    assert read_as("raw", values) == (3.0, 1.0, 4.0)
    assert read_as("scaled", values) == (0.75, 0.25, 1.0)
    assert read_as("spread", values) == (float(Fraction(2, 3)), 0.0, 1.0)


@pytest.mark.parametrize("evaluations", EVALUATIONS)
def test_equal_evaluations_never_divide_by_nothing(evaluations: str) -> None:
    assert set(read_as(evaluations, [0.0, 0.0])) == {0.0}  # type: ignore[arg-type]
    assert len(set(read_as(evaluations, [2.0, 2.0]))) == 1  # type: ignore[arg-type]
    assert read_as("scaled", [-3.0, -1.0]) == (0.0, 0.0)
