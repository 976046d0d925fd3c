"""Draws as the search for fixes sees them."""

from typing import Any

import numpy as np

from irenic.deal.conditions import strict_spaces
from irenic.deal.fix_draws import FixDraws, domain_draws, joined, strict_draws
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything


def drawn(start: int, stop: int) -> FixDraws:
    inputs = draw_inputs(MODEL, Sampler(3), start, stop)
    return strict_draws(MODEL, inputs, in_every_reading(inputs.no_deal))


MODEL = compile_model(dossier_of(**everything()))


def everything_in(draws: FixDraws) -> list[Any]:
    spaces = draws.spaces
    arrays = [draws.in_force, draws.line_cost, draws.points, spaces.contributions, spaces.hard_allowed, spaces.floors]
    return [array.tolist() for array in arrays]


def test_options_count_as_written_and_silent_cells_nothing() -> None:
    draws = drawn(0, 4)
    split = MODEL.option_starts[0] + 1
    weight = 100 / 150
    assert np.allclose(draws.points[:, 0, split], 60 * weight, atol=1e-9), "half of it is read otherwise, not here"
    assert not draws.points[:, 1, MODEL.option_starts[2] : MODEL.option_starts[3]].any()
    assert draws.line_cost.tolist() == [[30.0, 20.0, 10.0]] * 4
    inputs = draw_inputs(MODEL, Sampler(3), 0, 4)
    expected = strict_spaces(MODEL, inputs, in_every_reading(inputs.no_deal))
    assert draws.spaces.contributions.tolist() == expected.contributions.tolist()


def test_draws_can_be_picked_and_put_together() -> None:
    whole = drawn(0, 6)
    assert everything_in(joined([drawn(0, 2), drawn(2, 6)])) == everything_in(whole)
    picked = whole.at(np.array([4, 1]))
    assert everything_in(picked) == [[part[4], part[1]] for part in everything_in(whole)]


def test_in_a_domain_nothing_is_in_force_but_no_deal_values() -> None:
    spaces = drawn(0, 1).spaces
    draws = domain_draws(MODEL, spaces)
    assert not draws.in_force.any()
    assert draws.line_cost.shape == (1, 0)
    assert draws.points is spaces.contributions
