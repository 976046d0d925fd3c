"""Raiffa's discrete solution between any number of parties, on the concave hull of a package space."""

from typing import Final

import numpy as np

from irenic.deal.kernels.direction import farthest, spans
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel

NEAR: Final = 1e-9
"""What is left to gain, as a share of a party's span, where the steps end."""
ROOM: Final = 1e-11
"""Share of its span by which a party's utility may fall short while another's best is looked for: no tie in a step."""
CLEAR: Final = 1e-10
"""A move must be worth more than this to be made."""
MIXED: Final = np.int64(-1)
"""In place of a party: a column is a package, not a surplus."""
ENOUGH: Final = 40
"""Steps at most, for each party: after them less than e⁻⁴⁰ of the first gain would be left."""
MOVES: Final = 10_000
"""Moves at most; far beyond what any problem has been seen to need."""


@kernel
def discrete_hull(vectors: Floats, starts: Integers, start: Floats, attained: Floats) -> Floats:
    """Where the discrete solution ends: each party's n-th part of what it could still gain, again and again.

    The best that each party can have with the others kept is a linear programme over mixtures of packages. Each step
    averages the mixtures that attain the bests, so the next point is attained by a mixture that is known.
    What is left to gain shrinks by a factor of 1 − 1/n a step at least. Bound by some twenty steps a party, with one
    programme each a party.

    Args:
        vectors: float64[n, party], the blocks' efficient vectors in a row.
        starts: int64[block + 1], no block empty.
        start: float64[party].
        attained: float64[party], a package's utilities, no less than the start.
    """
    parties = start.size
    span = spans(vectors, starts)
    u = start.copy()
    mixture = attained.copy()
    best = np.empty(parties)
    for _ in range(ENOUGH * parties):
        average = np.zeros(parties)
        left = 0.0
        for p in range(parties):
            found, best[p] = _best_of(vectors, starts, span, u, mixture, np.int64(p))
            for q in range(parties):
                average[q] += found[q] / parties
            left = max(left, (best[p] - u[p]) / span[p])
        if left <= NEAR:
            break
        for q in range(parties):
            u[q] += (best[q] - u[q]) / parties
        mixture = average
    return u


@kernel
def _best_of(
    vectors: Floats, starts: Integers, span: Floats, u: Floats, mixture: Floats, party: Count
) -> tuple[Floats, float]:
    """The mixture of packages that is best for a party among those that give the others what they have.

    Dantzig and Wolfe's (1960) way through a programme whose columns are all packages: the simplex method keeps as many
    columns as there are parties, and the package that improves most is found by one pass over the blocks. It begins
    with the mixture that is known. What the others have is lowered by a little that differs from party to party, so
    that no move is idle.

    Args:
        vectors: float64[n, party].
        starts: int64[block + 1].
        span: float64[party], what utilities are counted in.
        u: float64[party], what each has, and where utilities are counted from.
        mixture: float64[party], utilities of a mixture that gives everybody what it has, but for a little.
        party: whose best is wanted.

    Returns:
        the utilities of the mixture float64[party], and what the best is without the lowering, no less than the party
        has.
    """
    parties = u.size
    points = np.zeros((parties, parties))
    surplus_of = np.arange(parties)
    surplus_of[party] = MIXED
    share = np.empty(parties)
    for q in range(parties):
        points[party, q] = (mixture[q] - u[q]) / span[q] + ROOM * (1.0 + q / parties)
        share[q] = max(0.0, points[party, q])
    share[party] = 1.0
    price = np.zeros(parties)
    worth = np.empty(parties)
    unit = np.zeros(parties)
    sums = np.empty(parties)
    point = np.empty(parties)
    for _ in range(MOVES):
        matrix = np.empty((parties, parties))
        for k in range(parties):
            worth[k] = points[k, party] if surplus_of[k] == MIXED else 0.0
            column = _column(points[k], surplus_of[k], party)
            for q in range(parties):
                matrix[q, k] = column[q]
        price = _solved(matrix.T.copy(), worth)
        entering = MIXED
        for q in range(parties):
            if q != party and price[q] > CLEAR and (entering == MIXED or price[q] > price[entering]):
                entering = np.int64(q)
        if entering == MIXED:
            for q in range(parties):
                unit[q] = (1.0 if q == party else max(0.0, -price[q])) / span[q]
            farthest(vectors, starts, unit, sums)
            improved = -price[party]
            for q in range(parties):
                point[q] = (sums[q] - u[q]) / span[q] + ROOM * (1.0 + q / parties)
                improved += point[q] if q == party else -price[q] * point[q]
            if improved <= CLEAR:
                break
        change = _solved(matrix, _column(point, entering, party))
        leaving = MIXED
        step = np.inf
        for k in range(parties):
            if change[k] > CLEAR and share[k] < step * change[k]:
                step = share[k] / change[k]
                leaving = np.int64(k)
        for k in range(parties):
            share[k] = max(0.0, share[k] - step * change[k])
            points[leaving, k] = point[k]
        share[leaving] = step
        surplus_of[leaving] = entering
    found = np.empty(parties)
    for q in range(parties):
        total = 0.0
        for k in range(parties):
            if surplus_of[k] == MIXED:
                total += share[k] * points[k, q]
        found[q] = u[q] + span[q] * (total - ROOM * (1.0 + q / parties))
    best = found[party]
    for q in range(parties):
        if q != party:
            best += span[party] * price[q] * ROOM * (1.0 + q / parties)
    return found, max(best, u[party])


@kernel
def _column(point: Floats, surplus_of: Count, party: Count) -> Floats:
    """A column of the programme: of a package, or of what a party has beyond what it is kept at.

    Row q of the programme keeps party q; the row of the party whose best is wanted has the shares sum to 1.
    """
    column = np.zeros(point.size)
    if surplus_of == MIXED:
        for q in range(point.size):
            column[q] = point[q]
        column[party] = 1.0
    else:
        column[surplus_of] = -1.0
    return column


@kernel
def _solved(matrix: Floats, right: Floats) -> Floats:
    """The solution of a small system of linear equations, by elimination with pivots."""
    size = right.size
    rows = matrix.copy()
    x = right.copy()
    for k in range(size):
        pivot = k
        for r in range(k + 1, size):
            if abs(rows[r, k]) > abs(rows[pivot, k]):
                pivot = r
        for c in range(size):
            rows[k, c], rows[pivot, c] = rows[pivot, c], rows[k, c]
        x[k], x[pivot] = x[pivot], x[k]
        for r in range(k + 1, size):
            factor = rows[r, k] / rows[k, k]
            for c in range(k, size):
                rows[r, c] -= factor * rows[k, c]
            x[r] -= factor * x[k]
    for k in range(size - 1, -1, -1):
        for c in range(k + 1, size):
            x[k] -= rows[k, c] * x[c]
        x[k] /= rows[k, k]
    return x
