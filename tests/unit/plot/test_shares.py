import re
import xml.etree.ElementTree as ET

import pytest

from irenic.plot.render import svg_element
from irenic.plot.shares import OptionShare, ShareRange, option_shares, possible_ranges
from irenic.plot.style import BLUE, INK, OCHRE, SOFT_BLUE, TRACK, Spec

OPTIONS = [
    OptionShare(["Stay", "put"], 0.25, "25 %", 0.5),
    OptionShare(["撤離"], 0.75, "75 %", 0.5),
    OptionShare(["Never"], 0.0, "0 %", None),
]
RANGES = [
    ShareRange(["hard"], 0.6, "60 %", (0.5, 0.7), (0.25, 1.0), headline=True),
    ShareRange(["soft"], 0.8, "80 %", (0.75, 0.85), None),
]


def drawn(spec: Spec) -> ET.Element:
    return ET.fromstring(svg_element(spec, "p", "title", "description"))


def widths(svg: ET.Element, colour: str) -> list[float]:
    """Widths of the bars of a colour, from the top."""
    return [
        float(found[1])
        for path in svg.iter("path")
        if path.get("fill") == colour and (found := re.match(r"M[\d.]+,[\d.]+h([\d.]+)", path.get("d", "")))
    ]


def lines(svg: ET.Element, colour: str) -> list[tuple[float, float]]:
    """Left end and length of the lines of a colour."""
    found = []
    for line in svg.iter("line"):
        if line.get("stroke") == colour:
            place = re.match(r"translate\(([\d.]+),", line.get("transform", ""))
            assert place is not None
            found.append((float(place[1]), float(line.get("x2", 0))))
    return found


def test_bars_are_as_long_as_the_shares() -> None:
    svg = drawn(option_shares(OPTIONS))
    whole = widths(svg, TRACK)[0]
    assert widths(svg, BLUE) == pytest.approx([0.25 * whole, 0.75 * whole, 0])
    assert [x for x, _ in lines(svg, OCHRE)] == pytest.approx([0.5 * whole, 0.5 * whole])


def test_names_and_figures_are_written() -> None:
    written = ["".join(text.itertext()) for text in drawn(option_shares(OPTIONS)).iter("text")]
    assert {"Stayput", "撤離", "Never", "25 %", "75 %", "0 %"} == set(written)


def test_lines_are_as_long_as_the_ranges() -> None:
    svg = drawn(possible_ranges(RANGES))
    (_, whole), *_ = lines(svg, TRACK)
    assert lines(svg, BLUE) == [pytest.approx((0.5 * whole, 0.2 * whole)), pytest.approx((0.75 * whole, 0.1 * whole))]
    assert lines(svg, SOFT_BLUE) == [pytest.approx((0.25 * whole, 0.75 * whole))]


def test_the_answer_is_bold_and_the_scale_is_told() -> None:
    texts = {"".join(text.itertext()): text for text in drawn(possible_ranges(RANGES)).iter("text")}
    assert texts["hard"].get("font-weight") == "bold"
    assert texts["soft"].get("font-weight") in {None, "normal"}
    assert {"0%", "25%", "50%", "75%", "100%"} <= set(texts)
    assert texts["60 %"].get("fill") == INK
