from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.deal.conditions import CONDITIONS, possible_on_conditions
from irenic.deal.existence import possible_draws
from irenic.deal.live import BASES
from irenic.numbers.draws import Sampler
from irenic.runs.months import Months
from irenic.runs.no_deal import NoDealDraws, NoDealSource
from irenic.runs.war_chunk import war_chunk, war_variables
from tests.unit.model.examples import dossier_of, issue, party
from tests.unit.runs.test_no_deal import CORLA, DRAWS, source, with_parts
from tests.unit.war.theatres import warring


def chunk(of: NoDealSource, drawn: NoDealDraws) -> dict[str, NDArray[Any]]:
    return war_chunk(of, drawn, Months(of, Sampler(1), seed=1, draws=DRAWS))


def test_without_a_war_there_are_no_variables_of_it() -> None:
    of = source(dossier_of(parties={"avia": party()}, issues={"port": issue("shared", "ours")}))
    assert war_variables(of) == ()
    assert chunk(of, of.drawn(Sampler(1), 0, 2)) == {}


def test_what_is_declared_is_there() -> None:
    for wanted in ("computed", "stated"):
        of = source(warring(), wanted)
        found = chunk(of, of.drawn(Sampler(1), 0, DRAWS))
        assert sorted(found) == sorted(variable.full_name for variable in war_variables(of))
        for variable in war_variables(of):
            assert found[variable.full_name].dtype.str == variable.dtype
            assert found[variable.full_name].ndim == len(variable.dims)


def test_values_are_those_of_the_war_and_lie_on_the_grid() -> None:
    of = source(warring(), "stated")
    drawn = of.drawn(Sampler(1), 0, DRAWS)
    found = chunk(of, drawn)
    assert drawn.computed is not None
    assert np.allclose(found["war.value"], drawn.computed, rtol=0, atol=2.0**-40, equal_nan=True)
    assert (found["war.value"][:, :, :CORLA] * 2.0**40 % 1 == 0).all()
    assert np.isnan(found["war.tail"][:, CORLA]).all()
    assert ((found["war.tail"][:, :CORLA] >= 0) & (found["war.tail"][:, :CORLA] <= 1)).all()


def test_the_other_kind_is_looked_at_in_the_same_draws() -> None:
    of = source(warring())
    drawn = of.drawn(Sampler(1), 0, DRAWS)
    found = chunk(of, drawn)["war.possible_otherwise"]
    headline = possible_draws(of.model, drawn.inputs, drawn.stated, "silent_zero", "hard")
    strict = possible_on_conditions(of.model, drawn.inputs, drawn.stated)[:, CONDITIONS.index("both")]
    assert found[:, BASES.index("headline")].tolist() == headline.tolist()
    assert found[:, BASES.index("strict")].tolist() == strict.tolist()


def test_where_one_party_has_no_war_value_the_other_kind_is_not_looked_at() -> None:
    parties = {"avia": party(), "bruma": party(discount="0.9"), "corla": party(False, None)}
    of = source(with_parts(warring(), parties=parties))
    assert sorted(chunk(of, of.drawn(Sampler(1), 0, 4))) == ["war.tail", "war.value"]
