"""Whether a fix opens the zone of each draw, for how little, and with which package."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.direction import max_min_direction
from irenic.deal.kernels.efficient import is_efficient
from irenic.deal.kernels.least_concession import least_concession
from irenic.deal.kernels.maximin import maximin, need_along, raised_floors
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.thresholds import FAR, TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.fast.compiled import kernel

NOBODY = -1
"""In the place of a party: there is none."""


@kernel
def openings_of_draws(
    contributions: Floats,
    breaches: Words,
    in_force: Words,
    usable: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    floors: Floats,
    dropped: Words,
    conceding: Truths,
    payer: int,
    paid: int,
    below: Floats,
) -> tuple[Floats, Integers, Floats]:
    """The least that must be conceded or paid so that a package is no loss to anybody, draw by draw; exact.

    Packages may violate the constraints in `dropped`, and no other that is in force. A conceding party settles for
    less than no deal; a party that is paid is given what it lacks by the payer, to whom the package must then still be
    no loss. Of equally cheap packages that no other such package dominates, the witness leaves the parties of whom
    nothing is asked the largest smallest gain over scale; of these it has the lowest number.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        breaches: uint64[combination, word], constraints that a combination violates if they are in force.
        in_force: uint64[draw, word].
        usable: bool[combination], combinations that are looked at.
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        scale: float64[draw, consenting party], on the grid, positive.
        floors: float64[draw, consenting party], on the grid.
        dropped: uint64[word].
        conceding: bool[consenting party].
        payer: consenting party that pays, or NOBODY.
        paid: consenting party that is paid, or NOBODY.
        below: float64[draw]: only costs less than this are of interest; draws with 0 or less are passed over.

    Returns:
        cost float64[draw] (∞ where the zone stays empty, or the cost is not below), number of the witness int64[draw]
        (−1 without one), and what the witness lacks of each party's floor float64[draw, consenting party].
    """
    draws, parties, _ = contributions.shape
    cost = np.full(draws, np.inf)
    witness = np.full(draws, -1, np.int64)
    lacks = np.zeros((draws, parties))
    asked = conceding.copy()
    if payer >= 0:
        asked[payer] = True
        asked[paid] = True
    for d in range(draws):
        if not below[d] > 0.0:
            continue
        allowed = np.empty(usable.size, np.bool_)
        for c in range(usable.size):
            allowed[c] = usable[c]
            for w in range(dropped.size):
                allowed[c] &= (breaches[c, w] & in_force[d, w] & ~dropped[w]) == np.uint64(0)
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed, numbers, starts)
        if has_empty_block(kept_starts):
            continue
        if not asked.any():
            found, found_numbers = _of_largest_gain(vectors, kept, kept_starts, no_deal[d], scale[d])
            if len(found) == 0:
                continue
            cost[d] = 0.0
        elif payer < 0:
            cost[d], found, found_numbers = least_concession(vectors, kept, kept_starts, floors[d], conceding, below[d])
        else:
            wider, wider_floors, given = _with_payment(vectors, kept_starts, floors[d], conceding, payer, paid)
            cost[d], found, found_numbers = least_concession(wider, kept, kept_starts, wider_floors, given, below[d])
        if cost[d] == np.inf:
            continue
        best = _best_for_others(found, found_numbers, no_deal[d], scale[d], asked)
        witness[d] = found_numbers[best]
        for p in range(parties):
            lacks[d, p] = max(0.0, floors[d, p] - found[best, p])
    return cost, witness, lacks


@kernel
def _of_largest_gain(
    vectors: Floats, numbers: Integers, starts: Integers, no_deal: Floats, scale: Floats
) -> tuple[Floats, Integers]:
    """The zone's packages with the largest smallest gain, up to dominated ones; none where the zone is empty."""
    parties = no_deal.size
    everyone = np.ones(parties, np.bool_)
    no_floors = np.full(parties, -FAR)
    gain = maximin(vectors, numbers, starts, no_deal, scale, everyone, no_floors, -TOLERANCE)
    if gain == -np.inf:
        return vectors[:0].copy(), numbers[:0].copy()
    raised = raised_floors(no_floors, no_deal, scale, everyone, gain)
    direction, _, _ = max_min_direction(vectors, starts, no_deal, scale, everyone, raised, np.nan)
    found, found_numbers, _ = reaching_sums(
        vectors, numbers, starts, raised, direction, need_along(direction, raised), NO_LIMIT
    )
    return found, found_numbers


@kernel
def _with_payment(
    vectors: Floats, starts: Integers, floors: Floats, conceding: Truths, payer: int, paid: int
) -> tuple[Floats, Floats, Truths]:
    """The search with one component more: what payer and paid have together must reach both their floors.

    The paid party may lack what the payer has to spare, so its shortfall is what is to be least.
    """
    parties = floors.size
    wider = np.empty((len(vectors), parties + 1))
    for k in range(len(vectors)):
        for p in range(parties):
            wider[k, p] = vectors[k, p]
        wider[k, parties] = vectors[k, payer] + vectors[k, paid]
    wider_floors = np.empty(parties + 1)
    given = np.zeros(parties + 1, np.bool_)
    for p in range(parties):
        wider_floors[p] = floors[p]
        given[p] = conceding[p] or p == paid
    wider_floors[parties] = floors[payer] + floors[paid]
    return wider, wider_floors, given


@kernel
def _best_for_others(found: Floats, numbers: Integers, no_deal: Floats, scale: Floats, asked: Truths) -> int:
    """Which of the found has the largest smallest gain of the parties of whom nothing is asked, then the lowest number.

    Found ones that another dominates are passed over.
    """
    best = -1
    most = -np.inf
    for k in range(len(found)):
        gain = np.inf
        for p in range(no_deal.size):
            if not asked[p]:
                gain = min(gain, (found[k, p] - no_deal[p]) / scale[p])
        better = gain > most or (gain == most and numbers[k] < numbers[best])
        if (best < 0 or better) and is_efficient(found, k):
            best = k
            most = gain
    return best
