"""The chunk plan and the runner: work over draws in pieces, in threads, taking up what is already there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeAlias, TypeVar

from irenic.engine.progress import Cancelled, CancelToken, Estimator, Progress, ProgressListener

Array = TypeVar("Array")
"""What work returns under each name; the engine only hands it on."""
Array_contra = TypeVar("Array_contra", contravariant=True)

Interval: TypeAlias = tuple[int, int]
"""Draws `start <= d < stop`."""

_AHEAD: Final = 2
"""Chunks submitted per thread: one that runs and one that waits."""


class ChunkStore(Protocol[Array_contra]):
    """Keeps finished chunks.

    `save` is called from several threads at once, and returns when a kill can no longer lose the chunk.
    """

    def finished(self) -> Iterable[Interval]:
        """The draws that are there already, as intervals of any sizes in any order."""

    def save(self, start: int, stop: int, arrays: Mapping[str, Array_contra], /) -> None:
        """Keep the results of draws `start` to `stop`."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What a run computed, and what it found already there.

    Attributes:
        computed_chunks: chunks worked in this run.
        computed_draws: draws in them.
        reused_draws: draws that the store already had.
    """

    computed_chunks: int
    computed_draws: int
    reused_draws: int


def plan(total: int, chunk: int) -> tuple[Interval, ...]:
    """Cut `total` draws into chunks of `chunk` draws, the last one perhaps smaller.

    Raises:
        ValueError: `total` is negative or `chunk` is not positive.
    """
    return plan_rest(total, chunk, ())


def plan_rest(total: int, chunk: int, finished: Iterable[Interval]) -> tuple[Interval, ...]:
    """Cut what `finished` leaves of `total` draws into chunks of at most `chunk` draws, in order.

    The finished intervals may come from any other chunk size; they are merged, and only the gaps between them are
    planned.

    Raises:
        ValueError: `total` is negative or `chunk` is not positive.
    """
    if total < 0 or chunk < 1:
        raise ValueError(f"no plan for {total} draws in chunks of {chunk}")
    return tuple(
        (start, min(start + chunk, end)) for begin, end in _gaps(total, finished) for start in range(begin, end, chunk)
    )


def _gaps(total: int, finished: Iterable[Interval]) -> Iterator[Interval]:
    reached = 0
    for start, stop in sorted(finished):
        if min(start, total) > reached:
            yield reached, min(start, total)
        reached = max(reached, stop)
    if reached < total:
        yield reached, total


def run_chunks(  # noqa: PLR0913 - three say how to run, three whom to tell; none belongs to another
    work: Callable[[int, int], Mapping[str, Array]],
    total: int,
    chunk: int,
    store: ChunkStore[Array],
    *,
    threads: int = 1,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
    stage: str = "engine.working",
) -> Finished:
    """Have `work` done for all draws that `store` lacks, and saved chunk by chunk.

    A chunk is saved by the thread that worked it, as soon as it is finished. Whatever ends the run early (an interrupt
    from the keyboard, the token, an exception in `work`, `save` or `progress`), no further chunk begins, and those that
    are running end and are saved before this function raises.

    Args:
        work: `work(start, stop)` returns the results of draws `start <= d < stop` by name. It is called from `threads`
            threads at once, so it shares nothing that it changes; what it returns must not depend on how draws are cut.
        total: number of draws.
        chunk: draws per chunk, at most.
        store: keeps the chunks.
        threads: how many chunks run at once; worthwhile where `work` releases the interpreter's lock.
        progress: is told at the start and after every chunk.
        cancel: stops the run at the next chunk.
        stage: message id of what is being done, for `progress`.

    Raises:
        Cancelled: the token was cancelled while draws were missing.
        ValueError: a count makes no sense.
    """
    if threads < 1:
        raise ValueError(f"no work in {threads} threads")
    todo = plan_rest(total, chunk, store.finished())
    missing = sum(stop - start for start, stop in todo)
    run = _Run(work, store, cancel or CancelToken())
    meter = _Meter(total - missing, total, stage, progress)
    with ThreadPoolExecutor(threads, thread_name_prefix="irenic-chunk") as pool:
        try:
            for start, stop in _completed(pool, run, todo, threads * _AHEAD):
                meter.advance(stop - start)
        finally:
            run.stopped.cancel()
            pool.shutdown(wait=True, cancel_futures=True)
    if meter.done < total:
        raise Cancelled(meter.done, total)
    return Finished(computed_chunks=len(todo), computed_draws=missing, reused_draws=total - missing)


@dataclass(frozen=True)
class _Run(Generic[Array]):
    """One chunk after the other, until told to stop: from outside (`cancel`), or because the run ends (`stopped`)."""

    work: Callable[[int, int], Mapping[str, Array]]
    store: ChunkStore[Array]
    cancel: CancelToken
    stopped: CancelToken = field(default_factory=CancelToken)

    @property
    def ended(self) -> bool:
        return self.cancel.cancelled or self.stopped.cancelled

    def one(self, start: int, stop: int) -> bool:
        """Work one chunk and save it; False where the run had ended before."""
        if self.ended:
            return False
        self.store.save(start, stop, self.work(start, stop))
        return True


def _completed(pool: ThreadPoolExecutor, run: _Run[Array], todo: Iterable[Interval], ahead: int) -> Iterator[Interval]:
    """Chunks as they are finished; at most `ahead` are submitted at a time. Ends early where the run is to stop."""
    waiting: dict[Future[bool], Interval] = {}
    rest = iter(todo)
    while True:
        while len(waiting) < ahead and not run.ended and (piece := next(rest, None)) is not None:
            waiting[pool.submit(run.one, *piece)] = piece
        if not waiting:
            return
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            piece = waiting.pop(future)
            if future.result():
                yield piece


class _Meter:
    """Counts finished draws and tells the listener."""

    def __init__(self, done: int, total: int, stage: str, listener: ProgressListener | None) -> None:
        self.done = done
        self._total = total
        self._stage = stage
        self._listener = listener
        self._estimator = Estimator(done, total)
        self._tell(None)

    def advance(self, draws: int) -> None:
        self.done += draws
        self._tell(self._estimator.eta(self.done))

    def _tell(self, eta: float | None) -> None:
        if self._listener is not None:
            self._listener(Progress(self._stage, self.done, self._total, eta))
