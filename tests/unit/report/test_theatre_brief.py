import re
from collections.abc import Callable

import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.brief import LINES, brief
from irenic.report.case_data import Case
from irenic.report.layout import width
from irenic.report.page import COLUMNS
from irenic.report.summary_data import Summary
from irenic.report.theatre_brief import theatre_lines
from irenic.report.wording import Wording
from tests.unit.report.conftest import Maker
from tests.unit.report.test_brief import same_everywhere


@pytest.mark.usefixtures("at_war")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page_at_war(make: Maker, language: Language, golden: Callable[[str, str], None]) -> None:
    text = brief(make(), language)
    assert len(text.splitlines()) <= LINES
    assert max(map(width, text.splitlines())) <= COLUMNS
    golden(f"brief-war.{language}.txt", same_everywhere(text))


def test_without_computed_values_there_are_no_lines(case: Case, summary: Summary) -> None:
    assert list(theatre_lines(summary, Wording(case, "en"))) == []


@pytest.mark.usefixtures("at_war")
def test_values_the_balance_and_the_zone(case: Case, summary: Summary) -> None:
    values, balance, zone = theatre_lines(summary, Wording(case, "en"))
    assert values.startswith("Ardenia: stated 35 (25 to 45), computed 34 (26 to 42); Borland:")
    assert "Calmar" not in values, "only those who must consent"
    assert values.endswith("with the stated ones: 71\u00a0%.")
    assert "As the dossier has it: 8 (3 to after 12); No new money or aid from outside: 4" in balance
    assert "The war has ended by month 12 (share of paths): As the dossier has it: 21\u00a0%;" in balance
    assert "Ardenia holds the whole bank: 3.6\u00a0%; Borland dictates its terms: 18\u00a0%." in balance
    assert "grain" not in balance, "other courses are left to the report"
    assert "month 12 51\u00a0% (strictly 6\u00a0%)" in zone


@pytest.mark.usefixtures("at_war")
def test_what_is_not_there_is_not_told(case: Case, summary: Summary) -> None:
    summary["other_basis"] = summary["war"] = summary["by_month"] = None
    assert len(list(theatre_lines(summary, Wording(case, "en")))) == 1


@pytest.mark.usefixtures("at_war")
def test_few_months_where_the_page_is_full(case: Case, summary: Summary) -> None:
    by_month = summary["by_month"]
    assert by_month is not None
    by_month["months"] = [{**by_month["months"][0], "month": n} for n in range(37)]
    *_, whole = theatre_lines(summary, Wording(case, "en"))
    *_, few = theatre_lines(summary, Wording(case, "en"), few=True)
    assert re.findall(r"month (\d+)", whole) == ["0", "6", "12", "24", "36"]
    assert re.findall(r"month (\d+)", few) == ["0", "12", "36"]


@pytest.mark.usefixtures("at_war")
def test_ends_of_the_war_only_where_there_is_room(case: Case, summary: Summary) -> None:
    _, balance, _ = theatre_lines(summary, Wording(case, "en"), ends=False)
    assert "The war has ended by month 12" in balance
    assert "dictates" not in balance
