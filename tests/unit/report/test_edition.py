import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.case_data import Case
from irenic.report.edition import edition
from irenic.report.summary_data import Summary
from irenic.results.folder import ResultsFolder
from tests.unit.report.conftest import NO_SOLUTIONS, Maker


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_conclusion_in_a_few_sentences(results: ResultsFolder, language: Language) -> None:
    made = edition(results, language)
    assert len(made.findings) == 8
    assert [figure.value.replace("\u00a0", "") for figure in made.figures] == ["73–77%", "41–93%", "79%"]
    shares = ("84", "50", "25", "12", "17", "48", "", "14")
    assert all(share in sentence for share, sentence in zip(shares, made.findings, strict=True))


def test_the_table_of_answers(results: ResultsFolder) -> None:
    answers = edition(results, "en").answers
    assert answers.readings == ("silent cells count for nothing", "silent cells may hide anything")
    shares = [[cell.share for cell in row.cells] for row in answers.rows]
    assert shares == [["75\u00a0%", "79\u00a0%"], ["84\u00a0%", "88\u00a0%"]]
    assert [[cell.headline for cell in row.cells] for row in answers.rows] == [[True, False], [False, False]]
    assert (
        answers.rows[0].cells[0].zone
        == "zone: 5 packages in the middle draw, 11\u00a0% of the feasible ones on average"
    )
    assert answers.rows[0].cells[1].assumptions == ""


def test_rare_conflicts_are_folded_away(make: Maker) -> None:
    made = edition(make(), "en")
    assert [conflict.share for conflict in made.conflicts] == ["17\u00a0%", "11\u00a0%", "4\u00a0%"]
    assert [conflict.sentence for conflict in made.rare_conflicts] == [
        "This alone leaves no deal: Ardenia’s no-deal value."
    ]


def test_if_all_conflicts_are_rare_the_first_stand_open(make: Maker) -> None:
    def rare(_: Case, summary: Summary, __: object) -> None:
        for conflict in summary["by"]["silent_zero"]["hard"]["conflicts"]:
            conflict["share"] = 0.002

    made = edition(make(rare), "en")
    assert (len(made.conflicts), len(made.rare_conflicts)) == (3, 1)


def test_without_a_deal_and_without_the_second_range(make: Maker) -> None:
    def hopeless(_: Case, summary: Summary, __: object) -> None:
        answer = summary["by"]["silent_zero"]["hard"]
        answer["solutions"] = NO_SOLUTIONS
        answer["options"] = {}
        summary["possible"]["low"] = summary["possible"]["high"] = None

    made = edition(make(hopeless), "en")
    assert made.deals is None
    assert made.options == ()
    assert len(made.findings) == 6
    assert len(made.figures) == 2


def test_sections_have_a_title_in_both_languages(results: ResultsFolder) -> None:
    en, zh = edition(results, "en").sections, edition(results, "zh").sections
    assert [section.name for section in en] == [section.name for section in zh]
    assert all(a.title != b.title for a, b in zip(en, zh, strict=True))
