"""The frontier against its definition: on random small spaces, full of ties, it is the same to the bit."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal.frontier import COUNTED, MANY, frontier_of, frontier_sizes
from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.frontier import frontier
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.reference import Space, frontier_by_enumeration
from irenic.deal.spaces import Spaces
from tests.properties.test_deal_spaces import Case, cases, floors, scale


def found(space: Space, zone: bool) -> dict[tuple[float, ...], int]:
    vectors, numbers, starts = block_fronts(space.contributions, space.allowed, space.numbers, space.starts)
    if has_empty_block(starts):
        return {}
    given = floors(space)[0] if zone else np.full(len(space.no_deal), -FAR)
    points, packages, whole = frontier(vectors, numbers, starts, given, np.int64(COUNTED))
    assert whole
    assert len(np.unique(points, axis=0)) == len(points)
    return {tuple(point): number for point, number in zip(points.tolist(), packages.tolist(), strict=True)}


@given(cases(5), st.booleans())
@settings(max_examples=300)
def test_frontier(case: Case, zone: bool) -> None:
    assert found(case.space, zone) == frontier_by_enumeration(case.space, zone)


@given(cases(5))
def test_frontier_of_a_space(case: Case) -> None:
    space = case.space
    expected = frontier_by_enumeration(space, len(space.no_deal) >= MANY)
    spaces = spaces_with(space)
    points = frontier_of(spaces, 0)
    assert points is not None
    assert dict(zip(map(tuple, points.utilities.tolist()), points.packages.tolist(), strict=True)) == expected
    assert list(map(tuple, points.utilities.tolist())) == sorted(expected, reverse=True)
    assert frontier_sizes(spaces).tolist() == [len(expected)]
    if expected:
        assert frontier_sizes(spaces, limit=0).tolist() == [-1]


def spaces_with(space: Space) -> Spaces:
    """The one space, as analyses receive it."""
    return Spaces(
        contributions=space.contributions[np.newaxis],
        feasible=space.feasible[np.newaxis],
        hard_allowed=space.allowed[np.newaxis],
        no_deal=space.no_deal[np.newaxis],
        scale=scale(space),
        floors=floors(space),
        alpha=space.alpha[np.newaxis],
        numbers=space.numbers,
        starts=space.starts,
    )
