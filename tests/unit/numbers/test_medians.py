import numpy as np
import pytest

from irenic.numbers.medians import Medians
from irenic.numbers.ranges import range_on
from irenic.numbers.support import POINTS


def test_every_path_has_its_median_in_every_draw() -> None:
    number = range_on(POINTS, 20.0, 90.0)
    assert Medians().draw("a.path", number, 3, 7).tolist() == pytest.approx([number.median] * 4)
    assert Medians().uniform("another", 0, 2).tolist() == [0.5, 0.5]


def test_what_is_at_least_as_likely_as_not_happens() -> None:
    assert Medians().event("a.path", np.array([0.49, 0.5, 1.0]), 0, 3).tolist() == [False, True, True]
