"""Raiffa's two solutions between two parties, on the concave hull of a package space."""

from math import exp, expm1, log, sqrt
from typing import Final

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending

TINY: Final = 1e-13
"""What is left of a gain, as a share of the first, where the steps end."""
NEVER: Final = np.inf
LEVEL: Final = 1e-5
"""Slopes whose product has no larger root count as if one of them were 0: the path differs by less than 1e-10."""
STRAIGHT: Final = 1e-10
"""Edges whose slopes differ by no larger share count as one."""
STEPS: Final = 200
CLOSE: Final = 1e-15
"""Newton's method: steps at most, and how near two times are the same."""


@kernel
def hull_of_pairs(vectors: Floats, starts: Integers) -> Floats:
    """Corners of the upper right hull of all packages, from the best of the second party to that of the first.

    Packages are sums of one vector a block, so their hull is the Minkowski sum of the blocks' hulls: all edges of
    these, one behind the other by slope (de Berg et al. 2008, theorem 13.5). Bound by sorting.

    Args:
        vectors: float64[n, 2], the blocks' efficient vectors in a row.
        starts: int64[block + 1], no block empty.

    Returns:
        float64[corner, 2], the first component rising, the second falling.
    """
    edges = np.empty((len(vectors), 2))
    slopes = np.empty(len(vectors))
    count = np.int64(0)
    corner = np.zeros(2)
    for b in range(starts.size - 1):
        hull = _hull_of_block(vectors, starts[b], starts[b + 1])
        for p in range(2):
            corner[p] += vectors[hull[0], p]
        for k in range(1, hull.size):
            for p in range(2):
                edges[count, p] = vectors[hull[k], p] - vectors[hull[k - 1], p]
            slopes[count] = -edges[count, 1] / edges[count, 0]
            count += 1
    corners = np.empty((count + 1, 2))
    for p in range(2):
        corners[0, p] = corner[p]
    last = np.int64(0)
    slope = -1.0
    for k in ascending(slopes[:count]):
        if slopes[k] > slope * (1.0 + STRAIGHT):
            slope = slopes[k]
            last += 1
            for p in range(2):
                corners[last, p] = corners[last - 1, p]
        for p in range(2):
            corners[last, p] += edges[k, p]
    return corners[: last + 1].copy()


@kernel
def _hull_of_block(vectors: Floats, first: Count, end: Count) -> Integers:
    """Positions of the corners of the upper right hull of some efficient vectors, the first component rising.

    Andrew's monotone chain (1979).
    """
    order = ascending(vectors[first:end, 0].copy())
    hull = np.empty(end - first, np.int64)
    size = np.int64(0)
    for at in order:
        k = first + at
        while size >= 2:
            a = hull[size - 2]
            b = hull[size - 1]
            turn = (vectors[b, 0] - vectors[a, 0]) * (vectors[k, 1] - vectors[b, 1])
            turn -= (vectors[b, 1] - vectors[a, 1]) * (vectors[k, 0] - vectors[b, 0])
            if turn < 0.0:
                break
            size -= 1
        hull[size] = k
        size += 1
    return hull[:size].copy()


@kernel
def discrete_pair(corners: Floats, start: Floats) -> Floats:
    """Where the discrete solution ends: each party's half of what it could still gain, again and again.

    Each step halves what is left to gain at least. Bound by the corners and some forty steps.

    Args:
        corners: float64[corner, 2], from `hull_of_pairs`.
        start: float64[2], below the hull.
    """
    u = start.copy()
    i: Count = np.int64(0)
    j: Count = np.int64(len(corners) - 1)
    first = NEVER
    while True:
        i, j = _edges(corners, u, i, j)
        one, other = _gains(corners, u, i, j)
        if first == NEVER:
            first = max(one, other)
        if not max(one, other) > TINY * first:
            return u
        u[0] += one / 2
        u[1] += other / 2


@kernel
def _edges(corners: Floats, u: Floats, i: Count, j: Count) -> tuple[Count, Count]:
    """Which edge lies above the point, and which to its right.

    The edge above ends in corner i (before the first corner i = 0: the hull is level there); the one to the right
    begins in corner j (below the last corner j is the last: the hull is steep there). Both only ever come nearer, so
    they are looked for from where they were.
    """
    last = len(corners) - 1
    while i < last and corners[i, 0] <= u[0]:
        i += 1
    while j > 0 and corners[j, 1] <= u[1]:
        j -= 1
    return i, j


@kernel
def _gains(corners: Floats, u: Floats, i: Count, j: Count) -> tuple[float, float]:
    """What each party could still gain with the other's utility kept."""
    right = corners[j, 0] - _inverse_slope(corners, j) * (u[1] - corners[j, 1]) - u[0]
    above = corners[i, 1] - _slope(corners, i) * (u[0] - corners[i, 0]) - u[1]
    return max(0.0, right), max(0.0, above)


