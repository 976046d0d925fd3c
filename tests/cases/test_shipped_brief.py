"""The brief of the shipped case stays within its page, whatever its texts."""

import re

import pytest

from irenic.api.case import Answer, load
from irenic.language.messages import LANGUAGES, Language
from irenic.report.brief import LINES
from irenic.runs.settings import Asked


@pytest.fixture(scope="module")
def answer() -> Answer:
    return load("ukraine-2025-12").deal(Asked(draws=64))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page(answer: Answer, language: Language) -> None:
    assert len(answer.brief(language).splitlines()) <= LINES - 2


def test_it_tells_of_the_war(answer: Answer) -> None:
    told = " ".join(answer.brief("en").split())
    assert re.search(r"Ukraine: stated \d+ \(.*?\), computed −?\d+ \(", told)
    assert "The balance of the war breaks in month" in told
    assert re.search(r"The war has ended by month 12, 24, 36 .*?: \d+\s%, \d+\s%, \d+\s%; ", told)
    assert "A deal is possible, as the war goes on: month 0" in told


def test_it_tells_what_becomes_of_the_deal_and_what_is_assumed(answer: Answer) -> None:
    told = " ".join(answer.brief("en").split())
    assert "Once signed, the deal chosen most often (Nash) has still to pass" in told
    assert re.search(r"Counted evenly, as nothing is known of them: \d+ of the 27 votes in European Council\.", told)
    assert re.search(r"First among \d+ reasons for assuming: ·", told)
