from math import exp, log

import numpy as np
import pytest
from scipy import stats

from irenic.numbers.distribution import Distribution
from irenic.numbers.families import Beta, Lognormal, Normal, Pert, Triangular, Uniform
from irenic.numbers.support import AMOUNT, ANY, FRACTION, POINTS, PROBABILITY

U = (np.arange(999) + 1) / 1000

CASES = [
    (Uniform(20, 90), stats.uniform(20, 70)),
    (Triangular(20, 50, 90), stats.triang(3 / 7, 20, 70)),
    (Triangular(20, 20, 90), stats.triang(0, 20, 70)),
    (Triangular(20, 90, 90), stats.triang(1, 20, 70)),
    (Pert(20, 50, 90), stats.beta(1 + 4 * 3 / 7, 1 + 4 * 4 / 7, 20, 70)),
    (Pert(20, 20, 90), stats.beta(1, 5, 20, 70)),
    (Beta(2, 5, POINTS), stats.beta(2, 5, 0, 100)),
    (Normal(50, 10, ANY), stats.norm(50, 10)),
    (Normal(90, 20, POINTS), stats.truncnorm(-4.5, 0.5, 90, 20)),
    (Normal(0, 5, AMOUNT), stats.truncnorm(0, np.inf, 0, 5)),
    (Lognormal(3, 2), stats.lognorm(log(2), scale=3)),
]


@pytest.mark.parametrize(("number", "oracle"), CASES, ids=lambda x: getattr(x, "notation", ""))
def test_the_family_is_scipys(number: Distribution, oracle: stats.rv_continuous) -> None:
    expected = oracle.ppf(U)
    # 1e-9: SciPy's truncated normal and beta inverses are themselves good to about that
    assert number.quantile(U) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert [number.percentile(u) for u in (0.05, 0.5, 0.95)] == pytest.approx(oracle.ppf([0.05, 0.5, 0.95]), rel=1e-9)
    assert [number.share_up_to(x) for x in expected[::100]] == pytest.approx(U[::100], abs=1e-9)
    ends = oracle.support()
    assert (number.least, number.most) == pytest.approx(ends, rel=1e-12)
    assert (number.low, number.median, number.high) == tuple(number.percentile(u) for u in (0.05, 0.5, 0.95))


def test_the_pert_mean_is_that_of_its_definition() -> None:
    u = (np.arange(20_000) + 0.5) / 20_000
    assert Pert(20, 50, 90).quantile(u).mean() == pytest.approx((20 + 4 * 50 + 90) / 6, abs=1e-3)  # grid of 20,000


def test_shares_beyond_the_ends_are_none_and_all() -> None:
    for number, _ in CASES:
        assert number.share_up_to(-1e30) == 0
        assert number.share_up_to(1e30) == pytest.approx(1, abs=1e-12)


def test_the_outermost_draws_stay_inside() -> None:
    u = np.array([2.0**-53, 1 - 2.0**-53])
    numbers = [
        (Beta(0.01, 0.01, FRACTION), FRACTION),
        (Normal(0.5, 10, FRACTION), FRACTION),
        (Normal(1, 1e-9, PROBABILITY), PROBABILITY),
        (Normal(0, 1e30, AMOUNT), AMOUNT),
        (Pert(0, 0, 1), PROBABILITY),
        (Lognormal(1e-30, 1e30), AMOUNT),
    ]
    for number, support in numbers:
        assert all(support.holds(x) and np.isfinite(x) for x in number.quantile(u)), number.notation
        assert all(support.holds(number.percentile(float(x))) for x in u), number.notation


def test_notations() -> None:
    assert [number.notation for number, _ in CASES] == [
        "{uniform: [20, 90]}",
        "{triangular: [20, 50, 90]}",
        "{triangular: [20, 20, 90]}",
        "{triangular: [20, 90, 90]}",
        "{pert: [20, 50, 90]}",
        "{pert: [20, 20, 90]}",
        "{beta: [2, 5]}",
        "{normal: [50, 10]}",
        "{normal: [90, 20]}",
        "{normal: [0, 5]}",
        "{lognormal: [3, 2]}",
    ]
    assert Uniform(0.55, 0.8, "likely").notation == "likely"


def test_the_geometric_deviation_is_one_deviation_of_the_logarithm() -> None:
    up = stats.norm.cdf(1)
    assert Lognormal(3, 2).percentile(float(up)) == pytest.approx(6, rel=1e-12)
    assert Lognormal(exp(1), exp(0.5)).median == pytest.approx(exp(1), rel=1e-12)
