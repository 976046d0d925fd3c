import time
from collections.abc import Callable

import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.language.messages import problem_line
from irenic.numbers.distribution import Sure
from irenic.numbers.draws import Sampler
from irenic.numbers.families import Pert
from irenic.numbers.mixture import Branch, choice_of
from irenic.numbers.ranges import range_on
from irenic.numbers.scramble import stream_key
from irenic.numbers.support import ANY, POINTS

N = 2048
STANDARD = range_on(ANY, -1.6448536269514722, 1.6448536269514722)
"""The standard normal, so that a draw is its normal score."""


def draws(sampler: Sampler, path: str) -> np.ndarray:
    return sampler.draw(path, STANDARD, 0, N)


def correlation(x: np.ndarray, y: np.ndarray) -> float:
    return float(np.corrcoef(x, y)[0, 1])


def test_a_path_keeps_its_draws_whatever_else_is_drawn() -> None:
    alone = Sampler(7).uniform("parties.arda.no_deal", 0, N)
    together = Sampler(7, [("a", "b", 0.5)])
    for path in ("a", "b", "c"):
        together.draw(path, STANDARD, 0, N)
    assert together.uniform("parties.arda.no_deal", 0, N).tobytes() == alone.tobytes()


def test_seed_and_path_make_other_draws() -> None:
    streams = [Sampler(seed).uniform(path, 0, N) for seed in (0, 1, -1, 2**63 - 1) for path in ("a", "b", "a#event")]
    assert len({s.tobytes() for s in streams}) == len(streams)
    # independent streams: |r| √n beyond 5 hardly ever (fixed seeds), allowing for the price of shuffling, 1.58
    worst = max(abs(correlation(x, y)) for i, x in enumerate(streams) for y in streams[:i])
    assert worst < 5 * (1.58 / N) ** 0.5


@pytest.mark.parametrize(
    "number",
    [STANDARD, range_on(POINTS, 40.0, 80.0), Pert(0, 1, 5), choice_of([Branch(1, Sure(3.0)), Branch(2, STANDARD)])],
    ids=lambda n: n.notation,
)
@pytest.mark.parametrize("correlations", [[], [("a", "b", 0.5), ("b", "c", -0.5)]], ids=["alone", "correlated"])
def test_any_slicing_gives_the_same_bits(number: Pert, correlations: list[tuple[str, str, float]]) -> None:
    whole = Sampler(1, correlations).draw("b", number, 0, 200)
    for size in (1, 7, 33):
        parts = [Sampler(1, correlations).draw("b", number, d, min(d + size, 200)) for d in range(0, 200, size)]
        assert np.concatenate(parts).tobytes() == whole.tobytes()


def test_sure_numbers_are_constant() -> None:
    assert Sampler(0).draw("a", Sure(4.0), 3, 6).tolist() == [4.0, 4.0, 4.0]
    assert Sampler(0, [("a", "b", 0.5)]).draw("a", Sure(4.0), 3, 6).tolist() == [4.0, 4.0, 4.0]


def test_a_quantile_of_the_uniform_is_drawn() -> None:
    sampler = Sampler(0)
    assert (sampler.draw("a", Pert(0, 1, 5), 0, 9) == Pert(0, 1, 5).quantile(sampler.uniform("a", 0, 9))).all()


def test_events_happen_with_their_probability_by_a_stream_of_their_own() -> None:
    sampler = Sampler(0)
    probability = np.linspace(0, 1, N)
    happened = sampler.event("a", probability, 0, N)
    assert happened.dtype == np.bool_
    assert (happened == (sampler.uniform("a#event", 0, N) < probability)).all()
    assert not sampler.event("a", np.zeros(N), 0, N).any()
    assert sampler.event("a", np.ones(N), 0, N).all()
    # a quarter is a whole number of strata: exact
    assert sampler.event("a", np.full(N, 0.25), 0, N).mean() == 0.25


def test_two_paths_with_one_key_are_refused() -> None:
    def clumsy(seed: int, replicate: int, scramble: int, stream: str) -> int:
        return (
            5 if scramble == 3 and stream in {"parties.arda", "parties.brin"} else stream_key(seed, 0, scramble, stream)
        )

    sampler = Sampler(0, key=clumsy)
    sampler.uniform("parties.brin", 0, 4)
    sampler.uniform("parties.brin", 4, 8)
    sampler.uniform("parties.cory", 0, 4)
    with pytest.raises(IrenicError) as caught:
        sampler.uniform("parties.arda", 0, 4)
    (problem,) = caught.value.problems
    assert problem_line(problem, "en") == (
        "The numbers at parties.arda and parties.brin would be drawn alike: their keys are equal under this seed. "
        "Choose another seed. [number.path-collision]"
    )
    assert problem_line(problem, "zh") == (
        "在此種子下，parties.arda 與 parties.brin 的鍵相同，兩個數字會抽得一樣。 請換一個種子。 [number.path-collision]"
    )


