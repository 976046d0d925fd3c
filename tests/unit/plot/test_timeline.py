import xml.etree.ElementTree as ET

import pytest

from irenic.plot.render import svg_element
from irenic.plot.rows import WIDTH
from irenic.plot.style import BLUE, OCHRE, SOFT_BLUE, TRACK
from irenic.plot.timeline import Stretch, timeline
from tests.unit.plot.test_shares import lines

STRETCHES = [
    Stretch(["aid"], "70 %", 3.0, None, 1.0, None),
    Stretch(["a loan"], "100 %", 2.0, 8.0, 0.0, 10.0),
    Stretch(["harvest"], "", 0.0, 6.0, 0.0, 6.0, clock=True),
    Stretch(["never", "used"], "no", None, None, None, None),
]


def drawn(stretches: list[Stretch]) -> ET.Element:
    return ET.fromstring(svg_element(timeline("months", 12, stretches), "p", "title", "description"))


def test_bars_run_from_beginning_to_end_and_to_the_horizon_where_they_go_on() -> None:
    svg, month = drawn(STRETCHES), WIDTH / 12
    assert lines(svg, BLUE) == [pytest.approx((3 * month, 9 * month)), pytest.approx((2 * month, 6 * month))]
    assert lines(svg, OCHRE) == [pytest.approx((0, 6 * month))]
    assert lines(svg, SOFT_BLUE) == [
        pytest.approx((month, 11 * month)),
        pytest.approx((0, 10 * month)),
        pytest.approx((0, 6 * month)),
    ]
    assert [length for _, length in lines(svg, TRACK)] == pytest.approx([WIDTH] * 4)
    arrows = [path for path in svg.iter("path") if path.get("fill") == BLUE]
    assert len(arrows) == 1, "only what goes on has an arrow"


def test_names_figures_and_months_are_written() -> None:
    written = ["".join(text.itertext()) for text in drawn(STRETCHES).iter("text")]
    assert {"aid", "a loan", "harvest", "neverused", "70 %", "100 %", "no", "0", "6", "12", "months"} <= set(written)


def test_what_ends_beyond_the_horizon_goes_on() -> None:
    svg = drawn([Stretch(["late"], "", 6.0, 20.0, -1.0, 30.0)])
    assert lines(svg, BLUE) == [pytest.approx((WIDTH / 2, WIDTH / 2))]
    assert lines(svg, SOFT_BLUE) == [pytest.approx((0, WIDTH))]
    assert any(path.get("fill") == BLUE for path in svg.iter("path"))


def test_nothing_at_all_is_still_a_picture() -> None:
    assert "months" in ["".join(text.itertext()) for text in drawn([]).iter("text")]
