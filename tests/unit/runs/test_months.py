from typing import Any

import numpy as np
import pytest

from irenic.deal.existence import possible_draws
from irenic.deal.live import BASES
from irenic.deal.spaces import in_every_reading
from irenic.numbers.draws import Sampler
from irenic.runs import months as by_months
from irenic.runs.months import NOT_FOLLOWED, Months, told_by_month
from tests.unit.runs.test_no_deal import AVIA, BRUMA, CORLA, DRAWS, source, with_parts
from tests.unit.war.theatres import warring


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return Months(source(warring()), Sampler(1), seed=1, draws=DRAWS).rows(0, DRAWS)


def test_in_month_0_values_are_those_that_answers_rest_on(whole: dict[str, Any]) -> None:
    found = source(warring()).drawn(Sampler(1), 0, DRAWS)
    first = whole["war.no_deal_by_month"][:, 0, :CORLA]
    assert first == pytest.approx(found.used[:, 0, :CORLA], abs=1e-9)  # sums over beliefs in another order
    assert np.isnan(whole["war.no_deal_by_month"][:, :, CORLA]).all()


def test_the_zone_is_that_of_the_month_s_values(whole: dict[str, Any]) -> None:
    of = source(warring())
    inputs = of.inputs(Sampler(1), 0, DRAWS)
    for month in (0, 5, 36):
        no_deal = in_every_reading(whole["war.no_deal_by_month"][:, month])
        expected = possible_draws(of.model, inputs, no_deal, "silent_zero", "hard")
        assert whole["war.possible_by_month"][:, month, BASES.index("headline")].tolist() == expected.tolist()


@pytest.mark.parametrize("block", [1, 5, 64])
def test_blocks_and_chunks_change_nothing(whole: dict[str, Any], block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_months, "BLOCK", block)
    months = Months(source(warring()), Sampler(1), seed=1, draws=DRAWS)
    pieces = [months.rows(start, min(start + 9, DRAWS)) for start in range(0, DRAWS, 9)]
    for name, expected in whole.items():
        assert np.array_equal(np.concatenate([piece[name] for piece in pieces]), expected, equal_nan=True)


def test_only_the_first_draws_are_followed(whole: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_months, "FOLLOWED", 16)
    found = Months(source(warring()), Sampler(1), seed=1, draws=DRAWS).rows(12, 20)
    assert np.array_equal(found["war.no_deal_by_month"][:4], whole["war.no_deal_by_month"][12:16], equal_nan=True)
    assert np.isnan(found["war.no_deal_by_month"][4:]).all()
    assert (found["war.front_by_month"][4:] == NOT_FOLLOWED).all()
    assert not found["war.possible_by_month"][4:].any()
    beyond = Months(source(warring()), Sampler(1), seed=1, draws=DRAWS).rows(20, 24)
    assert (beyond["war.front_by_month"] == NOT_FOLLOWED).all()


def test_levers_on_no_deal_values_work_in_their_months(whole: dict[str, Any]) -> None:
    lever = {"holder": "avia", "path": "parties.bruma.no_deal", "op": "add", "size": "7", "trigger": "always"}
    of = source(with_parts(warring(), levers={"floor": lever | {"lag": "3", "duration": "2"}}))
    found = Months(of, Sampler(1), seed=1, draws=DRAWS).rows(0, DRAWS)
    gained = found["war.no_deal_by_month"] - whole["war.no_deal_by_month"]
    expected = np.zeros(37)
    expected[3:5] = 7.0
    assert gained[:, :, BRUMA] == pytest.approx(np.tile(expected, (DRAWS, 1)), abs=1e-9)
    assert gained[:, :, AVIA] == pytest.approx(np.zeros((DRAWS, 37)), abs=1e-9)


def test_levers_on_no_deal_values_wait_for_the_failure_of_the_month(whole: dict[str, Any]) -> None:
    """Whenever talks fail, what comes at once comes in that month, and what takes three months has not come."""
    lever = {"holder": "avia", "path": "parties.bruma.no_deal", "op": "add", "trigger": "talks-fail"}
    levers = {"now": lever | {"size": "7", "duration": "2"}, "late": lever | {"size": "50", "lag": "3"}}
    of = source(with_parts(warring(), levers=levers))
    found = Months(of, Sampler(1), seed=1, draws=DRAWS).rows(0, DRAWS)
    gained = found["war.no_deal_by_month"] - whole["war.no_deal_by_month"]
    assert gained[:, :, BRUMA] == pytest.approx(np.full((DRAWS, 37), 7.0), abs=1e-9)
    assert gained[:, 0, BRUMA] == pytest.approx(
        of.drawn(Sampler(1), 0, DRAWS).used[:, 0, BRUMA] - whole["war.no_deal_by_month"][:, 0, BRUMA], abs=1e-9
    )


def test_with_stated_values_there_is_nothing_to_tell() -> None:
    of = source(warring(), "stated")
    assert not told_by_month(of)
    assert Months(of, Sampler(1), 1, DRAWS).rows(0, DRAWS) == {}
