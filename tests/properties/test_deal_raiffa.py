"""Raiffa's solutions on package spaces, against the definition over all mixtures of packages."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from numpy.typing import NDArray

from irenic.deal.kernels.raiffa import raiffa_draws
from irenic.deal.raiffa import raiffa_path, raiffa_steps
from irenic.deal.reference import Space, answer_by_enumeration, bests_by_enumeration
from tests.properties.test_deal_spaces import Case, cases

Floats = NDArray[np.float64]


def solved(space: Space, attained: Floats) -> tuple[Floats, Floats]:
    discrete, continuous = raiffa_draws(
        space.contributions[np.newaxis],
        space.allowed[np.newaxis],
        space.numbers,
        space.starts,
        space.no_deal[np.newaxis],
        attained[np.newaxis],
        np.ones(1, dtype=np.bool_),
    )
    return discrete[0], continuous[0]


def nash_utilities(space: Space) -> Floats | None:
    """What the Nash package is worth, or None where there is no deal."""
    number = answer_by_enumeration(space).nash
    if number < 0:
        return None
    found = np.zeros(len(space.no_deal))
    for first, last in pairwise(space.starts):
        stride = int(space.numbers[first + 1]) if last - first > 1 else 1
        found += space.contributions[:, first + number // stride % (last - first)]
    return found


def spans(space: Space) -> Floats:
    """Largest less smallest utility of every party over the allowed packages."""
    within = np.where(space.allowed, space.contributions, np.nan)
    parts = [within[:, first:last] for first, last in pairwise(space.starts)]
    return np.asarray(np.sum([np.nanmax(part, axis=1) - np.nanmin(part, axis=1) for part in parts], axis=0))


@given(cases())
@settings(max_examples=50)
def test_steps_end_where_the_definition_says(case: Case) -> None:
    """For three and four parties the definition is solved to 1e-7 of their spans, which steep exchanges multiply."""
    attained = nash_utilities(case.space)
    if attained is None:
        return
    parties = len(attained)
    discrete, _ = solved(case.space, attained)
    start = np.minimum(case.space.no_deal, attained)
    expected = raiffa_steps(bests_by_enumeration(case.space), start, left=1e-12 if parties < 3 else 1e-7)
    if parties < 3:
        assert np.abs(discrete - expected).max() <= 2.0**-26
    else:
        assert (np.abs(discrete - expected) <= 1e-6 + 1e-4 * spans(case.space)).all()


@given(cases(most_parties=2))
@settings(max_examples=40)
def test_the_path_ends_where_the_definition_says(case: Case) -> None:
    """The definition is integrated step by step; where a corner lies within a step it loses some 1e-6 of a point."""
    attained = nash_utilities(case.space)
    if attained is None:
        return
    _, continuous = solved(case.space, attained)
    start = np.minimum(case.space.no_deal, attained)
    assert np.abs(continuous - raiffa_path(bests_by_enumeration(case.space), start)).max() <= 1e-5
