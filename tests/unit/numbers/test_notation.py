import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from irenic.errors.problem import Problem
from irenic.language.messages import catalogue, problem_fix, problem_text
from irenic.numbers.distribution import Distribution, Sure
from irenic.numbers.families import Beta, Lognormal, Normal, Pert, Triangular, Uniform
from irenic.numbers.mixture import Branch, choice_of
from irenic.numbers.notation import NotationError, number_from
from irenic.numbers.ranges import range_on
from irenic.numbers.support import (
    AMOUNT,
    ANY,
    CORRELATION,
    FRACTION,
    POINTS,
    POSITIVE,
    PROBABILITY,
    SUPPORTS,
    Support,
)
from irenic.numbers.words import BANDS, SYNONYMS

PROBLEMS = tomllib.loads((Path(__file__).parent / "problems.toml").read_text(encoding="utf-8"))
BY_NAME = {support.name: support for support in SUPPORTS}
OF_DRAWS = {"path-collision", "correlations-impossible", "correlation-with-itself", "correlation-twice"}


def repr_of(x: Any) -> str:
    """A short name of a case."""
    return repr(x)[:30]


@pytest.mark.parametrize(
    ("raw", "support", "number"),
    [
        ("60", POINTS, Sure(60.0)),
        (" 60 ", POINTS, Sure(60.0)),
        (60, POINTS, Sure(60.0)),
        (0.5, PROBABILITY, Sure(0.5)),
        ("-2.5e3", ANY, Sure(-2500.0)),
        ("+.5", ANY, Sure(0.5)),
        ("5.", ANY, Sure(5.0)),
        ("-0", ANY, Sure(0.0)),
        ("0", POINTS, Sure(0.0)),
        ("-1", CORRELATION, Sure(-1.0)),
        ("40 to 80", POINTS, range_on(POINTS, 40.0, 80.0)),
        ("-40  to  -4e0", ANY, range_on(ANY, -40.0, -4.0)),
        ("0 to 5", AMOUNT, range_on(AMOUNT, 0.0, 5.0)),
        ("very likely", PROBABILITY, Uniform(0.8, 0.95, "very likely")),
        ("Highly Probable", PROBABILITY, Uniform(0.8, 0.95, "very likely")),
        ({"pert": ["20", "50", "90"]}, POINTS, Pert(20, 50, 90)),
        ({"pert": (0, 0.0, "1")}, PROBABILITY, Pert(0, 0, 1)),
        ({"uniform": ["20", "90"]}, POINTS, Uniform(20, 90)),
        ({"triangular": ["20", "90", "90"]}, POINTS, Triangular(20, 90, 90)),
        ({"normal": ["50", "10"]}, POINTS, Normal(50, 10, POINTS)),
        ({"normal": ["0", "10"]}, POSITIVE, Normal(0, 10, POSITIVE)),
        ({"lognormal": ["3", "2"]}, POSITIVE, Lognormal(3, 2)),
        ({"beta": ["2", "5"]}, FRACTION, Beta(2, 5, FRACTION)),
        ({"choice": {"20": "3", "80": "1"}}, POINTS, choice_of([Branch(3, Sure(20.0)), Branch(1, Sure(80.0))])),
        (
            {
                "choice": [
                    {"weight": "1", "value": "40 to 80"},
                    {"weight": 2, "value": {"choice": {"1": "1", "2": "1"}}},
                ]
            },
            POINTS,
            choice_of(
                [
                    Branch(1, range_on(POINTS, 40.0, 80.0)),
                    Branch(2, choice_of([Branch(1, Sure(1.0)), Branch(1, Sure(2.0))])),
                ]
            ),
        ),
        ({"choice": {"likely": "1", "0.1": "0"}}, PROBABILITY, Uniform(0.55, 0.8, "likely")),
    ],
)
def test_a_notation_is_read(raw: Any, support: Support, number: Distribution) -> None:
    assert number_from(raw, support) == number


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_told_whole_in_both_languages(name: str) -> None:
    case = PROBLEMS[name]
    with pytest.raises(NotationError) as caught:
        number_from(json.loads(case["raw"]), BY_NAME[case["support"]])
    problem = Problem(caught.value.code, caught.value.params)
    assert problem.code == f"number.{name}"
    assert f"{problem_text(problem, 'en')} {problem_fix(problem, 'en')}" == case["en"]
    assert f"{problem_text(problem, 'zh')} {problem_fix(problem, 'zh')}" == case["zh"]


