from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.knowledge import Anchor, Claim, Dispute, Risk, Segment

CLAIM: dict[str, Any] = {"says": "s", "source": "river", "holder": "author", "kind": "fact", "credibility": "3"}


def test_a_claim_is_graded_from_one_to_six() -> None:
    assert Claim.model_validate(CLAIM).credibility == 3
    for grade in ("0", "7", "high"):
        with pytest.raises(ValidationError):
            Claim.model_validate({**CLAIM, "credibility": grade})


def test_a_claim_has_a_known_kind() -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate({**CLAIM, "kind": "rumour"})


def test_an_anchor_has_a_hash_in_small_hexadecimal() -> None:
    assert Anchor.model_validate({"start": "0", "end": "5", "sha256": "a" * 64}).end == 5
    for digest in ("A" * 64, "a" * 63, "g" * 64):
        with pytest.raises(ValidationError):
            Anchor.model_validate({"start": "0", "end": "5", "sha256": digest})


def test_a_dispute_has_two_sides() -> None:
    with pytest.raises(ValidationError):
        Dispute.model_validate({"about": "a", "sides": {"one": {"holder": "author", "says": "s"}}})


def test_a_risk_is_written_with_if() -> None:
    assert Risk.model_validate({"if": "a", "then": "b", "indicator": "c"}).if_ == {"": "a"}
    with pytest.raises(ValidationError):
        Risk.model_validate({"if_": "a", "then": "b", "indicator": "c"})


def test_a_span_has_two_ends() -> None:
    assert Segment.model_validate({"span": ["0", "9"], "reliability": "B"}).span == (0, 9)
    with pytest.raises(ValidationError):
        Segment.model_validate({"span": ["0"], "reliability": "B"})
