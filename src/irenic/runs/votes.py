"""How the bodies of a dossier vote, with the no-deal values that answers rest on."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np

from irenic.deal.existence import Drawn
from irenic.dossier.near import near, shown
from irenic.errors.problem import IrenicError, Problem
from irenic.fast.grid import Floats
from irenic.model.inputs import Inputs
from irenic.model.structure import READINGS, Model
from irenic.runs.question import Question
from irenic.votes.stakes import Stakes
from irenic.votes.summary import votes_summary

MOST_DRAWS: Final = 16_384
"""Draws over which votes are told at most: they are held at once."""


def votes(
    asked: Question,
    *,
    body: str | None = None,
    packages: Iterable[Mapping[str, str]] = (),
    no_deal: Floats | None = None,
) -> dict[str, Any]:
    """How bodies vote (the shape: `report/vote_data.py`), over at most `MOST_DRAWS` draws.

    Args:
        asked: the dossier made ready.
        body: the only body that is told of; all where None.
        packages: packages on which every body is asked that decides them, issue → option, the rest as without a deal.
        no_deal: float64[draw, reading, party], the no-deal values of the run's draws where they are there already.

    Raises:
        IrenicError: `vote.body-unknown`, `vote.no-bodies`; or the dossier can't be computed.
    """
    bodies = asked.dossier.file.bodies
    if not bodies:
        raise IrenicError([Problem("vote.no-bodies")])
    if body is not None and body not in bodies:
        raise IrenicError([Problem("vote.body-unknown", {"body": shown(body), "near": near(body, bodies)})])
    draws = min(asked.settings.draws, MOST_DRAWS)
    used = _used(asked, draws) if no_deal is None else no_deal[:draws]

    def drawing(start: int, stop: int) -> Inputs:
        return asked.source.inputs(asked.sampler, start, stop)

    without = np.ascontiguousarray(used[:, READINGS.index("silent_zero")])
    stakes = Stakes(asked.model, asked.sampler, 0, draws, drawing, without)
    return votes_summary(asked.dossier, stakes, bodies=None if body is None else [body], packages=packages)


def departing(model: Model, package: Mapping[str, str]) -> dict[str, str]:
    """What a whole package changes: its options other than those in force without a deal."""
    index = model.index
    still = {i: o[s] for i, o, s in zip(index.issues, index.options, model.status_quo, strict=True)}
    return {issue: option for issue, option in package.items() if option != still[issue]}


def _used(asked: Question, draws: int) -> Floats:
    """No-deal values that answers rest on: float64[draw, reading, party], a chunk at a time."""
    step = asked.settings.chunk
    chunks: list[Drawn] = [asked.drawn(start, min(start + step, draws)) for start in range(0, draws, step)]
    return np.concatenate([no_deal for _, no_deal in chunks])
