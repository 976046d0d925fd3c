import re
import xml.etree.ElementTree as ET

import pytest

from irenic.plot.course import HEIGHT, WIDTH, Band, Fan, ShareLine, fan_by_month, lines_by_month, shares_by_month, ticks
from irenic.plot.render import svg_element
from irenic.plot.style import BLUE, GREY, INK, OCHRE, SKY, SOFT_BLUE, Spec

FAN = Fan([8.0, 4.0, 0.0], [9.0, 6.0, 3.0], [10.0, 8.0, 6.0], [11.0, 10.0, 9.0], [12.0, 16.0, 20.0])
LABELS = ("nine tenths", "half", "median")


def drawn(spec: Spec) -> ET.Element:
    return ET.fromstring(svg_element(spec, "p", "title", "description"))


def texts(svg: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter("text")]


def corners(svg: ET.Element, colour: str, paint: str = "fill") -> list[list[tuple[float, float]]]:
    """Corners of every area or line of a colour, samples of the legend left out."""
    found = []
    for path in svg.iter("path"):
        if path.get(paint) == colour and path.get("d", "").startswith("M"):
            pairs = re.findall(r"([\d.]+),([\d.]+)", path.get("d", ""))
            found.append([(float(x), float(y)) for x, y in pairs])
    return found


def test_a_fan_stands_where_the_numbers_say() -> None:
    svg = drawn(fan_by_month("months", "men", FAN, LABELS))

    def up(value: float) -> float:
        return HEIGHT * (1 - value / 20)

    [wide], [half], [median] = corners(svg, SOFT_BLUE), corners(svg, SKY), corners(svg, INK, "stroke")
    across = [0, WIDTH / 2, WIDTH]
    assert median == [pytest.approx((x, up(y))) for x, y in zip(across, FAN.p50, strict=True)]
    for area, low, high in ((wide, FAN.p5, FAN.p95), (half, FAN.p25, FAN.p75)):
        assert {round(y, 6) for _, y in area} == {round(up(y), 6) for y in [*low, *high]}
    assert {"months", "men", *LABELS} <= set(texts(svg))


def test_money_below_nothing_is_shown() -> None:
    svg = drawn(fan_by_month("months", "money", Fan([-10.0], [-5.0], [0.0], [5.0], [10.0]), LABELS))
    assert any("10" in text and text != "10" for text in texts(svg)), "a mark below zero"


def test_a_fan_of_no_months_is_still_a_picture() -> None:
    assert set(LABELS) <= set(texts(drawn(fan_by_month("months", "men", Fan([], [], [], [], []), LABELS))))


BANDS = [
    Band(["won"], [0.0, 0.25], None),
    Band(["as it was"], [1.0, 0.5], 0),
    Band(["a step on,", "or so"], [0.0, 0.25], 1),
]


def test_shares_lie_on_each_other_and_the_first_is_on_top() -> None:
    svg = drawn(shares_by_month("months", "share", BANDS))
    [won], [held], [lost] = corners(svg, OCHRE), corners(svg, GREY), corners(svg, SOFT_BLUE)
    assert (WIDTH, 0) in won
    assert (WIDTH, HEIGHT / 4) in won
    assert (WIDTH, HEIGHT / 4) in held
    assert (WIDTH, 3 * HEIGHT / 4) in held
    assert (WIDTH, HEIGHT) in lost
    assert {"0%", "50%", "100%", "won", "as it was", "a step on,or so"} <= set(texts(svg))


def test_places_far_away_share_a_colour() -> None:
    far = [Band([str(k)], [0.2], k) for k in range(5)]
    assert len(corners(drawn(shares_by_month("m", "s", far)), BLUE)) == 2


def test_two_shares_by_month_one_within_its_interval() -> None:
    main = ShareLine(["main"], [0, 6, 12], [0.5, 0.4, 0.3], [0.4, 0.3, 0.2], [0.6, 0.5, 0.4])
    other = ShareLine(["strict"], [0, 6, 12], [0.1, 0.1, 0.0])
    svg = drawn(lines_by_month("months", "share", 12, main, other))
    lines = corners(svg, BLUE, "stroke"), corners(svg, OCHRE, "stroke")
    assert lines[0][0][0] == pytest.approx((0, HEIGHT / 2))
    assert lines[1][0][-1] == pytest.approx((WIDTH, HEIGHT))
    assert len(corners(svg, SOFT_BLUE)) == 1
    assert [p.get("stroke-dasharray") for p in svg.iter("path") if p.get("stroke") == OCHRE] == ["6,4"]
    assert {"main", "strict", "0", "12"} <= set(texts(svg))


@pytest.mark.parametrize(
    ("last", "marks"),
    [(0, [0]), (5, [0, 1, 2, 3, 4, 5]), (36, [0, 6, 12, 18, 24, 30, 36]), (60, [0, 12, 24, 36, 48, 60])],
)
def test_marks_of_an_axis_are_few_and_round(last: int, marks: list[int]) -> None:
    assert ticks(last) == marks
    assert len(ticks(240)) <= 9
