"""Array types of the kernels."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Truths: TypeAlias = NDArray[np.bool_]
Words: TypeAlias = NDArray[np.uint64]
Marks: TypeAlias = NDArray[np.uint8]
"""Truths as bytes, which loops over vectors count and combine."""
Ranks: TypeAlias = NDArray[np.int32]
"""Places in an order, where many are compared."""
Count: TypeAlias = int | np.int64
"""A whole number; counters start as `np.int64(0)` (see `irenic.fast.compiled`)."""
