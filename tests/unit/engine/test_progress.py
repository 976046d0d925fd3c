import threading

import pytest

from irenic.engine.progress import Cancelled, CancelToken, Estimator


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_token_is_cancelled_from_any_thread_and_stays_so() -> None:
    token = CancelToken()
    seen = [token.cancelled]
    for _ in range(2):
        thread = threading.Thread(target=token.cancel)
        thread.start()
        thread.join()
        seen.append(token.cancelled)
    assert seen == [False, True, True]


def test_cancelled_says_how_far_work_came() -> None:
    cancelled = Cancelled(3, 10)
    assert (cancelled.done, cancelled.total) == (3, 10)


def test_the_estimate_follows_the_speed() -> None:
    clock = Clock()
    estimator = Estimator(0, 100, clock)
    clock.now += 2.0
    assert estimator.eta(10) == pytest.approx(18.0)  # 10 in 2 s; exact but for the clock's rounding
    clock.now += 2.0
    assert estimator.eta(20) == pytest.approx(16.0)


def test_reused_work_does_not_count_as_speed() -> None:
    clock = Clock()
    estimator = Estimator(900, 1000, clock)
    clock.now += 5.0
    assert estimator.eta(910) == pytest.approx(45.0)


def test_nothing_is_expected_before_anything_was_done() -> None:
    clock = Clock()
    estimator = Estimator(5, 10, clock)
    assert estimator.eta(5) is None
    clock.now += 1.0
    assert estimator.eta(5) is None


def test_nothing_is_left_at_the_end() -> None:
    assert Estimator(0, 10, Clock()).eta(10) == 0.0


def test_a_slow_first_chunk_is_forgotten() -> None:
    clock = Clock()
    estimator = Estimator(0, 1000, clock)
    clock.now += 60.0  # compiling
    done = 1
    estimator.eta(done)
    for _ in range(12):
        clock.now += 1.0
        done += 10
        left = estimator.eta(done)
    assert left == pytest.approx((1000 - done) / 10)
