from typing import get_args

from irenic.dossier.schema.knowledge import Measure as WrittenMeasure
from irenic.report.mechanism_data import Measure


def test_results_tell_every_measure_that_a_dossier_may_ask_for() -> None:
    assert get_args(Measure) == get_args(WrittenMeasure)
