from typing import get_args

import pytest

from irenic.dossier.checks.bodies import USED_BY
from irenic.dossier.schema.acts import Body, BodyRule
from tests.unit.dossier.river import Tell

RULE = (
    '    rule: referendum\n    decides: {party: aldova}\n    support: {value: 0.4 to 0.6, assumed: "polls are old"}\n'
)
VOTE = 'upland: {position: "no"}'


def test_a_vote_may_name_who_casts_it_or_itself(told: Tell) -> None:
    assert told((VOTE, 'lowland: {party: aldova, position: "no"}')) == []
    assert told((VOTE, 'lowland: {label: "The lowland", position: "no"}')) == []


def test_two_chambers_have_members_in_both(told: Tell) -> None:
    both = "upland: {chamber: a}\n      lowland: {label: The lowland, chamber: b}"
    assert told((RULE, "    rule: two-chambers\n    decides: {party: aldova}\n"), (VOTE, both)) == []
    one = both.replace("chamber: b", "chamber: a")
    told_of = [("dossier.chambers-not-two", "bodies.assembly.rule")]
    assert told((RULE, "    rule: two-chambers\n    decides: {party: aldova}\n"), (VOTE, one)) == told_of


def test_two_chambers_without_members_are_one_vote(told: Tell) -> None:
    assert (
        told(
            (RULE, "    rule: two-chambers\n    decides: {party: aldova}\n"), ("    members:\n      " + VOTE + "\n", "")
        )
        == []
    )


@pytest.mark.parametrize(
    ("quota", "wrong"), [("4", []), ("5", [("dossier.votes-out-of-reach", "bodies.assembly.quota")])]
)
def test_a_quota_within_reach(told: Tell, quota: str, wrong: list[tuple[str, str]]) -> None:
    weighted = "upland: {weight: 3}\n      lowland: {label: The lowland}"
    assert told((RULE, f"    rule: weighted\n    decides: {{}}\n    quota: {quota}\n"), (VOTE, weighted)) == wrong


def test_lent_members_count(told: Tell) -> None:
    """A body with the assembly's single member can't need two; one that borrows from a borrower has nobody."""
    council = "  council: {rule: consenting-members, minimum: 2, members_of: assembly, decides: {}}\nclocks:\n"
    assert told(("clocks:\n", council)) == [("dossier.votes-out-of-reach", "bodies.council.minimum")]
    chain = (
        "  council: {rule: majority, members_of: assembly, decides: {}}\n"
        "  board: {rule: majority, members_of: council, decides: {}}\nclocks:\n"
    )
    assert told(("clocks:\n", chain)) == [("dossier.members-borrowed", "bodies.board.members_of")]


def test_a_lent_member_need_not_be_named_again(told: Tell) -> None:
    lender = "lowland: {label: The lowland}"
    council = (
        "  council: {rule: majority, members_of: assembly, decides: {}, members: {lowland: {weight: 2}}}\nclocks:\n"
    )
    assert told((VOTE, lender), ("clocks:\n", council)) == []
    assert told(("clocks:\n", council)) == [("dossier.vote-of-nobody", "bodies.council.members.lowland")]


def test_numbers_of_votes_are_whole_and_above_none(told: Tell) -> None:
    assert told((VOTE, "upland: {weight: 0}")) == [("dossier.whole-too-small", "bodies.assembly.members.upland.weight")]


def test_keys_that_a_rule_does_not_use_are_told(told: Tell) -> None:
    idle = [("dossier.body-keys-idle", "bodies.assembly.rule")]
    assert told((RULE, RULE + "    quota: 1\n    minimum: 1\n")) == idle
    assert all(key in Body.model_fields for key in USED_BY)
    assert {rule for rules in USED_BY.values() for rule in rules} <= set(get_args(BodyRule))


def test_nobody_abstains_from_a_referendum(told: Tell) -> None:
    """What moves all votes alike, and how sharply they follow gains, matters under every rule."""
    idle = [("dossier.body-keys-idle", "bodies.assembly.rule")]
    assert told((RULE, RULE + "    abstention: against\n")) == idle
    assert told((RULE, RULE + "    sharpness: {value: 0.3, assumed: x}\n    shock: {value: 0.5, assumed: y}\n")) == []
    counted = "    rule: consensus\n    decides: {party: aldova}\n    abstention: against\n"
    assert told((RULE, counted)) == []
