import numpy as np

from irenic.acts.drawn import draw_acts
from irenic.numbers.draws import Sampler
from tests.unit.acts.examples import DRAWS, acts_of, effect, lever

LEVERS = {
    "one": lever(size="1 to 3", lag="1 to 4", effects={"also": effect(size="0.5 to 0.9")}),
    "two": lever(duration="2 to 9", credibility="0.2 to 0.7"),
}
CLOCKS = {"bell": {"date": "2030-05-01", "every": "0.2", "who": "avia"}, "law": {"months": "2", "who": "avia"}}


def test_numbers_not_stated_are_those_that_change_nothing() -> None:
    drawn = draw_acts(acts_of(LEVERS, CLOCKS), Sampler(1), 0, DRAWS)
    assert drawn.size.shape == (DRAWS, 3)
    assert drawn.element_of.tolist() == [0, 0, 1]
    assert (drawn.duration[:, :2] == np.inf).all()
    assert (drawn.credibility[:, :2] == 1.0).all()
    assert (drawn.lag[:, 2] == 0.0).all()
    assert (drawn.lag[:, 0] == drawn.lag[:, 1]).all()
    assert drawn.every.tolist() == [[1.0, np.inf]] * DRAWS  # nothing strikes more than once a month
    assert drawn.months.tolist() == [[0.0, 2.0]] * DRAWS


def test_each_number_is_drawn_by_its_own_path() -> None:
    acts, sampler = acts_of(LEVERS, CLOCKS), Sampler(1)
    drawn = draw_acts(acts, sampler, 3, 7)
    for k, rule in enumerate(acts.rules):
        assert (drawn.size[:, k] == sampler.draw(rule.size.path, rule.size.distribution, 3, 7)).all()
    assert drawn.size.tobytes() == draw_acts(acts, Sampler(1), 0, 7).size[3:].tobytes()
