import numpy as np
import pytest

from irenic.numbers.draws import Sampler
from irenic.runs import kept
from irenic.runs.kept import KeptDraws
from tests.unit.runs.test_no_deal import DRAWS, source
from tests.unit.war.theatres import warring


def test_draws_are_those_of_the_run() -> None:
    of = source(warring())
    whole = of.drawn(Sampler(1), 0, DRAWS)
    drawn = KeptDraws(of, Sampler(1), whole.used)
    for _ in range(2):
        inputs, no_deal = drawn(4, 12)
        assert np.array_equal(inputs.weights, whole.inputs.weights[4:12])
        assert np.array_equal(no_deal, whole.used[4:12], equal_nan=True)
    assert drawn(4, 12)[0] is drawn(4, 12)[0]


def test_no_more_is_held_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    of = source(warring())
    drawn = KeptDraws(of, Sampler(1), of.drawn(Sampler(1), 0, DRAWS).used)
    monkeypatch.setattr(kept, "MOST_HELD", 0)
    assert drawn(0, 8)[0] is not drawn(0, 8)[0]
    assert np.array_equal(drawn(0, 8)[0].values, drawn(0, 8)[0].values)
