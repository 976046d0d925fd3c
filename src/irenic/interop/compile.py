"""A domain compiled to what the analyses of a package space take: one draw in which everything is sure.

Packages of a domain are often worth exactly the same on paper, and a frontier counts such ties. Contributions lie on a
grid, and rounding them to it could break a tie between sums of different parts. So the grid is laid through the
domain's own numbers where they have a common denominator that allows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import frexp, fsum, lcm
from typing import Final

import numpy as np

from irenic.fast.grid import STEP, Floats, to_grid
from irenic.interop.domain import Domain
from irenic.interop.figures import rational
from irenic.model.combinations import cut_into_blocks
from irenic.model.inputs import Inputs
from irenic.model.package_index import PackageIndex
from irenic.model.structure import Constraint, Feeds, Model
from irenic.model.tables import Tables, block_tables

_TOP: Final = 8
"""Utilities are computed with in a unit in which they stay below 2⁸: far enough below 2⁵³ grid steps that products of
floats round to the right one."""

_LONGEST: Final = 256
"""Bits of a common denominator beyond which none is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A domain as a package space.

    Attributes:
        model: every party consents, no lines, no rules; each issue is a block, so a combination is an option.
        inputs: one draw.
        tables: its package space.
        no_deal: float64[1, party], stated reservations, else 0; on the grid.
        unit: a utility of the domain is this times what is computed; the same for all parties.
        exact: whether ties on paper are ties of what is computed; else sums closer than 10⁻¹¹ of the largest may be
            told apart by rounding.
    """

    model: Model
    inputs: Inputs
    tables: Tables
    no_deal: Floats
    unit: float
    exact: bool


def compile_domain(domain: Domain) -> Compiled:
    """The package space of a domain that was read without errors."""
    model = _model(domain)
    steps, exact = _steps(domain)
    inputs = _inputs(domain, model, steps * STEP)
    return Compiled(
        model, inputs, block_tables(model, inputs, "silent_zero"), inputs.no_deal, 1.0 / (steps * STEP), exact
    )


def _model(domain: Domain) -> Model:
    index = PackageIndex(tuple(issue.name for issue in domain.issues), tuple(issue.options for issue in domain.issues))
    parties = tuple(party.name for party in domain.parties)
    nothing = Feeds((), (), (), (), (), (), (), (), (), ())
    return Model(
        parties=parties,
        consenting=tuple(range(len(parties))),
        index=index,
        blocks=cut_into_blocks(index, ()),
        silent=np.zeros((len(parties), len(index.issues)), dtype=np.bool_),
        moved_in_silence=np.zeros(sum(index.sizes), dtype=np.bool_),
        orders=(),
        red_lines=(),
        rules=(),
        infeasible=(),
        ambiguous=(),
        interactions=(),
        constraints=tuple(Constraint(f"parties.{party}.no_deal", "no_deal", party=party) for party in parties),
        feeds=nothing,
    )


def _steps(domain: Domain) -> tuple[float, bool]:
    """How many steps of the grid make a utility of 1, and whether every number of the domain then lies on the grid."""
    reach = max(
        fsum([abs(party.reservation or 0.0), *(max(map(abs, values)) for values in party.points)])
        for party in domain.parties
    )
    most = 2.0**_TOP / STEP
    denominator = 1
    for number in _numbers(domain):
        denominator = lcm(denominator, number.denominator)
        # Compared as quotient and by length: a denominator may be too large for a float.
        if denominator.bit_length() > _LONGEST or denominator > most / (reach or 1.0):
            return float(2.0 ** (_TOP - frexp(reach)[1]) / STEP), False
    return float(denominator * 2 ** (frexp(most / (denominator * reach))[1] - 1) if reach else 1.0), True


def _numbers(domain: Domain) -> Iterator[Fraction]:
    """What the utilities are made of, as fractions."""
    for party in domain.parties:
        yield rational(party.reservation or 0.0)
        for weight, values in zip(map(rational, party.weights), party.evaluations, strict=True):
            for value in values:
                yield weight * rational(value)


def _inputs(domain: Domain, model: Model, factor: float) -> Inputs:
    """One draw. Tables normalise weights; values are multiplied by their sum, so that nothing is changed."""
    parties, issues = len(domain.parties), len(domain.issues)
    weights = np.array([party.weights for party in domain.parties], dtype=np.float64)
    total = np.zeros(parties)
    for i in range(issues):
        total += weights[:, i]
    values = np.array(
        [[value for of_issue in party.evaluations for value in of_issue] for party in domain.parties], dtype=np.float64
    )
    no_deal = np.array([[party.reservation or 0.0 for party in domain.parties]]) * factor
    nothing = np.empty((1, 0))
    return Inputs(
        start=0,
        stop=1,
        weights=weights[np.newaxis],
        silent_weights=np.zeros((1, parties, issues)),
        values=(values * (total * factor)[:, np.newaxis])[np.newaxis],
        no_deal=to_grid(no_deal),
        alpha=np.full((1, parties), 1.0 / parties),
        binds=np.empty((1, 0), dtype=np.bool_),
        cost=nothing,
        infeasible=np.empty((1, 0), dtype=np.bool_),
        ambiguity=nothing,
        interactions=nothing,
        lever_sizes=nothing,
        lever_credibilities=nothing,
    )
