"""Numbers month by month: a fan of quantiles, shares that add up, shares as lines with their intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from irenic.plot.style import BLUE, GREY, INK, OCHRE, SKY, SOFT_BLUE, TEXT_SIZE, Spec, frame, number, values

LABEL_COLUMNS: Final = 52
"""Columns of a line that fit into the legend."""

WIDTH: Final = 400
HEIGHT: Final = 200
"""Pixels of the plotting area."""

_LEFT, _RIGHT, _TOP = 64, 20, 8
_AXIS = 52
_LINE, _GAP = 18, 6

Form: TypeAlias = Literal["band", "line", "dashes"]

_AWAY: Final = (GREY, SOFT_BLUE, SKY, BLUE)
"""Colours of places by how far they lie from the start; the last one also for all beyond."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Quantiles of a number, a value a month, the first at month 0.

    Attributes:
        p5: 5th percentile.
        p25: 25th percentile.
        p50: median.
        p75: 75th percentile.
        p95: 95th percentile.
    """

    p5: Sequence[float]
    p25: Sequence[float]
    p50: Sequence[float]
    p75: Sequence[float]
    p95: Sequence[float]


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a whole, month by month.

    Attributes:
        label: its name with the figure that matters, in lines of at most `LABEL_COLUMNS`.
        shares: 0 to 1, a value a month, the first at month 0.
        away: steps from the start; None where the matter has ended there.
    """

    label: Sequence[str]
    shares: Sequence[float]
    away: int | None


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A share by month.

    Attributes:
        label: what it is the share of, in lines of at most `LABEL_COLUMNS`.
        months: months that it is told for, ascending.
        shares: 0 to 1, as many.
        low: lower ends of its interval, or empty.
        high: upper ends, or empty.
    """

    label: Sequence[str]
    months: Sequence[int]
    shares: Sequence[float]
    low: Sequence[float] = ()
    high: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class _Key:
    """A row of the legend."""

    label: Sequence[str]
    colour: str
    form: Form


def fan_by_month(across: str, up: str, fan: Fan, labels: tuple[str, str, str]) -> Spec:
    """A fan: a pale band from the 5th to the 95th percentile, a darker one for the middle half, a line for the median.

    Args:
        across: title of the axis of months.
        up: title of the upright axis: the quantity with its unit.
        fan: quantiles.
        labels: legend of the pale band, the darker one and the line, a short line each.
    """
    months = range(len(fan.p50))
    least, most = _ends([*fan.p5, *fan.p95])
    layers = [
        _area(months, fan.p5, fan.p95, SOFT_BLUE),
        _area(months, fan.p25, fan.p75, SKY),
        _line(months, fan.p50, INK, "line"),
    ]
    forms: tuple[tuple[str, Form], ...] = ((SOFT_BLUE, "band"), (SKY, "band"), (INK, "line"))
    keys = [_Key([label], colour, form) for label, (colour, form) in zip(labels, forms, strict=True)]
    upright = number("y", least, most, {"title": up, "tickCount": 4, "grid": True})
    return _over_months(across, max(months, default=0), upright, layers, keys)


def shares_by_month(across: str, up: str, bands: Sequence[Band]) -> Spec:
    """Parts of a whole, one upon the other, the first on top; how far a part lies from the start tells its colour.

    Args:
        across: title of the axis of months.
        up: title of the upright axis.
        bands: the parts in order, at least one; their shares add up to 1 in every month.
    """
    months = range(len(bands[0].shares))
    below = [0.0] * len(months)
    layers, lines = [], []
    for band in reversed(bands):
        above = [low + share for low, share in zip(below, band.shares, strict=True)]
        layers.append(_area(months, below, above, _colour(band)))
        lines.append(_line(months, above, INK, "line", 0.7))
        below = above
    keys = [_Key(band.label, _colour(band), "band") for band in bands]
    return _over_months(across, max(months), _share_axis(up), [*layers, *lines[:-1]], keys)


def lines_by_month(across: str, up: str, last: int, main: ShareLine, other: ShareLine) -> Spec:
    """Two shares by month: the main one as a line within its interval, the other one dashed.

    Args:
        across: title of the axis of months.
        up: title of the upright axis.
        last: the last month of the axis.
        main: the main share, with its interval.
        other: what it is compared with.
    """
    layers = [_area(main.months, main.low, main.high, SOFT_BLUE)] if main.low else []
    layers += [
        _line(main.months, main.shares, BLUE, "line"),
        _line(other.months, other.shares, OCHRE, "dashes"),
    ]
    keys = [_Key(main.label, BLUE, "line"), _Key(other.label, OCHRE, "dashes")]
    return _over_months(across, last, _share_axis(up), layers, keys)


def _colour(band: Band) -> str:
    return OCHRE if band.away is None else _AWAY[min(band.away, len(_AWAY) - 1)]


def _ends(numbers: Sequence[float]) -> tuple[float, float]:
    """Ends of an axis: 0 belongs to it, so that a fan's width can be compared with its height."""
    return min([0.0, *numbers]), max([0.0, *numbers]) or 1.0


