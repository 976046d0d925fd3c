"""The definitions of docs/design.md word for word, by looking at every package: slow, the measure of all kernels."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import inf, log

import numpy as np

from irenic.deal.kernels.measures import LOG_STEP
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.raiffa import Bests


@dataclass(frozen=True, slots=True)
class Coalition:
    """Parties that block packages.

    Attributes:
        members: positions of the consenting parties.
        side_deals: numbers of the packages that they can bring about.
        constraint: what a package that they block violates.
    """

    members: tuple[int, ...]
    side_deals: frozenset[int]
    constraint: int


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """The package space of one draw in one reading of silence.

    Attributes:
        contributions: float64[consenting party, combination].
        feasible: bool[combination].
        allowed: bool[combination], feasible and, in the hard mode, not forbidden.
        violated: for each combination the structural constraints that it violates (rules, binding lines, infeasible
            options).
        numbers: int64[combination].
        starts: int64[block + 1].
        no_deal: float64[consenting party].
        alpha: float64[consenting party].
        status_quo: number of the package in force without a deal; of no account without coalitions.
        coalitions: those declared.
    """

    contributions: Floats
    feasible: Truths
    allowed: Truths
    violated: tuple[frozenset[int], ...]
    numbers: Integers
    starts: Integers
    no_deal: Floats
    alpha: Floats
    status_quo: int = 0
    coalitions: tuple[Coalition, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the definitions say of one space.

    `zone` holds package numbers, `conflicts` constraint numbers, no-deal values first (0, 1, …).
    """

    s_star: float
    feasible_count: int
    zone: frozenset[int]
    nash: int
    kalai_smorodinsky: int
    egalitarian: int
    utilitarian: int
    fixes: frozenset[frozenset[int]]
    conflicts: frozenset[frozenset[int]]

    @property
    def zone_count(self) -> int:
        """Number of packages of the zone."""
        return len(self.zone)


@dataclass(frozen=True, slots=True)
class _Package:
    number: int
    utility: tuple[float, ...]
    feasible: bool
    allowed: bool
    violated: frozenset[int]


def answer_by_enumeration(space: Space) -> Answer:
    """Everything about one space, from the list of all its packages."""
    packages = _packages(space)
    scale = _scale(packages, len(space.no_deal))
    packages = _after_blocking(packages, space, scale)
    allowed = [x for x in packages if x.allowed]
    zone = [x for x in allowed if min(_gains(x, space.no_deal, scale)) >= -TOLERANCE]
    efficient = [x for x in zone if not any(_dominates(y, x) for y in zone)]
    best = [max(x.utility[p] for x in zone) for p in range(len(scale))] if zone else list(space.no_deal)
    gaining = [p for p, d in enumerate(space.no_deal) if best[p] - d > TOLERANCE * scale[p]]
    fixes = _minimal(
        x.violated | {p for p, gain in enumerate(_gains(x, space.no_deal, scale)) if gain < -TOLERANCE}
        for x in packages
    )
    return Answer(
        s_star=max((min(_gains(x, space.no_deal, scale)) for x in allowed), default=-inf),
        feasible_count=sum(x.feasible for x in packages),
        zone=frozenset(x.number for x in zone),
        nash=_first(efficient, lambda x: (_log_product(x, space, scale, gaining),)),
        kalai_smorodinsky=_first(
            efficient,
            lambda x: tuple(sorted((x.utility[p] - space.no_deal[p]) / (best[p] - space.no_deal[p]) for p in gaining)),
        ),
        egalitarian=_first(efficient, lambda x: tuple(sorted(_points(x, space.no_deal)))),
        utilitarian=_first(efficient, lambda x: (sum(x.utility),)),
        fixes=fixes,
        conflicts=minimal_hitting_sets(fixes),
    )


def frontier_by_enumeration(space: Space, zone: bool) -> dict[tuple[float, ...], int]:
    """Utilities of the efficient packages among the allowed ones or those of the zone, with their lowest number."""
    packages = _packages(space)
    scale = _scale(packages, len(space.no_deal))
    packages = _after_blocking(packages, space, scale)
    within = [x for x in packages if x.allowed and (not zone or min(_gains(x, space.no_deal, scale)) >= -TOLERANCE)]
    efficient = [x for x in within if not any(_dominates(y, x) for y in within)]
    return {x.utility: x.number for x in reversed(efficient)}


def bests_by_enumeration(space: Space) -> Bests:
    """The best of each party while the others keep what they have, over all mixtures of allowed packages."""
    points = np.array([x.utility for x in _packages(space) if x.allowed])
    best_mixture = _best_of_pairs if points.shape[1] == 2 else _best_of_all

    def bests(u: Floats) -> Floats:
        return np.array([max(float(u[p]), best_mixture(points, u, p)) for p in range(len(u))])

    return bests


