"""How kernels are compiled: the options that all of them share.

Three habits keep the first compilation short (docs/decisions/0007-exact-solutions.md): arrays are copied by loops,
since every slice that is assigned brings in code that words an error; counters that are handed on start as
`np.int64(0)`, since a literal 0 compiles its receiver twice; loops over draws that only call kernels stay plain Python,
since a kernel compiles all that it calls once more.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """Compile a function on first use and keep the machine code beside its file.

    Kernels release the interpreter's lock, so that chunks run in threads; they are serial themselves. Division follows
    NumPy (no check for zero, which would be a branch in every loop). Fast-math stays off: sums are taken in the order
    written.
    """
    return cast(Function, numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def stepping_out(function: Function) -> Function:
    """As `kernel`, for a function a part of which runs in the interpreter (`numba.objmode`), under its lock.

    What that part calls is compiled when it is first reached, and its code is not carried by the kernels above.
    """
    return cast(Function, numba.njit(cache=True, error_model="numpy")(function))
