"""The least sets of constraints that must give way for some parties to reach their floors."""

import numpy as np

from irenic.deal.kernels.breaches import includes, keep_least, size_of
from irenic.deal.kernels.corners import is_better
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers, Words
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending


@kernel
def least_breaches(
    vectors: Floats,
    breaches: Words,
    starts: Integers,
    floors: Floats,
    direction: Floats,
    need: float,
    known: Words,
    beside: Words,
    deals: Floats,
    deal_bits: Integers,
) -> Words:
    """The least sets of constraints that a package which reaches the floors must violate.

    Works as `reaching_sums`, on pairs of what is violated so far and the utilities so far. A utility counts only while
    it is open: once even the worst of the blocks to come keeps a party above its floor and above all that side deals
    offer it, it is set to FAR, so that entries which differ in nothing that matters become equal. Entries that violate
    all of a known set can give nothing new. Which coalitions block depends on the whole package; since more for
    everybody never makes a coalition block, an entry that is worse in utilities and in what it violates stays worse,
    and it is enough to look at what is left in the end.

    Blocks with something to violate come first, then those whose vectors differ most along the direction. Bound by
    the entries that survive: about the number of different sets times the length of a frontier.

    Args:
        vectors: float64[n, party], all combinations of all blocks in a row.
        breaches: uint64[n, word], what each combination violates.
        starts: int64[block + 1].
        floors: float64[party], −FAR for parties that do not matter here.
        direction: float64[party], 0 for these.
        need: what a package that reaches the floors has along the direction.
        known: uint64[set, word], sets found before.
        beside: uint64[word], violated in any case.
        deals: float64[side deal, party], side deals that block what gives every party less; FAR for parties that are no
            members.
        deal_bits: int64[side deal], the constraint that a blocked package violates.

    Returns:
        uint64[found, word], none including another or a known one, with `beside` among their members.
    """
    parties = vectors.shape[1]
    words = breaches.shape[1]
    blocks = starts.size - 1
    open_to = _open_to(floors, deals)
    own, own_sets, own_along, own_starts = _relevant(vectors, breaches, starts, open_to, direction)
    order = _order(own_sets, own_along, own_starts)
    most, least, along_to_come = _to_come(own, own_along, own_starts, order)
    sums = np.zeros((1, parties))
    sets = beside.copy().reshape(1, words)
    along = np.zeros(1)
    count: Count = np.int64(1)
    for layer in range(blocks):
        b = order[layer]
        size = own_starts[b + 1] - own_starts[b]
        next_sums = np.empty((count * size, parties))
        next_sets = np.empty((count * size, words), np.uint64)
        next_along = np.empty(count * size)
        found = np.int64(0)
        for s in range(count):
            for k in range(own_starts[b], own_starts[b + 1]):
                next_along[found] = along[s] + own_along[k]
                if next_along[found] + along_to_come[layer + 1] < need:
                    continue
                reached = True
                for p in range(parties):
                    value = sums[s, p] + own[k, p]
                    reached &= value + most[layer + 1, p] >= floors[p]
                    if value + least[layer + 1, p] >= open_to[p]:
                        value = FAR
                    next_sums[found, p] = value
                if not reached:
                    continue
                for w in range(words):
                    next_sets[found, w] = sets[s, w] | own_sets[k, w]
                for f in range(len(known)):
                    if includes(next_sets[found], known[f]):
                        reached = False
                        break
                if reached:
                    found += 1
        count = keep_least(next_sets, next_sums, next_along, found)
        sums = next_sums
        sets = next_sets
        along = next_along
    if len(deals) > 0:
        count = _keep_least_blocked(sets, sums, along, count, known, deals, deal_bits)
    return sets[:count].copy()


@kernel
def _open_to(floors: Floats, deals: Floats) -> Floats:
    """The utility from which on more makes no difference to a party's floor or to what blocks, −FAR if nothing does."""
    level = floors.copy()
    for k in range(len(deals)):
        for p in range(floors.size):
            if deals[k, p] < FAR:
                level[p] = max(level[p], deals[k, p])
    return level


