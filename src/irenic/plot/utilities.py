"""Two parties at once: what deals give them, against what no deal gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from irenic.plot.plane import Look, Scale, cross, dots, plane
from irenic.plot.style import BLUE, GREY, INK, OCHRE, Spec

_LOOKS: Final = (Look(GREY, "circle"), Look(BLUE, "diamond"), Look(OCHRE, "triangle-up"))


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
    looked = list(zip([no_deal, *deals], _LOOKS, strict=False))
    scale = Scale.around([point for cloud, _ in looked for point in cloud.points])
    layers: list[Spec] = [] if no_deal.middle is None else cross(no_deal.middle, scale)
    for cloud, look in looked:
        layers.append(dots(cloud.points, look, size=22, opacity=0.35))
    for cloud, look in looked:
        if cloud.middle is not None:
            layers.append(dots([cloud.middle], look, size=220, opacity=1, stroke=INK, strokeWidth=1.5))
    return plane(across, up, scale, layers, [(cloud.label, look) for cloud, look in looked])
