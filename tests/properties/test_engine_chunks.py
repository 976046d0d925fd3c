import threading
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from irenic.engine.chunks import Interval, plan_rest, run_chunks

totals = st.integers(0, 200)
intervals = st.lists(st.tuples(st.integers(0, 220), st.integers(1, 40)).map(lambda p: (p[0], p[0] + p[1])), max_size=12)


def covered(pieces: list[Interval]) -> set[int]:
    return {d for start, stop in pieces for d in range(start, stop)}


@given(totals, st.integers(1, 60), intervals)
def test_a_plan_covers_exactly_what_is_missing(total: int, chunk: int, finished: list[Interval]) -> None:
    rest = list(plan_rest(total, chunk, finished))
    assert covered(rest) == set(range(total)) - covered(finished)
    assert sum(stop - start for start, stop in rest) == len(covered(rest))
    assert all(0 < stop - start <= chunk for start, stop in rest)
    assert rest == sorted(rest)


class Memory:
    def __init__(self) -> None:
        self.chunks: dict[Interval, list[int]] = {}
        self._lock = threading.Lock()

    def finished(self) -> list[Interval]:
        return list(self.chunks)

    def save(self, start: int, stop: int, arrays: Mapping[str, list[int]], /) -> None:
        with self._lock:
            self.chunks[start, stop] = arrays["x"]


class StoppedError(Exception):
    pass


@given(totals, st.lists(st.tuples(st.integers(1, 60), st.integers(1, 3), st.integers(1, 6)), max_size=4))
def test_interrupted_runs_with_any_chunks_add_up(total: int, runs: list[tuple[int, int, int]]) -> None:
    store, worked, lock = Memory(), [0] * total, threading.Lock()

    for chunk, threads, allowed in [*runs, (17, 2, 10**6)]:
        left = [allowed]

        def work(start: int, stop: int, left: list[int] = left) -> dict[str, list[int]]:
            with lock:
                left[0] -= 1
                if left[0] < 0:
                    raise StoppedError
                for d in range(start, stop):
                    worked[d] += 1
            return {"x": list(range(start, stop))}

        try:
            finished = run_chunks(work, total, chunk, store, threads=threads)
        except StoppedError:
            continue
        assert finished.computed_draws + finished.reused_draws == total

    assert worked == [1] * total
    assert [x for piece in sorted(store.chunks) for x in store.chunks[piece]] == list(range(total))
