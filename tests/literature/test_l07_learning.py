"""L7: learning, prior ½, chance of a win .6 under one belief and .4 under the other, three net wins (Bayes)."""

import numpy as np
import pytest

from irenic.war.learning import battle_likelihood, reweigh


@pytest.mark.parametrize("battles", [(True,) * 3, (True, False, True, True, True), (False, True, True, True, True)])
def test_three_net_wins(battles: tuple[bool, ...]) -> None:
    chances, weight = np.array([0.6, 0.4]), np.array([0.5, 0.5])
    for won in battles:
        weight = reweigh(weight, battle_likelihood(chances, np.array(True), np.array(won)))
    assert weight[0] == pytest.approx(0.771429, abs=1e-6)
    assert weight.sum() == pytest.approx(1.0, abs=1e-12)
