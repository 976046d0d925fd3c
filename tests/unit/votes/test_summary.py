from typing import Any

import pytest

from irenic.votes.summary import spread, votes_summary
from tests.unit.votes.examples import dossier, stakes_of

MEMBERS = {
    "upland": {"position": "no", "population": "5"},
    "lowland": {"population": "3"},
    "isle": {"label": "The isle", "position": "yes", "population": "2"},
}
EXAMPLE = dossier(
    council={"rule": "consensus", "decides": {"levers": ["credit"]}, "members": MEMBERS},
    vote={"rule": "referendum", "decides": {"packages": {"dam": "shared"}}, "support": "0.6"},
    premier={"rule": "leader", "person": "premier", "decides": {"party": "aldova"}},
    house={"rule": "majority", "decides": {"packages": {"dam": ["shared", "open"]}}, "blocks": "0.25"},
)


def told(**asked: Any) -> dict[str, Any]:
    return votes_summary(EXAMPLE, stakes_of(EXAMPLE, 16), **asked)


def test_what_would_have_changed_a_consensus() -> None:
    (body,) = told(bodies=["council"])["bodies"]
    (vote,) = body["votes"]
    assert (vote["settled"], vote["chance"]["mean"]) == ("fails", 0.0)
    favour, against = vote["changes"]
    assert favour == {
        "undecided": "yes",
        "passes": False,
        "fewest": 1,
        "number": 1,
        "sets": [{"members": ["upland"], "chance": 0.5}],
    }
    assert [turned["members"] for turned in against["sets"]] == [["upland", "lowland"]]
    rules = {rule["rule"]: (rule["chance"]["mean"], rule["settled"]) for rule in vote["rules"]}
    assert rules["majority"] == (0.5, "open")
    assert rules["qualified"] == (0.5, "open")
    assert rules["double-majority"] == (0.5, "open"), "two of three are needed, and three can't block"
    assert [member["basis"] for member in vote["members"]] == ["said", "even", "said"]
    assert body["power"]["shapley_shubik"] == ["1/3"] * 3
    assert body["levers"] == {"credit": {"": "A credit"}}


def test_a_package_is_put_to_all_who_decide_it() -> None:
    found = told(packages=[{"dam": "shared"}])
    assert {body["id"]: len(body["votes"]) for body in found["bodies"]} == {
        "council": 1,
        "vote": 1,
        "premier": 1,
        "house": 2,
    }
    (ratified,) = found["packages"]
    assert list(ratified["leaders"]) == ["premier"]
    assert list(ratified["bodies"]) == ["vote", "house"]
    assert ratified["chance"]["mean"] == pytest.approx(0.75)


def test_what_is_not_counted_is_not_told() -> None:
    bodies = {body["id"]: body for body in told(packages=[{"dam": "open"}])["bodies"]}
    assert bodies["vote"]["power"] is None
    assert bodies["vote"]["votes"][0]["support"]["mean"] == pytest.approx(0.6)
    assert bodies["vote"]["votes"][0]["moved"] == 0.0
    assert bodies["house"]["votes"][0]["contested"]
    assert bodies["house"]["votes"][0]["in_win_set"] is None
    assert bodies["premier"]["votes"][0]["in_win_set"] == 1.0
    assert bodies["house"]["votes"][0]["members"] == []
    assert bodies["premier"]["every_package"]
    assert bodies["premier"]["votes"][0]["settled"] is None


def test_a_body_in_which_nobody_decides_has_no_power() -> None:
    example = dossier(body={"rule": "qualified", "threshold": "0", "decides": {}, "members": MEMBERS, "quota": "3"})
    assert votes_summary(example, stakes_of(example))["bodies"][0]["power"]["swings"] == [1, 1, 1]


def test_spread() -> None:
    import numpy as np

    assert spread(np.arange(101) / 100) == pytest.approx({"mean": 0.5, "low": 0.05, "median": 0.5, "high": 0.95})
