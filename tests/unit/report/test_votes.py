"""Bodies in words."""

import pytest

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.vote_data import Body, Chance, Change, Vote, Votes
from irenic.report.votes import (
    body_views,
    chance_words,
    change_words,
    fraction_words,
    lever_sentences,
    question_words,
    ratified_words,
    sets_words,
    signed_sentence,
    votes_view,
)
from irenic.report.wording import Wording
from tests.unit.report.shape import faults


def chance(mean: float, low: float | None = None, high: float | None = None) -> Chance:
    return {"mean": mean, "low": mean if low is None else low, "median": mean, "high": mean if high is None else high}


NAMES = {"north": "North", "south": "South", "east": "East", "west": "West"}
HELD_UP: Change = {
    "undecided": "yes",
    "passes": False,
    "fewest": 2,
    "number": 1,
    "sets": [{"members": ["north", "south"], "chance": 0.25}],
}
VOTE: Vote = {
    "levers": ["credit"],
    "package": {},
    "chance": chance(0.0),
    "contested": False,
    "support": None,
    "moved": None,
    "in_win_set": None,
    "members": [
        {"basis": "said", "abstains": False, "chance": chance(0.0)},
        {"basis": "said", "abstains": False, "chance": chance(0.0)},
        {"basis": "even", "abstains": False, "chance": chance(0.5)},
        {"basis": "said", "abstains": True, "chance": None},
    ],
    "settled": "fails",
    "changes": [HELD_UP],
    "rules": [
        {"rule": "majority", "chance": chance(0.3, 0.2, 0.4), "settled": "open"},
        {"rule": "qualified", "chance": chance(0.0), "settled": "fails"},
    ],
}
BODY: Body = {
    "id": "council",
    "label": {"en": "The council", "zh": "理事會"},
    "rule": "consensus",
    "party": None,
    "every_package": False,
    "levers": {"credit": {"en": "A credit", "zh": "信貸"}},
    "members": [{"id": k, "label": {"": name}, "weight": 1, "population": None} for k, name in NAMES.items()],
    "power": {
        "shapley_shubik": ["1/4"] * 4,
        "banzhaf": ["1/4"] * 4,
        "banzhaf_absolute": ["1/8"] * 4,
        "swings": [1] * 4,
    },
    "votes": [VOTE],
}
VOTES: Votes = {"draws": 64, "bodies": [BODY], "packages": []}


@pytest.fixture
def english(case: Case) -> Wording:
    return Wording(case, "en")


def test_the_example_has_the_declared_shape() -> None:
    assert list(faults(VOTES, Votes)) == []


def test_a_vote_and_what_would_have_changed_it(english: Wording) -> None:
    (view,) = body_views(VOTES, english)
    assert view.title == "The council · consensus: one no is enough to stop it"
    assert view.power == "Every member has the same power: 1/4 = 25\u00a0% (Shapley–Shubik and Banzhaf)."
    (vote,) = view.votes
    assert vote.outcome == "A credit: a yes with 0\u00a0%."
    assert vote.sentences == (
        "Said no: North, South.",
        "Abstain: West.",
        "Have said nothing: 1.",
        "What has been said settles it: it fails even if all others agree.",
    )
    assert vote.changes == (
        (
            "If all who have said nothing agree it still fails; to change that, North and South would have to turn "
            "(a yes is then had with 25\u00a0%, the others voting as they do)."
        ),
    )
    assert vote.rules == (
        "simple majority: a yes with 30\u00a0% (20–40\u00a0%). Those who said no could not stop it alone.",
        (
            "two thirds of the votes: a yes with 0\u00a0%. "
            "What has been said settles it: it fails even if all others agree."
        ),
    )
    assert [(m.name, m.basis, m.chance) for m in view.members][2:] == [
        ("East", "evenly", "50\u00a0%"),
        ("West", "as it has said", "–"),
    ]