def _best_of_pairs(points: Floats, u: Floats, party: int) -> float:
    """Between two parties a mixture of two packages will do; −∞ where none gives the other enough."""
    own, other = points[:, party], points[:, 1 - party]
    enough, less = other >= u[1 - party], other < u[1 - party]
    share = (u[1 - party] - other[less]) / (other[enough, np.newaxis] - other[less])
    mixtures = share * own[enough, np.newaxis] + (1 - share) * own[less]
    return max(float(own[enough].max(initial=-inf)), float(mixtures.max(initial=-inf)))


def _best_of_all(points: Floats, u: Floats, party: int) -> float:
    """One programme over the shares of all packages, gains counted in each party's span, as solvers have tolerances."""
    from scipy.optimize import linprog

    span = np.ptp(points, axis=0)
    span[span == 0] = 1
    others = np.arange(points.shape[1]) != party
    gains = (points - u) / span
    found = linprog(-gains[:, party], -gains[:, others].T, np.zeros(others.sum()), np.ones((1, len(points))), [1.0])
    return float(u[party] - span[party] * found.fun) if found.success else -inf


def minimal_hitting_sets(sets: frozenset[frozenset[int]]) -> frozenset[frozenset[int]]:
    """The minimal sets that share an element with each of `sets`, by trying all subsets, small ones first."""
    elements = sorted(set().union(*sets))
    found: list[frozenset[int]] = []
    for size in range(len(elements) + 1):
        for chosen in map(frozenset, combinations(elements, size)):
            if all(chosen & s for s in sets) and not any(f <= chosen for f in found):
                found.append(chosen)
    return frozenset(found)


def _packages(space: Space) -> list[_Package]:
    blocks = [range(a, b) for a, b in zip(space.starts[:-1], space.starts[1:], strict=True)]
    found = []
    for chosen in product(*blocks):
        picked = list(chosen)
        found.append(
            _Package(
                number=int(space.numbers[picked].sum()),
                utility=tuple(float(u) for u in space.contributions[:, picked].sum(axis=1)),
                feasible=bool(space.feasible[picked].all()),
                allowed=bool(space.allowed[picked].all()),
                violated=frozenset().union(*(space.violated[c] for c in picked)),
            )
        )
    return sorted(found, key=lambda x: x.number)


def _after_blocking(packages: list[_Package], space: Space, scale: list[float]) -> list[_Package]:
    """The same packages; those that a coalition blocks are not allowed, and violate its constraint."""
    utility = {x.number: x.utility for x in packages}
    found = []
    for x in packages:
        blocked = {s.constraint for s in space.coalitions if _blocks(s, x, utility, space, scale)}
        found.append(replace(x, allowed=x.allowed and not blocked, violated=x.violated | blocked))
    return found


def _blocks(
    coalition: Coalition, x: _Package, utility: Mapping[int, tuple[float, ...]], space: Space, scale: list[float]
) -> bool:
    """Whether some side deal, better than no deal for every member, is better than the package for every member."""
    for y in coalition.side_deals:
        gain = {p: utility[y][p] - utility[space.status_quo][p] for p in coalition.members}
        worth = {p: float(space.no_deal[p]) + gain[p] for p in coalition.members}
        if all(gain[p] > 0 and (x.utility[p] - worth[p]) / scale[p] < -TOLERANCE for p in coalition.members):
            return True
    return False


def _scale(packages: list[_Package], parties: int) -> list[float]:
    feasible = [x.utility for x in packages if x.feasible]
    if not feasible:
        return [1.0] * parties
    return [(max(u[p] for u in feasible) - min(u[p] for u in feasible)) or 1.0 for p in range(parties)]


def _gains(x: _Package, no_deal: Floats, scale: list[float]) -> list[float]:
    return [(u - float(d)) / s for u, d, s in zip(x.utility, no_deal, scale, strict=True)]


def _points(x: _Package, no_deal: Floats) -> list[float]:
    return [u - float(d) for u, d in zip(x.utility, no_deal, strict=True)]


def _dominates(y: _Package, x: _Package) -> bool:
    return y.utility != x.utility and all(a >= b for a, b in zip(y.utility, x.utility, strict=True))


def _log_product(x: _Package, space: Space, scale: list[float], gaining: list[int]) -> float:
    total = 0.0
    for p in gaining:
        total += float(space.alpha[p]) * log(max(x.utility[p] - float(space.no_deal[p]), TOLERANCE * scale[p]))
    return float(np.rint(total / LOG_STEP) * LOG_STEP)


def _first(packages: list[_Package], objective: Callable[[_Package], tuple[float, ...]]) -> int:
    """Number of the package with the largest objective, of equals the lowest; −1 where there is none."""
    if not packages:
        return -1
    most = max(map(objective, packages))
    return min(x.number for x in packages if objective(x) == most)


def _minimal(sets: Iterable[frozenset[int]]) -> frozenset[frozenset[int]]:
    every = set(sets)
    return frozenset(s for s in every if not any(other < s for other in every))
