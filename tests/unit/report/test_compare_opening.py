"""Fixes and logrolls of a comparison in words."""

import pytest

from irenic.report.case_data import Case
from irenic.report.compare_opening import opening_words
from irenic.report.compare_page import Sides
from irenic.report.comparison_data import Comparison
from irenic.report.page import Page
from irenic.report.wording import Wording
from tests.unit.report.comparison_example import FIXES, LOGROLLS, comparison, fix, other_side, share


@pytest.fixture
def found(case: Case) -> Comparison:
    return comparison(case)


def told(found: Comparison, case: Case) -> str:
    sides = Sides(Page(), Wording(case, "en"), Wording(other_side(case), "en"))
    opening_words(sides, found)
    return " ".join(sides.page.text.replace("\u00a0", " ").split())


def test_without_fixes_it_says_why(found: Comparison, case: Case) -> None:
    found["fixes"] = []
    assert "in 0 %. No fix was found on either side." in told(found, case)
    found["conditions"]["both"] = share(1.0, 1.0)
    assert "in 100 % on both sides: nothing has to be opened" in told(found, case)


def test_what_stays_as_it_is_counts_as_the_same(found: Comparison, case: Case) -> None:
    same = fix(9.0, 0.6, 4)
    found["fixes"], found["logrolls"] = [{**FIXES[0], "a": same, "b": same}], []
    text = told(found, case)
    assert "The same on both sides, with the same figures." in text
    assert "without resting on a silent cell" in text


def test_a_fix_may_run_against_norms_on_one_side_only(found: Comparison, case: Case) -> None:
    found["fixes"] = [{**FIXES[0], "a": fix(9.0, 0.6, None, "territory"), "b": fix(9.0, 0.6, 1)}]
    assert "against a norm in A only" in told(found, case)
    found["fixes"] = [{**FIXES[0], "a": fix(9.0, 0.6, 1), "b": fix(9.0, 0.6, None, "territory")}]
    assert "against a norm in B only" in told(found, case)


def test_a_step_is_named_by_the_side_that_has_it(found: Comparison, case: Case) -> None:
    only_b = next(fix for fix in FIXES if fix["a"] is None)
    found["fixes"], found["logrolls"] = [only_b], [LOGROLLS[2]]
    text = told(found, case)
    assert "points 3.0; deal after it 50 %: Calmar settles for less" in text
    assert "Ardenia +3.0; Calmar +11: Ardenia has its way on Upper dam" in text


def test_what_does_not_fit_is_counted(found: Comparison, case: Case) -> None:
    found["fixes"] = [FIXES[1]] * 5
    assert "and 2 more" in told(found, case)


def test_a_member_of_a_coalition_may_settle_for_less_than_its_side_deal(found: Comparison, case: Case) -> None:
    found["fixes"], found["logrolls"] = [FIXES[0]], []
    case["coalitions"] = []
    assert "Ardenia settles for less than no deal is worth" in told(found, case)
    members = ["ardenia", "calmar"]
    case["coalitions"] = [{"id": "pact", "label": None, "members": members, "controls": {}, "claims": []}]
    assert "Ardenia settles for less than no deal or a side deal is worth" in told(found, case)
