import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.no_deal import (
    basis_used,
    consenting_values,
    has_computed,
    no_deal_view,
    other_basis_sentence,
    used_words,
    value_words,
)
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording
from tests.unit.report.war_example import other_basis, spread

pytestmark = pytest.mark.usefixtures("at_war")


def test_both_kinds_stand_side_by_side_and_the_used_one_is_named(case: Case, summary: Summary) -> None:
    view = no_deal_view(summary, Wording(case, "en"))
    assert view is not None
    rows = [(row.party, row.stated, row.computed, row.used) for row in view.rows]
    assert rows == [
        ("Ardenia", "35 (25 to 45)", "34 (26 to 42)", "computed"),
        ("Borland", "40 (30 to 50)", "36 (30 to 42)", "computed"),
        ("Calmar", "20 (15 to 25)", "", "stated"),
    ]
    assert [row.tail for row in view.rows] == ["20\u00a0% (10–30\u00a0%)", "30\u00a0% (20–40\u00a0%)", ""]
    told = " ".join(view.sentences)
    assert "rest on the computed values" in told
    assert "With the stated values instead, a deal would be possible in 71\u00a0% of the cases (68–74\u00a0%)" in told
    assert "no measurement" in told
    assert "3 positions of one line" in told
    assert "12 months" in told


def test_the_picture_says_what_is_to_be_seen(case: Case, summary: Summary) -> None:
    view = no_deal_view(summary, Wording(case, "zh"))
    assert view is not None
    svg = ET.fromstring(view.picture.svg)
    description = svg.find("desc")
    assert description is not None
    assert description.text == (
        "亞登尼亞：案卷所述 35（25 至 45），推算 34（26 至 42）；波爾蘭：案卷所述 40（30 至 50），推算 36（30 至 42）；"
        "卡爾馬：案卷所述 20（15 至 25），未推算"
    )


def test_without_a_computed_value_there_is_no_section(case: Case, summary: Summary) -> None:
    for value in summary["no_deal"].values():
        value["computed"] = None
    assert not has_computed(summary)
    assert no_deal_view(summary, Wording(case, "en")) is None


def test_without_a_war_there_is_no_section(case: Case, summary: Summary) -> None:
    summary["war"] = None
    assert no_deal_view(summary, Wording(case, "en")) is None


def test_the_answers_rest_on_the_kind_of_those_who_must_consent(case: Case, summary: Summary) -> None:
    wording = Wording(case, "en")
    assert basis_used(summary, wording) == "computed"
    for party in ("ardenia", "borland"):
        summary["no_deal"][party]["used"] = "stated"
    assert basis_used(summary, wording) == "stated"
    summary["no_deal"] = {}
    assert basis_used(summary, wording) is None


def test_what_is_used_stands_beside_deals(case: Case, summary: Summary) -> None:
    wording = Wording(case, "en")
    assert used_words("ardenia", summary, wording) == "26 to 42"
    summary["no_deal"]["ardenia"]["computed"] = spread(34, 0)
    assert used_words("ardenia", summary, wording) == "34"
    summary["no_deal"]["ardenia"]["used"] = "stated"
    assert used_words("ardenia", summary, wording) == "25 to 45"
    assert used_words("distant-power", summary, wording) == ""


def test_one_kind_alone_is_told_as_such(case: Case, summary: Summary) -> None:
    wording, values = Wording(case, "en"), summary["no_deal"]
    assert value_words("calmar", values["calmar"], wording) == "Calmar: stated 20 (15 to 25), not computed"
    values["calmar"]["computed"], values["calmar"]["stated"] = values["calmar"]["stated"], None
    assert value_words("calmar", values["calmar"], wording) == "Calmar: computed 20 (15 to 25), not stated"
    values["calmar"]["computed"] = None
    assert value_words("calmar", values["calmar"], wording) == ""
    assert len(list(consenting_values(summary, wording))) == 2


def test_the_other_kind_may_be_the_computed_one(case: Case) -> None:
    told = other_basis_sentence({**other_basis(), "basis": "computed"}, Wording(case, "en"))
    assert told.startswith("With the computed values instead")
