from collections.abc import Callable

import pytest

from irenic.war.shift import beyond_whole_surplus, with_lasting_cost, with_single_cost

Threshold = Callable[[float, float, float], float]
THRESHOLDS: tuple[Threshold, ...] = (with_lasting_cost, with_single_cost, beyond_whole_surplus)


def test_without_cost_they_are_one() -> None:
    assert [threshold(0.9, 0.6, 0.0) for threshold in THRESHOLDS] == pytest.approx([0.1 * 0.4 / 0.9] * 3)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_who_is_more_patient_or_likelier_to_win_fights_for_less(threshold: Threshold) -> None:
    assert threshold(0.95, 0.6, 0.1) < threshold(0.9, 0.6, 0.1)
    assert threshold(0.9, 0.7, 0.1) < threshold(0.9, 0.6, 0.1)
    assert threshold(0.9, 0.6, 0.2) > threshold(0.9, 0.6, 0.1)


def test_a_cost_once_deters_less_than_one_for_ever_and_a_surplus_more() -> None:
    for discount in (0.5, 0.9, 0.99):
        once, lasting, surplus = (
            threshold(discount, 0.6, 0.1) for threshold in (with_single_cost, with_lasting_cost, beyond_whole_surplus)
        )
        assert once < lasting < surplus