def test_every_problem_of_the_notation_has_its_example() -> None:
    assert set(PROBLEMS) == set(catalogue("number")) - OF_DRAWS


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (True, "unreadable"),
        (None, "unreadable"),
        ("1e", "unreadable"),
        ("0x10", "unreadable"),
        ("60 km", "unreadable"),
        ("−5", "other-digits"),
        ("5" * 100_000, "unreadable"),
        (float("nan"), "not-finite"),
        (float("inf"), "not-finite"),
        ("-Infinity", "not-finite"),
        ("1_000", "grouped-digits"),
        ("1 000 000", "grouped-digits"),
        ("60%", "percent"),
        ("60 per cent", "percent"),
        ("６０％", "percent"),
        ("從40到80", "range-form"),
        ("between 40 and 80", "range-form"),
        ("40..80", "range-form"),
        ("40to80", "range-form"),
        ("1e999 to 3", "too-large"),
        ("about 5", "unreadable"),
        ([], "is-a-list"),
        ({}, "one-family"),
        ({1: [1, 2]}, "no-such-family"),
        ({"Pert": [1, 2, 3]}, "unknown-family"),
        ({"pert": "1 2 3"}, "wrong-arity"),
        ({"pert": None}, "wrong-arity"),
        ({"pert": ["1", "2", "x"]}, "unreadable"),
        ({"pert": ["1", ["2"], "3"]}, "unreadable"),
        ({"pert": ["5", "5", "5"]}, "not-in-order"),
        ({"triangular": ["5", "4", "9"]}, "not-in-order"),
        ({"uniform": ["9", "9"]}, "ends-equal"),
        ({"uniform": ["9", "8"]}, "ends-reversed"),
        ({"normal": ["5", "-1"]}, "bad-spread"),
        ({"choice": []}, "no-weight"),
        ({"choice": [{"weight": 1}]}, "choice-form"),
        ({"choice": ["5"]}, "choice-form"),
        ({"choice": [{"weight": "1", "value": "x"}]}, "unreadable"),
        ({"choice": {"5": "20%"}}, "percent"),
    ],
    ids=repr_of,
)
def test_what_cannot_be_read_is_refused(raw: Any, code: str) -> None:
    with pytest.raises(NotationError) as caught:
        number_from(raw, ANY)
    assert caught.value.code == f"number.{code}"
    assert all(len(str(value)) < 100 for value in caught.value.params.values())


@pytest.mark.parametrize("raw", [10**400, -(10**5000)], ids=["400 digits", "5,000 digits"])
def test_a_whole_number_beyond_all_floats_is_refused(raw: int) -> None:
    with pytest.raises(NotationError) as caught:
        number_from(raw, ANY)
    assert caught.value.code == "number.too-large"
    assert len(str(caught.value.params["text"])) < 10


@pytest.mark.parametrize(
    ("raw", "support", "code"),
    [
        ("0", FRACTION, "end-on-open-bound"),
        ("0", POSITIVE, "end-on-open-bound"),
        ("0 to 1", POSITIVE, "end-on-open-bound"),
        ({"pert": [0.9, 0.95, 1]}, FRACTION, "end-on-open-bound"),
        ({"uniform": [-1, 5]}, POINTS, "outside-support"),
        ({"triangular": [0, 5, 101]}, POINTS, "outside-support"),
        ({"normal": [101, 5]}, POINTS, "outside-support"),
        ({"choice": {"50": 1, "150": 1}}, POINTS, "outside-support"),
        ({"choice": {"50": 1, "150": 0}}, POINTS, "outside-support"),
        ("-5 to 5", POINTS, "outside-support"),
        ("-1.1", CORRELATION, "outside-support"),
        ({"lognormal": [0.5, 2]}, PROBABILITY, "lognormal-not-here"),
        ({"beta": [2, 2]}, ANY, "beta-not-here"),
    ],
)
def test_nothing_leaves_its_support(raw: Any, support: Support, code: str) -> None:
    with pytest.raises(NotationError) as caught:
        number_from(raw, support)
    assert caught.value.code == f"number.{code}"


@pytest.mark.parametrize(
    ("raw", "support", "near"),
    [
        ("40%", POINTS, "40"),
        ("40%", PROBABILITY, "0.4"),
        ("7 %", PROBABILITY, "0.07"),
        ("40% to 60%", PROBABILITY, "0.4 to 0.6"),
        ("1'000.5", AMOUNT, "1000.5"),
        ("-0,5", ANY, "-0.5"),
        ("40 - 80", POINTS, "40 to 80"),
        ("nearly certian", PROBABILITY, "nearly certain"),
    ],
)
def test_the_fix_can_be_read(raw: str, support: Support, near: str) -> None:
    with pytest.raises(NotationError) as caught:
        number_from(raw, support)
    assert caught.value.params["near"] == near
    number_from(near, support)


def test_the_page_on_numbers_shows_what_can_be_read(root: Path) -> None:
    page = (root / "docs" / "numbers.md").read_text(encoding="utf-8")
    block = page.split("```yaml\n")[1].split("```")[0]
    shown = yaml.load(block, Loader=yaml.BaseLoader)
    assert len(shown) == 9
    for raw in shown.values():
        number_from(raw, POINTS)


@pytest.mark.parametrize(
    ("text", "support", "median"),
    [("-10 to 30", ANY, 10), ("2 to 18", AMOUNT, 6), ("10 to 50", POINTS, 25), ("0 to 30", POINTS, 15)],
)
def test_the_page_on_numbers_is_right_about_medians(root: Path, text: str, support: Support, median: float) -> None:
    assert f"| `{text}`" in (root / "docs" / "numbers.md").read_text(encoding="utf-8")
    assert number_from(text, support).median == pytest.approx(median, rel=1e-12)


def test_the_page_on_numbers_lists_every_word(root: Path) -> None:
    page = (root / "docs" / "numbers.md").read_text(encoding="utf-8")
    for word, (low, high) in BANDS.items():
        synonyms = ", ".join(synonym for synonym, meant in SYNONYMS.items() if meant == word)
        assert f"| {word} | {synonyms} | {low:.2f} | {high:.2f} |" in page
