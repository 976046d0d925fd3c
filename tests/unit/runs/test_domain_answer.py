"""The answers for a domain, against every package of it."""

from dataclasses import replace
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.interop.domain import Domain, Issue, Party
from irenic.runs import domain_answer
from irenic.runs.domain_answer import DomainQuestion
from tests.unit.interop.examples import DOMAIN

TOLERANCE = 1e-11
"""Sums of a handful of numbers in [0, 1], rounded to a grid of some 10⁻¹³."""


@st.composite
def domains(draw: st.DrawFn, parties: int = 2) -> Domain:
    """Up to four issues of up to four options; hundredths, so that packages often tie on paper."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    hundredths = st.integers(0, 100).map(lambda n: n / 100)
    issues = tuple(Issue(f"issue {i}", tuple(map(str, range(size)))) for i, size in enumerate(sizes))
    held = tuple(
        Party(
            name=f"party {p}",
            weights=tuple(draw(hundredths) for _ in sizes),
            evaluations=tuple(tuple(draw(hundredths) for _ in range(size)) for size in sizes),
            reservation=draw(st.none() | hundredths),
        )
        for p in range(parties)
    )
    return Domain("random", issues, held, "csv", "raw")


def packages(domain: Domain) -> list[dict[str, str]]:
    return [
        {issue.name: issue.options[k] for issue, k in zip(domain.issues, positions, strict=True)}
        for positions in product(*(range(len(issue.options)) for issue in domain.issues))
    ]


def utilities(domain: Domain) -> list[tuple[float, ...]]:
    """Rounded far above the error of a sum and far below the least difference of two."""
    positions = product(*(range(len(issue.options)) for issue in domain.issues))
    return [tuple(round(party.utility(p), 9) for party in domain.parties) for p in positions]


def dominated(point: tuple[float, ...], by: tuple[float, ...]) -> bool:
    return point != by and all(x <= y for x, y in zip(point, by, strict=True))


@settings(max_examples=40)
@given(st.integers(1, 3).flatmap(domains))
def test_against_every_package(domain: Domain) -> None:
    answer: dict[str, Any] = DomainQuestion(domain).answer()
    worth, told = utilities(domain), packages(domain)
    no_deal = [party.reservation or 0.0 for party in domain.parties]
    zone = [u for u in worth if all(x >= d for x, d in zip(u, no_deal, strict=True))]
    assert answer["packages"] == len(told)
    assert answer["possible"] == bool(zone)
    assert answer["zone"]["count"] == len(zone)
    front = {u for u in worth if not any(dominated(u, other) for other in worth)}
    assert answer["frontier"]["size"] == len(front)
    points = [tuple(round(x, 9) for x in point["utilities"].values()) for point in answer["frontier"]["points"]]
    assert sorted(points, reverse=True) == points
    assert set(points) == front
    if not zone:
        assert set(answer["solutions"].values()) == {None}
        assert answer["fixes"]
        return
    chosen = answer["solutions"]
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        u = worth[told.index(chosen[name]["package"])]
        assert u in front
        assert tuple(chosen[name]["utilities"].values()) == pytest.approx(u, abs=1e-9)
        gains = [x - d for x, d in zip(u, no_deal, strict=True)]
        assert chosen[name]["product"] == pytest.approx(prod(gains), abs=1e-9)
        assert chosen[name]["sum"] == pytest.approx(sum(u), abs=1e-9)
    assert chosen["utilitarian"]["sum"] == pytest.approx(max(map(sum, zone)), abs=1e-9)
    products = [prod(x - d for x, d in zip(u, no_deal, strict=True)) for u in zone]
    assert chosen["nash"]["product"] == pytest.approx(max(products), abs=1e-8)
    smallest = max(min(x - d for x, d in zip(u, no_deal, strict=True)) for u in zone)
    e = chosen["egalitarian"]["utilities"].values()
    assert min(x - d for x, d in zip(e, no_deal, strict=True)) == pytest.approx(smallest, abs=1e-9)


def test_units_do_not_matter() -> None:
    """Limit: a domain counted in millionths or millions is the same domain."""
    first = DomainQuestion(DOMAIN).answer()
    for factor in (1e-6, 1e6):
        parties = tuple(
            replace(
                party,
                weights=tuple(weight * factor for weight in party.weights),
                reservation=None if party.reservation is None else party.reservation * factor,
            )
            for party in DOMAIN.parties
        )
        other = DomainQuestion(replace(DOMAIN, parties=parties)).answer()
        assert other["zone"] == first["zone"]
        for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
            assert other["solutions"][name]["package"] == first["solutions"][name]["package"]
        for party, worth in first["solutions"]["raiffa"]["utilities"].items():
            assert other["solutions"]["raiffa"]["utilities"][party] == pytest.approx(worth * factor, rel=1e-7)
        gains = [trade["points"]["median"] for roll in first["logrolls"] for trade in roll["trades"]]
        others = [trade["points"]["median"] for roll in other["logrolls"] for trade in roll["trades"]]
        assert others == pytest.approx([gain * factor for gain in gains], rel=1e-9)


def split(upper: float, lower: float) -> Domain:
    """A cake of 10 pieces, with what no deal is worth."""
    options = tuple(str(k) for k in range(11))
    parties = (
        Party("Upper", (1.0,), (tuple(k / 10 for k in range(11)),), upper),
        Party("Lower", (1.0,), (tuple(1 - k / 10 for k in range(11)),), lower),
    )
    return Domain("cake", (Issue("cake", options),), parties, "csv", "raw")


def test_what_would_open_an_empty_zone() -> None:
    """Both want 0.7 of 1: what is lacking is 0.4, whoever gives way."""
    answer = DomainQuestion(split(0.7, 0.7)).answer()
    assert not answer["possible"]
    assert answer["zone"] == {"count": 0, "share": 0.0, "sampled": None}
    first = answer["fixes"][0]
    assert first["rank"] == 1
    assert first["cost"]["median"] == pytest.approx(0.4, abs=1e-9)
    assert sum(first["bearers"].values()) == pytest.approx(0.4, abs=1e-9)


def test_with_very_many_parties_fixes_are_not_looked_for() -> None:
    first, second = split(0.7, 0.7).parties
    for count in (12, 13):
        parties = (*(replace(first, name=str(k)) for k in range(count - 1)), second)
        answer = DomainQuestion(replace(split(0.7, 0.7), parties=parties)).answer()
        assert not answer["possible"]
        assert answer["fixes_sought"] == (count == 12)
        assert bool(answer["fixes"]) == (count == 12)


def test_a_cake_is_shared_alike() -> None:
    solutions = DomainQuestion(split(0.1, 0.3)).answer()["solutions"]
    for name in ("nash", "kalai_smorodinsky", "egalitarian"):
        assert solutions[name]["package"] == {"cake": "4"}
    assert solutions["raiffa"]["utilities"] == pytest.approx({"Upper": 0.4, "Lower": 0.6}, abs=1e-7)
    assert solutions["raiffa"]["continuous"] == pytest.approx({"Upper": 0.4, "Lower": 0.6}, abs=1e-7)


def test_how_far_a_package_is() -> None:
    found = DomainQuestion(split(0.5, 0.3)).distance({"cake": "9"})
    assert found["accepted"] == 0.0
    lacking = next(party for party in found["parties"] if party["party"] == "Lower")
    assert lacking["lacks"]["median"] == pytest.approx(0.2, abs=1e-9)
    assert found["changes"][0]["share"] == 1.0


def test_very_many_packages_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve issues, three parties with the same wishes: what is a gain for one is for all, half of the packages."""
    issues = tuple(Issue(f"issue {i}", ("0", "1")) for i in range(12))
    parties = tuple(
        Party(name, tuple(2.0**-i for i in range(1, 13)), ((0.0, 1.0),) * 12, 0.5) for name in ("A", "B", "C")
    )
    domain = Domain("bits", issues, parties, "csv", "raw")
    assert DomainQuestion(domain).answer()["zone"] == {"count": 2048, "share": 0.5, "sampled": None}
    monkeypatch.setattr(domain_answer, "BUDGET", 1_000)
    zone = DomainQuestion(domain).answer()["zone"]
    assert zone["sampled"] == 16_384
    assert zone["share"] == pytest.approx(0.5, abs=0.02)  # five standard errors of 16,384 coin tosses


def test_from_five_parties_on_the_frontier_is_that_of_the_zone() -> None:
    parties = tuple(replace(DOMAIN.parties[0], name=str(k)) for k in range(5))
    assert DomainQuestion(replace(DOMAIN, parties=parties)).answer()["frontier"]["within"] == "zone"
