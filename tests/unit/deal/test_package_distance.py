"""Distances of packages, worked by hand."""

from typing import Any

import numpy as np
import pytest

from irenic.deal import package_changes
from irenic.deal.completions import Weighing, agreeing, closest_completion
from irenic.deal.conditions import as_written
from irenic.deal.constraints import constraints_in_force
from irenic.deal.package_distance import package_distance
from irenic.deal.spaces import spaces_of
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables, option_contributions
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import cell, dossier_of, issue, party


def sections() -> dict[str, Any]:
    """Half of each party's points lie on the port, a third and a sixth on toll and road, a mirror image of each other.

    Avia wants x on the port and on the toll, Bruma z; both want a road. On the flag Bruma is silent.
    """
    vague = issue("x", "y", "z")
    vague["options"]["y"] = {"ambiguity": "1", "reads": {"avia": "x", "bruma": "z"}}
    return {
        "parties": {"avia": party(no_deal="50"), "bruma": party(no_deal="50")},
        "issues": {"port": vague, "toll": issue("x", "z"), "road": issue("none", "built"), "flag": issue("old", "new")},
        "positions": {
            "avia": {
                "port": cell("60", x="100", y="30", z="0"),
                "toll": cell("40", x="100", z="0"),
                "road": cell("20", none="0", built="100"),
            },
            "bruma": {
                "port": cell("60", x="0", y="30", z="100"),
                "toll": cell("40", x="0", z="100"),
                "road": cell("20", none="0", built="100"),
            },
        },
    }


def distance(written: dict[str, Any], draws: int = 16, norms: Any = None, **given: str) -> dict[str, Any]:
    model = compile_model(dossier_of(**written))
    inputs = as_written(draw_inputs(model, Sampler(0), 0, draws))
    spaces = spaces_of(model, inputs, inputs.no_deal, [block_tables(model, inputs, "silent_zero")])
    points = option_contributions(model, inputs, "silent_zero")
    return package_distance(model, spaces, points, constraints_in_force(model, inputs), given, norms)


def test_whom_a_package_fails_and_why() -> None:
    found = distance(sections(), port="x", toll="z", road="none", flag="old")
    assert found["filled"] == []
    assert found["accepted"] == 0
    first, second = found["parties"]
    assert (first["party"], first["accepts"]) == ("bruma", 0)
    assert first["lacks"] == pytest.approx({"low": 50 - 100 / 3, "median": 50 - 100 / 3, "high": 50 - 100 / 3})
    assert [(give["issue"], give["option"]) for give in first["gives"]] == [("port", "x"), ("road", "none")]
    assert [give["points"] for give in first["gives"]] == pytest.approx([50, 100 / 6])
    assert (second["party"], second["accepts"], second["lacks"]) == ("avia", 1, None)
    # With the road Avia has 66.7 and Bruma 50: no other single change of it pleases both.
    assert found["changes"] == [{"options": {"road": "built"}, "share": 1.0}]


def test_a_vague_text_counts_as_written() -> None:
    found = distance(sections(), port="y", toll="x", road="built", flag="old")
    avia, bruma = (next(e for e in found["parties"] if e["party"] == name) for name in ("avia", "bruma"))
    assert avia["lacks"] is None
    assert bruma["lacks"]["median"] == pytest.approx(50 - 15 - 100 / 6)


def test_what_forbids_a_package_is_named_with_its_share() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "0.25", "cost": "0"}}
    written["positions"]["avia"]["port"]["red_lines"] = {"x": {"binding": "0", "cost": "5"}}
    written["rules"] = {"no-road": {"forbid": {"road": "built", "toll": "z"}}}
    written["issues"]["flag"]["options"]["new"] = {"infeasible": "0.5"}
    found = distance(written, draws=256, port="x", toll="z", road="built", flag="new")
    assert [entry["constraint"] for entry in found["broken"]] == [
        "rules.no-road",
        "issues.flag.options.new.infeasible",
        "positions.bruma.port.red_lines.x",
        "positions.avia.port.red_lines.x",
    ]
    shares = [entry["share"] for entry in found["broken"]]
    assert shares == pytest.approx([1, 0.5, 0.25, 0], abs=0.02)  # stratified shares over 256 draws
    assert found["silent"] == {"flag": ["avia", "bruma"]}
    assert found["accepted"] == 0
    assert found["simulation_low"] == 0
    assert found["simulation_high"] > 0


def test_a_single_draw_has_no_simulation_error() -> None:
    found = distance(sections(), draws=1, port="x", toll="z", road="built", flag="old")
    assert (found["accepted"], found["simulation_low"], found["simulation_high"]) == (1, 1, 1)


def test_what_is_left_out_is_filled_without_moving_in_silence_or_against_a_norm() -> None:
    found = distance(sections(), port="x")
    assert found["package"] == {"port": "x", "toll": "z", "road": "built", "flag": "old"}
    assert found["filled"] == ["toll", "road", "flag"]
    assert found["accepted"] == 1
    found = distance(sections(), port="x", norms={"held": {"road": ["built"], "flag": ["new"]}})
    assert found["package"] == {"port": "x", "toll": "z", "road": "none", "flag": "old"}
    assert found["changes"] == []
    found = distance(sections(), flag="new", road="built", norms={"held": {"road": ["built"], "flag": ["new"]}})
    assert found["norms"] == ["held"]


def agreed(written: dict[str, Any], norms: Any = None, **given: str) -> tuple[Model, set[tuple[str, ...]]]:
    model = compile_model(dossier_of(**written))
    marks = agreeing(model, given, norms or {})
    numbers = np.arange(model.index.count)
    inside = numbers[marks[model.combinations_of(numbers)].all(axis=1)]
    return model, {tuple(model.index.package(int(n)).values()) for n in inside}


def test_what_must_be_let_go_is_let_go_in_its_block_only() -> None:
    written = sections()
    written["rules"] = {"alike": {"require": {"flag": "new"}, "when": {"toll": "z"}}}
    norms = {"held": {"road": ["built"], "flag": ["new"]}}
    _, packages = agreed(written, norms, port="x", toll="z")
    assert packages == {("x", "z", "none", "new")}, "the rule moves the flag, nothing else is moved"
    _, packages = agreed(written, norms, port="x", toll="z", flag="old")
    assert packages == {("x", "z", "none", "old")}, "what was given stands, whatever the rule"
    _, packages = agreed(written, {"held": {"toll": ["z"]}}, port="x", flag="new", road="none")
    assert packages == {("x", "x", "none", "new")}


def test_completions_that_are_nowhere_allowed_end_with_the_first() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "1", "cost": "0"}}
    model = compile_model(dossier_of(**written))
    inputs = as_written(draw_inputs(model, Sampler(0), 0, 16))
    spaces = spaces_of(model, inputs, inputs.no_deal, [block_tables(model, inputs, "silent_zero")])
    weighing = Weighing.of(model, spaces)
    within = agreeing(model, {"port": "x"}, {})
    every = closest_completion(weighing, spaces, within)
    assert model.index.package(every) == {"port": "x", "toll": "z", "road": "built", "flag": "old"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("irenic.deal.completions.MOST", 1)
        assert model.index.package(closest_completion(weighing, spaces, within))["port"] == "x"


def test_changes_that_are_too_many_to_look_at_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    written = sections()
    written["parties"]["avia"]["no_deal"] = "60"

    def changes() -> list[int]:
        found = distance(written, port="z", toll="z", road="none", flag="old")
        return [len(change["options"]) for change in found["changes"]]

    assert changes() == [2]
    monkeypatch.setattr(package_changes, "MOST", 4)
    assert changes() == []
