"""Reads the number notation of a dossier: `60`, `40 to 80`, `{pert: [20, 50, 90]}`, `very likely`, `{choice: …}`.

What each form means, and which family a range takes on which support, stands in `docs/numbers.md`.
"""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import Any, Final

from irenic.numbers.distribution import Distribution, Sure
from irenic.numbers.editor import number_json_schema
from irenic.numbers.families import Beta, Lognormal, Normal, Pert, Triangular, Uniform
from irenic.numbers.fault import NotationError
from irenic.numbers.mixture import Branch, choice_of
from irenic.numbers.ranges import range_on
from irenic.numbers.scalar import Span, looked_up, read_scalar
from irenic.numbers.support import Support

__all__ = ["FAMILIES", "NotationError", "number_from", "number_json_schema"]

FAMILIES: Final[Mapping[str, str]] = {
    "pert": "min, mode, max",
    "uniform": "min, max",
    "triangular": "min, mode, max",
    "normal": "mean, sd",
    "lognormal": "median, gsd",
    "beta": "a, b",
}
"""Family → the numbers it takes."""

_DEEPEST: Final = 8
_WIDEST: Final = 10.0
_CLOSEST: Final = 1e-9
_SHAPES: Final = (0.01, 1e6)


def number_from(raw: Any, support: Support) -> Distribution:
    """The distribution that a value of a dossier stands for.

    Args:
        raw: what the YAML holds: text, a number, or a mapping with one family.
        support: where the number may lie.

    Raises:
        NotationError: the value can't be read, or leaves the support.
    """
    return _read(raw, support, 0)


def _read(raw: Any, support: Support, depth: int) -> Distribution:
    if isinstance(raw, Mapping):
        return _family(raw, support, depth)
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        raise NotationError("number.is-a-list")
    return _scalar(raw, support)


def _scalar(raw: Any, support: Support) -> Distribution:
    read = read_scalar(raw, support)
    if isinstance(read, Distribution):
        return read
    if isinstance(read, Span):
        return _range(read, support)
    _inside(read, support)
    return Sure(read)


def _range(span: Span, support: Support) -> Distribution:
    lower, upper = span.lower, span.upper
    for end in (lower, upper):
        _inside_closed(end, support)
    _in_order(lower, upper)
    for end in (lower, upper):
        _off_open_end(end, support)
    if upper - lower < _closest(lower, upper, support):
        raise NotationError("number.ends-too-close", first=lower, second=upper)
    return range_on(support, lower, upper)


def _closest(lower: float, upper: float, support: Support) -> float:
    """The least distance at which the spread of a range can still be computed well."""
    size = max(abs(lower), abs(upper))
    width = support.high - support.low
    return _CLOSEST * (max(size, width) if width < inf else size)


def _in_order(lower: float, upper: float) -> None:
    if lower == upper:
        raise NotationError("number.ends-equal", number=lower)
    if lower > upper:
        raise NotationError("number.ends-reversed", first=lower, second=upper)


def _inside(x: float, support: Support) -> None:
    _inside_closed(x, support)
    _off_open_end(x, support)


def _inside_closed(x: float, support: Support) -> None:
    if support.low <= x <= support.high:
        return
    if support.high == inf:
        code = "number.not-above" if support.open_ends else "number.below-support"
        raise NotationError(code, number=x, low=support.low)
    raise NotationError("number.outside-support", number=x, low=support.low, high=support.high)


def _off_open_end(x: float, support: Support) -> None:
    if not support.holds(x):
        raise NotationError("number.end-on-open-bound", number=x)


def _family(raw: Mapping[Any, Any], support: Support, depth: int) -> Distribution:
    if len(raw) != 1:
        raise NotationError("number.one-family", count=len(raw))
    name, content = next(iter(raw.items()))
    if name == "choice":
        return _choice(content, support, depth)
    if name not in FAMILIES:
        raise looked_up(str(name), (*FAMILIES, "choice"), "number.unknown-family", "number.no-such-family")
    numbers = _numbers(name, content, support)
    return _BUILD[name](numbers, support)


