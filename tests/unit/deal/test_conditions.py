"""What the answer rests on, worked by hand."""

from typing import Any

import numpy as np
import pytest

from irenic.deal.chunk import deal_chunk
from irenic.deal.conditions import CONDITIONS, conflicts_on_both, possible_on_conditions, strict_spaces
from irenic.deal.constraints import members_of
from irenic.deal.kernels.exists import exists_in_draws
from irenic.deal.plan import count_plan
from irenic.deal.spaces import in_every_reading
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler


def dossier(avia_no_deal: str, toll_heard: bool = False) -> Dossier:
    """Two parties, a port that a vague text could settle, and a toll on which Bruma may be silent.

    With half of its weight on each issue, Avia has 50 points from the vague text as it reads it, and 50 from a high
    toll.
    """

    def party(no_deal: str) -> dict[str, Any]:
        return {"name": "A party", "roles": "belligerent", "consents": "true", "no_deal": no_deal}

    vague = {"ambiguity": "1", "reads": {"avia": "ours", "bruma": "shared"}}
    bruma: dict[str, Any] = {"port": {"weight": "100", "values": {"shared": "100", "ours": "0", "vague": "40"}}}
    if toll_heard:
        bruma["toll"] = {"weight": "0", "values": {"none": "100", "high": "0"}}
    file = DossierFile.model_validate(
        {
            "irenic": "1",
            "title": "Made up",
            "as_of": "2030-01-01",
            "parties": {"avia": party(avia_no_deal), "bruma": party("55")},
            "issues": {
                "port": {
                    "question": "?",
                    "status_quo": "shared",
                    "options": {"shared": {}, "ours": {}, "vague": vague},
                },
                "toll": {"question": "?", "status_quo": "none", "options": {"none": {}, "high": {}}},
            },
            "positions": {
                "avia": {
                    "port": {"weight": "100", "values": {"shared": "0", "ours": "100", "vague": "40"}},
                    "toll": {"weight": "100", "values": {"none": "0", "high": "100"}},
                },
                "bruma": bruma,
            },
        }
    )
    return Dossier(name="made-up", file=file, claims={}, sources={}, voices={})


@pytest.mark.parametrize(
    ("avia_no_deal", "toll_heard", "expected"),
    [
        ("45", False, (True, True, False)),
        ("55", False, (False, False, False)),
        ("45", True, (True, True, True)),
    ],
    ids=["either will do", "both are needed", "nobody is silent"],
)
def test_each_convenience_alone_and_both(avia_no_deal: str, toll_heard: bool, expected: tuple[bool, ...]) -> None:
    model = compile_model(dossier(avia_no_deal, toll_heard))
    inputs = draw_inputs(model, Sampler(0), 0, 3)
    found = possible_on_conditions(model, inputs, in_every_reading(inputs.no_deal))
    assert found.shape == (3, len(CONDITIONS))
    assert [tuple(row) for row in found] == [expected] * 3


def test_what_cannot_hold_together_without_them() -> None:
    model = compile_model(dossier("45"))
    inputs = draw_inputs(model, Sampler(0), 0, 2)
    strict = strict_spaces(model, inputs, in_every_reading(inputs.no_deal))
    counts, members = conflicts_on_both(model, inputs, strict, np.array([True, False]))
    assert counts.tolist() == [1, 0]
    assert [members_of(model, row) for row in members] == [("parties.avia.no_deal", "parties.bruma.no_deal")]


def test_a_chunk_holds_both_and_the_headline_still_has_a_deal() -> None:
    model = compile_model(dossier("55"))
    inputs = draw_inputs(model, Sampler(0), 0, 2)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), count_plan(model, 2))
    assert found["deal.possible"][:, 0, 0].all()
    assert not found["deal.possible_on_condition"].any()
    assert found["deal.strict_conflicts.count"].tolist() == [1, 1]


def test_moves_in_silence_are_those_of_the_consenting() -> None:
    model = compile_model(dossier("45"))
    toll = model.blocks[model.index.issues.index("toll")]
    assert model.moved_in_silence[toll.span].tolist() == [False, True]
    assert np.count_nonzero(model.moved_in_silence) == 1


@pytest.mark.parametrize("avia_no_deal", ["30", "45", "55"])
def test_strict_spaces_have_a_deal_where_both_conditions_leave_one(avia_no_deal: str) -> None:
    model = compile_model(dossier(avia_no_deal))
    inputs = draw_inputs(model, Sampler(0), 0, 3)
    spaces = strict_spaces(model, inputs, in_every_reading(inputs.no_deal))
    found = exists_in_draws(spaces.contributions, spaces.hard_allowed, spaces.numbers, spaces.starts, spaces.floors)
    expected = possible_on_conditions(model, inputs, in_every_reading(inputs.no_deal))
    assert found.tolist() == expected[:, CONDITIONS.index("both")].tolist()
    assert not spaces.feasible[:, model.moved_in_silence].any()
    assert not spaces.hard_allowed[:, model.moved_in_silence].any()
    assert spaces.scale.tolist() == [[100.0, 100.0]] * 3
