"""The frontier against its definition: on random small spaces, full of ties, it is the same to the bit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal import frontier
from irenic.deal.reference import Space, frontier_by_enumeration
from irenic.deal.spaces import Spaces
from tests.properties.test_deal_spaces import Case, cases, floors, scale


@given(cases(5), st.sampled_from([1, 5, 9]), st.sampled_from([0, 4, 512]))
@settings(max_examples=400)
def test_frontier(case: Case, many: int, few: int) -> None:
    """Of the zone from `many` parties on; up to `few` sums by comparing all pairs."""
    space = case.space
    expected = frontier_by_enumeration(space, len(space.no_deal) >= many)
    spaces = spaces_with(space)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontier, "MANY", many)
        patch.setattr(frontier, "_FEW", few)
        points = frontier.frontier_of(spaces, 0)
        sizes = frontier.frontier_sizes(spaces)
        given_up = frontier.frontier_sizes(spaces, limit=0)
    assert points is not None
    assert dict(zip(map(tuple, points.utilities.tolist()), points.packages.tolist(), strict=True)) == expected
    assert list(map(tuple, points.utilities.tolist())) == sorted(expected, reverse=True)
    assert sizes.tolist() == [len(expected)]
    if expected:
        assert given_up.tolist() == [frontier.GIVEN_UP]


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
