"""Named packages in every draw: are they accepted, and how close do they come?"""

from typing import Final

import numpy as np

from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel

TILE: Final = 256
"""Draws that are looked at together: their sums stay in the nearest cache."""


@kernel
def _is_bettered(sums: Floats, t: int, deals: Floats, start: int, stop: int) -> bool:
    """Whether a side deal of some is worth more to all its members than the sums float64[party, t]."""
    for k in range(start, stop):
        better = True
        for p in range(deals.shape[1]):
            better &= sums[p, t] < deals[k, p]
        if better:
            return True
    return False


@kernel
def weigh_packages(
    contributions: Floats,
    allowed: Truths,
    chosen: Integers,
    no_deal: Floats,
    scale: Floats,
    floors: Floats,
    deals: Floats,
    deal_starts: Integers,
) -> tuple[Integers, Floats]:
    """In how many draws each package is accepted, and its smallest gain on average; exact counts.

    Accepted is what is allowed, no loss to anybody and blocked by no side deal.

    Partial sums are kept block by block, so that packages that begin alike (as in ascending order of their numbers)
    share them. Bound by packages × draws × parties divisions.

    Args:
        contributions: float64[combination, consenting party, draw], on the grid.
        allowed: bool[combination, draw].
        chosen: int64[package, block], the combination that each package takes in each block.
        no_deal: float64[consenting party, draw].
        scale: float64[consenting party, draw].
        floors: float64[consenting party, draw], least utilities that count as no loss.
        deals: float64[side deal, consenting party], side deals that block what gives every party less.
        deal_starts: int64[draw + 1], where those of each draw begin.

    Returns:
        draws in which the package is accepted int64[package], and the mean over all draws of the smallest
        (u − no_deal) / scale float64[package], allowed or not, summed in the order of the draws.
    """
    packages, blocks = chosen.shape
    combinations, parties, draws = contributions.shape
    accepted = np.zeros(packages, np.int64)
    closeness = np.zeros(packages)
    worth = np.empty((combinations, parties, TILE))
    open_to = np.empty((combinations, TILE), np.bool_)
    base = np.empty((parties, TILE))
    unit = np.empty((parties, TILE))
    least = np.empty((parties, TILE))
    sums = np.zeros((blocks + 1, parties, TILE))
    free = np.ones((blocks + 1, TILE), np.bool_)
    smallest = np.empty(TILE)
    for first in range(0, draws, TILE):
        size = min(TILE, draws - first)
        for t in range(size):
            for c in range(combinations):
                open_to[c, t] = allowed[c, first + t]
                for p in range(parties):
                    worth[c, p, t] = contributions[c, p, first + t]
            for p in range(parties):
                base[p, t] = no_deal[p, first + t]
                unit[p, t] = scale[p, first + t]
                least[p, t] = floors[p, first + t]
        for n in range(packages):
            same = np.int64(0)
            while n > 0 and same < blocks and chosen[n, same] == chosen[n - 1, same]:
                same += 1
            for b in range(same, blocks):
                c = chosen[n, b]
                for p in range(parties):
                    for t in range(size):
                        sums[b + 1, p, t] = sums[b, p, t] + worth[c, p, t]
                for t in range(size):
                    free[b + 1, t] = free[b, t] & open_to[c, t]
            for t in range(size):
                smallest[t] = np.inf
            for p in range(parties):
                for t in range(size):
                    gain = (sums[blocks, p, t] - base[p, t]) / unit[p, t]
                    smallest[t] = gain if gain < smallest[t] else smallest[t]
            yes = np.int64(0)
            for t in range(size):
                content = free[blocks, t]
                for p in range(parties):
                    content &= sums[blocks, p, t] >= least[p, t]
                if content and len(deals) > 0:
                    content = not _is_bettered(
                        sums[blocks], t, deals, deal_starts[first + t], deal_starts[first + t + 1]
                    )
                yes += content
            accepted[n] += yes
            total = closeness[n]
            for t in range(size):
                total += smallest[t]
            closeness[n] = total
    for n in range(packages):
        closeness[n] /= draws
    return accepted, closeness
