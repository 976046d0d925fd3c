"""Rates, predictions and their errors, on months whose answer is plain."""

from datetime import date

import numpy as np
import pytest

from scripts import estimates

MONTHS = [date(2020, m, 21) for m in range(1, 13)]


def months(*values: float) -> dict[date, float]:
    return dict(zip(MONTHS, values, strict=False))


def test_a_window_of_months_has_its_ends() -> None:
    found = estimates.between(months(1, 2, 3, 4), MONTHS[0], MONTHS[2])
    assert list(found.values()) == [2, 3]
    assert list(estimates.newest(months(1, 2, 3, 4), 3).values()) == [2, 3, 4]


def test_the_mean_and_its_interval() -> None:
    found = estimates.rate(months(1, 2, 3))
    assert (found.months, found.mean, found.sd) == (3, 2.0, 1.0)
    # Student's t with two degrees of freedom: 2.919986 at 95 %.
    assert found.high - 2 == pytest.approx(2.919986 / 3**0.5, abs=1e-6)
    assert estimates.rate(months(5)).low == 5


def test_a_line_that_gains_half_a_step_a_month_stands_still_every_other_month() -> None:
    assert estimates.still_share(months(*[5.0] * 10), 10) == 0.5
    assert estimates.still_share(months(*[1.0] * 4), 10) == 1.0
    assert estimates.still_share(months(*[10.0] * 4), 10) == 0.0


def test_ground_against_the_main_direction_whichever_it_is() -> None:
    assert estimates.ground_against(months(6, -2, 2)) == 0.2
    assert estimates.ground_against(months(-6, 2, -2)) == 0.2
    assert estimates.ground_against(months(1, 1)) == 0.0


def test_no_step_back_leaves_a_chance_of_one_that_shrinks_with_steps() -> None:
    low, few = estimates.step_direction(5)
    _, many = estimates.step_direction(50)
    assert low == 0
    assert 0 < many < few < 0.5


def test_predictors_on_a_straight_line() -> None:
    fit = months(1, 2, 3, 4)
    test = {MONTHS[4]: 5.0, MONTHS[5]: 6.0}
    found = {one.name.split()[0]: one for one in estimates.scored(fit, test, 2)}
    # Rounding of a least-squares fit of four points.
    assert found["straight"].error == pytest.approx(0, abs=1e-9)
    assert found["last"].error == 1.5
    assert found["mean"].total == pytest.approx(-6.0)
    assert found["theatre:"].bias == -2.0
    assert np.isnan(found["last"].within)
    assert 0 <= found["theatre:"].within <= 1


def test_steps_of_a_walk_are_a_distribution_with_the_walks_mean() -> None:
    chances = estimates.walked(0.3, 0.1, 5)
    assert chances.sum() == pytest.approx(1)
    assert chances @ np.arange(-5, 6) == pytest.approx(5 * 0.2)
    assert estimates.band(estimates.walked(1.0, 0.0, 4), -4) == (4, 4)
    assert estimates.band(estimates.walked(0.0, 0.0, 4), -4) == (0, 0)


def test_two_series_that_differ_by_a_constant_agree_in_all_but_their_level() -> None:
    found = estimates.agreement(months(1, -2, 3), months(1, -2, 3), [7.0, 7.0])
    assert (found.level, found.change, found.same_direction) == (7.0, 0.0, 1.0)
    assert found.correlation == pytest.approx(1)


def test_a_lag_that_is_there_is_found() -> None:
    chance = np.random.default_rng(3).normal(size=12)
    cause = dict(zip(MONTHS, chance, strict=True))
    effect = {MONTHS[k + 2]: float(chance[k]) for k in range(10)}
    found = estimates.lagged(cause, effect, 4)
    assert max(found, key=lambda one: one.correlation).lag == 2
    assert found[2].correlation == pytest.approx(1)
    assert found[2].bound == pytest.approx(1.96 / 10**0.5)
