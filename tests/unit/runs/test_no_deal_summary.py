import numpy as np
import pytest

from irenic.numbers.draws import Sampler
from irenic.report.summary_data import OtherBasis
from irenic.report.war_data import NoDealValue
from irenic.runs.no_deal_summary import no_deal_values, other_basis, spread
from irenic.runs.war_chunk import war_chunk
from tests.unit.model.examples import dossier_of, issue, party
from tests.unit.report.shape import faults
from tests.unit.runs.test_no_deal import DRAWS, source
from tests.unit.war.theatres import warring


def test_both_kinds_stand_side_by_side() -> None:
    of = source(warring())
    drawn = of.drawn(Sampler(1), 0, DRAWS)
    arrays = war_chunk(of, drawn)
    told = no_deal_values(of, arrays, drawn.inputs.no_deal)
    assert list(faults(told, dict[str, NoDealValue])) == []
    assert list(told) == ["avia", "bruma"]
    assert told["avia"]["stated"] == {"low": 20.0, "median": 20.0, "high": 20.0}
    assert told["avia"]["computed"] == spread(arrays["war.value"][:, 0, 0])
    assert told["avia"]["used"] == "computed"


def test_without_a_war_only_what_is_stated_is_told() -> None:
    of = source(dossier_of(parties={"avia": party(), "bruma": party(False, None)}, issues={"port": issue("a", "b")}))
    drawn = of.drawn(Sampler(1), 0, DRAWS)
    told = no_deal_values(of, {}, drawn.inputs.no_deal)
    assert list(told) == ["avia"]
    assert (told["avia"]["computed"], told["avia"]["used"], told["avia"]["tail"]) == (None, "stated", None)
    assert other_basis(of, {}) is None


@pytest.mark.parametrize(("wanted", "other"), [("computed", "stated"), ("stated", "computed")])
def test_the_share_with_the_other_kind(wanted: str, other: str) -> None:
    of = source(warring(), wanted)  # type: ignore[arg-type]
    possible = np.zeros((DRAWS, 2), dtype=np.bool_)
    possible[: DRAWS // 4, 0] = True
    told = other_basis(of, {"war.possible_otherwise": possible})
    assert told is not None
    assert list(faults(told, OtherBasis)) == []
    assert (told["basis"], told["share"]) == (other, 0.25)
    assert told["simulation_low"] <= 0.25 <= told["simulation_high"]


def test_a_spread_needs_every_draw() -> None:
    assert spread(np.array([1.0, np.nan])) is None
    assert spread(np.arange(101.0)) == {"low": 5.0, "median": 50.0, "high": 95.0}
