import numpy as np
import pytest

from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.numbers.medians import Medians
from irenic.votes.decisions import decisions
from tests.unit.votes.examples import dossier

EXAMPLE = dossier(
    council={
        "rule": "consensus",
        "decides": {"levers": ["credit"]},
        "members": {"upland": {"position": "yes"}, "lowland": {}},
        "shock": "0.5 to 1.5",
    },
    vote={"rule": "referendum", "decides": {"party": "aldova", "packages": {"dam": "shared"}}, "support": "0.3 to 0.6"},
    premier={"rule": "leader", "person": "premier", "decides": {"party": "aldova"}},
)
MODEL = compile_model(EXAMPLE)


def test_every_body_is_asked_what_it_decides() -> None:
    found = decisions(EXAMPLE, MODEL, Sampler(1), 0, 64)
    assert list(found) == ["council", "vote", "premier"]
    assert found["council"] == pytest.approx(0.5, abs=1e-12)
    assert 0.1 < found["vote"].mean() < 0.6
    assert set(found["vote"].tolist()) == {0.0, 1.0}
    assert found["premier"].tolist() == [0.5] * 64


def test_draws_are_the_same_however_they_are_cut() -> None:
    whole = decisions(EXAMPLE, MODEL, Sampler(1), 0, 48)
    parts = [decisions(EXAMPLE, MODEL, Sampler(1), start, start + 16) for start in (0, 16, 32)]
    for body, chances in whole.items():
        assert np.concatenate([part[body] for part in parts]).tobytes() == chances.tobytes()


def test_one_body_may_be_asked_and_medians_taken() -> None:
    found = decisions(EXAMPLE, MODEL, Medians(), 0, 2, bodies=["vote"])
    assert list(found) == ["vote"]
