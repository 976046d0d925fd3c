import pytest

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.opening import (
    OPEN_FIXES,
    fix_sentence,
    fix_view,
    opening_view,
    points_words,
    priced,
    step_words,
    telling_fixes,
)
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import (
    CONCESSION,
    FEASIBLE,
    FIXES,
    LINE,
    LINKAGE,
    PAYMENT,
    RULE,
    fix,
    points,
    step,
)

STEPS = {
    "concession": (CONCESSION, "Ardenia settles for 5 points (2 to 9) less than no deal or a side deal is worth to it"),
    "red_line": (
        LINE,
        "Ardenia gives up its red line against “Ardenia leaves the bank” (East bank), at a stated cost of 20 points",
    ),
    "linkage": (
        LINKAGE,
        (
            "Borland gives up its red line against “Borland pays” (Payments) in return for “An outside operator runs "
            "it” (Upper dam), at a stated cost of 8 points (6 to 12)"
        ),
    ),
    "side_payment": (PAYMENT, "Borland makes over 3 points (1 to 4) to Ardenia"),
    "rule": (
        RULE,
        (
            "the rule that forbids “Joint administration, no armies” (East bank) together with “No monitors” "
            "(Monitors) is dropped"
        ),
    ),
    "feasibility": (FEASIBLE, "a way is found to carry out “Both run it in shifts” (Upper dam)"),
}


@pytest.mark.parametrize("kind", STEPS)
def test_steps_in_words(kind: str, case: Case) -> None:
    told, words = STEPS[kind]
    assert step_words(told, Wording(case, "en")) == words


def test_only_members_of_coalitions_forgo_side_deals(case: Case) -> None:
    case["coalitions"] = []
    assert step_words(CONCESSION, Wording(case, "en")).endswith("less than no deal is worth to it")


@pytest.mark.parametrize("kind", STEPS)
def test_steps_in_chinese_name_the_same_parties(kind: str, case: Case) -> None:
    wording = Wording(case, "zh")
    told = step_words(STEPS[kind][0], wording)
    party = STEPS[kind][0]["party"]
    assert party is None or wording.party(party) in told


def test_fixes_are_grouped_by_their_steps_and_flagged_ones_stand_apart(case: Case) -> None:
    view = opening_view(FIXES, Wording(case, "en"))
    assert [(group.title, len(group.shown)) for group in view.groups] == [
        ("One step", 2),
        ("Two steps", 1),
        ("Three steps", 1),
    ]
    assert [fix.norms for fix in view.flagged] == [("No land taken by force",)]


def test_facts_tell_what_it_opens_what_it_costs_whom_and_which_package(case: Case) -> None:
    first, second = opening_view(FIXES, Wording(case, "en")).groups[0].shown
    assert (first.share, first.rank) == ("47\u00a0%", "rank 1")
    facts = dict(first.facts)
    assert list(facts) == ["Opens", "Costs", "Package", "Gives most"]
    assert facts["Opens"] == (
        "40\u00a0% of the cases without a deal (simulation error of the share after it: 44–50\u00a0%)",
    )
    assert facts["Costs"] == ("Ardenia 5, on its own scale of 100 points",)
    assert "East bank: Joint administration, no armies" in facts["Package"][0]
    assert facts["Gives most"] == ("Ardenia – Upper dam: An outside operator runs it (−12)",)
    assert dict(second.facts)["Costs"] == ("no points of anybody, but somebody has to bring it about",)
    assert "Gives most" not in dict(second.facts)
    assert second.steps[0].startswith("The rule that forbids")


def test_points_of_several_bearers_are_told_apart_before_they_are_added(case: Case) -> None:
    several = fix_view(FIXES[3], Wording(case, "en"))
    costs = dict(several.facts)["Costs"][0]
    assert costs.startswith("Ardenia 5, Borland 8, each on its own scale of 100 points; added up in each case: ")


def test_a_fix_against_a_norm_has_no_rank(case: Case) -> None:
    flagged = fix_view(FIXES[4], Wording(case, "en"))
    assert (flagged.rank, flagged.norms) == ("not ranked", ("No land taken by force",))


@pytest.mark.parametrize(
    ("ends", "language", "words"),
    [
        ((2, 5, 9), "en", "5 points (2 to 9)"),
        ((2, 5, 9), "zh", "5 分（2 至 9 分）"),
        ((0.1, 1.2, 9), "en", "1 point (0.1 to 9)"),
        ((7.1, 7.2, 7.4), "en", "7 points"),
        ((0, 0.3, 0.4), "zh", "0.3 分"),
    ],
)
def test_points_with_their_unit(ends: tuple[float, float, float], language: Language, words: str, case: Case) -> None:
    assert priced(points(*ends), Wording(case, language)) == words


def test_many_fixes_are_folded(case: Case) -> None:
    many = [fix([CONCESSION], {"ardenia": 5.0}, rank) for rank in range(1, OPEN_FIXES + 3)]
    group = opening_view(many, Wording(case, "en")).groups[0]
    assert (len(group.shown), len(group.folded)) == (OPEN_FIXES, 2)


def test_the_most_telling_are_the_first_and_those_that_open_most(case: Case) -> None:
    first, wide = FIXES[0], {**FIXES[1], "share_after": 0.8}
    widest = {**FIXES[3], "share_after": 0.9}
    assert telling_fixes([first, wide, FIXES[2], widest]) == [first, wide, widest]  # type: ignore[list-item]
    assert telling_fixes([first, FIXES[1]]) == [first]
    assert telling_fixes([]) == []


def test_a_sentence_holds_every_step(case: Case) -> None:
    assert fix_sentence(FIXES[2], Wording(case, "en")).split("; and ") == [
        STEPS["side_payment"][1],
        STEPS["feasibility"][1],
    ]


@pytest.mark.parametrize(
    ("ends", "words"),
    [((2, 5, 9), "5 (2 to 9)"), ((7.1, 7.2, 7.4), "7"), ((0, 0.3, 0.4), "0.3"), ((0, 0, 0), "0")],
)
def test_points_with_their_range(ends: tuple[float, float, float], words: str, case: Case) -> None:
    assert points_words(points(*ends), Wording(case, "en")) == words


def test_a_step_without_what_its_kind_needs_is_refused(case: Case) -> None:
    with pytest.raises(KeyError):
        step_words(step("side_payment", "borland"), Wording(case, "en"))
