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
    if any(problem.severity is Severity.ERROR for problem in found):
        raise IrenicError(found[:MAX_PROBLEMS])


def check_size(sizes: Sequence[int], name: str) -> None:
    """Refuse a domain that can't be numbered.

    Args:
        sizes: number of options of each issue.
        name: its file or folder as problems give it.
    """
    if len(sizes) > MOST_ISSUES or sum(sizes) > MOST_OPTIONS:
        params = {"issues": len(sizes), "options": sum(sizes), "most_issues": MOST_ISSUES, "most": MOST_OPTIONS}
        raise IrenicError([Problem("interop.domain-too-large", params, file=name)])
    if prod(sizes) > MOST_PACKAGES:
        raise IrenicError([Problem("interop.too-many-packages", {"packages": f"{prod(sizes):.2g}"}, file=name)])
