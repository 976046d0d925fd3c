"""`irenic war`: the war without a deal."""

from collections.abc import Callable
from typing import Any

import pytest

from irenic.report.war_data import NoDealValue, War
from tests.unit.report.shape import faults

FEW = ("ukraine-2025-12", "--draws", "16", "--runs", "32", "--threads", "1", "--quiet")


def test_the_contract(irenic: Callable[..., Any]) -> None:
    told = irenic("war", *FEW, "--json")
    assert told.code == 0
    answer = told.json
    no_deal = answer.pop("no_deal")
    assert list(faults(answer, War)) == []
    assert list(faults(no_deal, dict[str, NoDealValue])) == []
    assert (answer["draws"], answer["runs"], answer["months"]) == (16, 32, 36)
    first = answer["scenarios"][0]
    assert first["id"] == "as-written"
    assert {s["id"].partition(":")[0] for s in answer["scenarios"]} == {
        "as-written", "without", "no-new-money-or-aid", "pulled",
    }  # fmt: skip
    for shares in zip(*first["front"].values(), strict=True):
        assert sum(shares) == pytest.approx(1), "the line stands somewhere in every month"
    assert {lever["id"] for lever in answer["levers"]} >= {"levers.us-aid", "clocks.midterms"}


@pytest.mark.parametrize(("language", "words"), [("en", "Where the line stands"), ("zh", "戰線所在")])
def test_the_page(irenic: Callable[..., Any], language: str, words: str) -> None:
    told = irenic("war", *FEW, "--lang", language)
    assert told.code == 0
    assert words in told.out


def test_a_course_that_is_asked_for_leads(irenic: Callable[..., Any]) -> None:
    asked = ("--without", "eu-loan", "--pull", "counter-attack", "--event", "offer-made:russia@3", "--lang", "en")
    told = irenic("war", *FEW, *asked)
    assert told.code == 0
    assert "Shown: As asked: European loan of two years, Ukrainian counter-attacks." in told.out


def test_same_seed_same_bytes_whatever_the_threads(irenic: Callable[..., Any]) -> None:
    assert irenic("war", *FEW, "--json").out == irenic("war", *FEW, "--threads", "2", "--json").out


def test_what_is_not_known_is_told(irenic: Callable[..., Any]) -> None:
    told = irenic("war", *FEW, "--without", "eu-lone", "--event", "offer-refused:nobody", "--lang", "en")
    assert told.code == 1
    assert "[wartime.lever-unknown]" in told.err
    assert "`clocks`: eu-loan." in told.err
    assert "[wartime.event-who]" in told.err


def test_an_event_beyond_the_horizon_is_refused(irenic: Callable[..., Any]) -> None:
    told = irenic("war", *FEW, "--event", "offer-made:russia@36", "--lang", "en")
    assert told.code == 1
    assert "“offer-made:russia@36” lies beyond the 36 months that are looked at." in told.err
    assert irenic("war", *FEW, "--event", "offer-made:russia@35").code == 0


def test_a_dossier_without_a_war(irenic: Callable[..., Any]) -> None:
    told = irenic("war", "tutorial", "--draws", "16", "--lang", "en")
    assert told.code == 1
    assert "[wartime.no-theatre]" in told.err
    assert "docs/war.md" in told.err
