import numpy as np
import pytest

from irenic.deal.spaces import in_every_reading, in_reading, packages_of, scale_of, spaces_of
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import READINGS
from irenic.model.tables import block_tables
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything

STARTS = np.array([0, 2, 5])


def test_the_scale_is_what_feasible_packages_span() -> None:
    contributions = np.array([[[0.0, 10, 0, 5, 50], [7, 7, 1, 1, 1]]])
    feasible = np.array([[True, True, True, True, False]])
    assert scale_of(contributions, feasible, STARTS).tolist() == [[15.0, 1.0]]
    assert scale_of(contributions, np.array([[True, True, False, False, False]]), STARTS).tolist() == [[1.0, 1.0]]


def test_packages_with_a_mark_on_all_combinations() -> None:
    marks = np.array([[True, True, True, False, True], [True, True, False, False, False]])
    assert packages_of(marks, STARTS).tolist() == [4, 0]


def test_spaces_stand_draw_by_draw() -> None:
    model = compile_model(dossier_of(**everything()))
    inputs = draw_inputs(model, Sampler(1), 0, 3)
    tables = [block_tables(model, inputs, reading) for reading in READINGS]
    spaces = spaces_of(model, inputs, in_every_reading(inputs.no_deal), tables)
    assert spaces.count == 6
    for d in range(3):
        for r, table in enumerate(tables):
            assert (spaces.contributions[2 * d + r] == table.contributions[d, :2]).all()
            assert (spaces.hard_allowed[2 * d + r] == table.hard_allowed[d]).all()
            assert (spaces.no_deal[2 * d + r] == inputs.no_deal[d, :2]).all()
            assert (spaces.alpha[2 * d + r] == inputs.alpha[d]).all()
    assert (spaces.floors < spaces.no_deal).all()


def test_a_consenting_party_needs_a_no_deal_value() -> None:
    model = compile_model(dossier_of(**everything()))
    inputs = draw_inputs(model, Sampler(1), 0, 1)
    with pytest.raises(ValueError, match="no no-deal value"):
        spaces_of(model, inputs, np.full((1, 1, 3), np.nan), [block_tables(model, inputs, "silent_zero")])


def test_every_reading_wanted_needs_its_no_deal_values() -> None:
    model = compile_model(dossier_of(**everything()))
    inputs = draw_inputs(model, Sampler(1), 0, 2)
    with pytest.raises(ValueError, match="readings wanted"):
        spaces_of(model, inputs, in_every_reading(inputs.no_deal), [block_tables(model, inputs, "silent_zero")])


def test_one_reading_of_no_deal_values() -> None:
    no_deal = np.arange(12.0).reshape(2, 2, 3)
    assert in_reading(no_deal, "silent_wide").tolist() == [[[3.0, 4.0, 5.0]], [[9.0, 10.0, 11.0]]]
