"""The house style: colours, sizes and the frame that every picture shares.

Colours keep apart under the common forms of colour blindness and never stand for a party; what they tell is also told
by shape or by words. Sizes are fixed in advance (`autosize` none), so a picture's layout does not depend on the fonts
of a machine.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

Spec: TypeAlias = dict[str, Any]
"""A Vega-Lite specification, or a part of one."""

VEGA_LITE: Final = "6.4"
"""Version of Vega-Lite that the specifications are written for."""

INK: Final = "#22282e"
MUTED: Final = "#5f6972"
GRID: Final = "#dde1e4"
TRACK: Final = "#eceff1"
BLUE: Final = "#2c6a9c"
SKY: Final = "#3f8fd0"
SOFT_BLUE: Final = "#9dbdd6"
OCHRE: Final = "#b86412"
GREY: Final = "#868e96"

DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        INK: "#e6e9ec",
        MUTED: "#a3adb6",
        GRID: "#363d44",
        TRACK: "#2a3036",
        BLUE: "#76b3e2",
        SKY: "#4a86b8",
        SOFT_BLUE: "#3d6384",
        OCHRE: "#e9a25a",
        GREY: "#8b949d",
    }
)
"""Light colour → the colour that takes its place on a dark page."""

FONT: Final = (
    "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', "
    "'Microsoft JhengHei', sans-serif"
)
TEXT_SIZE: Final = 13


def frame(width: int, height: int, padding: Mapping[str, int], layers: Sequence[Spec]) -> Spec:
    """A picture of `layers` over a plotting area of `width` × `height` pixels, with fixed room around it for text."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": None,
        "width": width,
        "height": height,
        "padding": dict(padding),
        "autosize": {"type": "none"},
        "layer": list(layers),
        "config": {
            "font": FONT,
            "aria": False,
            "view": {"stroke": None},
            "text": {"fontSize": TEXT_SIZE, "color": INK},
            "axis": {
                "labelFontSize": TEXT_SIZE - 1,
                "titleFontSize": TEXT_SIZE,
                "titleFontWeight": "normal",
                "labelColor": MUTED,
                "titleColor": INK,
                "gridColor": GRID,
                "domain": False,
                "ticks": False,
                "labelOverlap": False,
                "labelLimit": 0,
                "titleLimit": 0,
                "labelPadding": 6,
            },
        },
    }


def values(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Data inside the specification; floats are cut to six decimals, far below what can be seen."""
    return {"values": [{key: _cut(value) for key, value in row.items()} for row in rows]}


def number(field: str, least: float, most: float, axis: Spec | None = None) -> Spec:
    """A position on a scale from `least` to `most`; no axis is drawn where none is given."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [least, most], "nice": False, "zero": False},
        "axis": axis,
    }


def recolouring(selector: str) -> str:
    """CSS rules that give the pictures below `selector` their dark colours."""
    rules = []
    for light, dark in DARK.items():
        rules.append(f'{selector} [fill="{light}"]{{fill:{dark}}}')
        rules.append(f'{selector} [stroke="{light}"]{{stroke:{dark}}}')
    return "\n".join(rules)


def _cut(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value
