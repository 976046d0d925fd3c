"""The plane of two parties' utilities: frame, no-deal lines, points and legend that its pictures share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from irenic.plot.style import MUTED, TEXT_SIZE, Spec, frame, number, values

SIDE: Final = 400
"""Pixels of the plane's sides."""

_LEGEND_ROW = 24


@dataclass(frozen=True, slots=True)
class Look:
    """How points of a kind look: colour, shape, and whether the shape is filled."""

    colour: str
    shape: str
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of both axes, which have one scale."""

    least: float
    most: float

    @classmethod
    def around(cls, points: Sequence[tuple[float, float]]) -> "Scale":
        """The tens that enclose all points; 0 to 100 where there are none."""
        # Mixtures of packages carry the noise of arithmetic, which must not cost a row of ten.
        everything = [round(x, 6) for point in points for x in point] or [0.0, 100.0]
        least, most = 10.0 * (min(everything) // 10), 10.0 * -(-max(everything) // 10)
        return cls(least, most if most > least else least + 10.0)


def plane(across: str, up: str, scale: Scale, layers: Sequence[Spec], legend: Sequence[tuple[str, Look]]) -> Spec:
    """The picture of `layers` with titled axes and a legend below.

    Args:
        across: title of the horizontal axis (first party).
        up: title of the vertical axis (second party).
        scale: ends of both axes.
        layers: what is drawn, lowest first; points have fields x and y.
        legend: a row for each kind of point.
    """
    padding = {"left": 54, "top": 8, "right": 24, "bottom": 62 + _LEGEND_ROW * len(legend)}
    picture = frame(SIDE, SIDE, padding, [*layers, *_legend(legend)])
    axis = {"tickCount": 5, "grid": True, "labelFlush": False}
    picture["encoding"] = {
        "x": number("x", scale.least, scale.most, {**axis, "title": across}),
        "y": number("y", scale.least, scale.most, {**axis, "title": up}),
    }
    return picture


def dots(points: Sequence[tuple[float, float]], look: Look, **mark: Any) -> Spec:
    """Points of one kind."""
    return {
        "data": values([{"x": x, "y": y} for x, y in points]),
        "mark": {"type": "point", "filled": look.filled, "shape": look.shape, "color": look.colour, **mark},
    }


def cross(middle: tuple[float, float], scale: Scale) -> list[Spec]:
    """Dashed lines through a point, from end to end."""
    mark = {"type": "rule", "color": MUTED, "strokeDash": [4, 4]}
    x, y = middle
    ends = {"x": x, "y": scale.least, "to": scale.most}, {"x": scale.least, "y": y, "to": scale.most}
    return [
        {"data": values([ends[0]]), "mark": mark, "encoding": {"y2": {"field": "to"}}},
        {"data": values([ends[1]]), "mark": mark, "encoding": {"x2": {"field": "to"}}},
    ]


def _legend(rows: Sequence[tuple[str, Look]]) -> list[Spec]:
    """A row for each kind of point below the horizontal axis."""
    layers: list[Spec] = []
    for i, (label, look) in enumerate(rows):
        height = {"value": SIDE + 66 + i * _LEGEND_ROW}
        text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": TEXT_SIZE, "limit": 0}
        words = {"x": {"value": 18}, "y": height, "text": {"field": "text"}}
        sample = {**dots([], look, size=110, opacity=1), "data": values([{}])}
        layers.append({**sample, "encoding": {"x": {"value": 6}, "y": height}})
        layers.append({"data": values([{"text": label}]), "mark": text, "encoding": words})
    return layers
