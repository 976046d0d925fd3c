"""Array types of the kernels."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Truths: TypeAlias = NDArray[np.bool_]
Count: TypeAlias = int | np.int64
"""A whole number; what is handed on starts as `np.int64(0)` (see `irenic.fast.compiled`)."""
