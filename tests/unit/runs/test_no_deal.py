"""Where no-deal values come from, on a made-up war over a valley."""

from typing import Any

import numpy as np
import pytest

from irenic.acts.rules import compile_acts
from irenic.deal.existence import Replication, assumption_replicates
from irenic.dossier.schema.root import Dossier, NoDealBasis
from irenic.errors.problem import IrenicError
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import READINGS
from irenic.numbers.draws import Sampler
from irenic.numbers.medians import Medians
from irenic.runs.decisions import decisions_of
from irenic.runs.no_deal import NoDealSource, no_deal_source
from tests.unit.model.examples import cell, dossier_of, issue, party
from tests.unit.war.theatres import warring

DRAWS = 32
AVIA, BRUMA, CORLA = range(3)


def source(dossier: Dossier, wanted: NoDealBasis | None = None) -> NoDealSource:
    model = compile_model(dossier)
    return no_deal_source(dossier, model, compile_acts(dossier), decisions_of(dossier, model), wanted)


def with_parts(dossier: Dossier, **parts: Any) -> Dossier:
    """The same dossier with other sections (as the reader gives them)."""
    needed = {"parties": {"avia": party()}, "issues": {"port": issue("shared", "ours")}}
    read = dossier_of(**(needed | parts)).file
    file = dossier.file.model_copy(update={name: getattr(read, name) for name in parts})
    return dossier.model_copy(update={"file": file})


def test_without_a_theatre_values_are_stated_and_nothing_is_computed() -> None:
    dossier = dossier_of(
        parties={"avia": party(no_deal="10 to 30"), "bruma": party()},
        issues={"port": issue("shared", "ours")},
        positions={"avia": {"port": cell("100", shared="0", ours="100")}},
    )
    of = source(dossier)
    found = of.drawn(Sampler(3), 0, DRAWS)
    plain = draw_inputs(of.model, Sampler(3), 0, DRAWS)
    assert (of.basis, found.computed, found.other, found.war) == ("stated", None, None, None)
    for reading in range(len(READINGS)):
        assert found.used[:, reading].tolist() == plain.no_deal.tolist()


def test_a_war_that_values_every_consenting_party_is_what_answers_rest_on() -> None:
    of = source(warring())
    found = of.drawn(Sampler(1), 0, DRAWS)
    assert of.basis == "computed"
    assert found.computed is not None
    assert found.used[:, :, :CORLA].tolist() == found.computed[:, :, :CORLA].tolist()
    assert found.other is not None
    assert found.other[:, :, :CORLA].tolist() == found.stated[:, :, :CORLA].tolist()
    assert np.isnan(found.used[:, :, CORLA]).all()  # says nothing, states nothing


def test_stated_values_may_be_asked_for() -> None:
    of, computed = source(warring(), "stated"), source(warring())
    found, beside = of.drawn(Sampler(1), 0, DRAWS), computed.drawn(Sampler(1), 0, DRAWS)
    assert of.basis == "stated"
    assert found.other is not None
    assert (found.used[:, :, :CORLA] == 20.0).all()
    assert found.other[:, :, :CORLA].tolist() == beside.used[:, :, :CORLA].tolist()


def test_a_consenting_party_without_a_war_value_leaves_the_stated_ones() -> None:
    parties = {"avia": party(), "bruma": party(discount="0.9"), "corla": party(False, None)}
    of = source(with_parts(warring(), parties=parties))
    found = of.drawn(Sampler(1), 0, DRAWS)
    assert (of.basis, found.other) == ("stated", None)
    assert (found.used[:, :, :CORLA] == 20.0).all()
    assert found.computed is not None
    assert np.isnan(found.computed[:, :, AVIA]).all()
    assert np.isfinite(found.computed[:, :, BRUMA]).all()


def test_a_theatre_that_lacks_forces_computes_nothing() -> None:
    sides = {"avia": {"loss_rate": "20"}, "bruma": {"forces": "100"}}
    of = source(warring(sides=sides))
    assert of.fights is None
    assert of.theatre is not None
    assert of.theatre.missing == ("theatre.sides.avia.forces",)
    assert of.drawn(Sampler(1), 0, DRAWS).computed is None


