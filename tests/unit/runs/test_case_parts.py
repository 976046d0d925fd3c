"""Grades, holders, red lines, numbers."""

import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.runs.case_parts import Lookup, claim_data, grade, names_of, red_line_data
from irenic.runs.cases import find_case


def test_a_claims_own_letter_comes_first() -> None:
    dossier = load_dossier(find_case("ukraine-2025-12"))
    assert grade(dossier, dossier.claims["X02"]) == "B2"
    assert grade(dossier, dossier.claims["M01"]) == "F6"


def test_names(tutorial: Dossier) -> None:
    names = names_of(tutorial)
    assert names["highfell"]["en"] == "Highfell"
    assert names["ansa-brook"]["en"] == "Ansa Brook"


def test_the_author_is_named(tutorial: Dossier) -> None:
    look = Lookup.of(tutorial)
    for claim in tutorial.claims.values():
        assert claim_data(look, claim)["holder"]


def test_a_red_line_with_its_numbers(tutorial: Dossier) -> None:
    look = Lookup.of(tutorial)
    (path, option, line), *_ = [
        (f"positions.{party}.{issue}.red_lines.{option}", option, line)
        for party, positions in tutorial.file.positions.items()
        for issue, cell in positions.cells.items()
        for option, line in cell.red_lines.items()
    ]
    told = red_line_data(look, path, line, option)
    assert (told["id"], told["option"], told["more"]) == (path, option, [])
    assert told["binding"]["median"] == 1.0


def test_a_number_that_is_not_there(tutorial: Dossier) -> None:
    look = Lookup.of(tutorial)
    assert look.number("parties.nobody.no_deal") is None
    with pytest.raises(KeyError):
        look.number_at("parties.nobody.no_deal")
