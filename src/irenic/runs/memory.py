"""A chunk store in memory, for answers that are not written down."""

from collections.abc import Mapping
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.results.layout import Layout


class MemoryStore:
    """Keeps finished chunks, and joins them in the order of draws."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._chunks: dict[tuple[int, int], Mapping[str, NDArray[Any]]] = {}
        self._lock = Lock()

    def finished(self) -> tuple[tuple[int, int], ...]:
        """The draws that are there."""
        return tuple(self._chunks)

    def save(self, start: int, stop: int, arrays: Mapping[str, NDArray[Any]], /) -> None:
        """Keep the results of draws `start` to `stop`."""
        checked = self._layout.ordered(stop - start, arrays)
        with self._lock:
            self._chunks[start, stop] = dict(zip(self._layout.names, checked, strict=True))

    def array(self, name: str) -> NDArray[Any]:
        """A variable over all draws by its full name."""
        return np.concatenate([self._chunks[piece][name] for piece in sorted(self._chunks)])
