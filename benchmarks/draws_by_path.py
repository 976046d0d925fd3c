"""What it costs to give every path a stream of its own, against giving it one of many Sobol dimensions.

Prints the variance of the mean of 128 points, relative to independent draws, for several integrands over many paths,
and how often two of 200 paths fall on one dimension (half a minute). The decision on draws keyed by path quotes it.

    python benchmarks/draws_by_path.py
"""

from collections.abc import Callable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from scipy.stats.qmc import Sobol

from irenic.numbers.scramble import SCRAMBLES, key_words, stream_key, uniforms

POINTS = 128
SEEDS = 128
DIMENSIONS = 21_201
"""All dimensions for which SciPy has direction numbers (Joe and Kuo 2008)."""

Draws = NDArray[np.float64]
"""float64[path, replicate, point]."""


def own_streams(paths: list[str], seed: int) -> Draws:
    """Every path has its own shuffle and scramble (what Irenic does)."""
    words = [key_words([stream_key(seed, 0, s, path) for s in range(SCRAMBLES)]) for path in paths]
    return np.stack([uniforms(w, 0, SCRAMBLES * POINTS).reshape(POINTS, SCRAMBLES).T for w in words])


def dimension_of(path: str, seed: int) -> int:
    """The Sobol dimension that a path picks."""
    return int.from_bytes(blake2b(f"{seed}/{path}".encode()).digest()[:8], "little") % DIMENSIONS


def one_dimension(paths: list[str], seed: int, sobol: Draws) -> Draws:
    """Every path picks one of many dimensions and scrambles it for itself (Owen 1995); the order is common to all."""
    rng = np.random.default_rng([seed, 1])
    return np.stack([nested(sobol[dimension_of(path, seed)], rng) for path in paths])


def nested(points: Draws, rng: np.random.Generator) -> Draws:
    """Nested uniform scrambling of the first POINTS points, with true random numbers: float64[replicate, point]."""
    digits = POINTS.bit_length() - 1
    whole = (points * POINTS).astype(int)
    scrambled = np.zeros((SCRAMBLES, POINTS))
    for level in range(digits):
        prefix = whole >> (digits - level)
        flips = rng.integers(0, 2, (SCRAMBLES, 2**level))[:, prefix]
        digit = ((whole >> (digits - 1 - level)) & 1) ^ flips
        scrambled += digit * 0.5 ** (level + 1)
    inside: Draws = scrambled + rng.random((SCRAMBLES, POINTS)) / POINTS
    return inside


INTEGRANDS: dict[str, tuple[int, Callable[[Draws], Draws], float]] = {
    "x": (1, lambda u: u[0] - 0.5, 1 / 12),
    "sum of 200": (200, lambda u: u.sum(0) - 100, 200 / 12),
    "sum of 5 > 2.8": (5, lambda u: (u.sum(0) > 2.8) - 0.3223, 0.3223 * 0.6777),
    "sum of 200 > 102": (200, lambda u: (u.sum(0) > 102) - 0.3121, 0.3121 * 0.6879),
    "product of 2": (2, lambda u: (u[0] - 0.5) * (u[1] - 0.5), 1 / 144),
    "all 19,900 products of 200": (200, lambda u: ((u - 0.5).sum(0) ** 2 - ((u - 0.5) ** 2).sum(0)) / 2, 19_900 / 144),
}
"""Name → number of paths, integrand less its mean, its variance."""


def relative_variance(name: str, draw: Callable[[list[str], int], Draws]) -> float:
    """Mean squared error of the mean of POINTS points, times POINTS, over the integrand's variance."""
    count, integrand, variance = INTEGRANDS[name]
    paths = [f"path.{k}" for k in range(count)]
    errors = np.concatenate([integrand(draw(paths, seed)).mean(axis=1) for seed in range(SEEDS)])
    return float(errors.var()) * POINTS / variance


def main() -> None:
    """Print the table."""
    sobol: Draws = Sobol(DIMENSIONS, scramble=False).random(POINTS).T
    rows: dict[str, Callable[[list[str], int], Draws]] = {
        "independent draws": lambda paths, seed: np.random.default_rng([seed, 2]).random(
            (len(paths), SCRAMBLES, POINTS)
        ),
        "a stream for each path": own_streams,
        "a dimension for each path": lambda paths, seed: one_dimension(paths, seed, sobol),
    }
    print(f"{'':28}" + "".join(f"{name:>28}" for name in INTEGRANDS))
    for label, draw in rows.items():
        print(f"{label:28}" + "".join(f"{relative_variance(name, draw):28.4f}" for name in INTEGRANDS))
    paths = [f"path.{k}" for k in range(200)]
    shared = sum(len({dimension_of(p, seed) for p in paths}) < len(paths) for seed in range(2000)) / 2000
    print(f"seeds under which two of 200 paths fall on one of {DIMENSIONS:,} dimensions: {shared:.0%}")
    rng = np.random.default_rng(3)
    same = [(nested(sobol[7], rng) - 0.5) * (nested(sobol[7], rng) - 0.5) for _ in range(SEEDS)]
    print(f"product of 2 on one dimension: {float(np.concatenate(same).mean(axis=1).var()) * POINTS * 144:.1f}")


if __name__ == "__main__":
    main()
