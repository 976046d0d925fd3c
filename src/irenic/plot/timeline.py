"""When each of several things works, on one scale of months."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from irenic.plot.course import ticks
from irenic.plot.rows import LINE, WIDTH, caption, figures, height_at, line, names, room, scale
from irenic.plot.style import BLUE, OCHRE, SOFT_BLUE, TRACK, Spec, frame, number, values

_BAR, _THIN, _GAP = 12, 4, 12
_FIGURES = 92


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something works; in months.

    Attributes:
        label: its name, in lines of at most `rows.LABEL_COLUMNS`.
        figure: what stands beside it, a few characters.
        begin: median of its beginning, or None where it doesn't work.
        end: median of its end, or None where it goes on.
        earliest: early end of the range of its beginning, or None.
        latest: late end of the range of its end, or None where it goes on.
        clock: whether it is a clock and no lever.
    """

    label: Sequence[str]
    figure: str
    begin: float | None
    end: float | None
    earliest: float | None
    latest: float | None
    clock: bool = False


def timeline(across: str, last: int, stretches: Sequence[Stretch]) -> Spec:
    """A row for each: a bar for the median stretch, a thin line for the range of its ends, an arrow where it goes on.

    Levers and clocks have colours of their own.

    Args:
        across: what the scale counts.
        last: the last month of the scale.
        stretches: what works, in order.
    """
    rows: list[dict[str, Any]] = []
    top = 0
    for stretch in stretches:
        middle = top + LINE * len(stretch.label) + _BAR // 2 + 3
        rows.append(
            {
                "label": list(stretch.label),
                "name": top,
                "middle": middle,
                "figure": stretch.figure,
                "weight": "normal",
                "from": _within(stretch.begin, last),
                "to": float(last) if stretch.end is None else _within(stretch.end, last),
                "earliest": _within(stretch.earliest, last),
                "latest": float(last) if stretch.latest is None else _within(stretch.latest, last),
                "open": stretch.end is None or stretch.end > last,
                "clock": stretch.clock,
            }
        )
        top = middle + _BAR // 2 + _GAP
    height = max(top, 1)
    working = [row for row in rows if row["from"] is not None]
    x, middle_of = number("from", 0, last), height_at("middle", height)
    track = {"x": number("zero", 0, last), "x2": {"field": "whole"}, "y": middle_of}
    thin = {"x": number("earliest", 0, last), "x2": {"field": "latest"}, "y": middle_of}
    bar = {"x": x, "x2": {"field": "to"}, "y": middle_of}
    layers = [
        line(TRACK, _BAR, track, [{**row, "zero": 0, "whole": last} for row in rows]),
        line(SOFT_BLUE, _THIN, thin, [row for row in working if row["earliest"] is not None]),
    ]
    for clock, colour in ((False, BLUE), (True, OCHRE)):
        chosen = [row for row in working if row["clock"] is clock]
        layers.append(line(colour, _BAR, bar, chosen))
        layers.append(_arrows(colour, [row for row in chosen if row["open"]], last, height))
    layers += [names(rows, height), figures(rows, height)]
    layers += [*scale(ticks(last), 0, last, height), caption(across, height)]
    return frame(WIDTH, height, room(_FIGURES, 46), layers)


def _within(month: float | None, last: int) -> float | None:
    return None if month is None else min(max(month, 0.0), float(last))


def _arrows(colour: str, rows: Sequence[dict[str, Any]], last: int, height: int) -> Spec:
    mark = {"type": "point", "shape": "triangle-right", "filled": True, "size": 150, "opacity": 1, "color": colour}
    return {
        "data": values(rows),
        "mark": mark,
        "encoding": {"x": number("to", 0, last), "y": height_at("middle", height)},
    }
