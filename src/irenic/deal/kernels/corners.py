"""Utilities that no coalition can better, as a union of orthants.

A side deal, told by a vector f, blocks what gives every member less than f (components of others are FAR). What no side
deal blocks can only improve, so it is the union of finitely many orthants u ≥ corner: the local upper bounds of
Klamroth, Lacour & Vanderpooten (2015), seen from the other side.
"""

import numpy as np

from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel


@kernel
def is_better(deal: Floats, sums: Floats) -> bool:
    """Whether a side deal gives every member more than these utilities."""
    for p in range(deal.size):
        if deal[p] < FAR and sums[p] >= deal[p]:
            return False
    return True


@kernel
def corners_of(deals: Floats) -> Floats:
    """The corners of what no side deal blocks: float64[corner, party], −FAR where anything will do.

    Side deals are taken one by one. A corner that the new one blocks gives way to one corner for every member, raised
    for this member to what the side deal offers; raised ones that reach another corner add nothing. (A corner that
    stays reaches no raised one: it would reach what that was raised from.) Bound by side deals × corners × raised
    corners.

    Args:
        deals: float64[side deal, party], FAR for parties that are no members.
    """
    parties = deals.shape[1]
    corners = np.full((1, parties), -FAR)
    for k in range(len(deals)):
        tried = np.empty((len(corners) * parties, parties))
        count = np.int64(0)
        for c in range(len(corners)):
            if not is_better(deals[k], corners[c]):
                _write(tried[count], corners[c])
                count += 1
        staying = count
        for c in range(len(corners)):
            if is_better(deals[k], corners[c]):
                for p in range(parties):
                    if deals[k, p] < FAR:
                        _write(tried[count], corners[c])
                        tried[count, p] = deals[k, p]
                        count += 1
        corners = _lowest(tried[:count], staying)
    return corners


@kernel
def _write(to: Floats, values: Floats) -> None:
    for p in range(values.size):
        to[p] = values[p]


@kernel
def _lowest(vectors: Floats, staying: Count) -> Floats:
    """The vectors that reach no other; of equal ones the last. The first `staying` are known to reach none."""
    kept = np.ones(len(vectors), np.bool_)
    for i in range(staying, len(vectors)):
        for k in range(len(vectors)):
            if k != i and kept[k]:
                reaches = True
                for p in range(vectors.shape[1]):
                    if vectors[i, p] < vectors[k, p]:
                        reaches = False
                        break
                if reaches:
                    kept[i] = False
                    break
    return vectors[kept].copy()


@kernel
def signed_orthants(corners: Floats) -> tuple[Floats, Integers]:
    """The union of the orthants above some corners as a sum of orthants with signs.

    Inclusion and exclusion, corner by corner: the union with one more is the union so far, plus its orthant, less what
    its orthant has in common with those so far. Orthants with the same corner are put together and those that cancel
    left out, so the sum does not depend on the order; in two dimensions it has no more than 2 · corners − 1 terms.

    Returns:
        corners float64[term, party] and their coefficients int64[term].
    """
    parties = corners.shape[1]
    terms = np.empty((0, parties))
    signs = np.empty(0, np.int64)
    common = np.empty(parties)
    for c in range(len(corners)):
        longer = np.empty((2 * len(terms) + 1, parties))
        longer_signs = np.zeros(len(longer), np.int64)
        count: Count = np.int64(0)
        for t in range(len(terms)):
            count = _put(longer, longer_signs, count, terms[t], signs[t])
        count = _put(longer, longer_signs, count, corners[c], np.int64(1))
        for t in range(len(terms)):
            for p in range(parties):
                common[p] = max(terms[t, p], corners[c, p])
            count = _put(longer, longer_signs, count, common, -signs[t])
        counted = longer_signs[:count] != 0
        terms = longer[:count][counted]
        signs = longer_signs[:count][counted]
    return terms, signs


@kernel
def _put(terms: Floats, signs: Integers, count: Count, corner: Floats, sign: np.int64) -> Count:
    """Add a term to the first `count` ones, in place, and return how many there are: equal corners are one term."""
    for t in range(count):
        same = True
        for p in range(corner.size):
            same &= terms[t, p] == corner[p]
        if same:
            signs[t] += sign
            return count
    for p in range(corner.size):
        terms[count, p] = corner[p]
    signs[count] = sign
    return count + 1
