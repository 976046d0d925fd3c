import itertools
from hashlib import blake2b
from math import sqrt

import numpy as np
import pytest

from irenic.numbers import scramble
from irenic.numbers.scramble import SCRAMBLES, key_words, stream_key, uniforms


def words_of(*keys: int) -> scramble.Words:
    return key_words(list(keys))


def sixteen(seed: int, path: str = "a.b") -> scramble.Words:
    return key_words([stream_key(seed, 0, s, path) for s in range(SCRAMBLES)])


def test_a_key_is_a_stable_hash_of_all_its_parts() -> None:
    expected = int.from_bytes(blake2b(b"1/2/3/positions.arda.water", digest_size=8).digest(), "little")
    assert stream_key(1, 2, 3, "positions.arda.water") == expected
    parts = [(1, 2, 3, "x"), (2, 2, 3, "x"), (1, 3, 3, "x"), (1, 2, 4, "x"), (1, 2, 3, "y")]
    assert len({stream_key(*p) for p in parts}) == len(parts)


def test_the_key_schedule_is_splitmix64() -> None:
    # the first outputs of SplitMix64 from state 0, as its authors publish them
    assert [int(w) for w in words_of(0)[:3, 0, 0]] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]


def test_draws_are_those_of_always() -> None:
    """The numbers of every published result rest on these bits."""
    expected = [0.17926385629015174, 0.8327524652842099, 0.11794671927348788, 0.32736123606532785]
    assert uniforms(sixteen(0), 0, 4).tolist() == expected


def test_any_slicing_gives_the_same_bits() -> None:
    words = sixteen(3)
    whole = uniforms(words, 0, 2048)
    for cuts in [(0, 1, 2, 3, 2048), (0, 7, 16, 17, 1000, 2047, 2048), tuple(range(0, 2049, 64))]:
        parts = [uniforms(words, a, b) for a, b in itertools.pairwise(cuts)]
        assert np.concatenate(parts).tobytes() == whole.tobytes()
    assert uniforms(words, 5, 5).size == 0


def test_draws_lie_strictly_inside() -> None:
    u = np.concatenate([uniforms(sixteen(seed), 0, 4096) for seed in range(50)])
    assert u.min() >= 2.0**-53
    assert u.max() <= 1 - 2.0**-53
    assert (u * 2.0**53 % 2 == 1).all()


@pytest.mark.parametrize("k", range(11))
def test_every_aligned_block_has_one_point_in_each_interval(k: int) -> None:
    points = uniforms(sixteen(k), 0, SCRAMBLES * 2048).reshape(-1, 2**k, SCRAMBLES)
    cells = np.sort(np.floor(points * 2**k).astype(int), axis=1)
    assert (cells == np.arange(2**k)[np.newaxis, :, np.newaxis]).all()


def test_blocks_far_out_are_stratified_too() -> None:
    start = SCRAMBLES * 2**30
    points = uniforms(sixteen(0), start, start + SCRAMBLES * 256).reshape(256, SCRAMBLES)
    cells = np.sort(np.floor(points * 256).astype(int), axis=0)
    assert (cells == np.arange(256)[:, np.newaxis]).all()


def chi_square(codes: np.ndarray, cells: int) -> float:
    """Pearson's statistic against equal cells, standardised: about normal for many cells."""
    expected = codes.size / cells
    statistic = float((np.bincount(codes, minlength=cells) ** 2.0).sum()) / expected - codes.size
    return (statistic - (cells - 1)) / sqrt(2 * (cells - 1))


def test_the_scrambling_treats_any_two_points_as_nested_uniform_scrambling_does() -> None:
    """Two points share their digits up to their first difference, differ there, and are independent below.

    Second moments, and so the variance of every estimate, are then those of Owen's scrambling. Tolerance: 240
    statistics of unit variance, each beyond 5 with a probability of less than 1e-5 (fixed keys).
    """
    digits, keys = 4, 40_000
    words = key_words([int(k) for k in np.random.default_rng(1).integers(0, 2**63, keys)])
    for half in (slice(0, 5), slice(5, 10)):
        shape = np.broadcast_to(np.arange(2**digits, dtype=np.uint64), (keys, 2**digits))
        tops = (scramble._triangular(shape, words[half]) & np.uint64(2**digits - 1)).astype(int)
        for a, b in itertools.combinations(range(2**digits), 2):
            shared = ((a ^ b) & -(a ^ b)).bit_length() - 1
            joint = tops[:, a] * 2**digits + tops[:, b]
            cells, codes = np.unique(joint, return_inverse=True)
            allowed = 2**shared * 2 * 4 ** (digits - shared - 1)
            assert cells.size == allowed
            assert chi_square(codes, allowed) < 5


def test_the_error_on_a_smooth_integrand_is_that_of_one_point_per_stratum() -> None:
    """Variance of the mean of n points of x: 1/(12 n³), exactly, under nested uniform scrambling.

    The estimate over 16 scrambles of 200 streams has a relative error of about √(2/3200) = 2.5 %; tolerance 4 of these.
    """
    n = 64
    means = np.concatenate([uniforms(sixteen(s), 0, n * SCRAMBLES).reshape(n, SCRAMBLES).mean(0) for s in range(200)])
    assert means.mean() == pytest.approx(0.5, abs=4 / (12 * n**3 * means.size) ** 0.5)
    assert ((means - 0.5) ** 2).mean() * 12 * n**3 == pytest.approx(1, abs=0.1)


def test_the_price_of_shuffling_each_stream_by_itself_is_at_most_two() -> None:
    """Variance of the mean of a product over two streams, relative to independent draws: see the decision."""
    n = 64
    x, y = (
        np.stack([uniforms(sixteen(s, p), 0, n * SCRAMBLES).reshape(n, SCRAMBLES) for s in range(400)])
        for p in ("x", "y")
    )

    def relative(f: np.ndarray) -> float:
        return float((f.mean(axis=1) ** 2).mean() / (f**2).mean() * n)

    # relative error of a variance over 6,400 estimates: √(2/6400) = 1.8 %; tolerance 4 of these
    assert relative((x - 0.5) * (y - 0.5)) == pytest.approx(1.58, abs=0.12)
    assert relative(np.sign(x - 0.5) * np.sign(y - 0.5)) == pytest.approx(2, abs=0.15)
    assert relative(np.sign(x - 0.5) * np.cos(4 * np.pi * y)) == pytest.approx(1, abs=0.08)
