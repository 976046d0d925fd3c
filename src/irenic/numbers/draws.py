"""Draws of uncertain numbers, keyed by the number's path: adding a number shifts no other, variants share draws."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem
from irenic.numbers.copula import Correlation, groups_of
from irenic.numbers.distribution import U_LEAST, Distribution, Floats
from irenic.numbers.scramble import SCRAMBLES, Words, key_words, stream_key, uniforms

Key: TypeAlias = Callable[[int, int, int, str], int]
"""(seed, replicate, scramble, stream) → 64-bit key."""

_EVENT: Final = "#event"


def _nothing(stream: str) -> bool:
    return False


class Draws(Protocol):
    """What gives every path its values, draw by draw: a `Sampler`, or `Medians`."""

    def uniform(self, path: str, start: int, stop: int) -> Floats:
        """Values between 0 and 1 for what has no distribution of its own: float64[stop − start]."""

    def draw(self, path: str, distribution: Distribution, start: int, stop: int) -> Floats:
        """Values of a number: float64[stop − start]."""

    def event(self, path: str, probability: Floats, start: int, stop: int) -> NDArray[np.bool_]:
        """Whether something of these probabilities happens: bool[stop − start]."""


class Sampler:
    """Draws of every path for one seed. Draw d belongs to scramble d mod 16 and is point d // 16 of it.

    Every stream (a path, or a path's events) has its own shuffled and scrambled low-discrepancy sequence per scramble,
    whose key is a hash of (seed, scramble, stream): a stream's draws depend on nothing else. In every scramble, each
    aligned block of 2ᵏ points has one point in each interval of length 2⁻ᵏ.
    """

    def __init__(self, seed: int, correlations: Sequence[Correlation] = (), *, key: Key = stream_key) -> None:
        """A sampler.

        Args:
            seed: any integer.
            correlations: pairs of paths with the correlation of their normal scores; `draw` heeds them.
            key: what gives a stream its 64-bit key.

        Raises:
            IrenicError: the correlations can't hold together.
        """
        self._seed = seed
        self._groups = groups_of(correlations)
        self._key = key
        self._replicate = 0
        self._fresh: Callable[[str], bool] = _nothing
        self._words: dict[tuple[str, int], Words] = {}
        self._owners: dict[int, str] = {}

    def with_fresh(self, replicate: int, fresh: Callable[[str], bool]) -> "Sampler":
        """A sampler that draws some streams anew, independently for each replicate, and keeps all others.

        Correlated paths that are drawn anew follow their distribution given those that are kept.

        Args:
            replicate: its number, from 1; equal numbers give equal draws.
            fresh: which streams are drawn anew, asked with a path, or for events with the path followed by `#event`.
        """
        if replicate < 1:
            raise ValueError(f"replicates count from 1, not {replicate}")
        other = object.__new__(Sampler)
        other._seed, other._groups, other._key = self._seed, self._groups, self._key
        other._replicate, other._fresh = replicate, fresh
        other._words, other._owners = {}, {}
        return other

    def uniform(self, path: str, start: int, stop: int) -> Floats:
        """Draws start … stop − 1 of the path's own stream, before any correlation.

        Returns:
            float64[stop − start], strictly between 0 and 1; the same bits whatever the slicing.

        Raises:
            IrenicError: another stream of this sampler has the same key.
        """
        return self._stream(path, self._replicate if self._fresh(path) else 0, start, stop)

    def draw(self, path: str, distribution: Distribution, start: int, stop: int) -> Floats:
        """Draws start … stop − 1 of a number: float64[stop − start]."""
        if distribution.sure:
            return np.full(stop - start, distribution.least)
        if path not in self._groups:
            return distribution.quantile(self.uniform(path, start, stop))
        from scipy.special import ndtr

        return distribution.quantile(np.clip(ndtr(self._scores(path, start, stop)), U_LEAST, 1 - U_LEAST))

    def event(self, path: str, probability: Floats, start: int, stop: int) -> NDArray[np.bool_]:
        """Whether something happens in draws start … stop − 1, by a stream apart from the one of its probability.

        Args:
            path: path of the probability.
            probability: float64[stop − start].
            start: first draw.
            stop: end of the draws.
        """
        return self.uniform(path + _EVENT, start, stop) < probability

    def _scores(self, path: str, start: int, stop: int) -> Floats:
        """Correlated normal scores of a path that has a group."""
        group = self._groups[path]
        kept = tuple(p for p in group.paths if not self._fresh(p))

        def independent(name: str) -> Floats:
            return _normal(self.uniform(name, start, stop))

        def as_first_drawn(name: str) -> Floats:
            return group.scores(name, lambda p: _normal(self._stream(p, 0, start, stop)))

        if path in kept:
            return as_first_drawn(path)
        return group.scores_given(path, kept, as_first_drawn, independent)

    def _stream(self, stream: str, replicate: int, start: int, stop: int) -> Floats:
        if not 0 <= start <= stop:
            raise ValueError(f"draws {start} to {stop}")
        words = self._words.get((stream, replicate))
        if words is None:
            words = self._words[stream, replicate] = self._key_words(stream, replicate)
        return uniforms(words, start, stop)

    def _key_words(self, stream: str, replicate: int) -> Words:
        keys = [self._key(self._seed, replicate, scramble, stream) for scramble in range(SCRAMBLES)]
        for key in keys:
            owner = self._owners.setdefault(key, stream)
            if owner != stream:
                first, second = sorted((owner, stream))
                raise IrenicError([Problem("number.path-collision", {"first": first, "second": second})])
        return key_words(keys)


def _normal(u: Floats) -> Floats:
    from scipy.special import ndtri

    z: Floats = ndtri(u)
    return z
