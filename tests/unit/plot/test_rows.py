import xml.etree.ElementTree as ET

from irenic.plot.render import svg_element
from irenic.plot.rows import caption, figures, names, room, scale
from irenic.plot.style import frame


def test_ends_of_the_scale_stay_inside_and_minus_is_a_minus() -> None:
    rows = [{"label": ["a"], "name": 0, "figure": "1", "middle": 20, "weight": "normal"}]
    layers = [names(rows, 40), figures(rows, 40), *scale([-10, 0, 10], -10, 10, 40), caption("points", 40)]
    svg = ET.fromstring(svg_element(frame(376, 40, room(80, 40), layers), "p", "title", "description"))
    anchors = {"".join(text.itertext()): text.get("text-anchor") for text in svg.iter("text")}
    assert anchors["−10"] == "start"
    assert anchors["0"] == "middle"
    assert anchors["10"] == "end"
    assert {"a", "1", "points"} <= set(anchors)
