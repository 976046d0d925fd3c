"""What a part of a package is filled with."""

from typing import Any

import numpy as np
import pytest

from irenic.deal.completions import Weighing, agreeing, closest_completion
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from tests.unit.deal.package_examples import sections, written_spaces
from tests.unit.model.examples import dossier_of


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
    model, _, spaces = written_spaces(written)
    weighing = Weighing.of(model, spaces)
    within = agreeing(model, {"port": "x"}, {})
    every = closest_completion(weighing, spaces, within)
    assert model.index.package(every) == {"port": "x", "toll": "z", "road": "built", "flag": "old"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("irenic.deal.completions.MOST", 1)
        assert model.index.package(closest_completion(weighing, spaces, within))["port"] == "x"
