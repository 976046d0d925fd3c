"""Computing the answers of one dossier, chunk by chunk, into any store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from numpy.typing import NDArray

from irenic.acts.rules import compile_acts
from irenic.deal.chunk import deal_chunk
from irenic.deal.existence import REPLICATION, Drawing, Drawn, assumption_replicates
from irenic.deal.norms import Norms
from irenic.deal.plan import BUDGET, CountPlan, count_plan
from irenic.deal.summary import Run, summarise
from irenic.deal.variables import VARIABLES, dimensions_of
from irenic.dossier.backing import numbers_of
from irenic.dossier.schema.root import Dossier
from irenic.engine.chunks import Finished, run_chunks
from irenic.engine.progress import CancelToken, Progress, ProgressListener
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.results.layout import Layout
from irenic.runs.decisions import decisions_of
from irenic.runs.months import FOLLOWED, Months, month_dimension
from irenic.runs.no_deal import NoDealSource, no_deal_source
from irenic.runs.no_deal_summary import by_month, no_deal_values, other_basis
from irenic.runs.opening import MOST_DRAWS, DrawnOf, frontier_of_draw, middle_case, opening
from irenic.runs.settings import Settings
from irenic.runs.war_chunk import war_chunk, war_variables

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
        source: where what no deal is worth comes from.
    """

    dossier: Dossier
    model: Model
    sampler: Sampler
    settings: Settings
    plan: CountPlan
    source: NoDealSource

    @property
    def drawing(self) -> Drawing:
        """What a sampler's draws decide, with what no deal is worth in them."""
        return self.source.drawing

    def drawn(self, start: int, stop: int) -> Drawn:
        """The draws `start <= d < stop` of the run."""
        return self.drawing(self.sampler, start, stop)

    def kept(self, no_deal: Floats) -> DrawnOf:
        """The draws of the run once no-deal values are there: float64[draw, reading, party] of all of them."""

        def drawn(start: int, stop: int) -> Drawn:
            return self.source.inputs(self.sampler, start, stop), no_deal[start:stop]

        return drawn

    @property
    def layout(self) -> Layout:
        """The variables that the answers consist of."""
        dimensions = dimensions_of(self.model) | month_dimension(self.source)
        return Layout((*VARIABLES, *war_variables(self.source)), dimensions)

    @property
    def norms(self) -> Norms:
        """Options that the dossier's norms flag."""
        return {name: norm.options for name, norm in self.dossier.file.norms.items()}

    @property
    def number_settings(self) -> dict[str, int | str]:
        """Settings besides seed and draws that change a number."""
        return {
            "assumption_points": REPLICATION.points,
            "assumption_replicates": REPLICATION.replicates,
            "count_budget": BUDGET,
            "month_draws": FOLLOWED,
            "no_deal": self.settings.no_deal,
            "opening_draws": MOST_DRAWS,
        }


def question(dossier: Dossier, settings: Settings) -> Question:
    """Compile a dossier and settle how it is drawn.

    Raises:
        IrenicError: the dossier can't be compiled, or its correlations can't hold together.
    """
    model = compile_model(dossier)
    pairs = [(*c.between, c.coefficient.value.median) for c in dossier.file.correlations.values()]
    sampler, plan = Sampler(settings.seed, pairs), count_plan(model, settings.draws)
    acts = compile_acts(dossier)
    source = no_deal_source(dossier, model, acts, decisions_of(dossier, model), settings.no_deal)
    return Question(dossier, model, sampler, settings, plan, source)


def compute(
    asked: Question, store: Store, progress: ProgressListener | None = None, cancel: CancelToken | None = None
) -> Finished:
    """Compute every draw that the store lacks.

    Raises:
        Cancelled: the token was cancelled; finished chunks are in the store.
        IrenicError: utilities out of reach, or two paths whose draws collide.
    """
    months = Months(asked.source, asked.sampler, asked.settings.seed, asked.settings.draws)

    def work(start: int, stop: int) -> Mapping[str, NDArray[Any]]:
        found = asked.source.drawn(asked.sampler, start, stop)
        deals = deal_chunk(asked.model, found.inputs, found.used, asked.plan)
        return deals | war_chunk(asked.source, found, months)

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
    sizes, drawn = variables["deal.frontier_size"], asked.kept(variables["deal.no_deal"])
    named = {} if draw is None else {"frontier": frontier_of_draw(asked.model, drawn, draw, sizes)}
    stated = asked.source.stated(asked.sampler, 0, asked.settings.draws)
    return {
        **summarise(asked.model, run, variables, successes),
        **middle_case(asked.model, asked.drawing, sizes),
        **named,
        **opening(asked.model, drawn, asked.settings, asked.norms, progress, cancel),
        "no_deal": no_deal_values(asked.source, variables, stated),
        "other_basis": other_basis(asked.source, variables),
        "by_month": by_month(asked.source, variables),
        "war": None,
    }
