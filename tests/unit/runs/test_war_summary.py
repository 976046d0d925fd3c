import numpy as np

from irenic.deal.summary import HEADLINE
from irenic.dossier.schema.root import Dossier
from irenic.model.structure import READINGS
from irenic.report.war_data import War
from irenic.runs.question import question
from irenic.runs.settings import Settings
from irenic.runs.war_summary import plan_of, war_case, war_part
from tests.unit.report.shape import faults
from tests.unit.war.theatres import warring

FEW = Settings(draws=32, seed=3)


def test_a_case_without_a_theatre_has_no_war(tutorial: Dossier) -> None:
    assert war_case(question(tutorial, FEW)) is None
    assert war_part(question(tutorial, FEW)) is None


def test_the_war_is_that_which_no_deal_values_come_from() -> None:
    asked = question(warring(), FEW)
    case, found = war_case(asked), asked.source.drawn(asked.sampler, 4, 20)
    assert case is not None
    assert found.war is not None
    drawn = case.drawing(4, 20)
    assert np.array_equal(drawn.inputs.forces, found.war.inputs.forces)
    of_headline = found.war.utilities[:, READINGS.index(HEADLINE[0])]
    assert np.array_equal(drawn.utilities, of_headline, equal_nan=True)


def test_the_part_has_the_declared_shape_and_the_values_that_answers_rest_on() -> None:
    asked = question(warring(), FEW)
    told = war_part(asked)
    assert told is not None
    assert list(faults(told, War)) == []
    written = next(scenario for scenario in told["scenarios"] if scenario["id"] == "as-written")
    used = asked.drawn(0, FEW.draws)[1][:, READINGS.index(HEADLINE[0]), 0]
    assert written["values"]["avia"]["median"] == float(np.quantile(used, 0.5))


def test_runs_are_spread_over_the_draws() -> None:
    assert plan_of(FEW).per_draw == 16
    assert plan_of(Settings(draws=32, runs=100)).per_draw == 4
    assert plan_of(Settings(draws=32, runs=1)).per_draw == 1
    assert plan_of(Settings(draws=8192, runs=4096)).per_draw == 2
