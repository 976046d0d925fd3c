"""Computing the answers of one dossier, chunk by chunk, into any store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from numpy.typing import NDArray

from irenic.deal.chunk import deal_chunk
from irenic.deal.existence import REPLICATION, Drawing, Drawn, assumption_replicates, drawing_as_stated
from irenic.deal.norms import Norms
from irenic.deal.plan import BUDGET, CountPlan, count_plan
from irenic.deal.summary import Run, summarise
from irenic.deal.variables import VARIABLES, dimensions_of
from irenic.dossier.backing import numbers_of
from irenic.dossier.schema.root import Dossier
from irenic.engine.chunks import Finished, run_chunks
from irenic.engine.progress import CancelToken, Progress, ProgressListener
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.results.layout import Layout
from irenic.runs.opening import MOST_DRAWS, frontier_of_draw, middle_case, opening
from irenic.runs.settings import Settings

DRAWING: Final = "runs.drawing"
RANGING: Final = "runs.ranging"
"""Stages: ids of the words that progress is told in."""


class Store(Protocol):
    """Where chunks go, and whole variables come from."""

    def finished(self) -> tuple[tuple[int, int], ...]:
        """The draws that are there."""

    def save(self, start: int, stop: int, arrays: Mapping[str, NDArray[Any]], /) -> None:
        """Keep the results of draws `start` to `stop`."""


class Arrays(Protocol):
    """Whole variables by full name."""

    def array(self, name: str) -> NDArray[Any]:
        """A variable over all draws."""


@dataclass(frozen=True, slots=True)
class Question:
    """A dossier made ready to be computed.

    Attributes:
        dossier: the dossier.
        model: the dossier compiled.
        sampler: its draws.
        settings: how it is run.
        plan: which packages are counted.
        drawing: what a sampler's draws decide, with what no deal is worth in them.
    """

    dossier: Dossier
    model: Model
    sampler: Sampler
    settings: Settings
    plan: CountPlan
    drawing: Drawing

    def drawn(self, start: int, stop: int) -> Drawn:
        """The draws `start <= d < stop` of the run."""
        return self.drawing(self.sampler, start, stop)

    @property
    def layout(self) -> Layout:
        """The variables that the answers consist of."""
        return Layout(VARIABLES, dimensions_of(self.model))

    @property
    def norms(self) -> Norms:
        """Options that the dossier's norms flag."""
        return {name: norm.options for name, norm in self.dossier.file.norms.items()}

    @property
    def number_settings(self) -> dict[str, int]:
        """Settings besides seed and draws that change a number."""
        return {
            "assumption_points": REPLICATION.points,
            "assumption_replicates": REPLICATION.replicates,
            "count_budget": BUDGET,
            "opening_draws": MOST_DRAWS,
        }


def question(dossier: Dossier, settings: Settings) -> Question:
    """Compile a dossier and settle how it is drawn.

    Raises:
        IrenicError: the dossier can't be compiled, or its correlations can't hold together.
    """
    model = compile_model(dossier)
    pairs = [(*c.between, c.coefficient.value.median) for c in dossier.file.correlations.values()]
    return Question(
        dossier,
        model,
        Sampler(settings.seed, pairs),
        settings,
        count_plan(model, settings.draws),
        drawing_as_stated(model),
    )


def compute(
    asked: Question, store: Store, progress: ProgressListener | None = None, cancel: CancelToken | None = None
) -> Finished:
    """Compute every draw that the store lacks.

    Raises:
        Cancelled: the token was cancelled; finished chunks are in the store.
        IrenicError: utilities out of reach, or two paths whose draws collide.
    """

    def work(start: int, stop: int) -> Mapping[str, NDArray[Any]]:
        inputs, no_deal = asked.drawn(start, stop)
        return deal_chunk(asked.model, inputs, no_deal, asked.plan)

    settings = asked.settings
    return run_chunks(
        work,
        settings.draws,
        settings.chunk,
        store,
        threads=settings.threads,
        progress=progress,
        cancel=cancel,
        stage=DRAWING,
    )


def summary(
    asked: Question,
    arrays: Arrays,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
    draw: int | None = None,
) -> dict[str, Any]:
    """The answers in few numbers, once all draws are there: the content of `summary.json`.

    Args:
        asked: the question.
        arrays: the variables of all draws.
        progress: is told how the work goes.
        cancel: stops it at the next chunk.
        draw: the draw whose whole frontier is told; the middle case for None.

    Raises:
        Cancelled: the token was cancelled.
    """
    if progress is not None:
        progress(Progress(RANGING, 0, 1, None))
    assumed = [number.path for number in numbers_of(asked.dossier) if number.rests_on_assumption]
    successes = assumption_replicates(asked.model, asked.sampler, assumed, asked.drawing)
    if progress is not None:
        progress(Progress(RANGING, 1, 1, None))
    run = Run(asked.settings.draws, asked.settings.seed, asked.plan, REPLICATION)
    variables = {name: arrays.array(name) for name in asked.layout.names}
    sizes = variables["deal.frontier_size"]
    named = {} if draw is None else {"frontier": frontier_of_draw(asked.model, asked.drawn, draw, sizes)}
    return {
        **summarise(asked.model, run, variables, successes),
        **middle_case(asked.model, asked.drawing, sizes),
        **named,
        **opening(asked.model, asked.drawn, asked.settings, asked.norms, progress, cancel),
        "no_deal": {},
        "other_basis": None,
        "by_month": None,
        "war": None,
    }
