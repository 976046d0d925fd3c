import pytest

from irenic.report.case_data import Case
from irenic.report.evidence import claim_groups, combination_claims, dispute_views, reason_views, spoken
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording


@pytest.fixture
def zh(case: Case) -> Wording:
    return Wording(case, "zh")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ({"en": "a", "zh": "甲"}, "甲"),
        ({"": "a < b"}, "a &lt; b"),
        ({"en": "<b>&"}, '<span lang="en">&lt;b&gt;&amp;</span>'),
        ({"uk": "Ж"}, '<span lang="uk">Ж</span>'),
        ({'x"y': "z"}, '<span lang="x&#34;y">z</span>'),
        ({}, ""),
        (None, ""),
    ],
)
def test_a_text_is_escaped_and_marked_with_its_language(zh: Wording, text: dict[str, str] | None, html: str) -> None:
    assert str(spoken(text, zh)) == html


def test_claims_are_listed_by_issue_and_party(zh: Wording) -> None:
    groups = claim_groups(zh)
    assert [(group.issue, group.count) for group in groups] == [
        ("東岸", 3),
        ("上游水壩", 2),
        ("賠款", 3),
        ("監察員", 1),
    ]
    bank = groups[0].parties
    assert [(party.party, party.anchor, [c.identity for c in party.claims]) for party in bank] == [
        ("亞登尼亞", "zh-claims-bank-ardenia", ["A1", "A2"]),
        ("波爾蘭", "zh-claims-bank-borland", ["B1"]),
    ]
    assert bank[0].assumed == ("how firmly the premier can hold out before the harvest",)


def test_a_claim_in_words(zh: Wording) -> None:
    zh.case["claims"]["B3"] |= {"date": "2031-03-01", "until": "2031-03-04"}
    claim = claim_groups(zh)[1].parties[1].claims[0]
    assert (claim.grade, claim.kind, claim.date, str(claim.hedge)) == (
        "F6",
        "推測動機",
        "2031-03-01 至 2031-03-04",
        "「大概」",
    )
    assert claim.anchored


def test_claims_behind_lines_over_several_issues(zh: Wording) -> None:
    found = combination_claims(zh)
    assert [(party.party, [c.identity for c in party.claims]) for party in found] == [("亞登尼亞", ["A1"])]
    assert found[0].anchor == "zh-claims-ardenia"


def test_reasons_that_enter_and_reasons_that_do_not(zh: Wording, summary: Summary) -> None:
    entering, idle = reason_views(summary, zh)
    assert len(entering) == 11
    assert entering[0].numbers == (("亞登尼亞：無協議的價值", "25 to 45"),)
    assert [(reason.text, reason.numbers) for reason in idle] == [
        ("as large as the last one", (("levers.loan.size", "2 to 4"),))
    ]


def test_every_side_of_a_dispute_stands(zh: Wording) -> None:
    dispute = dispute_views(zh)[0]
    assert str(dispute.about) == "卡爾馬的基金有多大？"
    assert [(str(s.holder), s.date, str(s.says), s.believed) for s in dispute.sides] == [
        ("卡爾馬", "2031-03-08", "四十億。", "70%"),
        ("通訊社", "2031-03-09", "二十億。", "30%"),
    ]
