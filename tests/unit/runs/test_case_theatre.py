"""What readers are told of a dossier's war, levers and clocks."""

import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.runs.case_parts import Lookup
from irenic.runs.case_theatre import lever_data, theatre_data
from irenic.runs.cases import find_case


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load_dossier(find_case("ukraine-2025-12"))


def test_places_are_in_the_order_of_the_line_with_ends_at_its_ends(dossier: Dossier) -> None:
    theatre = theatre_data(dossier)
    assert theatre is not None
    assert [place["z"] for place in theatre["places"]] == list(range(-3, 4))
    assert [place["end"] for place in theatre["places"]] == [True, *[False] * 5, True]
    assert theatre["start"] == "december-2025"


def test_observations_have_a_name_and_perhaps_a_unit(dossier: Dossier) -> None:
    theatre = theatre_data(dossier)
    assert theatre is not None
    by_id = {entry["id"]: entry for entry in theatre["observed"]}
    assert by_id["front-troops-russia"]["label"]["zh"] == "前線俄軍兵力"
    assert by_id["directions"]["unit"] == {}


def test_without_a_front_there_is_nothing(tutorial: Dossier) -> None:
    assert theatre_data(tutorial) is None


def test_levers_then_clocks_with_who_holds_and_who_pays(dossier: Dossier) -> None:
    levers = lever_data(Lookup.of(dossier))
    kinds = [lever["id"].partition(".")[0] for lever in levers]
    assert kinds == sorted(kinds, reverse=True)
    by_id = {lever["id"]: lever for lever in levers}
    loan = by_id["levers.eu-loan"]
    assert [holder["en"] for holder in loan["holders"]] == ["European Union"]
    amounts = {cost["bearer"]: cost["amount"] for cost in loan["costs"]}
    assert amounts["eu"] is None
    assert amounts["ukraine"] is not None
    assert by_id["levers.offensive"]["own_choice"]
    assert not by_id["clocks.midterms"]["own_choice"]
    assert by_id["clocks.midterms"]["label"]["zh"] == "美國中期選舉"
