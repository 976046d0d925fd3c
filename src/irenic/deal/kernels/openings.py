"""Whether a fix opens the zone of each draw, for how little, and with which package."""

from typing import Final

import numpy as np

from irenic.deal.kernels.block_fronts import has_empty_block
from irenic.deal.kernels.breaches import includes
from irenic.deal.kernels.direction import max_min_direction
from irenic.deal.kernels.efficient import is_efficient, keep_efficient
from irenic.deal.kernels.least_concession import least_concession
from irenic.deal.kernels.maximin import maximin, need_along, raised_floors
from irenic.deal.kernels.reached import reached_sums
from irenic.deal.kernels.reaching import NO_LIMIT
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.fast.compiled import kernel

NOBODY: Final = -1
"""In the place of a party: there is none."""


@kernel
def openings_of_draws(
    vectors: Floats,
    sets: Words,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    orthants: Floats,
    orthant_starts: Integers,
    dropped: Words,
    conceding: Truths,
    payer: int,
    paid: int,
    below: Floats,
) -> tuple[Floats, Integers, Floats]:
    """The least that must be conceded or paid so that a package is no loss to anybody, draw by draw; exact.

    Packages may violate the constraints in `dropped`, and no other. A conceding party settles for less than its floor;
    a party that is paid is given what it lacks by the payer, to whom the package must then still be no loss. Where
    coalitions block, the zone is a union of orthants, and the cheapest orthant counts. Of equally cheap packages that
    no other such package dominates, the witness leaves the parties of whom nothing is asked the largest smallest gain
    over scale; of these it has the lowest number.

    Args:
        vectors: float64[n, consenting party], combinations of all blocks of all draws, from `violating_fronts`.
        sets: uint64[n, word], what each violates.
        numbers: int64[n], parts of the package number.
        starts: int64[draw, block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        scale: float64[draw, consenting party], on the grid, positive.
        orthants: float64[orthant, consenting party], floors on the grid.
        orthant_starts: int64[draw + 1].
        dropped: uint64[word].
        conceding: bool[consenting party].
        payer: consenting party that pays, or NOBODY.
        paid: consenting party that is paid, or NOBODY.
        below: float64[draw]: only costs less than this are of interest; draws with 0 or less are passed over.

    Returns:
        cost float64[draw] (∞ where the zone stays empty, or the cost is not below), number of the witness int64[draw]
        (−1 without one), and what the witness lacks of each floor float64[draw, consenting party].
    """
    draws, parties = no_deal.shape
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
        own, own_numbers, own_starts = _allowed_fronts(vectors, sets, numbers, starts[d], dropped)
        if has_empty_block(own_starts):
            continue
        most = -np.inf
        for o in range(orthant_starts[d], orthant_starts[d + 1]):
            floors = orthants[o]
            limit = below[d] if cost[d] == np.inf else np.nextafter(cost[d], np.inf)
            here, found, found_numbers = _cheapest_above(
                own, own_numbers, own_starts, floors, no_deal[d], scale[d], conceding, asked, payer, paid, limit
            )
            if here == np.inf:
                continue
            best, gain = _best_for_others(found, found_numbers, no_deal[d], scale[d], asked)
            tied = here == cost[d] and (gain < most or (gain == most and found_numbers[best] >= witness[d]))
            if not tied:
                cost[d] = here
                most = gain
                witness[d] = found_numbers[best]
                for p in range(parties):
                    lacks[d, p] = max(0.0, floors[p] - found[best, p])
    return cost, witness, lacks


@kernel
def _allowed_fronts(
    vectors: Floats, sets: Words, numbers: Integers, starts: Integers, dropped: Words
) -> tuple[Floats, Integers, Integers]:
    """The efficient combinations of every block that violate nothing but what is dropped, as from `block_fronts`."""
    parties = vectors.shape[1]
    blocks = starts.size - 1
    room = starts[blocks] - starts[0]
    own = np.empty((room, parties))
    own_numbers = np.empty(room, np.int64)
    own_starts = np.zeros(blocks + 1, np.int64)
    end = np.int64(0)
    for b in range(blocks):
        count = np.int64(0)
        for k in range(starts[b], starts[b + 1]):
            if includes(dropped, sets[k]):
                for p in range(parties):
                    own[end + count, p] = vectors[k, p]
                own_numbers[end + count] = numbers[k]
                count += 1
        end += keep_efficient(own[end:], own_numbers[end:], count)
        own_starts[b + 1] = end
    return own[:end].copy(), own_numbers[:end].copy(), own_starts


@kernel
def _cheapest_above(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    floors: Floats,
    no_deal: Floats,
    scale: Floats,
    conceding: Truths,
    asked: Truths,
    payer: int,
    paid: int,
    below: float,
) -> tuple[float, Floats, Integers]:
    """The cheapest packages of one orthant, up to dominated ones, and what they cost; ∞ where there are none."""
    if not asked.any():
        found, found_numbers = _of_largest_gain(vectors, numbers, starts, floors, no_deal, scale)
        return 0.0 if len(found) > 0 else np.inf, found, found_numbers
    if payer < 0:
        return least_concession(vectors, numbers, starts, floors, conceding, below)
    wider, wider_floors, given = _with_payment(vectors, floors, conceding, payer, paid)
    return least_concession(wider, numbers, starts, wider_floors, given, below)


@kernel
def _of_largest_gain(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, no_deal: Floats, scale: Floats
) -> tuple[Floats, Integers]:
    """The packages above the floors with the largest smallest gain, up to dominated ones."""
    everyone = np.ones(floors.size, np.bool_)
    gain = maximin(vectors, numbers, starts, no_deal, scale, everyone, floors, -np.inf)
    if gain == -np.inf:
        return vectors[:0].copy(), numbers[:0].copy()
    raised = raised_floors(floors, no_deal, scale, everyone, gain)
    direction, _, _ = max_min_direction(vectors, starts, no_deal, scale, everyone, raised, np.nan)
    found, found_numbers, _ = reached_sums(
        vectors, numbers, starts, raised, direction, need_along(direction, raised), NO_LIMIT
    )
    return found, found_numbers


@kernel
def _with_payment(
    vectors: Floats, floors: Floats, conceding: Truths, payer: int, paid: int
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
def _best_for_others(
    found: Floats, numbers: Integers, no_deal: Floats, scale: Floats, asked: Truths
) -> tuple[int, float]:
    """Which of the found has the largest smallest gain of the parties of whom nothing is asked, and that gain.

    Of equal ones the lowest number; found ones that another dominates are passed over.
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
    return best, most
