import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from irenic.fast.grid import Floats
from irenic.fast.radix import FEW, LONG, SHORT, ascending_by_digits

SIZES = [0, 1, 2, FEW, FEW + 1, SHORT, SHORT + 1, LONG, LONG + 1, 20_000]


def keys_of(spread: str, size: int) -> Floats:
    rng = np.random.default_rng(size)
    if spread == "even":
        return rng.random(size)
    if spread == "few":
        return rng.integers(-3, 4, size).astype(np.float64)
    if spread == "one":
        return np.full(size, 7.5)
    if spread == "wide":
        return np.asarray(np.exp(rng.uniform(-700.0, 700.0, size)) * rng.choice([-1.0, 1.0], size))
    return np.where(rng.random(size) < 0.5, 1.0 + rng.random(size) * 2.0**-45, -1e300)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spread", ["even", "few", "one", "wide", "alike"])
def test_the_order_is_stable(size: int, spread: str) -> None:
    keys = keys_of(spread, size)
    assert ascending_by_digits(keys).tolist() == np.argsort(keys, kind="stable").tolist()


@given(arrays.arrays(np.float64, st.integers(FEW + 1, 200), elements=st.floats(allow_nan=False)))
def test_zeros_are_equal_and_infinities_are_the_ends(keys: Floats) -> None:
    assert ascending_by_digits(keys).tolist() == np.argsort(keys, kind="stable").tolist()
