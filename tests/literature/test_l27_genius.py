"""L27. Domains of the Automated Negotiating Agents Competition (2010–2015) in GENIUS's format.

Bid counts are the organisers'. The frontier of Camera depends on how evaluations are read. As they stand (as NegMAS
0.16 reads them, too) there are 12 efficient bids. Divided by the largest of their issue, as GENIUS itself does, they
make the 16 that the literature gives beside these for Camera of 2011, CameraB and CameraC; CameraA, which is read here
and differs from CameraB in two weights, has 17, and 16 only where evaluations are laid out from 0 to 1. All frontiers
are compared with those of all bids in rational arithmetic, in which ties are ties.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from irenic.interop.domain import EVALUATIONS, Domain, Evaluations
from irenic.interop.figures import rational
from irenic.interop.read import find_domain, read_domain
from irenic.runs.domain_answer import DomainQuestion

BIDS = {
    "LaptopA": (2, 27),
    "IS_BT_Acquisition": (2, 384),
    "EnglandZimbabwe": (2, 576),
    "CameraA": (2, 3_600),
    "Politics": (3, 23_040),
}
CAMERA: dict[Evaluations, int] = {"raw": 12, "scaled": 17, "spread": 16}


def read(shared: Path, name: str, evaluations: Evaluations | None = None) -> Domain:
    folder = shared / "data" / "genius" / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not among the shared data")
    found = find_domain(folder)
    assert found is not None
    assert found.format == "genius"
    return read_domain(found, evaluations).domain


def efficient_bids(domain: Domain) -> int:
    """Different efficient pairs of utilities of two parties."""
    points = [
        [
            [rational(weight) * rational(value) for value in values]
            for weight, values in zip(p.weights, p.evaluations, strict=True)
        ]
        for p in domain.parties
    ]
    bids = product(*(range(len(issue.options)) for issue in domain.issues))
    pairs = {tuple(sum((of[i][k] for i, k in enumerate(bid)), Fraction(0)) for of in points) for bid in bids}
    size, best = 0, Fraction(-1)
    for _, second in sorted(pairs, reverse=True):
        if second > best:
            size, best = size + 1, second
    return size


@pytest.mark.parametrize("name", BIDS)
def test_bid_counts(shared: Path, name: str) -> None:
    answer = DomainQuestion(read(shared, name)).answer()
    assert (len(answer["parties"]), answer["packages"]) == BIDS[name]


@pytest.mark.parametrize("evaluations", EVALUATIONS)
def test_camera_frontier(shared: Path, evaluations: Evaluations) -> None:
    domain = read(shared, "CameraA", evaluations)
    assert DomainQuestion(domain).answer()["frontier"]["size"] == CAMERA[evaluations]


@pytest.mark.parametrize("evaluations", EVALUATIONS)
@pytest.mark.parametrize("name", ["LaptopA", "IS_BT_Acquisition", "EnglandZimbabwe", "CameraA"])
def test_frontiers_of_two_parties(shared: Path, name: str, evaluations: Evaluations) -> None:
    domain = read(shared, name, evaluations)
    assert DomainQuestion(domain).answer()["frontier"]["size"] == efficient_bids(domain)


def test_camera_b_has_the_frontier_of_the_literature(shared: Path) -> None:
    """CameraB is CameraA with two weights of the second party changed by a hundredth."""
    domain = read(shared, "CameraA", "scaled")
    first, second = domain.parties
    names = [issue.name for issue in domain.issues]
    weights = dict(zip(names, second.weights, strict=True)) | {"Maker": 0.07, "Accessory": 0.07}
    camera_b = replace(domain, parties=(first, replace(second, weights=tuple(weights.values()))))
    assert DomainQuestion(camera_b).answer()["frontier"]["size"] == efficient_bids(camera_b) == 16
