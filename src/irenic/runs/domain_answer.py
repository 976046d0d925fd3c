"""The answers for a domain of another tool: everything is known, so there is one package space and no draws.

Utilities are told on the domain's own scale; the Nash solution weighs all parties alike; no deal is worth the stated
reservation value, or nothing where none is stated.
"""

from collections.abc import Mapping
from math import fsum, prod
from typing import Any, Final

import numpy as np

from irenic.deal.constraints import word_count
from irenic.deal.crowding import telling_crowds
from irenic.deal.fix_draws import FixDraws, domain_draws
from irenic.deal.fixes import find_fixes
from irenic.deal.frontier import SHOWN, frontier_of, frontier_within
from irenic.deal.kernels.count import count_draws, sample_draws
from irenic.deal.kernels.solve import SOLUTIONS, solve_draws
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.logrolls import find_logrolls, points_as_written
from irenic.deal.package_distance import package_distance
from irenic.deal.plan import BUDGET, SAMPLE
from irenic.deal.raiffa import raiffa_points
from irenic.deal.spaces import Spaces, spaces_of
from irenic.interop.compile import Compiled, compile_domain
from irenic.interop.domain import Domain
from irenic.model.package_index import PackageIndex

_FIRST: Final = np.zeros(1, dtype=np.int64)
"""The one space there is."""

MOST_FIXING: Final = 12
"""Parties up to which fixes are looked for: sets of parties that stand in the way together grow without bound."""

_IN_POINTS: Final = frozenset({"points", "cost", "bearers", "others", "lacks"})
"""Keys of fixes, logrolls and distances below which numbers are points."""


