"""Levers that a deal sets off: what they add to packages, in both readings of silence, options as written or not."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.fast.grid import to_grid
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import READINGS, Model, Reading
from irenic.model.tables import block_tables, option_contributions, utilities
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything

DRAWS = 32


def with_levers(**levers: Any) -> Model:
    """The dossier of one of everything, with levers."""
    return compile_model(dossier_of(**everything(), levers=levers))


def lever(path: str, op: str, size: str, **more: Any) -> dict[str, Any]:
    """A lever that a deal sets off."""
    return {"holder": "chor", "path": path, "op": op, "size": size, "trigger": "deal-signed", **more}


def added(model: Model, reading: Reading = "silent_zero", inputs: Inputs | None = None) -> np.ndarray[Any, Any]:
    """What levers add to every package: float64[package, draw, party]."""
    given = inputs or draw_inputs(model, Sampler(7), 0, DRAWS)
    with_them = block_tables(model, given, reading)
    bare = block_tables(replace(model, deal_levers=()), replace(given, lever_sizes=np.empty((DRAWS, 0))), reading)
    numbers = [np.full(given.draws, number) for number in range(model.index.count)]
    return np.array([utilities(model, with_them, n) - utilities(model, bare, n) for n in numbers])


def test_a_weight_is_changed_in_packages_that_set_the_lever_off() -> None:
    trigger = {"on": "option-chosen", "package": {"flag": "new", "port": ["shared", "ours"]}}
    model = with_levers(fund=lever("positions.avia.toll.weight", "multiply", "1.4", credibility="0.5", trigger=trigger))
    worth = {"none": 0.0, "low": 40.0, "high": 100.0}
    for number, found in enumerate(added(model)):
        package = model.index.package(number)
        fits = package["flag"] == "new" and package["port"] in ("shared", "ours")
        # Weights of avia are 100 and 50; toll goes from 50 to 70, half believed.
        expected = 0.5 * 20 / 150 * worth[package["toll"]] if fits else 0.0
        assert (found[:, 0] == to_grid(np.array(expected))).all()
        assert (found[:, 1:] == 0.0).all()


@pytest.mark.parametrize(("op", "size", "change"), [("add", "30", 30.0), ("multiply", "3", 80.0), ("set", "10", -30.0)])
def test_a_value_is_changed_where_its_option_is_chosen(op: str, size: str, change: float) -> None:
    model = with_levers(fund=lever("positions.avia.toll.values.low", op, size))
    for number, found in enumerate(added(model)):
        low = model.index.package(number)["toll"] == "low"
        assert (found[:, 0] == to_grid(np.array(50 / 150 * change if low else 0.0))).all()


@pytest.mark.parametrize("reading", READINGS)
def test_weights_in_force_are_those_of_the_reading(reading: Reading) -> None:
    model = with_levers(fund=lever("positions.avia.toll.weight", "add", "10 to 30"))
    inputs = draw_inputs(model, Sampler(7), 0, DRAWS)
    total = inputs.weights[:, 0].sum(axis=1) + (reading == "silent_wide") * inputs.silent_weights[:, 0].sum(axis=1)
    for number, found in enumerate(added(model, reading, inputs)):
        worth = {"none": 0.0, "low": 40.0, "high": 100.0}[model.index.package(number)["toll"]]
        expected = inputs.lever_sizes[:, 0] / total * worth
        assert np.allclose(found[:, 0], expected, rtol=0, atol=2e-12)  # rounded to 2^-40


def test_ambiguity_is_heeded_and_taken_away_as_written() -> None:
    model = with_levers(
        weight=lever("positions.avia.port.weight", "add", "10"),
        value=lever("positions.avia.port.values.ours", "add", "7"),
    )
    inputs = draw_inputs(model, Sampler(7), 0, DRAWS)
    split = next(n for n in range(model.index.count) if model.index.package(n)["port"] == "split")
    # Half of `split` is read as `ours`: worth 80 then, and half of what `ours` gains is gained.
    read = to_grid(np.array(10 / 150 * 80.0)) + to_grid(np.array(100 / 150 * 3.5))
    assert np.allclose(added(model, inputs=inputs)[split, :, 0], read, rtol=0, atol=2e-12)
    written = replace(inputs, ambiguity=np.zeros_like(inputs.ambiguity))
    as_written = to_grid(np.array(10 / 150 * 60.0))
    assert np.allclose(added(model, inputs=written)[split, :, 0], as_written, rtol=0, atol=2e-12)


def test_further_effects_count_and_other_levers_do_not() -> None:
    effects = {"own": {"path": "positions.bruma.flag.values.new", "op": "add", "size": "5"}}
    declared = {"holder": "chor", "trigger": "deal-signed", "effects": effects}
    elsewhere = lever("positions.avia.toll.weight", "add", "10", trigger="talks-fail")
    model = with_levers(fund=declared, threat=elsewhere, clock=lever("parties.chor.discount", "add", "0.1"))
    assert [mark.id for mark in model.deal_levers] == ["levers.fund.effects.own"]
    assert [feed.path for feed in model.feeds.lever_sizes] == ["levers.fund.effects.own.size"]


def test_draws_are_those_of_the_levers_own_numbers() -> None:
    alone = with_levers(fund=lever("positions.avia.toll.weight", "add", "10 to 30", credibility="0.2 to 0.6"))
    first = lever("positions.avia.port.weight", "multiply", "1 to 2", credibility="0.1 to 0.3")
    beside = with_levers(
        first=first, fund=lever("positions.avia.toll.weight", "add", "10 to 30", credibility="0.2 to 0.6")
    )
    one, two = draw_inputs(alone, Sampler(7), 0, DRAWS), draw_inputs(beside, Sampler(7), 0, DRAWS)
    assert (one.lever_sizes[:, 0] == two.lever_sizes[:, 1]).all()
    assert (one.lever_credibilities[:, 0] == two.lever_credibilities[:, 1]).all()
    assert (one.values == two.values).all()


def test_the_lever_ties_the_issues_of_its_trigger_and_its_own() -> None:
    trigger = {"on": "deal-signed", "package": {"north": "5"}}
    tied = with_levers(fund=lever("positions.avia.port.weight", "add", "5", trigger=trigger))
    alone = with_levers(fund=lever("positions.avia.port.weight", "add", "5"))
    assert [block.issues for block in alone.blocks] == [(0, 2, 4), (1, 3)]
    assert [block.issues for block in tied.blocks] == [(0, 1, 2, 3, 4)]
    assert tied.index.count == alone.index.count


def test_what_options_are_worth_by_themselves_leaves_levers_out() -> None:
    model = with_levers(fund=lever("positions.avia.toll.weight", "add", "10"))
    inputs = draw_inputs(model, Sampler(7), 0, DRAWS)
    bare = draw_inputs(compile_model(dossier_of(**everything())), Sampler(7), 0, DRAWS)
    assert (
        option_contributions(model, inputs, "silent_zero") == option_contributions(model, bare, "silent_zero")
    ).all()


def test_points_out_of_reach_are_refused() -> None:
    model = with_levers(fund=lever("positions.avia.toll.weight", "add", "20000"))
    with pytest.raises(IrenicError) as caught:
        block_tables(model, draw_inputs(model, Sampler(7), 0, DRAWS), "silent_zero")
    assert [problem.code for problem in caught.value.problems] == ["model.points-out-of-reach"]