def test_correlations_are_reached() -> None:
    sampler = Sampler(0, [("a", "b", 0.8), ("c", "b", -0.5), ("d", "e", 0.3)])
    drawn = {path: draws(sampler, path) for path in "abcde"}
    wanted = {("a", "b"): 0.8, ("b", "c"): -0.5, ("d", "e"): 0.3, ("a", "c"): 0.0, ("a", "d"): 0.0, ("c", "e"): 0.0}
    for (x, y), r in wanted.items():
        # standard error (1 − r²)/√n, with the price of shuffling; 4 of these
        assert correlation(drawn[x], drawn[y]) == pytest.approx(r, abs=4 * (1 - r * r) * (1.58 / N) ** 0.5)
    for path in "abcde":
        assert drawn[path].std() == pytest.approx(1, abs=4 * (1 / (2 * N)) ** 0.5)
        assert drawn[path].mean() == pytest.approx(0, abs=4 * (1 / N) ** 0.5)


def test_a_group_depends_on_nothing_outside_it() -> None:
    small = Sampler(0, [("b", "a", 0.8)])
    large = Sampler(0, [("a", "b", 0.8), ("c", "d", 0.4)])
    assert draws(small, "b").tobytes() == draws(large, "b").tobytes()
    assert draws(small, "c").tobytes() == draws(Sampler(0), "c").tobytes()


def test_correlated_draws_stay_inside_at_extreme_correlations() -> None:
    sampler = Sampler(0, [("a", "b", 0.999999), ("b", "c", -0.999)][:1])
    u = sampler.draw("b", range_on(POINTS, 40.0, 80.0), 0, 50_000)
    assert ((u > 0) & (u < 100)).all()


def test_fresh_streams_are_drawn_anew_and_the_others_kept() -> None:
    base = Sampler(0)
    fresh = [base.with_fresh(r, lambda stream: stream != "assumed") for r in (1, 2)]
    for other in fresh:
        assert draws(other, "assumed").tobytes() == draws(base, "assumed").tobytes()
        assert draws(other, "stated").tobytes() != draws(base, "stated").tobytes()
        assert abs(correlation(draws(other, "stated"), draws(base, "stated"))) < 4 * (1.58 / N) ** 0.5
    assert draws(fresh[0], "stated").tobytes() != draws(fresh[1], "stated").tobytes()
    again = base.with_fresh(1, lambda stream: stream != "assumed")
    assert draws(again, "stated").tobytes() == draws(fresh[0], "stated").tobytes()


def test_events_of_kept_numbers_can_be_drawn_anew() -> None:
    asked: list[str] = []

    def fresh(stream: str) -> bool:
        asked.append(stream)
        return stream.endswith("#event")

    sampler = Sampler(0).with_fresh(1, fresh)
    half = np.full(N, 0.5)
    assert (sampler.event("a", half, 0, N) != Sampler(0).event("a", half, 0, N)).any()
    assert sampler.uniform("a", 0, N).tobytes() == Sampler(0).uniform("a", 0, N).tobytes()
    assert asked == ["a#event", "a"]


@pytest.mark.parametrize("kept", ["a", "b", "c", "ac"])
def test_fresh_members_of_a_group_follow_the_kept_ones(kept: str) -> None:
    base = Sampler(0, [("a", "b", 0.8), ("b", "c", 0.5)])
    other = base.with_fresh(1, lambda stream: stream not in kept)
    for path in kept:
        assert draws(other, path).tobytes() == draws(base, path).tobytes()
    drawn = {path: draws(other, path) for path in "abc"}
    for (x, y), r in {("a", "b"): 0.8, ("b", "c"): 0.5, ("a", "c"): 0.0}.items():
        assert correlation(drawn[x], drawn[y]) == pytest.approx(r, abs=4 * (1 - r * r) * (1.58 / N) ** 0.5)
    # a fresh member keeps of its first draw what the kept ones explain: r² for one kept neighbour, no more
    for path in set("abc") - set(kept):
        explained = {("a", "b"): 0.64, ("b", "a"): 0.64, ("b", "c"): 0.25, ("c", "b"): 0.25, ("b", "ac"): 0.89}
        expected = explained.get((path, kept), 0.0)
        assert correlation(drawn[path], draws(base, path)) == pytest.approx(expected, abs=4 * (1.58 / N) ** 0.5)


def test_a_whole_group_can_be_drawn_anew() -> None:
    base = Sampler(0, [("a", "b", 0.8)])
    other = base.with_fresh(1, lambda stream: True)
    assert correlation(draws(other, "a"), draws(other, "b")) == pytest.approx(0.8, abs=4 * 0.36 * (1.58 / N) ** 0.5)
    assert abs(correlation(draws(other, "a"), draws(base, "a"))) < 4 * (1.58 / N) ** 0.5


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Sampler(0).uniform("a", 5, 4),
        lambda: Sampler(0).uniform("a", -1, 4),
        lambda: Sampler(0).with_fresh(0, lambda stream: True),
    ],
)
def test_impossible_requests_are_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"draws|replicates"):
        wrong()


def test_two_hundred_paths_are_drawn_in_no_time() -> None:
    sampler, number = Sampler(0), range_on(POINTS, 40.0, 80.0)
    sampler.draw("warm", number, 0, N)
    spent = []
    for turn in range(3):
        began = time.process_time()
        for path in range(200):
            sampler.draw(f"{turn}.{path}", number, 0, N)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.3
