"""Every mechanism that the shipped case names is executed and seen at work, or says why it is only declared."""

from functools import cache
from typing import Any

import pytest

from irenic.dossier.load import load_dossier
from irenic.runs.cases import find_case
from irenic.runs.mechanisms import mechanisms_seen
from irenic.runs.settings import Settings

CASE = "ukraine-2025-12"

SURE = ("offensive-price", "pressure-before-talks", "domestic-clock", "wedge", "budget-for-assets", "vague-status")
"""Mechanisms whose sign follows from the definitions in every draw."""

MIXED = ("regained-ground", "aid-speed", "disunity-bilateral")
"""Mechanisms whose effect goes the dossier's way more often than the other way, but not always: a line that is further
off makes the war longer as well as its end better, the balance often breaks in the same month, and how often three
would meet is assumed both with Europe's unity and without."""


@cache
def seen() -> dict[str, dict[str, Any]]:
    """The mechanisms of the case, each with its cause switched."""
    files = find_case(CASE)
    return {entry["id"]: entry for entry in mechanisms_seen(files, load_dossier(files), Settings())}


def test_every_mechanism_is_seen_or_says_why_not() -> None:
    for name, entry in seen().items():
        assert (entry["shown"] is None) == (entry["declared_only"] is not None), name
    assert {name for name, entry in seen().items() if entry["shown"]} == {*SURE, *MIXED}


@pytest.mark.parametrize("name", SURE)
def test_a_mechanism_goes_the_dossiers_way_in_every_draw(name: str) -> None:
    shown = seen()[name]["shown"]
    assert shown["so"] == 1.0
    assert shown["against"] == 0.0


@pytest.mark.parametrize("name", MIXED)
def test_a_mechanism_goes_the_dossiers_way_more_often_than_not(name: str) -> None:
    shown = seen()[name]["shown"]
    assert shown["so"] > 1.5 * shown["against"]
