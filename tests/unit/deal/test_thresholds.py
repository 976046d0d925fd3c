import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from irenic.deal.kernels.thresholds import FAR, TOLERANCE, least_value, zone_floors
from irenic.fast.grid import STEP, to_grid

GRID = st.integers(-(10**14), 10**14).map(lambda k: k * STEP)


@given(base=GRID, unit=st.integers(1, 10**14).map(lambda k: k * STEP), ratio=st.floats(-2, 2))
def test_the_least_value_is_enough_and_the_next_lower_is_not(base: float, unit: float, ratio: float) -> None:
    value = least_value(base, unit, ratio)
    assert value == float(to_grid(np.array(value)))
    assert (value - base) / unit >= ratio
    assert (value - STEP - base) / unit < ratio


def test_out_of_reach() -> None:
    assert least_value(0.0, 100.0, 1e6) == FAR
    assert least_value(0.0, 100.0, -1e6) == -FAR
    assert least_value(0.0, 100.0, -np.inf) == -FAR


def test_a_ratio_that_a_value_has_is_met_by_that_value() -> None:
    values = to_grid(np.random.default_rng(1).uniform(0, 100, 200))
    for value in values:
        assert least_value(33.0, 7.0, (value - 33.0) / 7.0) <= value


def test_zone_floors_allow_the_tolerance() -> None:
    floors = zone_floors(np.array([[20.0, 30.0]]), np.array([[100.0, 1.0]]))
    assert np.allclose(floors, [[20 - 100 * TOLERANCE, 30 - TOLERANCE]], rtol=0, atol=2 * STEP)
