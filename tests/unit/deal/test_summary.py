import json
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.deal.existence import Replication
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.plan import CountPlan
from irenic.deal.summary import Run, summarise
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from tests.unit.model.examples import dossier_of, everything

DRAWS = 32
RUN = Run(DRAWS, 7, CountPlan("every_package", DRAWS), Replication(4, 2))


@pytest.fixture
def model() -> Model:
    return compile_model(dossier_of(**everything()))


@pytest.fixture
def arrays(model: Model) -> dict[str, NDArray[Any]]:
    """Deals in the first 24 draws of the first reading and 16 of the second: package 5 or 9; else two conflicts."""
    shape = (DRAWS, 2, 2)
    possible = np.zeros(shape, dtype=np.bool_)
    possible[:24, 0] = True
    possible[:16, 1] = True
    nash = np.where(possible, np.where(np.arange(DRAWS) % 4 == 0, 5, 9)[:, None, None], -1)
    utility = np.where(possible[..., None], np.arange(DRAWS)[:, None, None, None] + np.array([0.0, 10, 20]), np.nan)
    live = np.zeros((DRAWS, 2, sum(model.index.sizes)), dtype=np.bool_)
    live[:24, 0, 0] = live[:6, 0, 1] = True
    counts = np.where(possible[:, :, 0], 0, 2)
    members = np.array(
        [row for d in range(DRAWS) for r in range(2) for row in ([[1], [6 + d % 2]] if counts[d, r] else [])]
    )
    return {
        "deal.no_deal": np.zeros((DRAWS, 3)),
        "deal.feasible_count": np.full(DRAWS, 50),
        "deal.s_star": np.where(possible, 0.1, -0.1),
        "deal.possible": possible,
        "deal.possible_on_condition": np.stack([possible[:, 0, 0], possible[:, 1, 0], np.arange(DRAWS) < 8], axis=1),
        "deal.zone_count": np.where(possible, 10, 0),
        **{f"deal.{solution}": nash.copy() for solution in SOLUTIONS},
        **{f"deal.{solution}_utility": utility for solution in SOLUTIONS},
        "deal.raiffa_utility": np.where(np.arange(DRAWS)[:, None, None, None] < 16, utility, np.nan),
        "deal.raiffa_continuous_utility": np.full_like(utility, np.nan),
        "deal.live": live,
        "deal.conflicts.count": counts,
        "deal.conflicts.members": members.astype(np.uint64),
        "deal.strict_conflicts.count": np.where(np.arange(DRAWS) < 8, 0, 1),
        "deal.strict_conflicts.members": np.full((24, 1), 3, dtype=np.uint64),
    }


@pytest.fixture
def summary(model: Model, arrays: dict[str, NDArray[Any]]) -> dict[str, Any]:
    return summarise(model, RUN, arrays, np.array([2, 2, 1, 0]))


def test_it_is_plain_json(summary: dict[str, Any]) -> None:
    assert json.loads(json.dumps(summary, allow_nan=False)) == summary


def test_counts(model: Model, summary: dict[str, Any]) -> None:
    assert (summary["packages"], summary["draws"], summary["seed"]) == (model.index.count, DRAWS, 7)
    assert summary["feasible"] == 50
    assert summary["exactness"] == {"method": "every_package", "zone_draws": DRAWS, "sampled_packages": None}


def test_the_answer_and_its_ranges(summary: dict[str, Any]) -> None:
    possible = summary["possible"]
    assert summary["headline"] == {"reading": "silent_zero", "mode": "hard"}
    assert possible["share"] == 0.75
    assert possible["silent_share"] == 0.5
    assert not possible["determined"]
    assert possible["simulation_low"] < 0.75 < possible["simulation_high"]
    assert 0 <= possible["low"] < possible["high"] <= 1
    assert summary["by"]["silent_zero"]["hard"]["possible"]["low"] == possible["low"]
    assert summary["by"]["silent_zero"]["soft"]["possible"]["low"] is None


def test_ten_points_apart_is_still_determined(model: Model, arrays: dict[str, NDArray[Any]]) -> None:
    arrays["deal.possible"][:21, 1] = True
    summary = summarise(model, RUN, arrays, np.array([2, 2, 1, 0]))
    assert summary["possible"]["silent_share"] == 21 / 32
    assert summary["possible"]["determined"]


def test_the_zone(summary: dict[str, Any]) -> None:
    assert summary["by"]["silent_zero"]["hard"]["zone"] == {"count": 10.0, "share": pytest.approx(0.15, abs=1e-12)}


def test_only_counted_draws_make_the_zone(model: Model, arrays: dict[str, NDArray[Any]]) -> None:
    arrays["deal.zone_count"][8:] = -1
    run = Run(DRAWS, 7, CountPlan("first_draws", 8), Replication(4, 2))
    zone = summarise(model, run, arrays, np.array([2, 2, 1, 0]))["by"]["silent_wide"]["soft"]["zone"]
    assert zone == {"count": 10.0, "share": pytest.approx(0.2, abs=1e-12)}


