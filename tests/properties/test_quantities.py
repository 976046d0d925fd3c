"""Values on quantities: writing fewer points changes nothing but what is left out."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, party

DRAWS = 4


def values_of(points: list[int], values: dict[int, Any]) -> Any:
    """Values float64[draw, point] that a party has who states some."""
    width = {"question": "?", "status_quo": str(points[0]), "grid": {"points": [str(p) for p in points], "unit": "km"}}
    stated = {"weight": "100", "values": {str(p): value for p, value in values.items()}}
    sections: dict[str, Any] = {"parties": {"avia": party()}, "issues": {"width": width}}
    model = compile_model(dossier_of(**sections, positions={"avia": {"width": stated}}))
    return draw_inputs(model, Sampler(1), 0, DRAWS).values[:, 0]


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=8, unique=True).map(sorted), st.data())
def test_points_left_out_lie_between_those_stated(points: list[int], data: st.DataObject) -> None:
    number = st.sampled_from(["0", "33", "100", "20 to 80", {"uniform": ["0", "30"]}])
    inner = data.draw(st.sets(st.sampled_from(points)))
    stated = {p: data.draw(number) for p in points if p in inner or p in (points[0], points[-1])}
    found = values_of(points, stated)
    at = np.array(points, dtype=np.float64)
    known = [points.index(p) for p in stated]
    for values in found:
        line = np.interp(at, at[known], values[known])
        np.testing.assert_allclose(values, line, rtol=0, atol=1e-12)  # a few roundings of numbers up to 100
        for k, value in enumerate(values):
            below = max(j for j in known if j <= k)
            above = min(j for j in known if j >= k)
            low, high = sorted((values[below], values[above]))
            assert low <= value <= high


@given(st.integers(1, 64), st.integers(0, 64), st.integers(0, 64), st.integers(2, 8))
def test_written_by_hand_it_is_the_same(step: int, first: int, last: int, halvings: int) -> None:
    """Sixteenths and the like are exact, so that the numbers written by hand are those on the line."""
    count = 2 ** min(halvings, 4)
    points = [step * k for k in range(count + 1)]
    by_hand = {p: repr(first + (last - first) * k / count) for k, p in enumerate(points)}
    ends = {points[0]: by_hand[points[0]], points[-1]: by_hand[points[-1]]}
    assert values_of(points, ends).tolist() == values_of(points, by_hand).tolist()
