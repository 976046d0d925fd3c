"""The kernels against the definitions: on random small spaces, full of ties, they agree to the bit."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from irenic.deal.constraints import packed
from irenic.deal.kernels.conflicts import conflicts_of_draws, fixes_of
from irenic.deal.kernels.count import count_draws
from irenic.deal.kernels.count_pairs import count_pairs
from irenic.deal.kernels.count_scan import count_scan
from irenic.deal.kernels.exists import exists_in_draws
from irenic.deal.kernels.expansion import merged_blocks
from irenic.deal.kernels.live import live_draws
from irenic.deal.kernels.solve import SOLUTIONS, solve_draws
from irenic.deal.kernels.thresholds import TOLERANCE, zone_floors
from irenic.deal.reference import Answer, Space, answer_by_enumeration
from irenic.deal.spaces import packages_of, scale_of
from irenic.fast.grid import to_grid

WIDE = st.floats(0, 30, allow_nan=False)
ALIKE = st.sampled_from([0.0, 0.0, 10.0, 20.0, -10.0])
THIRDS = st.integers(0, 3).map(lambda k: k / 3)


@dataclass(frozen=True)
class Case:
    """A space, and for each combination which of the structural constraints it violates."""

    space: Space
    violates: NDArray[np.bool_]


@st.composite
def cases(draw: st.DrawFn, most_parties: int = 4) -> Case:
    parties = draw(st.integers(1, most_parties))
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    count = int(starts[-1])
    worth = draw(st.sampled_from([WIDE, ALIKE, THIRDS]))
    contributions = to_grid(draw(arrays(np.float64, (parties, count), elements=worth)))
    violates = draw(
        arrays(
            np.bool_,
            (count, draw(st.integers(0, 6))),
            fill=st.nothing(),
            elements=st.sampled_from([False] * 3 + [True]),
        )
    )
    feasible = np.asarray(~violates[:, : violates.shape[1] // 2].any(axis=1), dtype=np.bool_)
    allowed = np.asarray(~violates.any(axis=1), dtype=np.bool_)
    first = np.maximum.reduceat(contributions, starts[:-1], axis=1).sum(axis=1)
    last = np.minimum.reduceat(contributions, starts[:-1], axis=1).sum(axis=1)
    share = draw(arrays(np.float64, parties, elements=st.sampled_from([0.0, 0.25, 0.5, 0.6, 0.75, 1.0, 1.2])))
    alpha = draw(st.sampled_from([np.ones(parties), np.arange(1.0, parties + 1)]))
    return Case(
        Space(
            contributions=contributions,
            feasible=feasible,
            allowed=allowed,
            violated=tuple(frozenset(int(k) + parties for k in np.flatnonzero(row)) for row in violates),
            numbers=_numbers(sizes, draw(st.permutations(range(len(sizes))))),
            starts=starts,
            no_deal=to_grid(last + share * (first - last)),
            alpha=alpha / alpha.sum(),
        ),
        violates,
    )


def _numbers(sizes: list[int], order: list[int]) -> NDArray[np.int64]:
    """Index contributions if the blocks' issues stand in that order."""
    stride = {}
    product = 1
    for block in reversed(order):
        stride[block] = product
        product *= sizes[block]
    return np.concatenate([np.arange(size, dtype=np.int64) * stride[b] for b, size in enumerate(sizes)])


def scale(space: Space) -> NDArray[np.float64]:
    return scale_of(space.contributions[np.newaxis], space.feasible[np.newaxis], space.starts)


def floors(space: Space) -> NDArray[np.float64]:
    return zone_floors(space.no_deal[np.newaxis], scale(space))


@given(cases())
@settings(max_examples=300)
def test_existence_and_solutions(case: Case) -> None:
    space = case.space
    answer = answer_by_enumeration(space)
    one = (space.contributions[np.newaxis], space.allowed[np.newaxis], space.numbers, space.starts)
    found = solve_draws(*one, space.no_deal[np.newaxis], scale(space), floors(space), space.alpha[np.newaxis])
    assert float(found[0][0]) == answer.s_star
    assert found[1][0].tolist() == [getattr(answer, solution) for solution in SOLUTIONS]
    assert bool(exists_in_draws(*one, floors(space))[0]) == (answer.s_star >= -TOLERANCE)


