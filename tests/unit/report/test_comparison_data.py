from typing import get_args

from irenic.dossier.differences import Kind
from irenic.report.comparison_data import DifferenceKind


def test_the_kinds_of_differences_are_those_that_are_found() -> None:
    assert get_args(DifferenceKind) == get_args(Kind)
