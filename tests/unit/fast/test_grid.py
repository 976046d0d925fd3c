import numpy as np

from irenic.fast.grid import REACH, STEP, to_grid


def test_sums_on_the_grid_are_exact_in_any_order() -> None:
    rng = np.random.default_rng(1)
    parts = to_grid(rng.uniform(-REACH / 50, REACH / 50, (1000, 40)))
    forwards = np.zeros(1000)
    backwards = np.zeros(1000)
    for k in range(40):
        forwards += parts[:, k]
        backwards += parts[:, 39 - k]
    whole = [sum(int(x / STEP) for x in row) for row in parts]
    assert (forwards == backwards).all()
    assert [int(total / STEP) for total in forwards] == whole


def test_the_nearest_grid_number() -> None:
    assert to_grid(np.array([1.0, 0.4 * STEP, 0.6 * STEP, -2.6 * STEP])).tolist() == [1.0, 0.0, STEP, -3 * STEP]
    x = to_grid(np.random.default_rng(2).uniform(-100, 100, 100))
    assert (to_grid(x) == x).all()
