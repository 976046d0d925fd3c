from typing import Any

import numpy as np
import pytest

from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.war.inputs import WarInputs, draw_theatre
from irenic.war.observed import DAYS_A_MONTH, Sighting, compared, implied, sightings_of, steps_to_go
from irenic.war.odds import gate, win_chances
from irenic.war.theatre import Theatre, compile_theatre
from tests.unit.war.theatres import warring

DRAWS = 512


def seen_war(**observed: dict[str, Any]) -> tuple[Theatre, WarInputs, tuple[Sighting, ...]]:
    dossier = warring(observed=observed)
    theatre = compile_theatre(dossier, compile_model(dossier))
    assert theatre is not None
    return theatre, draw_theatre(theatre, Sampler(2), 0, DRAWS), sightings_of(dossier, theatre)


def test_only_what_measures_something_is_compared() -> None:
    men = {"measures": "forces", "of": "bruma", "quantity": "150"}
    _, _, seen = seen_war(pressure={"says": "They push", "of": "avia"}, men=men)
    assert [(sight.id, sight.side, sight.months) for sight in seen] == [("men", 1, 1.0)]


def test_forces() -> None:
    theatre, inputs, seen = seen_war(men={"measures": "forces", "of": "bruma", "quantity": "100 to 200"})
    found = compared(theatre, inputs, seen[0])
    assert found["measures"] == "forces"
    assert found["observed"] == pytest.approx({"low": 100, "median": 141.4, "high": 200}, abs=0.1)
    assert found["implied"]["median"] == np.median(inputs.forces[:, 1])
    assert found["share_within"] == pytest.approx(0.9, abs=0.01)


def test_casualties_since_a_day() -> None:
    lost = {"measures": "casualties", "of": "avia", "quantity": "90", "since": "2029-01-01", "date": "2030-01-01"}
    theatre, inputs, seen = seen_war(lost=lost)
    assert seen[0].months == pytest.approx(365 / DAYS_A_MONTH)
    a_month = inputs.loss_rate[:, 0] / 1000 * inputs.forces[:, 1]
    # The enemy's force changes a little within the month.
    assert implied(theatre, inputs, seen[0]) == pytest.approx(a_month * 12, rel=0.05)


def test_advance_is_net_and_area_gross() -> None:
    advance = {"measures": "advance", "of": "bruma", "quantity": "10 to 50"}
    area = {"measures": "area", "of": "bruma", "quantity": "10 to 50", "since": "2029-11-30"}
    theatre, inputs, seen = seen_war(advance=advance, area=area)
    won = win_chances(inputs.b0, inputs.b1, np.log(inputs.forces[:, 0] / inputs.forces[:, 1]))
    g = gate(inputs)
    first, second = 0.5 * won[0] * g, won[1] * g
    net = second * (1 - first) - first * (1 - second)
    assert implied(theatre, inputs, seen[0]) == pytest.approx(net * 5000 / DAYS_A_MONTH)
    assert steps_to_go(theatre, 0) == 2
    assert steps_to_go(theatre, 1) == 1
    months = 32 / DAYS_A_MONTH
    assert implied(theatre, inputs, seen[1]) == pytest.approx(second * (1 - first) * 600 * months)
