"""A fix that was planted in a dossier is found, and ranked first among fixes that are as cheap."""

from pathlib import Path
from typing import Any

import pytest

from irenic.deal.fix_draws import FixDraws, strict_draws
from irenic.deal.fixes import find_fixes
from irenic.deal.spaces import in_every_reading
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.properties.planted import KINDS, planted

DOSSIERS = 100
DRAWS = 64
SAME = 0.005
"""Costs are compared in hundredths of a point."""


def fixes_of(dossier: Dossier) -> list[dict[str, Any]]:
    model = compile_model(dossier)
    sampler = Sampler(1)

    def draws_of(start: int, stop: int) -> FixDraws:
        inputs = draw_inputs(model, sampler, start, stop)
        return strict_draws(model, inputs, in_every_reading(inputs.no_deal))

    return find_fixes(model, draws_of, DRAWS, {name: norm.options for name, norm in dossier.file.norms.items()})


def steps_of(fix: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: value for key, value in step.items() if key != "points"} for step in fix["steps"]]


def is_as_cheap(fix: dict[str, Any], mine: dict[str, Any]) -> bool:
    """Whether it costs no more; what has no price is as cheap only as what has none."""
    if mine["cost"] is None or fix["cost"] is None:
        return fix["cost"] is None and mine["cost"] is None
    return bool(fix["cost"]["median"] <= mine["cost"]["median"] + SAME)


def is_same_price(fix: dict[str, Any], mine: dict[str, Any]) -> bool:
    return len(fix["steps"]) == len(mine["steps"]) and is_as_cheap(fix, mine) and is_as_cheap(mine, fix)


@pytest.mark.parametrize("number", range(DOSSIERS))
def test_the_planted_fix_is_ranked_first_among_equally_cheap_ones(number: int, tmp_path: Path) -> None:
    made = planted(number)
    found = fixes_of(load_dossier(made.write(tmp_path / "made-up")))
    ranked = [fix for fix in found if fix["rank"] is not None]
    wanted = sorted(made.steps, key=str)
    mine = next(fix for fix in ranked if sorted(steps_of(fix), key=str) == wanted)
    assert not [fix for fix in ranked[: ranked.index(mine)] if is_as_cheap(fix, mine)]
    assert mine["package"]["core"] == made.target
    assert not any("inadmissible" in fix["package"].values() for fix in ranked)
    assert not any(fix["package"].get("quiet") == "new" for fix in found)
    if made.tied:
        alike = [fix for fix in ranked if is_same_price(fix, mine) and fix["package"]["core"] == "half"]
        assert alike
        assert all(fix["opens"] < mine["opens"] for fix in alike)


def test_every_kind_is_planted() -> None:
    assert {KINDS[number % len(KINDS)] for number in range(DOSSIERS)} == set(KINDS)
    assert sum(planted(number).tied for number in range(DOSSIERS)) >= DOSSIERS // 2
