"""The variant's file as a model."""

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.variant import VariantFile


def test_changes_are_written_under_set() -> None:
    file = VariantFile.model_validate({"irenic": "1", "extends": "..", "set": {"parties.a.no_deal": {"value": "3"}}})
    assert file.changes == {"parties.a.no_deal": {"value": "3"}}
    assert file.title is None


@pytest.mark.parametrize("place", ["", ".a", "a..b", "a b", "a.b."])
def test_a_path_has_names_between_dots(place: str) -> None:
    with pytest.raises(ValidationError):
        VariantFile.model_validate({"irenic": "1", "extends": "..", "set": {place: "1"}})
