from typing import get_args

from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.issues import Option, Rule
from irenic.dossier.schema.knowledge import Risk
from irenic.dossier.schema.positions import Cell, PartyPositions
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import bare, behind, fields_of, free_keys_of, is_model, key_type, models_of, references


def follow(path: str) -> object:
    hint: object = DossierFile
    for part in path.split("."):
        hint = behind(hint, part)
    return bare(hint).hint


def test_types_are_found_along_a_path() -> None:
    assert follow("issues.dam.options.shared") is Option
    assert follow("positions.aldova.dam") is Cell
    assert follow("positions.aldova.dam.values.shared") is Quantity
    assert follow("parties.aldova.no_deal") is Quantity
    assert behind(Option, "nothing") is None
    assert behind(str, "x") is None


def test_a_positions_mapping_has_fixed_and_free_keys() -> None:
    assert set(fields_of(PartyPositions)) == {"red_lines", "interactions"}
    assert get_args(free_keys_of(PartyPositions))[1] is Cell
    assert key_type(PartyPositions, "red_lines") is None
    free = key_type(PartyPositions, "dam")
    assert free is not None
    assert free.refers == "issue"


def test_keys_are_those_that_are_written() -> None:
    assert "if" in fields_of(Risk)
    assert "if_" not in fields_of(Risk)


def test_models_reach_all_that_they_are_made_of() -> None:
    found = models_of(DossierFile)
    assert {Cell, Option, Rule, Quantity} <= set(found)
    assert all(is_model(model) for model in found)
    assert len(found) == len(set(found))


def test_references_say_what_they_name_and_where_they_stand() -> None:
    rule = Rule.model_validate({"forbid": {"dam": ["shared"]}, "when": {"water": "10"}, "because": "A1"})
    told = {(".".join(r.way), r.kind, r.name, r.is_key, r.issue) for r in references(rule, ("rules", "x"))}
    assert told == {
        ("rules.x.because.0", "claim", "A1", False, ""),
        ("rules.x.forbid.dam", "issue", "dam", True, ""),
        ("rules.x.forbid.dam.0", "option", "shared", False, "dam"),
        ("rules.x.when.water", "issue", "water", True, ""),
        ("rules.x.when.water.0", "option", "10", False, "water"),
    }


def test_options_of_a_cell_belong_to_its_issue() -> None:
    held = PartyPositions.model_validate({"dam": {"declared": "shared", "red_lines": {}}})
    assert {(r.kind, r.name, r.issue) for r in references(held)} == {("issue", "dam", ""), ("option", "shared", "dam")}
