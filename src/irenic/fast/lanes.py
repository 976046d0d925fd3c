"""Lanes: many paths side by side, so that one instruction of the processor works on several of them.

A kernel that follows paths keeps each quantity of `LANES` paths in a row of memory and walks over the row. LLVM turns
such a loop into vector instructions if nothing in its body branches, calls out, or might overlap with what is written.
Four tricks see to that; they are used wherever paths are followed and told here only.

*One block.* All rows lie in one flat array, quantity q of lane i at `q * LANES + i`, with q a literal wherever rows are
written. LLVM then sees that rows don't overlap; separate arrays would have to be compared at every entry of the loop.

*Full blocks.* The last block is filled up with paths that are followed and not counted, so that every path goes through
the same instructions and its bits never depend on how paths are cut into blocks.

*No branch.* `select` takes both sides and keeps one; `larger` and `smaller` compare by an instruction, since Python's
`max` and `min` keep the order of NaNs by a branch.

*No call.* The exponential and the logarithm of the C library work on one number. Those below are polynomials after the
argument has been brought near zero by way of the number's bits (Cody & Waite 1980, chapters 5 and 6).

Fast-math stays off: products and sums are rounded in the order written, so plain Python gives the same bits.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

import numba
import numpy as np
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic

Function = TypeVar("Function", bound=Callable[..., object])

LANES: Final = 128
"""Paths side by side: enough for the widest vectors to be full, few enough for all rows to stay near the core."""


def lane(function: Function) -> Function:
    """Compile a function of one lane's numbers; it is put into the loops that call it, whatever its size."""
    compiled = numba.njit(cache=True, nogil=True, error_model="numpy", forceinline=True)(function)
    return cast(Function, compiled)


def _of_two(name: str) -> Any:
    """An intrinsic of LLVM on two float64. It is told that neither is NaN, and that 0 and −0 may be swapped."""

    @intrinsic
    def chosen(_context: Any, _a: Any, _b: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            double = ir.DoubleType()
            function = builder.module.declare_intrinsic(
                f"llvm.{name}", [double], ir.FunctionType(double, [double, double])
            )
            return builder.call(function, arguments, fastmath=("nnan", "nsz"))

        return types.float64(types.float64, types.float64), generate

    return chosen


def _of_condition() -> Any:
    @intrinsic
    def chosen(_context: Any, _condition: Any, yes: Any, _no: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return builder.select(*arguments)

        return yes(types.boolean, yes, yes), generate

    return chosen


def _same_bits(given: Any, found: Any, machine: Any) -> Any:
    """An intrinsic that reads the bits of one type as another."""

    @intrinsic
    def read(_context: Any, _bits: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return builder.bitcast(arguments[0], machine)

        return found(given), generate

    return read


larger: Final = _of_two("maxnum")
"""The larger of two float64, neither of them NaN."""
smaller: Final = _of_two("minnum")
"""The smaller of two float64, neither of them NaN."""
select: Final = _of_condition()
"""`select(condition, yes, no)`: `yes` where the condition holds, else `no`; both are evaluated."""
bits_of: Final = _same_bits(types.float64, types.int64, ir.IntType(64))
"""The 64 bits of a float64, as int64."""
from_bits: Final = _same_bits(types.int64, types.float64, ir.DoubleType())
"""The float64 that has these 64 bits."""

LN2_HIGH: Final = 0.693145751953125
"""ln 2 in 15 bits: its product with an exponent is exact."""
LN2_LOW: Final = 1.42860682030941723212e-6
"""The rest of ln 2."""
LN2: Final = 0.6931471805599453
MANTISSA: Final = 52
"""Bits of a float64 behind its exponent."""
ROOT_HALF: Final = 4604544271217802189
"""The bits of √½."""


@lane
def exponential(x: float) -> float:
    """The exponential within 4 units in the last place, x cut to ±700.

    2ᵏ times a polynomial in what is left of x, which is at most ln 2 / 2.
    """
    x = smaller(larger(x, -700.0), 700.0)
    k = np.floor(x * (1.0 / LN2) + 0.5)
    r = (x - k * LN2_HIGH) - k * LN2_LOW
    term = 1.0 / 479001600.0
    term = term * r + 1.0 / 39916800.0
    term = term * r + 1.0 / 3628800.0
    term = term * r + 1.0 / 362880.0
    term = term * r + 1.0 / 40320.0
    term = term * r + 1.0 / 5040.0
    term = term * r + 1.0 / 720.0
    term = term * r + 1.0 / 120.0
    term = term * r + 1.0 / 24.0
    term = term * r + 1.0 / 6.0
    term = term * r + 0.5
    term = term * r + 1.0
    term = term * r + 1.0
    found: float = term * from_bits((np.int64(k) + 1023) << MANTISSA)
    return found


@lane
def logarithm(x: float) -> float:
    """The natural logarithm within 4 units in the last place of a number of size 1 or more, for normal x > 0.

    x = 2ᵏ m with m between √½ and √2; ln m = 2 artanh((m − 1)/(m + 1)), whose series ends early.
    """
    bits = bits_of(x) - ROOT_HALF
    k = bits >> MANTISSA
    m = from_bits((bits & ((1 << MANTISSA) - 1)) + ROOT_HALF)
    s = (m - 1.0) / (m + 1.0)
    z = s * s
    term = 2.0 / 21.0
    term = term * z + 2.0 / 19.0
    term = term * z + 2.0 / 17.0
    term = term * z + 2.0 / 15.0
    term = term * z + 2.0 / 13.0
    term = term * z + 2.0 / 11.0
    term = term * z + 2.0 / 9.0
    term = term * z + 2.0 / 7.0
    term = term * z + 2.0 / 5.0
    term = term * z + 2.0 / 3.0
    term = term * z + 2.0
    found: float = s * term + np.float64(k) * LN2
    return found


@lane
def power(x: float, exponent: float) -> float:
    """A power of x ≥ 0 with an exponent ≥ 0; x below the least normal number counts as 0, and 0⁰ as 1."""
    at_zero = select(exponent == 0.0, 1.0, 0.0)
    found: float = select(x < 2.0**-1022, at_zero, exponential(exponent * logarithm(larger(x, 2.0**-1022))))
    return found


@lane
def logistic(x: float) -> float:
    """1/(1 + e⁻ˣ)."""
    return 1.0 / (1.0 + exponential(-x))
