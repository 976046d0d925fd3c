from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.model.compilation import compile_model
from irenic.war.odds import Beliefs, beliefs_of, gate, solved_gate, step_chances, win_chances
from irenic.war.prior import BATTLE_PRIOR
from irenic.war.theatre import compile_theatre
from tests.unit.war.theatres import inputs_of, warring


def beliefs_with(**theatre: Any) -> Beliefs:
    dossier = warring(**theatre)
    compiled = compile_theatre(dossier, compile_model(dossier))
    assert compiled is not None
    return beliefs_of(compiled)


def test_nine_beliefs_have_the_moments_of_the_prior() -> None:
    beliefs = beliefs_with()
    pairs = np.stack((beliefs.b0, beliefs.b1))
    assert beliefs.weight.sum() == pytest.approx(1.0)
    mean = pairs @ beliefs.weight
    assert mean == pytest.approx(BATTLE_PRIOR.mean)
    apart = pairs - mean[:, np.newaxis]
    assert (apart * beliefs.weight) @ apart.T == pytest.approx(BATTLE_PRIOR.covariance)


def test_beliefs_of_odds_that_are_stated() -> None:
    sure = beliefs_with(battle={"b0": "0.2", "b1": "0.9"})
    assert sure.b0.tolist() == [0.2] * 9
    assert sure.b1.tolist() == [0.9] * 9
    normal = beliefs_with(battle={"b0": {"normal": ["1", "0.1"]}})
    assert sorted(set(normal.b0.round(9))) == pytest.approx([1 - 0.1 * 3**0.5, 1.0, 1 + 0.1 * 3**0.5], abs=1e-6)
    assert normal.weight @ normal.b1 == pytest.approx(BATTLE_PRIOR.b1)


def test_chances_to_win() -> None:
    first, second = win_chances(np.array(0.4), np.array(0.5), np.log(np.array(2.0)), 0.1)
    assert first == pytest.approx(1 / (1 + np.exp(-(0.4 + 0.5 * np.log(2) + 0.1))))
    assert second == pytest.approx(1 / (1 + np.exp(-(0.4 - 0.5 * np.log(2) - 0.1))))


@given(*[st.floats(0.0, 1.0)] * 3)
def test_the_gate_makes_the_line_stand_still_as_often_as_stated(first: float, second: float, still: float) -> None:
    g = solved_gate(np.array([first]), np.array([second]), np.array([still]))
    assert 0.0 <= g[0] <= 1.0

    def moving(at: float) -> float:
        ways = step_chances(np.array(first * at), np.array(second * at))
        return float(ways[0] + ways[1])

    if g[0] < 1.0 and moving(float(g[0])) < 1.0 - still - 1e-9:  # nothing moves it more often
        grid = np.linspace(0.0, 1.0, 201)
        assert moving(float(g[0])) >= max(moving(float(x)) for x in grid) - 1e-9
    elif g[0] < 1.0:
        assert moving(float(g[0])) == pytest.approx(1.0 - still, abs=1e-9)
    else:
        assert moving(1.0) <= 1.0 - still + 1e-9


def test_the_gate_is_open_where_no_standstill_is_stated() -> None:
    assert gate(inputs_of(1, 3, standstill=np.nan)).tolist() == [1.0] * 3


def test_the_gate_is_that_of_the_odds_at_the_start() -> None:
    inputs = inputs_of(2, 16, standstill=0.7)
    strength = inputs.effectiveness * inputs.materiel * inputs.forces
    won = win_chances(inputs.b0, inputs.b1, np.log(strength[:, 0] / strength[:, 1]))
    moved = [inputs.initiative[:, k] * won[k] * gate(inputs) for k in (0, 1)]
    ways = step_chances(moved[0], moved[1])
    still = 1.0 - ways[0] - ways[1]
    closed = gate(inputs) < 1.0
    assert still[closed] == pytest.approx(np.full(closed.sum(), 0.7))
    assert (still[~closed] >= 0.7 - 1e-12).all()
