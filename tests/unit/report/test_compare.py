"""The comparison in words."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.case_data import Case
from irenic.report.compare import comparison_words
from irenic.report.layout import width
from irenic.report.page import COLUMNS
from tests.unit.report.comparison_example import comparison, other_side, share


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_text(language: Language, case: Case, golden: Callable[[str, str], None]) -> None:
    text = comparison_words(comparison(case), case, other_side(case), language)
    golden(f"compare.{language}.txt", text)
    assert max(map(width, text.splitlines())) <= COLUMNS


def test_nothing_that_differs_is_said_to_be_nothing(case: Case) -> None:
    found = comparison(case)
    found["differences"], found["whole"] = [], True
    found["only_a"] = found["only_b"] = {"issues": [], "options": [], "parties": []}
    found["possible"]["silent_zero"]["hard"] = share(0.6, 0.6)
    found["solutions"] = dict.fromkeys(found["solutions"])
    found["options"], found["conflicts"] = [], [{"members": ["no-deal:ardenia"], "a": 0.1, "b": 0.1}]
    found["raiffa"] = None
    text = comparison_words(found, case, case, "en")
    for sentence in (
        "Nothing that counts differs.",
        "flips in no case",
        "No case has a deal on both sides.",
        "as often",
    ):
        assert sentence in text


def test_without_conflicts_those_of_the_strict_basis_are_told(case: Case) -> None:
    found = comparison(case)
    found["strict_conflicts"], found["conflicts"] = deepcopy(found["conflicts"]), []
    text = comparison_words(found, case, other_side(case), "en")
    assert "nothing stands against a deal" in text
    assert "New in B:" in text
    found["strict_conflicts"] = []
    assert "New in B:" not in comparison_words(found, case, other_side(case), "en")


def test_what_does_not_fit_is_counted(case: Case) -> None:
    found = comparison(case)
    found["options"] = [{"issue": "bank", "option": "joint", "a": 0.2, "b": 0.6}] * 20
    assert "and 12 more" in comparison_words(found, case, other_side(case), "en")


def test_a_path_that_is_not_known_by_name_is_shown_as_it_is(case: Case) -> None:
    found = comparison(case)
    found["differences"] = [{"path": "talks.precision", "kind": "number", "a": "0.25", "b": "1"}]
    assert "talks.precision: 0.25 → 1" in comparison_words(found, case, other_side(case), "en")
