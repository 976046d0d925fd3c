import xml.etree.ElementTree as ET

import pytest

from irenic.plot.render import svg_element
from irenic.plot.rows import WIDTH
from irenic.plot.style import BLUE, OCHRE
from irenic.plot.worth import Pair, Worth, stated_and_computed
from tests.unit.plot.test_shares import lines

PAIRS = [
    Pair(["Ardenia"], Worth(20, 30, 40, "30 (20 to 40)"), Worth(50, 60, 75, "60 (50 to 75)", strong=True)),
    Pair(["Borland"], None, Worth(0, 10, 20, "10 (0 to 20)")),
    Pair(["Calmar"], Worth(5, 5, 5, "5"), None),
]
LABELS = ("as stated", "as computed")


def drawn(pairs: list[Pair]) -> ET.Element:
    return ET.fromstring(svg_element(stated_and_computed("points", pairs, LABELS), "p", "title", "description"))


def test_ranges_stand_where_the_numbers_say() -> None:
    svg, point = drawn(PAIRS), WIDTH / 100
    assert lines(svg, OCHRE)[0] == pytest.approx((20 * point, 20 * point))
    assert lines(svg, BLUE) == [pytest.approx((50 * point, 25 * point)), pytest.approx((0, 20 * point))]


def test_everything_is_written_and_what_is_used_is_bold() -> None:
    texts = {"".join(text.itertext()): text for text in drawn(PAIRS).iter("text")}
    assert {"Ardenia", "Borland", "Calmar", "5", "0", "100", "points", *LABELS} <= set(texts)
    assert texts["60 (50 to 75)"].get("font-weight") == "bold"
    assert texts["30 (20 to 40)"].get("font-weight") in {None, "normal"}


def test_the_scale_holds_values_beyond_its_points() -> None:
    svg = drawn([Pair(["A"], None, Worth(-15, 0, 130, "0"))])
    assert {"−20", "140"} <= {"".join(text.itertext()) for text in svg.iter("text")}
    assert lines(svg, BLUE) == [pytest.approx((WIDTH * 5 / 160, WIDTH * 145 / 160))]


def test_no_party_is_still_a_picture() -> None:
    assert set(LABELS) <= {"".join(text.itertext()) for text in drawn([]).iter("text")}
