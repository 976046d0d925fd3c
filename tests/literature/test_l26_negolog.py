"""L26. Bilateral domains whose bid count, Nash bid, Nash product and welfare others have computed.

NegoLog's collection (Doğru et al. 2024) comes with `specs.json`. All its reservation values are 0, so that its Nash
product is one of utilities and of gains alike. Its "Kalai" is the bid of the largest welfare, hence our utilitarian
package, not Kalai and Smorodinsky's; where several bids have that welfare, it names any one of them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from irenic.interop.domain import Domain
from irenic.interop.read import find_domain, read_domain
from irenic.runs.domain_answer import DomainQuestion

TOLERANCE = 1e-9
DOMAINS = [f"domain{k}" for k in range(0, 62, 2)]


@pytest.fixture(params=DOMAINS)
def folder(request: pytest.FixtureRequest, shared: Path) -> Path:
    found: Path = shared / "data" / "negolog" / request.param
    if not found.is_dir():
        pytest.skip(f"{request.param} is not among the shared data")
    return found


def utilities(domain: Domain, bid: dict[str, str]) -> list[float]:
    positions = [issue.options.index(bid[issue.name]) for issue in domain.issues]
    return [party.utility(positions) for party in domain.parties]


def test_negolog(folder: Path) -> None:
    specs: dict[str, Any] = json.loads((folder / "specs.json").read_text(encoding="utf-8"))
    found = find_domain(folder)
    assert found is not None
    domain = read_domain(found).domain
    answer = DomainQuestion(domain).answer()
    assert answer["packages"] == specs["NumberOfBids"]
    assert [len(issue.options) for issue in domain.issues] == specs["IssueValues"]
    assert answer["no_deal"] == {"A": specs["ReservationValueProfileA"], "B": specs["ReservationValueProfileB"]}
    nash = answer["solutions"]["nash"]
    assert nash["package"] == specs["NashBid"]
    assert nash["product"] == pytest.approx(specs["Nash Product"], abs=TOLERANCE)
    assert nash["utilities"] == pytest.approx({"A": specs["Nash_A"], "B": specs["Nash_B"]}, abs=TOLERANCE)
    utilitarian = answer["solutions"]["utilitarian"]
    assert utilitarian["sum"] == pytest.approx(specs["Social Welfare"], abs=TOLERANCE)
    assert sum(utilities(domain, specs["KalaiBid"])) == pytest.approx(utilitarian["sum"], abs=TOLERANCE)
    assert utilities(domain, specs["KalaiBid"]) == pytest.approx([specs["Kalai_A"], specs["Kalai_B"]], abs=TOLERANCE)
