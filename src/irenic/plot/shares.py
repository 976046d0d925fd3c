"""Shares of cases: how often each option is chosen, and how sure the answer is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from irenic.plot.style import BLUE, INK, MUTED, OCHRE, SOFT_BLUE, TEXT_SIZE, TRACK, Spec, frame, number, values

LABEL_COLUMNS = 54
"""Columns of a label's line that fit over the bars of options."""

_OPTIONS, _RANGES = 376, 560
_FIGURES = 80
_LINE, _BAR, _GAP = 17, 10, 14


@dataclass(frozen=True, slots=True)
class OptionShare:
    """One option of an issue.

    Attributes:
        label: its name, in lines of at most `LABEL_COLUMNS`.
        share: share of deals that contain it, 0 to 1.
        share_text: the same in words.
        other: the share in the other reading of silence, or None where it has no deals.
    """

    label: Sequence[str]
    share: float
    share_text: str
    other: float | None = None


@dataclass(frozen=True, slots=True)
class ShareRange:
    """One share with its two ranges; all from 0 to 1.

    Attributes:
        label: what it is the share of, in lines.
        share: the share.
        share_text: the share in words.
        simulation: range of the simulation error.
        assumptions: range over the assumed numbers, or None where it was not computed.
        headline: whether this is the answer that the report leads with.
    """

    label: Sequence[str]
    share: float
    share_text: str
    simulation: tuple[float, float]
    assumptions: tuple[float, float] | None
    headline: bool = False


def option_shares(options: Sequence[OptionShare]) -> Spec:
    """A bar for each option under its name; a thin upright line marks the share in the other reading of silence."""
    lines = max(len(option.label) for option in options)
    step = lines * _LINE + _BAR + _GAP
    tops = [i * step + lines * _LINE + 3 for i in range(len(options))]
    rows = [
        {
            **_named(option.label, i * step, top + _BAR / 2, option.share_text),
            "share": option.share,
            "other": option.other,
            "top": top,
            "bottom": top + _BAR,
        }
        for i, (option, top) in enumerate(zip(options, tops, strict=True))
    ]
    height = len(options) * step
    band = {"y": _pixel("top", height), "y2": {"field": "bottom"}}
    layers: list[Spec] = [
        {"mark": {"type": "rect", "color": TRACK}, "encoding": {"x": _ZERO, "x2": {"datum": 1}, **band}},
        {"mark": {"type": "rect", "color": BLUE}, "encoding": {"x": _share("share"), "x2": {"datum": 0}, **band}},
        {
            "transform": [{"filter": "isValid(datum.other)"}],
            "mark": {"type": "rule", "color": OCHRE, "strokeWidth": 3},
            "encoding": {"x": _share("other"), **band},
        },
        *_texts(_OPTIONS, height),
    ]
    return {"data": values(rows), **frame(_OPTIONS, height, _room(4), layers)}


def possible_ranges(ranges: Sequence[ShareRange]) -> Spec:
    """A row for each share: a dot, a thick line for the simulation range, a pale band for that over assumptions."""
    lines = max(len(entry.label) for entry in ranges)
    step = lines * _LINE + 18 + _GAP
    rows = [
        {
            **_named(entry.label, i * step, i * step + lines * _LINE + 12, entry.share_text),
            "weight": "bold" if entry.headline else "normal",
            "share": entry.share,
            "low": entry.simulation[0],
            "high": entry.simulation[1],
            "wide_low": None if entry.assumptions is None else entry.assumptions[0],
            "wide_high": None if entry.assumptions is None else entry.assumptions[1],
        }
        for i, entry in enumerate(ranges)
    ]
    height = len(ranges) * step
    middle = _pixel("middle", height)
    layers: list[Spec] = [
        _line(TRACK, 14, {"x": _ZERO, "x2": {"datum": 1}, "y": middle}),
        {
            "transform": [{"filter": "isValid(datum.wide_low)"}],
            **_line(SOFT_BLUE, 14, {"x": _share("wide_low"), "x2": {"field": "wide_high"}, "y": middle}),
        },
        _line(BLUE, 5, {"x": _share("low"), "x2": {"field": "high"}, "y": middle}),
        {
            "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": INK},
            "encoding": {"x": _share("share"), "y": middle},
        },
        *_texts(_RANGES, height),
        *_percent_scale(height),
    ]
    return {"data": values(rows), **frame(_RANGES, height, _room(22), layers)}


_ZERO: Spec = {"datum": 0, "type": "quantitative", "scale": {"domain": [0, 1], "nice": False}, "axis": None}


def _share(field: str) -> Spec:
    return number(field, 0, 1)


def _pixel(field: str, height: int) -> Spec:
    """A height in pixels from the top."""
    return {**number(field, 0, height), "scale": {"domain": [height, 0], "nice": False, "zero": False}}


def _room(bottom: int) -> Mapping[str, int]:
    return {"left": 0, "top": 4, "right": _FIGURES, "bottom": bottom}


def _named(label: Sequence[str], name: float, middle: float, figure: str) -> dict[str, object]:
    """What the texts of a row need: its name and where it begins, its figure and the middle of its bar."""
    return {"label": list(label), "name": name, "middle": middle, "figure": figure, "weight": "normal"}


def _line(colour: str, thickness: int, encoding: Spec) -> Spec:
    return {"mark": {"type": "rule", "color": colour, "strokeWidth": thickness}, "encoding": encoding}


def _texts(width: int, height: int) -> list[Spec]:
    """The name of each row above its bar, and its figure to the right."""
    name = {"type": "text", "align": "left", "baseline": "top", "lineHeight": _LINE, "limit": 0, "x": 0}
    figure = {"type": "text", "align": "left", "baseline": "middle", "x": width + 10, "fontSize": TEXT_SIZE + 1}
    return [
        {
            "mark": {**name, "fontWeight": {"expr": "datum.weight"}},
            "encoding": {"y": _pixel("name", height), "text": {"field": "label"}},
        },
        {"mark": figure, "encoding": {"y": _pixel("middle", height), "text": {"field": "figure"}}},
    ]


def _percent_scale(height: int) -> list[Spec]:
    """Labels of the scale below the rows; the first and the last stay inside the picture."""
    ticks = {"left": (0.0,), "center": (0.25, 0.5, 0.75), "right": (1.0,)}
    return [
        {
            "data": values([{"at": at, "text": f"{at:.0%}"} for at in places]),
            "mark": {
                "type": "text",
                "align": align,
                "baseline": "top",
                "y": height + 2,
                "fontSize": TEXT_SIZE - 2,
                "color": MUTED,
            },
            "encoding": {"x": _share("at"), "text": {"field": "text"}},
        }
        for align, places in ticks.items()
    ]
