import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.fast.grid import to_grid
from irenic.language.messages import problem_line
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import READINGS, Model, Reading
from irenic.model.tables import block_tables, utilities
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything

DRAWS = 16


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_model(dossier_of(**everything()))


@pytest.fixture(scope="module")
def inputs(model: Model) -> Inputs:
    return draw_inputs(model, Sampler(5), 0, DRAWS)


def plain_utility(inputs: Inputs, d: int, p: int, package: dict[str, str], reading: Reading) -> float:
    """Utility as docs/design.md defines it, for the dossier of `everything`."""
    weights = inputs.weights[d, p] + (inputs.silent_weights[d, p] if reading == "silent_wide" else 0.0)
    value = inputs.values[d, p]
    port, north, toll, south, flag = (
        ("shared", "split", "ours").index(package["port"]),
        3 + ("0", "5").index(package["north"]),
        5 + ("none", "low", "high").index(package["toll"]),
        8 + ("0", "5").index(package["south"]),
        10 + ("old", "new").index(package["flag"]),
    )
    of_port = value[port]
    if package["port"] == "split" and p < 2:
        of_port = 0.5 * value[1] + 0.5 * value[(2, 0)[p]]
    chosen = np.array([of_port, value[north], value[toll], value[south], value[flag]])
    total = sum(weights)
    worth = float(to_grid(weights / total * chosen).sum())
    if p == 0:
        worth -= 30 * (package["port"] == "shared")
        worth -= 10 * (package["north"] == "5" and package["south"] == "0")
        worth -= 5 * (package["port"] == "ours" and package["toll"] == "high")
    if p == 1:
        worth -= 20 * (package["port"] == "ours" and package["flag"] == "old")
    return worth


@pytest.mark.parametrize("reading", READINGS)
def test_utilities_are_as_defined(model: Model, inputs: Inputs, reading: Reading) -> None:
    tables = block_tables(model, inputs, reading)
    for number in range(model.index.count):
        found = utilities(model, tables, np.full(DRAWS, number))
        package = model.index.package(number)
        expected = [[plain_utility(inputs, d, p, package, reading) for p in range(3)] for d in range(DRAWS)]
        assert np.allclose(found, expected, rtol=0, atol=1e-11)  # five parts, each rounded to 2^-40


def test_no_package_has_no_utility(model: Model, inputs: Inputs) -> None:
    found = utilities(model, block_tables(model, inputs, "silent_zero"), np.array([-1, 0] * (DRAWS // 2)))
    assert np.isnan(found[0::2]).all()
    assert np.isfinite(found[1::2]).all()


@pytest.mark.parametrize("reading", READINGS)
def test_contributions_lie_on_the_grid(model: Model, inputs: Inputs, reading: Reading) -> None:
    contributions = block_tables(model, inputs, reading).contributions
    assert (contributions == to_grid(contributions)).all()


def test_feasible_and_allowed(model: Model, inputs: Inputs) -> None:
    tables = block_tables(model, inputs, "silent_zero")
    (entry,) = model.infeasible
    for d in range(DRAWS):
        feasible = model.rules_kept & ~(inputs.infeasible[d, 0] & entry.used)
        forbidden = np.zeros(model.combinations, dtype=np.bool_)
        for k, line in enumerate(model.red_lines):
            if inputs.binds[d, k]:
                forbidden |= line.broken
        assert (tables.feasible[d] == feasible).all()
        assert (tables.hard_allowed[d] == (feasible & ~forbidden)).all()


def test_a_rule_moves_no_utility_by_a_bit() -> None:
    sections = everything()
    free = compile_model(dossier_of(**sections))
    sections["rules"]["chain"] = {"forbid": {"flag": "new", "north": "5"}}
    tied = compile_model(dossier_of(**sections))
    assert len(tied.blocks) < len(free.blocks)
    for number in range(free.index.count):
        packages = np.full(DRAWS, number)
        found = [
            utilities(m, block_tables(m, draw_inputs(m, Sampler(5), 0, DRAWS), "silent_wide"), packages)
            for m in (free, tied)
        ]
        assert (found[0] == found[1]).all()


def test_points_beyond_what_sums_hold_exactly_are_refused() -> None:
    sections = everything()
    sections["positions"]["avia"]["interactions"]["both"]["points"] = "5000"
    model = compile_model(dossier_of(**sections))
    with pytest.raises(IrenicError) as raised:
        block_tables(model, draw_inputs(model, Sampler(5), 0, 1), "silent_zero")
    (problem,) = raised.value.problems
    assert problem_line(problem, "en") == (
        "positions.avia: Costs and interactions of “avia” add up to more than 4096 points. "
        "Utilities run from 0 to 100: state costs and interactions on that scale. [model.points-out-of-reach]"
    )
    assert problem_line(problem, "zh") == (
        "positions.avia: 「avia」的代價與交互作用合計超過 4096 分。 "
        "效用的範圍是 0 到 100,請以此尺度寫出代價與交互作用。 [model.points-out-of-reach]"
    )
