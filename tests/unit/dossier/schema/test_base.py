import pytest
from pydantic import TypeAdapter, ValidationError

from irenic.dossier.schema.base import Points, Quantity, Text, quantity_json_schema, words
from irenic.dossier.schema.positions import Cell
from irenic.numbers.support import POINTS


def test_words_fall_back() -> None:
    assert words({"en": "river", "zh": "河"}, "zh") == "河"
    assert words({"": "river", "en": "x"}, "zh") == "river"
    assert words({"en": "river", "fr": "rivière"}, "zh") == "river"
    assert words({"fr": "rivière"}, "en") == "rivière"
    assert words(None, "en") == ""


def test_a_text_is_one_or_several() -> None:
    read = TypeAdapter(Text).validate_python
    assert read("river") == {"": "river"}
    assert read({"en": "river", "zh-TW": "河"}) == {"en": "river", "zh-TW": "河"}


def test_a_quantity_is_a_number_with_or_without_backing() -> None:
    read = TypeAdapter(Points).validate_python
    alone = read("40 to 80")
    assert (alone.value.low, alone.value.high, alone.because, alone.assumed) == (40.0, 80.0, (), None)
    backed = read({"value": "60", "because": "A1", "assumed": "rounded"})
    assert (backed.value.sure, backed.because, backed.assumed) == (True, ("A1",), "rounded")
    assert read(backed) is backed


@pytest.mark.parametrize("raw", ["140", "half", {"value": "140"}, {"value": "1", "becuase": "A1"}, None, ["1"]])
def test_a_quantity_keeps_to_its_support_and_keys(raw: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Points).validate_python(raw)


def test_models_are_frozen_and_closed() -> None:
    cell = Cell.model_validate({"weight": "10"})
    assert isinstance(cell.weight, Quantity)
    with pytest.raises(ValidationError):
        cell.weight = None
    with pytest.raises(ValidationError):
        Cell.model_validate({"wieght": "10"})


def test_the_schema_of_a_number_takes_it_bare_or_backed() -> None:
    bare, backed = quantity_json_schema(POINTS)["anyOf"]
    assert backed["required"] == ["value"]
    assert backed["properties"]["value"] == bare
