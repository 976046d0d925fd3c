import pytest
from pydantic import ValidationError

from irenic.dossier.schema.positions import Cell, CombinationRedLine, PartyPositions

LINE = {"binding": "likely", "cost": "5"}


def test_issues_stand_beside_red_lines_and_interactions() -> None:
    held = PartyPositions.model_validate(
        {"dam": {"declared": "shared"}, "red_lines": {"x": {**LINE, "more": ["a", "b"]}}}
    )
    assert list(held.cells) == ["dam"]
    assert isinstance(held.cells["dam"], Cell)
    assert held.red_lines["x"].more == ("a", "b")
    assert PartyPositions.model_validate({}).cells == {}


def test_only_issues_may_stand_there() -> None:
    with pytest.raises(ValidationError):
        PartyPositions.model_validate({"red_line": {}})
    with pytest.raises(ValidationError):
        PartyPositions.model_validate({"dam": {"weigth": "1"}})


def test_numbers_make_a_cell_stated() -> None:
    assert not Cell.model_validate({"declared": "shared", "red_lines": {"x": LINE}}).stated
    assert Cell.model_validate({"weight": "5"}).stated
    assert Cell.model_validate({"values": {"x": "5"}}).stated


def test_a_comparison_has_two_quantities() -> None:
    with pytest.raises(ValidationError):
        CombinationRedLine.model_validate({**LINE, "more": ["a", "b", "c"]})