@kernel
def _slope(corners: Floats, i: Count) -> float:
    """What the second party loses for each point of the first on the edge that ends in corner i."""
    if i == 0:
        return 0.0
    slope: float = (corners[i - 1, 1] - corners[i, 1]) / (corners[i, 0] - corners[i - 1, 0])
    return slope


@kernel
def _inverse_slope(corners: Floats, j: Count) -> float:
    """What the first party loses for each point of the second on the edge that begins in corner j."""
    if j == len(corners) - 1:
        return 0.0
    slope: float = (corners[j + 1, 0] - corners[j, 0]) / (corners[j, 1] - corners[j + 1, 1])
    return slope


@kernel
def continuous_pair(corners: Floats, start: Floats) -> Floats:
    """Where the continuous solution ends: du/dt = b(u) − u, b the best of each with the other's utility kept.

    While the point stays below one edge and left of another, b is linear in it, so the gains b − u obey a linear
    differential equation with eigenvalues −1 ± √(m k), k and m the two edges' slopes, and the path has a closed form.
    It is followed from edge to edge until both edges are the same, where what is left is halved. Bound by the corners.

    Args:
        corners: float64[corner, 2], from `hull_of_pairs`.
        start: float64[2], below the hull.
    """
    u = start.copy()
    i: Count = np.int64(0)
    j: Count = np.int64(len(corners) - 1)
    while True:
        i, j = _edges(corners, u, i, j)
        one, other = _gains(corners, u, i, j)
        if i > j or (one <= 0.0 and other <= 0.0):
            u[0] += one / 2
            u[1] += other / 2
            return u
        k = _slope(corners, i)
        m = _inverse_slope(corners, j)
        to_corner = corners[i, 0] - u[0]
        to_other = corners[j, 1] - u[1]
        t = _time_of(to_corner, one, other, k, m)
        t_other = _time_of(to_other, other, one, m, k)
        soonest = min(t, t_other)
        moved, _ = _way(soonest, one, other, k, m)
        other_moved, _ = _way(soonest, other, one, m, k)
        u[0] = corners[i, 0] if t == soonest < NEVER else min(u[0] + moved, corners[i, 0])
        u[1] = corners[j, 1] if t_other == soonest < NEVER else min(u[1] + other_moved, corners[j, 1])
        if soonest == NEVER:
            return u


@kernel
def _way(t: float, own: float, other: float, own_slope: float, other_slope: float) -> tuple[float, float]:
    """How far a party has come after time t, and its gain then, with r = √(k m) and m the other's slope.

    The gain at time t is e⁻ᵗ (own · cosh r t − m · other · sinh(r t) / r), which is a sum of two exponentials.
    """
    r = sqrt(own_slope * other_slope)
    if r > LEVEL:
        shared = other_slope / r * other
        slow = (own - shared) / 2.0
        fast = (own + shared) / 2.0
        moved = slow * _grown(t, 1.0 - r) + fast * _grown(t, 1.0 + r)
        gain = slow * _left(t, 1.0 - r) + fast * _left(t, 1.0 + r)
        return moved, gain
    left = _left(t, 1.0)
    delayed = t * left if t < NEVER else 0.0
    moved = own * (1.0 - left) - other_slope * other * (1.0 - left - delayed)
    return moved, own * left - other_slope * other * delayed


@kernel
def _end_of_gain(own: float, other: float, own_slope: float, other_slope: float) -> float:
    """When the gain would be 0 if the edges went on for ever, or NEVER."""
    r = sqrt(own_slope * other_slope)
    if r > LEVEL:
        shared = other_slope / r * other
        return log((own + shared) / (shared - own)) / (2.0 * r) if shared > own else NEVER
    shared = other_slope * other
    return own / shared if shared > 0.0 else NEVER


@kernel
def _left(t: float, rate: float) -> float:
    """What is left after time t of what decays at a rate."""
    return exp(-rate * t) if t < NEVER else 0.0


@kernel
def _grown(t: float, rate: float) -> float:
    """The integral of e^(−rate s) from 0 to t."""
    return -expm1(-rate * t) / rate if t < NEVER else 1.0 / rate


@kernel
def _time_of(distance: float, own: float, other: float, own_slope: float, other_slope: float) -> float:
    """When a party has come that far, or NEVER: Newton's method, kept between ends that close in.

    The way grows until the gain is gone, so each step makes one of the ends a better one.
    """
    end = _end_of_gain(own, other, own_slope, other_slope)
    furthest, _ = _way(end, own, other, own_slope, other_slope)
    if not furthest > distance:
        return NEVER
    low = 0.0
    high = min(1.0, end)
    while _way(high, own, other, own_slope, other_slope)[0] < distance:
        low = high
        high = min(2.0 * high, end)
    t = low
    for _ in range(STEPS):
        moved, gain = _way(t, own, other, own_slope, other_slope)
        if moved < distance:
            low = t
        else:
            high = t
        further = t + (distance - moved) / gain
        if not low < further < high:
            further = (low + high) / 2.0
        if abs(further - t) <= CLOSE * (1.0 + t):
            return further
        t = further
    return t