class DomainQuestion:
    """A domain made ready to be answered."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        self._points = [party.points for party in domain.parties]
        self._compiled: Compiled = compile_domain(domain)
        self._model = self._compiled.model
        no_deal = self._compiled.no_deal[:, np.newaxis]
        self._spaces = spaces_of(self._model, self._compiled.inputs, no_deal, [self._compiled.tables])

    @property
    def index(self) -> PackageIndex:
        """Its issues and options."""
        return self._model.index

    def answer(self) -> dict[str, Any]:
        """Everything that `irenic deal` says of a domain (docs/interop.md)."""
        solved, s_star, packages = self._solutions()
        possible = s_star >= -TOLERANCE
        return {
            "name": self.domain.name,
            "format": self.domain.format,
            "evaluations": self.domain.evaluations,
            "parties": list(self._model.parties),
            "packages": self._model.index.count,
            "no_deal": {party.name: party.reservation or 0.0 for party in self.domain.parties},
            "possible": possible,
            "zone": self._zone(possible),
            "frontier": self._frontier(),
            "solutions": solved | {"raiffa": self._raiffa(packages)},
            "fixes": self._in_domain_units(find_fixes(self._model, self._draws, 1)) if self._fixes_sought else [],
            "fixes_sought": self._fixes_sought,
            "logrolls": self._in_domain_units(self._logrolls()),
        }

    def distance(self, given: Mapping[str, str]) -> dict[str, Any]:
        """How far a package is from acceptance (`PackageDistance` in docs/report-data.md).

        Args:
            given: issue → option, known ones; other issues are filled so that the package comes closest to acceptance.
        """
        in_force = np.zeros((1, word_count(self._model)), dtype=np.uint64)
        points = self._spaces.contributions
        found: dict[str, Any] = self._in_domain_units(
            package_distance(self._model, self._spaces, points, in_force, given)
        )
        return found

    @property
    def _fixes_sought(self) -> bool:
        return len(self._model.parties) <= MOST_FIXING

    def _draws(self, start: int, stop: int) -> FixDraws:
        return domain_draws(self._model, self._spaces)

    @telling_crowds
    def _solutions(self) -> tuple[dict[str, Any], float, Integers]:
        spaces = self._spaces
        s_star, packages = solve_draws(
            spaces.contributions,
            spaces.hard_allowed,
            spaces.numbers,
            spaces.starts,
            spaces.no_deal,
            spaces.scale,
            spaces.floors,
            spaces.alpha,
        )
        told = {name: self._package(int(packages[0, k])) for k, name in enumerate(SOLUTIONS)}
        return told, float(s_star[0]), packages[0]

    def _package(self, number: int) -> dict[str, Any] | None:
        if number < 0:
            return None
        utilities = self._utilities(number)
        no_deal = [party.reservation or 0.0 for party in self.domain.parties]
        return {
            "package": self._model.index.package(number),
            "utilities": dict(zip(self._model.parties, utilities, strict=True)),
            "product": prod(u - d for u, d in zip(utilities, no_deal, strict=True)),
            "sum": fsum(utilities),
        }

    def _utilities(self, number: int) -> list[float]:
        """A package's utilities as the domain's numbers give them: packages are compared on the grid, but told so."""
        positions = self._model.index.positions(np.array([number], dtype=np.int64))[0].tolist()
        return [fsum(values[k] for values, k in zip(points, positions, strict=True)) for points in self._points]

    def _raiffa(self, packages: Integers) -> dict[str, Any] | None:
        """Points of the concave hull, hence no package; the continuous one for two parties."""
        if packages[0] < 0:
            return None
        chosen = self._model.combinations_of(packages[:1])[0]
        attained = self._spaces.contributions[0][:, chosen].sum(axis=1)[np.newaxis]
        wanted: Truths = np.ones(1, dtype=np.bool_)
        discrete, continuous = raiffa_points(self._spaces, self._spaces.hard_allowed, attained, _FIRST, wanted)
        return {
            "utilities": self._by_party(discrete[0]),
            "continuous": None if np.isnan(continuous[0]).any() else self._by_party(continuous[0]),
        }

    def _zone(self, possible: bool) -> dict[str, Any]:
        """Packages that everyone accepts: counted, or where they are very many judged by a sample."""
        spaces, count = self._spaces, self._model.index.count
        if not possible:
            return {"count": 0, "share": 0.0, "sampled": None}
        wanted = np.ones(1, dtype=np.bool_)
        if _work(spaces) <= BUDGET:
            found = count_draws(spaces.contributions, spaces.hard_allowed, spaces.starts, spaces.floors, wanted)
            return {"count": int(found[0]), "share": int(found[0]) / count, "sampled": None}
        met = sample_draws(
            spaces.contributions,
            spaces.feasible,
            spaces.hard_allowed,
            spaces.starts,
            spaces.floors,
            wanted,
            _FIRST,
            SAMPLE,
            spaces.blocking.deals,
            spaces.deal_starts,
        )
        share = int(met[0]) / SAMPLE
        return {"count": round(share * count), "share": share, "sampled": SAMPLE}

    def _frontier(self) -> dict[str, Any]:
        points = frontier_of(self._spaces, 0)
        within = frontier_within(len(self._model.parties))
        if points is None:
            return {"size": None, "within": within, "points": []}
        size = len(points.packages)
        shown = range(size) if size <= SHOWN else [k * (size - 1) // (SHOWN - 1) for k in range(SHOWN)]
        numbers = [int(points.packages[k]) for k in shown]
        told = [
            {
                "package": self._model.index.package(number),
                "utilities": dict(zip(self._model.parties, self._utilities(number), strict=True)),
            }
            for number in numbers
        ]
        return {"size": size, "within": within, "points": told}

    def _logrolls(self) -> list[dict[str, Any]]:
        points, scale = points_as_written(self._model, self._compiled.inputs)
        return find_logrolls(self._model, self._spaces, points, scale)

    def _by_party(self, utilities: Floats) -> dict[str, float]:
        values = (utilities * self._compiled.unit).tolist()
        return dict(zip(self._model.parties, values, strict=True))

    def _in_domain_units(self, told: Any, points: bool = False) -> Any:
        if isinstance(told, dict):
            return {key: self._in_domain_units(value, points or key in _IN_POINTS) for key, value in told.items()}
        if isinstance(told, list):
            return [self._in_domain_units(value, points) for value in told]
        return told * self._compiled.unit if points and isinstance(told, float) else told


def _work(spaces: Spaces) -> int:
    """What counting the zone costs, in packages looked at; for one or two parties sums of halves are sorted instead."""
    sizes = np.diff(spaces.starts).tolist()
    if spaces.no_deal.shape[1] > 2:
        return prod(sizes)
    halves = [1, 1]
    for size in sorted(sizes, reverse=True):
        halves[halves[0] > halves[1]] *= size
    return 32 * sum(halves)
