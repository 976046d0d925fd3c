"""Deals of a comparison in words."""

import pytest

from irenic.report.case_data import Case
from irenic.report.compare_deals import deals_words
from irenic.report.compare_page import Sides
from irenic.report.comparison_data import Comparison
from irenic.report.page import Page
from irenic.report.wording import Wording
from tests.unit.report.comparison_example import comparison, lives, mean, other_side


@pytest.fixture
def found(case: Case) -> Comparison:
    return comparison(case)


def told(found: Comparison, case: Case) -> str:
    sides = Sides(Page(), Wording(case, "en"), Wording(other_side(case), "en"))
    deals_words(sides, found)
    return " ".join(sides.page.text.replace("\u00a0", " ").split())


def test_a_point_that_stays_is_said_to_stay(found: Comparison, case: Case) -> None:
    assert found["raiffa"] is not None
    found["raiffa"]["utilities"] = {"ardenia": mean(57, 57.3)}
    assert "Raiffa: the same points" in told(found, case)
    found["raiffa"] = None
    assert "Raiffa" not in told(found, case)


def test_options_that_flip_on_no_side_are_not_told(found: Comparison, case: Case) -> None:
    assert "“Stays closed” (Upper dam): live" not in told(found, case)
    found["options_life"]["headline"]["options"] = [lives("dam", "closed", (1.0, 0.0), (1.0, 0.0), (0, 0, 0, 0))]
    assert "No option comes alive, dies or becomes decisive." in told(found, case)


def test_shares_that_even_out_still_flip(found: Comparison, case: Case) -> None:
    evened = lives("dam", "closed", (0.5, 0.0), (0.5, 0.0), (0.2, 0.2, 0, 0))
    found["options_life"]["headline"]["options"] = [evened]
    assert "live 50 % → live 50 %; with a deal on both sides dead only in B in 20 %, dead only in A" in told(
        found, case
    )


def test_a_side_without_deals_is_named(found: Comparison, case: Case) -> None:
    for option in found["options_life"]["headline"]["options"]:
        option["b"] = None
    assert "On this basis only A has cases with a deal." in told(found, case)


def test_frontiers_of_unlike_packages_are_said_to_be_unlike(found: Comparison, case: Case) -> None:
    found["frontier"]["difference"] = None
    assert "in no case were both found" in told(found, case)
    found["frontier"]["b"] = {"low": None, "median": None, "high": None, "computed": 0, "within": "zone"}
    text = told(found, case)
    assert "→ too many to be found" in text
    assert "not the same thing" in text
