"""War values by chance: many courses of the front along the forecast. A check of backward induction."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.package_index import Integers
from irenic.war.odds import Beliefs, step_chances, win_chances
from irenic.war.theatre import NOWHERE, Theatre
from irenic.war.value import Prospect

LEVEL: Final = 0.99
"""Level of the interval."""


@dataclass(frozen=True, slots=True)
class Rollout:
    """A mean over courses, and the interval around it at level `LEVEL`."""

    mean: float
    low: float
    high: float
    runs: int


def rollout(
    theatre: Theatre,
    ahead: Prospect,
    utility: Floats,
    beliefs: Beliefs,
    at: tuple[int, int],
    runs: int,
    seed: int,
) -> Rollout:
    """The war value of one party in one draw as the mean over random courses.

    Each course draws what is true of the odds from the beliefs, then steps of the line month by month, and adds up what
    they give. The interval is that of the normal distribution.

    Args:
        theatre: the theatre.
        ahead: what the party reckons with.
        utility: float64[place], the party's points in one reading.
        beliefs: of the odds, with weights.
        at: (draw, position of the party among those of `ahead`).
        runs: number of courses.
        seed: of their chances.
    """
    from scipy.special import ndtri

    worths = _worths(theatre, ahead, utility, beliefs, at, np.random.Generator(np.random.Philox(seed)), runs)
    mean = float(worths.mean())
    reach = float(ndtri(0.5 + LEVEL / 2.0)) * float(worths.std(ddof=1)) / runs**0.5
    return Rollout(mean, mean - reach, mean + reach, runs)


def _worths(
    theatre: Theatre,
    ahead: Prospect,
    utility: Floats,
    beliefs: Beliefs,
    at: tuple[int, int],
    chance: np.random.Generator,
    runs: int,
) -> Floats:
    """What each course gives: float64[run]."""
    draw, party = at
    is_end = theatre.is_end
    up, down = _chances(theatre, ahead, beliefs, draw, party)
    belief = chance.choice(len(beliefs.weight), size=runs, p=beliefs.weight)
    z = np.full(runs, theatre.start, dtype=np.int64)
    over = np.asarray(is_end[z], dtype=np.bool_)
    total, factor = np.where(over, utility[z], 0.0), 1.0
    for t in range(theatre.horizon):
        kept, cost = ahead.discount[draw, party, t], ahead.cost[draw, party, t]
        total += np.where(over, 0.0, factor * ((1.0 - kept) * utility[z] - cost))
        factor *= kept
        z = np.where(over, z, _moved(z, chance.random(runs), up[belief, t], down[belief, t], len(utility)))
        if ahead.collapse[draw] == t and ahead.collapse_to[draw] != NOWHERE:
            z = np.where(over | is_end[z], z, ahead.collapse_to[draw])
        ends = ~over & (is_end[z] | (ahead.collapse[draw] == t))
        total += np.where(ends, factor * utility[z], 0.0)
        over |= ends
    return total + np.where(over, 0.0, factor * utility[z])


def _chances(theatre: Theatre, ahead: Prospect, beliefs: Beliefs, draw: int, party: int) -> tuple[Floats, Floats]:
    """Chances of a step up and down: float64[belief, month] each."""
    expected = ahead.forecast
    b0 = beliefs.b0[:, np.newaxis] + expected.shift[draw]
    b1 = beliefs.b1[:, np.newaxis] + expected.slope_shift[draw]
    won = win_chances(b0, b1, expected.log_ratio[draw], ahead.lean[draw, party])
    moved = [expected.initiative[draw, k] * won[k] * ahead.gate[draw] for k in (0, 1)]
    steps = step_chances(moved[0], moved[1])
    return steps[theatre.upward], steps[1 - theatre.upward]


def _moved(z: Integers, u: Floats, up: Floats, down: Floats, places: int) -> Integers:
    """One step; the line does not leave its places where no end lies beyond."""
    step = (u < up).astype(np.int64) - (u >= 1.0 - down)
    return np.asarray(np.clip(z + step, 0, places - 1), dtype=np.int64)
