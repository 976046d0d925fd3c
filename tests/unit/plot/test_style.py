import re
from itertools import combinations

import pytest

from irenic.plot.style import BLUE, DARK, GREY, INK, MUTED, OCHRE, SKY, VEGA_LITE, frame, recolouring, values


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [INK, MUTED])
def test_texts_can_be_read_on_light_and_dark_pages(colour: str) -> None:
    assert contrast(colour, "#fcfcfb") >= 4.5
    assert contrast(DARK[colour], "#15191d") >= 4.5


@pytest.mark.parametrize("colour", [BLUE, SKY, OCHRE, GREY])
def test_marks_stand_out_on_light_and_dark_pages(colour: str) -> None:
    assert contrast(colour, "#fcfcfb") >= 3
    assert contrast(DARK[colour], "#15191d") >= 3


def deuteranope(colour: str) -> tuple[float, float, float]:
    """The colour without green cones, linear RGB (Viénot, Brettel and Mollon 1999, eq. 8 and appendix)."""
    r, g, b = ((int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5))
    mixed = 0.29275 * r + 0.70725 * g
    return mixed, mixed, -0.02234 * r + 0.02234 * g + b


def test_marks_keep_apart_without_green_cones() -> None:
    marks = [BLUE, SKY, OCHRE, GREY]
    for one, other in [*combinations(marks, 2), *combinations([DARK[colour] for colour in marks], 2)]:
        distance = sum((a - b) ** 2 for a, b in zip(deuteranope(one), deuteranope(other), strict=True)) ** 0.5
        assert distance > 0.1, f"{one} and {other}"


def test_every_colour_has_its_rules_on_dark_pages() -> None:
    css = recolouring(".picture")
    assert len(set(DARK)) == len(DARK)
    for light, dark in DARK.items():
        assert f'.picture [fill="{light}"]{{fill:{dark}}}' in css
        assert f'.picture [stroke="{light}"]{{stroke:{dark}}}' in css
    assert len(re.findall(r"\{", css)) == 2 * len(DARK)


def test_a_frame_has_a_fixed_size_and_no_ground() -> None:
    spec = frame(300, 200, {"left": 1, "top": 2, "right": 3, "bottom": 4}, [{"mark": "bar"}])
    assert (spec["width"], spec["height"], spec["autosize"], spec["background"]) == (300, 200, {"type": "none"}, None)
    assert spec["$schema"].endswith(f"/v{VEGA_LITE.split('.')[0]}.json")


def test_values_are_cut_where_the_eye_stops() -> None:
    assert values([{"a": 0.123456789, "b": "x", "c": None, "d": 3}]) == {
        "values": [{"a": 0.123457, "b": "x", "c": None, "d": 3}]
    }
