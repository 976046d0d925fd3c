from dataclasses import replace

import numpy as np
import pytest

from irenic.war.balance import breaking_months, breaks
from irenic.war.forecast import course
from irenic.war.kernels import path_rows as row
from irenic.war.paths import Counts, follow_paths, no_counts
from tests.unit.war.made_up_paths import tables_of
from tests.unit.war.theatres import inputs_of, steady, theatre_of

SIDES = ("avia", "bruma")


def counts_with(breaking: dict[tuple[int, int], int], runs: int) -> Counts:
    found = no_counts(tables_of(1, horizon=6))
    for (month, side), paths in breaking.items():
        found.breaks[month, side] = paths
    found.done.append((0, runs))
    return found


def test_shares_and_months() -> None:
    found = breaks(counts_with({(0, 0): 10, (2, 1): 45, (5, 0): 20}, 100), SIDES)
    assert found == {"never": 0.25, "by_side": {"avia": 0.3, "bruma": 0.45}, "low": 0.0, "median": 2.0, "high": None}


def test_a_balance_that_never_breaks() -> None:
    found = breaks(counts_with({}, 100), SIDES)
    assert found == {"never": 1.0, "by_side": {"avia": 0.0, "bruma": 0.0}, "low": None, "median": None, "high": None}


@pytest.mark.parametrize(("fall", "broken"), [(0.66, True), (0.67, False)])
def test_it_breaks_when_relative_strength_is_down_by_a_third(fall: float, broken: bool) -> None:
    """Effectiveness of the second side is cut from month 3 on; nothing else happens."""
    tables = tables_of(
        1, draws=1, stretches=1, loss_rate=0.0, replenishment=0.0, initiative=0.0, cost=0.0, forces=300.0
    )
    column = np.ones((1, 1))
    tables = replace(
        tables,
        quantity=np.array([row.EFFECTIVENESS + 1]),
        operation=np.array([row.MULTIPLY]),
        begin=3.0 * column,
        end=np.inf * column,
        size=fall * column,
        chance=column,
    )
    found = follow_paths(tables, 10, 1).breaks
    assert found.sum() == 10 * broken
    assert found[3, 1] == 10 * broken


def test_along_an_expected_course_each_side_has_its_month() -> None:
    """Relative strength moves by a tenth a month, one way or the other; a collapse may come first."""
    theatre, inputs = theatre_of(horizon=8), inputs_of(1, draws=4)
    expected = course(theatre, inputs, steady(8))
    slide = np.arange(8) * np.log(0.9)
    collapse = np.full((4, 2), 9)
    collapse[2, 0], collapse[3, 1] = 2, 2
    expected = replace(expected, log_ratio=np.stack([slide, -slide, slide, slide]), collapse=collapse)
    assert breaking_months(expected).tolist() == [[4, 9], [9, 4], [2, 9], [4, 2]]  # 0.9⁴ < 2/3 < 0.9³
