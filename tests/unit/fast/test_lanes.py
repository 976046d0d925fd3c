import math

import numba
import numpy as np
import pytest

from irenic.fast.compiled import kernel
from irenic.fast.grid import Floats
from irenic.fast.lanes import LANES, exponential, larger, logarithm, logistic, power, select, smaller

ULP = 2.0**-52


@kernel
def exponentials(x: Floats, out: Floats) -> None:
    for i in range(LANES):
        out[i] = exponential(x[i])


@kernel
def logarithms(x: Floats, out: Floats) -> None:
    for i in range(LANES):
        out[i] = logarithm(x[i])


@kernel
def powers(x: Floats, y: Floats, out: Floats) -> None:
    for i in range(LANES):
        out[i] = power(x[i], y[i])


@kernel
def choices(x: Floats, out: Floats) -> None:
    for i in range(LANES):
        out[i] = select(x[i] < 0.0, larger(-1.0, x[i]), smaller(1.0, x[i]))


@kernel
def odds(x: Floats, out: Floats) -> None:
    for i in range(LANES):
        out[i] = logistic(x[i])


def test_exponential() -> None:
    for reach in (1e-9, 1.0, 30.0, 699.0):
        x = np.random.default_rng(1).uniform(-reach, reach, LANES)
        found = np.empty(LANES)
        exponentials(x, found)
        assert np.abs(found / np.exp(x) - 1.0).max() <= 4 * ULP  # as its docstring says


def test_exponential_is_cut_where_it_would_overflow() -> None:
    found = np.empty(LANES)
    exponentials(np.full(LANES, 1e6), found)
    assert found[0] == pytest.approx(math.exp(700.0), rel=1e-14)
    exponentials(np.full(LANES, -1e6), found)
    assert found[0] == pytest.approx(math.exp(-700.0), rel=1e-14)


def test_logarithm() -> None:
    for reach in (1e-6, 0.4, 30.0, 700.0):
        expected = np.random.default_rng(2).uniform(-reach, reach, LANES)
        x = np.exp(expected)
        found = np.empty(LANES)
        logarithms(x, found)
        assert (np.abs(found - np.log(x)) <= 4 * ULP * np.maximum(np.abs(np.log(x)), 1.0)).all()


def test_powers_and_their_limit_at_zero() -> None:
    rng = np.random.default_rng(3)
    x, y, found = rng.uniform(0.0, 2000.0, LANES), rng.uniform(0.0, 2.0, LANES), np.empty(LANES)
    x[:3], y[:3] = (0.0, 1e-320, 0.0), (0.5, 0.01, 0.0)
    powers(x, y, found)
    assert found[:3].tolist() == [0.0, 0.0, 1.0]
    assert np.abs(found[3:] / x[3:] ** y[3:] - 1.0).max() <= 100 * ULP  # the logarithm's error times the exponent


def test_choices() -> None:
    x, found = np.linspace(-3.0, 3.0, LANES), np.empty(LANES)
    choices(x, found)
    assert (found == np.clip(x, -1.0, 1.0)).all()


def test_logistic() -> None:
    x, found = np.linspace(-40.0, 40.0, LANES), np.empty(LANES)
    odds(x, found)
    assert np.abs(found * (1.0 + np.exp(-x)) - 1.0).max() <= 8 * ULP


def test_loops_over_lanes_become_vectors() -> None:
    """The polynomial's twelve products are packed ones. Code that comes from the cache can't be looked at."""

    @numba.njit(error_model="numpy")
    def afresh(x: Floats, out: Floats) -> None:
        for i in range(LANES):
            out[i] = exponential(x[i])

    afresh(np.zeros(LANES), np.empty(LANES))
    code = "".join(afresh.inspect_asm().values())
    if "xmm" not in code:
        pytest.skip("no x86 processor")
    assert code.count("mulpd") >= 12
