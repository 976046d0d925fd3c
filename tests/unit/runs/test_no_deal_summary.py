import numpy as np
import pytest

from irenic.numbers.draws import Sampler
from irenic.report.summary_data import OtherBasis
from irenic.report.war_data import ByMonth, NoDealValue
from irenic.runs.months import Months
from irenic.runs.no_deal_summary import by_month, no_deal_values, other_basis, spread
from irenic.runs.war_chunk import war_chunk
from tests.unit.model.examples import dossier_of, issue, party
from tests.unit.report.shape import faults
from tests.unit.runs.test_no_deal import DRAWS, source
from tests.unit.war.theatres import warring


def test_both_kinds_stand_side_by_side() -> None:
    of = source(warring())
    drawn = of.drawn(Sampler(1), 0, DRAWS)
    arrays = war_chunk(of, drawn, Months(of, Sampler(1), 1, DRAWS))
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


def test_the_zone_by_month() -> None:
    of = source(warring())
    arrays = Months(of, Sampler(1), 1, DRAWS).rows(0, DRAWS)
    arrays["war.possible_by_month"][:, 3] = False
    told = by_month(of, arrays)
    assert told is not None
    assert list(faults(told, ByMonth)) == []
    assert told["draws"] == DRAWS
    assert [month["month"] for month in told["months"]] == list(range(37))
    assert (told["months"][3]["share"], told["months"][3]["strict"]) == (0.0, 0.0)
    assert list(told["months"][7]["no_deal"]) == ["avia", "bruma"]
    assert told["months"][7]["no_deal"]["avia"] == spread(arrays["war.no_deal_by_month"][:, 7, 0])
    assert by_month(source(warring(), "stated"), {}) is None
