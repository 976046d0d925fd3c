from dataclasses import replace

import numpy as np
import pytest

from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.named import named_utilities
from irenic.model.structure import READINGS, Model
from irenic.model.tables import block_tables, utilities
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import cell, dossier_of, everything, issue, party

DRAWS = 32


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_model(dossier_of(**everything()))


@pytest.fixture(scope="module")
def inputs(model: Model) -> Inputs:
    return draw_inputs(model, Sampler(5), 0, DRAWS)


def test_every_package_is_worth_what_the_tables_say_but_for_lines_and_ambiguity(model: Model, inputs: Inputs) -> None:
    plain = replace(inputs, cost=np.zeros_like(inputs.cost), ambiguity=np.zeros_like(inputs.ambiguity))
    numbers = np.arange(model.index.count)
    found = named_utilities(model, inputs, model.index.positions(numbers))
    for r, reading in enumerate(READINGS):
        tables = block_tables(model, plain, reading)
        for number in numbers:
            told = utilities(model, tables, np.full(DRAWS, number))
            assert np.array_equal(found[:, r, model.stating, number], told[:, model.stating])


def test_a_broken_line_costs_nothing_where_a_package_is_suffered() -> None:
    line = {"binding": "0.9", "cost": "40"}
    cells = {**cell("100", calm="0", storm="70"), "red_lines": {"storm": line}}
    model = compile_model(
        dossier_of(
            parties={"avia": party()}, issues={"sea": issue("calm", "storm")}, positions={"avia": {"sea": cells}}
        )
    )
    drawn = draw_inputs(model, Sampler(5), 0, 4)
    assert named_utilities(model, drawn, np.array([[1]]))[:, :, 0, 0].tolist() == [[70.0, 70.0]] * 4


def test_parties_without_positions_have_none() -> None:
    model = compile_model(
        dossier_of(
            parties={"avia": party(), "bruma": party(False)},
            issues={"sea": issue("calm", "storm")},
            positions={"avia": {"sea": cell("100", calm="0", storm="70")}},
        )
    )
    found = named_utilities(model, draw_inputs(model, Sampler(5), 0, 4), np.array([[0], [1]]))
    assert found.shape == (4, 2, 2, 2)
    assert np.isnan(found[:, :, 1]).all()
    assert found[0, 0, 0].tolist() == [0.0, 70.0]
