import re
import xml.etree.ElementTree as ET

import pytest

from irenic.plot.plane import SIDE, Look, Scale, cross, dots, plane
from irenic.plot.render import svg_element
from irenic.plot.style import BLUE, MUTED


@pytest.mark.parametrize(
    ("points", "ends"),
    [
        ([(20.0, 31.0), (55.0, 70.0)], (20.0, 70.0)),
        ([(-3.0, 4.0)], (-10.0, 10.0)),
        ([(20.0, 20.0)], (20.0, 30.0)),
        ([(0.0, 100.0 + 1e-9)], (0.0, 100.0)),
        ([], (0.0, 100.0)),
    ],
)
def test_the_scale_is_in_tens_around_all_points(points: list[tuple[float, float]], ends: tuple[float, float]) -> None:
    scale = Scale.around(points)
    assert (scale.least, scale.most) == ends


def test_points_lines_and_legend_are_drawn() -> None:
    scale = Scale(0.0, 100.0)
    look = Look(BLUE, "circle")
    spec = plane("A", "B", scale, [*cross((50.0, 25.0), scale), dots([(10.0, 90.0)], look, size=20)], [("deals", look)])
    svg = ET.fromstring(svg_element(spec, "p", "title", "description"))
    dashed = [line for line in svg.iter("line") if line.get("stroke") == MUTED and line.get("stroke-dasharray")]
    assert len(dashed) == 2
    places = [re.findall(r"[\d.]+", path.get("transform", "")) for path in svg.iter("path") if path.get("fill") == BLUE]
    assert [pytest.approx((SIDE / 10, SIDE / 10))] == [tuple(map(float, place)) for place in places[:1]]
    assert "deals" in {"".join(text.itertext()) for text in svg.iter("text")}
