from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from irenic.dossier.schema.root import Dossier
from irenic.votes.ballot import Ballot, cast
from irenic.votes.changes import MOST_NAMED, smallest_change
from irenic.votes.council import Council
from irenic.votes.game import House, carries, double_game, majority_game, number_game, quota_game
from irenic.votes.questions import Question
from irenic.votes.reference import smallest_changes
from irenic.votes.summary import votes_summary
from irenic.votes.verdict import houses_now, passes
from tests.unit.votes.examples import council_of, one_house, random_houses, stakes_of


def test_the_smallest_are_those_of_listing() -> None:
    rng = np.random.default_rng(13)
    for _ in range(60):
        members = int(rng.integers(1, 8))
        houses = random_houses(rng, members)
        favour = frozenset(np.flatnonzero(rng.random(members) < 0.5).tolist())
        may = np.flatnonzero(rng.random(members) < 0.8).tolist()
        found, listed = smallest_change(houses, favour, may), smallest_changes(houses, favour, may)
        if listed is None:
            assert found is None
        else:
            assert found is not None
            assert (found.fewest, found.number) == (listed[0], len(listed[1]))
            assert list(found.sets) == listed[1][:MOST_NAMED]


def test_two_who_are_against_hold_up_a_consensus() -> None:
    change = smallest_change(one_house(number_game(5, 5)), {0, 1, 2}, range(5))
    assert change is not None
    assert change.sets == ((3, 4),)


def test_too_many_sets_to_count() -> None:
    houses = one_house(number_game(30, 16))
    change = smallest_change(houses, range(30), range(30))
    assert change is not None
    assert (change.fewest, change.number) == (15, None)
    assert not carries(houses, frozenset(range(30)) ^ frozenset(change.sets[0]))


def test_heavy_members_first() -> None:
    change = smallest_change(one_house(quota_game((1, 1, 5, 3), 8)), (), range(4))
    assert change is not None
    assert change.sets == ((2, 3),)


def test_a_double_majority_is_blocked_by_number_and_people() -> None:
    houses = one_house(double_game((40, 20, 10, 10, 10, 10), 0.5, 0.65, 3))
    change = smallest_change(houses, range(6), range(6))
    assert change is not None
    assert change.fewest == 3, "fewer than three can't block, whomever they stand for"
    assert (0, 1, 2) in change.sets


def test_one_chamber_is_enough_to_stop() -> None:
    houses = [House((0, 1, 2), majority_game((1, 1, 1), 0.5)), House((3,), majority_game((1,), 0.5))]
    stopping, carrying = smallest_change(houses, range(4), range(4)), smallest_change(houses, (), range(4))
    assert stopping is not None
    assert stopping.sets == ((3,),)
    assert carrying is not None
    assert (carrying.fewest, carrying.number) == (3, 3)


def body_with_abstainers(rng: np.random.Generator) -> tuple[Council, Dossier]:
    """A random body of up to six, in which about a third abstain; people are known of all or of none."""
    populated = bool(rng.random() < 0.7)
    members = {
        f"m{k}": {
            "label": f"Member {k}",
            "position": str(rng.choice(["yes", "no", "abstain", "silent"])),
            "weight": str(rng.integers(1, 8)),
            "chamber": "a" if k % 2 else "b",
            **({"population": str(rng.integers(1, 9))} if populated else {}),
        }
        for k in range(int(rng.integers(2, 7)))
    }
    rules = ["majority", "two-chambers", "qualified", "consensus", "consenting-members"]
    rule = str(rng.choice([*rules, "double-majority"] if populated else rules))
    abstention = str(rng.choice(["absent", "against", "constructive"]))
    return council_of(
        rule=rule, decides={"levers": ["credit"]}, members=members, abstention=abstention, minimum=2, blocking=2
    )


def passes_with(council: Council, ballot: Ballot, favour: frozenset[int]) -> bool:
    return passes(houses_now(council, ballot), favour)


def test_abstainers_turn_too_as_listing_has_it() -> None:
    """Every set of members who turn, smaller ones first: each vote anew, with who takes part then."""
    rng = np.random.default_rng(29)
    unlike = 0
    for _ in range(250):
        council, example = body_with_abstainers(rng)
        stakes, everybody = stakes_of(example, 1), range(len(council.voters))
        ballot = cast(council, Question(levers=("credit",)), stakes)
        said = votes_summary(example, stakes)["bodies"][0]["votes"][0]
        for change in said["changes"]:
            now = frozenset(ballot.said("yes")) | (set(ballot.undecided) if change["undecided"] == "yes" else set())
            outcome = passes_with(council, ballot, now)
            assert change["passes"] == outcome
            listed: list[tuple[int, ...]] = []
            for size in range(1, len(everybody) + 1):
                for turned in combinations(everybody, size):
                    left = tuple(m for m in ballot.abstaining if m not in turned)
                    after = now - set(turned) if outcome else now | set(turned)
                    if passes_with(council, replace(ballot, abstaining=left), after) != outcome:
                        listed.append(turned)
                if listed:
                    break
            assert change["fewest"] == (len(listed[0]) if listed else None)
            assert change["number"] == (len(listed) if listed else None)
            named = [tuple(int(m[1:]) for m in found["members"]) for found in change["sets"]]
            assert named == listed[:MOST_NAMED]
            unlike += any(m in ballot.abstaining for turned in listed for m in turned)
    assert unlike > 100, "abstainers are among those who turn"


def changes_of(members: dict[str, Any], **body: Any) -> list[dict[str, Any]]:
    whole = {name: {"label": name, **said} for name, said in members.items()}
    _, example = council_of(decides={"levers": ["credit"]}, members=whole, **body)
    found: list[dict[str, Any]] = votes_summary(example, stakes_of(example, 2))["bodies"][0]["votes"][0]["changes"]
    return found


def test_a_heavy_abstainer_is_enough_by_itself() -> None:
    """Two against five, and one of weight ten that stays away."""
    members = {f"m{k}": {"position": "yes" if k < 2 else "no"} for k in range(7)}
    (change,) = changes_of({**members, "big": {"position": "abstain", "weight": "10"}}, rule="majority")
    assert (change["passes"], change["fewest"], change["number"]) == (False, 1, 1)
    assert change["sets"] == [{"members": ["big"], "chance": 1.0}]


def test_one_that_abstains_can_stop_a_consensus() -> None:
    (change,) = changes_of(
        {"a": {"position": "yes"}, "b": {"position": "yes"}, "c": {"position": "abstain"}}, rule="consensus"
    )
    assert change["passes"]
    assert [found["members"] for found in change["sets"]] == [["a"], ["b"], ["c"]]


def test_what_ends_a_block_by_abstention() -> None:
    """Two of four with half of the people stop it: one of them must come back, and it is enough if it does."""
    members = {
        name: {"position": said} for name, said in zip("abcd", ("yes", "yes", "abstain", "abstain"), strict=True)
    }
    (change,) = changes_of(members, rule="consensus", abstention="constructive")
    assert not change["passes"]
    assert [(found["members"], found["chance"]) for found in change["sets"]] == [(["c"], 1.0), (["d"], 1.0)]
