from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.dossier.backing import numbers_of
from irenic.model.compilation import compile_model
from irenic.model.structure import Constraint, Model
from tests.unit.model.examples import cell, dossier_of, everything, issue, party, with_coalition


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_model(dossier_of(**everything()))


def packages_with(model: Model, marks: NDArray[np.bool_]) -> set[tuple[str, ...]]:
    """Options of the block's issues in the combinations that carry the mark."""
    found = set()
    for block in model.blocks:
        for row in np.flatnonzero(marks[block.span]):
            options = [model.index.options[i][k] for i, k in zip(block.issues, block.positions[row], strict=True)]
            found.add(tuple(options))
    return found


def test_blocks_follow_rules_lines_and_interactions(model: Model) -> None:
    names = [tuple(model.index.issues[i] for i in block.issues) for block in model.blocks]
    assert names == [("port", "toll", "flag"), ("north", "south")]
    assert model.combinations == 18 + 4
    assert model.block_starts.tolist() == [0, 18, 22]
    assert model.option_starts.tolist() == [0, 3, 5, 8, 10, 12]


def test_the_status_quo_is_known_by_position() -> None:
    sections = everything()
    sections["issues"]["toll"]["status_quo"] = "low"
    sections["issues"]["south"]["status_quo"] = "5"
    assert compile_model(dossier_of(**sections)).status_quo == (0, 0, 1, 1, 0)


def test_rules(model: Model) -> None:
    forbid, require = model.rules
    assert packages_with(model, forbid.broken) == set(product(("split",), ("low", "high"), ("old", "new")))
    assert packages_with(model, require.broken) == set(product(("shared", "split"), ("high",), ("old", "new")))
    assert model.rules_kept.sum() == 22 - len(packages_with(model, forbid.broken | require.broken))


def test_a_rule_that_wants_the_same() -> None:
    sections = everything()
    sections["rules"] = {"alike": {"same": ["north", "south"], "when": {"flag": "new"}}}
    model = compile_model(dossier_of(**sections))
    broken = packages_with(model, model.rules[0].broken)
    assert {combination[-1] for combination in broken} == {"new"}
    assert len(broken) == 9 * 2


def test_red_lines(model: Model) -> None:
    shared, ours, one_sided = model.red_lines
    assert packages_with(model, shared.broken) == set(product(("shared",), ("none", "low", "high"), ("old", "new")))
    assert packages_with(model, ours.broken) == set(product(("ours",), ("none", "low", "high"), ("old",)))
    assert packages_with(model, one_sided.broken) == {("5", "0")}
    assert [line.party for line in model.red_lines] == [0, 1, 0]


def test_a_refused_combination() -> None:
    sections = everything()
    lines = sections["positions"]["avia"]["red_lines"]
    lines["pair"] = {"refuses": {"north": ["5"], "south": ["5"]}, "binding": "1", "cost": "0"}
    lines["pair"]["unless"] = {"package": {"flag": "new"}}
    model = compile_model(dossier_of(**sections))
    assert {c[-1] for c in packages_with(model, model.red_lines[-1].broken)} == {"old"}


def test_uncertain_options_ambiguity_and_interactions(model: Model) -> None:
    (entry,) = model.infeasible
    assert {combination[0] for combination in packages_with(model, entry.used)} == {"ours"}
    (ambiguous,) = model.ambiguous
    assert (ambiguous.option, ambiguous.reads) == (1, ((0, 2), (1, 0)))
    (interaction,) = model.interactions
    assert interaction.party == 0
    assert packages_with(model, interaction.matches) == set(product(("ours",), ("high",), ("old", "new")))


def test_silence_and_orders(model: Model) -> None:
    assert model.silent.tolist() == [
        [False, True, False, True, True],
        [False, True, True, False, False],
        [True, True, False, True, True],
    ]
    assert model.orders == ((1, (4, 0)),)
    assert model.stating.all()


def test_constraints_are_named_by_their_paths(model: Model) -> None:
    assert model.constraints == (
        Constraint("parties.avia.no_deal", "no_deal", party="avia"),
        Constraint("parties.bruma.no_deal", "no_deal", party="bruma"),
        Constraint(
            "positions.avia.port.red_lines.shared",
            "red_line",
            party="avia",
            issue="port",
            option="shared",
            red_line="positions.avia.port.red_lines.shared",
        ),
        Constraint(
            "positions.bruma.port.red_lines.ours",
            "red_line",
            party="bruma",
            issue="port",
            option="ours",
            red_line="positions.bruma.port.red_lines.ours",
        ),
        Constraint(
            "positions.avia.red_lines.one-sided",
            "red_line",
            party="avia",
            red_line="positions.avia.red_lines.one-sided",
        ),
        Constraint("rules.no-toll-when-split", "rule", rule="no-toll-when-split"),
        Constraint("rules.high-needs-ours", "rule", rule="high-needs-ours"),
        Constraint("issues.port.options.ours.infeasible", "infeasible", issue="port", option="ours"),
    )


def test_a_coalition_reaches_what_it_controls_and_the_status_quo() -> None:
    model = compile_model(dossier_of(**with_coalition()))
    (mark,) = model.coalitions
    assert (mark.id, mark.members) == ("port-league", (0, 1))
    assert packages_with(model, model.stays) == {("shared", "none", "old"), ("0", "0")}
    assert packages_with(model, mark.reach) == {
        ("shared", "none", "old"),
        ("split", "none", "old"),
        ("ours", "none", "old"),
        ("0", "0"),
    }
    assert model.constraints[-1] == Constraint("coalitions.port-league", "coalition", coalition="port-league")


def test_every_number_that_is_drawn_is_a_number_of_the_dossier() -> None:
    dossier = dossier_of(**everything())
    counted = {number.path: number.distribution for number in numbers_of(dossier)}
    feeds = compile_model(dossier).feeds.all
    assert {feed.path: feed.distribution for feed in feeds} == {
        path: number for path, number in counted.items() if path.split(".")[0] in ("parties", "issues", "positions")
    }
    assert len({feed.path for feed in feeds}) == len(feeds)


def test_red_lines_and_their_numbers_stand_in_the_same_order(model: Model) -> None:
    assert [feed.path for feed in model.feeds.binding] == [f"{line.path}.binding" for line in model.red_lines]
    assert [feed.at for feed in model.feeds.cost] == [(k,) for k in range(len(model.red_lines))]


def test_combinations_of_packages(model: Model) -> None:
    packages = np.arange(model.index.count)
    chosen = model.combinations_of(packages)
    assert (model.numbers[chosen].sum(axis=1) == packages).all()
    assert ((chosen >= model.block_starts[:-1]) & (chosen < model.block_starts[1:])).all()


def test_a_dossier_is_sure_if_nothing_can_differ(model: Model) -> None:
    assert not model.sure
    sections = {
        "parties": {"avia": party()},
        "issues": {"port": issue("shared", "ours")},
        "positions": {"avia": {"port": cell("100", shared="0", ours="100")}},
    }
    assert compile_model(dossier_of(**sections)).sure
    sections["positions"]["avia"]["port"]["red_lines"] = {"shared": {"binding": "0.5", "cost": "0"}}
    assert not compile_model(dossier_of(**sections)).sure
