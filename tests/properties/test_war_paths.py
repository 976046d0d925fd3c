"""Paths with and without aid on the same random numbers; same bytes; what no path can change."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from irenic.war.kernels import path_rows as row
from irenic.war.path_tables import PathTables
from irenic.war.paths import follow_paths, record_paths
from tests.unit.war.made_up_paths import tables_of

Floats = NDArray[np.float64]

SEEDS = st.integers(0, 2**32 - 1)
SLACK = 1e-9
"""Sums are rounded, and Runge–Kutta steps keep the order of two courses up to their error."""


def helped(tables: PathTables, quantity: int, size: float, begin: float, chance: float) -> PathTables:
    """The same war with one more lever, which adds to a number of a side from a month on."""

    def more(known: Floats, value: float) -> Floats:
        return np.column_stack([known, np.full(tables.draws, value)])

    return replace(
        tables,
        quantity=np.append(tables.quantity, quantity),
        operation=np.append(tables.operation, row.ADD),
        use=np.append(tables.use, 7),
        begin=more(tables.begin, begin),
        end=more(tables.end, np.inf),
        size=more(tables.size, size),
        chance=more(tables.chance, chance),
    )


@settings(max_examples=60, deadline=None)
@given(
    seed=SEEDS,
    law=st.sampled_from([row.SQUARE, row.LINEAR]),
    side=st.integers(0, 1),
    number=st.sampled_from([row.AID, row.GRANTS, row.MONEY_ADDED, row.FORCES_ADDED]),
    size=st.floats(0.1, 30.0),
    begin=st.floats(0.0, 10.0),
    chance=st.sampled_from([0.5, 1.0]),
)
def test_no_path_is_worse_for_who_is_helped(
    seed: int, law: int, side: int, number: int, size: float, begin: float, chance: float
) -> None:
    """Grants alone, without a response: whatever happens on a path, more aid never moves the line against its side."""
    without = tables_of(seed, law=law, stretches=8)
    with_aid = helped(without, number + side, size, begin, chance)
    before, after = record_paths(without, 40, seed), record_paths(with_aid, 40, seed)
    way = int(without.line[4 + side])
    assert (way * after.places >= way * before.places).all()
    won = 0 if way < 0 else len(without.places) - 1
    assert ((after.places == won) >= (before.places == won)).all()
    assert (after.collapse[:, side] >= before.collapse[:, side])[before.collapse[:, side] < without.months].all()
    alive = (before.collapse.min(axis=1) > without.months) & (after.collapse.min(axis=1) > without.months)
    over = (0, len(without.places) - 1)
    fighting = alive & ~np.isin(before.places[:, -1], over) & ~np.isin(after.places[:, -1], over)
    gained = after.measured[fighting] - before.measured[fighting]
    assert (gained[:, :, side] >= -SLACK).all()
    assert (gained[:, :, 1 - side] <= SLACK).all()
    assert (gained[:, :, 2 + side] >= -SLACK).all()


def test_the_property_is_not_empty() -> None:
    """Aid does change ends of wars in the examples above."""
    without = tables_of(4, stretches=8)
    after = record_paths(helped(without, row.GRANTS, 20.0, 0.0, 1.0), 200, 1).places
    before = record_paths(without, 200, 1).places
    assert (after != before).any(axis=1).mean() > 0.1


@settings(max_examples=25, deadline=None)
@given(
    seed=SEEDS,
    law=st.sampled_from([row.SQUARE, row.LINEAR, row.GENERAL]),
    chunk=st.integers(1, 700),
    threads=st.integers(1, 3),
)
def test_same_counts_for_any_chunks_and_threads(seed: int, law: int, chunk: int, threads: int) -> None:
    tables = tables_of(seed, draws=3, law=law)
    straight = follow_paths(tables, 100, seed)
    cut = follow_paths(tables, 100, seed, chunk=max(chunk, 20), threads=threads)
    for name in ("front", "tally", "collapsed", "breaks"):
        assert (getattr(straight, name) == getattr(cut, name)).all()


@pytest.mark.parametrize("name", ["places", "measured", "seen", "collapse"])
def test_a_path_does_not_depend_on_its_neighbours(name: str) -> None:
    """The draws of a longer run begin with those of a shorter one."""
    tables = tables_of(9, draws=4)
    few = replace(
        tables,
        **{
            field: getattr(tables, field)[:2].copy()
            for field in ("base", "forces", "money", "need", "gate", "begin", "end", "size", "chance")
        },
    )
    assert np.array_equal(getattr(record_paths(few, 90, 5), name), getattr(record_paths(tables, 90, 5), name)[:180])
