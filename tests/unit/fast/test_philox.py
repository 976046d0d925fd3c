import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.fast.compiled import kernel
from irenic.fast.philox import draws_of, philox, unit
from irenic.fast.philox_reference import Words, philox_plainly, units_plainly


@kernel
def words(
    counter: "np.ndarray[tuple[int], np.dtype[np.uint64]]", key: "np.ndarray[tuple[int], np.dtype[np.uint64]]"
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    return philox(counter[0], counter[1], counter[2], counter[3], key[0], key[1])


@kernel
def units(seed: int, run: int, period: int, stream: int) -> tuple[float, float, float, float]:
    drawn = draws_of(np.uint64(seed), np.uint64(run), np.uint64(period), np.uint64(stream))
    return unit(drawn[0]), unit(drawn[1]), unit(drawn[2]), unit(drawn[3])


KNOWN: list[tuple[Words, tuple[int, int], Words]] = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
"""Counter, key, words: known answers published with the generator (Random123, philox4x32-10)."""


@pytest.mark.parametrize(("counter", "key", "expected"), KNOWN)
def test_known_answers(counter: Words, key: tuple[int, int], expected: Words) -> None:
    assert philox_plainly(counter, key) == expected
    found = words(np.array(counter, np.uint64), np.array(key, np.uint64))
    assert tuple(int(word) for word in found) == expected


WORD = st.integers(0, 2**32 - 1)


@given(seed=st.integers(0, 2**63 - 1), run=st.integers(0, 2**40), period=WORD, stream=WORD)
def test_compiled_and_plain_give_the_same_bits(seed: int, run: int, period: int, stream: int) -> None:
    assert units(seed, run, period, stream) == units_plainly(seed, run, period, stream)


def test_units_are_even_and_never_0_or_1() -> None:
    drawn = np.array([units(3, run, 1, 2) for run in range(20_000)])
    assert drawn.min() > 0.0
    assert drawn.max() < 1.0
    for column in drawn.T:
        shares = np.histogram(column, bins=10, range=(0.0, 1.0))[0] / len(column)
        assert np.abs(shares - 0.1).max() < 0.011  # five standard errors
    assert np.abs(np.corrcoef(drawn.T) - np.eye(4)).max() < 0.036  # five standard errors
