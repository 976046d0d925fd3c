"""Raiffa's solutions beside package spaces: sets given by functions, several parties, coalitions."""

from dataclasses import replace

import numpy as np
import pytest

from irenic.deal.blocking import Blocking
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Floats
from irenic.deal.raiffa import raiffa_path, raiffa_points, raiffa_steps
from irenic.deal.spaces import Spaces, scale_of
from irenic.fast.grid import to_grid


def simplex(u: Floats) -> Floats:
    """Whoever gets the rest of 1 while the others keep what they have."""
    return np.asarray(u + (1 - u.sum()))


@pytest.mark.parametrize("parties", [1, 2, 3, 5])
def test_what_is_shared_is_shared_evenly_above_no_deal(parties: int) -> None:
    no_deal = np.arange(parties) / 20
    expected = no_deal + (1 - no_deal.sum()) / parties
    assert raiffa_steps(simplex, no_deal) == pytest.approx(expected, abs=1e-11)
    assert raiffa_path(simplex, no_deal) == pytest.approx(expected, abs=1e-9)


def test_where_nothing_is_to_be_gained_nothing_moves() -> None:
    best = np.array([0.25, 0.75])
    assert raiffa_steps(lambda _: best, best).tolist() == best.tolist()
    assert raiffa_path(lambda _: best, best).tolist() == best.tolist()


def test_a_path_that_does_not_end_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not end"):
        raiffa_path(lambda u: u + 1.0, np.zeros(2))


def spaces_of_prizes(parties: int) -> Spaces:
    """Each package gives one party 60 and the others nothing; no deal is worth nothing."""
    contributions = to_grid(60.0 * np.eye(parties))[np.newaxis]
    allowed = np.ones((1, parties), dtype=np.bool_)
    starts = np.array([0, parties])
    nothing = np.zeros((1, parties))
    scale = scale_of(contributions, allowed, starts)
    weights = np.full((1, parties), 1 / parties)
    return Spaces(
        contributions, allowed, allowed, nothing, scale, nothing, weights, np.arange(parties), starts, Blocking()
    )


def points_of(spaces: Spaces) -> tuple[Floats, Floats]:
    one = np.zeros(1, dtype=np.int64)
    attained = spaces.contributions[:, :, 0]
    discrete, continuous = raiffa_points(spaces, spaces.feasible, attained, one, np.ones(1, dtype=np.bool_))
    return discrete[0], continuous[0]


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 6])
def test_a_lottery_over_prizes_is_even(parties: int) -> None:
    discrete, continuous = points_of(spaces_of_prizes(parties))
    assert discrete == pytest.approx(np.full(parties, 60 / parties), abs=1e-6)
    if parties > 2:
        assert np.isnan(continuous).all()
    else:
        assert continuous == pytest.approx(discrete, abs=1e-7)


@pytest.mark.parametrize(("offer", "told"), [(19.0, True), (21.0, False)])
def test_a_point_that_a_coalition_would_better_is_not_told(offer: float, told: bool) -> None:
    """Each of three gets 20; two of them could get the offer by themselves."""
    deals = np.array([[offer, offer, FAR]])
    corners = np.array([[offer, -FAR, -FAR], [-FAR, offer, -FAR]])
    one = np.array([0, 1])
    blocking = Blocking(deals, np.zeros(1, dtype=np.int64), one, corners, np.array([0, 2]))
    discrete, _ = points_of(replace(spaces_of_prizes(3), blocking=blocking))
    assert np.isfinite(discrete).all() == told
