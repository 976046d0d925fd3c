"""Votes as pages of terminal text."""

from irenic.report.case_data import Case
from irenic.report.page import COLUMNS
from irenic.report.vote_page import votes_page, weights_page
from irenic.votes.weights import read_weights, weights_power
from tests.unit.report.test_votes import BODY, VOTES


def test_members_are_listed_where_one_body_is_asked_for(case: Case) -> None:
    alone = votes_page(VOTES, case, "en")
    assert "Shapley–Shubik  Banzhaf" in " ".join(alone.split("   ")) or "Shapley–Shubik" in alone
    assert "evenly" in alone
    both = votes_page({**VOTES, "bodies": [BODY, {**BODY, "id": "other"}]}, case, "en")
    assert "evenly\n" not in both
    assert both.count("consensus: one no is enough") == 2


def test_lines_fit_the_page(case: Case) -> None:
    for language in ("en", "zh"):
        assert max(len(line) for line in votes_page(VOTES, case, language).splitlines()) <= COLUMNS


def test_a_package_goes_before_all(case: Case) -> None:
    issue = case["issues"][0]
    chance = BODY["votes"][0]["chance"]
    package = {issue["id"]: issue["options"][0]["id"]}
    asked = {**VOTES, "packages": [{"package": package, "leaders": {}, "bodies": {}, "chance": chance}]}
    assert "needs no body’s yes" in votes_page(asked, case, "en").splitlines()[2]  # type: ignore[arg-type]


def test_equal_weights_share_a_line() -> None:
    page = weights_page(weights_power(*read_weights("2.5:1,1,1.5")), "en")  # type: ignore[arg-type]
    assert page.splitlines()[0] == "3 votes; 5/2 of 3.5 are needed"
    assert [line.split()[:3] for line in page.splitlines()[4:]] == [["2", "×", "1"], ["1", "×", "3/2"]]
