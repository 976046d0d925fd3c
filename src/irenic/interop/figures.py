"""Numbers of foreign files: finite decimals within bounds."""

import re
from fractions import Fraction
from typing import Final

LARGEST: Final = 1e12
"""Numbers beyond this are refused: no scale of utilities reaches them."""

_FIGURE: Final = re.compile(r"[-+]?(?:[0-9]{1,40}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})(?:[eE][-+]?[0-9]{1,3})?")


def figure(text: str, *, comma: bool = False) -> float | None:
    """The number that a text is, or None where it is none, or beyond ±LARGEST.

    Args:
        text: as written; spaces around it don't matter.
        comma: whether a comma may stand for the decimal point.
    """
    written = text.strip()
    if comma and "." not in written:
        written = written.replace(",", ".", 1)
    if not _FIGURE.fullmatch(written):
        return None
    number = float(written)
    return number if abs(number) <= LARGEST else None


def digits(number: float) -> str:
    """A number as short as it can be written without loss."""
    return repr(number).removesuffix(".0")


def rational(number: float) -> Fraction:
    """What a number stands for: the fraction of a small denominator that it is nearest to, else its shortest decimal.

    0.1 is 1/10, and 7/9 divided out is 7/9 again, also after a few roundings. By chance a number is hardly ever so near
    to such a fraction: fewer than one in a million.
    """
    simple = Fraction(number).limit_denominator(10_000)
    return simple if abs(float(simple) - number) <= 1e-15 * abs(number) else Fraction(repr(number))
