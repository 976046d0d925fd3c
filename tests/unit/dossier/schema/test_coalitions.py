from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.coalitions import Coalition


def coalition(**more: Any) -> Coalition:
    return Coalition.model_validate({"members": ["north", "south"], "controls": {"toll": "low"}, **more})


def test_one_option_may_stand_where_a_list_may() -> None:
    assert coalition().controls == {"toll": ("low",)}
    assert coalition(controls={"toll": ["low", "high"]}).controls == {"toll": ("low", "high")}


@pytest.mark.parametrize("change", [{"members": ["north"]}, {"members": "north"}, {"controls": {}}])
def test_it_takes_two_and_something_to_control(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        coalition(**change)
