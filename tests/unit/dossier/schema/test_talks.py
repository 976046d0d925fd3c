from typing import Any

import pytest
from pydantic import ValidationError

from irenic.dossier.schema.talks import Channel, Signal, Step, Talks


def channel(**more: Any) -> Channel:
    return Channel.model_validate({"members": ["a", "b"], "protocol": "shuttle", **more})


def test_legs_are_lists_of_who_meets_whom() -> None:
    assert channel(legs=[["a", "c"], ["b", "c"]]).legs == (("a", "c"), ("b", "c"))


def test_meetings_have_a_day_or_an_order() -> None:
    held = channel(meetings={"one": {"date": "2031-02-01"}, "two": {"after": "one"}}).meetings
    assert held["one"].status == "held"
    assert held["two"].after == "one"


def test_a_channel_has_a_known_protocol() -> None:
    with pytest.raises(ValidationError):
        channel(protocol="shouting")


def test_a_step_carries_out_options() -> None:
    step = Step.model_validate({"options": {"dam": "shared"}, "verified": "true"})
    assert step.options == {"dam": ("shared",)}
    assert step.verified
    assert not step.one_sided


def test_signals_cost_or_do_not() -> None:
    assert Signal.model_validate({"sender": "a", "kind": "cheap", "says": "s"}).sender == ("a",)
    with pytest.raises(ValidationError):
        Signal.model_validate({"sender": "a", "kind": "free", "says": "s"})


def test_parties_look_ahead_unless_told_otherwise() -> None:
    assert Talks.model_validate({}).behaviour == "lookahead"
