import threading
import time
from collections.abc import Mapping
from typing import Any

import pytest

from irenic.engine.chunks import Finished, Interval, plan, plan_rest, run_chunks
from irenic.engine.progress import Cancelled, CancelToken, Progress

Rows = list[int]


class Memory:
    """A store in memory."""

    def __init__(self, *chunks: Interval) -> None:
        self.chunks: dict[Interval, Rows] = {chunk: list(range(*chunk)) for chunk in chunks}
        self.saved: list[Interval] = []
        self._lock = threading.Lock()

    def finished(self) -> list[Interval]:
        return list(self.chunks)

    def save(self, start: int, stop: int, arrays: Mapping[str, Rows], /) -> None:
        with self._lock:
            self.chunks[start, stop] = arrays["x"]
            self.saved.append((start, stop))

    @property
    def rows(self) -> Rows:
        return [x for chunk in sorted(self.chunks) for x in self.chunks[chunk]]


def count(start: int, stop: int) -> dict[str, Rows]:
    return {"x": list(range(start, stop))}


@pytest.mark.parametrize(
    ("total", "chunk", "chunks"),
    [
        (0, 5, ()),
        (3, 5, ((0, 3),)),
        (10, 5, ((0, 5), (5, 10))),
        (11, 5, ((0, 5), (5, 10), (10, 11))),
        (2, 1, ((0, 1), (1, 2))),
    ],
)
def test_plan(total: int, chunk: int, chunks: tuple[Interval, ...]) -> None:
    assert plan(total, chunk) == chunks


@pytest.mark.parametrize(("total", "chunk"), [(-1, 5), (5, 0), (5, -2)])
def test_a_plan_needs_counts_that_make_sense(total: int, chunk: int) -> None:
    with pytest.raises(ValueError, match="no plan"):
        plan(total, chunk)


def test_only_gaps_are_planned() -> None:
    assert plan_rest(20, 4, [(12, 13), (3, 5), (5, 6), (4, 6)]) == ((0, 3), (6, 10), (10, 12), (13, 17), (17, 20))


def test_what_lies_beyond_the_total_is_no_gap() -> None:
    assert plan_rest(5, 4, [(2, 9)]) == ((0, 2),)
    assert plan_rest(5, 4, [(7, 9)]) == ((0, 4), (4, 5))


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_every_draw_is_worked_once(chunk: int, threads: int) -> None:
    store = Memory()
    finished = run_chunks(count, 50, chunk, store, threads=threads)
    assert store.rows == list(range(50))
    assert finished == Finished(computed_chunks=len(plan(50, chunk)), computed_draws=50, reused_draws=0)


def test_what_the_store_has_is_not_worked_again() -> None:
    store = Memory((0, 8), (20, 23))
    finished = run_chunks(count, 30, 5, store)
    assert finished == Finished(computed_chunks=5, computed_draws=19, reused_draws=11)
    assert sorted(store.saved) == [(8, 13), (13, 18), (18, 20), (23, 28), (28, 30)]
    assert store.rows == list(range(30))


def test_nothing_is_left_to_do() -> None:
    assert run_chunks(count, 30, 5, Memory((0, 30))) == Finished(0, 0, 30)


def test_progress_counts_reused_draws_and_ends_at_the_total() -> None:
    events: list[Progress] = []
    run_chunks(count, 30, 5, Memory((0, 10)), progress=events.append, stage="engine.working")
    assert [event.done for event in events] == [10, 15, 20, 25, 30]
    assert {(event.stage, event.total) for event in events} == {("engine.working", 30)}
    assert events[0].eta is None
    assert events[-1].eta == 0.0


def test_progress_comes_from_the_calling_thread() -> None:
    threads: set[int] = set()
    run_chunks(count, 30, 5, Memory(), threads=2, progress=lambda _: threads.add(threading.get_ident()))
    assert threads == {threading.get_ident()}


def test_a_cancelled_run_keeps_what_is_finished() -> None:
    store, token = Memory(), CancelToken()

    def progress(event: Progress) -> None:
        if event.done >= 10:
            token.cancel()

    with pytest.raises(Cancelled) as raised:
        run_chunks(count, 1000, 5, store, progress=progress, cancel=token)
    assert raised.value.done == sum(stop - start for start, stop in store.chunks)
    assert 10 <= raised.value.done <= 20  # the chunk running and the one waiting at most
    assert raised.value.total == 1000


def test_a_token_cancelled_before_lets_nothing_begin() -> None:
    store, token = Memory(), CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        run_chunks(count, 10, 5, store, cancel=token)
    assert not store.chunks


def test_a_token_cancelled_after_the_last_chunk_does_no_harm() -> None:
    token = CancelToken()
    token.cancel()
    assert run_chunks(count, 10, 5, Memory((0, 10)), cancel=token) == Finished(0, 0, 10)


def test_an_exception_in_a_worker_stops_the_rest_and_is_raised() -> None:
    store = Memory()

    def work(start: int, stop: int) -> dict[str, Rows]:
        if start == 10:
            raise ZeroDivisionError("chunk at 10")
        return count(start, stop)

    with pytest.raises(ZeroDivisionError, match="chunk at 10"):
        run_chunks(work, 10_000, 5, store)
    assert {(0, 5), (5, 10)} <= set(store.chunks)
    assert len(store.chunks) <= 4


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupt_saves_the_running_chunks_and_begins_no_other(error: type[BaseException]) -> None:
    store = Memory()
    begun: set[int] = set()

    def work(start: int, stop: int) -> dict[str, Rows]:
        begun.add(start)
        time.sleep(0.01)
        return count(start, stop)

    def progress(event: Progress) -> None:
        if event.done >= 15:
            raise error

    with pytest.raises(error):
        run_chunks(work, 10_000, 5, store, threads=2, progress=progress)
    assert begun == {start for start, _ in store.chunks}
    assert len(begun) < 12


def test_few_chunks_wait_at_a_time() -> None:
    """A run of very many chunks doesn't fill memory with them."""
    running, most, lock = 0, 0, threading.Lock()

    def work(start: int, stop: int) -> dict[str, Any]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.001)
        with lock:
            running -= 1
        return count(start, stop)

    run_chunks(work, 60, 1, Memory(), threads=3)
    assert most == 3


def test_no_threads_no_work() -> None:
    with pytest.raises(ValueError, match="0 threads"):
        run_chunks(count, 10, 5, Memory(), threads=0)
