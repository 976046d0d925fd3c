"""Backward induction of war values: front × month, for every draw, party, belief and reading.

One belief at a time is carried back through all months: two logistic functions a month, then some ten operations for
each place and reading. A belief's table stays in the first-level cache, so these operations bound it, not memory.
"""

from math import exp
from typing import TypeAlias

import numpy as np

from irenic.fast.compiled import kernel
from irenic.war.kernels.types import Count, Floats, Integers, Truths

War: TypeAlias = tuple[Floats, Floats, Floats, Floats, Floats]
"""log_ratio [draw, month], ln of side 0's strength over side 1's; shift [draw, month], added to every b0; slope_shift
[draw, month], added to every b1; initiative [draw, side, month]; gate [draw], chance that a won attack moves it."""

Odds: TypeAlias = tuple[Floats, Floats]
"""b0 [belief], log-odds of an attack at equal strength; b1 [belief], slope in the log of the relative strength."""

Wishes: TypeAlias = tuple[Floats, Floats, Floats, Floats]
"""lean [draw, party, month], what a party adds to side 0's log-odds and takes from side 1's; discount [draw, party,
month], a month's factor; cost [draw, party, month], points; utility [draw, party, reading, place], points."""

Ends: TypeAlias = tuple[Integers, Integers]
"""collapse [draw], month in whose course the war ends by collapse (beyond the last month: never);
collapse_to [draw], the place that it brings, or −1: the line stands where it is."""

Line: TypeAlias = tuple[Truths, Count]
"""is_end [place], only the first and the last may be one; the side for which the line moves up."""


@kernel
def step_chances(
    log_ratio: Floats,
    b0: float,
    b1: float,
    shift: Floats,
    slope_shift: Floats,
    initiative: Floats,
    gate: float,
    lean: Floats,
    upward: Count,
    up: Floats,
    down: Floats,
) -> None:
    """Chances that the line moves a place up or down in each month, in one draw and belief.

    Side k attacks with ι_k, wins with Λ, and a won attack moves the line with chance g: b_k = ι_k Λ_k g. It moves k's
    way if k's attack does and the other's doesn't.

    Args:
        log_ratio: [month], ln of side 0's strength over side 1's.
        b0: log-odds of an attack at equal strength.
        b1: slope in the log of the attacker's relative strength.
        shift: [month], added to b0.
        slope_shift: [month], added to b1.
        initiative: [side, month], chance of an attack.
        gate: g.
        lean: [month], added to side 0's log-odds and taken from side 1's.
        upward: the side for which the line moves up.
        up: [month]; filled.
        down: [month]; filled.
    """
    for t in range(len(up)):
        intercept = b0 + shift[t]
        slope = (b1 + slope_shift[t]) * log_ratio[t] + lean[t]
        moved0 = initiative[0, t] * gate / (1.0 + exp(-intercept - slope))
        moved1 = initiative[1, t] * gate / (1.0 + exp(-intercept + slope))
        only0 = moved0 * (1.0 - moved1)
        only1 = moved1 * (1.0 - moved0)
        if upward == 0:
            up[t] = only0
            down[t] = only1
        else:
            up[t] = only1
            down[t] = only0


@kernel
def carry_back(
    up: Floats,
    down: Floats,
    discount: Floats,
    cost: Floats,
    utility: Floats,
    absorbed: Floats,
    collapse: Count,
    first: Count,
    last: Count,
    table: Floats,
) -> None:
    """Fill one belief's table from the last month to the first.

    W(t, z) = (1 − δ_t) u(z) − c_t + δ_t E W(t + 1, z′) at the places of the line; at an end the table holds u; from the
    month after a collapse on, what the collapse brings. The horizon's row must hold what the line is worth there.

    Args:
        up: [month], chance that the line moves up.
        down: [month], chance that it moves down.
        discount: [month], δ_t.
        cost: [month], points.
        utility: [place], points.
        absorbed: [place], what a place is worth once a side has collapsed.
        collapse: the month in whose course the war ends by collapse; beyond the last month if never.
        first: the lowest place of the line.
        last: the highest.
        table: [month + 1, place]; filled but for the last row.
    """
    months, places = table.shape[0] - 1, table.shape[1]
    start = months - 1
    if collapse < months:
        start = collapse
        for t in range(collapse + 1, months + 1):
            for z in range(first, last + 1):
                table[t, z] = absorbed[z]
    for t in range(months + 1):
        if first > 0:
            table[t, 0] = utility[0]
        if last < places - 1:
            table[t, places - 1] = utility[places - 1]
    for t in range(start, -1, -1):
        kept = discount[t]
        rise, fall = kept * up[t], kept * down[t]
        stay = kept - rise - fall
        now, charge = 1.0 - kept, cost[t]
        for z in range(first, last + 1):
            above = table[t + 1, z + 1] if z < places - 1 else table[t + 1, z]
            below = table[t + 1, z - 1] if z > 0 else table[t + 1, z]
            table[t, z] = now * utility[z] - charge + (rise * above + fall * below + stay * table[t + 1, z])


