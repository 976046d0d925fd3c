"""Mechanisms with their causes switched: whether what the dossier says follows is seen in its model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from irenic.acts.course import no_deal_course
from irenic.acts.timeline import Timeline
from irenic.dossier.backing import numbers_of
from irenic.dossier.case_files import CaseFiles
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.knowledge import Demonstration
from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.structure import READINGS
from irenic.model.tables import block_tables, utilities
from irenic.numbers.spread import spread_of
from irenic.runs.no_deal import NoDealDraws, WarDraws
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from irenic.war.balance import breaking_months
from irenic.war.forecast import Forecast, forecast
from irenic.war.odds import gate, step_chances, win_chances
from irenic.war.theatre import NOWHERE, Theatre

MOST_DRAWS: Final = 256
"""Draws in which causes are switched: the first ones, which are balanced over the scrambles."""

STILL: Final = 1e-9
"""Changes up to this size are rounding: what does not move is told as not moving."""


def mechanisms_seen(files: CaseFiles, dossier: Dossier, settings: Settings) -> list[dict[str, Any]]:
    """Every mechanism of a dossier with what is seen once its cause is switched: `mechanisms` of `summary.json`.

    Both dossiers, with the cause and without, see the same draws of all numbers that they share.

    Args:
        files: what the dossier was read from; values are set over it as by hand.
        dossier: what was read.
        settings: how it is run.

    Raises:
        IrenicError: a value that switches a cause does not fit the format.
    """
    switched = _Switched(files, settings)
    return [
        {
            "id": name,
            "cause": dict(mechanism.cause),
            "effect": dict(mechanism.effect),
            "executed_by": list(mechanism.executed_by),
            "declared_only": None if mechanism.declared_only is None else dict(mechanism.declared_only),
            "shown": None if mechanism.shown_by is None else _shown(mechanism.shown_by, switched),
        }
        for name, mechanism in dossier.file.mechanisms.items()
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A dossier as it is looked at: ready to be computed, and its first draws."""

    asked: Question
    drawn: NoDealDraws


@dataclass(frozen=True, slots=True)
class _Switched:
    """The dossier with values set over it; each set of values is read and drawn once."""

    files: CaseFiles
    settings: Settings
    _kept: dict[tuple[str, ...], _Seen] = field(default_factory=dict)

    def seen(self, values: Mapping[str, str]) -> _Seen:
        texts = tuple(f"{path}={value}" for path, value in values.items())
        if texts not in self._kept:
            asked = question(load_dossier(self.files.with_settings(texts)), self.settings)
            draws = min(self.settings.draws, MOST_DRAWS)
            self._kept[texts] = _Seen(asked, asked.source.drawn(asked.sampler, 0, draws))
        return self._kept[texts]


def _shown(how: Demonstration, switched: _Switched) -> dict[str, Any] | None:
    """What moves, or None where it can't be measured in this dossier."""
    on, off = (_measured(how, switched.seen(values)) for values in (how.on, how.off))
    if on is None or off is None:
        return None
    change = on - off
    rises, falls = float((change > STILL).mean()), float((change < -STILL).mean())
    return {
        "measure": how.measure,
        "of": how.party or how.body or how.number or "",
        "package": dict(how.package),
        "month": how.month,
        "moves": how.moves,
        "so": rises if how.moves == "up" else falls,
        "against": falls if how.moves == "up" else rises,
        "change": spread_of(change),
    }


def _measured(how: Demonstration, seen: _Seen) -> Floats | None:
    """What a demonstration looks at, in every draw: float64[draw], or None where there is no such thing."""
    match how.measure:
        case "number":
            found = _number(seen, how.number or "", how.month)
        case "vote":
            found = seen.drawn.work.decisions.get(how.body or "")
        case "utility":
            found = _utility(seen, how)
        case "borne":
            found = _borne(seen.drawn, how.party or "")
        case "no-deal" | "front" | "breaks":
            found = _of_war(how, seen)
    return found


def _of_war(how: Demonstration, seen: _Seen) -> Floats | None:
    theatre, war, computed = seen.asked.source.fights, seen.drawn.war, seen.drawn.computed
    if theatre is None or war is None or computed is None:
        return None
    party = theatre.parties.index(how.party or "")
    if how.measure == "no-deal":
        found = computed[:, READINGS.index("silent_zero"), party]
        return None if np.isnan(found).any() else found
    side = theatre.belligerent[party]
    if side == NOWHERE:
        return None
    expected = _expected(theatre, seen.drawn, war, party)
    if how.measure == "breaks":
        return breaking_months(expected)[:, side].astype(np.float64)
    return _steps(theatre, war, expected, side, how.month)


def _number(seen: _Seen, path: str, month: int) -> Floats | None:
    asked, drawn = seen.asked, seen.drawn
    stated = {number.path: number.distribution for number in numbers_of(asked.dossier)}.get(path)
    if stated is None:
        return None
    base = asked.sampler.draw(path, stated, drawn.inputs.start, drawn.inputs.stop)
    return drawn.work.number(path, base, month + 1)[:, month]


def _utility(seen: _Seen, how: Demonstration) -> Floats:
    model, drawn = seen.asked.model, seen.drawn
    index = model.index
    chosen = list(model.status_quo)
    for issue, option in how.package.items():
        i = index.issues.index(issue)
        chosen[i] = index.options[i].index(option)
    tables = block_tables(model, drawn.inputs, "silent_zero")
    packages = np.full(drawn.inputs.draws, index.number(chosen), dtype=np.int64)
    return utilities(model, tables, packages)[:, model.parties.index(how.party or "")]


def _borne(drawn: NoDealDraws, party: str) -> Floats:
    """How many levers, by their chances, are at work whose cost the party bears."""
    work = drawn.work
    timeline = Timeline(work.acts, work.drawn, no_deal_course(), work.decisions)
    found = np.zeros(drawn.inputs.draws)
    for lever in work.acts.levers:
        if party in lever.bearers:
            found += np.max([use.chance for use in timeline.uses(lever.id)], axis=0)
    return found


def _expected(theatre: Theatre, drawn: NoDealDraws, war: WarDraws, party: int) -> Forecast:
    """The war as it is expected in the course that the party's own refusal sets going."""
    course = next(of for of in war.courses if party in of.parties)
    return forecast(theatre, war.inputs, drawn.work.acts, drawn.work.drawn, course.stretches)


def _steps(theatre: Theatre, war: WarDraws, expected: Forecast, side: int, months: int) -> Floats:
    """Places by which the line is expected to move a side's way, before ends are heeded: float64[draw]."""
    found = np.zeros(war.inputs.draws)
    moving = gate(war.inputs)
    for t in range(min(months, theatre.horizon)):
        b0, b1 = war.inputs.b0 + expected.shift[:, t], war.inputs.b1 + expected.slope_shift[:, t]
        won = win_chances(b0, b1, expected.log_ratio[:, t])
        moved = [expected.initiative[:, k, t] * won[k] * moving for k in (0, 1)]
        steps = step_chances(moved[0], moved[1])
        found += steps[side] - steps[1 - side]
    return found
