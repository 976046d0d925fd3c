from math import comb

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from irenic.errors.problem import IrenicError
from irenic.votes import reference
from irenic.votes.chances import body_chances, log_odds_of, logistic, passing, shock_nodes
from irenic.votes.game import double_game, majority_game, number_game, quota_game
from irenic.votes.halves import passing_by_halves
from tests.unit.votes.examples import one_house, random_houses


def test_independent_votes_are_counted_exactly() -> None:
    rng = np.random.default_rng(7)
    for _ in range(30):
        members = int(rng.integers(1, 9))
        houses, chances = random_houses(rng, members), rng.random((2, members))
        listed = [reference.passing_chance(houses, row.tolist()) for row in chances]
        # Sums of at most 2⁸ products: rounding alone.
        assert passing(houses, chances) == pytest.approx(listed, abs=1e-12)


def test_members_who_are_alike_are_counted_by_number() -> None:
    """A double majority of twelve, nine of them alike: by number of the alike, and by halves."""
    rng = np.random.default_rng(9)
    game = double_game([int(w) for w in rng.integers(1, 60, 12)], 0.55, 0.65, 4)
    chances = np.repeat(rng.random((5, 1)), 12, axis=1)
    chances[:, 2], chances[:, 7], chances[:, 11] = rng.random(5), 1.0, 0.0
    assert passing(one_house(game), chances) == pytest.approx(passing_by_halves(game.reduced, chances), abs=1e-12)


def test_large_quotas_of_different_weights_are_met_by_halves() -> None:
    weights = [10_007, 20_011, 30_013, 5_003, 7_013, 999, 12_345, 23_456, 34_567, 45_678, 1]
    houses, chances = one_house(quota_game(weights, 95_000)), np.random.default_rng(1).random((1, 11))
    expected = reference.passing_chance(houses, chances[0].tolist())
    assert passing(houses, chances)[0] == pytest.approx(expected, abs=1e-12)


def test_too_many_members_unlike_each_other_are_refused() -> None:
    rng = np.random.default_rng(2)
    game = double_game([int(w) for w in rng.integers(1, 10**6, 40)], 0.55, 0.65, 4)
    with pytest.raises(IrenicError) as raised:
        passing(one_house(game), rng.random((1, 40)))
    assert [problem.code for problem in raised.value.problems] == ["vote.too-large"]


@pytest.mark.parametrize("shock", [0.1, 0.7, 1.4, 2.0, 3.5, 8.0])
@pytest.mark.parametrize("members", [1, 2, 24])
def test_unanimity_integrates_over_the_shock(members: int, shock: float) -> None:
    """Against adaptive quadrature of Λ(x + σz)ⁿ φ(z); its own error is asked to be below 10⁻¹²."""
    houses = one_house(number_game(members, members))
    found = body_chances(houses, np.full((1, members), 0.3), np.array([shock]))

    def integrand(z: float) -> float:
        return float(norm.pdf(z) * logistic(np.array(0.3 + shock * z)) ** members)

    expected, _ = quad(integrand, -10, 10, epsabs=1e-13, epsrel=1e-13, limit=400, points=[-0.3 / shock, 2.0])
    assert found[0] == pytest.approx(expected, abs=1e-11)


def test_a_shock_ties_votes_together() -> None:
    """One even vote stays even; two agree more often than independent ones do."""
    one, two = (body_chances(one_house(number_game(n, n)), np.zeros((1, n)), np.array([2.0]))[0] for n in (1, 2))
    assert one == pytest.approx(0.5, abs=1e-12)
    assert 0.25 < two < 0.5


def test_votes_that_are_sure_ignore_the_shock() -> None:
    log_odds = np.array([[np.inf, -np.inf, np.inf]])
    assert body_chances(one_house(majority_game((1, 1, 1), 0.5)), log_odds, np.array([5.0])) == [1.0]
    assert body_chances(one_house(number_game(3, 3)), log_odds, np.array([5.0])) == [0.0]


def test_draws_may_differ_in_everything() -> None:
    """Rows are gathered where they are alike, and each comes back to its place."""
    rng = np.random.default_rng(4)
    houses, log_odds, shock = one_house(number_game(3, 2)), rng.normal(size=(6, 3)), rng.random(6) * 3
    log_odds[4], shock[4] = log_odds[1], shock[1]
    shock[2] = 0.0
    together = body_chances(houses, log_odds, shock)
    alone = [body_chances(houses, log_odds[k : k + 1], shock[k : k + 1])[0] for k in range(6)]
    assert together.tolist() == alone


def test_nodes_are_a_normal() -> None:
    nodes, weights = shock_nodes(0.25)
    assert weights.sum() == pytest.approx(1, abs=1e-15)
    assert (weights * nodes**4).sum() == pytest.approx(3, abs=1e-12)


def test_log_odds_and_back() -> None:
    chances = np.array([0.0, 0.2, 0.5, 1.0])
    assert logistic(log_odds_of(chances)) == pytest.approx(chances, abs=1e-15)
    assert logistic(np.array([-800.0, 800.0])).tolist() == [0.0, 1.0]


def test_even_votes_make_a_binomial() -> None:
    houses = one_house(number_game(27, 9))
    expected = sum(comb(27, k) for k in range(9, 28)) / 2**27
    assert body_chances(houses, np.zeros((1, 27)), np.zeros(1))[0] == pytest.approx(expected, abs=1e-14)
