import numpy as np

from irenic.deal.by_month import possible_by_month
from irenic.deal.conditions import CONDITIONS, possible_on_conditions
from irenic.deal.existence import possible_draws
from irenic.deal.live import BASES
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything, with_coalition

DRAWS = 48


def test_each_month_is_as_if_its_values_were_those_of_now() -> None:
    """Also where coalitions block: what a side deal is worth moves with the no-deal values."""
    for written in (everything(), with_coalition()):
        model = compile_model(dossier_of(**written))
        inputs = draw_inputs(model, Sampler(2), 0, DRAWS)
        steps = np.array([0.0, 15.0, 30.0, 45.0, 70.0])
        no_deal = inputs.no_deal[:, np.newaxis] + steps[:, np.newaxis]
        found = possible_by_month(model, inputs, no_deal)
        assert found.shape == (DRAWS, len(steps), len(BASES))
        for month in range(len(steps)):
            there = in_every_reading(no_deal[:, month])
            headline = possible_draws(model, inputs, there, "silent_zero", "hard")
            strict = possible_on_conditions(model, inputs, there)[:, CONDITIONS.index("both")]
            assert found[:, month, BASES.index("headline")].tolist() == headline.tolist()
            assert found[:, month, BASES.index("strict")].tolist() == strict.tolist()
        assert 0 < found[:, :, 0].mean() < 1