def _share_axis(title: str) -> Spec:
    axis = {"title": title, "values": [0, 0.25, 0.5, 0.75, 1], "format": ".0%", "grid": True}
    return number("y", 0, 1, axis)


def _over_months(across: str, last: int, upright: Spec, layers: Sequence[Spec], keys: Sequence[_Key]) -> Spec:
    """The frame that pictures by month share: months across, the legend below."""
    lines = sum(len(key.label) for key in keys)
    bottom = _AXIS + _LINE * lines + _GAP * len(keys)
    padding = {"left": _LEFT, "top": _TOP, "right": _RIGHT, "bottom": bottom}
    picture = frame(WIDTH, HEIGHT, padding, [*layers, *_legend(keys)])
    axis = {"title": across, "values": ticks(last), "format": "d", "grid": False, "labelFlush": False}
    picture["encoding"] = {"x": number("x", 0, max(last, 1), axis), "y": upright}
    return picture


def ticks(last: int) -> list[int]:
    """Months that an axis names: whole quarters, half years or years, whichever leaves few enough."""
    step = next((step for step in (1, 3, 6, 12, 24) if last <= 8 * step), 60)
    return list(range(0, last + 1, step))


def _area(months: Sequence[int], low: Sequence[float], high: Sequence[float], colour: str) -> Spec:
    rows = [{"x": x, "y": y, "y2": y2} for x, y, y2 in zip(months, low, high, strict=True)]
    return {
        "data": values(rows),
        "mark": {"type": "area", "color": colour, "opacity": 1},
        "encoding": {"y2": {"field": "y2"}},
    }


def _line(months: Sequence[int], heights: Sequence[float], colour: str, form: Form, thickness: float = 2) -> Spec:
    mark = {"type": "line", "color": colour, "strokeWidth": thickness}
    dashes = {"strokeDash": [6, 4]} if form == "dashes" else {}
    rows = [{"x": x, "y": y} for x, y in zip(months, heights, strict=True)]
    return {"data": values(rows), "mark": {**mark, **dashes}}


def _legend(keys: Sequence[_Key]) -> list[Spec]:
    layers: list[Spec] = []
    top = HEIGHT + _AXIS
    for key in keys:
        middle = {"value": top + _LINE / 2}
        text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": TEXT_SIZE, "lineHeight": _LINE}
        sample: Spec = {"type": "rule", "color": key.colour, "strokeWidth": 12 if key.form == "band" else 2.5}
        if key.form == "dashes":
            sample["strokeDash"] = [6, 4]
        layers.append(
            {
                "data": values([{}]),
                "mark": sample,
                "encoding": {"x": {"value": -_LEFT + 4}, "x2": {"value": -_LEFT + 26}, "y": middle},
            }
        )
        layers.append(
            {
                "data": values([{"text": list(key.label)}]),
                "mark": {**text, "limit": 0},
                "encoding": {"x": {"value": -_LEFT + 34}, "y": middle, "text": {"field": "text"}},
            }
        )
        top += _LINE * len(key.label) + _GAP
    return layers
