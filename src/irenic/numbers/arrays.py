"""Names of the array types that pass through this room."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
"""float64, any shape."""
Bools: TypeAlias = NDArray[np.bool_]
"""Truth values, any shape."""
Words: TypeAlias = NDArray[np.uint64]
"""64-bit words, any shape."""