def test_where_nothing_moves_a_value_is_what_stands_less_what_war_costs() -> None:
    """W = u(sq) − c (1 − δ^H)/(1 − δ): the tail is frozen, so what is gained by waiting is u(sq) itself."""
    still = {"forces": "100", "replenishment": "0", "loss_rate": "0"}
    sides = {"avia": {**still, "points_cost": "0.5"}, "bruma": still}
    never = {"initiative": {"avia": "0", "bruma": "0"}}
    of = source(warring(sides=sides, battle=never))
    found = of.drawn(Sampler(1), 0, DRAWS)
    delta = 0.9 ** (1 / 12)
    expected = 50.0 - 0.5 * (1 - delta**36) / (1 - delta)
    assert found.used[:, :, AVIA] == pytest.approx(np.full((DRAWS, 2), expected), abs=1e-9)
    assert found.used[:, :, BRUMA] == pytest.approx(np.full((DRAWS, 2), 50.0), abs=1e-9)


def test_levers_on_no_deal_values_add_to_both_kinds() -> None:
    lever = {"holder": "avia", "path": "parties.bruma.no_deal", "op": "add", "size": "7", "trigger": "talks-fail"}
    plain = source(warring()).drawn(Sampler(1), 0, DRAWS)
    found = source(with_parts(warring(), levers={"floor": lever})).drawn(Sampler(1), 0, DRAWS)
    assert plain.computed is not None
    assert found.computed is not None
    assert found.stated[:, :, BRUMA] == pytest.approx(plain.stated[:, :, BRUMA] + 7.0, abs=1e-9)
    assert found.computed[:, :, BRUMA] == pytest.approx(plain.computed[:, :, BRUMA] + 7.0, abs=1e-9)
    assert found.computed[:, :, AVIA].tolist() == plain.computed[:, :, AVIA].tolist()


def test_draws_are_the_same_however_they_are_cut() -> None:
    of = source(warring())
    whole, part = of.drawn(Sampler(4), 0, DRAWS), of.drawn(Sampler(4), 5, 9)
    assert np.array_equal(whole.used[5:9], part.used, equal_nan=True)
    assert np.array_equal(of.stated(Sampler(4), 5, 9), whole.stated[5:9, 0], equal_nan=True)
    assert np.array_equal(of.inputs(Sampler(4), 5, 9).weights, whole.inputs.weights[5:9])


def test_the_middle_case_has_its_war() -> None:
    inputs, no_deal = source(warring()).drawing(Medians(), 0, 1)
    assert inputs.draws == 1
    assert np.isfinite(no_deal[:, :, :CORLA]).all()


def test_replicates_redraw_the_numbers_of_the_war() -> None:
    of, sampler = source(warring()), Sampler(1)
    kept = {"theatre.sides.avia.forces"}
    everything = sampler.with_fresh(1, lambda stream: False)
    all_but_one = sampler.with_fresh(1, lambda stream: stream not in kept)
    first, same, other = (of.drawing(s, 0, DRAWS)[1] for s in (sampler, everything, all_but_one))
    assert np.array_equal(first, same, equal_nan=True)
    assert (first[:, :, AVIA] != other[:, :, AVIA]).all()


def test_where_only_the_war_is_uncertain_what_is_assumed_of_it_decides() -> None:
    """All numbers of this war are kept, so every replicate of a point has the same answer; else answers differ."""
    replication = Replication(points=64, replicates=4)
    values = {
        "avia": cell("100", shared="50", split="70", avian="100", brumic="0", offer="13"),
        "bruma": cell("100", shared="50", split="30", avian="0", brumic="100", offer="88"),
    }
    dossier = with_parts(
        warring(),
        issues={"valley": issue("shared", "split", "avian", "brumic", "offer")},
        positions={party: {"valley": own} for party, own in values.items()},
    )
    of = source(dossier)
    numbers = [f"theatre.sides.{side}.{field}" for side in ("avia", "bruma") for field in ("forces", "loss_rate")]
    beliefs = {"theatre.beliefs.avia.optimism", "theatre.battle.b0", "theatre.battle.b1"}
    assumed = {*numbers, *beliefs, "parties.bruma.discount"}
    kept = assumption_replicates(of.model, Sampler(2), assumed, of.drawing, replication)
    fresh = assumption_replicates(of.model, Sampler(2), set(), of.drawing, replication)
    assert set(kept.tolist()) == {0, 4}
    assert {1, 2, 3} & set(fresh.tolist())


def test_computed_values_that_are_asked_for_and_not_there_are_refused() -> None:
    dossier = dossier_of(
        parties={"avia": party(no_deal="10 to 30"), "bruma": party()}, issues={"port": issue("shared", "ours")}
    )
    with pytest.raises(IrenicError) as refused:
        source(dossier, "computed")
    told = [(problem.code, dict(problem.params)) for problem in refused.value.problems]
    assert told == [("runs.not-computed", {"parties": "avia, bruma"})]
