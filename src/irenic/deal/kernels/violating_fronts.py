"""The package space of each draw, reduced, with what its combinations violate."""

import numpy as np

from irenic.deal.kernels.breaches import includes, size_of
from irenic.deal.kernels.types import Count, Floats, Integers, Truths, Words
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending


@kernel
def violating_fronts(
    contributions: Floats, breaches: Words, in_force: Words, usable: Truths, numbers: Integers, starts: Integers
) -> tuple[Floats, Words, Integers, Integers]:
    """Of each block the usable combinations that no other betters, whichever constraints give way.

    A combination is left out where another of its block violates no more and is worth at least as much to every party,
    and more to one; of those that are worth the same, where that other also has the lower number. Bound by kept ×
    usable comparisons a block.

    Args:
        contributions: float64[draw, party, combination].
        breaches: uint64[combination, word], constraints that a combination violates if they are in force.
        in_force: uint64[draw, word].
        usable: bool[combination].
        numbers: int64[combination], parts of the package number, ascending within each block.
        starts: int64[block + 1].

    Returns:
        vectors float64[kept, party], what they violate uint64[kept, word], their numbers int64[kept], draw by draw, and
        starts int64[draw, block + 1] among them.
    """
    draws, parties, combinations = contributions.shape
    words = breaches.shape[1]
    blocks = starts.size - 1
    room = 2 * combinations
    vectors = np.empty((room, parties))
    sets = np.empty((room, words), np.uint64)
    kept_numbers = np.empty(room, np.int64)
    kept_starts = np.zeros((draws, blocks + 1), np.int64)
    end = np.int64(0)
    for d in range(draws):
        if end + combinations > room:
            room = 2 * (end + combinations)
            vectors = _longer_floats(vectors, end, room)
            sets = _longer_words(sets, end, room)
            kept_numbers = _longer_numbers(kept_numbers, end, room)
        kept_starts[d, 0] = end
        for b in range(blocks):
            begin = end
            for c in _in_order(contributions[d], breaches, in_force[d], starts[b], starts[b + 1]):
                if not usable[c]:
                    continue
                for p in range(parties):
                    vectors[end, p] = contributions[d, p, c]
                for w in range(words):
                    sets[end, w] = breaches[c, w] & in_force[d, w]
                kept_numbers[end] = numbers[c]
                if not _is_bettered(vectors, sets, kept_numbers, begin, end):
                    end += 1
            kept_starts[d, b + 1] = end
    return vectors[:end].copy(), sets[:end].copy(), kept_numbers[:end].copy(), kept_starts


@kernel
def _in_order(contributions: Floats, breaches: Words, in_force: Words, first: int, last: int) -> Integers:
    """The combinations of a block, fewest violations first, then those worth most in sum: what betters comes first."""
    keys = np.empty(last - first)
    violated = np.empty(in_force.size, np.uint64)
    for c in range(first, last):
        total = 0.0
        for p in range(contributions.shape[0]):
            total += contributions[p, c]
        for w in range(in_force.size):
            violated[w] = breaches[c, w] & in_force[w]
        keys[c - first] = size_of(violated) * 2.0**32 - total
    return first + ascending(keys)


@kernel
def _is_bettered(vectors: Floats, sets: Words, numbers: Integers, begin: Count, this: Count) -> bool:
    """Whether one of the combinations kept before betters this one."""
    for k in range(begin, this):
        at_least = True
        equal = True
        for p in range(vectors.shape[1]):
            if vectors[k, p] < vectors[this, p]:
                at_least = False
                break
            equal &= vectors[k, p] == vectors[this, p]
        if at_least and (not equal or numbers[k] < numbers[this]) and includes(sets[this], sets[k]):
            return True
    return False


@kernel
def _longer_floats(rows: Floats, count: Count, room: Count) -> Floats:
    found = np.empty((room, rows.shape[1]))
    for i in range(count):
        for p in range(rows.shape[1]):
            found[i, p] = rows[i, p]
    return found


@kernel
def _longer_words(rows: Words, count: Count, room: Count) -> Words:
    found = np.empty((room, rows.shape[1]), np.uint64)
    for i in range(count):
        for w in range(rows.shape[1]):
            found[i, w] = rows[i, w]
    return found


@kernel
def _longer_numbers(rows: Integers, count: Count, room: Count) -> Integers:
    found = np.empty(room, np.int64)
    for i in range(count):
        found[i] = rows[i]
    return found
