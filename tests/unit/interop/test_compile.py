"""Domains as package spaces."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from irenic.deal.spaces import spaces_of
from irenic.interop.compile import compile_domain
from irenic.interop.domain import Domain, Issue, Party
from irenic.interop.figures import rational
from irenic.model.tables import utilities
from tests.unit.interop.examples import DOMAIN


def computed(domain: Domain) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Utility of every package to every party, as it is computed with."""
    compiled = compile_domain(domain)
    numbers = range(domain.packages)
    return np.stack([utilities(compiled.model, compiled.tables, np.array([n]))[0] for n in numbers]) * compiled.unit


def stated(domain: Domain) -> list[list[float]]:
    packages = product(*(range(len(issue.options)) for issue in domain.issues))
    return [[party.utility(package) for party in domain.parties] for package in packages]


@pytest.mark.parametrize("factor", [1.0, 1e-9, 1e9, 0.0])
def test_utilities_keep_the_domain_s_scale(factor: float) -> None:
    parties = [replace(party, weights=tuple(w * factor for w in party.weights)) for party in DOMAIN.parties]
    domain = replace(DOMAIN, parties=tuple(replace(party, reservation=0.0) for party in parties))
    assert computed(domain) == pytest.approx(np.array(stated(domain)), rel=1e-11, abs=1e-12 * factor)


def test_no_deal_is_what_is_stated_or_nothing() -> None:
    compiled = compile_domain(DOMAIN)
    assert (compiled.no_deal * compiled.unit).tolist() == [[pytest.approx(0.3, abs=1e-12), 0.0]]
    assert compiled.inputs.alpha.tolist() == [[0.5, 0.5]]


def test_ties_on_paper_are_ties() -> None:
    """7/9 + 3/9 and 1/9 + 1 are no sums of floats that agree; here they do."""
    values = ((7 / 9, 1 / 9), (3 / 9, 1.0))
    domain = Domain(
        "x", (Issue("a", ("1", "2")), Issue("b", ("1", "2"))), (Party("p", (0.1, 0.1), values),), "csv", "raw"
    )
    assert 0.1 * (7 / 9) + 0.1 * (3 / 9) != 0.1 * (1 / 9) + 0.1
    compiled = compile_domain(domain)
    first, last = (utilities(compiled.model, compiled.tables, np.array([n]))[0, 0] for n in (0, 3))
    assert compiled.exact
    assert first == last
    assert first * compiled.unit == pytest.approx(float(Fraction(1, 9)), abs=1e-15)


def test_numbers_without_a_common_denominator_are_rounded() -> None:
    weights = (0.30314623337582783, 0.6968537666241722)
    domain = replace(DOMAIN, parties=tuple(replace(party, weights=weights) for party in DOMAIN.parties))
    assert not compile_domain(domain).exact
    assert computed(domain) == pytest.approx(np.array(stated(domain)), abs=1e-12)


def test_the_grid_goes_through_every_number() -> None:
    compiled = compile_domain(DOMAIN)
    space = spaces_of(compiled.model, compiled.inputs, compiled.no_deal[:, np.newaxis], [compiled.tables])
    exact = [
        [rational(w) * rational(v) for w, values in zip(p.weights, p.evaluations, strict=True) for v in values]
        for p in DOMAIN.parties
    ]
    unit = Fraction(1) / round(1 / compiled.unit * 2**40) * 2**40
    assert [[Fraction(x) * unit for x in row] for row in space.contributions[0].tolist()] == exact


@pytest.mark.parametrize("value", [1e-320, 5e-324, 1e-30])
def test_numbers_next_to_nothing_leave_no_common_denominator(value: float) -> None:
    party = replace(DOMAIN.parties[0], evaluations=((value, 0.5), (0.0, 0.25, 1.0)))
    compiled = compile_domain(replace(DOMAIN, parties=(party, DOMAIN.parties[1])))
    assert not compiled.exact
