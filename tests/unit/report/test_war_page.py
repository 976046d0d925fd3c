from collections.abc import Callable

import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.case_data import Case
from irenic.report.layout import width
from irenic.report.page import COLUMNS
from irenic.report.summary_data import Summary
from irenic.report.war_page import war_words
from tests.unit.report.war_example import spread, war


@pytest.mark.usefixtures("at_war")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page(case: Case, summary: Summary, language: Language, golden: Callable[[str, str], None]) -> None:
    text = war_words(war(), summary["no_deal"], case, language)
    assert max(map(width, text.splitlines())) <= COLUMNS
    golden(f"war.{language}.txt", text)


@pytest.mark.usefixtures("at_war")
def test_a_war_that_cannot_be_followed(case: Case) -> None:
    data = war()
    data["missing"], data["scenarios"] = ["parties.ardenia.discount"], []
    text = war_words(data, {}, case, "en")
    assert "the dossier doesn’t say parties.ardenia.discount" in text
    assert "Collapsed" not in text


@pytest.mark.usefixtures("at_war")
def test_the_course_that_was_asked_for_is_shown_and_named(case: Case) -> None:
    data = war()
    data["scenarios"][1] = {**data["scenarios"][1], "id": "asked"}
    data["observed"] = []
    text = war_words(data, {}, case, "en")
    assert "Shown: As asked: Calmar’s grain for arms." in text
    assert "Observed" not in text


@pytest.mark.usefixtures("at_war")
def test_tables_with_many_columns_are_told_in_parts(case: Case) -> None:
    data = war()
    for scenario in data["scenarios"]:
        scenario["values"] = {party["id"]: spread(1234567.0, 1000) for party in case["parties"]}
    lines = war_words(data, {}, case, "en").splitlines()
    assert max(map(width, lines)) <= COLUMNS
    start = next(i for i, line in enumerate(lines) if line.startswith("What the war is worth"))
    assert sum(line.strip().startswith("As the dossier has it") for line in lines[start:]) > 1
