"""What fixes do to draws, worked by hand; against the definition: tests/properties/test_deal_fixes.py."""

from typing import Any

import numpy as np
import pytest

from irenic.deal.fix_draws import strict_draws
from irenic.deal.fix_openings import Openings, closed_draws
from irenic.deal.fix_steps import Step, fix_of
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import cell, dossier_of, issue, party

AVIA = Step("concession", 0, 0)
BRUMA = Step("concession", 1, 1)
LINE = Step("red_line", 2, 1)
RULE = Step("rule", 3)


def sections(binding: str = "1") -> dict[str, Any]:
    """Worth to Avia and Bruma: old 0, 100; half 60, 40 − 5 for Bruma's line; new 100, 20, against a rule.

    Without a deal both have 50.
    """
    line = {"binding": binding, "cost": "5"}
    return {
        "parties": {"avia": party(no_deal="50"), "bruma": party(no_deal="50")},
        "issues": {"port": issue("old", "half", "new"), "flag": issue("old", "new")},
        "rules": {"no-new": {"forbid": {"port": "new"}}},
        "positions": {
            "avia": {"port": cell("100", old="0", half="60", new="100")},
            "bruma": {
                "port": {**cell("100", old="100", half="40", new="20"), "red_lines": {"half": line}},
                "flag": cell("0", old="0", new="100"),
            },
        },
    }


def openings(written: dict[str, Any], draws: int = 2) -> Openings:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(0), 0, draws)
    found = strict_draws(model, inputs, in_every_reading(inputs.no_deal))
    return Openings(closed_draws(model, found, np.ones(model.combinations, dtype=np.bool_)))


def test_the_cheapest_steps_are_taken_in_each_draw() -> None:
    view = openings(sections())
    alone = view.of(fix_of([BRUMA]))
    assert alone.cost.tolist() == [np.inf] * 2, "Avia accepts nothing that is allowed"
    lifted = view.of(fix_of([BRUMA, LINE]))
    assert lifted.cost == pytest.approx([20.0] * 2)
    assert lifted.points == pytest.approx(np.array([[15.0, 5.0]] * 2))
    assert lifted.needed.all()
    dropped = view.of(fix_of([BRUMA, RULE]))
    assert dropped.cost == pytest.approx([30.0] * 2)
    both = view.of(fix_of([BRUMA, LINE, RULE]))
    assert both.cost.tolist() == lifted.cost.tolist()
    assert not both.needed.any(), "the rule may stay"
    assert view.of(fix_of([AVIA])).cost == pytest.approx([50.0] * 2)


def test_what_is_not_in_force_need_not_be_lifted() -> None:
    view = openings(sections(binding="0.5"), draws=32)
    lifted, alone = view.of(fix_of([BRUMA, LINE])), view.of(fix_of([BRUMA]))
    assert lifted.opens.all()
    assert (lifted.needed == ~alone.opens).all()
    assert 0 < np.count_nonzero(alone.opens) < 32
    assert alone.cost[alone.opens] == pytest.approx(15.0), "the line costs its points in the package, not to be lifted"


def test_combinations_that_move_in_silence_are_left_out() -> None:
    view = openings(sections())
    assert len(view.closed.numbers) == 4, "three of the port, and the flag as it is: Avia is silent on it"
    assert view.closed.has_packages
    model = view.closed.model
    nothing = closed_draws(model, view.closed.draws, np.zeros(model.combinations, dtype=np.bool_))
    assert not nothing.has_packages
    assert Openings(nothing).of(fix_of([AVIA, BRUMA])).cost.tolist() == [np.inf] * 2
