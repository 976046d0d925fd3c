from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from irenic.dossier.schema.ids import DottedPath, Id, IssueIds, Kind, Patterns, Refers, as_tuple
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import bare, fields_of, models_of
from irenic.language.messages import catalogue


@pytest.mark.parametrize("text", ["a", "eu-loan", "5", "E1", "2-5", "A-b-9"])
def test_ids(text: str) -> None:
    assert TypeAdapter(Id).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "a_b", "a.b", "a b", "é", "a\n"])
def test_no_ids(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_paths() -> None:
    path = "positions.aldova.red_lines.both-lost.cost"
    assert TypeAdapter(DottedPath).validate_python(path) == path
    with pytest.raises(ValidationError):
        TypeAdapter(DottedPath).validate_python("positions..aldova")


def test_one_id_or_several() -> None:
    read = TypeAdapter(IssueIds).validate_python
    assert read("dam") == read(["dam"]) == ("dam",)
    assert as_tuple(None) is None


def test_one_pattern_or_several() -> None:
    read = TypeAdapter(Patterns).validate_python
    with pytest.raises(ValidationError):
        read({"dam": []})
    assert read({"dam": "shared"}) == read([{"dam": ["shared"]}]) == ({"dam": ("shared",)},)


def test_every_kind_of_reference_is_used_and_worded() -> None:
    used: set[str] = set()
    for model in {m for top in (DossierFile, Claims, Sources) for m in models_of(top)}:
        waiting = list(fields_of(model).values())
        while waiting:
            hint = waiting.pop()
            refers = bare(hint).refers
            used |= {refers} if refers else set()
            waiting += [
                part for part in get_args(bare(hint).hint) if part is not Ellipsis and not isinstance(part, str)
            ]
    assert used == set(get_args(Kind))
    assert {f"{kind}-unknown" for kind in used} - set(catalogue("dossier")) == {"number-unknown"}
    assert Refers("party") == Refers("party")
