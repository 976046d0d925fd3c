"""Words that the parts of a comparison share."""

import pytest

from irenic.report.case_data import Case
from irenic.report.compare_page import Sides
from irenic.report.page import Page
from irenic.report.wording import Wording
from tests.unit.report.comparison_example import mean, other_side


@pytest.fixture
def sides(case: Case) -> Sides:
    return Sides(Page(), Wording(case, "en"), Wording(other_side(case), "en"))


def test_what_only_the_first_side_has_is_named_by_it(sides: Sides) -> None:
    assert sides.with_option("payments", "fund") is sides.a
    assert sides.option("payments", "fund") == "“A fund of donors pays” (Payments)"
    assert sides.with_constraints(["no-deal:ardenia"]) is sides.b
    assert sides.with_issue("bank") is sides.with_party("ardenia") is sides.b


@pytest.mark.parametrize(
    ("difference", "low", "high", "told"),
    [
        (-0.209, -0.22, 0.004, "−21 (−22 to +0.4)"),
        (0.0, 0.0001, 0.0, "0 (0 to 0)"),
        (0.05, None, None, "+5.0"),
    ],
)
def test_differences_have_a_sign(
    sides: Sides, difference: float, low: float | None, high: float | None, told: str
) -> None:
    assert sides.points_apart(difference, low, high) == told


def test_points_that_nobody_feels_are_not_told(sides: Sides) -> None:
    assert sides.mean_points([("ardenia", mean(50, 50.4)), ("borland", mean(60, 59.6))]) == ""
    told = sides.mean_points([("ardenia", mean(-0.3, 0.4)), ("borland", mean(60, 59.6))])
    assert told == "Ardenia 0 → 0, Borland 60 → 60"
    assert sides.mean_points([]) == ""
