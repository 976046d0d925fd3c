import numpy as np

from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.runs.decisions import decisions_of
from irenic.votes.decisions import decisions
from tests.unit.model.examples import dossier_of, issue, party

WRITTEN = dossier_of(
    parties={"avia": party(), "bruma": party()},
    issues={"port": issue("shared", "ours")},
    levers={"loan": {"holder": "avia", "trigger": {"on": "body-decides", "body": "council"}}},
    bodies={
        "council": {
            "rule": "consensus",
            "decides": {"levers": ["loan"]},
            "members": {"north": {"position": "yes"}, "south": {"position": "no"}},
        },
        "senate": {
            "rule": "majority",
            "decides": {"levers": ["loan"]},
            "members": {"a": {"position": "yes"}, "b": {"position": "silent"}, "c": {"position": "silent"}},
        },
    },
)


def test_bodies_are_asked_as_votes_has_it() -> None:
    model, sampler = compile_model(WRITTEN), Sampler(1)
    asked = decisions_of(WRITTEN, model)(sampler, 8, 24)
    expected = decisions(WRITTEN, model, sampler, 8, 24)
    assert list(asked) == list(expected) == ["council", "senate"]
    assert len(asked) == 2
    for body, chance in expected.items():
        assert np.array_equal(asked[body], chance)
    assert (asked["council"] == 0.0).all()


def test_a_body_is_asked_once_and_unknown_ones_never() -> None:
    asked = decisions_of(WRITTEN, compile_model(WRITTEN))(Sampler(1), 0, 4)
    assert asked["senate"] is asked["senate"]
    assert asked.get("nobody") is None
