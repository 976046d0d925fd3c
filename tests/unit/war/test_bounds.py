import numpy as np

from irenic.war.bounds import Interval, number, path_bounds
from irenic.war.kernels import path_rows as row
from irenic.war.path_reference import numbers_plainly
from tests.unit.war.made_up_paths import tables_of


def test_numbers_stay_within_their_intervals() -> None:
    tables = tables_of(4, draws=3, stretches=6)
    for fires in np.ndindex(*(2,) * 6):
        for draw in range(3):
            fired = [bool(f) and tables.chance[draw, k] > 0.0 for k, f in enumerate(fires)]
            for quantity in np.unique(tables.quantity):
                for month in (0, 5, 11):
                    found = number(tables, int(quantity), month)
                    x = numbers_plainly(tables, draw, fired, int(quantity), month)
                    assert found.low[draw] - 1e-9 <= x <= found.high[draw] + 1e-9  # rounding


def test_bounds_begin_with_what_the_draws_hold_and_widen() -> None:
    tables = tables_of(4)
    low, high = path_bounds(tables)
    assert low[:2, 0].tolist() == tables.forces.min(axis=0).tolist()
    assert high[:2, 0].tolist() == tables.forces.max(axis=0).tolist()
    assert low[2:4, 0].tolist() == tables.money.min(axis=0).tolist()
    assert (low[4:, 0] == 0.0).all()
    assert (high[4:, 0] == 0.0).all()
    assert (np.diff(low[:, 1:]) <= 0.0).all()
    assert (np.diff(high) >= 0.0).all()


def test_money_falls_below_nothing_by_a_month_at_most() -> None:
    tables = tables_of(4, draws=1, stretches=0, money=5.0, revenue=1.0, grants=0.0, cost=4.0)
    low, _ = path_bounds(tables)
    assert low[row.MONEY - row.FORCES].tolist() == [5.0, 2.0, -1.0, *[-3.0] * 10]


def interval(low: float, high: float) -> Interval:
    return Interval(np.array([low]), np.array([high]))


def test_intervals() -> None:
    one, two = interval(-1.0, 2.0), interval(0.5, 3.0)
    assert one + two == interval(-0.5, 5.0)
    assert one.joined(two) == interval(-1.0, 3.0)
    assert one.positive == interval(0.0, 2.0)
    assert one.negative == interval(-2.0, 1.0)
