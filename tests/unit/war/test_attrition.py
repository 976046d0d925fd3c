import numpy as np
import pytest

from irenic.war.attrition import after


def test_replenishment_and_losses_of_a_month() -> None:
    """Side 0 loses a tenth of side 1's steady 100 a month and gets 4."""
    found = after(np.array([[50.0, 100.0]]), np.array([[4.0, 0.0]]), np.array([[100.0, 0.0]]), np.ones(1), np.zeros(1))
    assert found[0] == pytest.approx([44.0, 100.0], abs=1e-12)


def test_who_has_no_men_loses_none_and_hurts_nobody() -> None:
    found = after(np.array([[0.0, 100.0]]), np.zeros((1, 2)), np.full((1, 2), 50.0), np.ones(1), np.zeros(1))
    assert found[0].tolist() == [0.0, 100.0]


def test_forces_never_fall_below_none() -> None:
    found = after(np.array([[1.0, 900.0]]), np.zeros((1, 2)), np.full((1, 2), 50.0), np.ones(1), np.zeros(1))
    assert found[0, 0] == 0.0


def test_general_exponents_join_the_laws_that_have_names() -> None:
    """The shortcuts for exponents 0 and 1 give what powers give."""
    rng = np.random.default_rng(1)
    forces, rate = rng.uniform(50, 500, (8, 2)), rng.uniform(1, 90, (8, 2))
    for p, q in ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
        scaled = rate * 0.01 if q else rate
        alone = after(forces, np.zeros((8, 2)), scaled, np.full(8, p), np.full(8, q))
        mixed = after(
            np.vstack((forces, forces[:1])),
            np.zeros((9, 2)),
            np.vstack((scaled, scaled[:1])),
            np.append(np.full(8, p), 0.7),
            np.append(np.full(8, q), 0.3),
        )
        assert np.array_equal(mixed[:8], alone)
