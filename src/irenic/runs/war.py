"""What `irenic war` answers: the war without a deal in any course of events that somebody asks for."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import numpy as np

from irenic.acts.course import Course, Happening
from irenic.acts.rules import Acts
from irenic.dossier.near import near, shown
from irenic.dossier.schema.acts import Event
from irenic.dossier.schema.root import Dossier
from irenic.engine.progress import Cancelled, CancelToken, ProgressListener
from irenic.errors.problem import IrenicError, Problem
from irenic.report.war_data import NoDealValue, War
from irenic.runs.no_deal_summary import no_deal_values
from irenic.runs.question import Question
from irenic.runs.war_summary import plan_of, war_case
from irenic.war.scenarios import Variant
from irenic.war.summary import summarise_war

ASKED: Final = "asked"
"""Id of the course that was asked for."""

_EVENTS: Final[dict[str, str]] = {
    "talks-fail": "",
    "offer-refused": "party",
    "offer-made": "party",
    "body-decides": "body",
    "lever-ends": "lever",
}
"""Kinds of events that can be asked for, with what stands behind the colon."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What somebody asks of a war, as it was typed.

    Attributes:
        runs: paths in all, or None for sixteen a draw.
        without: levers and clocks that are switched off.
        pulled: levers of free choice that are pulled.
        events: what happens besides, as `offer-refused:PARTY@MONTH`.
    """

    runs: int | None = None
    without: Sequence[str] = ()
    pulled: Sequence[str] = ()
    events: Sequence[str] = ()


def war_answer(
    asked: Question,
    wished: Wished,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> tuple[War, dict[str, NoDealValue]]:
    """The war without a deal, and what no deal is worth.

    Where something is asked for, the course that it makes is among the war's scenarios, with id `asked`.

    Raises:
        IrenicError: the dossier has no war (`wartime.no-theatre`); a lever, event, party or body isn't known.
        Cancelled: the token was cancelled.
    """
    case = war_case(asked)
    if case is None:
        raise IrenicError([Problem("wartime.no-theatre", file=asked.dossier.name)])
    variants = wished_variants(wished, case.acts, asked.dossier)
    settings = asked.settings
    plan = plan_of(replace(settings, runs=wished.runs))
    found = cast(War, summarise_war(case, plan, variants, progress, cancel))
    return found, _no_deal(asked, plan.valued, cancel)


def wished_variants(wished: Wished, acts: Acts, dossier: Dossier) -> tuple[Variant, ...]:
    """The course that is asked for; none where nothing is.

    Raises:
        IrenicError: with every lever, event, party and body that isn't known.
    """
    if not (wished.without or wished.pulled or wished.events):
        return ()
    problems: list[Problem] = []
    without = _elements(wished.without, acts.elements, problems)
    pulled = _elements(wished.pulled, acts.elements, problems)
    free = {lever.id for lever in acts.levers if lever.trigger.on == "own-choice"}
    problems += [
        Problem(
            "wartime.lever-not-free",
            {
                "lever": lever.partition(".")[2],
                "free": ", ".join(name.partition(".")[2] for name in sorted(free)) or "–",
            },
        )
        for lever in pulled
        if lever not in free
    ]
    problems += [
        Problem("wartime.lever-off-and-pulled", {"lever": lever.partition(".")[2]})
        for lever in pulled
        if lever in without
    ]
    course = read_events(wished.events, acts, dossier, problems)
    if problems:
        raise IrenicError(problems)
    return (Variant(ASKED, without, pulled, course),)


def read_events(texts: Iterable[str], acts: Acts, dossier: Dossier, problems: list[Problem]) -> Course:
    """Events as they are typed; what can't be read is added to the problems."""
    found = []
    for text in texts:
        kind, who, month = _parts(text)
        if kind not in _EVENTS or month is None:
            known = ", ".join(_EVENTS)
            problems.append(Problem("wartime.event-unknown", {"event": shown(text), "known": known}))
            continue
        if month >= acts.horizon:
            problems.append(Problem("wartime.event-beyond", {"event": shown(text), "months": acts.horizon}))
            continue
        happening = _happening(kind, who, month)
        wanted = _EVENTS[kind]
        names = _names(wanted, acts, dossier)
        named = happening.by or happening.body or happening.lever
        if bool(wanted) != bool(named) or (wanted and named not in names) or not _is_decision(wanted, who):
            told = {"event": shown(text), "who": shown(named or who), "near": near(named, names)}
            problems.append(Problem("wartime.event-who", told))
        else:
            found.append(happening)
    return tuple(found)


def _parts(text: str) -> tuple[str, str, float | None]:
    """Kind, who it is of, and the month; None where that is no month."""
    head, mark, month = text.partition("@")
    kind, _, who = head.partition(":")
    if not mark:
        return kind.strip(), who.strip(), 0.0
    try:
        number = float(month)
    except ValueError:
        return kind.strip(), who.strip(), None
    return kind.strip(), who.strip(), number if math.isfinite(number) and number >= 0 else None


def _happening(kind: str, who: str, month: float) -> Happening:
    event = cast(Event, kind)
    match _EVENTS[kind]:
        case "body":
            body, _, decision = who.partition("=")
            return Happening(event, month, body=body, decision="no" if decision == "no" else "yes")
        case "lever":
            return Happening(event, month, lever=who)
    return Happening(event, month, by=who)


def _is_decision(wanted: str, who: str) -> bool:
    """Whether what stands behind a body is `=yes`, `=no` or nothing; true of all else."""
    _, mark, decision = who.partition("=")
    return wanted != "body" or not mark or decision in {"yes", "no"}


def _names(wanted: str, acts: Acts, dossier: Dossier) -> list[str]:
    match wanted:
        case "party":
            return list(dossier.file.parties)
        case "body":
            return list(dossier.file.bodies)
        case "lever":
            return [lever.id.partition(".")[2] for lever in acts.levers]
    return []


def _elements(names: Iterable[str], known: Collection[str], problems: list[Problem]) -> tuple[str, ...]:
    """Paths of the levers and clocks that are named, with or without `levers.` or `clocks.` before."""
    found = []
    for name in names:
        path = next((path for path in (name, f"levers.{name}", f"clocks.{name}") if path in known), None)
        if path is None:
            names_known = [path.partition(".")[2] for path in known]
            problems.append(Problem("wartime.lever-unknown", {"lever": shown(name), "near": near(name, names_known)}))
        else:
            found.append(path)
    return tuple(found)


def _no_deal(asked: Question, draws: int, cancel: CancelToken | None) -> dict[str, NoDealValue]:
    """What no deal is worth over the draws in which war values are worked out."""
    parts: list[dict[str, Any]] = []
    for start in range(0, draws, asked.settings.chunk):
        if cancel is not None and cancel.cancelled:
            raise Cancelled(start, draws)
        found = asked.source.drawn(asked.sampler, start, min(start + asked.settings.chunk, draws))
        if found.war is not None and found.computed is not None:
            parts.append({"war.value": found.computed, "war.tail": found.war.values.tail})
    arrays = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else {}
    return no_deal_values(asked.source, arrays, asked.source.stated(asked.sampler, 0, draws))
