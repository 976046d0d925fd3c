from math import inf

import numpy as np
import pytest

from irenic.acts.course import Course, Happening
from irenic.acts.drawn import draw_acts
from irenic.acts.timeline import Timeline
from irenic.dossier.schema.acts import TriggerRule
from irenic.numbers.draws import Sampler
from tests.unit.acts.examples import acts_of, lever

DRAWS = 16
CLOCKS = {
    "day": {"date": "2030-07-01", "who": "avia"},
    "past": {"date": "2029-07-01", "every": "9", "who": "avia"},
    "wide": {"date": "2030-07-01", "every": "4 to 12", "who": "avia"},
    "later": {"after": {"on": "lever-ends", "lever": "loan"}, "months": "1", "every": "10", "who": "avia"},
    "never": {"who": "avia"},
}
LEVERS = {"loan": lever(duration="5", credibility="0.5")}


def timeline(course: Course = (), start: int = 0, stop: int = DRAWS) -> Timeline:
    acts = acts_of(LEVERS, CLOCKS, "24")
    yes = {"senate": np.full(stop - start, 0.25)}
    return Timeline(acts, draw_acts(acts, Sampler(2), start, stop), course, yes)


def months(clock: str, draw: int = 0) -> list[float]:
    return [float(strike.month[draw]) for strike in timeline().strikes(f"clocks.{clock}")]


def test_clocks_strike() -> None:
    assert months("day") == [6.0]
    assert months("past") == [-6.0, 3.0, 12.0, 21.0]
    assert months("never") == []


def test_a_clock_after_an_event_has_its_chance_and_recurs_within_the_horizon() -> None:
    found = timeline().strikes("clocks.later")
    assert [float(strike.month[0]) for strike in found if np.isfinite(strike.month[0])] == [6.0, 16.0]
    assert {float(strike.chance[0]) for strike in found} == {0.5}


def test_a_clock_that_counts_from_two_events_strikes_in_order() -> None:
    clocks = {"bell": {"after": "talks-fail", "months": "0 to 4", "every": "5 to 9", "who": "avia"}}
    acts = acts_of({}, clocks, "24")
    course = tuple(Happening("talks-fail", month) for month in (0.0, 3.0))
    found = Timeline(acts, draw_acts(acts, Sampler(2), 0, DRAWS), course, {}).strikes("clocks.bell")
    months = np.array([strike.month for strike in found])
    assert (np.sort(months, axis=0) == months).all()
    assert np.isfinite(months[:6]).all()


def test_there_are_as_many_strikes_in_every_chunk() -> None:
    whole, part = timeline().strikes("clocks.wide"), timeline(start=3, stop=4).strikes("clocks.wide")
    assert len(whole) == len(part)
    assert [float(strike.month[3]) for strike in whole] == [float(strike.month[0]) for strike in part]
    finite = np.array([strike.month for strike in whole])
    assert (finite[np.isfinite(finite)] < 24).all()


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (TriggerRule(on="always"), [(0.0, 1.0)]),
        (TriggerRule(on="own-choice"), []),
        (TriggerRule(on="yearly"), []),
        (TriggerRule(on="talks-fail"), [(2.0, 1.0), (5.0, 1.0)]),
        (TriggerRule(on="body-decides", body="senate"), [(0.0, 0.25)]),
        (TriggerRule(on="body-decides", body="senate", decision="no"), [(0.0, 0.75)]),
        (TriggerRule(on="lever-ends", lever="loan"), [(5.0, 0.5)]),
        (TriggerRule(on="clock", clock="day"), [(6.0, 1.0)]),
    ],
)
def test_occasions_come_in_order_with_their_chance(trigger: TriggerRule, expected: list[tuple[float, float]]) -> None:
    at = timeline((Happening("talks-fail", 5.0), Happening("talks-fail", 2.0)))
    assert [(float(event.month[0]), float(event.chance[0])) for event in at.occasions(trigger)] == expected


def test_a_decision_that_the_course_knows_takes_the_place_of_its_chance() -> None:
    at = timeline((Happening("body-decides", 4.0, body="senate", decision="no"),))
    (refused,) = at.occasions(TriggerRule(on="body-decides", body="senate", decision="no"))
    (passed,) = at.occasions(TriggerRule(on="body-decides", body="senate"))
    assert (float(refused.month[0]), refused.certain) == (4.0, True)
    assert float(passed.month[0]) == inf


def test_an_end_that_never_comes_hides_none_that_may() -> None:
    """The yearly act's first stretch is empty, as its clock strikes at once: its end comes in no draw."""
    bell = {"on": "clock", "clock": "bell"}
    levers = {
        "act": lever(trigger="yearly", end=bell, credibility="0.5"),
        "ban": lever(trigger={"on": "date", "date": "2029-08-01"}, end={"on": "lever-ends", "lever": "act"}),
    }
    acts = acts_of(levers, {"bell": {"since": "2029-08-01", "every": "5", "who": "avia"}}, "18")
    uses = Timeline(acts, draw_acts(acts, Sampler(2), 0, 1), (), {}).uses("levers.ban")
    told = [(float(use.begin[0]), float(use.end[0]), float(use.chance[0])) for use in uses if use.chance[0] > 0.0]
    assert told == [(-5.0, 5.0, 1.0), (5.0, 10.0, 0.5), (10.0, 15.0, 0.25), (15.0, inf, 0.125)]
