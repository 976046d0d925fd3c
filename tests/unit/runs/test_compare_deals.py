"""Deals of two answers, counted against the arrays that they come from."""

import numpy as np
import pytest

from irenic.report.comparison_data import OptionLives
from irenic.runs.compare import compare
from irenic.runs.compare_deals import MOST_MOVES, lives_changes, raiffa_change, solution_change
from irenic.runs.compare_sides import Side
from tests.unit.runs.compared import FEW, headline, side


def test_changes_of_deals_are_told_by_issue(sides: tuple[Side, Side]) -> None:
    change = compare(*sides, FEW)["solutions"]["nash"]
    assert change is not None
    a, b = (headline(s, "deal.nash") for s in sides)
    deals = (a >= 0) & (b >= 0)
    assert change["deals"] == deals.mean()
    assert change["changed"] == (a != b)[deals].mean()
    assert sum(move["share"] for move in change["moves"]) == pytest.approx(change["changed"], abs=1e-12)
    assert len(change["moves"]) <= MOST_MOVES
    assert all(old != new for move in change["moves"] for old, new in move["issues"].values())
    index, d = sides[0].index, int(np.flatnonzero(deals & (a != b))[0])
    before, after = index.package(int(a[d])), index.package(int(b[d]))
    moved = {issue: [before[issue], after[issue]] for issue in before if before[issue] != after[issue]}
    assert moved in [move["issues"] for move in change["moves"]]


def test_options_that_move_most_come_first(sides: tuple[Side, Side]) -> None:
    options = compare(*sides, FEW)["options"]
    moved = [abs(option["b"] - option["a"]) for option in options]
    assert moved == sorted(moved, reverse=True)
    assert len(options) == sum(map(len, sides[0].index.options))


@pytest.mark.parametrize("name", ["nash", "egalitarian", "utilitarian"])
def test_points_are_means_over_the_draws_with_a_deal_on_both_sides(sides: tuple[Side, Side], name: str) -> None:
    change = solution_change(*sides, name)
    assert change is not None
    a, b = (headline(s, f"deal.{name}_utility") for s in sides)
    deals = np.isfinite(a[:, 0]) & np.isfinite(b[:, 0])
    assert list(change["utilities"]) == ["highfell", "lowmere"]
    for p, pair in enumerate(change["utilities"].values()):
        # exact sums against NumPy's
        assert (pair["a"], pair["b"]) == pytest.approx((a[deals, p].mean(), b[deals, p].mean()), abs=1e-12)
        assert pair["difference"] == pytest.approx((b - a)[deals, p].mean(), abs=1e-12)


def test_raiffa_is_compared_where_both_sides_have_a_point(sides: tuple[Side, Side]) -> None:
    change = raiffa_change(*sides)
    assert change is not None
    assert change["continuous"] is not None
    for name, told in (("raiffa", change["utilities"]), ("raiffa_continuous", change["continuous"])):
        a, b = (headline(s, f"deal.{name}_utility") for s in sides)
        deals = np.isfinite(a[:, 0]) & np.isfinite(b[:, 0])
        assert change["told"] == deals.mean() > 0
        assert told["lowmere"]["b"] == pytest.approx(b[deals, 1].mean(), abs=1e-12)


def test_a_side_without_deals_has_nothing_to_compare() -> None:
    never = side("parties.highfell.no_deal=100", "parties.lowmere.no_deal=100")
    assert raiffa_change(never, never) is None
    assert solution_change(never, never, "nash") is None
    assert lives_changes(never, never)["headline"] == {"deals": 0.0, "options": []}
    beside = lives_changes(side(), never)["headline"]
    assert beside["deals"] == 0.0
    assert all(option["b"] is None and option["live_only_a"] == 0.0 for option in beside["options"])


@pytest.mark.parametrize(("basis", "k"), [("headline", 0), ("strict", 1)])
def test_options_come_alive_and_die_draw_by_draw(sides: tuple[Side, Side], basis: str, k: int) -> None:
    change = lives_changes(*sides)[basis]  # type: ignore[index]  # a name of BASES
    deals = [
        s.array("deal.possible")[:, 0, 0] if k == 0 else s.array("deal.possible_on_condition")[:, 2] for s in sides
    ]
    both = deals[0] & deals[1]
    assert change["deals"] == both.mean() > 0
    options = [(issue, option) for i, issue in enumerate(sides[0].index.issues) for option in sides[0].index.options[i]]
    assert {(option["issue"], option["option"]) for option in change["options"]} == set(options)
    for option in change["options"]:
        flat = options.index((option["issue"], option["option"]))
        a, b = (s.array("deal.live")[:, k, flat] for s in sides)
        assert option["live_only_a"] == (a & ~b)[both].mean()
        assert option["live_only_b"] == (b & ~a)[both].mean()
        assert option["a"] is not None
        assert option["a"]["live"] == a[deals[0]].mean()
    assert list(map(_flips, change["options"])) == sorted(map(_flips, change["options"]), reverse=True)
    assert _flips(change["options"][0]) > 0


def _flips(option: OptionLives) -> float:
    return max(
        option["live_only_a"] + option["live_only_b"],
        option["decisive_only_a"] + option["decisive_only_b"],
    )
