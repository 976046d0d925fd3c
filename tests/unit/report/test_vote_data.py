"""What the votes of a shipped case say has the declared shape."""

import pytest

from irenic.dossier.load import load_dossier
from irenic.report.vote_data import Votes
from irenic.runs.cases import find_case
from irenic.runs.question import question
from irenic.runs.settings import Settings
from irenic.runs.votes import votes
from tests.unit.report.shape import faults


@pytest.mark.parametrize("no_deal", ["stated", "computed"])
def test_the_shape_of_votes(no_deal: str) -> None:
    asked = question(load_dossier(find_case("ukraine-2025-12", ())), Settings(draws=16, chunk=16, no_deal=no_deal))  # type: ignore[arg-type]
    assert list(faults(votes(asked, packages=[{"donbas": "economic-zone"}]), Votes)) == []
