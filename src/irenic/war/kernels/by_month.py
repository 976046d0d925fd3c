"""War values at the month in which talks fail, where the line stands in it: one path a draw."""

import numpy as np

from irenic.fast.compiled import kernel
from irenic.war.kernels.induction import absorb, carry_back, step_chances
from irenic.war.kernels.types import Count, Floats, Integers, Truths


@kernel
def induce_from(
    month: Count,
    place: Integers,
    odds: tuple[Floats, Floats],
    course: tuple[Floats, Floats, Floats, Floats],
    gate: Floats,
    party: tuple[Floats, Floats, Floats, Floats],
    collapse: tuple[Integers, Integers],
    is_end: Truths,
    upward: Count,
    values: Floats,
) -> None:
    """Values of the war from a month on under every belief, for every draw and party.

    Args:
        month: in which talks fail.
        place: int64[draw], where the line stands then.
        odds: float64[belief] each, log-odds of an attack at equal strength and their slope.
        course: log of the strength ratio, change of odds and of slope float64[draw, month] each, chance of an attack
            float64[draw, side, month].
        gate: float64[draw], chance that a won attack moves the line.
        party: lean, discount and cost float64[draw, party, month] each, utility float64[draw, party, place].
        collapse: int64[draw] each, month in which the war ends by collapse and the place which that brings.
        is_end: bool[place].
        upward: the side for which the line moves up.
        values: float64[draw, party, belief], is written.
    """
    b0, b1 = odds
    log_ratio, shift, slope_shift, initiative = course
    lean, discount, cost, utility = party
    months, places = log_ratio.shape[1] - month, utility.shape[2]
    up, down = np.empty(months), np.empty(months)
    table, absorbed = np.empty((months + 1, places)), np.empty(places)
    first = np.int64(1) if is_end[0] else np.int64(0)
    last = np.int64(places - 2) if is_end[places - 1] else np.int64(places - 1)
    for d in range(values.shape[0]):
        for p in range(values.shape[1]):
            worth = utility[d, p]
            absorb(worth, collapse[1][d], absorbed)
            for k in range(len(b0)):
                step_chances(
                    log_ratio[d, month:],
                    b0[k],
                    b1[k],
                    shift[d, month:],
                    slope_shift[d, month:],
                    initiative[d, :, month:],
                    gate[d],
                    lean[d, p, month:],
                    upward,
                    up,
                    down,
                )
                for z in range(places):
                    table[months, z] = worth[z]
                carry_back(
                    up,
                    down,
                    discount[d, p, month:],
                    cost[d, p, month:],
                    worth,
                    absorbed,
                    collapse[0][d] - month,
                    first,
                    last,
                    table,
                )
                values[d, p, k] = table[0, place[d]]
