"""A negotiation domain as other tools of the field know it: issues, options, additive utilities, all of it known."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, prod
from typing import Final, Literal, TypeAlias

Format: TypeAlias = Literal["genius", "negolog", "csv", "xlsx", "dossier"]
FORMATS: Final[tuple[Format, ...]] = ("genius", "negolog", "csv", "xlsx", "dossier")
"""What a domain can be read from and written as; a dossier is one by its medians."""

Evaluations: TypeAlias = Literal["scaled", "raw", "spread"]
"""How evaluations of options are read: divided by the largest of their issue; as they stand; or laid out from 0 for the
worst of their issue to 1 for the best. They differ in how much a weight of an issue means, and so in the answers."""
EVALUATIONS: Final[tuple[Evaluations, ...]] = ("scaled", "raw", "spread")


@dataclass(frozen=True, slots=True)
class Issue:
    """What is in dispute.

    Attributes:
        name: its name; no two issues share one.
        options: names of its options, in order; no two are equal.
        amounts: the quantity at each option, where the issue is a quantity.
    """

    name: str
    options: tuple[str, ...]
    amounts: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who negotiates; a deal needs everyone's consent.

    Attributes:
        name: its name; no two parties share one.
        weights: of each issue, not negative; they need not sum to 1.
        evaluations: of each issue, what its options are worth, in the domain's reading.
        reservation: the utility of no deal; None where none is stated.
        discount: what a unit of time leaves of a utility; None where none is stated. Nothing is computed from it.
    """

    name: str
    weights: tuple[float, ...]
    evaluations: tuple[tuple[float, ...], ...]
    reservation: float | None = None
    discount: float | None = None

    @property
    def points(self) -> tuple[tuple[float, ...], ...]:
        """Of each issue, what its options add to the utility."""
        return tuple(
            tuple(weight * value for value in values)
            for weight, values in zip(self.weights, self.evaluations, strict=True)
        )

    def utility(self, positions: Sequence[int]) -> float:
        """Utility of the package with these option positions, one an issue."""
        return fsum(values[k] for values, k in zip(self.points, positions, strict=True))


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain.

    Attributes:
        name: what it is called.
        issues: in the order of package numbers, the last fastest.
        parties: in the order of the files.
        format: what it was read from.
        evaluations: how evaluations were read.
    """

    name: str
    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    format: Format
    evaluations: Evaluations

    @property
    def packages(self) -> int:
        """Number of packages."""
        return prod(len(issue.options) for issue in self.issues)


def read_as(evaluations: Evaluations, values: Sequence[float]) -> tuple[float, ...]:
    """Evaluations of an issue's options in a reading."""
    if evaluations == "raw":
        return tuple(values)
    return _scaled(values) if evaluations == "scaled" else _spread(values)


def _scaled(values: Sequence[float]) -> tuple[float, ...]:
    """Divided by the largest; all 0 where that is below 10⁻⁵, as in GENIUS's own evaluator."""
    largest = max(values)
    return tuple(value / largest if largest >= 1e-5 else 0.0 for value in values)


def _spread(values: Sequence[float]) -> tuple[float, ...]:
    """From 0 to 1; all 0 where they are equal."""
    least, most = min(values), max(values)
    return tuple((value - least) / (most - least) if most > least else 0.0 for value in values)
