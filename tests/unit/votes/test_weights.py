from fractions import Fraction

import pytest

from irenic.errors.problem import IrenicError
from irenic.votes.weights import MOST_VOTES, read_weights, weights_power


def test_numbers_are_read_exactly() -> None:
    assert read_weights(" 2.5 : 1, 0.1,3") == (Fraction(5, 2), (Fraction(1), Fraction(1, 10), Fraction(3)))


@pytest.mark.parametrize(
    "text",
    ["", "3", "3:", ":1,2", "3:1,,2", "3:1,-2", "3:1;2", "x:1,2", "3:1e3", "3:１,2", "2:" + "1," * MOST_VOTES + "1"],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(IrenicError) as raised:
        read_weights(text)
    assert [problem.code for problem in raised.value.problems] == ["vote.weights-malformed"]


@pytest.mark.parametrize("text", ["0:1,2", "4:1,2", "3.1:1,2"])
def test_what_is_needed_lies_within_reach(text: str) -> None:
    with pytest.raises(IrenicError) as raised:
        read_weights(text)
    assert [problem.code for problem in raised.value.problems] == ["vote.quota-beyond"]


def test_indices_are_exact_fractions() -> None:
    found = weights_power(*read_weights("0.51:0.5,0.3,0.2"))
    assert found["weights"] == ["1/2", "3/10", "1/5"]
    assert found["shapley_shubik"] == ["2/3", "1/6", "1/6"]
    assert found["banzhaf"] == ["3/5", "1/5", "1/5"]
    assert found["banzhaf_absolute"] == ["3/4", "1/4", "1/4"]
    assert (found["swings"], found["swings_in_all"], found["winning"]) == ([3, 1, 1], 5, 3)
