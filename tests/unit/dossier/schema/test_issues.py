from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.issues import Issue, Order, Rule, grid_option_id


def issue(**more: Any) -> Issue:
    return Issue.model_validate({"question": "q", "status_quo": "x", **more})


@pytest.mark.parametrize(
    ("point", "name"),
    [
        (5.0, "5"),
        (2.5, "2-5"),
        (-5.0, "minus-5"),
        (-0.25, "minus-0-25"),
        (0.0, "0"),
        (1000001.0, "1000001"),
        (1e20, "1e20"),
    ],
)
def test_points_of_a_grid_are_options_named_by_their_number(point: float, name: str) -> None:
    assert grid_option_id(point) == name


def test_options_keep_their_order() -> None:
    assert issue(options={"b": {}, "a": {}}).option_ids == ("b", "a")
    assert issue(options={"b": {}, "a": {}}).amounts is None


def test_a_grid_has_options_and_amounts() -> None:
    grid = issue(grid={"points": ["0", "2.5"], "unit": "km"})
    assert grid.option_ids == ("0", "2-5")
    assert grid.amounts == (0.0, 2.5)


def test_a_ranking_ranks_two_at_least_and_a_rule_joins_two() -> None:
    with pytest.raises(ValidationError):
        Order.model_validate({"holder": "a", "issues": ["dam"]})
    with pytest.raises(ValidationError):
        Rule.model_validate({"same": ["dam"]})