@kernel
def absorb(utility: Floats, collapse_to: Count, absorbed: Floats) -> None:
    """What each place is worth once a side has collapsed: the end that this brings, or the place itself (−1)."""
    for z in range(len(utility)):
        absorbed[z] = utility[z] if collapse_to < 0 else utility[collapse_to]


@kernel
def induce_values(
    war: War,
    odds: Odds,
    wishes: Wishes,
    ends: Ends,
    line: Line,
    weight: Floats,
    start: Count,
    values: Floats,
    tail: Floats,
) -> None:
    """War values at the start, averaged over beliefs, and the share of their weight that lies beyond the horizon.

    That share is the expected discount factor of the horizon where the war still goes on then: a value by the same
    recursion, of a line that is worth 1 at the horizon and nothing before. Both are NaN for a party without discount or
    utilities.

    Args:
        war: what is expected, see `War`.
        odds: beliefs of the odds, see `Odds`.
        wishes: of the parties, see `Wishes`.
        ends: by collapse, see `Ends`.
        line: its places, see `Line`.
        weight: [belief], what each counts for; sums to 1.
        start: the place where the line stands.
        values: [draw, reading, party]; filled.
        tail: [draw, party]; filled.
    """
    lean, discount, cost, utility = wishes
    collapse, collapse_to = ends
    is_end, upward = line
    draws, parties, readings, places = utility.shape
    months = lean.shape[2]
    up, down = np.empty(months), np.empty(months)
    table, absorbed = np.empty((months + 1, places)), np.empty(places)
    nothing, free = np.zeros(places), np.zeros(months)
    first = np.int64(1) if is_end[0] else np.int64(0)
    last = np.int64(places - 2) if is_end[places - 1] else np.int64(places - 1)
    for d in range(draws):
        for p in range(parties):
            unknown = np.isnan(discount[d, p, 0]) or np.isnan(utility[d, p, 0, 0])
            for r in range(readings):
                values[d, r, p] = np.nan if unknown else 0.0
            tail[d, p] = np.nan if unknown else 0.0
            if unknown:
                continue
            for k in range(len(weight)):
                _chances_of(d, k, war, odds, lean[d, p], upward, up, down)
                for r in range(readings):
                    worth = utility[d, p, r]
                    absorb(worth, collapse_to[d], absorbed)
                    for z in range(places):
                        table[months, z] = worth[z]
                    carry_back(up, down, discount[d, p], cost[d, p], worth, absorbed, collapse[d], first, last, table)
                    values[d, r, p] += weight[k] * table[0, start]
                for z in range(places):
                    table[months, z] = 1.0
                carry_back(up, down, discount[d, p], free, nothing, nothing, collapse[d], first, last, table)
                tail[d, p] += weight[k] * table[0, start]


@kernel
def _chances_of(
    d: Count, k: Count, war: War, odds: Odds, lean: Floats, upward: Count, up: Floats, down: Floats
) -> None:
    """Chances of steps in draw d under belief k."""
    log_ratio, shift, slope_shift, initiative, gate = war
    step_chances(
        log_ratio[d],
        odds[0][k],
        odds[1][k],
        shift[d],
        slope_shift[d],
        initiative[d],
        gate[d],
        lean,
        upward,
        up,
        down,
    )
