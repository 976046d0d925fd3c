"""L9: Iwo Jima as a square law with landings, days as periods (Engel 1954). Within 5 men of the published course."""

import numpy as np
import pytest

from irenic.war.attrition import after

GARRISON = 21.5
US_RATE, JAPANESE_RATE = 54.4, 10.6
"""Lost a day per thousand of the other side."""

LANDINGS = {0: 54.0, 2: 6.0, 5: 13.0}
"""Day → thousands who land in its course."""

FIVE_MEN = 0.005


def course(days: int) -> tuple[float, float]:
    """Thousands of Americans and Japanese after some days."""
    men = np.array([[0.0, GARRISON]])
    for day in range(days):
        landing = np.array([[LANDINGS.get(day, 0.0), 0.0]])
        men = after(men, landing, np.array([[US_RATE, JAPANESE_RATE]]), np.ones(1), np.zeros(1))
    return float(men[0, 0]), float(men[0, 1])


@pytest.mark.parametrize(("days", "americans", "japanese"), [(28, 53.042, 4.656), (36, 51.985, 0.217)])
def test_forces_by_day(days: int, americans: float, japanese: float) -> None:
    assert course(days) == pytest.approx((americans, japanese), abs=FIVE_MEN)
