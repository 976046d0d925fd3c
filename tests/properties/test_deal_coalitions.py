"""Spaces in which coalitions block, against the definition: every package against every side deal, to the bit."""

from dataclasses import dataclass, replace
from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from irenic.deal.blocking import Blocking, Reach, blocked_by
from irenic.deal.constraints import packed
from irenic.deal.frontier import MANY, frontier_of, frontier_sizes
from irenic.deal.kernels.conflicts import conflicts_of_draws, fixes_of
from irenic.deal.kernels.corners import corners_of, is_better, signed_orthants
from irenic.deal.kernels.count import sample_draws
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.kernels.thresholds import FAR, TOLERANCE
from irenic.deal.reference import Coalition, Space, answer_by_enumeration, frontier_by_enumeration
from irenic.deal.spaces import Spaces
from irenic.deal.unblocked import count, exist, orthants, solve, unblocked
from irenic.fast.grid import to_grid
from tests.properties.test_deal_spaces import Case, cases, floors, scale

ONE = np.arange(1)
EVERYTHING = np.ones(1, dtype=np.bool_)


@dataclass(frozen=True)
class Blocked:
    """A space with coalitions, and what analyses receive."""

    case: Case
    space: Space
    spaces: Spaces

    @property
    def blocking(self) -> Blocking:
        return self.spaces.blocking


WORTH = st.one_of(st.integers(0, 4).map(lambda k: 10.0 * k), st.floats(0, 30, allow_nan=False))


@st.composite
def blocked(draw: st.DrawFn) -> Blocked:
    """A space of two to four parties with one or two coalitions of two or three members.

    The status quo is mostly poor and no deal cheap, so that side deals are worth something and zones are not empty.
    """
    case = draw(cases().filter(lambda case: len(case.space.no_deal) > 1))
    parties, combinations = case.space.contributions.shape
    varied = draw(arrays(np.float64, (parties, combinations), elements=WORTH, fill=st.nothing()))
    plain = replace(case.space, contributions=to_grid(varied))
    stays = np.zeros(combinations, dtype=np.bool_)
    for first, end in pairwise(plain.starts.tolist()):
        worst = first + int(plain.contributions[:, first:end].sum(axis=0).argmin())
        stays[draw(st.sampled_from([worst, worst, worst, first]))] = True
    # A constraint that the status quo violates is no objection to a side deal.
    objections = case.violates[:, ~case.violates[stays].any(axis=0)].any(axis=1)
    reaches = []
    for _ in range(draw(st.integers(1, 2))):
        members = draw(st.lists(st.integers(0, parties - 1), min_size=2, max_size=3, unique=True))
        controls = draw(
            arrays(np.bool_, combinations, elements=st.sampled_from([True, True, False]), fill=st.nothing())
        )
        reaches.append(Reach(tuple(members), (stays | (controls & ~objections))[np.newaxis]))
    first_coalition = parties + case.violates.shape[1]
    worst_of_all = np.minimum.reduceat(plain.contributions, plain.starts[:-1], axis=1).sum(axis=1)
    share = draw(arrays(np.float64, parties, elements=st.sampled_from([0.0, 0.0, 0.1, 0.25, 0.5]), fill=st.nothing()))
    space = replace(
        plain,
        no_deal=to_grid(worst_of_all + share * scale(plain)[0]),
        status_quo=int(plain.numbers[stays].sum()),
        coalitions=tuple(
            Coalition(reach.members, side_deals(plain, reach.usable[0]), first_coalition + k)
            for k, reach in enumerate(reaches)
        ),
    )
    return Blocked(case, space, spaces_with(space, stays, reaches))


def side_deals(space: Space, usable: NDArray[np.bool_]) -> frozenset[int]:
    blocks = [range(a, b) for a, b in pairwise(space.starts.tolist())]
    chosen = (list(picked) for picked in product(*blocks))
    return frozenset(int(space.numbers[picked].sum()) for picked in chosen if usable[picked].all())


def spaces_with(space: Space, stays: NDArray[np.bool_], reaches: list[Reach]) -> Spaces:
    contributions, no_deal = space.contributions[np.newaxis], space.no_deal[np.newaxis]
    return Spaces(
        contributions=contributions,
        feasible=space.feasible[np.newaxis],
        hard_allowed=space.allowed[np.newaxis],
        no_deal=no_deal,
        scale=scale(space),
        floors=floors(space),
        alpha=space.alpha[np.newaxis],
        numbers=space.numbers,
        starts=space.starts,
        blocking=blocked_by(reaches, stays, contributions, no_deal, scale(space), space.numbers, space.starts),
    )


@given(blocked())
@settings(max_examples=400)
def test_existence_and_solutions(given_space: Blocked) -> None:
    space, spaces = given_space.space, given_space.spaces
    answer = answer_by_enumeration(space)
    s_star, packages = solve(spaces, spaces.hard_allowed, ONE)
    assert float(s_star[0]) == answer.s_star
    assert packages[0].tolist() == [getattr(answer, solution) for solution in SOLUTIONS]
    assert exist(spaces, spaces.hard_allowed).tolist() == [answer.s_star >= -TOLERANCE] == [answer.zone_count > 0]


