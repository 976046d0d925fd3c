import pytest

from irenic.language.messages import LANGUAGES, Language
from irenic.report.case_data import Case
from irenic.report.conflicts import conflict_sentence
from irenic.report.summary_data import Summary


@pytest.mark.parametrize(
    ("members", "language", "sentence"),
    [
        (
            ["no-deal:ardenia", "no-deal:borland", "red-line:ardenia:ceded"],
            "en",
            (
                "These cannot hold together: Ardenia’s no-deal value; Borland’s no-deal value; Ardenia’s red line "
                "against “Ardenia leaves the bank” (East bank), which could be lifted by a vote of the people."
            ),
        ),
        (
            ["no-deal:ardenia", "no-deal:borland", "red-line:ardenia:ceded"],
            "zh",
            (
                "以下各項不能並存：亞登尼亞的無協議價值；波爾蘭的無協議價值；亞登尼亞拒絕東岸「亞登尼亞撤離東岸」的紅線"
                "（可由此解除：人民投票）。"
            ),
        ),
        (
            ["red-line:ardenia:empty-bank", "infeasible:dam:shared"],
            "en",
            (
                "These cannot hold together: Ardenia’s red line against “Joint administration, no armies” or “Ardenia "
                "leaves the bank” (East bank) together with “No monitors” (Monitors), which could be lifted by "
                "a deal with “An outside operator runs it” (Upper dam); “Both run it in shifts” (Upper dam) cannot "
                "be carried out."
            ),
        ),
        (
            ["rule:mission-first", "infeasible:dam:shared"],
            "zh",
            "以下各項不能並存：禁止東岸「共同管理，雙方撤軍」連同監察員「無監察」的規則；上游水壩「雙方輪流營運」無法執行。",
        ),
        (
            ["no-deal:borland", "coalition:water", "coalition:fund"],
            "en",
            (
                "These cannot hold together: Borland’s no-deal value; the side deal open to Ardenia and Borland "
                "(Upper dam, Payments); the side deal “A fund of their own” open to Borland and Ardenia."
            ),
        ),
        (
            ["coalition:water", "coalition:fund"],
            "zh",
            "以下各項不能並存：亞登尼亞與波爾蘭可另訂的協議（上游水壩、賠款）；波爾蘭與亞登尼亞可另訂的協議「自設的基金」。",
        ),
        (["no-deal:ardenia"], "en", "This alone leaves no deal: Ardenia’s no-deal value."),
        (["no-deal:ardenia"], "zh", "僅此一項就使協議不可能：亞登尼亞的無協議價值。"),
    ],
)
def test_every_member_is_named(case: Case, members: list[str], language: Language, sentence: str) -> None:
    assert conflict_sentence(members, case, language) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_conflict_of_the_example_can_be_told(case: Case, summary: Summary, language: Language) -> None:
    conflicts = summary["by"]["silent_zero"]["hard"]["conflicts"]
    told = {conflict_sentence(conflict["members"], case, language) for conflict in conflicts}
    assert len(told) == len(conflicts) == 4


def test_a_stranger_among_the_members_is_refused(case: Case) -> None:
    with pytest.raises(KeyError):
        conflict_sentence(["no-deal:nobody"], case, "en")


def test_a_constraint_without_what_its_kind_needs_is_refused(case: Case) -> None:
    case["constraints"][0]["party"] = None
    with pytest.raises(KeyError):
        conflict_sentence(["no-deal:ardenia"], case, "en")
