"""Two answers to the same draws: counted against the arrays that they come from."""

from pathlib import Path

import numpy as np
import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import RunSettings
from irenic.errors.problem import IrenicError
from irenic.runs.cases import find_case
from irenic.runs.compare import MOST_MOVES, Side, compare, computed_side, kept_side, settings_beside
from irenic.runs.run_case import run_case
from irenic.runs.settings import Asked, Settings

FEW = Settings(draws=64, seed=5, chunk=16)
HARDER = ("parties.highfell.no_deal=50 to 90",)


def side(*settings: str) -> Side:
    files = find_case("tutorial", settings)
    return computed_side(files, load_dossier(files), FEW)


@pytest.fixture(scope="module")
def sides() -> tuple[Side, Side]:
    return side(), side(*HARDER)


def headline(side: Side, name: str) -> np.ndarray:
    return side.array(name)[:, 0, 0]


def test_what_is_not_set_is_drawn_alike(sides: tuple[Side, Side]) -> None:
    a, b = (s.array("deal.no_deal") for s in sides)
    assert (a[:, 1] == b[:, 1]).all()
    assert (a[:, 0] != b[:, 0]).any()


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


def test_a_results_folder_is_a_side(sides: tuple[Side, Side], tmp_path: Path) -> None:
    files = find_case("tutorial", HARDER)
    kept = kept_side(run_case(files, load_dossier(files), tmp_path / "r", FEW).results)
    assert kept.about["set"] == list(HARDER)
    found, computed = compare(sides[0], kept, FEW), compare(*sides, FEW)
    assert [(d["path"], d["a"], d["b"]) for d in found["differences"]] == [
        ("parties.highfell.no_deal", "50", "50 to 90")
    ]
    assert not found["whole"]
    rest = set(found) - {"b", "differences", "whole"}
    assert {key: found[key] for key in rest} == {key: computed[key] for key in rest}  # type: ignore[literal-required]


@pytest.mark.parametrize(
    ("asked", "problems"), [(Asked(), 0), (Asked(draws=64, seed=5), 0), (Asked(draws=32), 1), (Asked(seed=1), 1)]
)
def test_a_results_folder_decides_on_the_draws(asked: Asked, problems: int, tmp_path: Path) -> None:
    files = find_case("tutorial")
    results = run_case(files, load_dossier(files), tmp_path / "r", FEW).results

    if problems:
        with pytest.raises(IrenicError) as caught:
            settings_beside(asked, RunSettings(), {}, [results])
        assert [p.code for p in caught.value.problems] == ["runs.other-draws"]
    else:
        settings = settings_beside(asked, RunSettings(), {}, [results])
        assert (settings.draws, settings.seed) == (64, 5)
