"""Draws of any path under any seed: balanced, the same whatever the slicing, apart from all others."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from irenic.numbers.draws import Sampler
from irenic.numbers.ranges import range_on
from irenic.numbers.support import POINTS

SEEDS = st.integers(-(2**70), 2**70)
PATHS = st.text(max_size=20)


@given(SEEDS, PATHS, st.integers(0, 9), st.integers(0, 40))
def test_every_aligned_block_is_stratified(seed: int, path: str, k: int, block: int) -> None:
    start = 16 * 2**k * block
    points = Sampler(seed).uniform(path, start, start + 16 * 2**k).reshape(2**k, 16)
    cells = np.sort(np.floor(points * 2**k).astype(int), axis=0)
    assert (cells == np.arange(2**k)[:, np.newaxis]).all()


@given(SEEDS, PATHS, st.integers(0, 10**9), st.lists(st.integers(0, 300), min_size=2, max_size=5))
def test_any_slicing_gives_the_same_bits(seed: int, path: str, origin: int, cuts: list[int]) -> None:
    sampler = Sampler(seed)
    places = [origin + c for c in sorted(cuts)]
    parts = [sampler.uniform(path, a, b) for a, b in pairwise(places)]
    assert np.concatenate(parts).tobytes() == Sampler(seed).uniform(path, places[0], places[-1]).tobytes()


@given(SEEDS, st.lists(PATHS, min_size=2, max_size=4, unique=True))
def test_no_two_paths_share_their_draws(seed: int, paths: list[str]) -> None:
    sampler = Sampler(seed)
    assert len({sampler.uniform(path, 0, 64).tobytes() for path in paths}) == len(paths)


@given(SEEDS, st.floats(-0.99, 0.99))
def test_a_correlated_path_moves_only_with_its_group(seed: int, coefficient: float) -> None:
    number = range_on(POINTS, 40.0, 80.0)
    alone, tied = Sampler(seed), Sampler(seed, [("b", "c", coefficient)])
    assert alone.draw("a", number, 0, 64).tobytes() == tied.draw("a", number, 0, 64).tobytes()
    assert (
        tied.draw("c", number, 0, 64).tobytes()
        == Sampler(seed, [("c", "b", coefficient)]).draw("c", number, 0, 64).tobytes()
    )
