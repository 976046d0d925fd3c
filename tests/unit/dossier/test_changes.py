"""Values set otherwise: what stands in the tree afterwards, what it rests on, where problems point."""

from pathlib import Path

import pytest

from irenic.dossier.backing import NumberAt, numbers_of
from irenic.dossier.case_files import CaseFiles
from irenic.dossier.changes import Change
from irenic.dossier.load import Reading, read_dossier
from irenic.dossier.set_text import OPTION
from irenic.dossier.yaml_tree import Scalar
from tests.broken.dossiers import HERE


def river_with(*settings: str) -> Reading:
    return read_dossier(CaseFiles(HERE / "base", settings=settings))


def number(reading: Reading, path: str) -> NumberAt:
    assert reading.problems == ()
    assert reading.dossier is not None
    return next(n for n in numbers_of(reading.dossier) if n.path == path)


def test_a_plain_number_takes_the_place_of_the_number_and_of_what_it_rests_on() -> None:
    found = number(river_with("positions.aldova.dam.weight=80"), "positions.aldova.dam.weight")
    assert (found.distribution.notation, found.backing, found.assumed, found.claims) == ("80", "assumed", OPTION, ())


def test_the_value_of_a_number_is_the_number() -> None:
    found = number(river_with("parties.brenland.no_deal.value=15 to 20"), "parties.brenland.no_deal")
    assert (found.distribution.notation, found.assumed) == ("15 to 20", OPTION)


def test_a_number_that_says_what_it_rests_on_is_taken_as_given() -> None:
    reading = river_with("parties.brenland.no_deal={value: 15 to 20, because: B1, assumed: a dry year}")
    found = number(reading, "parties.brenland.no_deal")
    assert (found.assumed, found.claims) == ("a dry year", ("B1",))


def test_what_a_number_rests_on_may_be_set_alone() -> None:
    found = number(river_with("positions.aldova.dam.weight.because=[C1]"), "positions.aldova.dam.weight")
    assert (found.distribution.notation, found.backing, found.claims) == ("100", "backed", ("C1",))


def test_every_number_of_a_mapping_is_marked_unless_the_mapping_says_what_it_rests_on() -> None:
    values = "values: {aldovan: 100, shared: 50, brenlandic: 0}"
    marked = river_with(f"positions.coria.dam={{weight: 60, {values}}}")
    assert number(marked, "positions.coria.dam.weight").assumed == OPTION
    assert number(marked, "positions.coria.dam.values.shared").assumed == OPTION
    given = river_with(f"positions.coria.dam={{weight: 60, {values}, assumed: it likes neither}}")
    assert number(given, "positions.coria.dam.values.shared").assumed == "it likes neither"


def test_several_numbers_set_by_hand_are_no_repeated_reason() -> None:
    assert river_with("parties.aldova.no_deal=20 to 30", "parties.brenland.no_deal=10 to 20").problems == ()


def test_null_takes_away_what_is_there_and_nothing_that_pointed_to_it_complains() -> None:
    reading = river_with("clocks.sowing=null")
    assert reading.problems == ()
    assert reading.dossier is not None
    assert reading.dossier.file.clocks == {}


def test_a_list_is_reached_by_number() -> None:
    reading = river_with("order.0.issues.1=release", "positions.aldova.release={weight: 10, values: {10: 0, 50: 100}}")
    assert reading.dossier is not None
    assert reading.dossier.file.order[0].issues == ("dam", "release")
    shorter = river_with("channels.bridge.agenda.0=null")
    assert shorter.dossier is not None
    assert shorter.dossier.file.channels["bridge"].agenda == ("water",)


def test_later_changes_come_over_earlier_ones() -> None:
    found = number(
        river_with("positions.aldova.dam.weight=80", "positions.aldova.dam.weight=70"), "positions.aldova.dam.weight"
    )
    assert found.distribution.notation == "70"
    again = river_with("clocks.sowing=null", "clocks.sowing={date: 2031-06-01, who: brenland}")
    assert again.problems == ()


def test_claims_and_sources_are_set_by_their_paths() -> None:
    reading = river_with("claims.A1.credibility=5")
    assert reading.dossier is not None
    assert reading.dossier.claims["A1"].credibility == 5


def test_a_file_that_is_not_there_begins_with_what_is_set(tmp_path: Path) -> None:
    text = (HERE.parents[1] / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    source = "{title: a note, language: en, reliability: C, held: false}"
    reading = read_dossier(CaseFiles(tmp_path, settings=(f"sources.note={source}",)))
    assert not [p for p in reading.problems if p.path.startswith("sources")]


def test_a_problem_points_to_the_change_that_brought_it() -> None:
    setting = "positions.aldova.water.values={10: 100, 30: 50, 50: x}"
    (problem,) = river_with(setting).problems
    assert problem.file == f"{OPTION} {setting}"
    assert problem.file[problem.column - 1 :] == "x}"
    assert problem.line == 1


@pytest.mark.parametrize(("value", "removes"), [(Scalar(1, 1, None), True), (Scalar(1, 1, "null"), False)])
def test_only_nothing_removes(value: Scalar, removes: bool) -> None:
    assert Change(("a",), value, "f", 1, 1, {}).removes is removes


def test_what_a_whole_value_leaves_out_is_taken_away_too() -> None:
    reading = river_with("positions.brenland={water: {weight: 100, values: {10: 0, 50: 100}, assumed: one number}}")
    assert reading.problems == ()
    without = river_with("positions.brenland={dam: {weight: 100, values: {aldovan: 0, shared: 50, brenlandic: 100}}}")
    assert without.problems == ()
