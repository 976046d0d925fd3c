"""More aid, and no response to it: forces, odds and the line never get worse for who gets it. What war is worth may."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from irenic.war.forecast import Monthly
from irenic.war.inputs import WarInputs
from irenic.war.odds import Beliefs, win_chances
from irenic.war.theatre import Theatre
from irenic.war.value import Prospect, prospect, values_ahead
from tests.unit.war.theatres import PARTIES, inputs_of, moving, steady, theatre_of

Floats = NDArray[np.float64]

SEEDS = st.integers(0, 2**32 - 1)
BELIEFS = Beliefs(np.array([0.2, 0.9]), np.array([0.3, 0.6]), np.array([0.4, 0.6]))
SLACK = 1e-9
"""Sums are rounded, and Runge–Kutta steps keep the order of two courses up to their error."""


def helped(told: Monthly, path: str, more: Floats) -> Monthly:
    """The same course, with more of one number in each month."""

    def found(name: str, base: Floats) -> Floats:
        return told(name, base) + more if name == path else told(name, base)

    return found


def chance_of_places(theatre: Theatre, ahead: Prospect, top: int) -> float:
    """Chance that the line ends at least `top` places up: what 1 point there is worth, free and undiscounted."""
    ahead = replace(ahead, discount=np.ones_like(ahead.discount), cost=np.zeros_like(ahead.cost))
    places = np.arange(len(theatre.places))
    parties = ahead.lean.shape[1]
    utility = np.broadcast_to((places >= top).astype(float), (1, 1, parties, len(places))).copy()
    return float(values_ahead(theatre, ahead, utility, BELIEFS).value[0, 0, 0])


@given(
    seed=SEEDS,
    levers=st.booleans(),
    side=st.integers(0, 1),
    field=st.sampled_from(["aid", "grants"]),
    size=st.floats(0.0, 20.0),
)
def test_aid_never_hurts_who_gets_it(seed: int, levers: bool, side: int, field: str, size: float) -> None:
    theatre = theatre_of(line=3, horizon=14, first_gains_upward=side == 0)
    inputs = inputs_of(seed, p=1.0, q=0.0)
    told = moving(14, seed) if levers else steady(14)
    more = size * np.random.default_rng(seed).random(14)
    path = f"theatre.sides.{theatre.sides[side]}.{field}"
    before = prospect(theatre, inputs, (0,), told)
    after = prospect(theatre, inputs, (0,), helped(told, path, more))
    own, other = after.forecast.forces - before.forecast.forces, after.forecast.money - before.forecast.money
    assert (own[0, side] >= -SLACK).all()
    assert (own[0, 1 - side] <= SLACK).all()
    assert (other[0, side] >= -SLACK).all()
    assert after.forecast.collapse[0, side] >= before.forecast.collapse[0, side]
    assert after.forecast.collapse[0, 1 - side] <= before.forecast.collapse[0, 1 - side]
    odds = [win_chances(np.array(0.4), np.array(0.5), of.forecast.log_ratio)[side] for of in (before, after)]
    assert (odds[1] >= odds[0] - SLACK).all()
    for top in range(1, len(theatre.places)):  # places go up in favour of the side that is helped
        assert chance_of_places(theatre, after, top) >= chance_of_places(theatre, before, top) - SLACK


def losing_war() -> tuple[Theatre, WarInputs]:
    """Side 0 runs out of money in the third month, unless it gets grants; the line hardly moves."""
    theatre = theatre_of(line=1, horizon=24)
    inputs = inputs_of(
        1,
        forces=300.0,
        replenishment=0.0,
        loss_rate=1.0,
        money=[4.0, np.nan],
        revenue=2.0,
        grants=0.0,
        cost=4.0,
        points_cost=[1.5, 0.0],
        initiative=0.05,
        standstill=np.nan,
        discount=0.9,
        p=1.0,
        q=0.0,
    )
    return theatre, inputs


def test_war_value_may_fall_though_aid_rises() -> None:
    """Grants keep a side in a war that costs it more than its defeat; a party that likes the end loses by the delay."""
    theatre, inputs = losing_war()
    # Places: the end below (side 0 has lost), the line, the end above. By party: side 0 minds the line and the defeat
    # alike; side 1 and its patron like the defeat of side 0; who looks on would have the line stand.
    worth = np.array([[40.0, 42.0, 60.0], [90.0, 40.0, 0.0], [80.0, 50.0, 10.0], [10.0, 60.0, 50.0]])
    utility = worth[np.newaxis, np.newaxis]
    found = []
    for grants in (0.0, 2.5):
        told = helped(steady(24), "theatre.sides.avia.grants", np.full(24, grants))
        ahead = prospect(theatre, inputs, tuple(range(len(PARTIES))), told)
        found.append((ahead, values_ahead(theatre, ahead, utility, BELIEFS).value[0, 0]))
    (poor, without), (rich, given_grants) = found
    assert poor.collapse[0] == 2
    assert rich.collapse[0] > 24
    for top in range(1, 3):
        assert chance_of_places(theatre, rich, top) > chance_of_places(theatre, poor, top)
    lost = given_grants - without
    assert lost[0] < -5.0  # the costs run on for years
    assert lost[1] < -5.0
    assert lost[2] < -1.0
    assert lost[3] > 5.0
