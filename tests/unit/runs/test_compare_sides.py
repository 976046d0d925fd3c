"""Sides of a comparison: computed, or from a results folder, over the same draws."""

from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import NoDealBasis, RunSettings
from irenic.errors.problem import IrenicError
from irenic.runs.cases import find_case
from irenic.runs.compare import compare
from irenic.runs.compare_sides import Side, kept_side, settings_beside, settings_of_side
from irenic.runs.run_case import run_case
from irenic.runs.settings import Asked, Settings
from tests.unit.runs.compared import FEW, HARDER


@pytest.mark.parametrize(
    ("asked", "problems"), [(Asked(), 0), (Asked(draws=64, seed=5), 0), (Asked(draws=32), 1), (Asked(seed=1), 1)]
)
def test_a_results_folder_decides_on_the_draws(asked: Asked, problems: int, tmp_path: Path) -> None:
    files = find_case("tutorial")
    results = run_case(files, load_dossier(files), tmp_path / "r", FEW).results

    if problems:
        with pytest.raises(IrenicError) as caught:
            settings_beside(asked, RunSettings(), {}, [results])
        assert [p.code for p in caught.value.problems] == ["runs.other-draws"]
    else:
        settings = settings_beside(asked, RunSettings(), {}, [results])
        assert (settings.draws, settings.seed) == (64, 5)


def test_a_results_folder_is_a_side(sides: tuple[Side, Side], tmp_path: Path) -> None:
    files = find_case("tutorial", HARDER)
    kept = kept_side(run_case(files, load_dossier(files), tmp_path / "r", FEW).results)
    assert kept.about["set"] == list(HARDER)
    found, computed = compare(sides[0], kept, FEW), compare(*sides, FEW)
    assert [(d["path"], d["a"], d["b"]) for d in found["differences"]] == [
        ("parties.highfell.no_deal", "50", "50 to 90")
    ]
    assert not found["whole"]
    rest = set(found) - {"b", "differences", "whole"}
    assert {key: found[key] for key in rest} == {key: computed[key] for key in rest}  # type: ignore[literal-required]


@pytest.mark.parametrize(
    ("flag", "written", "expected"), [(None, "stated", "stated"), ("computed", "stated", "computed")]
)
def test_each_side_asks_for_the_no_deal_values_of_its_own_dossier(
    flag: NoDealBasis | None, written: NoDealBasis, expected: NoDealBasis
) -> None:
    shared = Settings(draws=64, seed=5)
    assert shared.no_deal is None
    found = settings_of_side(shared, Asked(draws=32, no_deal=flag), RunSettings(no_deal=written), {})
    assert (found.draws, found.seed, found.no_deal) == (64, 5, expected)
