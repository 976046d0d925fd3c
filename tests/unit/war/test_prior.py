"""The prior of the odds of battle: a proper covariance, and the standard errors that go with it."""

import numpy as np
import pytest

from irenic.war.prior import BATTLE_PRIOR


def test_mean_and_covariance_are_those_of_the_two_numbers() -> None:
    assert BATTLE_PRIOR.mean.tolist() == [BATTLE_PRIOR.b0, BATTLE_PRIOR.b1]
    assert BATTLE_PRIOR.covariance.shape == (2, 2)
    assert (BATTLE_PRIOR.covariance == BATTLE_PRIOR.covariance.T).all()
    assert (np.linalg.eigvalsh(BATTLE_PRIOR.covariance) > 0).all()


def test_the_standard_errors_are_the_roots_of_the_variances() -> None:
    # Three decimals, as published.
    assert BATTLE_PRIOR.standard_errors == pytest.approx([0.098, 0.125], abs=5e-4)


def test_an_attacker_wins_more_often_than_not_at_equal_strength_and_more_so_with_more_men() -> None:
    assert BATTLE_PRIOR.b0 > 0
    assert BATTLE_PRIOR.b1 > 0
