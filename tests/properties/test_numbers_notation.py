"""Whatever is written and read: inside its support, monotone, exact at the percentiles, and written back as itself."""

from math import isclose, isfinite, nextafter
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from irenic.numbers.distribution import U_LEAST, Distribution
from irenic.numbers.mixture import Choice
from irenic.numbers.notation import NotationError, number_from
from irenic.numbers.support import CORRELATION, FRACTION, PROBABILITY, SUPPORTS, Support
from irenic.numbers.words import WORDS

EDGES = [U_LEAST, 1e-9, 1e-3, 0.05, 0.5, 0.95, 1 - 1e-3, 1 - 1e-9, 1 - U_LEAST]
U = np.sort(np.concatenate([np.linspace(0.0005, 0.9995, 400), EDGES]))


def values(support: Support) -> st.SearchStrategy[float]:
    """Numbers of a support, its ends now and then, of the sizes that are read."""
    low, high = max(support.low, -1e30), min(support.high, 1e30)
    plain = st.floats(low, high).map(lambda x: 0.0 if abs(x) < 1e-30 else x)
    near = st.floats(max(support.low, -1e4), min(support.high, 1e4)).map(lambda x: round(x, 3))
    return st.one_of(plain, near, st.sampled_from([low, high])).filter(support.holds)


def ordered(support: Support, count: int) -> st.SearchStrategy[list[float]]:
    return st.lists(values(support), min_size=count, max_size=count, unique=True).map(sorted)


def ends(support: Support) -> st.SearchStrategy[list[float]]:
    """Two ends that are far enough apart to make a range."""
    width = support.high - support.low

    def apart(pair: list[float]) -> bool:
        size = max(abs(pair[0]), abs(pair[1]), width if isfinite(width) else 0.0)
        return pair[1] - pair[0] > 1e-9 * size

    return ordered(support, 2).filter(apart)


def simple(support: Support) -> st.SearchStrategy[Any]:
    width = support.high - support.low
    forms = [
        values(support).map(repr),
        ends(support).map(lambda pair: f"{pair[0]!r} to {pair[1]!r}"),
        ordered(support, 2).map(lambda x: {"uniform": x}),
        ordered(support, 3).map(lambda x: {"pert": x}),
        ordered(support, 3).map(lambda x: {"triangular": x}),
        st.tuples(values(support), st.floats(1e-6, min(width, 1e6))).map(lambda x: {"normal": list(x)}),
    ]
    if width < float("inf"):
        forms.append(st.tuples(st.floats(0.01, 1e3), st.floats(0.01, 1e3)).map(lambda x: {"beta": list(x)}))
    elif support.low == 0:
        forms.append(st.tuples(st.floats(1e-30, 1e30), st.floats(1.001, 1e3)).map(lambda x: {"lognormal": list(x)}))
    if support == PROBABILITY:
        forms.append(st.sampled_from(WORDS))
    return st.one_of(forms)


def notations(support: Support) -> st.SearchStrategy[Any]:
    def chosen(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        item = st.fixed_dictionaries({"weight": st.floats(0.01, 100), "value": inner})
        return st.lists(item, min_size=1, max_size=3).map(lambda items: {"choice": items})

    return st.one_of(simple(support), st.recursive(simple(support), chosen, max_leaves=4))


@st.composite
def written(draw: st.DrawFn) -> tuple[Any, Support]:
    support = draw(st.sampled_from(SUPPORTS))
    return draw(notations(support)), support


def reading(raw: Any, support: Support) -> Distribution:
    return number_from(raw, support)


def parts(number: Distribution) -> list[Distribution]:
    return [p for b in number.branches for p in parts(b.value)] if isinstance(number, Choice) else [number]


@given(written())
def test_draws_stay_in_the_support_and_between_the_ends(case: tuple[Any, Support]) -> None:
    raw, support = case
    number = reading(raw, support)
    drawn = number.quantile(U)
    assert np.isfinite(drawn).all()
    assert all(support.holds(x) for x in drawn)
    # one rounding beyond an end of the interval is the most that a sum can go
    assert nextafter(number.least, -np.inf) <= drawn.min() <= drawn.max() <= nextafter(number.most, np.inf)


@given(written())
def test_quantiles_rise(case: tuple[Any, Support]) -> None:
    for number in parts(reading(*case)):
        drawn = number.quantile(U)
        # inverse functions of SciPy are monotone up to their own error, 1e-12 of the size
        assert (np.diff(drawn) >= -1e-12 * np.abs(drawn).max()).all()


@given(written())
def test_percentiles_are_the_quantiles(case: tuple[Any, Support]) -> None:
    for number in parts(reading(*case)):
        drawn = number.quantile(np.array([0.05, 0.5, 0.95]))
        scale = np.abs(drawn).max()
        for told, x in zip((number.low, number.median, number.high), drawn, strict=True):
            assert isclose(told, x, rel_tol=1e-9, abs_tol=1e-9 * scale)


@given(st.data(), st.sampled_from(SUPPORTS))
def test_the_ends_of_a_range_are_its_percentiles(data: st.DataObject, support: Support) -> None:
    lower, upper = data.draw(ends(support))
    number = number_from(f"{lower!r} to {upper!r}", support)
    drawn = number.quantile(np.array([0.05, 0.95]))
    # the promise, 1e-9 of the size; with two ends no better than 1e-14 of them (position − lower end is rounded)
    room = [1e-14 * abs(end) for end in (support.low, support.high) if isfinite(end)]
    tolerance = max(1e-9 * abs(lower), 1e-9 * abs(upper), *room)
    assert drawn == pytest.approx([lower, upper], rel=1e-9, abs=tolerance)
    assert (number.low, number.high) == (lower, upper)


@given(written())
def test_what_is_written_back_reads_as_the_same_number(case: tuple[Any, Support]) -> None:
    raw, support = case
    number = reading(raw, support)
    again = number_from(yaml.load(number.notation, Loader=yaml.BaseLoader), support)
    assert again == number
    assert hash(again) == hash(number)
    assert again.notation == number.notation


@given(written())
def test_shares_and_percentiles_are_inverse(case: tuple[Any, Support]) -> None:
    number = reading(*case)
    scale = max(abs(number.low), abs(number.high), 1e-30)
    for u in (0.05, 0.5, 0.95):
        x = number.percentile(u)
        # 1e-9 of the size aside, on either hand, the distribution function passes u
        assert number.share_up_to(x + 1e-9 * scale) >= u
        assert number.share_up_to(x - 1e-9 * scale) <= u or x <= number.least or number.sure


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


@given(ANYTHING, st.sampled_from(SUPPORTS))
def test_anything_at_all_is_read_or_refused(raw: Any, support: Support) -> None:
    try:
        number = number_from(raw, support)
    except NotationError:
        return
    assert support.holds(number.median)


@given(st.sampled_from([FRACTION, CORRELATION, PROBABILITY]), st.floats(1, 100).map(lambda x: round(x, 2)))
def test_percent_signs_are_told_what_to_write(support: Support, percent: float) -> None:
    with pytest.raises(NotationError) as caught:
        number_from(f"{percent}%", support)
    assert isclose(float(caught.value.params["near"]), percent / 100)
