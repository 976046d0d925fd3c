"""Odds of battle: what may be believed of them, and how a won attack moves the line."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.fast.grid import Floats
from irenic.war.inputs import LEAST_MEN, WarInputs
from irenic.war.prior import BATTLE_PRIOR
from irenic.war.theatre import Feeds, Theatre

SCORES: Final = (-(3.0**0.5), 0.0, 3.0**0.5)
"""Nodes of the Gauss–Hermite rule of three points, as normal scores: exact for polynomials up to the fifth degree."""

SHARES: Final = (1.0 / 6.0, 2.0 / 3.0, 1.0 / 6.0)
"""Their weights."""


@dataclass(frozen=True, slots=True, eq=False)
class Beliefs:
    """What may be believed of the odds of battle: nine pairs of intercept and slope.

    Attributes:
        b0: float64[belief], the attacker's log-odds at equal strength.
        b1: float64[belief], slope in the log of the force ratio.
        weight: float64[belief], what each counts for before any battle; sums to 1.
    """

    b0: Floats
    b1: Floats
    weight: Floats


def beliefs_of(theatre: Theatre) -> Beliefs:
    """Nodes and weights for the odds that the dossier states, else for those of the prior."""
    from scipy.special import ndtr

    prior = BATTLE_PRIOR
    score0, score1 = (scores.ravel() for scores in np.meshgrid(SCORES, SCORES, indexing="ij"))
    error0, error1 = prior.standard_errors
    correlation = 0.0 if theatre.feeds.b0 else prior.covariance_b0_b1 / (error0 * error1)
    given = correlation * score0 + np.sqrt(1.0 - correlation**2) * score1

    def stated(feeds: Feeds, scores: Floats, otherwise: Floats) -> Floats:
        return feeds[0].distribution.quantile(ndtr(scores)) if feeds else otherwise

    return Beliefs(
        b0=stated(theatre.feeds.b0, score0, prior.b0 + error0 * score0),
        b1=stated(theatre.feeds.b1, score1, prior.b1 + error1 * given),
        weight=np.outer(SHARES, SHARES).ravel(),
    )


def win_chances(b0: Floats, b1: Floats, log_ratio: Floats, lean: Floats | float = 0.0) -> tuple[Floats, Floats]:
    """Chances that an attack of side 0, and one of side 1, is won: Λ(b0 ± (b1 ln ratio + lean)).

    Args:
        b0: the attacker's log-odds at equal strength.
        b1: slope in the log of the attacker's relative strength.
        log_ratio: ln of side 0's strength over side 1's.
        lean: what is added to side 0's log-odds and taken from side 1's.
    """
    slope = b1 * log_ratio + lean
    return _logistic(b0 + slope), _logistic(b0 - slope)


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-x)), dtype=np.float64)


def step_chances(moved0: Floats, moved1: Floats) -> tuple[Floats, Floats]:
    """Chances that the line moves a place side 0's way, and side 1's: one's attack moves it and the other's doesn't."""
    return moved0 * (1.0 - moved1), moved1 * (1.0 - moved0)


def gate(inputs: WarInputs) -> Floats:
    """The chance g that a won attack moves the line, so that it stands still as often as the dossier says.

    With b_k = ι_k Λ_k g at the draw's own odds and the forces of the dossier's date, before any lever, the line stands
    still with 1 − b_0 (1 − b_1) − b_1 (1 − b_0). g is the smaller solution, at most 1; where nothing moves the line as
    often as it should, g is what moves it most.

    Returns:
        float64[draw]; 1 where no standstill is stated.
    """
    won0, won1 = win_chances(inputs.b0, inputs.b1, log_ratio_at_start(inputs))
    return solved_gate(inputs.initiative[:, 0] * won0, inputs.initiative[:, 1] * won1, inputs.standstill)


def log_ratio_at_start(inputs: WarInputs) -> Floats:
    """Ln of φ m M of side 0 over that of side 1 at the dossier's date, before any lever: float64[draw]."""
    strength = np.maximum(inputs.effectiveness * inputs.materiel * inputs.forces, LEAST_MEN)
    return np.asarray(np.log(strength[:, 0] / strength[:, 1]), dtype=np.float64)


def solved_gate(won0: Floats, won1: Floats, standstill: Floats) -> Floats:
    """The gate from the chances that each side attacks and wins in a month, and the share of months without a step.

    The smaller root of 2 A B g² − (A + B) g + (1 − s) = 0, written so that it holds where A B is 0.
    """
    total, product = won0 + won1, won0 * won1
    moving = 1.0 - standstill
    root = np.sqrt(np.maximum(total**2 - 8.0 * product * moving, 0.0))
    both = total + root
    smaller = _share(2.0 * moving, both)
    most = _share(total, 4.0 * product)
    return np.where(np.isnan(standstill), 1.0, np.minimum(smaller, most))


def _share(part: Floats, whole: Floats) -> Floats:
    """The quotient, at most 1."""
    less = part < whole
    return np.where(less, part / np.where(less, whole, 1.0), 1.0)
