"""Shares of cases: how often each option is chosen, and how sure the answer is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from irenic.plot.style import BLUE, INK, MUTED, OCHRE, SOFT_BLUE, TEXT_SIZE, TRACK, Spec, frame, number, values

WIDTH = 640
_VALUE_ROOM = 64
_LINE = 17
_BAR = 10
_GAP = 14


@dataclass(frozen=True, slots=True)
class OptionShare:
    """One option of an issue.

    Attributes:
        label: its name, in lines of at most about 84 columns.
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
    bar = lines * _LINE + 3
    rows = [
        {
            "label": list(option.label),
            "share": option.share,
            "text": option.share_text,
            "other": option.other,
            "top": i * step + bar,
            "bottom": i * step + bar + _BAR,
            "middle": i * step + bar + _BAR / 2,
            "name": i * step,
        }
        for i, option in enumerate(options)
    ]
    height = len(options) * step
    x, base = _share("share"), {"datum": 0}
    track = {
        "mark": {"type": "rect", "color": TRACK},
        "encoding": {"x": base | _scale(), "x2": {"datum": 1}, **_band(height)},
    }
    bars = {"mark": {"type": "rect", "color": BLUE}, "encoding": {"x": x, "x2": base, **_band(height)}}
    other = {
        "transform": [{"filter": "isValid(datum.other)"}],
        "mark": {"type": "rule", "color": OCHRE, "strokeWidth": 3},
        "encoding": {"x": _share("other"), **_band(height)},
    }
    picture = frame(
        WIDTH - _VALUE_ROOM, height, _room(), [track, bars, other, _names(height, INK), _figures("middle", height)]
    )
    return {"data": values(rows), **picture}


def possible_ranges(ranges: Sequence[ShareRange]) -> Spec:
    """A row for each share: a dot, a thick line for the simulation range, a pale band for that over assumptions."""
    lines = max(len(entry.label) for entry in ranges)
    step = lines * _LINE + 18 + _GAP
    rows = [
        {
            "label": list(entry.label),
            "share": entry.share,
            "text": entry.share_text,
            "low": entry.simulation[0],
            "high": entry.simulation[1],
            "wide_low": None if entry.assumptions is None else entry.assumptions[0],
            "wide_high": None if entry.assumptions is None else entry.assumptions[1],
            "weight": "bold" if entry.headline else "normal",
            "name": i * step,
            "middle": i * step + lines * _LINE + 12,
        }
        for i, entry in enumerate(ranges)
    ]
    height = len(ranges) * step
    y = _pixel("middle", height)
    track = {
        "mark": {"type": "rule", "color": TRACK, "strokeWidth": 14},
        "encoding": {"x": {"datum": 0} | _scale(), "x2": {"datum": 1}, "y": y},
    }
    wide = {
        "transform": [{"filter": "isValid(datum.wide_low)"}],
        "mark": {"type": "rule", "color": SOFT_BLUE, "strokeWidth": 14},
        "encoding": {"x": _share("wide_low"), "x2": {"field": "wide_high"}, "y": y},
    }
    narrow = {
        "mark": {"type": "rule", "color": BLUE, "strokeWidth": 5},
        "encoding": {"x": _share("low"), "x2": {"field": "high"}, "y": y},
    }
    dot = {
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": INK},
        "encoding": {"x": _share("share"), "y": y},
    }
    layers: list[Spec] = [
        track,
        wide,
        narrow,
        dot,
        _names(height, INK),
        _figures("middle", height),
        *_percent_scale(height),
    ]
    return {"data": values(rows), **frame(WIDTH - _VALUE_ROOM, height, _room(22), layers)}


def _share(field: str) -> Spec:
    return number(field, 0, 1)


def _scale() -> Spec:
    return {"type": "quantitative", "scale": {"domain": [0, 1], "nice": False}, "axis": None}


def _pixel(field: str, height: int) -> Spec:
    """A height in pixels from the top."""
    return {**number(field, 0, height), "scale": {"domain": [height, 0], "nice": False, "zero": False}}


def _band(height: int) -> Spec:
    return {"y": _pixel("top", height), "y2": {"field": "bottom"}}


def _room(bottom: int = 4) -> Mapping[str, int]:
    return {"left": 2, "top": 4, "right": _VALUE_ROOM, "bottom": bottom}


def _names(height: int, colour: str) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "top", "lineHeight": _LINE, "color": colour, "limit": 0}
    return {
        "mark": {**mark, "x": 0},
        "encoding": {"y": _pixel("name", height), "text": {"field": "label"}},
    }


def _figures(field: str, height: int) -> Spec:
    return {
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "middle",
            "x": WIDTH - _VALUE_ROOM + 10,
            "fontSize": TEXT_SIZE + 1,
        },
        "encoding": {"y": _pixel(field, height), "text": {"field": "text"}},
    }


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
