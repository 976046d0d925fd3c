from typing import Any

from irenic.deal.plan import BUDGET, SAMPLE, CountPlan, count_plan
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from tests.unit.model.examples import cell, dossier_of, issue, party


def model(issues: int, options: int, parties: int, weight: str = "100", **more: Any) -> Model:
    """A dossier of as many issues with as many options, in which everybody states everything."""
    names = [f"o{k}" for k in range(options)]
    values = {name: str(k * 100 // (options - 1)) for k, name in enumerate(names)}
    sections = {
        "parties": {f"p{k}": party() for k in range(parties)},
        "issues": {f"i{k}": issue(*names) for k in range(issues)},
        "positions": {f"p{k}": {f"i{i}": cell(weight, **values) for i in range(issues)} for k in range(parties)},
        **more,
    }
    return compile_model(dossier_of(**sections))


def test_small_spaces_are_counted_whole() -> None:
    assert count_plan(model(10, 3, 3), 2048) == CountPlan("every_package", 2048)


def test_the_limit_is_draws_times_readings_times_packages() -> None:
    tall = model(10, 4, 3)
    most = BUDGET // (2 * 4**10)
    assert count_plan(tall, most).method == "every_package"
    assert count_plan(tall, most + 1).method != "every_package"


def test_packages_that_break_a_rule_do_not_count() -> None:
    draws = BUDGET // (2 * 4**10) + 1
    rules = {"never": {"forbid": {"i0": "o0"}}}
    assert count_plan(model(10, 4, 3, rules=rules), draws).method == "every_package"


def test_two_parties_are_counted_by_their_halves() -> None:
    assert count_plan(model(14, 4, 2), 2048).method == "every_package"
    assert count_plan(model(14, 4, 3), 2048).method != "every_package"


def test_zones_that_coalitions_cut_up_take_longer() -> None:
    coalitions = {"pair": {"members": ["p0", "p1"], "controls": {"i0": "o1"}}}
    assert count_plan(model(10, 4, 3, weight="20 to 90"), 2048).method == "every_package"
    assert count_plan(model(10, 4, 3, weight="20 to 90", coalitions=coalitions), 2048).method == "sampled_packages"


def test_beyond_it_packages_are_sampled() -> None:
    assert count_plan(model(14, 4, 3, weight="20 to 90"), 2048) == CountPlan("sampled_packages", 2048, SAMPLE)


def test_where_all_draws_are_alike_the_first_are_counted() -> None:
    assert count_plan(model(14, 4, 3), 2048) == CountPlan("first_draws", BUDGET // (2 * 4**14))
    assert count_plan(model(20, 5, 3), 2048) == CountPlan("first_draws", 1)
