from pathlib import Path

import pytest

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import check_dossier
from irenic.dossier.checks.changes import FROM_NOTHING, FROM_ONE, STOCKS
from irenic.dossier.schema.theatre import Side
from tests.unit.dossier.river import Tell, copy_of_base

PATH, OP = "    path: parties.brenland.no_deal\n", "    op: add\n"


def change(path: str, op: str) -> tuple[str, str]:
    return PATH + OP, f"    path: {path}\n    op: {op}\n"


@pytest.mark.parametrize("op", ["multiply", "add", "set"])
@pytest.mark.parametrize("path", ["positions.brenland.water.weight", "positions.brenland.water.values.50"])
def test_a_stated_weight_or_value_may_be_changed(told: Tell, path: str, op: str) -> None:
    assert told(change(path, op)) == []


@pytest.mark.parametrize("path", ["weight", "values.shared"])
def test_a_silent_cell_is_left_alone(told: Tell, path: str) -> None:
    declared = (
        "  brenland:\n    water:",
        "  brenland:\n    dam: {declared: shared, values: {}, because: B1}\n    water:",
    )
    expected = {"weight": ("dossier.lever-on-silence", "levers.credit.path")}
    found = told(declared, change(f"positions.brenland.dam.{path}", "set"))
    # A value that is not written leads nowhere, which is told of its path.
    assert found == [expected.get(path, ("dossier.path-unknown", "levers.credit.path"))]


@pytest.mark.parametrize("stock", STOCKS)
def test_stocks_are_only_added_to(told: Tell, stock: str) -> None:
    path = f"theatre.sides.aldova.{stock}"
    stated = ("aldova: {patrons: coria}", f"aldova: {{patrons: coria, {stock}: {{value: 5, assumed: about}}}}")
    assert told(stated, change(path, "add")) == []
    assert told(stated, change(path, "multiply")) == [("dossier.lever-on-stock", "levers.credit.path")]
    assert told(stated, change(path, "set")) == [("dossier.lever-on-stock", "levers.credit.path")]
    assert told(change(path, "add")) == [("dossier.lever-on-unstated", "levers.credit.path")]


@pytest.mark.parametrize("quantity", FROM_NOTHING)
def test_something_may_be_added_to_nothing(told: Tell, quantity: str) -> None:
    assert quantity in Side.model_fields
    path = f"theatre.sides.aldova.{quantity}"
    assert told(change(path, "add")) == []
    assert told(change(path, "multiply")) == [("dossier.lever-on-unstated", "levers.credit.path")]


@pytest.mark.parametrize("pattern", FROM_ONE)
def test_what_has_a_value_unstated_may_be_changed(told: Tell, pattern: tuple[str, ...]) -> None:
    attrition = ("  battle:\n", "  attrition: {}\n  battle:\n    effectiveness: {}\n")
    path = ".".join("aldova" if part == "*" else part for part in pattern)
    assert told(attrition, change(path, "multiply")) == []


def test_a_number_that_is_not_stated_may_be_set_but_not_changed(told: Tell) -> None:
    assert told(change("parties.brenland.discount", "set")) == []
    assert told(change("parties.brenland.discount", "add")) == [("dossier.lever-on-unstated", "levers.credit.path")]


def test_effects_of_levers_and_clocks_are_held_to_the_same(told: Tell) -> None:
    effect = "effect: {path: parties.brenland.discount, op: multiply, size: {value: 0.9, assumed: haste}}"
    clock = ("sowing: {date: 2031-05-01, who: brenland}", f"sowing: {{date: 2031-05-01, who: brenland, {effect}}}")
    assert told(clock) == [("dossier.lever-on-unstated", "clocks.sowing.effect.path")]
    further = (PATH, f"    effects: {{haste: {effect.removeprefix('effect: ')}}}\n{PATH}")
    assert told(further) == [("dossier.lever-on-unstated", "levers.credit.effects.haste.path")]


def test_a_cell_that_a_variant_takes_away_leaves_its_lever_without_ground(tmp_path: Path) -> None:
    unranked = ("order:\n  - {holder: aldova, issues: [dam, water], because: A1}\n", "")
    folder = copy_of_base(tmp_path, change("positions.aldova.water.weight", "set"), unranked)
    files = CaseFiles(folder).with_settings(("positions.aldova.water=null",))
    codes = [problem.code for problem in check_dossier(files, None).problems]
    assert codes == ["dossier.lever-on-silence"]


def test_a_number_that_a_variant_takes_away_leaves_nothing_to_change(tmp_path: Path) -> None:
    stated = ("aldova: {patrons: coria}", "aldova: {patrons: coria, cost: {value: 5, assumed: about}}")
    folder = copy_of_base(tmp_path, stated, change("theatre.sides.aldova.cost", "multiply"))
    files = CaseFiles(folder).with_settings(("theatre.sides.aldova.cost=null",))
    assert check_dossier(files, None).problems == ()
