"""Which fixes are told, and in which order."""

import numpy as np

from irenic.deal.fix_listing import Found, Shares, as_told, in_order, most_frequent, worth_telling
from irenic.deal.fix_openings import Opening
from irenic.deal.fix_steps import Fix, Step, fix_of
from irenic.deal.kernels.types import Floats
from irenic.model.compilation import compile_model
from tests.unit.model.examples import cell, dossier_of, issue, party

CLOSED = 200
LINE = {"binding": "1", "cost": "10"}
MODEL = compile_model(
    dossier_of(
        parties={"avia": party(), "bruma": party()},
        issues={"port": issue("old", "new"), "toll": issue("none", "high")},
        rules={"one": {"forbid": {"port": "new"}}},
        positions={
            "avia": {"port": {**cell("100", old="0", new="100"), "red_lines": {"old": LINE, "new": LINE}}},
            "bruma": {"port": cell("100", old="100", new="0"), "toll": cell("50", none="0", high="100")},
        },
    )
)
SHARES = Shares(np.zeros(CLOSED, dtype=np.bool_), np.arange(CLOSED))
AVIA, BRUMA = Step("concession", 0, 0), Step("concession", 1, 1)
OLD, NEW, RULE = Step("red_line", 2, 0), Step("red_line", 3, 0), Step("rule", 4)
TOLL = Step("linkage", 3, 0, None, (1, 1))


def found(*steps: Step, cost: float = 5.0, opens: int = CLOSED, needed: int | None = None) -> Found:
    """A fix that opens the first draws at one cost."""
    fix = fix_of(steps)
    costs = np.where(np.arange(CLOSED) < opens, cost, np.inf)
    is_needed = np.arange(CLOSED) < (opens if needed is None else needed)
    points = np.full((CLOSED, len(steps)), cost / len(steps))
    nothing: Floats = np.zeros((2, 4))
    return Found(fix, Opening(costs, is_needed, np.zeros(CLOSED, dtype=np.int64), points), nothing)


def fixes(ordered: list[Found]) -> list[Fix]:
    return [one.fix for one in ordered]


def test_few_steps_then_low_cost_then_many_draws_then_kind_then_id() -> None:
    wanted = [
        found(OLD, cost=4.0),
        found(AVIA, cost=5.001),
        found(BRUMA, cost=5.0),
        found(NEW),
        found(TOLL, opens=150),
        found(RULE, cost=0.0),
        found(AVIA, BRUMA, cost=1.0),
    ]
    rng = np.random.default_rng(0)
    for _ in range(5):
        shuffled = [wanted[k] for k in rng.permutation(len(wanted))]
        assert fixes(in_order(shuffled, MODEL)) == fixes(wanted)


def test_the_median_cost_is_that_of_draws_that_need_the_whole() -> None:
    dear, cheap = found(AVIA, RULE, cost=9.0, needed=2), found(BRUMA, RULE, cost=8.0)
    dear.opening.cost[2:] = 1.0
    assert fixes(in_order([dear, cheap], MODEL)) == fixes([cheap, dear])
    told = as_told(MODEL, dear, SHARES, 7)
    assert told["cost"] == {"low": 9.0, "median": 9.0, "high": 9.0}
    assert (told["opens"], told["rank"]) == (1.0, 7)


def test_what_is_needed_in_less_than_a_hundredth_is_not_told() -> None:
    kept, dropped = found(AVIA, opens=2), found(BRUMA, needed=1)
    assert fixes(worth_telling([kept, dropped], SHARES)) == fixes([kept])


def test_a_line_given_up_for_something_takes_the_place_of_one_given_up_for_nothing() -> None:
    for_nothing, for_toll = found(NEW, BRUMA), found(TOLL, BRUMA)
    assert fixes(worth_telling([for_nothing, for_toll, found(OLD, BRUMA)], SHARES)) == fixes(
        [for_toll, found(OLD, BRUMA)]
    )
    opens_less = found(TOLL, BRUMA, opens=CLOSED - 1)
    assert len(worth_telling([for_nothing, opens_less], SHARES)) == 2
    assert len(worth_telling([for_nothing, found(TOLL, BRUMA, cost=6.0)], SHARES)) == 2


def test_the_interval_is_that_of_scrambles_and_a_single_draw_is_what_it_is() -> None:
    possible = np.arange(2 * CLOSED) % 2 == 0
    half = found(AVIA, opens=CLOSED // 2)
    shares = Shares(possible, np.flatnonzero(~possible))
    told = as_told(MODEL, half, shares, 1)
    assert (told["share_before"], told["share_after"], told["opens"]) == (0.5, 0.75, 0.5)
    assert told["simulation_low"] < 0.75 < told["simulation_high"]
    one = Shares(np.zeros(1, dtype=np.bool_), np.zeros(1, dtype=np.int64))
    opening = Opening(np.array([3.0]), np.array([True]), np.array([1]), np.array([[3.0]]))
    told = as_told(MODEL, Found(fix_of([AVIA]), opening, np.zeros((2, 4))), one, 1)
    assert (told["simulation_low"], told["share_after"], told["simulation_high"]) == (1.0, 1.0, 1.0)
    assert told["package"] == {"port": "old", "toll": "high"}


def test_the_commonest_package_and_of_equally_common_ones_the_first() -> None:
    assert most_frequent(np.array([7, 3, 7, 3, 9])) == 3
