"""Mechanisms with their causes switched, on the made-up river dossier."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.load import load_dossier
from irenic.report.mechanism_data import MechanismEntry
from irenic.runs.mechanisms import mechanisms_seen
from irenic.runs.settings import Settings
from tests.unit.report.shape import faults

RIVER = CaseFiles(Path(__file__).parents[2] / "broken" / "base")
WAR = (
    "theatre.sides.aldova.forces=100",
    "theatre.sides.brenland.forces=80 to 120",
    "theatre.sides.aldova.loss_rate=20",
    "theatre.sides.brenland.loss_rate=20",
    "theatre.battle.initiative.brenland=0.5",
    "parties.brenland.discount=0.8 to 0.9",
    "parties.brenland.influence=20 to 40",
)
"""What the river's theatre lacks for values to be computed."""


def shown(how: str, *values: str) -> Any:
    """What is seen of the one mechanism of the river, shown in this way."""
    files = RIVER.with_settings([*values, f"mechanisms.drought.shown_by={how}"])
    return mechanisms_seen(files, load_dossier(files), Settings(draws=64, seed=3))[0]["shown"]


def test_a_mechanism_that_says_nothing_is_told_as_such() -> None:
    entry = mechanisms_seen(RIVER, load_dossier(RIVER), Settings(draws=32))[0]
    assert (entry["id"], entry["shown"], entry["declared_only"]) == ("drought", None, None)
    assert entry["executed_by"] == ["clocks.sowing"]
    assert entry["cause"] == {"": "A dry year"}


def test_a_number_is_seen_after_levers() -> None:
    how = '{off: {levers.credit.size: "0"}, measure: number, number: parties.brenland.no_deal, moves: down}'
    found = shown(how)
    # The size is `-5 to 0`: a twentieth of its draws lies above 0.
    assert (found["so"] + found["against"], found["so"] > 0.8) == (1.0, True)
    assert -5.5 < found["change"]["low"] < found["change"]["high"] < 1.0


def test_the_other_sign_counts_against() -> None:
    how = '{on: {levers.credit.size: "0"}, measure: number, number: parties.brenland.no_deal, moves: down}'
    assert shown(how)["against"] > 0.8


def test_what_does_not_move_is_neither_with_nor_against() -> None:
    how = '{on: {clocks.sowing.every: "6"}, measure: number, number: parties.brenland.no_deal, moves: up}'
    found = shown(how)
    assert (found["so"], found["against"], found["change"]["median"]) == (0.0, 0.0, 0.0)


def test_a_package_is_worth_what_each_side_reads_at_signing() -> None:
    how = (
        '{off: {issues.dam.options.shared.ambiguity: "0"}, measure: utility, party: aldova, '
        "package: {dam: shared}, moves: up}"
    )
    assert shown(how)["so"] == 1.0


def test_a_vote_is_seen() -> None:
    how = '{on: {bodies.assembly.support: "0.9"}, measure: vote, body: cabinet, moves: up}'
    assert shown(how) is None or shown(how)["against"] == 0.0


def test_without_a_war_its_measures_are_not_there() -> None:
    for measure in ("no-deal", "front", "breaks"):
        how = f'{{on: {{clocks.sowing.every: "6"}}, measure: {measure}, party: aldova, month: 2, moves: up}}'
        assert shown(how) is None


@pytest.mark.parametrize(
    ("on", "measure", "party"),
    [
        ("theatre.battle.initiative.brenland: '0.9'", "front", "brenland"),
        ("theatre.battle.initiative.brenland: '0.1'", "no-deal", "aldova"),
        ("theatre.sides.aldova.replenishment: '9'", "breaks", "aldova"),
    ],
)
def test_the_war_is_seen(on: str, measure: str, party: str) -> None:
    how = f"{{on: {{{on}}}, measure: {measure}, party: {party}, month: 6, moves: up}}"
    found = shown(how, *WAR)
    assert found["so"] > found["against"]
    assert np.isfinite(found["change"]["median"])


def test_a_party_without_an_army_gains_no_ground() -> None:
    how = "{on: {theatre.battle.initiative.brenland: '0.9'}, measure: front, party: coria, month: 6, moves: up}"
    assert shown(how, *WAR) is None


def test_who_bears_levers_at_work_is_counted() -> None:
    how = "{off: {levers.credit.trigger: own-choice}, measure: borne, party: brenland, moves: up}"
    borne = shown(how, "levers.credit.trigger=always", "levers.credit.cost={brenland: {unit: points}}")
    assert (borne["so"], borne["change"]["median"]) == (1.0, 1.0)


def test_entries_have_the_declared_shape() -> None:
    how = '{off: {levers.credit.size: "0"}, measure: number, number: parties.brenland.no_deal, moves: down}'
    files = RIVER.with_settings([f"mechanisms.drought.shown_by={how}"])
    entries = mechanisms_seen(files, load_dossier(files), Settings(draws=32))
    assert [fault for entry in entries for fault in faults(entry, MechanismEntry)] == []
