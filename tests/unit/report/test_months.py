import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.months import months_view, told_months, zone_words
from irenic.report.wording import Wording
from tests.unit.report.war_example import by_month


@pytest.fixture
def english(at_war: None, case: Case) -> Wording:
    return Wording(case, "en")


def test_few_months_are_told_with_both_bases_and_no_deal_values(english: Wording) -> None:
    table = months_view(by_month(), english).table
    assert table.heads[3:] == ("No deal: Ardenia", "No deal: Borland")
    assert table.rows[0] == ("0", "75\u00a0% (73–77\u00a0%)", "12\u00a0%", "34 (26 to 42)", "36 (30 to 42)")
    assert [row[0] for row in table.rows] == ["0", "6", "12"]


def test_the_picture_tells_the_same(english: Wording) -> None:
    view = months_view(by_month(), english)
    svg = ET.fromstring(view.picture.svg)
    assert (svg.findtext("desc") or "").startswith("month 0 75\u00a0% (strictly 12\u00a0%); month 6 63\u00a0%")
    assert "128 draws" in view.text


def test_a_month_without_a_value_for_a_party(english: Wording) -> None:
    data = by_month()
    del data["months"][0]["no_deal"]["borland"]
    assert months_view(data, english).table.rows[0][-1] == "–"


def test_months_that_were_not_looked_at_are_not_told(case: Case) -> None:
    data = by_month()
    data["months"] = [month for month in data["months"] if month["month"] != 6]
    assert [month["month"] for month in told_months(data)] == [0, 12]
    assert zone_words(data["months"][0], Wording(case, "zh")) == "第 0 月 75%（從嚴 12%）"
