"""The answers for a domain in words."""

from typing import cast, get_args, get_type_hints

import pytest

from irenic.interop.domain import EVALUATIONS, FORMATS
from irenic.language.messages import LANGUAGES, Language, message
from irenic.report.domain_data import DomainAnswer
from irenic.report.domain_words import distance_words, domain_words, fix_sentence
from irenic.report.layout import width
from irenic.report.opening_data import PackageDistance
from irenic.runs.domain_answer import DomainQuestion
from tests.unit.interop.examples import DOMAIN
from tests.unit.report.shape import faults
from tests.unit.runs.test_domain_answer import split


def answer_of(question: DomainQuestion) -> DomainAnswer:
    return cast(DomainAnswer, question.answer())


@pytest.mark.parametrize("question", [DomainQuestion(DOMAIN), DomainQuestion(split(0.7, 0.7))])
def test_answers_have_the_shape_that_is_declared(question: DomainQuestion) -> None:
    assert list(faults(question.answer(), DomainAnswer)) == []


def test_every_format_and_reading_is_declared() -> None:
    hints = get_type_hints(DomainAnswer)
    assert get_args(hints["format"]) == FORMATS
    assert get_args(hints["evaluations"]) == EVALUATIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page(language: Language) -> None:
    text = domain_words(answer_of(DomainQuestion(DOMAIN)), ["something was left out"], language)
    assert max(map(width, text.splitlines())) <= 100
    assert "something was left out" in text
    for name in ("water", "boats", "Upper", "Lower"):
        assert name in text


def test_what_a_page_says() -> None:
    text = domain_words(answer_of(DomainQuestion(split(0.1, 0.3))), [], "en")
    assert text.splitlines()[0] == "cake (CSV table): 2 parties, 11 packages"
    share = message("report.percent", "en", n="63.6")
    assert f"A deal is possible: 7 packages ({share} of all) are no loss to anybody." in text
    assert "The frontier has 11 points" in text
    assert "  Nash               Upper 0.4, Lower 0.6" in text
    assert "· Nash, Kalai–Smorodinsky, Egalitarian: cake: 4" in text
    assert "What reading left out" not in text


def test_long_lists_say_how_much_more_there_is() -> None:
    answer = answer_of(DomainQuestion(split(0.7, 0.7)))
    answer["fixes"] = answer["fixes"] * 7
    assert f"… and {len(answer['fixes']) - 5} more" in domain_words(answer, [], "en")


def test_fixes_that_were_not_looked_for() -> None:
    answer = answer_of(DomainQuestion(split(0.7, 0.7)))
    answer["fixes"], answer["fixes_sought"] = [], False
    assert "what would open the zone is not looked for" in domain_words(answer, [], "en")


def test_no_deal() -> None:
    answer = answer_of(DomainQuestion(split(0.7, 0.7)))
    text = domain_words(answer, [], "en")
    assert "No deal is possible" in text
    assert "Solutions" not in text
    assert fix_sentence(answer["fixes"][0], "en") in " ".join(text.split())


def test_a_frontier_that_is_not_known_and_a_zone_that_is_judged() -> None:
    answer = answer_of(DomainQuestion(DOMAIN))
    answer["frontier"] = {"size": None, "within": "zone", "points": []}
    answer["zone"] = {"count": 10, "share": 0.123, "sampled": 1000}
    text = domain_words(answer, [], "en")
    assert "more points than are looked for" in text
    share = message("report.percent", "en", n="12.3")
    assert f"about {share} of all packages are no loss to anybody, judged by 1,000 of them" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_distance_of_a_package(language: Language) -> None:
    question = DomainQuestion(split(0.5, 0.3))
    answer = answer_of(question)
    refused = cast(PackageDistance, question.distance({"cake": "9"}))
    assert distance_words(answer, refused, [], language)
    if language == "en":
        text = distance_words(answer, refused, ["left out"], language)
        assert "The package is a loss to somebody." in text
        assert "· Lower lacks 0.2. It gives most on: cake (0.9)." in text
        assert "· Upper accepts it." in text
        assert "Changes that would mend it" in text
        accepted = cast(PackageDistance, question.distance({}))
        text = distance_words(answer, accepted, [], language)
        assert "Filled in so that it comes closest to acceptance: cake: " in text
