import pytest

from irenic.report.case_data import Case
from irenic.report.edition import edition
from irenic.report.summary_data import Summary
from irenic.report.theatre import theatre_findings, theatre_view
from irenic.report.wording import Wording
from tests.unit.report.conftest import Maker

SECTIONS = {"no-deal", "war", "months", "levers"}


def test_without_a_theatre_there_is_nothing_to_show(make: Maker, case: Case, summary: Summary) -> None:
    view = theatre_view(summary, Wording(case, "en"))
    assert (view.no_deal, view.war, view.months, view.levers) == (None, None, None, None)
    assert theatre_findings(summary, Wording(case, "en")) == []
    assert not SECTIONS & {section.name for section in edition(make(), "en").sections}


@pytest.mark.usefixtures("at_war")
def test_with_one_every_section_stands(make: Maker) -> None:
    found = edition(make(), "zh")
    assert {section.name for section in found.sections} >= SECTIONS
    assert any("12 以後" in finding for finding in found.findings)


@pytest.mark.usefixtures("at_war")
def test_the_conclusion_says_on_what_no_deal_rests_and_when_the_balance_breaks(case: Case, summary: Summary) -> None:
    first, second = theatre_findings(summary, Wording(case, "en"))
    assert first.startswith("What no deal is worth is computed from the war, on a coarse model")
    assert "71\u00a0%" in first
    assert "month 8 (3 to after 12)" in second
    for value in summary["no_deal"].values():
        value["used"] = "stated"
    assert "is taken as the dossier states it" in theatre_findings(summary, Wording(case, "en"))[0]


@pytest.mark.usefixtures("at_war")
def test_a_balance_that_mostly_holds_is_told_as_such(case: Case, summary: Summary) -> None:
    war = summary["war"]
    assert war is not None
    war["scenarios"][0]["breaks"] |= {"never": 0.72, "median": None}
    told = theatre_findings(summary, Wording(case, "en"))[1]
    assert told.startswith("Without a deal the war has ended by month 12 in 21\u00a0% of the paths (Ardenia holds the")
    assert "In 72\u00a0% of the paths its balance does not break within 12 months" in told
    assert told.endswith("Ardenia 60\u00a0%, Borland 10\u00a0%.")
