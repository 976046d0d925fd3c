"""Computing the answers of one dossier, chunk by chunk, into any store."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, Protocol

from numpy.typing import NDArray

from irenic.deal.chunk import deal_chunk
from irenic.deal.existence import REPLICATION, assumption_replicates
from irenic.deal.summary import Run, summarise
from irenic.dossier.backing import numbers_of
from irenic.engine.chunks import Finished, run_chunks
from irenic.engine.progress import CancelToken, Progress, ProgressListener
from irenic.fast.grid import Floats
from irenic.runs.months import Months
from irenic.runs.no_deal_summary import by_month, no_deal_values, other_basis
from irenic.runs.opening import frontier_of_draw, middle_case, opening
from irenic.runs.question import VOTED, Question
from irenic.runs.votes import departing, votes
from irenic.runs.war_chunk import war_chunk
from irenic.runs.war_summary import war_part

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
    successes = assumption_replicates(
        asked.model, asked.sampler, assumed, asked.drawing, threads=asked.settings.threads
    )
    if progress is not None:
        progress(Progress(RANGING, 1, 1, None))
    run = Run(asked.settings.draws, asked.settings.seed, asked.plan, REPLICATION)
    variables = {name: arrays.array(name) for name in asked.layout.names}
    sizes, drawn = variables["deal.frontier_size"], asked.kept(variables["deal.no_deal"])
    named = {} if draw is None else {"frontier": frontier_of_draw(asked.model, drawn, draw, sizes)}
    stated = asked.source.stated(asked.sampler, 0, asked.settings.draws)
    answers = summarise(asked.model, run, variables, successes)
    return {
        **answers,
        **middle_case(asked.model, asked.drawing, sizes),
        **named,
        **opening(asked.model, drawn, asked.settings, asked.norms, progress, cancel),
        "no_deal": no_deal_values(asked.source, variables, stated),
        "other_basis": other_basis(asked.source, variables),
        "by_month": by_month(asked.source, variables),
        "war": war_part(asked, progress, cancel),
        "votes": _votes(asked, answers, variables["deal.no_deal"]),
    }


def _votes(asked: Question, answers: Mapping[str, Any], no_deal: Floats) -> dict[str, Any] | None:
    """The part `votes`, the headline's Nash package being put to all who decide it; None where nobody votes."""
    if not asked.dossier.file.bodies:
        return None
    settings = replace(asked.settings, draws=min(asked.settings.draws, VOTED))
    headline = answers["headline"]
    nash = answers["by"][headline["reading"]][headline["mode"]]["solutions"]["nash"]
    packages = [] if nash is None else [departing(asked.model, nash["package"])]
    return votes(replace(asked, settings=settings), packages=packages, no_deal=no_deal)
