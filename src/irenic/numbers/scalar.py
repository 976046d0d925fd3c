"""Reads one YAML scalar: a number, a range, a word of likelihood.

What can't be read is told with the right way to write it, where that is plain.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final
from unicodedata import normalize

from irenic.numbers.distribution import Distribution, number_text
from irenic.numbers.fault import NotationError
from irenic.numbers.support import PROBABILITY, Support
from irenic.numbers.words import WORDS, band_of

NUMBER_PATTERN: Final = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
"""A number as it is written; the same in Python and in JSON Schema."""
LARGEST: Final = 1e30
"""Sizes from 1/`LARGEST` to `LARGEST` (and 0) are read, so that no tail of any family overflows."""

_LONGEST: Final = 80
_SHOWN: Final = 40

_NUMBER: Final = re.compile(NUMBER_PATTERN)
_RANGE: Final = re.compile(rf"({NUMBER_PATTERN})\s+to\s+({NUMBER_PATTERN})")
_NOT_FINITE: Final = re.compile(r"[+-]?\.?(?:nan|inf|infinity)", re.IGNORECASE)
_PERCENT: Final = re.compile(
    rf"({NUMBER_PATTERN})(?:\s*%?\s*(?:to|-|–)\s*({NUMBER_PATTERN}))?\s*(?:%|per ?cent)", re.IGNORECASE
)
_RANGE_LIKE: Final = re.compile(
    rf"(?:from|between|從|从|由|自)?\s*({NUMBER_PATTERN})\s*(?:to|and|至|到|\.\.+|[-–—−~〜,;/])\s*({NUMBER_PATTERN})",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:[, '’][0-9]{3})+(?:\.[0-9]+)?|[+-]?[0-9]+(?:_[0-9]+)+(?:\.[0-9]+)?")
_DECIMAL_COMMA: Final = re.compile(r"[+-]?[0-9]+,[0-9]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A range as it is written: 5th and 95th percentile."""

    lower: float
    upper: float


def read_scalar(raw: Any, support: Support) -> float | Span | Distribution:
    """A number, the two ends of a range, or the band of a word.

    Raises:
        NotationError: `raw` is none of these; its place in the support isn't looked at here.
    """
    if isinstance(raw, str):
        return _from_text(raw.strip(), support)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise NotationError("number.unreadable", text=_shown(str(raw).lower()))
    return _finite(
        raw, number_text(raw) if isinstance(raw, float) or raw.bit_length() < 64 else f"2^{raw.bit_length()}"
    )


def looked_up(text: str, known: Sequence[str], near_code: str, far_code: str) -> NotationError:
    """The error for a name that isn't known: with the known name closest to it, if one is close."""
    from difflib import get_close_matches

    near = get_close_matches(text.lower(), known, n=1, cutoff=0.7)
    if near:
        return NotationError(near_code, text=_shown(text), near=near[0])
    return NotationError(far_code, text=_shown(text))


def _from_text(text: str, support: Support) -> float | Span | Distribution:
    if not text:
        raise NotationError("number.empty")
    if len(text) > _LONGEST:
        raise NotationError("number.unreadable", text=_shown(text))
    if _NUMBER.fullmatch(text):
        return _finite(float(text), text)
    ends = _RANGE.fullmatch(text)
    if ends:
        return Span(*(_finite(float(end), end) for end in ends.groups()))
    band = band_of(text)
    if band is None:
        raise _unreadable(text, support)
    if support != PROBABILITY:
        raise NotationError("number.word-only-for-probability", text=text)
    return band


def _finite(number: float, text: str) -> float:
    try:
        x = float(number)
    except OverflowError:
        raise NotationError("number.too-large", text=text) from None
    if not isfinite(x) and _NOT_FINITE.fullmatch(text):
        raise NotationError("number.not-finite", text=text)
    if abs(x) > LARGEST:
        raise NotationError("number.too-large", text=text)
    if 0 < abs(x) < 1 / LARGEST:
        raise NotationError("number.too-small", text=text)
    return x + 0.0


def _unreadable(text: str, support: Support) -> NotationError:
    """What is wrong with a text that is neither a number nor a range nor a word."""
    plain = normalize("NFKC", text).replace("−", "-")
    if _NOT_FINITE.fullmatch(plain):
        return NotationError("number.not-finite", text=text)
    for code, rewrite in _REWRITES.items():
        near = rewrite(plain, support)
        if near is not None and near != text:
            return NotationError(code, text=text, near=near)
    if support == PROBABILITY:
        return looked_up(text, WORDS, "number.unknown-word", "number.unreadable")
    return NotationError("number.unreadable", text=_shown(text))


def _other_digits(plain: str, support: Support) -> str | None:
    return plain if _NUMBER.fullmatch(plain) or _RANGE.fullmatch(plain) else None


def _percent(plain: str, support: Support) -> str | None:
    parts = _PERCENT.fullmatch(plain)
    divisor = 100 if support.high == 1 else 1
    return " to ".join(number_text(float(part) / divisor) for part in parts.groups() if part) if parts else None


def _grouped(plain: str, support: Support) -> str | None:
    return re.sub(r"[^0-9.+-]", "", plain) if _GROUPED.fullmatch(plain) else None


def _decimal_comma(plain: str, support: Support) -> str | None:
    return plain.replace(",", ".") if _DECIMAL_COMMA.fullmatch(plain) else None


def _range_form(plain: str, support: Support) -> str | None:
    ends = _RANGE_LIKE.fullmatch(plain)
    return " to ".join(ends.groups()) if ends else None


_REWRITES: Final[Mapping[str, Callable[[str, Support], str | None]]] = {
    "number.other-digits": _other_digits,
    "number.percent": _percent,
    "number.grouped-digits": _grouped,
    "number.decimal-comma": _decimal_comma,
    "number.range-form": _range_form,
}
"""Problem → how to write a text (in ordinary digits) that has it, or none. The first that fits counts."""


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
