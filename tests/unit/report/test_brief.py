import re
from collections.abc import Callable

import pytest

from irenic import __version__
from irenic.language.messages import LANGUAGES, Language
from irenic.report.brief import LINES, brief, brief_unwritten
from irenic.report.case_data import Case
from irenic.report.layout import width
from irenic.report.page import COLUMNS
from irenic.report.summary_data import Summary
from irenic.results.folder import ResultsFolder
from tests.unit.report.conftest import NO_SOLUTIONS, Maker


def same_everywhere(text: str) -> str:
    """The brief without version and digest, which change with every release."""
    return re.sub(r"Irenic \S+?([,，]\S* ?\D*)[0-9a-f]{12}", r"Irenic VERSION\1DIGEST", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page(results: ResultsFolder, language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"brief.{language}.txt", same_everywhere(brief(results, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page(results: ResultsFolder, language: Language) -> None:
    lines = brief(results, language).splitlines()
    assert len(lines) <= LINES
    assert max(map(width, lines)) <= COLUMNS


def test_the_conclusion_comes_first(results: ResultsFolder) -> None:
    assert brief(results, "en").splitlines()[2].startswith("In 75\u00a0% of the cases considered possible")


def test_same_results_same_page(results: ResultsFolder) -> None:
    assert brief(results, "zh") == brief(ResultsFolder.open(results.path), "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_lists_are_cut_to_the_page_and_say_so(make: Maker, language: Language) -> None:
    def long(case: Case, summary: Summary, _: object) -> None:
        case["disputes"] *= 40
        summary["by"]["silent_zero"]["hard"]["conflicts"] *= 40
        case["assumed"] = [{**case["assumed"][0], "text": f"reason {i} " * 30} for i in range(50)]

    text = brief(make(long), language)
    assert len(text.splitlines()) <= LINES
    assert len(re.findall(r"\(and \d+ more\)|另有 \d+ 項", text)) == 3
    assert "…" in text


def test_an_open_answer_says_why(make: Maker) -> None:
    def undecided(_: Case, summary: Summary, __: object) -> None:
        summary["possible"]["determined"] = False

    text = brief(make(undecided), "en")
    assert text.splitlines()[2].startswith("Not determined.")
    assert "differ by more than ten points" in text.replace("\n", " ")


def test_without_a_deal_it_says_so(make: Maker) -> None:
    def hopeless(case: Case, summary: Summary, _: object) -> None:
        answer = summary["by"]["silent_zero"]["hard"]
        summary["possible"]["share"] = answer["possible"]["share"] = 0.0
        answer["solutions"] = NO_SOLUTIONS
        answer["options"] = {}
        case["silent_cells"], case["assumed"], case["disputes"], case["pending"] = [], [], [], []

    text = brief(make(hopeless), "en")
    assert "No draw has a deal" in text
    assert "No cell." in text
    assert "Disputes" not in text


def test_one_package_of_both_solutions_is_told_once(make: Maker) -> None:
    def same(_: Case, summary: Summary, __: object) -> None:
        found = summary["by"]["silent_zero"]["hard"]["solutions"]
        assert found["nash"] is not None
        assert found["kalai_smorodinsky"] is not None
        found["kalai_smorodinsky"]["package"] = found["nash"]["package"]

    text = brief(make(same), "en")
    assert "Kalai–Smorodinsky (39\u00a0% of its deals): the same package." in text
    assert text.partition("What cannot hold")[0].count("East bank: Joint administration") == 1


def test_another_package_is_told_whole_if_much_differs(make: Maker) -> None:
    def apart(_: Case, summary: Summary, __: object) -> None:
        found = summary["by"]["silent_zero"]["hard"]["solutions"]["kalai_smorodinsky"]
        assert found is not None
        found["package"] = {"bank": "divided", "dam": "shared", "payments": "none", "monitors": "none"}

    text = brief(make(apart), "en")
    assert "Kalai–Smorodinsky (39\u00a0% of its deals): Upper dam: Both run it in shifts; all else as" in text


def test_an_answer_that_is_not_kept_says_so(case: Case, summary: Summary) -> None:
    text = brief_unwritten(case, summary, "en")
    assert text.splitlines()[-1] == f"Irenic {__version__}; no results were kept"


def test_what_was_set_by_hand_stands_under_the_title(case: Case, summary: Summary) -> None:
    case["set"] = ["parties.ardenia.no_deal=60", "rules.no-double=null"]
    words_of: dict[Language, str] = {"en": "Set by hand over the dossier: ", "zh": "在案卷之上另行設定："}
    for language, words in words_of.items():
        lines = brief_unwritten(case, summary, language).splitlines()
        assert lines[1].startswith(words)
        assert "rules.no-double=null" in lines[1]
