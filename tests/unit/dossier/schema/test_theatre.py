import pytest
from pydantic import ValidationError

from irenic.dossier.schema.theatre import Durability, Front, Theatre


def test_the_front_is_numbered_with_whole_numbers() -> None:
    front = Front.model_validate({"positions": {"bank": {"z": "-1", "meaning": "m"}}})
    assert front.start == 0
    assert front.positions["bank"].z == -1
    with pytest.raises(ValidationError):
        Front.model_validate({"start": "0.5"})


def test_shares_of_months_are_probabilities() -> None:
    assert Theatre.model_validate({"battle": {"standstill": "very likely"}}).battle is not None
    with pytest.raises(ValidationError):
        Theatre.model_validate({"battle": {"standstill": "1.2"}})


def test_a_covariate_takes_a_pattern() -> None:
    durability = Durability.model_validate({"covariates": {"x": {"package": {"dam": ["a", "b"]}, "effect": "-0.2"}}})
    assert durability.covariates["x"].package == {"dam": ("a", "b")}


def test_what_is_observed_says_what_it_measures() -> None:
    seen = {"measures": "casualties", "of": "avia", "since": "2030-01-01", "quantity": "4"}
    observation = Theatre.model_validate({"observed": {"lost": seen}}).observed["lost"]
    assert (observation.measures, str(observation.since)) == ("casualties", "2030-01-01")
    with pytest.raises(ValidationError):
        Theatre.model_validate({"observed": {"lost": {**seen, "measures": "morale"}}})


def test_financial_aid_is_an_amount() -> None:
    side = Theatre.model_validate({"sides": {"avia": {"grants": "2 to 4"}}}).sides["avia"]
    assert side.grants is not None
    assert side.grants.value.low == pytest.approx(2)
