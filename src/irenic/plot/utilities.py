"""Two parties at once: what deals give them, against what no deal gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from irenic.plot.style import BLUE, GREY, INK, MUTED, OCHRE, TEXT_SIZE, Spec, frame, number, values

_SIDE = 400
_LEGEND_ROW = 24


@dataclass(frozen=True, slots=True)
class Cloud:
    """Points of one kind, one for each draw shown.

    Attributes:
        label: what they are, in one short line.
        points: utilities of the first and the second party.
        middle: the means over all draws, not only over those shown; None where there are no points.
    """

    label: str
    points: Sequence[tuple[float, float]]
    middle: tuple[float, float] | None


def packages_against_no_deal(across: str, up: str, no_deal: Cloud, deals: Sequence[Cloud]) -> Spec:
    """Deals and no-deal values of two parties, a point a draw; means are large marks.

    Lines through the mean no-deal values part the picture: in the upper right both parties do better than without.

    Args:
        across: title of the horizontal axis (first party).
        up: title of the vertical axis (second party).
        no_deal: the no-deal values.
        deals: up to two solutions.
    """
    looks = [(GREY, "circle"), (BLUE, "diamond"), (OCHRE, "triangle-up")]
    clouds = [no_deal, *deals]
    least, most = _extent(clouds)
    layers: list[Spec] = []
    if no_deal.middle is not None:
        layers += _cross(no_deal.middle, least, most)
    for cloud, look in zip(clouds, looks, strict=False):
        layers.append(_dots(cloud.points, look, size=22, opacity=0.35))
    for cloud, look in zip(clouds, looks, strict=False):
        if cloud.middle is not None:
            layers.append(_dots([cloud.middle], look, size=220, opacity=1, stroke=INK, strokeWidth=1.5))
    layers += _legend(clouds, looks)
    picture = frame(_SIDE, _SIDE, {"left": 54, "top": 8, "right": 24, "bottom": 62 + _LEGEND_ROW * len(clouds)}, layers)
    axis = {"tickCount": 5, "grid": True, "labelFlush": False}
    picture["encoding"] = {
        "x": number("x", least, most, {**axis, "title": across}),
        "y": number("y", least, most, {**axis, "title": up}),
    }
    return picture


def _extent(clouds: Sequence[Cloud]) -> tuple[float, float]:
    """The tens that enclose all points of both parties, so that both axes have one scale."""
    everything = [x for cloud in clouds for point in cloud.points for x in point] or [0.0, 100.0]
    return 10.0 * (min(everything) // 10), 10.0 * -(-max(everything) // 10) or 10.0


def _dots(points: Sequence[tuple[float, float]], look: tuple[str, str], **mark: Any) -> Spec:
    colour, shape = look
    return {
        "data": values([{"x": x, "y": y} for x, y in points]),
        "mark": {"type": "point", "filled": True, "shape": shape, "color": colour, **mark},
    }


def _cross(middle: tuple[float, float], least: float, most: float) -> list[Spec]:
    mark = {"type": "rule", "color": MUTED, "strokeDash": [4, 4]}
    x, y = middle
    return [
        {"data": values([{"x": x, "y": least, "to": most}]), "mark": mark, "encoding": {"y2": {"field": "to"}}},
        {"data": values([{"x": least, "y": y, "to": most}]), "mark": mark, "encoding": {"x2": {"field": "to"}}},
    ]


def _legend(clouds: Sequence[Cloud], looks: Sequence[tuple[str, str]]) -> list[Spec]:
    """A row for each cloud below the horizontal axis."""
    layers: list[Spec] = []
    for i, (cloud, look) in enumerate(zip(clouds, looks, strict=False)):
        colour, shape = look
        height = {"value": _SIDE + 66 + i * _LEGEND_ROW}
        mark = {"type": "point", "filled": True, "shape": shape, "size": 110, "color": colour, "opacity": 1}
        text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": TEXT_SIZE, "limit": 0}
        words = {"x": {"value": 18}, "y": height, "text": {"field": "text"}}
        layers.append({"data": values([{}]), "mark": mark, "encoding": {"x": {"value": 6}, "y": height}})
        layers.append({"data": values([{"text": cloud.label}]), "mark": text, "encoding": words})
    return layers