@kernel
def _keep_least_blocked(
    sets: Words, sums: Floats, along: Floats, count: Count, known: Words, deals: Floats, deal_bits: Integers
) -> Count:
    """Add the coalitions that block each entry, and move the least sets to the front, in place: how many there are."""
    new = np.int64(0)
    for s in range(count):
        for k in range(len(deals)):
            if is_better(deals[k], sums[s]):
                sets[s, deal_bits[k] // 64] |= np.uint64(1) << np.uint64(deal_bits[k] % 64)
        is_new = True
        for f in range(len(known)):
            is_new &= not includes(sets[s], known[f])
        if is_new:
            for w in range(sets.shape[1]):
                sets[new, w] = sets[s, w]
            for p in range(sums.shape[1]):
                sums[new, p] = 0.0
            new += 1
    return keep_least(sets, sums, along, new)


@kernel
def _relevant(
    vectors: Floats, breaches: Words, starts: Integers, open_to: Floats, direction: Floats
) -> tuple[Floats, Words, Floats, Integers]:
    """The combinations of each block that no other of the block betters for the parties that matter."""
    parties = vectors.shape[1]
    own = vectors.copy()
    own_sets = breaches.copy()
    own_along = np.zeros(len(vectors))
    own_starts = np.zeros(starts.size, np.int64)
    end = np.int64(0)
    for b in range(starts.size - 1):
        count = starts[b + 1] - starts[b]
        part = np.zeros((count, parties))
        part_sets = np.empty((count, breaches.shape[1]), np.uint64)
        part_along = np.zeros(count)
        for i in range(count):
            for p in range(parties):
                if open_to[p] > -FAR:
                    part[i, p] = vectors[starts[b] + i, p]
                    part_along[i] += direction[p] * part[i, p]
            for w in range(breaches.shape[1]):
                part_sets[i, w] = breaches[starts[b] + i, w]
        count = keep_least(part_sets, part, part_along, count)
        for i in range(count):
            for p in range(parties):
                own[end, p] = part[i, p]
            for w in range(breaches.shape[1]):
                own_sets[end, w] = part_sets[i, w]
            own_along[end] = part_along[i]
            end += 1
        own_starts[b + 1] = end
    return own, own_sets, own_along, own_starts


@kernel
def _order(own_sets: Words, own_along: Floats, own_starts: Integers) -> Integers:
    """Blocks with most to violate first, then those that differ most along the direction."""
    blocks = own_starts.size - 1
    keys = np.zeros(blocks)
    for b in range(blocks):
        most = -np.inf
        mean = 0.0
        for k in range(own_starts[b], own_starts[b + 1]):
            keys[b] -= 2.0**20 * size_of(own_sets[k])
            most = max(most, own_along[k])
            mean += own_along[k] / (own_starts[b + 1] - own_starts[b])
        keys[b] += mean - most
    return ascending(keys)


@kernel
def _to_come(own: Floats, own_along: Floats, own_starts: Integers, order: Integers) -> tuple[Floats, Floats, Floats]:
    """What the blocks from each layer on add at most and at least, by party, and at most along the direction."""
    parties = own.shape[1]
    blocks = order.size
    most = np.zeros((blocks + 1, parties))
    least = np.zeros((blocks + 1, parties))
    along = np.zeros(blocks + 1)
    for layer in range(blocks - 1, -1, -1):
        first, last = own_starts[order[layer]], own_starts[order[layer] + 1]
        farthest = -np.inf
        for k in range(first, last):
            farthest = max(farthest, own_along[k])
        along[layer] = along[layer + 1] + farthest
        for p in range(parties):
            highest = -np.inf
            lowest = np.inf
            for k in range(first, last):
                highest = max(highest, own[k, p])
                lowest = min(lowest, own[k, p])
            most[layer, p] = most[layer + 1, p] + highest
            least[layer, p] = least[layer + 1, p] + lowest
    return most, least, along
