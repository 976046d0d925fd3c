from math import inf, nextafter

import pytest

from irenic.numbers.support import ANY, FRACTION, POINTS, POSITIVE, SUPPORTS, Support


@pytest.mark.parametrize(
    ("support", "inside", "outside"),
    [
        (POINTS, [0, 50, 100], [-0.1, 100.1]),
        (FRACTION, [1e-9, 0.5, 1 - 1e-9], [0, 1, 2]),
        (POSITIVE, [1e-30, 1e30], [0, -1]),
        (ANY, [-1e30, 0, 1e30], []),
    ],
    ids=lambda x: getattr(x, "name", None),
)
def test_ends_count_unless_they_are_open(support: Support, inside: list[float], outside: list[float]) -> None:
    assert all(support.holds(x) for x in inside)
    assert not any(support.holds(x) for x in outside)


def test_first_and_last_are_the_outermost_floats() -> None:
    assert (POINTS.first, POINTS.last) == (0.0, 100.0)
    assert (FRACTION.first, FRACTION.last) == (nextafter(0.0, 1.0), nextafter(1.0, 0.0))
    assert (POSITIVE.first, POSITIVE.last) == (nextafter(0.0, 1.0), inf)
    assert (ANY.first, ANY.last) == (-inf, inf)


def test_nearest_brings_into_the_support() -> None:
    assert [POINTS.nearest(x) for x in (-3.0, 40.0, 130.0)] == [0.0, 40.0, 100.0]
    assert FRACTION.holds(FRACTION.nearest(1.0))


def test_names_are_distinct() -> None:
    assert len({s.name for s in SUPPORTS}) == len(SUPPORTS)
