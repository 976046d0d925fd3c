"""Two answers to the same draws: counted against the arrays that they come from."""

import numpy as np
import pytest

from irenic.report.comparison_data import Comparison
from irenic.runs.compare import compare
from irenic.runs.compare_sides import Side
from tests.unit.report.shape import faults
from tests.unit.runs.compared import FEW, headline, side


def test_it_has_the_declared_shape(sides: tuple[Side, Side]) -> None:
    assert list(faults(compare(*sides, FEW), Comparison)) == []


def test_what_is_not_set_is_drawn_alike(sides: tuple[Side, Side]) -> None:
    a, b = (s.array("deal.no_deal") for s in sides)
    assert (a[..., 1] == b[..., 1]).all()
    assert (a[..., 0] != b[..., 0]).any()


def test_shares_are_counted_draw_by_draw(sides: tuple[Side, Side]) -> None:
    found = compare(*sides, FEW)
    a, b = (headline(s, "deal.possible") for s in sides)
    share = found["possible"]["silent_zero"]["hard"]
    assert (share["a"], share["b"]) == (a.mean(), b.mean())
    assert (share["only_a"], share["only_b"]) == ((a & ~b).mean(), (b & ~a).mean())
    assert share["difference"] == pytest.approx(share["only_b"] - share["only_a"], abs=1e-15)
    assert share["low"] is not None
    assert share["high"] is not None
    assert share["low"] <= share["difference"] <= share["high"]
    assert share["only_a"] > share["only_b"] == 0
    both = found["conditions"]["both"]
    assert both["a"] == sides[0].array("deal.possible_on_condition")[:, 2].mean()
    assert (found["draws"], found["seed"], found["whole"]) == (64, 5, True)


def test_a_side_does_not_differ_from_itself(sides: tuple[Side, Side]) -> None:
    found = compare(sides[0], sides[0], FEW)
    assert found["differences"] == []
    assert (found["s_star"]["rises"], found["s_star"]["falls"], found["zone"]["difference"]) == (0, 0, 0)
    assert all(
        change is not None and change["changed"] == 0 == len(change["moves"]) for change in found["solutions"].values()
    )
    assert all(c["a"] == c["b"] for c in [*found["conflicts"], *found["strict_conflicts"]])
    assert all(fix["a"] == fix["b"] is not None for fix in found["fixes"])
    assert all(logroll["a"] == logroll["b"] is not None for logroll in found["logrolls"])
    assert (found["frontier"]["larger"], found["frontier"]["smaller"]) == (0, 0)
    assert found["frontier"]["a"] == found["frontier"]["b"]
    assert {s["difference"] for by in found["possible"].values() for s in by.values()} == {0}


def test_zone_and_s_star_are_means_over_the_draws_of_both(sides: tuple[Side, Side]) -> None:
    found = compare(*sides, FEW)
    shares = [headline(s, "deal.zone_count") / s.array("deal.feasible_count") for s in sides]
    assert found["zone_draws"] == 64
    assert found["zone"]["difference"] == pytest.approx((shares[1] - shares[0]).mean(), abs=1e-12)
    a, b = (headline(s, "deal.s_star") for s in sides)
    assert found["s_star"]["falls"] == (b < a).mean()
    difference = found["s_star"]["difference"]
    assert difference is not None
    assert difference["a"] == pytest.approx(a[np.isfinite(a) & np.isfinite(b)].mean(), abs=1e-12)
    assert found["s_star"]["a"]["median"] == np.median(a)


def test_conflicts_that_come_and_go(sides: tuple[Side, Side]) -> None:
    found = compare(*sides, FEW)["conflicts"]
    share = next(c for c in found if set(c["members"]) >= {"parties.highfell.no_deal"})
    assert (share["a"], share["b"] > 0) == (0, True)


def test_what_only_one_side_has_is_left_out(sides: tuple[Side, Side]) -> None:
    parts = ("positions.lowmere.market", "rules", "issues.market", "unknowns")
    other = side(*(f"{part}=null" for part in parts))
    found = compare(sides[0], other, FEW)
    assert found["only_a"]["issues"] == ["market"]
    assert found["only_b"] == {"issues": [], "options": [], "parties": []}
    assert {option["issue"] for option in found["options"]} == {"road", "water"}
    nash = found["solutions"]["nash"]
    assert nash is not None
    assert set(nash["issues"]) == {"road", "water"}
