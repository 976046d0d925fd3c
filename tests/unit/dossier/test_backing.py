import pytest

from irenic.dossier.backing import NumberAt, claims_used, numbers_of
from irenic.dossier.schema.root import Dossier
from tests.unit.dossier.river import Read


@pytest.fixture(scope="module")
def numbers(river: Dossier) -> dict[str, NumberAt]:
    return {number.path: number for number in numbers_of(river)}


def test_every_number_is_found_and_no_structural_one(numbers: dict[str, NumberAt]) -> None:
    assert len(numbers) == 28
    assert "clock.horizon" not in numbers
    assert "theatre.front.start" not in numbers
    assert numbers["positions.aldova.dam.values.shared"].distribution.notation == "30 to 60"


@pytest.mark.parametrize(
    ("path", "backing", "assumption", "cover"),
    [
        ("positions.aldova.dam.weight", "backed", False, "positions.aldova.dam"),
        ("positions.aldova.dam.values.shared", "inherited", False, "positions.aldova.dam"),
        (
            "positions.aldova.dam.red_lines.brenlandic.cost",
            "backed",
            False,
            "positions.aldova.dam.red_lines.brenlandic",
        ),
        ("positions.aldova.water.weight", "assumed", True, "positions.aldova.water.weight"),
        ("positions.aldova.water.values.30", "inherited", True, "positions.aldova.water"),
        ("positions.aldova.red_lines.both-lost.cost", "assumed", True, "positions.aldova.red_lines.both-lost"),
        ("issues.dam.options.shared.infeasible", "backed", False, "issues.dam.options.shared.infeasible"),
        ("levers.credit.size", "assumed", True, "levers.credit"),
        ("theatre.battle.initiative.aldova", "assumed", True, "theatre.battle.initiative.aldova"),
    ],
)
def test_a_number_rests_on_the_nearest_mapping(
    numbers: dict[str, NumberAt], path: str, backing: str, assumption: bool, cover: str
) -> None:
    number = numbers[path]
    assert (number.backing, number.rests_on_assumption, number.cover_path) == (backing, assumption, cover)


def test_an_assumption_beside_claims_prevails(reading: Read) -> None:
    dossier = reading(("cost: 30, because: A1}", 'cost: 30, because: A1, assumed: "how much"}')).dossier
    assert dossier is not None
    number = {n.path: n for n in numbers_of(dossier)}["positions.aldova.dam.red_lines.brenlandic.cost"]
    assert (number.backing, number.claims, number.assumed) == ("assumed", ("A1",), "how much")


def test_a_bare_number_rests_on_nothing(reading: Read) -> None:
    dossier = reading(('influence: {value: 20 to 40, assumed: "holds the dam"}', "influence: 20 to 40")).dossier
    assert dossier is not None
    number = {n.path: n for n in numbers_of(dossier)}["parties.aldova.influence"]
    assert (number.backing, number.rests_on_assumption, number.cover_path) == ("bare", False, "")


def test_claims_know_where_they_are_used(river: Dossier) -> None:
    used = claims_used(river)
    assert used["B1"] == ("positions.brenland.water",)
    assert used["C1"] == ("issues.dam.options.shared.infeasible", "rules.release-with-share")
    assert "N1" not in used
