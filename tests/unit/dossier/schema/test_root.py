from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.root import Dossier, DossierFile

FILE: dict[str, Any] = {
    "irenic": "1",
    "title": "t",
    "as_of": "2031-03-10",
    "parties": {"a": {"name": "A", "roles": "patron"}},
    "issues": {"i": {"question": "q", "status_quo": "x", "options": {"x": {}}}},
}


def test_what_is_left_out_has_its_default() -> None:
    file = DossierFile.model_validate(FILE)
    assert (file.clock.period, file.clock.horizon) == ("month", 36)
    assert (file.run.draws, file.theatre, file.rules) == (None, None, {})


@pytest.mark.parametrize(
    ("key", "value"), [("irenic", "2"), ("parties", {}), ("issues", {}), ("clock", {"horizon": "601"}), ("rule", {})]
)
def test_what_does_not_fit_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        DossierFile.model_validate({**FILE, key: value})


def test_a_dossier_joins_its_files(river: Dossier) -> None:
    assert river.file.title["zh"].startswith("阿爾多瓦")
    assert river.claims["A1"].source in river.sources
