import numpy as np
import pytest

from irenic.war.closed_form import expected_months, top_chance, war_value


def solved(up: float, down: float, discount: float, cost: float, utility: list[float]) -> list[float]:
    """The same values as the solution of the equations of one month."""
    places = len(utility)
    matrix, right = np.eye(places), np.array(utility)
    for z in range(1, places - 1):
        matrix[z, z - 1 : z + 2] -= discount * np.array([down, 1.0 - up - down, up])
        right[z] = (1.0 - discount) * utility[z] - cost
    return [float(x) for x in np.linalg.solve(matrix, right)]


@pytest.mark.parametrize(("up", "down"), [(0.2, 0.1), (0.1, 0.2), (0.15, 0.15), (0.6, 0.4)])
@pytest.mark.parametrize("cost", [0.0, 0.7])
def test_values_solve_the_equations_of_one_month(up: float, down: float, cost: float) -> None:
    utility = [10.0, 80.0, 35.0, 0.0, 60.0, 95.0]
    expected = solved(up, down, 0.97, cost, utility)
    found = [war_value(up, down, 0.97, cost, np.array(utility), start) for start in range(6)]
    assert found == pytest.approx(expected, abs=1e-9)


def test_little_discounting_leaves_the_chances_of_the_ends() -> None:
    utility = np.array([0.0, 0.0, 0.0, 0.0, 1.0])
    assert war_value(0.3, 0.2, 1 - 1e-9, 0.0, utility, 2) == pytest.approx(top_chance(0.3, 0.2, 2, 4), abs=1e-6)
    assert war_value(0.3, 0.2, 1 - 1e-9, 1.0, 0 * utility, 2) == pytest.approx(
        -expected_months(0.3, 0.2, 2, 4), abs=1e-5
    )
