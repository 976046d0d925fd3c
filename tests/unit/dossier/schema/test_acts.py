import pytest
from pydantic import TypeAdapter, ValidationError

from irenic.dossier.schema.acts import Body, Decides, Trigger


def test_a_trigger_is_a_word_or_a_mapping() -> None:
    read = TypeAdapter(Trigger).validate_python
    assert read("talks-fail") == read({"on": "talks-fail"})
    assert read({"on": "offer-refused", "by": "aldova"}).by == ("aldova",)
    with pytest.raises(ValidationError):
        read("sometimes")


def test_a_body_decides_one_pattern_or_several() -> None:
    one = Decides.model_validate({"packages": {"dam": "shared"}})
    several = Decides.model_validate({"packages": [{"dam": "shared"}, {"water": ["10", "30"]}]})
    assert one.packages == ({"dam": ("shared",)},)
    assert len(several.packages) == 2


def test_a_body_decides_by_a_known_rule() -> None:
    with pytest.raises(ValidationError):
        Body.model_validate({"rule": "lottery", "decides": {}})
