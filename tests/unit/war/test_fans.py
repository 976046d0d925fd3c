import numpy as np
import pytest

from irenic.war.fans import LEVELS, fans, quantiles
from irenic.war.kernels import path_rows as row
from irenic.war.paths import follow_paths, record_paths
from tests.unit.war.made_up_paths import tables_of

SEED = 17


def test_quantiles_are_those_of_the_paths_within_a_cell() -> None:
    tables = tables_of(1)
    counts, records = follow_paths(tables, 200, SEED), record_paths(tables, 200, SEED)
    for m in range(row.MEASURED):
        found = quantiles(counts, m)
        for month in (0, 3, 12):
            per_unit = counts.cells.per_unit[m, month]
            cell = 1.0 / per_unit if per_unit else 0.0
            values = np.sort(records.measured[:, month, m])
            for name, level in LEVELS.items():
                at = max(int(np.ceil(level * len(values))) - 1, 0)
                assert found[name][month] == pytest.approx(values[at], abs=cell + 1e-9)


def test_fans_of_sides() -> None:
    tables = tables_of(1, horizon=4)
    first, second = fans(follow_paths(tables, 10, SEED), (True, False))
    assert list(first) == ["forces", "money", "casualties"]
    assert list(second) == ["forces", "casualties"]
    assert list(first["forces"]) == ["p5", "p25", "p50", "p75", "p95"]
    assert all(len(values) == 5 for values in first["forces"].values())
    assert first["casualties"]["p95"][0] == 0.0


def test_a_number_that_is_the_same_everywhere() -> None:
    tables = tables_of(1, draws=1, stretches=0, forces=300.0)
    found = quantiles(follow_paths(tables, 10, SEED), 0)
    assert [values[0] for values in found.values()] == [300.0] * 5
