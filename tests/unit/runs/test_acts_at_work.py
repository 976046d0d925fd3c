"""Levers and clocks at work on what the package space rests on."""

from typing import Any

import numpy as np
import pytest

from irenic.acts.rules import compile_acts
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.runs.acts_at_work import ActsAtWork, acts_at_work, inputs_at_work
from tests.unit.model.examples import cell, dossier_of, issue, party

DRAWS = 16


def dossier(**parts: Any) -> Any:
    """Two parties about a port and a toll; the first ranks the port above the toll."""
    cells = {"port": cell("40 to 90", shared="30 to 70", ours="0"), "toll": cell("20 to 60", low="100", high="0")}
    return dossier_of(
        parties={name: party(no_deal="10 to 30", influence="1", discount="0.9") for name in ("avia", "bruma")},
        issues={"port": issue("shared", "ours"), "toll": issue("low", "high")},
        order=[{"holder": "avia", "issues": ["port", "toll"]}],
        positions={"avia": cells, "bruma": cells},
        **parts,
    )


def lever(path: str, op: str, size: str, trigger: Any = "always", **more: Any) -> dict[str, Any]:
    return {"holder": "avia", "path": path, "op": op, "size": size, "trigger": trigger, **more}


def drawn(levers: dict[str, Any], **parts: Any) -> tuple[Model, Inputs, Inputs, ActsAtWork]:
    """The model, what is drawn without levers, with them, and these."""
    written = dossier(levers=levers, **parts)
    model, sampler = compile_model(written), Sampler(5)
    work = acts_at_work(compile_acts(written), sampler, {}, 0, DRAWS)
    return model, draw_inputs(model, sampler, 0, DRAWS), inputs_at_work(model, sampler, work), work


def test_without_levers_every_bit_stays() -> None:
    _, plain, found, _ = drawn({})
    for name in Inputs.__dataclass_fields__:
        assert np.array_equal(getattr(plain, name), getattr(found, name))


def test_what_works_from_the_start_changes_numbers() -> None:
    _, plain, found, _ = drawn(
        {
            "floor": lever("parties.bruma.no_deal", "add", "3"),
            "value": lever("positions.bruma.port.values.shared", "multiply", "2"),
        }
    )
    assert found.no_deal[:, 1] == pytest.approx(plain.no_deal[:, 1] + 3.0, abs=1e-9)
    assert found.no_deal[:, 0].tolist() == plain.no_deal[:, 0].tolist()
    assert found.values[:, 1, 0] == pytest.approx(np.minimum(2 * plain.values[:, 1, 0], 100.0), abs=1e-9)
    assert found.values[:, 0].tolist() == plain.values[:, 0].tolist()


def test_weights_are_changed_after_they_are_ranked() -> None:
    _, plain, found, _ = drawn({"toll": lever("positions.avia.toll.weight", "multiply", "3")})
    assert found.weights[:, 0, 1] == pytest.approx(3 * plain.weights[:, 0, 1], abs=1e-9)
    assert found.weights[:, 0, 0].tolist() == plain.weights[:, 0, 0].tolist()


def test_impatience_changes_the_terms_of_a_deal() -> None:
    """α ∝ 1/(−ln δ): equal at first; a clock halves the first party's discount factor."""
    clock = {"who": "avia", "effect": {"path": "parties.avia.discount", "op": "multiply", "size": "0.5"}}
    _, plain, found, _ = drawn({}, clocks={"vote": clock})
    assert plain.alpha == pytest.approx(np.full((DRAWS, 2), 0.5), abs=1e-12)
    impatient, patient = 1 / -np.log(0.45), 1 / -np.log(0.9)
    assert found.alpha[:, 0] == pytest.approx(np.full(DRAWS, impatient / (impatient + patient)), abs=1e-12)


@pytest.mark.parametrize(
    ("trigger", "gained"),
    [
        ("talks-fail", 3.0),
        ({"on": "offer-refused", "by": "bruma"}, 3.0),
        ({"on": "offer-refused", "by": "avia"}, 0.0),
        ({"on": "deal-signed"}, 0.0),
        ("own-choice", 0.0),
    ],
)
def test_a_number_of_a_party_is_changed_by_its_own_refusal(trigger: Any, gained: float) -> None:
    _, plain, found, _ = drawn({"price": lever("parties.bruma.no_deal", "add", "3", trigger)})
    assert found.no_deal[:, 1] == pytest.approx(plain.no_deal[:, 1] + gained, abs=1e-9)


def test_credibility_counts_as_a_share() -> None:
    _, plain, found, _ = drawn({"floor": lever("parties.bruma.no_deal", "add", "4", credibility="0.25")})
    assert found.no_deal[:, 1] == pytest.approx(plain.no_deal[:, 1] + 1.0, abs=1e-9)


def test_months_and_lags() -> None:
    _, _, _, work = drawn({"floor": lever("parties.bruma.no_deal", "add", "4", lag="1.5", duration="2")})
    found = work.number("parties.bruma.no_deal", np.full(DRAWS, 10.0), 5)
    assert found == pytest.approx(np.tile([10.0, 12.0, 14.0, 12.0, 10.0], (DRAWS, 1)), abs=1e-9)


@pytest.mark.parametrize(
    ("path", "base", "expected"),
    [
        ("parties.avia.discount", 0.9, 1.0),
        ("positions.avia.port.weight", 5.0, 10.0),
        ("issues.port.x.ambiguity", 0.6, 1.0),
    ],
)
def test_numbers_stay_where_they_may_lie(path: str, base: float, expected: float) -> None:
    _, _, _, work = drawn({"more": lever("parties.avia.discount", "multiply", "2"),
                           "weight": lever("positions.avia.port.weight", "multiply", "2"),
                           "doubt": lever("issues.port.x.ambiguity", "multiply", "2")})  # fmt: skip
    found: Floats = work.number(path, np.full(DRAWS, base))
    assert found[:, 0] == pytest.approx(np.full(DRAWS, expected), abs=1e-12)
    assert path != "parties.avia.discount" or (found < 1.0).all()
