"""The tutorial case, asked with few draws."""

import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.runs.cases import find_case
from irenic.runs.compare_sides import Side
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from tests.unit.runs.compared import HARDER, side


@pytest.fixture(scope="session")
def tutorial() -> Dossier:
    """The tutorial's dossier."""
    return load_dossier(find_case("tutorial"))


@pytest.fixture(scope="session")
def asked(tutorial: Dossier) -> Question:
    """The tutorial with 64 draws."""
    return question(tutorial, Settings(draws=64, seed=5, chunk=16))


@pytest.fixture(scope="session")
def sides() -> tuple[Side, Side]:
    """The tutorial as it is, and with Highfell harder to win."""
    return side(), side(*HARDER)
