import numpy as np
import pytest

from irenic.numbers.spread import spread_of


def test_a_spread_lies_on_the_line_between_draws() -> None:
    assert spread_of(np.arange(21.0)[::-1]) == {"low": 1.0, "median": 10.0, "high": 19.0}
    assert spread_of(np.array([0.0, 10.0])) == pytest.approx({"low": 0.5, "median": 5.0, "high": 9.5})


def test_one_draw_is_what_it_is() -> None:
    assert spread_of(np.array([3.5])) == {"low": 3.5, "median": 3.5, "high": 3.5}
