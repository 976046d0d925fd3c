from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from irenic.engine.progress import Cancelled, CancelToken, Progress
from irenic.model.compilation import compile_model
from irenic.war.drawing import WarCase
from irenic.war.scenarios import AS_WRITTEN, Variant
from irenic.war.summary import WarPlan, summarise_war, war_plan
from irenic.war.theatre import compile_theatre
from irenic.war.variant_values import variant_values
from tests.unit.war.wars_with_levers import dossier_with, war_case

PLAN = WarPlan(draws=32, valued=16, per_draw=8, seed=3, threads=1)


@pytest.fixture(scope="module")
def case() -> WarCase:
    return war_case(dossier_with())


@pytest.fixture(scope="module")
def told(case: WarCase) -> dict[str, Any]:
    return summarise_war(case, PLAN)


def test_shapes(told: dict[str, Any]) -> None:
    assert told["sides"] == ["avia", "bruma"]
    assert (told["months"], told["runs"], told["draws"], told["valued"], told["missing"]) == (18, 256, 32, 16, [])
    for scenario in told["scenarios"]:
        assert list(scenario["front"]) == ["bruma-wins", "ridge", "river", "hills", "avia-wins"]
        assert np.sum(list(scenario["front"].values()), axis=0) == pytest.approx(np.ones(19), abs=1e-12)  # rounding
        for side in ("avia", "bruma"):
            assert len(scenario["fans"][side]["forces"]["p50"]) == 19
            assert (np.diff(scenario["collapse"][side]) >= 0.0).all()
        assert list(scenario["values"]) == ["avia", "bruma", "corla"]


def test_each_course_says_which_levers_it_changes(told: dict[str, Any]) -> None:
    changed = {scenario["id"]: scenario["levers"] for scenario in told["scenarios"]}
    assert changed[AS_WRITTEN] == []
    assert changed["without:loan"] == ["loan"]
    assert changed["pulled:push"] == ["push"]
    assert changed["no-new-money-or-aid"] == ["arms", "loan", "gift", "bonds"]


def test_money_and_force_show_in_the_courses(told: dict[str, Any]) -> None:
    by_id = {scenario["id"]: scenario for scenario in told["scenarios"]}
    written, dry = by_id[AS_WRITTEN], by_id["no-new-money-or-aid"]
    assert dry["collapse"]["avia"][-1] > written["collapse"]["avia"][-1]
    assert by_id["pulled:push"]["front"]["avia-wins"][-1] > written["front"]["avia-wins"][-1]


def test_effects_are_differences_of_values_on_the_same_draws(case: WarCase, told: dict[str, Any]) -> None:
    variants = [Variant(AS_WRITTEN), Variant("a", without=("levers.eyes",)), Variant("b", pulled=("levers.push",))]
    values = variant_values(case, variants, PLAN.valued)
    effects = {entry["id"]: entry["effect"] for entry in told["levers"]}
    for lever_id, gained in (
        ("levers.eyes", values[AS_WRITTEN] - values["a"]),
        ("levers.push", values["b"] - values[AS_WRITTEN]),
    ):
        assert effects[lever_id]["avia"]["median"] == float(np.median(gained[:, 0]))
        assert effects[lever_id]["bruma"]["low"] == float(np.quantile(gained[:, 1], 0.05))
    assert effects["levers.push"]["bruma"]["median"] < 0.0


def test_threads_change_nothing(case: WarCase, told: dict[str, Any]) -> None:
    again = summarise_war(case, replace(PLAN, threads=2))
    assert again == told


def test_what_is_asked_is_told_too(case: WarCase) -> None:
    asked = Variant("asked", without=("levers.eyes", "levers.bonds"))
    told = summarise_war(case, PLAN, [asked])
    assert told["scenarios"][-1]["id"] == "asked"
    assert told["scenarios"][-1]["levers"] == ["eyes", "bonds"]


def test_progress_goes_over_all_courses(case: WarCase) -> None:
    seen: list[Progress] = []
    summarise_war(case, PLAN, progress=seen.append)
    assert list(dict.fromkeys(event.stage for event in seen)) == ["wartime.valuing", "wartime.following"]
    paths = [event for event in seen if event.stage == "wartime.following"]
    assert [event.done for event in paths] == sorted(event.done for event in paths)
    assert paths[-1].done == paths[-1].total == 256 * 9


@pytest.mark.parametrize("stage", ["wartime.valuing", "wartime.following"])
def test_cancelling(case: WarCase, stage: str) -> None:
    token = CancelToken()

    def stop(event: Progress) -> None:
        if event.stage == stage:
            token.cancel()

    with pytest.raises(Cancelled):
        summarise_war(case, PLAN, progress=stop, cancel=token)


def test_what_is_missing_is_told() -> None:
    dossier = dossier_with(front={"positions": {}, "ends": {}})
    case = war_case(dossier_with())
    theatre = compile_theatre(dossier, compile_model(dossier))
    assert theatre is not None
    told = summarise_war(WarCase(theatre, case.acts, case.drawing), PLAN)
    assert told["missing"] == ["theatre.front.positions"]
    assert (told["runs"], told["scenarios"], told["levers"]) == (0, [], [])


def test_plans_are_bounded() -> None:
    assert war_plan(100, 1, 2) == WarPlan(100, 100, 16, 1, 2)
    assert war_plan(10**6, 1, 2, per_draw=3) == WarPlan(2048, 512, 3, 1, 2)
