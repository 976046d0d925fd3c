"""Options that norms flag."""

import numpy as np

from irenic.deal.norms import combinations_against, flagged_by, flagged_options, norms_against
from irenic.model.compilation import compile_model
from tests.unit.model.examples import dossier_of, everything

NORMS = {"land": {"port": ["ours", "shared"]}, "money": {"toll": ["high"], "south": ["5"]}}


def test_what_is_in_force_anyway_runs_against_nothing() -> None:
    model = compile_model(dossier_of(**everything()))
    # port: shared (status quo), split, ours; north: 0, 5; toll: none, low, high; south: 0, 5; flag: old, new
    assert np.flatnonzero(flagged_by(model, NORMS["land"])).tolist() == [2]
    assert np.flatnonzero(flagged_options(model, NORMS)).tolist() == [2, 7, 9]
    assert norms_against(model, NORMS, [0, 3, 7]) == ["money"]
    assert norms_against(model, NORMS, [2, 9]) == ["land", "money"]


def test_combinations_are_marked_where_one_of_their_options_is_flagged() -> None:
    model = compile_model(dossier_of(**everything()))
    marked = combinations_against(model, NORMS)
    first, second = model.blocks
    assert marked[second.span].tolist() == [False, True, False, True]
    expected = (first.positions[:, 0] == 2) | (first.positions[:, 1] == 2)
    assert marked[first.span].tolist() == expected.tolist()
    assert not combinations_against(model, {}).any()