def test_the_solution_chosen_most_often(model: Model, summary: dict[str, Any]) -> None:
    nash = summary["by"]["silent_zero"]["hard"]["solutions"]["nash"]
    assert nash["package"] == model.index.package(9)
    assert nash["share"] == 0.75
    assert nash["utilities"] == {"avia": 11.5, "bruma": 21.5, "chor": 31.5}


def test_raiffa_is_a_point_of_the_draws_in_which_it_was_computed(
    model: Model, arrays: dict[str, NDArray[Any]], summary: dict[str, Any]
) -> None:
    solutions = summary["by"]["silent_zero"]["hard"]["solutions"]
    worth = {"avia": 7.5, "bruma": 17.5, "chor": 27.5}
    assert solutions["raiffa"] == {"package": None, "share": 16 / 24, "utilities": worth, "continuous": None}
    arrays["deal.raiffa_continuous_utility"][:, 0, 0, :2] = 50.0
    told = summarise(model, RUN, arrays, np.array([2, 2, 1, 0]))["by"]["silent_zero"]["hard"]["solutions"]["raiffa"]
    assert told["continuous"] == {"avia": 50.0, "bruma": 50.0}


def test_of_packages_chosen_equally_often_the_first(model: Model, arrays: dict[str, NDArray[Any]]) -> None:
    arrays["deal.nash"][:24, 0, 0] = np.where(np.arange(24) % 2, 3, 30)
    nash = summarise(model, RUN, arrays, np.array([2, 2, 1, 0]))["by"]["silent_zero"]["hard"]["solutions"]["nash"]
    assert (nash["package"], nash["share"]) == (model.index.package(3), 0.5)


def test_conflicts_by_how_often_they_occur(summary: dict[str, Any]) -> None:
    answer = summary["by"]["silent_wide"]["hard"]
    assert answer["conflicts"] == [
        {"members": ["parties.avia.no_deal"], "share": 0.5},
        {"members": ["parties.bruma.no_deal", "positions.avia.port.red_lines.shared"], "share": 0.25},
        {
            "members": ["parties.avia.no_deal", "parties.bruma.no_deal", "positions.avia.port.red_lines.shared"],
            "share": 0.25,
        },
    ]
    assert summary["by"]["silent_wide"]["soft"]["conflicts"] == []


def test_conditions(summary: dict[str, Any]) -> None:
    shares = {condition: told["share"] for condition, told in summary["conditions"].items()}
    assert shares == {"as_written": 0.75, "still_in_silence": 0.5, "both": 0.25}
    assert all(
        told["simulation_low"] <= told["share"] <= told["simulation_high"] for told in summary["conditions"].values()
    )
    assert summary["strict_conflicts"] == [
        {"members": ["parties.avia.no_deal", "parties.bruma.no_deal"], "share": 0.75}
    ]


def test_what_becomes_of_options(model: Model, summary: dict[str, Any]) -> None:
    """The first issue's first option is in every zone, its second in a quarter of them."""
    issue, *_ = model.index.issues
    first, second, *others = model.index.options[0]
    assert set(summary["options_life"]["headline"]) == set(model.index.issues)
    assert summary["options_life"]["headline"][issue] == {
        first: {"live": 1.0, "decisive": 0.75},
        second: {"live": 0.25, "decisive": 0.0},
        **{option: {"live": 0.0, "decisive": 0.0} for option in others},
    }


def test_without_a_deal_nothing_is_said_of_options(model: Model, arrays: dict[str, NDArray[Any]]) -> None:
    arrays["deal.possible_on_condition"][:] = False
    assert summarise(model, RUN, arrays, np.array([2, 2, 1, 0]))["options_life"]["strict"] == {}


def test_options_of_the_nash_deals(model: Model, summary: dict[str, Any]) -> None:
    options = summary["by"]["silent_zero"]["hard"]["options"]
    assert {issue: tuple(shares) for issue, shares in options.items()} == dict(
        zip(model.index.issues, model.index.options, strict=True)
    )
    for issue, shares in options.items():
        expected = dict.fromkeys(shares, 0.0)
        for number, share in ((5, 0.25), (9, 0.75)):
            expected[model.index.package(number)[issue]] += share
        assert shares == expected


def test_without_any_deal(model: Model, arrays: dict[str, NDArray[Any]]) -> None:
    arrays["deal.possible"][:] = False
    arrays["deal.raiffa_utility"][:] = np.nan
    for solution in SOLUTIONS:
        arrays[f"deal.{solution}"][:] = -1
    answer = summarise(model, RUN, arrays, np.array([0, 0, 0, 0]))["by"]["silent_zero"]["hard"]
    assert answer["solutions"] == dict.fromkeys((*SOLUTIONS, "raiffa"))
    assert answer["options"] == {}
    assert answer["possible"]["share"] == 0


def test_parties_that_state_nothing_have_no_utility(arrays: dict[str, NDArray[Any]]) -> None:
    sections = everything()
    del sections["positions"]["chor"]
    summary = summarise(compile_model(dossier_of(**sections)), RUN, arrays, np.array([2, 2, 1, 0]))
    assert set(summary["by"]["silent_zero"]["hard"]["solutions"]["nash"]["utilities"]) == {"avia", "bruma"}
