"""War values in one course of events after the other, on the same draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

import numpy as np

from irenic.acts.rules import Acts
from irenic.acts.stretches import changed
from irenic.engine.chunks import Interval, run_chunks
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.fast.grid import Floats
from irenic.war.drawing import DrawnWar, WarCase
from irenic.war.scenarios import Variant
from irenic.war.theatre import Theatre
from irenic.war.value import party_courses, war_values

CHUNK: Final = 256
"""Draws in a chunk of work."""

STAGE: Final = "wartime.valuing"


@dataclass(slots=True, eq=False)
class _Kept:
    """Values of the variants, chunk by chunk."""

    parts: dict[Interval, Mapping[str, Floats]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def finished(self) -> tuple[Interval, ...]:
        return tuple(self.parts)

    def save(self, start: int, stop: int, arrays: Mapping[str, Floats], /) -> None:
        with self.lock:
            self.parts[start, stop] = arrays


def variant_values(
    case: WarCase,
    variants: Sequence[Variant],
    draws: int,
    *,
    threads: int = 1,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> dict[str, Floats]:
    """What going on with the war is worth to every party in each variant, with levers on no-deal values themselves.

    Args:
        case: the war, with nothing missing in its theatre.
        variants: courses of events.
        draws: how many draws are looked at.
        threads: how many chunks are worked at once.
        progress: is told how the work goes.
        cancel: stops it at the next chunk.

    Returns:
        id of the variant → float64[draw, party], points; NaN for parties without discount or positions.

    Raises:
        Cancelled: the token was cancelled.
    """
    kept = _Kept()

    def work(start: int, stop: int) -> Mapping[str, Floats]:
        drawn = case.drawing(start, stop)
        return {variant.id: _values(case.theatre, case.acts, drawn, variant) for variant in variants}

    run_chunks(work, draws, CHUNK, kept, threads=threads, progress=progress, cancel=cancel, stage=STAGE)
    parts = [kept.parts[piece] for piece in sorted(kept.parts)]
    return {variant.id: np.concatenate([part[variant.id] for part in parts]) for variant in variants}


def _values(theatre: Theatre, acts: Acts, drawn: DrawnWar, variant: Variant) -> Floats:
    changes = (variant.pulled, variant.without, variant.events)
    courses = party_courses(theatre, acts, drawn.acts, drawn.decisions, *changes)
    utilities = drawn.utilities[:, np.newaxis]
    found = war_values(theatre, drawn.inputs, acts, drawn.acts, utilities, courses).value[:, 0]
    for course in courses:
        for p in course.parties:
            path = f"parties.{theatre.parties[p]}.no_deal"
            if path in acts.paths:
                found[:, p] = changed(acts, drawn.acts, course.stretches, path, found[:, p], 1)[:, 0]
    return found