def _numbers(name: str, content: Any, support: Support) -> tuple[float, ...]:
    names = FAMILIES[name]
    if isinstance(content, str) or not isinstance(content, Sequence) or len(content) != names.count(",") + 1:
        raise NotationError("number.wrong-arity", family=name, names=names)
    numbers = tuple(read_scalar(x, support) for x in content)
    if not all(isinstance(x, float) for x in numbers):
        raise NotationError("number.plain-numbers-only", family=name, names=names)
    return tuple(x for x in numbers if isinstance(x, float))


def _uniform(numbers: tuple[float, ...], support: Support) -> Distribution:
    for x in numbers:
        _inside(x, support)
    _in_order(*numbers)
    start, end = numbers
    return Uniform(start, end)


def _peaked(build: Callable[[float, float, float], Distribution], family: str) -> "_Build":
    def made(numbers: tuple[float, ...], support: Support) -> Distribution:
        for x in numbers:
            _inside(x, support)
        start, mode, end = numbers
        if not start <= mode <= end or start == end:
            raise NotationError("number.not-in-order", family=family)
        return build(start, mode, end)

    return made


def _normal(numbers: tuple[float, ...], support: Support) -> Distribution:
    mean, spread = numbers
    _inside_closed(mean, support)
    if spread <= 0:
        raise NotationError("number.bad-spread", number=spread)
    width = support.high - support.low
    if spread > _WIDEST * width:
        raise NotationError("number.spread-too-wide", number=spread, most=_WIDEST * width)
    return Normal(mean, spread, support)


def _lognormal(numbers: tuple[float, ...], support: Support) -> Distribution:
    middle, factor = numbers
    if support.low != 0 or support.high < inf:
        raise NotationError("number.lognormal-not-here")
    if middle <= 0:
        raise NotationError("number.median-not-positive", number=middle)
    if factor <= 1:
        raise NotationError("number.factor-not-above-one", number=factor)
    return Lognormal(middle, factor)


def _beta(numbers: tuple[float, ...], support: Support) -> Distribution:
    if support.high - support.low == inf:
        raise NotationError("number.beta-not-here")
    for shape in numbers:
        if not _SHAPES[0] <= shape <= _SHAPES[1]:
            raise NotationError("number.bad-shape", number=shape, least=_SHAPES[0], most=_SHAPES[1])
    a, b = numbers
    return Beta(a, b, support)


_Build = Callable[[tuple[float, ...], Support], Distribution]
_BUILD: Final[Mapping[str, _Build]] = {
    "pert": _peaked(Pert, "pert"),
    "uniform": _uniform,
    "triangular": _peaked(Triangular, "triangular"),
    "normal": _normal,
    "lognormal": _lognormal,
    "beta": _beta,
}
_WEIGHT: Final = Support("weight", 0.0, inf)


def _choice(content: Any, support: Support, depth: int) -> Distribution:
    if depth == _DEEPEST:
        raise NotationError("number.choice-too-deep", deepest=_DEEPEST)
    branches = [Branch(_weight(weight), _read(value, support, depth + 1)) for weight, value in _weighted(content)]
    if not any(b.weight > 0 for b in branches):
        raise NotationError("number.no-weight")
    return choice_of(branches)


def _weighted(content: Any) -> list[tuple[Any, Any]]:
    if isinstance(content, Mapping):
        return [(weight, value) for value, weight in content.items()]
    if isinstance(content, str) or not isinstance(content, Sequence):
        raise NotationError("number.choice-form")
    for item in content:
        if not isinstance(item, Mapping) or set(item) != {"weight", "value"}:
            raise NotationError("number.choice-form")
    return [(item["weight"], item["value"]) for item in content]


def _weight(raw: Any) -> float:
    weight = read_scalar(raw, _WEIGHT)
    if not isinstance(weight, float):
        raise NotationError("number.weight-not-plain")
    if weight < 0:
        raise NotationError("number.negative-weight", number=weight)
    return weight
