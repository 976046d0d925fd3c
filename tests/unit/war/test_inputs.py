from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.numbers.medians import Medians
from irenic.war.inputs import WarInputs, draw_theatre
from irenic.war.prior import BATTLE_PRIOR
from irenic.war.theatre import Theatre, compile_theatre
from tests.unit.war.theatres import warring

DRAWS = 4096


def theatre_with(**theatre: Any) -> Theatre:
    dossier = warring(**theatre)
    found = compile_theatre(dossier, compile_model(dossier))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def inputs() -> WarInputs:
    return draw_theatre(theatre_with(), Sampler(3), 0, DRAWS)


def test_what_is_stated_is_drawn(inputs: WarInputs) -> None:
    assert np.percentile(inputs.forces[:, 0], (5, 95)) == pytest.approx((100, 200), rel=0.01)
    assert np.percentile(inputs.loss_rate[:, 1], (5, 95)) == pytest.approx((20, 40), rel=0.01)
    assert (inputs.initiative[:, 0] == 0.5).all()
    assert (inputs.standstill == 0.6).all()
    assert np.percentile(inputs.optimism[:, 0], (5, 95)) == pytest.approx((0, 0.4), abs=0.01)


def test_what_is_not_stated_takes_its_default(inputs: WarInputs) -> None:
    assert (inputs.materiel == 1.0).all()
    assert (inputs.initiative[:, 1] == 1.0).all()
    assert (inputs.grants == 0.0).all()
    assert (inputs.money[:, 0] == 50.0).all()
    assert np.isnan(inputs.money[:, 1]).all()
    assert np.isnan(inputs.discount[:, 2]).all()
    assert (inputs.optimism[:, 1:] == 0.0).all()
    assert (inputs.p == 1.0).all()
    assert (inputs.q == 0.0).all()


def test_need_that_is_not_stated_is_what_there_is() -> None:
    side = {"forces": "100", "cost": "4"}
    sides = {"avia": {**side, "aid": "1.5"}, "bruma": {**side, "aid": "1.5", "need": "7"}}
    found = draw_theatre(theatre_with(sides=sides), Sampler(3), 0, 8)
    assert (found.need == [5.5, 7.0]).all()


def test_odds_that_are_not_stated_are_those_of_the_prior(inputs: WarInputs) -> None:
    """Means and covariance over low-discrepancy draws; a tenth of a standard error is far more than they miss."""
    drawn = np.stack((inputs.b0, inputs.b1))
    assert drawn.mean(axis=1) == pytest.approx(BATTLE_PRIOR.mean, abs=0.01)
    assert np.cov(drawn) == pytest.approx(BATTLE_PRIOR.covariance, abs=0.001)


def test_odds_may_be_stated() -> None:
    found = draw_theatre(theatre_with(battle={"b0": "0.2", "b1": "0.9"}), Sampler(3), 0, 8)
    assert (found.b0 == 0.2).all()
    assert (found.b1 == 0.9).all()
    only = draw_theatre(theatre_with(battle={"b0": "0.2"}), Sampler(3), 0, DRAWS)
    assert only.b1.mean() == pytest.approx(BATTLE_PRIOR.b1, abs=0.01)
    assert np.corrcoef(only.b1, np.arange(DRAWS))[0, 1] == pytest.approx(0.0, abs=0.05)


def test_draws_are_the_same_however_they_are_cut(inputs: WarInputs) -> None:
    part = draw_theatre(theatre_with(), Sampler(3), 100, 200)
    for field in fields(part):
        if field.name not in {"start", "stop"}:
            assert np.array_equal(getattr(part, field.name), getattr(inputs, field.name)[100:200], equal_nan=True)
    assert part.draws == 100


def test_medians() -> None:
    found = draw_theatre(theatre_with(), Medians(), 0, 1)
    assert found.b0[0] == pytest.approx(BATTLE_PRIOR.b0)
    assert found.b1[0] == pytest.approx(BATTLE_PRIOR.b1)
