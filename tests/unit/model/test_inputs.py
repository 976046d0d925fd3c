from dataclasses import fields

import numpy as np
import pytest

from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything, issue, party

DRAWS = 512


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_model(dossier_of(**everything()))


@pytest.fixture(scope="module")
def inputs(model: Model) -> Inputs:
    return draw_inputs(model, Sampler(3), 0, DRAWS)


def test_axes(inputs: Inputs) -> None:
    shapes = {f.name: getattr(inputs, f.name).shape for f in fields(inputs) if f.name not in ("start", "stop")}
    assert shapes == {
        "weights": (DRAWS, 3, 5),
        "silent_weights": (DRAWS, 3, 5),
        "values": (DRAWS, 3, 12),
        "no_deal": (DRAWS, 3),
        "alpha": (DRAWS, 2),
        "binds": (DRAWS, 3),
        "cost": (DRAWS, 3),
        "infeasible": (DRAWS, 1),
        "ambiguity": (DRAWS, 1),
        "interactions": (DRAWS, 1),
        "lever_sizes": (DRAWS, 0),
        "lever_credibilities": (DRAWS, 0),
    }
    assert inputs.draws == DRAWS


def test_numbers_go_where_they_belong(inputs: Inputs) -> None:
    assert (inputs.weights[:, 0] == [100, 0, 50, 0, 0]).all()
    assert (inputs.values[:, 0, 0:3] == [20, 60, 100]).all()
    assert (inputs.values[:, 2, 5:8] == [0, 100, 50]).all()
    assert (inputs.cost == [30, 20, 10]).all()
    assert (inputs.interactions == -5).all()


def test_a_declared_order_holds_in_every_draw(model: Model, inputs: Inputs) -> None:
    flag, port = inputs.weights[:, 1, 4], inputs.weights[:, 1, 0]
    assert (flag >= port).all()
    sampler = Sampler(3)
    drawn = {feed.at: sampler.draw(feed.path, feed.distribution, 0, DRAWS) for feed in model.feeds.weights}
    assert (np.maximum(drawn[1, 0], drawn[1, 4]) == flag).all()
    assert (np.minimum(drawn[1, 0], drawn[1, 4]) == port).all()
    assert (drawn[1, 0] > drawn[1, 4]).any()


def test_silent_weights_stay_below_the_median_of_the_stated_ones(model: Model, inputs: Inputs) -> None:
    stated = ~model.silent
    assert (inputs.silent_weights[:, stated] == 0).all()
    assert (inputs.weights[:, model.silent] == 0).all()
    for p in range(3):
        median = np.median(inputs.weights[:, p, stated[p]], axis=1)
        share = inputs.silent_weights[:, p, model.silent[p]] / median[:, np.newaxis]
        assert (share < 1).all()
        assert np.allclose(share.mean(axis=0), 0.5, atol=0.02)  # stratified: each near the mean of a uniform


def test_silent_values_are_wide(model: Model, inputs: Inputs) -> None:
    north = inputs.values[:, 0, 3:5]
    assert north.min() < 2
    assert north.max() > 98
    assert abs(float(np.mean((north[:, 0] - 50) * (north[:, 1] - 50)))) < 100  # a variance is 833


def test_no_deal_is_unknown_where_nobody_says(inputs: Inputs) -> None:
    assert np.isnan(inputs.no_deal[:, 2]).all()
    assert (inputs.no_deal[:, 0] == 20).all()


def test_alpha_is_influence_over_impatience(inputs: Inputs) -> None:
    terms = np.array([2 / -np.log(0.9), 1 / -np.log(0.8)])
    assert np.allclose(inputs.alpha, terms / terms.sum(), rtol=1e-15, atol=0)


def test_alpha_is_equal_where_somebody_states_none() -> None:
    sections = everything()
    del sections["parties"]["bruma"]["influence"], sections["parties"]["bruma"]["discount"]
    inputs = draw_inputs(compile_model(dossier_of(**sections)), Sampler(3), 0, 16)
    assert (inputs.alpha == 0.5).all()


def test_events_happen_as_often_as_their_probability(inputs: Inputs) -> None:
    assert np.allclose(inputs.binds.mean(axis=0), [0.5, 0.5, 1.0], atol=0.02)  # stratified over 512 draws
    assert np.allclose(inputs.infeasible.mean(axis=0), 0.25, atol=0.02)


@pytest.mark.parametrize("chunk", [1, 7])
def test_the_same_however_draws_are_cut(model: Model, inputs: Inputs, chunk: int) -> None:
    sampler = Sampler(3)
    pieces = [draw_inputs(model, sampler, start, min(start + chunk, 64)) for start in range(0, 64, chunk)]
    for field in fields(inputs):
        if field.name not in ("start", "stop"):
            joined = np.concatenate([getattr(piece, field.name) for piece in pieces])
            assert joined.tobytes() == getattr(inputs, field.name)[:64].tobytes(), field.name


def quantity(**values: str) -> Model:
    """A model with one stated cell, on a quantity of seven points unevenly spaced."""
    points = ("-5", "0", "2.5", "5", "20", "30", "40")
    whole = {"minus-5": "0", "40": "100"}
    cells = {"width": {"weight": "100", "values": {**whole, **{k.removeprefix("v"): v for k, v in values.items()}}}}
    width = {"question": "?", "status_quo": "0", "grid": {"points": list(points), "unit": "km"}}
    return compile_model(
        dossier_of(
            parties={"avia": party(), "bruma": party()},
            issues={"flag": issue("old", "new"), "width": width},
            positions={"bruma": cells},
        )
    )


def test_values_between_stated_points_lie_on_the_line() -> None:
    inputs = draw_inputs(quantity(v20="50"), Sampler(3), 0, 4)
    assert inputs.values[:, 1, 2:].tolist() == [[0, 10, 15, 20, 50, 75, 100]] * 4


def test_uncertain_values_are_joined_draw_by_draw() -> None:
    model = quantity(v0="20 to 40", v20="60 to 80")
    values = draw_inputs(model, Sampler(3), 0, DRAWS).values[:, 1, 2:]
    assert np.unique(values[:, 1]).size == DRAWS
    expected = values[:, 1] + (values[:, 4] - values[:, 1]) * 0.125
    np.testing.assert_allclose(values[:, 2], expected, rtol=0, atol=1e-12)  # two roundings of numbers below 100
    assert len(model.feeds.all) == len({feed.path for feed in model.feeds.all})
    assert not any("2-5" in feed.path for feed in model.feeds.all)