def test_the_brief_tells_what_becomes_of_the_signed_deal(english: Wording) -> None:
    assert signed_sentence(VOTES, english) is None
    package = {"dam": "shared"}
    votes: Votes = {
        **VOTES,
        "bodies": [
            {**BODY, "votes": [{**VOTE, "levers": [], "package": package, "chance": chance(0.1)}, VOTE]},
            {
                **BODY,
                "id": "senate",
                "label": {"en": "The senate", "zh": "參議院"},
                "votes": [{**VOTE, "levers": [], "package": package, "chance": chance(0.6)}],
            },
            {
                **BODY,
                "id": "court",
                "label": {"en": "The court", "zh": "法院"},
                "votes": [{**VOTE, "levers": [], "package": package, "members": VOTE["members"][:2]}],
            },
        ],
        "packages": [
            {
                "package": package,
                "leaders": {},
                "bodies": {
                    "council": BODY["label"],
                    "senate": {"en": "The senate", "zh": "參議院"},
                    "court": {"en": "The court", "zh": "法院"},
                },
                "chance": chance(0.06, 0.01, 0.2),
            }
        ],
    }
    assert signed_sentence(votes, english) == (
        "Once signed, the deal chosen most often (Nash) has still to pass The council, The senate, The court: "
        "a yes with 6.0\u00a0% (1–20\u00a0%). "
        "Counted evenly, as nothing is known of them: 1 of the 4 votes in The council."
    )
    votes["packages"][0]["bodies"] = {"court": {"en": "The court", "zh": "法院"}}
    told = signed_sentence(votes, english)
    assert told is not None
    assert "evenly" not in told


def test_the_brief_names_what_settled_it(english: Wording) -> None:
    assert lever_sentences(VOTES, english) == (
        (
            "The council: A credit fails even if all who are silent agree; only North and "
            "South could have changed that. "
            "Under other rules: simple majority 30\u00a0%."
        ),
    )
    unsettled: Vote = {**VOTE, "settled": "open", "chance": chance(0.4, 0.3, 0.5)}
    votes: Votes = {**VOTES, "bodies": [{**BODY, "votes": [unsettled]}]}
    assert lever_sentences(votes, english) == ("The council: A credit, a yes with 40\u00a0% (30–50\u00a0%).",)
    settled: Vote = {**VOTE, "rules": []}
    assert lever_sentences({**VOTES, "bodies": [{**BODY, "votes": [settled]}]}, english)[0].endswith("changed that.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"fewest": None, "number": None, "sets": []}, "no change of votes would do"),
        ({"fewest": 9, "number": None}, "at least 9 members"),
        ({"fewest": 1, "number": 4}, "any single member"),
        ({"fewest": 2, "number": 5}, "one of 5 sets of 2, such as North and South,"),
        ({"number": 2, "sets": [*HELD_UP["sets"], {"members": ["east"], "chance": 0.5}]}, "North and South or East"),
    ],
)
def test_sets_of_members(english: Wording, change: Change, words: str) -> None:
    assert sets_words(BODY, {**HELD_UP, **change}, english) == words


def test_a_long_set_is_counted(english: Wording) -> None:
    many = {f"m{k}": f"Member {k}" for k in range(7)}
    body: Body = {
        **BODY,
        "members": [{"id": k, "label": {"": name}, "weight": 1, "population": None} for k, name in many.items()],
    }
    change: Change = {**HELD_UP, "fewest": 7, "sets": [{"members": list(many), "chance": 1.0}]}
    assert sets_words(body, change, english) == "7 members, Member 0, Member 1, Member 2, Member 3 and others,"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("undecided", ["yes", "no", None])
@pytest.mark.parametrize("passes", [True, False])
def test_every_way_to_change_a_vote_is_worded(
    case: Case, language: Language, undecided: str | None, *, passes: bool
) -> None:
    change: Change = {**HELD_UP, "undecided": undecided, "passes": passes}  # type: ignore[typeddict-item]
    assert "North" in change_words(BODY, change, Wording(case, language))


