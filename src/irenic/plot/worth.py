"""What something is worth to each of several parties, told twice: two dots with their ranges in a row each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from irenic.plot.rows import LINE, WIDTH, caption, figures, height_at, line, names, room, scale
from irenic.plot.style import BLUE, OCHRE, TEXT_SIZE, TRACK, Spec, frame, number, values

_ROW, _GAP = 22, 12
_LEGEND = 22
_FIGURES = 118
_STEP = 20
_DOT = {"size": 85, "opacity": 1}


@dataclass(frozen=True, slots=True)
class Worth:
    """A number with its range, and the same in words."""

    low: float
    median: float
    high: float
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What a party's number is told to be, and what it is computed to be; None where it is not.

    Attributes:
        label: the party's name, in lines of at most `rows.LABEL_COLUMNS`.
        stated: as it is told.
        computed: as it is computed.
    """

    label: Sequence[str]
    stated: Worth | None
    computed: Worth | None


def stated_and_computed(across: str, pairs: Sequence[Pair], labels: tuple[str, str]) -> Spec:
    """Two lines for each party: an outlined diamond for what is stated, a dot for what is computed, with their ranges.

    Args:
        across: what the scale counts.
        pairs: the parties, in order.
        labels: legend of the stated and of the computed number, a short line each.
    """
    names_of, marks = _placed(pairs)
    height = max(1, *(int(mark["middle"]) + _ROW // 2 for mark in marks)) if marks else 1
    least, most = _ends([float(mark[end]) for mark in marks for end in ("low", "high")])
    middle = height_at("middle", height)
    track = {"x": number("least", least, most), "x2": {"field": "most"}, "y": middle}
    between = {"x": number("low", least, most), "x2": {"field": "high"}, "y": middle}
    layers = [line(TRACK, 8, track, [{**mark, "least": least, "most": most} for mark in marks])]
    for kind, colour in (("stated", OCHRE), ("computed", BLUE)):
        chosen = [mark for mark in marks if mark["kind"] == kind]
        layers.append(line(colour, 2.5, between, chosen))
        place = {"x": number("median", least, most), "y": middle}
        layers.append({"data": values(chosen), "mark": _mark(kind), "encoding": place})
    places = list(range(int(least), int(most) + 1, _STEP))
    layers += [names(names_of, height), figures(marks, height)]
    layers += [*scale(places, least, most, height), caption(across, height), *_legend(labels, height)]
    return frame(WIDTH, height, room(_FIGURES, 50 + 2 * _LEGEND), layers)


def _placed(pairs: Sequence[Pair]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Names and marks with their heights, in pixels from the top."""
    names_of: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    top = 0
    for pair in pairs:
        names_of.append({"label": list(pair.label), "name": top})
        top += LINE * len(pair.label)
        for kind, worth in (("stated", pair.stated), ("computed", pair.computed)):
            if worth is not None:
                told = {"low": worth.low, "median": worth.median, "high": worth.high, "figure": worth.text}
                weight = "bold" if worth.strong else "normal"
                marks.append({"kind": kind, "middle": top + _ROW // 2, "weight": weight, **told})
                top += _ROW
        top += _GAP
    return names_of, marks


def _ends(numbers: Sequence[float]) -> tuple[float, float]:
    """0 to 100, or the steps that enclose all numbers where some lie outside."""
    return _STEP * (min([0.0, *numbers]) // _STEP), _STEP * -(-max([100.0, *numbers]) // _STEP)


def _mark(kind: str) -> Spec:
    if kind == "stated":
        return {"type": "point", "shape": "diamond", "filled": False, "strokeWidth": 2, **_DOT, "color": OCHRE}
    return {"type": "point", "shape": "circle", "filled": True, **_DOT, "color": BLUE}


def _legend(labels: tuple[str, str], height: int) -> list[Spec]:
    layers: list[Spec] = []
    for i, (kind, label) in enumerate(zip(("stated", "computed"), labels, strict=True)):
        middle = {"value": height + 58 + i * _LEGEND}
        text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": TEXT_SIZE, "limit": 0}
        layers.append({"data": values([{}]), "mark": _mark(kind), "encoding": {"x": {"value": 6}, "y": middle}})
        words = {"x": {"value": 20}, "y": middle, "text": {"field": "text"}}
        layers.append({"data": values([{"text": label}]), "mark": text, "encoding": words})
    return layers
