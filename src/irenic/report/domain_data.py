"""What `irenic deal --json` says of a domain of another tool. Utilities are on the domain's own scale.

Everything is known, so nothing here is a share of draws: `share`, `opens` and their ranges in fixes and logrolls are 1.
"""

from typing import Literal, TypedDict

from irenic.report.opening_data import Fix, FrontierPoint, Logroll, Package


class DomainZone(TypedDict):
    """Packages that are no loss to anybody."""

    count: int
    share: float
    """Of all packages."""
    sampled: int | None
    """Packages of the sample that the two are judged by; none where all were counted."""


class DomainFrontier(TypedDict):
    """Efficient packages; from five parties on, those of the zone."""

    size: int | None
    """Different points; none where they are more than are looked for."""
    within: Literal["allowed", "zone"]
    points: list[FrontierPoint]
    """From the best of the first party down; of more than 5,000, so many at even distances."""


class DomainSolution(TypedDict):
    """The package that a solution chooses."""

    package: Package
    utilities: dict[str, float]
    product: float
    """Product of all parties' gains over no deal."""
    sum: float
    """Sum of their utilities."""


class RaiffaPoint(TypedDict):
    """Raiffa's solutions, points between packages."""

    utilities: dict[str, float]
    """The discrete one."""
    continuous: dict[str, float] | None
    """The continuous one, for two parties."""


class DomainSolutions(TypedDict):
    """All solutions; none where no package is in the zone."""

    nash: DomainSolution | None
    kalai_smorodinsky: DomainSolution | None
    egalitarian: DomainSolution | None
    utilitarian: DomainSolution | None
    raiffa: RaiffaPoint | None


class DomainAnswer(TypedDict):
    """The answers for a domain."""

    name: str
    format: Literal["genius", "negolog", "csv", "xlsx", "dossier"]
    evaluations: Literal["scaled", "raw", "spread"]
    parties: list[str]
    packages: int
    no_deal: dict[str, float]
    """Stated reservation values, else 0."""
    possible: bool
    zone: DomainZone
    frontier: DomainFrontier
    solutions: DomainSolutions
    fixes: list[Fix]
    fixes_sought: bool
    """Whether fixes were looked for: not with more than 12 parties."""
    logrolls: list[Logroll]
