"""Package numbers: every package is one integer, in dossier order, the last issue fastest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Integers: TypeAlias = NDArray[np.int64]

MOST_PACKAGES: Final = 2**63
"""Package numbers are int64, so there can be no more packages than this."""


@dataclass(frozen=True, slots=True)
class PackageIndex:
    """Number ↔ option positions ↔ option ids of packages.

    Attributes:
        issues: ids in dossier order.
        options: ids of the options of each issue, in dossier order.

    Raises:
        ValueError: more packages than 2⁶³.
    """

    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if self.count > MOST_PACKAGES:
            raise ValueError(f"{self.count} packages are more than can be numbered")

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of options of each issue."""
        return tuple(len(options) for options in self.options)

    @property
    def count(self) -> int:
        """Number of packages."""
        return prod(self.sizes)

    @property
    def strides(self) -> tuple[int, ...]:
        """What one step of each issue's option adds to the package number."""
        return tuple(prod(self.sizes[i + 1 :]) for i in range(len(self.sizes)))

    def number(self, positions: Sequence[int]) -> int:
        """Number of the package with these option positions, one an issue."""
        return sum(p * stride for p, stride in zip(positions, self.strides, strict=True))

    def positions(self, numbers: Integers) -> Integers:
        """Option positions of packages: int64[..., issue] for int64[...] valid package numbers."""
        sizes = np.array(self.sizes, dtype=np.int64)
        strides = np.array([min(s, MOST_PACKAGES - 1) for s in self.strides], dtype=np.int64)
        return np.asarray(numbers[..., np.newaxis] // strides % sizes, dtype=np.int64)

    def package(self, number: int) -> dict[str, str]:
        """Issue → option of the package with this number."""
        if not 0 <= number < self.count:
            raise IndexError(f"package {number} of {self.count}")
        return {
            issue: options[number // stride % len(options)]
            for issue, options, stride in zip(self.issues, self.options, self.strides, strict=True)
        }

    def number_of(self, package: Mapping[str, str]) -> int:
        """Number of a whole package, given as issue → option.

        Raises:
            KeyError: an issue is missing.
            ValueError: an option is none of its issue.
        """
        return self.number(
            [options.index(package[issue]) for issue, options in zip(self.issues, self.options, strict=True)]
        )
