from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.deal.chunk import NOT_COUNTED, deal_chunk
from irenic.deal.plan import SAMPLE, CountPlan
from irenic.deal.spaces import in_every_reading
from irenic.deal.variables import VARIABLES, dimensions_of
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.results.layout import Layout
from tests.unit.deal.test_plan import model as regular
from tests.unit.model.examples import dossier_of, everything

DRAWS = 64
EVERY = CountPlan("every_package", DRAWS)
Arrays = dict[str, NDArray[Any]]


@pytest.fixture(scope="module")
def model() -> Model:
    sections = everything()
    sections["parties"]["avia"]["no_deal"] = "30 to 70"
    sections["parties"]["bruma"]["no_deal"] = "30 to 70"
    return compile_model(dossier_of(**sections))


def chunk(model: Model, start: int, stop: int, plan: CountPlan = EVERY) -> Arrays:
    inputs = draw_inputs(model, Sampler(1), start, stop)
    return deal_chunk(model, inputs, in_every_reading(inputs.no_deal), plan)


@pytest.fixture(scope="module")
def whole(model: Model) -> Arrays:
    return chunk(model, 0, DRAWS)


def test_the_variables_are_those_declared(model: Model, whole: Arrays) -> None:
    Layout(VARIABLES, dimensions_of(model)).ordered(DRAWS, whole)


def test_the_example_has_draws_with_and_without_a_deal(whole: Arrays) -> None:
    assert 0.1 < whole["deal.possible"].mean() < 0.9
    assert whole["deal.conflicts.count"].sum() > 10


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_the_same_bytes_however_draws_are_cut(model: Model, whole: Arrays, size: int) -> None:
    pieces = [chunk(model, start, min(start + size, DRAWS)) for start in range(0, DRAWS, size)]
    for name, array in whole.items():
        joined = np.concatenate([piece[name] for piece in pieces])
        assert (joined.dtype, joined.shape) == (array.dtype, array.shape), name
        assert joined.tobytes() == array.tobytes(), name


def test_no_line_forbids_in_the_soft_mode(whole: Arrays) -> None:
    hard, soft = whole["deal.s_star"][..., 0], whole["deal.s_star"][..., 1]
    assert (hard <= soft).all()
    assert (hard < soft).any()
    assert (whole["deal.zone_count"][..., 0] <= whole["deal.zone_count"][..., 1]).all()


def test_conflicts_are_told_where_there_is_no_deal(whole: Arrays) -> None:
    possible = whole["deal.possible"][:, :, 0]
    assert ((whole["deal.conflicts.count"] == 0) == possible).all()
    assert ((whole["deal.strict_conflicts.count"] == 0) == whole["deal.possible_on_condition"][:, -1]).all()


def test_draws_beyond_the_plan_are_not_counted(model: Model, whole: Arrays) -> None:
    first = chunk(model, 0, DRAWS, CountPlan("first_draws", 10))
    assert (first["deal.zone_count"][:10] == whole["deal.zone_count"][:10]).all()
    assert (first["deal.zone_count"][10:] == NOT_COUNTED).all()
    assert (first["deal.s_star"] == whole["deal.s_star"]).all()


def test_a_sample_comes_close_to_the_count() -> None:
    model = regular(6, 4, 2, weight="20 to 90")
    exact = chunk(model, 0, DRAWS)
    sampled = chunk(model, 0, DRAWS, CountPlan("sampled_packages", DRAWS, SAMPLE))
    difference = (sampled["deal.zone_count"] - exact["deal.zone_count"]) / exact["deal.feasible_count"][:, None, None]
    assert np.abs(difference).max() < 6 * 0.5 / np.sqrt(SAMPLE)  # six standard errors of a share of one half
    assert (difference != 0).any()
    assert abs(difference[:, 0, 0].mean()) < 6 * 0.5 / np.sqrt(SAMPLE * DRAWS)


def test_a_sample_is_the_same_however_draws_are_cut() -> None:
    model = regular(6, 4, 2, weight="20 to 90")
    plan = CountPlan("sampled_packages", DRAWS, 500)
    later = chunk(model, 40, 48, plan)["deal.zone_count"]
    assert (later == chunk(model, 0, DRAWS, plan)["deal.zone_count"][40:48]).all()


def test_a_consenting_party_without_a_no_deal_value_is_a_defect(model: Model) -> None:
    inputs = draw_inputs(model, Sampler(1), 0, 1)
    no_deal = in_every_reading(inputs.no_deal)
    no_deal[:, :, 0] = np.nan
    with pytest.raises(ValueError, match="no no-deal value"):
        deal_chunk(model, inputs, no_deal, EVERY)


def test_where_nothing_is_feasible() -> None:
    sections = everything()
    for option in ("shared", "split", "ours"):
        sections["issues"]["port"]["options"][option] = {"infeasible": "1"}
    found = chunk(compile_model(dossier_of(**sections)), 0, 2)
    assert (found["deal.feasible_count"] == 0).all()
    assert (found["deal.s_star"] == -np.inf).all()
    assert (found["deal.zone_count"] == 0).all()
    assert (found["deal.nash"] == -1).all()
    assert (found["deal.conflicts.count"] > 0).all()
