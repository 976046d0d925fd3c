"""What came of reading a domain, and what every format is held to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

from irenic.errors.problem import IrenicError, Problem, Severity
from irenic.interop.domain import Domain
from irenic.interop.losses import Loss
from irenic.interop.source import MAX_PROBLEMS

MOST_PACKAGES: Final = 2**63
"""Package numbers are 64-bit integers."""
MOST_OPTIONS: Final = 20_000
"""Options of all issues together."""
MOST_ISSUES: Final = 200
"""Issues of a domain."""
MOST_PARTIES: Final = 100
"""Parties of a domain."""
MOST_CELLS: Final = 200_000
"""Evaluations of all parties together."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A domain that was read.

    Attributes:
        domain: the domain.
        losses: what its files say and the domain doesn't.
        warnings: findings that don't stop the work.
    """

    domain: Domain
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Problem, ...] = ()


def refuse(problems: Iterable[Problem]) -> None:
    """Raise if a problem is an error; no more are told than help."""
    found = sorted(problems, key=lambda problem: problem.sort_key)
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        # Warnings stand aside where there is no room for all.
        raise IrenicError(found if len(found) <= MAX_PROBLEMS else errors[:MAX_PROBLEMS])


def check_size(sizes: Sequence[int], parties: int, name: str) -> None:
    """Refuse a domain that is too large, or can't be numbered, before any more is made of it.

    Args:
        sizes: number of options of each issue.
        parties: number of parties.
        name: its file or folder as problems give it.
    """
    options = sum(sizes)
    if len(sizes) > MOST_ISSUES or options > MOST_OPTIONS:
        params = {"issues": len(sizes), "options": options, "most_issues": MOST_ISSUES, "most": MOST_OPTIONS}
        raise IrenicError([Problem("interop.domain-too-large", params, file=name)])
    if parties > MOST_PARTIES or parties * options > MOST_CELLS:
        params = {"parties": parties, "options": options, "most_parties": MOST_PARTIES, "most": MOST_CELLS}
        raise IrenicError([Problem("interop.too-many-parties", params, file=name)])
    if prod(sizes) > MOST_PACKAGES:
        raise IrenicError([Problem("interop.too-many-packages", {"packages": f"{prod(sizes):.2g}"}, file=name)])
