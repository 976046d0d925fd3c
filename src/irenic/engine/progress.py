"""Progress, estimates and cancelling: what a long piece of work tells, and how it is told to stop."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Final, TypeAlias

Clock: TypeAlias = Callable[[], float]
"""Seconds since some moment, never going back."""

_WINDOW: Final = 20.0
_MARKS: Final = 8


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage of work has come.

    Attributes:
        stage: message id of the stage's name.
        done: units finished, those taken over from an earlier run included.
        total: units in all.
        eta: seconds that the rest is expected to take, or None while nothing is known.
    """

    stage: str
    done: int
    total: int
    eta: float | None


ProgressListener: TypeAlias = Callable[[Progress], None]
"""Called with every event, always from the thread that runs the chunks."""


class Cancelled(Exception):
    """The work was told to stop; what was finished is in the store.

    Attributes:
        done: units finished so far, reused ones included.
        total: units in all.
    """

    def __init__(self, done: int, total: int) -> None:
        self.done = done
        self.total = total
        super().__init__(f"cancelled after {done} of {total}")


class CancelToken:
    """Tells work to stop at its next chunk; any thread may cancel, any may ask."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask for the end; asking again changes nothing."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the end was asked for."""
        return self._event.is_set()


class Estimator:
    """Expects the rest to go as fast as the last stretch of work.

    Only what was done since `done` at the start counts, so work taken over from an earlier run doesn't make the rest
    look fast. Only the last 20 seconds (but at least 8 chunks) count, so a slow first chunk, which compiles, is soon
    forgotten.
    """

    def __init__(self, done: int, total: int, clock: Clock = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque([(clock(), done)])

    def eta(self, done: int) -> float | None:
        """Seconds that the rest will take, now that `done` units are finished; None while no speed is known."""
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > _MARKS + 1 and now - self._marks[0][0] > _WINDOW:
            self._marks.popleft()
        if done >= self._total:
            return 0.0
        start, before = self._marks[0]
        if done <= before or now <= start:
            return None
        return (self._total - done) * (now - start) / (done - before)
