"""The packages of one case as two parties see them: all, those of the zone, the frontier, the solutions, no deal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from irenic.plot.plane import SIDE, Look, Scale, cross, dots, plane
from irenic.plot.style import BLUE, GREY, INK, OCHRE, SKY, Spec, values

Kind: TypeAlias = Literal[
    "allowed", "zone", "frontier", "no_deal", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian", "raiffa"
]

LOOKS: Final[Mapping[Kind, Look]] = MappingProxyType(
    {
        "allowed": Look(GREY, "circle"),
        "zone": Look(SKY, "circle"),
        "frontier": Look(BLUE, "circle"),
        "no_deal": Look(INK, "cross"),
        "nash": Look(OCHRE, "diamond", filled=False),
        "kalai_smorodinsky": Look(OCHRE, "triangle-up", filled=False),
        "egalitarian": Look(OCHRE, "square", filled=False),
        "utilitarian": Look(OCHRE, "triangle-down", filled=False),
        "raiffa": Look(OCHRE, "triangle-right", filled=False),
    }
)
"""Kind of point → its look. The solutions share a colour and differ by shape; they are outlines, because they often
fall together and on the frontier, and each must be seen through the others."""

_CLOUDS: Final[tuple[Kind, ...]] = ("allowed", "zone")
_SIZES: Final[Mapping[Kind, int]] = MappingProxyType(
    {
        "allowed": 12,
        "zone": 24,
        "frontier": 48,
        "no_deal": 160,
        "nash": 420,
        "kalai_smorodinsky": 300,
        "egalitarian": 300,
        "utilitarian": 300,
        "raiffa": 130,
    }
)
"""Areas of the marks, in square pixels."""

_STEP: Final = 1.0
"""Packages of a cloud that are nearer to each other than this in both directions, in pixels, are drawn once."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one kind with their label in the legend, in one short line."""

    kind: Kind
    label: str
    points: Sequence[tuple[float, float]]


def package_plane(across: str, up: str, kinds: Sequence[Points], *, joined: bool) -> Spec:
    """Packages of two parties; lines through the no-deal point part what both prefer from the rest.

    Args:
        across: title of the horizontal axis (first party).
        up: title of the vertical axis (second party).
        kinds: what there is, in the order of the legend; kinds without points stand in the legend only.
        joined: whether the frontier is joined by steps: where it is that of these two parties alone, nothing lies
            above the steps.
    """
    scale = Scale.around([point for kind in kinds for point in kind.points])
    layers: list[Spec] = []
    for kind in kinds:
        if kind.kind == "no_deal":
            for point in kind.points:
                layers += cross(point, scale)
    for kind in kinds:
        look = LOOKS[kind.kind]
        if kind.kind in _CLOUDS:
            layers.append(dots(_apart(kind.points, scale), look, size=_SIZES[kind.kind], opacity=0.7))
        elif kind.kind == "frontier":
            if joined:
                layers.append(_steps(kind.points, look))
            layers.append(dots(kind.points, look, size=_SIZES["frontier"], opacity=1))
    for kind in kinds:
        if kind.kind not in (*_CLOUDS, "frontier"):
            layers.append(dots(kind.points, LOOKS[kind.kind], size=_SIZES[kind.kind], opacity=1, strokeWidth=2))
    return plane(across, up, scale, layers, [(kind.label, LOOKS[kind.kind]) for kind in kinds])


def _apart(points: Sequence[tuple[float, float]], scale: Scale) -> list[tuple[float, float]]:
    """The points without those that would cover an earlier one."""
    step = _STEP * (scale.most - scale.least) / SIDE
    return list({(round(x / step), round(y / step)): (x, y) for x, y in reversed(points)}.values())[::-1]


def _steps(points: Sequence[tuple[float, float]], look: Look) -> Spec:
    return {
        "data": values([{"x": x, "y": y} for x, y in sorted(points)]),
        "mark": {"type": "line", "interpolate": "step-before", "color": look.colour, "strokeWidth": 1},
    }