def test_chances_and_fractions(english: Wording) -> None:
    assert chance_words(chance(0.4, 0.1, 0.9), english) == "a yes with 40\u00a0% (10–90\u00a0%)"
    assert fraction_words("421/2145", english) == "421/2145 = 20\u00a0%"
    assert fraction_words("123456789/987654321", english) == "12\u00a0%"


def test_bodies_that_are_asked_nothing(english: Wording) -> None:
    leader: Body = {
        **BODY,
        "rule": "leader",
        "every_package": True,
        "power": None,
        "votes": [],
        "members": BODY["members"][:1],
    }
    idle: Body = {**leader, "every_package": False}
    views = body_views({**VOTES, "bodies": [leader, idle]}, english)
    assert [view.note for view in views] == [
        "Every package needs its yes: ask with --package.",
        "Decides nothing in this dossier.",
    ]
    assert views[0].members == ()


def test_packages_and_referendums(english: Wording, case: Case) -> None:
    issue = case["issues"][0]
    package = {issue["id"]: issue["options"][0]["id"]}
    vote: Vote = {**VOTE, "levers": [], "package": package, "support": chance(0.4), "members": [], "settled": None}
    assert question_words(BODY, vote, english).startswith("A package with ")
    sentences = body_views({**VOTES, "bodies": [{**BODY, "votes": [vote]}]}, english)[0].votes[0].sentences
    assert sentences == ("Expected support 40\u00a0%.",)
    far: Vote = {**vote, "moved": -2.5}
    sentences = body_views({**VOTES, "bodies": [{**BODY, "votes": [far]}]}, english)[0].votes[0].sentences
    assert sentences[1].startswith("That is told from a poll on a package far from this one")
    near: Vote = {**vote, "moved": 1.9}
    assert len(body_views({**VOTES, "bodies": [{**BODY, "votes": [near]}]}, english)[0].votes[0].sentences) == 1
    won: Vote = {**vote, "support": None, "in_win_set": 0.34}
    sentences = body_views({**VOTES, "bodies": [{**BODY, "votes": [won]}]}, english)[0].votes[0].sentences
    assert sentences == (
        "If everybody votes for what is better for it, it passes in 34\u00a0% of the cases considered possible.",
    )
    alone: Body = {**BODY, "members": BODY["members"][:1], "power": None, "votes": [{**won, "changes": []}]}
    assert body_views({**VOTES, "bodies": [alone]}, english)[0].votes[0].sentences == (
        "Voting without fail for what is better for it, it agrees in 34\u00a0% of the cases considered possible.",
    )
    contested: Vote = {**vote, "support": None, "contested": True}
    assert (
        "may contest"
        in body_views({**VOTES, "bodies": [{**BODY, "votes": [contested]}]}, english)[0].votes[0].sentences[0]
    )


def test_what_is_left_once_leaders_have_signed(english: Wording, case: Case) -> None:
    issue = case["issues"][0]
    package = {issue["id"]: issue["options"][0]["id"]}
    by_bodies = ratified_words(
        {"package": package, "leaders": {}, "bodies": {"council": BODY["label"]}, "chance": chance(0.2)}, english
    )
    assert "passes all of these: The council; a yes with 20" in by_bodies
    votes: Votes = {
        **VOTES,
        "bodies": [{**BODY, "votes": [{**VOTE, "levers": [], "package": package}]}],
        "packages": [{"package": package, "leaders": {}, "bodies": {"council": BODY["label"]}, "chance": chance(0.2)}],
    }
    view = votes_view(votes, english)
    assert view.ratified == (by_bodies,)
    assert view.bodies[0].votes[0].outcome.startswith("The package put to it: ")
    assert lever_sentences(votes, english) == ()
    alone = ratified_words({"package": package, "leaders": {}, "bodies": {}, "chance": chance(1.0)}, english)
    assert "needs no body’s yes" in alone
    nothing = ratified_words({"package": {}, "leaders": {}, "bodies": {}, "chance": chance(1.0)}, english)
    assert nothing.startswith("Nothing is changed")
