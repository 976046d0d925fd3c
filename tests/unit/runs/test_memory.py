"""Chunks in memory."""

import numpy as np
import pytest

from irenic.results.layout import Layout, Variable
from irenic.runs.memory import MemoryStore

LAYOUT = Layout((Variable("toy", "square", ("draw",), "<i8"),), {})


def test_chunks_are_joined_in_the_order_of_draws() -> None:
    store = MemoryStore(LAYOUT)
    store.save(2, 4, {"toy.square": np.array([4, 9])})
    store.save(0, 2, {"toy.square": np.array([0, 1])})
    assert store.array("toy.square").tolist() == [0, 1, 4, 9]
    assert sorted(store.finished()) == [(0, 2), (2, 4)]


def test_what_is_not_declared_is_refused() -> None:
    with pytest.raises(ValueError, match="not declared"):
        MemoryStore(LAYOUT).save(0, 1, {"toy.cube": np.array([1])})
