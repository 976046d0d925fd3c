import re
import xml.etree.ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from irenic.report.case_data import Case
from irenic.report.pictures import option_pictures, ranges_picture, utility_pictures
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording
from irenic.results.folder import ResultsFolder
from tests.unit.report.conftest import Maker


def texts(svg: str) -> list[str]:
    """The texts drawn in a picture."""
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter("text")]


def description(svg: str) -> str:
    found = ET.fromstring(svg).find("desc")
    assert found is not None
    return found.text or ""


def test_ranges_of_all_readings_and_modes(case: Case, summary: Summary) -> None:
    picture = ranges_picture(summary, Wording(case, "en"))
    assert {"75\u00a0%", "79\u00a0%", "84\u00a0%", "88\u00a0%"} <= set(texts(picture.svg))
    assert "with hard red lines; silent cells count for nothing" in texts(picture.svg)
    assert "75\u00a0% (simulation 73–77\u00a0%, assumed numbers 41–93\u00a0%)" in description(picture.svg)
    assert "79\u00a0% (simulation 76–82\u00a0%)" in description(picture.svg)


def test_a_picture_for_each_issue(case: Case, summary: Summary) -> None:
    pictures = option_pictures(summary, Wording(case, "zh"))
    assert [picture.title for picture in pictures] == ["東岸", "上游水壩", "賠款", "監察員"]
    assert pictures[0].note == "奧色河東岸由誰管轄、由誰駐軍？"
    assert "雙方軍隊留在原處（同無協議時）" in texts(pictures[0].svg)
    assert "不到 1%" in texts(pictures[3].svg)
    assert description(pictures[1].svg) == "維持關閉（同無協議時）：0%；雙方輪流營運：38%；由外部業者營運：62%"


def test_no_deal_no_shares_of_options(case: Case, summary: Summary) -> None:
    summary["by"]["silent_zero"]["hard"]["options"] = {}
    assert option_pictures(summary, Wording(case, "en")) == []


def test_the_other_reading_may_have_no_deal(case: Case, summary: Summary) -> None:
    summary["by"]["silent_wide"]["hard"]["options"] = {}
    assert len(option_pictures(summary, Wording(case, "en"))) == 4


def test_deals_against_no_deal_for_pairs_that_must_consent(
    results: ResultsFolder, case: Case, summary: Summary
) -> None:
    pictures = utility_pictures(results, summary, Wording(case, "en"))
    assert [picture.title for picture in pictures] == ["Ardenia and Borland"]
    drawn = texts(pictures[0].svg)
    assert "Ardenia, points" in drawn
    assert "No deal: mean 35 / 40" in drawn
    assert "Nash deals: mean 58 / 61" in drawn
    assert "Kalai–Smorodinsky deals: mean 60 / 58" in drawn


def test_three_parties_make_three_pairs(make: Maker, case: Case, summary: Summary) -> None:
    case["parties"][2]["consents"] = True
    pictures = utility_pictures(make(), summary, Wording(case, "en"))
    assert [p.title for p in pictures] == ["Ardenia and Borland", "Ardenia and Calmar", "Borland and Calmar"]
    ids = [re.findall(r' id="([^"]+)"', picture.svg) for picture in pictures]
    assert len({i for each in ids for i in each}) == sum(map(len, ids))


def test_a_party_without_no_deal_values_is_in_no_pair(make: Maker, case: Case, summary: Summary) -> None:
    case["parties"][3]["consents"] = True
    assert len(utility_pictures(make(), summary, Wording(case, "en"))) == 1


def test_no_draw_with_a_deal(make: Maker, case: Case, summary: Summary) -> None:
    def hopeless(_: Case, __: Summary, arrays: dict[str, NDArray[np.float64]]) -> None:
        for name in ("deal.nash_utility", "deal.kalai_smorodinsky_utility"):
            arrays[name][...] = np.nan

    picture = utility_pictures(make(hopeless), summary, Wording(case, "en"))[0]
    assert "Nash deals: in no case" in texts(picture.svg)
