"""Fixes, logrolls and frontiers of two answers, against what each side found."""

from dataclasses import replace

import numpy as np
import pytest

from irenic.runs.compare_opening import fix_changes, frontier_change, logroll_changes
from irenic.runs.compare_sides import Side
from tests.unit.report.opening_examples import FIXES, LOGROLLS
from tests.unit.runs.compared import side

ROADS = ("positions.lowmere.road.weight=90",)


def test_fixes_are_the_same_if_their_steps_are(sides: tuple[Side, Side]) -> None:
    a, b = side("parties.highfell.no_deal=95"), side("parties.highfell.no_deal=96")
    changes = fix_changes(a, b)
    assert a.fixes
    assert len(changes) >= max(len(a.fixes), len(b.fixes))
    for held, name in ((a, "a"), (b, "b")):
        told = [change[name] for change in changes if change[name] is not None]  # type: ignore[literal-required]
        assert sorted(fix["rank"] for fix in told) == sorted(
            fix["rank"] for fix in held.fixes if fix["rank"] is not None
        )
    alone = next(change for change in changes if [s["party"] for s in change["steps"]] == ["highfell"])
    assert alone["a"] is not None
    assert alone["b"] is not None
    # one point more without a deal is one point more to concede; the grid is 2^-40
    assert alone["b"]["cost"] == pytest.approx((alone["a"]["cost"] or 0) + 1, abs=1e-9)
    assert all(change["a"] is None for change in fix_changes(sides[0], b))


def test_the_order_of_steps_and_parties_makes_no_difference(sides: tuple[Side, Side]) -> None:
    two_steps = {**FIXES[2], "steps": FIXES[2]["steps"][::-1]}
    swapped = {**LOGROLLS[0], "trades": LOGROLLS[0]["trades"][::-1]}
    a = replace(sides[0], fixes=[FIXES[2]], logrolls=[LOGROLLS[0]])
    b = replace(sides[0], fixes=[two_steps], logrolls=[swapped])  # type: ignore[list-item]  # same keys as the example
    (fix,), (logroll,) = fix_changes(a, b), logroll_changes(a, b)
    assert fix["a"] == fix["b"] is not None
    assert logroll["a"] is not None
    assert logroll["a"] == logroll["b"]
    assert logroll["a"]["gains"] == [6.0, 4.0]


def test_the_best_ranks_of_either_side_come_first_and_none_last(sides: tuple[Side, Side]) -> None:
    a = replace(sides[0], fixes=[FIXES[1], FIXES[4]], logrolls=[])
    b = replace(sides[0], fixes=[FIXES[0], FIXES[2]], logrolls=[])
    changes = fix_changes(a, b)
    assert [side["rank"] for c in changes for side in (c["a"], c["b"]) if side is not None] == [1, 2, 3, None]
    free = changes[1]["a"]
    assert free is not None
    assert free["cost"] is None


def test_logrolls_come_and_go(sides: tuple[Side, Side]) -> None:
    (found,) = logroll_changes(sides[0], side(*ROADS))
    assert found["a"] is None
    assert found["b"] is not None
    assert found["trades"] == [
        {"party": "highfell", "issue": "water", "option": "upper-decides"},
        {"party": "lowmere", "issue": "road", "option": "closed"},
    ]
    # (36 - 20)/2 and (36 - 24)/2, on a grid of 2^-40
    assert found["b"]["gains"] == pytest.approx([8, 6], abs=1e-9)


def test_frontiers_are_compared_draw_by_draw(sides: tuple[Side, Side]) -> None:
    other = side(*ROADS)
    sizes = [s.array("deal.frontier_size").copy() for s in (sides[0], other)]
    sizes[1][:8] = -1
    b = replace(other, array=lambda name: sizes[1] if name == "deal.frontier_size" else other.array(name))
    found = frontier_change(sides[0], b)
    assert (found["a"]["computed"], found["b"]["computed"]) == (64, 56)
    assert found["b"]["median"] == np.median(sizes[1][8:])
    assert found["larger"] == (sizes[1] > sizes[0])[8:].mean()
    assert found["smaller"] == (sizes[1] < sizes[0])[8:].mean()
    assert found["difference"] is not None
    assert found["difference"]["difference"] == pytest.approx((sizes[1] - sizes[0])[8:].mean(), abs=1e-12)


def test_frontiers_that_were_not_found_are_not_compared(sides: tuple[Side, Side]) -> None:
    none = replace(sides[0], array=lambda _: np.full(64, -1))
    found = frontier_change(sides[0], none)
    assert (found["b"]["median"], found["difference"], found["larger"]) == (None, None, 0.0)
