"""What a summary says beyond existence: the frontier and the middle case, what would open the zone, what trades."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from irenic.deal.conditions import strict_spaces
from irenic.deal.existence import Drawing, Drawn
from irenic.deal.fix_draws import FixDraws, strict_draws
from irenic.deal.fixes import Telling, find_fixes
from irenic.deal.frontier import LISTED, frontier_of, frontier_summary
from irenic.deal.kernels.types import Integers
from irenic.deal.logrolls import find_logrolls, points_as_written
from irenic.deal.middle import middle_draw, middle_spaces, space_picture
from irenic.deal.norms import Norms
from irenic.deal.spaces import in_reading, spaces_of
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.model.structure import Model
from irenic.model.tables import block_tables
from irenic.runs.settings import Settings

MOST_DRAWS: Final = 4_096
"""Draws that fixes and logrolls are looked for in: the first ones, which are balanced over the scrambles."""

OPENING: Final = "runs.opening"
"""Stage: id of the words that progress is told in."""

DrawnOf: TypeAlias = Callable[[int, int], Drawn]
"""The draws `start <= d < stop` of a run; called from several threads at once."""


def opening(
    model: Model,
    drawn: DrawnOf,
    settings: Settings,
    norms: Norms,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> dict[str, Any]:
    """The parts `fixes`, `logrolls` and `opening_draws` of `summary.json`.

    Args:
        model: the model.
        drawn: the run's draws.
        settings: how it is run.
        norms: options that are flagged.
        progress: is told how far the search for fixes has come.
        cancel: stops it at the next chunk.

    Raises:
        Cancelled: the token was cancelled.
    """
    draws = min(settings.draws, MOST_DRAWS)

    def draws_of(start: int, stop: int) -> FixDraws:
        return strict_draws(model, *drawn(start, stop))

    telling = Telling(settings.chunk, settings.threads, OPENING, progress, cancel)
    return {
        "fixes": find_fixes(model, draws_of, draws, norms, telling),
        "logrolls": _logrolls(model, drawn(0, draws), norms),
        "opening_draws": draws,
    }


def middle_case(model: Model, drawing: Drawing, sizes: Integers) -> dict[str, Any]:
    """The parts `frontier` and `middle`: the middle case with its frontier, and the frontier's size over the draws."""
    spaces = middle_spaces(model, *middle_draw(drawing))
    return {
        "frontier": frontier_summary(model, sizes, frontier_of(spaces, 0), "middle"),
        "middle": space_picture(model, spaces, 0),
    }


def frontier_of_draw(model: Model, drawn: DrawnOf, draw: int, sizes: Integers) -> dict[str, Any]:
    """The part `frontier` for a named draw, with every point of its frontier."""
    inputs, no_deal = drawn(draw, draw + 1)
    spaces = spaces_of(model, inputs, in_reading(no_deal, "silent_zero"), [block_tables(model, inputs, "silent_zero")])
    return frontier_summary(model, sizes, frontier_of(spaces, 0), str(draw), LISTED)


def _logrolls(model: Model, drawn: Drawn, norms: Norms) -> list[dict[str, Any]]:
    inputs, no_deal = drawn
    points, scale = points_as_written(model, inputs)
    return find_logrolls(model, strict_spaces(model, inputs, no_deal), points, scale, norms)
