from typing import get_args

from irenic.report.opening_data import STEP_KINDS, StepKind


def test_every_kind_of_step_has_a_place_in_the_order() -> None:
    assert get_args(StepKind) == STEP_KINDS
