import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.counter import below, word_at


@kernel
def words(key: int, count: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    found = np.empty(count, np.uint64)
    for j in range(count):
        found[j] = word_at(np.uint64(key), j)
    return found


def test_the_sequence_is_splitmix64() -> None:
    """First outputs for the seed 1234567, published with the generator's reference implementation."""
    expected = [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]
    assert words(1234567, 5).tolist() == expected


def test_integers_below_a_count_are_even() -> None:
    drawn = np.array([below(word, 5) for word in words(9, 20_000)])
    shares = np.bincount(drawn, minlength=5) / len(drawn)
    assert np.abs(shares - 0.2).max() < 0.015  # five standard errors
