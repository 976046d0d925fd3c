"""L27. Domains of the Automated Negotiating Agents Competition (2010–2015) in GENIUS's format.

Bid counts are the organisers'. The frontier of Camera depends on how evaluations are read. As they stand (as NegMAS
0.16 reads them, too) there are 12 efficient bids. The 16 that the literature gives beside them come out where the
evaluations of each issue are laid out from 0 to 1; dividing by the issue's largest evaluation, as GENIUS itself does,
makes 17. All frontiers are compared with those of all bids in rational arithmetic, in which ties are ties.
"""

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
