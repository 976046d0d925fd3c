from typing import Any

import numpy as np
import pytest

from irenic.deal.existence import Drawn, Replication, assumption_replicates, drawing_as_stated, possible_draws
from irenic.deal.kernels.types import Integers
from irenic.model.compilation import compile_model
from irenic.model.structure import READINGS, Model
from irenic.numbers.draws import Draws, Sampler
from tests.unit.model.examples import cell, dossier_of, issue, party

POINTS = Replication(points=256, replicates=8)


def model(**binding: str) -> Model:
    """Two parties want one option, which Avia may refuse; no deal is worth 0 to 100 to Bruma, evenly."""
    held: dict[str, Any] = {"port": cell("100", shared="50", ours="0")}
    if binding:
        held["port"]["red_lines"] = {"shared": {"cost": "0", **binding}}
    sections = {
        "parties": {"avia": party(no_deal="0"), "bruma": party(no_deal={"uniform": ["0", "100"]})},  # type: ignore[arg-type]
        "issues": {"port": issue("shared", "ours")},
        "positions": {"avia": held, "bruma": {"port": cell("100", shared="50", ours="0")}},
    }
    return compile_model(dossier_of(**sections))


def replicates(assumed: set[str], **binding: str) -> Integers:
    asked = model(**binding)
    return assumption_replicates(asked, Sampler(1), assumed, drawing_as_stated(asked), POINTS)


def test_assumed_numbers_stay_at_their_draw() -> None:
    """With nothing else left open, each point has a deal in all replicates or in none: where no deal is at most 50."""
    successes = replicates({"parties.bruma.no_deal"})
    no_deal = Sampler(1).uniform("parties.bruma.no_deal", 0, POINTS.points) * 100
    assert successes.tolist() == [POINTS.replicates if d <= 50 else 0 for d in no_deal]


def test_other_numbers_are_drawn_anew() -> None:
    successes = replicates(set())
    assert 0 < (successes == 4).mean() < 0.5
    assert successes.mean() / POINTS.replicates == pytest.approx(0.5, abs=0.05)  # 2048 draws of a share of one half


def test_what_happens_is_drawn_anew_though_its_probability_is_assumed() -> None:
    paths = {"parties.bruma.no_deal", "positions.avia.port.red_lines.shared.binding"}
    successes = replicates(paths, binding="0.5")
    no_deal = Sampler(1).uniform("parties.bruma.no_deal", 0, POINTS.points) * 100
    assert (successes[no_deal > 50] == 0).all()
    assert 0.4 < successes[no_deal <= 50].mean() / POINTS.replicates < 0.6
    assert len(np.unique(successes)) > 5


def test_no_deal_values_may_come_from_elsewhere() -> None:
    stated = drawing_as_stated(model())

    def hopeless(sampler: Draws, start: int, stop: int) -> Drawn:
        inputs, no_deal = stated(sampler, start, stop)
        return inputs, np.full_like(no_deal, 100.0)

    assert not assumption_replicates(model(), Sampler(1), set(), hopeless, POINTS).any()


def test_each_reading_has_its_own_no_deal_values() -> None:
    """Both want the port shared at 50; in the wide reading no deal is worth more than that."""
    inputs, no_deal = drawing_as_stated(model())(Sampler(1), 0, 16)
    no_deal[:, READINGS.index("silent_zero")] = 50.0
    no_deal[:, READINGS.index("silent_wide")] = 51.0
    assert possible_draws(model(), inputs, no_deal, "silent_zero", "hard").all()
    assert not possible_draws(model(), inputs, no_deal, "silent_wide", "hard").any()
