"""Attrition on the paths of a block: a month of the law of losses, by four Runge–Kutta steps."""

import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.lanes import LANES, lane, larger, power
from irenic.war.kernels.path_rows import FORCES, GENERAL, LINEAR, RATE, REINFORCEMENT, SQUARE, STEPS, P, Q
from irenic.war.kernels.types import Count, Floats

LENGTH = 1.0 / STEPS
"""Months in a step."""


@kernel
def fight(law: Count, block: Floats) -> None:
    """Forces after a month of dM₁ = R₁ − a₁ M₂^p M₁^q, dM₂ likewise; a side without men loses none.

    The laws that have names are loops of their own, without powers: LLVM sees which law it is, as a constant.
    """
    if law == SQUARE:
        for _ in range(STEPS):
            for i in range(LANES):
                _step(np.int64(SQUARE), block, i)
    elif law == LINEAR:
        for _ in range(STEPS):
            for i in range(LANES):
                _step(np.int64(LINEAR), block, i)
    else:
        for _ in range(STEPS):
            for i in range(LANES):
                _step(np.int64(GENERAL), block, i)


@lane
def _step(law: Count, block: Floats, i: Count) -> None:
    """One step of the classical Runge–Kutta method of fourth order."""
    p, q = block[P * LANES + i], block[Q * LANES + i]
    rate0, rate1 = block[RATE * LANES + i], block[(RATE + 1) * LANES + i]
    gain0, gain1 = block[REINFORCEMENT * LANES + i], block[(REINFORCEMENT + 1) * LANES + i]
    x, y = block[FORCES * LANES + i], block[(FORCES + 1) * LANES + i]
    a0 = gain0 - _loss(law, x, y, rate0, p, q)
    a1 = gain1 - _loss(law, y, x, rate1, p, q)
    x1, y1 = x + 0.5 * LENGTH * a0, y + 0.5 * LENGTH * a1
    b0 = gain0 - _loss(law, x1, y1, rate0, p, q)
    b1 = gain1 - _loss(law, y1, x1, rate1, p, q)
    x1, y1 = x + 0.5 * LENGTH * b0, y + 0.5 * LENGTH * b1
    c0 = gain0 - _loss(law, x1, y1, rate0, p, q)
    c1 = gain1 - _loss(law, y1, x1, rate1, p, q)
    x1, y1 = x + LENGTH * c0, y + LENGTH * c1
    d0 = gain0 - _loss(law, x1, y1, rate0, p, q)
    d1 = gain1 - _loss(law, y1, x1, rate1, p, q)
    block[FORCES * LANES + i] = larger(x + LENGTH / 6.0 * (a0 + 2.0 * b0 + 2.0 * c0 + d0), 0.0)
    block[(FORCES + 1) * LANES + i] = larger(y + LENGTH / 6.0 * (a1 + 2.0 * b1 + 2.0 * c1 + d1), 0.0)


@lane
def _loss(law: Count, own: float, enemy: float, rate: float, p: float, q: float) -> float:
    """Men lost a month, a M₂^p M₁^q."""
    lost: float
    if law == SQUARE:
        lost = rate * larger(enemy, 0.0)
    elif law == LINEAR:
        lost = rate * larger(enemy, 0.0) * larger(own, 0.0)
    else:
        lost = rate * power(larger(enemy, 0.0), p) * power(larger(own, 0.0), q)
    return lost
