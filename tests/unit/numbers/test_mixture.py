import numpy as np
import pytest

from irenic.numbers.distribution import Sure
from irenic.numbers.families import Lognormal, Uniform
from irenic.numbers.mixture import Branch, Choice, choice_of
from irenic.numbers.ranges import range_on
from irenic.numbers.support import ANY

U = (np.arange(100_000) + 0.5) / 100_000
TWO = choice_of([Branch(1, Sure(80.0)), Branch(3, Sure(20.0))])
OVERLAP = choice_of([Branch(1, Uniform(0, 100)), Branch(1, Uniform(40, 60)), Branch(2, Sure(50.0))])


def test_branches_are_drawn_with_their_weights_from_low_to_high() -> None:
    drawn = TWO.quantile(U)
    assert set(drawn) == {20.0, 80.0}
    assert (drawn == 20).mean() == 0.75
    assert (np.diff(drawn) >= 0).all()
    assert (TWO.low, TWO.median, TWO.high) == (20, 20, 80)
    assert (TWO.least, TWO.most, TWO.sure) == (20, 80, False)


def test_one_uniform_is_stretched_over_the_branch() -> None:
    number = choice_of([Branch(1, Uniform(0, 10)), Branch(1, Uniform(20, 40))])
    # 1e-12: one subtraction and one division
    assert number.quantile(np.array([0.25, 0.75])) == pytest.approx([5, 30], abs=1e-12)
    assert number.percentile(0.75) == pytest.approx(30, abs=1e-12)


def test_percentiles_are_those_of_the_draws_where_branches_overlap() -> None:
    drawn = np.sort(OVERLAP.quantile(U))
    for u in (0.05, 0.2, 0.5, 0.8, 0.95):
        # the empirical quantile of 100,000 points: some steps of 1e-5 through a density of at least 0.0025
        assert OVERLAP.percentile(u) == pytest.approx(drawn[int(u * U.size)], abs=0.02)
    assert OVERLAP.median == 50
    assert OVERLAP.share_up_to(50) == pytest.approx(0.75, abs=1e-12)


def test_branches_without_ends() -> None:
    number = choice_of([Branch(1, range_on(ANY, -10.0, 10.0)), Branch(1, Sure(100.0))])
    assert number.share_up_to(number.low) == pytest.approx(0.05, abs=1e-12)
    assert number.high == 100


def test_a_branch_at_the_end_of_a_skewed_one() -> None:
    number = choice_of([Branch(1, Sure(0.0)), Branch(1, Lognormal(2.0, 2.0))])
    assert (number.low, number.percentile(0.5)) == (0, 0)
    assert number.share_up_to(5e-324) == 0.5
    # 1e-12: halving to the last bit, through one logarithm
    assert number.percentile(0.75) == pytest.approx(2, rel=1e-12)


def test_a_branch_without_weight_is_left_out() -> None:
    assert choice_of([Branch(0, Sure(5.0)), Branch(2, Uniform(0, 1)), Branch(0, Sure(9.0))]) == Uniform(0, 1)
    assert choice_of([Branch(0, Sure(5.0)), Branch(1, Sure(1.0)), Branch(1, Sure(2.0))]).most == 2


def test_the_order_of_writing_does_not_matter() -> None:
    assert choice_of([Branch(3, Sure(20.0)), Branch(1, Sure(80.0))]) == TWO
    assert hash(choice_of([Branch(3, Sure(20.0)), Branch(1, Sure(80.0))])) == hash(TWO)


def test_weights_are_kept_as_written() -> None:
    assert TWO.notation == "{choice: [{weight: 3, value: 20}, {weight: 1, value: 80}]}"
    assert isinstance(TWO, Choice)
    assert TWO.shares == (0.75, 0.25)


def test_two_equal_branches_are_sure() -> None:
    assert choice_of([Branch(1, Sure(3.0)), Branch(1, Sure(3.0))]).sure
