"""`irenic trace`."""

from collections.abc import Callable
from typing import Any


def test_from_a_claim_to_answers(irenic: Callable[..., Any]) -> None:
    told = irenic("trace", "ukraine-2025-12", "O02")
    assert told.code == 0
    assert "rules.mirrored-pullback" in told.out
    assert "whether a deal is possible" in told.out
    assert "what cannot hold together" in told.out


def test_as_json(irenic: Callable[..., Any]) -> None:
    told = irenic("trace", "ukraine-2025-12", "rules.mirrored-pullback", "--json")
    assert told.code == 0
    assert "O02" in told.out


def test_an_unknown_name_is_a_finding(irenic: Callable[..., Any]) -> None:
    told = irenic("trace", "tutorial", "no-such-thing")
    assert told.code == 1
    assert told.err.startswith("error: ")


def test_a_number_set_by_hand_is_traced_to_it(irenic: Callable[..., Any]) -> None:
    told = irenic("trace", "tutorial", "parties.highfell.no_deal", "--set", "parties.highfell.no_deal=60")
    assert told.code == 0
    assert "60" in told.out
    assert "--set" in told.out