@given(blocked())
@settings(max_examples=400)
def test_zone(given_space: Blocked) -> None:
    """Counted, as orthants, and by a sample of packages: as many as reach an orthant."""
    space, spaces = given_space.space, given_space.spaces
    answer = answer_by_enumeration(space)
    assert count(spaces, spaces.hard_allowed, EVERYTHING).tolist() == [answer.zone_count]
    assert count(spaces, spaces.hard_allowed, ~EVERYTHING).tolist() == [0]
    above = np.concatenate([least for _, least in orthants(spaces, ONE)])
    allowed = answer_by_enumeration(replace(space, coalitions=(), no_deal=np.full(len(space.no_deal), -FAR))).zone
    utilities = {number: utility_of(space, number) for number in allowed}
    assert {n for n, u in utilities.items() if (u >= above).all(axis=1).any()} == answer.zone
    if space.feasible.any() and allowed:
        sampled = sample_of(spaces)
        assert (sampled > 0) <= (answer.zone_count > 0)
        if answer.zone_count == answer.feasible_count:
            assert sampled == 64


def sample_of(spaces: Spaces) -> int:
    blocking = spaces.blocking
    found = sample_draws(
        spaces.contributions,
        spaces.feasible,
        spaces.hard_allowed,
        spaces.starts,
        spaces.floors,
        EVERYTHING,
        ONE,
        64,
        blocking.deals,
        spaces.deal_starts,
    )
    return int(found[0])


def utility_of(space: Space, number: int) -> NDArray[np.float64]:
    blocks = [range(a, b) for a, b in pairwise(space.starts.tolist())]
    picked = next(list(p) for p in product(*blocks) if int(space.numbers[list(p)].sum()) == number)
    return np.asarray(space.contributions[:, picked].sum(axis=1))


@given(blocked())
@settings(max_examples=400)
def test_frontier(given_space: Blocked) -> None:
    space, spaces = given_space.space, given_space.spaces
    expected = frontier_by_enumeration(space, len(space.no_deal) >= MANY)
    points = frontier_of(spaces, 0)
    assert points is not None
    assert dict(zip(map(tuple, points.utilities.tolist()), points.packages.tolist(), strict=True)) == expected
    assert frontier_sizes(spaces).tolist() == [len(expected)]
    assert unblocked(spaces, 0, points.utilities).all()


@given(blocked(), st.integers(0, 70))
@settings(max_examples=400)
def test_conflicts(given_space: Blocked, idle: int) -> None:
    """`idle` constraints that nothing violates come before those of coalitions: sets of several words are met too."""
    space, case, blocking = given_space.space, given_space.case, given_space.blocking
    answer = answer_by_enumeration(space)
    if answer.zone_count:
        return
    parties, structural = len(space.no_deal), case.violates.shape[1]
    marks = np.zeros((len(case.violates), parties + structural + idle + len(space.coalitions)), dtype=np.bool_)
    marks[:, parties : parties + structural] = case.violates
    breaches = packed(marks)
    bits = parties + structural + idle + blocking.coalitions
    arguments = (breaches, space.starts, floors(space)[0], blocking.deals, bits)
    fixes = fixes_of(np.ascontiguousarray(space.contributions.T), *arguments)
    assert sorted(map(sorted, sets(fixes, parties + structural, idle))) == sorted(map(sorted, answer.fixes))
    counts, rows = conflicts_of_draws(
        space.contributions[np.newaxis],
        breaches,
        np.full((1, breaches.shape[1]), ~np.uint64(0)),
        space.starts,
        floors(space),
        EVERYTHING,
        blocking.deals,
        bits,
        given_space.spaces.deal_starts,
    )
    found = sets(rows, parties + structural, idle)
    assert len(set(found)) == len(found) == counts[0]
    assert set(found) == answer.conflicts


def sets(rows: NDArray[np.uint64], before: int, idle: int) -> list[frozenset[int]]:
    """Members of each set, numbered as if the idle constraints weren't there."""
    bits = [[b for b in range(64 * len(row)) if int(row[b // 64]) >> (b % 64) & 1] for row in rows]
    return [frozenset(b if b < before else b - idle for b in members) for members in bits]


@st.composite
def offers(draw: st.DrawFn) -> NDArray[np.float64]:
    """Side deals of coalitions among up to four parties."""
    parties, rows = draw(st.integers(1, 4)), draw(st.integers(0, 6))
    levels = draw(arrays(np.float64, (rows, parties), elements=st.integers(0, 4).map(float)))
    outside = draw(arrays(np.bool_, (rows, parties), elements=st.sampled_from([False, False, True])))
    outside[outside.all(axis=1)] = False
    return np.where(outside, FAR, levels)


@given(offers())
@settings(max_examples=400)
def test_corners(deals: NDArray[np.float64]) -> None:
    """What isn't blocked reaches a corner, no corner reaches another, and signed orthants count each point once."""
    corners = corners_of(deals)
    terms, signs = signed_orthants(corners)
    for point in product(range(6), repeat=deals.shape[1]):
        u = np.array(point, dtype=np.float64)
        is_blocked = any(is_better(deal, u) for deal in deals)
        assert is_blocked == all(any(u[p] < corner[p] for p in range(u.size)) for corner in corners)
        assert int(signs[(u >= terms).all(axis=1)].sum()) == (not is_blocked)
    reaches = (corners[:, np.newaxis] >= corners).all(axis=2)
    assert reaches.sum() == len(corners)
    assert 0 not in signs
