"""The war of a dossier made ready to be followed, and what `summary.json` says of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from irenic.deal.summary import HEADLINE
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.model.structure import READINGS
from irenic.runs.question import Question
from irenic.runs.settings import Settings
from irenic.war.drawing import DrawnWar, WarCase
from irenic.war.observed import sightings_of
from irenic.war.summary import WarPlan, summarise_war, war_plan


def war_case(asked: Question) -> WarCase | None:
    """The dossier's war with the run's draws; None where it has none."""
    source = asked.source
    theatre = source.theatre
    if theatre is None:
        return None

    def drawing(start: int, stop: int) -> DrawnWar:
        inputs, work = source.at_work(asked.sampler, start, stop)
        drawn, utilities = source.of_theatre(theatre, asked.sampler, inputs)
        of_headline = np.ascontiguousarray(utilities[:, READINGS.index(HEADLINE[0])])
        return DrawnWar(drawn, work.drawn, work.decisions, of_headline)

    return WarCase(theatre, source.acts, drawing, sightings_of(asked.dossier, theatre))


def war_part(
    asked: Question, progress: ProgressListener | None = None, cancel: CancelToken | None = None
) -> Mapping[str, Any] | None:
    """The part `war`; None without a theatre.

    Raises:
        Cancelled: the token was cancelled.
    """
    case = war_case(asked)
    if case is None:
        return None
    return summarise_war(case, plan_of(asked.settings), (), progress, cancel)


def plan_of(settings: Settings) -> WarPlan:
    """How much of the war is followed: so many paths for each draw that they make up the runs asked for."""
    plan = war_plan(settings.draws, settings.seed, settings.threads)
    return plan if settings.runs is None else replace(plan, per_draw=-(-settings.runs // plan.draws))
