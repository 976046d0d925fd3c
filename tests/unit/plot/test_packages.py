import xml.etree.ElementTree as ET
from typing import get_args

import pytest

from irenic.plot.packages import LOOKS, Kind, Points, package_plane
from irenic.plot.render import svg_element
from irenic.plot.style import BLUE, DARK, GREY, MUTED, OCHRE, SKY

KINDS = [
    Points("allowed", "all packages", [(5.0, 5.0), (40.0, 20.0)]),
    Points("zone", "zone", [(60.0, 60.0)]),
    Points("frontier", "前緣", [(90.0, 40.0), (60.0, 70.0)]),
    Points("no_deal", "no deal", [(30.0, 30.0)]),
    Points("nash", "Nash", [(60.0, 70.0)]),
    Points("raiffa", "Raiffa: none", []),
]


def drawn(*, joined: bool) -> ET.Element:
    return ET.fromstring(svg_element(package_plane("甲", "B", KINDS, joined=joined), "p", "title", "description"))


def filled(svg: ET.Element, colour: str) -> int:
    return sum(path.get("fill") == colour for path in svg.iter("path"))


def outlined(svg: ET.Element, colour: str) -> int:
    return sum(path.get("stroke") == colour and path.get("fill") is None for path in svg.iter("path"))


def test_every_kind_has_a_look_of_its_own() -> None:
    assert set(LOOKS) == set(get_args(Kind))
    assert len({(look.colour, look.shape) for look in LOOKS.values()}) == len(LOOKS)


def test_points_and_legend_marks_of_every_kind_are_drawn() -> None:
    svg = drawn(joined=False)
    assert filled(svg, GREY) == 2 + 1
    assert filled(svg, BLUE) == 2 + 1
    assert filled(svg, SKY) == 1 + 1
    assert (filled(svg, OCHRE), outlined(svg, OCHRE)) == (0, 1 + 2), "the Nash package, and two marks of the legend"
    written = {"".join(text.itertext()) for text in svg.iter("text")}
    assert {"甲", "B", "前緣", "Nash", "Raiffa: none"} <= written


def test_packages_that_would_cover_each_other_are_drawn_once() -> None:
    near = Points("allowed", "all", [(10.0, 10.0), (10.01, 10.0), (90.0, 10.0), (10.0, 12.0)])
    svg = ET.fromstring(svg_element(package_plane("a", "b", [near], joined=False), "p", "t", "d"))
    assert filled(svg, GREY) == 3 + 1


def test_every_colour_has_its_like_on_dark_pages() -> None:
    assert {look.colour for look in LOOKS.values()} <= set(DARK)


@pytest.mark.parametrize("joined", [True, False])
def test_the_frontier_of_two_parties_alone_is_joined(joined: bool) -> None:
    lines = [path for path in drawn(joined=joined).iter("path") if path.get("stroke") == BLUE]
    assert len(lines) == joined


def test_lines_through_the_no_deal_point() -> None:
    svg = drawn(joined=True)
    dashed = [line for line in svg.iter("line") if line.get("stroke") == MUTED and line.get("stroke-dasharray")]
    assert len(dashed) == 2
