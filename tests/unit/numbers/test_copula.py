import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.language.messages import problem_line
from irenic.numbers.copula import groups_of


def test_groups_are_what_correlations_connect() -> None:
    groups = groups_of([("d", "c", 0.1), ("a", "b", 0.2), ("e", "d", 0.3), ("x", "a", 0.4)])
    assert {path: group.paths for path, group in groups.items()} == {
        **dict.fromkeys("cde", ("c", "d", "e")),
        **dict.fromkeys("abx", ("a", "b", "x")),
    }
    assert groups["c"].matrix == ((1.0, 0.1, 0.0), (0.1, 1.0, 0.3), (0.0, 0.3, 1.0))
    assert groups_of([]) == {}


def test_groups_that_meet_later_are_one() -> None:
    groups = groups_of([("a", "b", 0.2), ("c", "d", 0.2), ("b", "c", 0.2), ("d", "a", 0.1)])
    assert {group.paths for group in groups.values()} == {("a", "b", "c", "d")}


def test_the_factor_is_choleskys_in_any_order() -> None:
    group = groups_of([("a", "b", 0.6), ("b", "c", -0.3), ("a", "c", 0.2), ("c", "d", 0.5)])["a"]
    matrix = np.array(group.matrix)
    for order in (["a", "b", "c", "d"], ["d", "b", "a", "c"]):
        at = [group.paths.index(p) for p in order]
        rows = group.factor(order)
        factor = np.array([[*row, *[0.0] * (len(order) - len(row))] for row in rows])
        # 1e-14: a few roundings of numbers below 1
        assert factor @ factor.T == pytest.approx(matrix[np.ix_(at, at)], abs=1e-14)


def test_scores_given_others_are_rows_of_the_reordered_factor() -> None:
    group = groups_of([("a", "b", 0.6)])["a"]
    kept = np.array([1.0, -2.0])
    new = np.array([0.5, 0.5])
    scores = group.scores_given("a", ["b"], lambda path: kept, lambda path: new)
    assert scores == pytest.approx(0.6 * kept + 0.8 * new, abs=1e-15)


IMPOSSIBLE = (
    "The correlations declared between a, b, c can't hold together. Bring coefficients closer to 0, or declare the "
    "pairs that are left out (they count as 0). [number.correlations-impossible]"
)
IMPOSSIBLE_ZH = (
    "a, b, c 之間所宣告的相關不可能同時成立。 請把係數調近 0，或補上沒有宣告的配對（未宣告者視為 0）。 "
    "[number.correlations-impossible]"
)
ITSELF = "a is correlated with itself. Name two different numbers, or remove the correlation. "
ITSELF_ZH = "a 與自身宣告了相關。 請指明兩個不同的數字，或刪去此項相關。 "
TWICE = "The correlation of a and b is declared twice. Keep one of the two. [number.correlation-twice]"
TWICE_ZH = "a 與 b 的相關宣告了兩次。 請只保留一項。 [number.correlation-twice]"


@pytest.mark.parametrize(
    ("correlations", "en", "zh"),
    [
        ([("b", "a", 0.9), ("a", "c", 0.9), ("b", "c", -0.9)], IMPOSSIBLE, IMPOSSIBLE_ZH),
        (
            [("a", "a", 0.5)],
            f"{ITSELF}[number.correlation-with-itself]",
            f"{ITSELF_ZH}[number.correlation-with-itself]",
        ),
        ([("a", "b", 0.5), ("b", "a", 0.5)], TWICE, TWICE_ZH),
    ],
    ids=["not positive definite", "itself", "twice"],
)
def test_impossible_correlations_are_refused(correlations: list[tuple[str, str, float]], en: str, zh: str) -> None:
    with pytest.raises(IrenicError) as caught:
        groups_of(correlations)
    (problem,) = caught.value.problems
    assert problem_line(problem, "en") == en
    assert problem_line(problem, "zh") == zh


@pytest.mark.parametrize("coefficient", [1.0, -1.0, 1.5, 1 - 1e-12])
def test_full_correlation_is_impossible(coefficient: float) -> None:
    with pytest.raises(IrenicError):
        groups_of([("a", "b", coefficient)])


def test_every_problem_is_found() -> None:
    with pytest.raises(IrenicError) as caught:
        groups_of([("a", "b", 1.0), ("c", "d", 1.0)])
    assert [p.params["paths"] for p in caught.value.problems] == ["a, b", "c, d"]


def test_a_coefficient_is_a_number() -> None:
    with pytest.raises(ValueError, match="a and b"):
        groups_of([("a", "b", float("nan"))])
