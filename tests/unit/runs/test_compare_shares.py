"""Shares and means of two answers over the same draws."""

import numpy as np
import pytest

from irenic.numbers.shares import paired_interval
from irenic.runs.compare_shares import mean_of, paired_mean, paired_share, share_of, spread_of

DRAWS = np.arange(64)


def test_a_share_tells_what_holds_on_one_side_only() -> None:
    a, b = DRAWS % 4 == 0, DRAWS % 3 == 0
    found = paired_share(a, b)
    assert (found["a"], found["b"]) == (a.mean(), b.mean())
    assert (found["only_a"], found["only_b"]) == ((a & ~b).mean(), (b & ~a).mean())
    assert found["difference"] == b.mean() - a.mean()


def test_the_interval_of_a_mean_is_that_of_the_differences_by_scramble() -> None:
    a = np.sin(DRAWS)
    b = a + np.cos(DRAWS) / 10
    draws = DRAWS[::3]
    found = paired_mean(a[draws], b[draws], draws)
    by_scramble = np.array([np.mean((b - a)[draws[draws % 16 == s]]) for s in range(16)])
    # sums in another order
    assert (found["low"], found["high"]) == pytest.approx(paired_interval(by_scramble), abs=1e-12)
    assert found["difference"] == pytest.approx(np.mean((b - a)[draws]), abs=1e-12)


def test_one_scramble_has_no_interval() -> None:
    assert paired_mean(np.zeros(2), np.ones(2), np.array([0, 16])) == {
        "a": 0.0,
        "b": 1.0,
        "difference": 1.0,
        "low": None,
        "high": None,
    }


def test_draws_without_a_value_are_counted_apart() -> None:
    found = spread_of(np.array([-np.inf, 1.0, 2.0, 3.0]))
    assert (found["median"], found["none"]) == (2.0, 0.25)
    assert spread_of(np.full(3, -np.inf)) == {"low": None, "median": None, "high": None, "none": 1.0}


def test_sums_are_exact() -> None:
    assert mean_of(np.array([1e16, 1.0, -1e16])) == 1 / 3
    assert share_of(np.array([True, False, False, True])) == 0.5
