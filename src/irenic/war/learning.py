"""Learning from battles: what was seen of attacks reweighs what is believed of their odds."""

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.war.odds import Beliefs, win_chances
from irenic.war.value import Prospect


def reweigh(weight: Floats, likelihood: Floats) -> Floats:
    """Bayes: weights times likelihoods, summing to 1 again.

    Args:
        weight: float64[…, belief].
        likelihood: float64[…, belief], chance of what was seen under each belief.
    """
    found = weight * likelihood
    return np.asarray(found / found.sum(axis=-1, keepdims=True), dtype=np.float64)


def battle_likelihood(chance: Floats, attacked: Truths, won: Truths) -> Floats:
    """Chance that an attack ended as it did, where there was one; 1 where there was none.

    That a side attacks says nothing about the odds. Shapes must go together.

    Args:
        chance: that an attack is won.
        attacked: whether there was one.
        won: whether it was won.
    """
    return np.asarray(np.where(attacked, np.where(won, chance, 1.0 - chance), 1.0), dtype=np.float64)


def learned(ahead: Prospect, beliefs: Beliefs, weight: Floats, month: int, attacked: Truths, won: Truths) -> Floats:
    """What parties believe after a month of battle, each in the light of its own optimism.

    Args:
        ahead: what the parties of a course reckon with; for their log-odds.
        beliefs: of the odds.
        weight: float64[draw, party, belief], before the month.
        month: which.
        attacked: bool[draw, side].
        won: bool[draw, side], whether the attack was won.

    Returns:
        float64[draw, party, belief].
    """
    expected = ahead.forecast
    b0 = beliefs.b0 + expected.shift[:, month, np.newaxis, np.newaxis]
    b1 = beliefs.b1 + expected.slope_shift[:, month, np.newaxis, np.newaxis]
    ratio = expected.log_ratio[:, month, np.newaxis, np.newaxis]
    chances = win_chances(b0, b1, ratio, ahead.lean[:, :, month, np.newaxis])
    likelihood = np.ones_like(weight)
    for side in (0, 1):
        seen = attacked[:, side, np.newaxis, np.newaxis], won[:, side, np.newaxis, np.newaxis]
        likelihood = likelihood * battle_likelihood(chances[side], *seen)
    return reweigh(weight, likelihood)
