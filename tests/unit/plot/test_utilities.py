import re
import xml.etree.ElementTree as ET

import pytest

from irenic.plot.render import svg_element
from irenic.plot.style import BLUE, GREY, MUTED, OCHRE
from irenic.plot.utilities import Cloud, packages_against_no_deal

NO_DEAL = Cloud("No deal", [(20.0, 30.0), (30.0, 40.0)], (25.0, 35.0))
NASH = Cloud("納許解", [(60.0, 70.0)], (60.0, 70.0))
NONE = Cloud("Kalai–Smorodinsky: none", [], None)


def drawn(no_deal: Cloud, deals: list[Cloud]) -> ET.Element:
    return ET.fromstring(svg_element(packages_against_no_deal("甲", "B", no_deal, deals), "p", "title", "description"))


def marks(svg: ET.Element, colour: str) -> list[tuple[float, float]]:
    """Places of the points of a colour: those of the clouds, the mean, the legend's."""
    found = []
    for path in svg.iter("path"):
        place = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", path.get("transform", ""))
        if path.get("fill") == colour and place:
            found.append((float(place[1]), float(place[2])))
    return found


def test_points_stand_where_the_utilities_are() -> None:
    svg = drawn(NO_DEAL, [NASH, NONE])
    grey = marks(svg, GREY)
    # One scale for both axes, from 20 to 70 points over 400 pixels.
    assert grey[:2] == [pytest.approx((0, 320)), pytest.approx((80, 240))]
    assert grey[2] == pytest.approx((40, 280)), "the mean"
    assert marks(svg, BLUE)[0] == pytest.approx((320, 0))
    assert len(marks(svg, OCHRE)) == 1, "a cloud without points is only in the legend"


def test_dashed_lines_run_through_the_mean_without_a_deal() -> None:
    svg = drawn(NO_DEAL, [NASH])
    dashed = [line for line in svg.iter("line") if line.get("stroke") == MUTED and line.get("stroke-dasharray")]
    assert len(dashed) == 2


def test_titles_and_legend() -> None:
    written = {"".join(text.itertext()) for text in drawn(NO_DEAL, [NASH, NONE]).iter("text")}
    assert {"甲", "B", "No deal", "納許解", "Kalai–Smorodinsky: none"} <= written


def test_nothing_known_is_still_a_picture() -> None:
    svg = drawn(Cloud("No deal", [], None), [])
    assert {"0", "100"} <= {"".join(text.itertext()) for text in svg.iter("text")}
