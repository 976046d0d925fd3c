from typing import Any

import pytest

from irenic.model.compilation import compile_model
from irenic.votes.council import BLOCKING, compile_bodies, constructive_block
from irenic.votes.game import NEVER
from tests.unit.votes.examples import council_of, dossier

THREE: dict[str, Any] = {"upland": {}, "lowland": {}, "isle": {"label": "The isle"}}
STATES = {vote: {**said, "population": str(size)} for (vote, said), size in zip(THREE.items(), (5, 3, 2), strict=True)}


@pytest.mark.parametrize(
    ("body", "need"),
    [
        ({"rule": "majority"}, (2, 2, 2, 2)),
        ({"rule": "qualified"}, (2, 2, 2, 2)),
        ({"rule": "qualified", "quota": "3"}, (3, 3, 3, 3)),
        ({"rule": "weighted", "threshold": "0.9"}, (3, 3, 3, 3)),
        ({"rule": "consensus"}, (NEVER, NEVER, NEVER, 0)),
        ({"rule": "consenting-members"}, (NEVER, 0, 0, 0)),
        ({"rule": "consenting-members", "minimum": "2"}, (NEVER, NEVER, 0, 0)),
        ({"rule": "double-majority", "members": STATES, "blocking": "2"}, (NEVER, NEVER, 0, 0)),
        ({"rule": "double-majority", "members": STATES, "blocking": "1"}, (NEVER, NEVER, 7, 0)),
    ],
    ids=lambda part: part["rule"] if isinstance(part, dict) else "",
)
def test_what_each_rule_needs(body: dict[str, Any], need: tuple[int, ...]) -> None:
    council, _ = council_of(**{"members": THREE, "decides": {}, **body})
    share = council.threshold.distribution.median if council.threshold else None
    assert [house.game.need for house in council.houses(share)] == [need]


def test_two_chambers_are_two_houses() -> None:
    members = {"upland": {"chamber": "a", "weight": "3"}, "lowland": {"chamber": "b"}, "isle": {"chamber": "a"}}
    members["isle"]["label"] = "The isle"
    council, _ = council_of(rule="two-chambers", members=members, decides={})
    assert [house.members for house in council.houses()] == [(0, 2), (1,)]
    assert [house.game.need[0] for house in council.houses()] == [3, 1]


def test_another_rule_takes_its_own_shares() -> None:
    council, _ = council_of(rule="consensus", members=STATES, decides={}, threshold="0.9")
    assert council.houses(rule="majority")[0].game.need[0] == 2
    need = council.houses(rule="double-majority")[0].game.need
    assert need == (NEVER, NEVER, 0, 0), "three cannot block where four are needed"
    assert council.blocking == BLOCKING


def test_a_referendum_has_no_houses() -> None:
    council, _ = council_of(rule="referendum", support="0.5", decides={})
    with pytest.raises(ValueError, match="one by one"):
        council.houses()


def test_who_votes_and_by_what() -> None:
    council, _ = council_of(
        rule="consensus", decides={}, members={**THREE, "brenland": {}, "second": {"party": "aldova"}}
    )
    by_id = {voter.id: voter for voter in council.voters}
    assert by_id["upland"].party is None, "a member without a no-deal value of its own votes evenly"
    assert by_id["lowland"].party == 0
    assert by_id["lowland"].no_deal is not None
    assert by_id["brenland"].party == 1
    assert by_id["brenland"].no_deal is None
    assert by_id["second"].party == 0
    assert by_id["isle"].label == {"": "The isle"}


def test_a_leader_votes_for_the_party_in_whose_name_it_decides() -> None:
    council, _ = council_of(rule="leader", person="premier", decides={})
    assert [(voter.id, voter.label, voter.party) for voter in council.voters] == [("premier", {"": "The premier"}, 0)]
    council, _ = council_of(rule="leader", person="premier", decides={"party": "brenland"})
    assert council.voters[0].party == 1


def test_a_house_without_members_votes_as_one() -> None:
    council, _ = council_of(rule="majority", decides={"party": "aldova"})
    assert [(voter.id, voter.party) for voter in council.voters] == [("body", 0)]


def test_lent_members_have_said_nothing() -> None:
    example = dossier(
        lender={"rule": "consensus", "decides": {}, "members": {"upland": {"position": "no", "weight": "4"}}},
        body={"rule": "consenting-members", "decides": {}, "members_of": "lender"},
    )
    voters = compile_bodies(example, compile_model(example))["body"].voters
    assert [(voter.id, voter.position, voter.weight) for voter in voters] == [("upland", "silent", 4)]


def test_constructive_abstention_stops_from_a_third_of_both() -> None:
    council, _ = council_of(rule="consensus", decides={}, members=STATES, abstention="constructive")
    assert constructive_block(council, [0]), "a third of the members, half of the people"
    assert not constructive_block(council, [2]), "a third of the members, a fifth of the people"
    plain, _ = council_of(rule="consensus", decides={}, members=STATES)
    assert not constructive_block(plain, [0, 1])
