import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from irenic.deal.kernels.hitting_sets import minimal_hitting_sets
from irenic.deal.reference import minimal_hitting_sets as by_trying


def words(sets: list[frozenset[int]], count: int) -> NDArray[np.uint64]:
    """The sets as rows of words."""
    rows = np.zeros((len(sets), count), dtype=np.uint64)
    for row, members in zip(rows, sets, strict=True):
        for b in members:
            row[b // 64] |= np.uint64(1) << np.uint64(b % 64)
    return rows


def sets_of(rows: NDArray[np.uint64]) -> list[frozenset[int]]:
    """The rows as sets."""
    return [frozenset(b for b in range(64 * len(r)) if int(r[b // 64]) >> (b % 64) & 1) for r in rows]


MEMBERS = st.sampled_from([0, 1, 2, 63, 64, 65, 100, 127])


@given(st.lists(st.frozensets(MEMBERS, min_size=1, max_size=4), min_size=1, max_size=7, unique=True))
def test_as_by_trying_all_subsets(given_sets: list[frozenset[int]]) -> None:
    antichain = [s for s in given_sets if not any(other < s for other in given_sets)]
    found = sets_of(minimal_hitting_sets(words(antichain, 2)))
    assert frozenset(found) == by_trying(frozenset(antichain))
    assert len(found) == len(set(found))


def test_they_come_in_ascending_order() -> None:
    rows = minimal_hitting_sets(words([frozenset({1, 70}), frozenset({0, 64}), frozenset({2})], 2))
    values = [int(low) + (int(high) << 64) for low, high in rows]
    assert values == sorted(values)
    assert len(values) == 4


def test_many_hitting_sets() -> None:
    pairs = [frozenset({2 * k, 2 * k + 1}) for k in range(10)]
    assert len(minimal_hitting_sets(words(pairs, 1))) == 2**10
