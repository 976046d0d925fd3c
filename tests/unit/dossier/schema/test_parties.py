from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.parties import Party


def party(**more: Any) -> Party:
    return Party.model_validate({"name": "A", "roles": "patron", **more})


def test_roles_are_a_set_of_known_ones() -> None:
    assert party(roles=["patron", "mediator"]).roles == ("patron", "mediator")
    assert party().roles == ("patron",)
    with pytest.raises(ValidationError):
        party(roles=["friend"])


def test_consent_is_not_assumed() -> None:
    assert not party().consents
    assert party(consents="true").consents
    with pytest.raises(ValidationError):
        party(consents="yes")


def test_a_discount_lies_strictly_inside() -> None:
    assert party(discount="0.9").discount is not None
    with pytest.raises(ValidationError):
        party(discount="1")
