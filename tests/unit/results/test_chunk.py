import numpy as np
import pytest

from irenic.results.chunk import decoded, encoded
from tests.unit.results.toy import LAYOUT, work

KEY = "k" * 64
DATA = encoded(KEY, 3, 9, LAYOUT.ordered(6, work(3, 9)))


def test_a_chunk_reads_back() -> None:
    chunk = decoded(DATA, KEY, LAYOUT)
    assert chunk is not None
    assert (chunk.start, chunk.stop) == (3, 9)
    arrays = LAYOUT.ordered(6, work(3, 9))
    assert chunk.rows == tuple(len(array) for array in arrays)
    assert [bytes(content) for content in chunk.contents] == [array.tobytes() for array in arrays]


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert encoded(KEY, 3, 9, LAYOUT.ordered(6, work(3, 9))) == DATA


def test_a_chunk_of_another_run_is_not_taken() -> None:
    assert decoded(DATA, "x" * 64, LAYOUT) is None


def test_a_torn_chunk_is_not_taken() -> None:
    for length in [0, 1, 14, 79, 80, 81, 200, len(DATA) - 1]:
        assert decoded(DATA[:length], KEY, LAYOUT) is None
    assert decoded(b"\0" * len(DATA), KEY, LAYOUT) is None
    assert decoded(DATA + b"\0", KEY, LAYOUT) is None


@pytest.mark.parametrize("seed", range(20))
def test_a_chunk_with_one_bit_changed_is_not_taken(seed: int) -> None:
    where = int(np.random.default_rng(seed).integers(len(DATA)))
    spoilt = bytearray(DATA)
    spoilt[where] ^= 1 << (seed % 8)
    assert decoded(bytes(spoilt), KEY, LAYOUT) is None
