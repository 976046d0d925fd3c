import numpy as np
import pytest

from irenic.fast.sorting import ascending, count_below


@pytest.mark.parametrize("size", [0, 1, 2, 3, 31, 32, 1000])
def test_the_order_is_stable(size: int) -> None:
    keys = np.random.default_rng(size).integers(0, 7, size).astype(np.float64)
    assert ascending(keys).tolist() == np.argsort(keys, kind="stable").tolist()


def test_counting_below_a_limit() -> None:
    keys = np.array([-1.0, 0.0, 0.0, 2.0])
    assert [count_below(keys, x) for x in (-2.0, -1.0, 0.0, 0.5, 2.0, 3.0)] == [0, 0, 1, 3, 3, 4]
    assert count_below(np.empty(0), 0.0) == 0
