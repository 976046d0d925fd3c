"""L8: the square law, 100 against 60 with loss rates .01, and the linear law (Lanchester 1916)."""

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.war.attrition import after

Floats = NDArray[np.float64]

RATE = 10.0
"""Loss rates are stated per thousand: .01."""


def fought(forces: tuple[float, float], rates: tuple[float, float], law: tuple[float, float], months: float) -> Floats:
    """Forces after some months without reinforcement, by the steps that the forecast takes, a fraction of one last."""
    men = np.array([forces])
    p, q = np.array([law[0]]), np.array([law[1]])
    whole = int(months)
    for length in (*[1.0] * whole, months - whole):
        men = after(men, np.zeros((1, 2)), np.array([rates]), p, q, length)
    return np.asarray(men[0], dtype=np.float64)


def test_square_law() -> None:
    """√(100² − 60²) = 80 are left when the others are gone, after ln 4/.02 months."""
    last = float(np.log(4.0) / 0.02)
    assert last == pytest.approx(69.3147, abs=1e-4)
    survivors, gone = fought((100.0, 60.0), (RATE, RATE), (1.0, 0.0), last)
    assert survivors == pytest.approx(80.0, abs=1e-6)
    assert gone == pytest.approx(0.0, abs=1e-6)
    assert fought((100.0, 60.0), (RATE, RATE), (1.0, 0.0), last - 1e-3)[1] > 0.0


@pytest.mark.parametrize("months", [1.0, 10.5, 60.0])
def test_limit_of_exponents_one_and_none_is_the_square_law(months: float) -> None:
    """b A² − a B² is constant; a is A's loss rate."""
    a, b = 6.0, 11.0
    first, second = fought((100.0, 70.0), (a, b), (1.0, 0.0), months)
    assert b * first**2 - a * second**2 == pytest.approx(b * 100.0**2 - a * 70.0**2, rel=1e-9)


@pytest.mark.parametrize("months", [1.0, 10.5, 60.0])
def test_limit_of_exponents_one_and_one_is_the_linear_law(months: float) -> None:
    """b A − a B is constant."""
    a, b = 0.2, 0.3
    first, second = fought((100.0, 70.0), (a, b), (1.0, 1.0), months)
    assert b * first - a * second == pytest.approx(b * 100.0 - a * 70.0, rel=1e-12)
    assert first < 100.0
    assert second < 70.0
