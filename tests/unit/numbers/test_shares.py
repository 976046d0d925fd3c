from math import sqrt

import numpy as np
import pytest
from scipy import stats

from irenic.numbers.shares import assumption_range, paired_interval, paired_share_interval, simulation_interval


def test_the_t_interval_is_the_textbooks() -> None:
    shares = np.linspace(0.4, 0.6, 16)
    low, high = simulation_interval(shares, 2048)
    expected = stats.t.interval(0.95, 15, loc=shares.mean(), scale=stats.sem(shares))
    assert (low, high) == pytest.approx(expected, rel=1e-12)
    assert simulation_interval(shares, 2048, level=0.5)[0] > low


def test_it_is_cut_to_what_a_share_can_be() -> None:
    assert simulation_interval(np.array([0.0] * 15 + [0.1]), 160)[0] == 0
    assert simulation_interval(np.array([1.0] * 15 + [0.9]), 160)[1] == 1


def test_a_share_of_none_or_all_still_has_a_width() -> None:
    low, high = simulation_interval(np.zeros(16), 2048)
    assert low == 0
    assert (1 - high) ** 2048 == pytest.approx(0.05, rel=1e-9)
    assert high == pytest.approx(3 / 2048, rel=3e-3)  # the rule of three: ln 20 = 2.996
    assert simulation_interval(np.ones(16), 2048) == pytest.approx((1 - high, 1.0), rel=1e-12)


def test_equal_shares_in_between_have_no_error() -> None:
    assert simulation_interval(np.full(16, 0.5), 2048) == (0.5, 0.5)


def test_the_t_interval_covers() -> None:
    """95 % of intervals from independent scrambles hold the truth; 2,000 of them: standard error 0.5 %, tolerance 4."""
    rng = np.random.default_rng(2)
    truth, points = 0.3, 128
    held = 0
    for _ in range(2000):
        low, high = simulation_interval(rng.binomial(points, truth, 16) / points, 16 * points)
        held += low <= truth <= high
    assert held / 2000 == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize(("points", "replicates", "tolerance"), [(256, 16, 0.01), (1024, 4, 0.02)])
@pytest.mark.parametrize(
    ("a", "b"), [(2.0, 2.0), (5.0, 20.0), (0.5, 0.5), (40.0, 10.0)], ids=["wide", "low", "two-humped", "high"]
)
def test_the_noise_is_taken_off(a: float, b: float, points: int, replicates: int, tolerance: float) -> None:
    """On beta-binomial data the range is the beta's own 5–95 % range.

    One set of data gives each end to within about 0.035; the mean over 50 sets has a standard error
    of 0.005, and few replicates leave a bias of 0.01 where the variance is floored at 0.
    """
    rng = np.random.default_rng(3)
    sets = [rng.binomial(replicates, rng.beta(a, b, points)) for _ in range(50)]
    ranges = [assumption_range(successes, replicates) for successes in sets]
    assert np.mean(ranges, axis=0) == pytest.approx(stats.beta(a, b).ppf([0.05, 0.95]), abs=tolerance)
    assert np.std(ranges, axis=0).max() < 0.05


def test_without_the_correction_the_range_would_be_far_too_wide() -> None:
    rng = np.random.default_rng(4)
    successes = rng.binomial(4, rng.beta(40, 10, 4096))
    naive = np.quantile(successes / 4, [0.05, 0.95])
    low, high = assumption_range(successes, 4)
    assert naive[1] - naive[0] == 0.5
    assert high - low == pytest.approx(np.diff(stats.beta(40, 10).ppf([0.05, 0.95]))[0], abs=0.03)


def test_pure_noise_has_no_range() -> None:
    """All points alike: the estimated variance is 0 or, by chance, small; within 4 standard errors of none."""
    rng = np.random.default_rng(5)
    points, replicates, share = 4096, 8, 0.4
    low, high = assumption_range(rng.binomial(replicates, share, points), replicates)
    # standard error of the variance estimate: about p(1 − p)/r · √(2/m); a range is 3.3 standard deviations wide
    assert high - low < 3.3 * sqrt(4 * share * (1 - share) / replicates * sqrt(2 / points))


@pytest.mark.parametrize(
    ("successes", "expected"),
    [
        ([0, 0, 0], (0.0, 0.0)),
        ([4, 4, 4], (1.0, 1.0)),
        ([2, 2, 2], (0.5, 0.5)),
        ([1, 2, 1], (1 / 3, 1 / 3)),
        ([0, 4, 0, 4], (0.0, 1.0)),
        ([0] * 99 + [4], (0.0, 0.0)),
        ([4] * 99 + [0], (1.0, 1.0)),
    ],
    ids=["none", "all", "equal", "less spread than noise", "two kinds", "hardly ever", "nearly always"],
)
def test_the_ends_of_what_can_be_seen(successes: list[int], expected: tuple[float, float]) -> None:
    assert assumption_range(np.array(successes), 4) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(("successes", "replicates"), [([1], 4), ([1, 2], 1)])
def test_too_little_is_refused(successes: list[int], replicates: int) -> None:
    with pytest.raises(ValueError, match="replicates"):
        assumption_range(np.array(successes), replicates)


def test_one_scramble_is_refused() -> None:
    with pytest.raises(ValueError, match="1 scrambles"):
        simulation_interval(np.array([0.5]), 128)


def test_a_paired_interval_is_students_over_the_scrambles() -> None:
    differences = np.array([0.1, 0.2, 0.3, 0.4])
    # Student's t with 3 degrees of freedom at 97.5 %: 3.182446
    half = 3.182446305 * np.std(differences, ddof=1) / 2
    assert paired_interval(differences) == pytest.approx((0.25 - half, 0.25 + half), abs=1e-9)


def test_what_two_answers_share_of_the_error_falls_out() -> None:
    shares = np.random.default_rng(7).random(16)
    assert paired_interval(shares + 0.125 - shares) == pytest.approx((0.125, 0.125), abs=1e-12)


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([0.0] * 16, (-0.0231, 0.0231)),
        ([1.0] * 16, (0.9769, 1.0)),
        ([-1.0] * 16, (-1.0, -0.9769)),
        ([1.0, -1.0] * 8, (-0.5504, 0.5504)),
        ([1.0] * 15 + [0.0], (0.8043, 1.0)),
    ],
)
def test_a_paired_share_stays_within_its_ends(differences: list[float], expected: tuple[float, float]) -> None:
    # 1 - 0.05^(1/128) = 0.0231: exact one-sided bound where no replicate differs from another
    assert paired_share_interval(np.array(differences), 128) == pytest.approx(expected, abs=1e-4)


def test_one_difference_is_refused() -> None:
    with pytest.raises(ValueError, match="1 scrambles"):
        paired_interval(np.array([0.5]))