@given(cases())
@settings(max_examples=300)
def test_live_options(case: Case) -> None:
    """Every block is an issue; what is known of the zone beforehand changes nothing."""
    space = case.space
    answer = answer_by_enumeration(space)
    sizes = np.diff(space.starts)
    strides = np.array([space.numbers[a + 1] if b - a > 1 else 1 for a, b in pairwise(space.starts)])
    expected = np.zeros(len(space.numbers), dtype=np.bool_)
    for number in answer.zone:
        expected[space.starts[:-1] + number // strides % sizes] = True
    for known in ([], [answer.nash], [answer.utilitarian, answer.nash]):
        found = live_draws(
            space.contributions[np.newaxis],
            space.allowed[np.newaxis],
            space.numbers,
            space.starts,
            floors(space),
            np.ones(1, dtype=np.bool_),
            strides,
            sizes,
            np.arange(len(sizes)),
            np.array([known], dtype=np.int64),
        )
        assert found[0].tolist() == expected.tolist()


@given(cases())
@settings(max_examples=200)
def test_counts(case: Case) -> None:
    space = case.space
    answer = answer_by_enumeration(space)
    everything = np.ones(1, dtype=np.bool_)
    allowed = space.allowed[np.newaxis]
    assert count_draws(space.contributions[np.newaxis], allowed, space.starts, floors(space), everything).tolist() == [
        answer.zone_count
    ]
    assert packages_of(space.feasible[np.newaxis], space.starts).tolist() == [answer.feasible_count]


@given(cases())
def test_the_two_ways_of_counting_agree(case: Case) -> None:
    space = case.space
    vectors, multiplicities, starts, constant, _ = merged_blocks(space.contributions, space.allowed, space.starts)
    if len(space.no_deal) <= 2:
        arguments = (vectors, multiplicities, starts, constant, floors(space)[0])
        assert count_pairs(*arguments) == count_scan(*arguments)


@given(cases(), st.integers(0, 70))
@settings(max_examples=300)
def test_conflicts(case: Case, idle: int) -> None:
    """`idle` constraints that nothing violates come first, so that sets of several words are met too."""
    space, parties = case.space, len(case.space.no_deal)
    answer = answer_by_enumeration(space)
    if answer.zone_count:
        return
    nothing = np.zeros((len(case.violates), parties + idle), dtype=np.bool_)
    breaches = packed(np.concatenate([nothing, case.violates], axis=1))
    in_force = np.full((1, breaches.shape[1]), ~np.uint64(0))
    no_deals, no_bits = np.empty((0, parties)), np.empty(0, dtype=np.int64)
    vectors = np.ascontiguousarray(space.contributions.T)
    fixes = fixes_of(vectors, breaches, space.starts, floors(space)[0], no_deals, no_bits)
    assert sorted(map(sorted, _sets(fixes, parties, idle))) == sorted(map(sorted, answer.fixes))
    counts, rows = conflicts_of_draws(
        space.contributions[np.newaxis],
        breaches,
        in_force,
        space.starts,
        floors(space),
        np.ones(1, dtype=np.bool_),
        no_deals,
        no_bits,
        np.zeros(2, dtype=np.int64),
    )
    found = _sets(rows, parties, idle)
    assert len(set(found)) == len(found) == counts[0]
    assert set(found) == answer.conflicts
    assert_cannot_hold_together(answer)


def _sets(rows: NDArray[np.uint64], parties: int, idle: int) -> list[frozenset[int]]:
    """Members of each set, numbered as if the idle constraints weren't there."""
    bits = [[b for b in range(64 * len(row)) if int(row[b // 64]) >> (b % 64) & 1] for row in rows]
    assert not any(parties <= b < parties + idle for members in bits for b in members)
    return [frozenset(b if b < parties else b - idle for b in members) for members in bits]


def assert_cannot_hold_together(answer: Answer) -> None:
    """What a conflict says: every package violates a member, and without any one member some package violates none."""
    for conflict in answer.conflicts:
        assert all(fix & conflict for fix in answer.fixes)
        for member in conflict:
            assert any(not fix & (conflict - {member}) for fix in answer.fixes)
