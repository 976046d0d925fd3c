"""Rows one below the other: a name over its marks, a figure to the right of them."""

from collections.abc import Mapping, Sequence
from typing import Final

from irenic.plot.style import MUTED, TEXT_SIZE, Spec, number, values

LABEL_COLUMNS: Final = 54
"""Columns of a name's line that fit over its marks."""

WIDTH: Final = 376
"""Pixels from one end of the scale to the other."""

LINE: Final = 17
"""Pixels of a line of a name."""


def room(figures: int, bottom: int) -> Mapping[str, int]:
    """Room around the rows: `figures` pixels at the right for figures, `bottom` below."""
    return {"left": 4, "top": 4, "right": figures, "bottom": bottom}


def height_at(field: str, height: int) -> Spec:
    """A height in pixels from the top."""
    return {**number(field, 0, height), "scale": {"domain": [height, 0], "nice": False, "zero": False}}


def names(rows: Sequence[Mapping[str, object]], height: int) -> Spec:
    """Names, from fields `label` (lines) and `name` (pixels from the top)."""
    mark = {"type": "text", "align": "left", "baseline": "top", "lineHeight": LINE, "limit": 0, "x": 0}
    return {
        "data": values(rows),
        "mark": mark,
        "encoding": {"y": height_at("name", height), "text": {"field": "label"}},
    }


def figures(rows: Sequence[Mapping[str, object]], height: int) -> Spec:
    """Figures at the right, from fields `figure`, `middle` (pixels from the top) and `weight`."""
    mark = {"type": "text", "align": "left", "baseline": "middle", "x": WIDTH + 12, "fontSize": TEXT_SIZE, "limit": 0}
    return {
        "data": values(rows),
        "mark": {**mark, "fontWeight": {"expr": "datum.weight"}},
        "encoding": {"y": height_at("middle", height), "text": {"field": "figure"}},
    }


def scale(places: Sequence[float], least: float, most: float, height: int) -> list[Spec]:
    """Names of places on the scale, below the rows; those at its ends stay inside the picture."""
    aligned: dict[str, list[float]] = {"left": [], "center": [], "right": []}
    for at in places:
        aligned["left" if at == least else "right" if at == most else "center"].append(at)
    mark = {"type": "text", "baseline": "top", "y": height + 4, "fontSize": TEXT_SIZE - 1, "color": MUTED}
    return [
        {
            "data": values([{"at": at, "text": f"{at:g}".replace("-", "−")} for at in chosen]),
            "mark": {**mark, "align": align},
            "encoding": {"x": number("at", least, most), "text": {"field": "text"}},
        }
        for align, chosen in aligned.items()
    ]


def caption(text: str, height: int) -> Spec:
    """What the scale counts, below it."""
    mark = {"type": "text", "align": "left", "baseline": "top", "x": 0, "y": height + 24, "limit": 0, "color": MUTED}
    return {"data": values([{"text": text}]), "mark": mark, "encoding": {"text": {"field": "text"}}}


def line(colour: str, thickness: float, encoding: Spec, rows: Sequence[Mapping[str, object]]) -> Spec:
    """Lines across, one a row."""
    mark = {"type": "rule", "color": colour, "strokeWidth": thickness}
    return {"data": values(rows), "mark": mark, "encoding": encoding}
