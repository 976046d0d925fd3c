"""Pages written from data are what the scripts write, where the data are present; the scripts know no case."""

import re
import tomllib
from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier
from irenic.runs.cases import find_case
from scripts import base_rates, calibrate
from scripts.calibration import FILE, Calibration, read_calibration

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path.parent.name for path in (ROOT / "src" / "irenic" / "cases").glob(f"*/{FILE}"))
BASE_RATES = [base_rates.DYADS, base_rates.AGREEMENTS, base_rates.PEACEKEEPERS, base_rates.SANCTIONS]


def test_the_page_of_base_rates_is_what_the_data_say(shared: Path) -> None:
    if not all((shared / file).is_file() for file in BASE_RATES):
        pytest.skip("the data of the base rates are not among the shared data")
    assert base_rates.PAGE.read_text(encoding="utf-8") == base_rates.page(shared), "run `python -m scripts.base_rates`"


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def calibration(case: str, shared: Path) -> Calibration:
    told = tomllib.loads((find_case(case).folder / FILE).read_text(encoding="utf-8"))
    missing = [one["file"] for one in told["series"].values() if not (shared / one["file"]).is_file()]
    if missing:
        pytest.skip(f"not among the shared data: {', '.join(missing)}")
    return read_calibration(case, shared)


def test_a_case_has_a_calibration() -> None:
    assert CASES


def test_the_page_of_a_calibration_is_what_the_data_say(case: str, calibration: Calibration, shared: Path) -> None:
    page = ROOT / calibration.told["page"]
    assert page.read_text(encoding="utf-8") == calibrate.page(case, shared), f"run `python -m scripts.calibrate {case}`"


def test_no_month_after_the_dossiers_date_is_measured(calibration: Calibration) -> None:
    for name in calibration.series:
        known = calibration.known(name)
        assert max(known) <= calibration.as_of
        assert set(known) | set(calibration.after(name)) == set(calibration.months[name])
        assert not set(known) & set(calibration.after(name))


def test_what_is_measured_is_a_number_of_the_dossier(calibration: Calibration) -> None:
    assert [one["number"] for one in calibration.told["measure"] if one["number"] not in calibration.numbers] == []


def test_the_scripts_know_no_case() -> None:
    words = {word for name in CASES for word in load_dossier(find_case(name)).file.parties}
    scripts = [
        ROOT / "scripts" / f"{name}.py"
        for name in ("calibrate", "calibration", "estimates", "measures", "foreseen", "series")
    ]
    found = [
        (path.name, word) for path in scripts for word in words if re.search(rf"\b{word}\b", path.read_text("utf-8"))
    ]
    assert found == []
