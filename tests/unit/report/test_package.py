"""How far a package is from acceptance, in words."""

from collections.abc import Callable

import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.case_data import Case
from irenic.report.layout import width
from irenic.report.opening_data import PackageDistance
from irenic.report.package import package_words
from irenic.report.page import COLUMNS

LINE = "red-line:ardenia:ceded"


def distance() -> PackageDistance:
    """A package that fails one party, breaks much, and changes something on which nobody has spoken."""
    return {
        "package": {"bank": "ceded", "dam": "shared", "payments": "none", "monitors": "mission"},
        "filled": ["payments"],
        "accepted": 0.214,
        "simulation_low": 0.19,
        "simulation_high": 0.24,
        "parties": [
            {
                "party": "ardenia",
                "accepts": 0.25,
                "lacks": {"low": 2.0, "median": 11.0, "high": 30.0},
                "gives": [
                    {"party": "ardenia", "issue": "bank", "option": "ceded", "points": 41.6},
                    {"party": "ardenia", "issue": "dam", "option": "shared", "points": 0.2},
                ],
            },
            {"party": "borland", "accepts": 1.0, "lacks": None, "gives": []},
        ],
        "broken": [
            {"constraint": "rule:mission-first", "share": 1.0},
            {"constraint": LINE, "share": 0.7},
            {"constraint": "infeasible:dam:shared", "share": 0.2},
            {"constraint": "red-line:borland:borland", "share": 0.0},
        ],
        "norms": ["territory"],
        "silent": {"monitors": ["ardenia", "borland"]},
        "changes": [
            {"options": {"bank": "joint"}, "share": 0.5},
            {"options": {"bank": "joint", "dam": "outsider"}, "share": 0.502},
        ],
    }


def told(found: PackageDistance, case: Case, language: Language = "en") -> str:
    """The page on one line, so that texts are found wherever lines end."""
    return " ".join(package_words(found, case, 2048, language).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page(case: Case, language: Language, golden: Callable[[str, str], None]) -> None:
    page = package_words(distance(), case, 2048, language)
    assert max(map(width, page.splitlines())) <= COLUMNS
    golden(f"package.{language}.txt", page)


def test_shares_of_all_and_none_have_their_own_words(case: Case) -> None:
    found = distance()
    found["accepted"], found["parties"][0]["accepts"] = 0.0, 0.0
    text = told(found, case)
    assert "In no case considered possible would this package be accepted." in text
    assert "Ardenia accepts it in no case: it lacks 11 points (2 to 30) to no deal." in text
    found["accepted"] = 1.0
    text = told(found, case)
    assert "In every case considered possible this package would be accepted" in text
    assert "What would mend it" not in text


def test_a_change_that_a_reader_would_not_see_is_not_told(case: Case) -> None:
    found = distance()
    assert "Changes: 1." in told(found, case)
    assert "Changes: 2." not in told(found, case)
    found["changes"] = found["changes"][1:]
    assert "Changes: 2." in told(found, case)
    found["changes"] = []
    assert "makes it acceptable in noticeably more cases" in told(found, case)


def test_a_package_of_nothing_given_is_said_to_be_the_closest(case: Case) -> None:
    found = distance()
    found["filled"] = list(found["package"])
    assert "of all packages this one comes closest to acceptance" in told(found, case)
    assert "As given" not in told(found, case)
