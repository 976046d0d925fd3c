"""Domains as dossiers: they load, and keep what does not depend on scales."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from irenic.dossier.load import read_dossier
from irenic.dossier.schema.root import Dossier
from irenic.interop.domain import Domain, Issue
from irenic.interop.to_dossier import write_dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.tables import block_tables, utilities
from irenic.numbers.medians import Medians
from tests.unit.interop.examples import DOMAIN

DAY = date(2030, 1, 1)


def loaded(domain: Domain, folder: Path) -> Dossier:
    """The dossier that is written; it loads without a warning unless no deal is beyond every package."""
    folder.mkdir(exist_ok=True)
    written = write_dossier(domain, DAY, "en")
    (folder / "dossier.yaml").write_bytes(written.files["dossier.yaml"])
    reading = read_dossier(folder)
    beyond = "interop.lost-ends" in {loss.code for loss in written.losses}
    warnings = {problem.code for problem in reading.problems}
    assert warnings <= ({"dossier.values-without-top", "dossier.values-without-bottom"} if beyond else set())
    assert reading.dossier is not None
    return reading.dossier


def computed(dossier: Dossier) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], list[float]]:
    """Utilities of all packages, and no-deal values."""
    model = compile_model(dossier)
    inputs = draw_inputs(model, Medians(), 0, 1)
    tables = block_tables(model, inputs, "silent_zero")
    found = [utilities(model, tables, np.array([n]))[0] for n in range(model.index.count)]
    return np.array(found), inputs.no_deal[0].tolist()


def test_words_and_numbers(tmp_path: Path) -> None:
    file = loaded(DOMAIN, tmp_path / "river").file
    assert list(file.parties) == ["upper", "lower"]
    assert all(party.consents for party in file.parties.values())
    assert file.issues["water"].option_ids == ("shared", "ours")
    cell = file.positions["upper"].cells["boats"]
    assert (
        cell.assumed == "from river (CSV table): weight and evaluations of Upper on boats, on its scale from 0 to 100"
    )
    assert [quantity.value.median for quantity in cell.values.values()] == [0, 25, 100]


def test_utilities_are_stretched_and_moved(tmp_path: Path) -> None:
    found, no_deal = computed(loaded(DOMAIN, tmp_path / "river"))
    for p, party in enumerate(DOMAIN.parties):
        stated = np.array([party.utility((i, j)) for i in range(2) for j in range(3)])
        low, high = min(stated.min(), party.reservation or 0), stated.max()
        assert found[:, p] == pytest.approx(100 * (stated - low) / (high - low), abs=1e-9)
        assert no_deal[p] == pytest.approx(100 * ((party.reservation or 0) - low) / (high - low), abs=1e-9)


def test_no_deal_beyond_every_package(tmp_path: Path) -> None:
    parties = (replace(DOMAIN.parties[0], reservation=1.5), replace(DOMAIN.parties[1], reservation=-1.0))
    found, no_deal = computed(loaded(replace(DOMAIN, parties=parties), tmp_path))
    assert no_deal == [100.0, 0.0]
    assert found[:, 0].max() < 100
    assert found[:, 1].min() > 0


def test_a_dossier_whose_no_deal_values_lie_within_loads_without_a_warning(tmp_path: Path) -> None:
    parties = (DOMAIN.parties[0], replace(DOMAIN.parties[1], reservation=0.5))
    domain = replace(DOMAIN, parties=parties)
    assert "interop.lost-ends" not in {loss.code for loss in write_dossier(domain, DAY, "en").losses}
    loaded(domain, tmp_path)


def test_names_in_any_script_become_ids_and_stay_labels(tmp_path: Path) -> None:
    issues = (
        Issue("水", ("共享", "我方")),
        Issue("Interactions", ("yes: no", '"null"', "# null", "~")),
    )
    party = replace(DOMAIN.parties[0], evaluations=((0.0, 1.0), (0.0, 0.25, 1.0, 0.5)))
    domain = Domain("x", issues, (replace(party, name="Author"), replace(party, name="上游")), "genius", "scaled")
    file = loaded(domain, tmp_path / "river").file
    assert list(file.issues) == ["issue-1", "interactions-2"]
    assert list(file.parties) == ["author-2", "party-2"]
    assert list(file.issues["interactions-2"].options) == ["yes-no", "null-2", "null-3", "option-4"]
    assert [option.label for option in file.issues["interactions-2"].options.values()] == [
        {"": "yes: no"}, {"": '"null"'}, {"": "# null"}, {"": "~"},
    ]  # fmt: skip


def test_issues_that_are_settled_are_left_out(tmp_path: Path) -> None:
    issues = (*DOMAIN.issues, Issue("flag", ("blue",)))
    parties = tuple(
        replace(party, weights=(*party.weights, 0.5), evaluations=(*party.evaluations, (1.0,)))
        for party in DOMAIN.parties
    )
    domain = replace(DOMAIN, issues=issues, parties=parties)
    assert list(loaded(domain, tmp_path / "river").file.issues) == ["water", "boats"]
    assert "interop.lost-settled" in {loss.code for loss in write_dossier(domain, DAY, "en").losses}


def test_a_party_to_whom_all_is_equal(tmp_path: Path) -> None:
    party = replace(DOMAIN.parties[0], weights=(0.0, 0.0), reservation=None)
    found, no_deal = computed(loaded(replace(DOMAIN, parties=(party, DOMAIN.parties[1])), tmp_path))
    assert set(found[:, 0]) == {no_deal[0]}
