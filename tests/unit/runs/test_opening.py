import numpy as np
import pytest

from irenic.deal.frontier import frontier_sizes
from irenic.deal.kernels.types import Integers
from irenic.deal.spaces import spaces_of
from irenic.dossier.load import load_dossier
from irenic.engine.progress import Cancelled, CancelToken
from irenic.model.inputs import draw_inputs
from irenic.model.tables import block_tables
from irenic.report.opening_data import Fix, Frontier, Logroll, Middle
from irenic.runs.cases import find_case
from irenic.runs.opening import frontier_of_draw, middle_case, opening
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from tests.unit.report.shape import faults


@pytest.fixture(scope="module")
def asked() -> Question:
    return question(load_dossier(find_case("tutorial")), Settings(draws=64, seed=5, chunk=16))


@pytest.fixture(scope="module")
def sizes(asked: Question) -> Integers:
    inputs = draw_inputs(asked.model, asked.sampler, 0, 64)
    tables = block_tables(asked.model, inputs, "silent_zero")
    return frontier_sizes(spaces_of(asked.model, inputs, inputs.no_deal[:, np.newaxis], [tables]))


def test_everything_has_the_declared_shape(asked: Question, sizes: Integers) -> None:
    found = opening(asked.model, asked.drawn, asked.settings, {}) | middle_case(asked.model, asked.drawing, sizes)
    assert list(faults(found["fixes"], list[Fix])) == []
    assert list(faults(found["logrolls"], list[Logroll])) == []
    assert list(faults(found["frontier"], Frontier)) == []
    assert list(faults(found["middle"], Middle)) == []
    assert found["opening_draws"] == 64


@pytest.mark.parametrize("draw", [0, 63])
def test_a_named_draw_has_the_frontier_that_was_counted(asked: Question, sizes: Integers, draw: int) -> None:
    told = frontier_of_draw(asked.model, asked.drawn, draw, sizes)
    assert len(told["points"]) == told["of_draw"] == sizes[draw]


def test_chunks_and_threads_change_nothing(asked: Question) -> None:
    found = [
        opening(asked.model, asked.drawn, Settings(64, 5, threads, chunk), {}) for threads, chunk in ((1, 64), (2, 7))
    ]
    assert found[0] == found[1]


def test_it_can_be_stopped(asked: Question) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        opening(asked.model, asked.drawn, asked.settings, {}, cancel=token)
