from math import inf, log, sqrt

import numpy as np
import pytest

from irenic.numbers.ranges import LogitNormalRange, LognormalRange, NormalRange, range_on
from irenic.numbers.support import AMOUNT, ANY, CORRELATION, FRACTION, POINTS, POSITIVE, PROBABILITY, SUPPORTS, Support

FIVE = np.array([0.05, 0.5, 0.95])


@pytest.mark.parametrize(
    ("support", "lower", "upper", "family"),
    [
        (ANY, -10, 30, NormalRange),
        (POSITIVE, 0.9, 1.4, LognormalRange),
        (AMOUNT, 3, 40, LognormalRange),
        (AMOUNT, 0, 40, NormalRange),
        (POINTS, 40, 80, LogitNormalRange),
        (POINTS, 0, 30, NormalRange),
        (POINTS, 70, 100, NormalRange),
        (POINTS, 0, 100, NormalRange),
        (PROBABILITY, 0.2, 0.3, LogitNormalRange),
        (FRACTION, 0.9, 0.98, LogitNormalRange),
        (CORRELATION, -0.5, 0.8, LogitNormalRange),
        (CORRELATION, -1, 0, NormalRange),
    ],
)
def test_the_support_chooses_the_family_and_the_ends_are_exact(
    support: Support, lower: float, upper: float, family: type
) -> None:
    number = range_on(support, float(lower), float(upper))
    assert type(number) is family
    drawn = number.quantile(FIVE)
    # 1e-9 of the width, as promised
    assert drawn[[0, 2]] == pytest.approx([lower, upper], abs=1e-9 * (upper - lower))
    assert (number.low, number.high) == (lower, upper)
    assert number.median == pytest.approx(drawn[1], rel=1e-12)
    assert [number.share_up_to(x) for x in (lower, number.median)] == pytest.approx([0.05, 0.5], abs=1e-12)
    assert not number.sure


def test_medians_follow_the_family() -> None:
    # 1e-12: a few roundings of exp and log
    assert range_on(ANY, 40.0, 80.0).median == 60.0
    assert range_on(AMOUNT, 40.0, 80.0).median == pytest.approx(sqrt(40 * 80), rel=1e-12)
    odds = sqrt((0.4 / 0.6) * (0.8 / 0.2))
    assert range_on(PROBABILITY, 0.4, 0.8).median == pytest.approx(odds / (1 + odds), rel=1e-12)


def test_an_end_on_the_support_gathers_the_share_beyond() -> None:
    number = range_on(POINTS, 0.0, 30.0)
    u = (np.arange(100_000) + 0.5) / 100_000
    drawn = number.quantile(u)
    assert (drawn == 0).mean() == pytest.approx(0.05, abs=2e-5)  # the grid's step is 1e-5
    assert (drawn.min(), number.least, number.most) == (0.0, 0.0, 100.0)
    assert (number.share_up_to(-1e-9), number.share_up_to(100.0)) == (0.0, 1.0)
    assert number.share_up_to(0.0) == pytest.approx(0.05, abs=1e-12)
    assert number.percentile(0.01) == 0
    assert number.percentile(0.05) == pytest.approx(0, abs=1e-12)


def test_the_outermost_draws_stay_inside() -> None:
    u = np.array([2.0**-53, 1 - 2.0**-53])
    for support, lower, upper in [(FRACTION, 1e-30, 1 - 2.0**-53), (POSITIVE, 1e-30, 1e30), (AMOUNT, 1e-30, 1e30)]:
        number = range_on(support, lower, upper)
        assert all(support.holds(x) for x in number.quantile(u))
        assert all(support.holds(number.percentile(float(x))) for x in u)
        assert np.isfinite(number.quantile(u)).all()


def test_shares_beyond_the_ends() -> None:
    assert (range_on(POINTS, 40.0, 80.0).share_up_to(0.0), range_on(POINTS, 40.0, 80.0).share_up_to(100.0)) == (0, 1)
    assert range_on(AMOUNT, 4.0, 8.0).share_up_to(0.0) == 0


def test_the_spread_is_the_normal_one() -> None:
    number = range_on(AMOUNT, 1.0, 10.0)
    assert isinstance(number, LognormalRange)
    assert number.log_spread == pytest.approx(log(10) / 2 / 1.6448536269514722, rel=1e-12)


def test_notation_and_ends() -> None:
    assert [range_on(s, 0.25, 0.5).notation for s in SUPPORTS] == ["0.25 to 0.5"] * len(SUPPORTS)
    assert (range_on(ANY, 0.25, 0.5).least, range_on(ANY, 0.25, 0.5).most) == (-inf, inf)
