"""The variants that come with the cases: without problems, each with its reason, and drawn like the case itself."""

import numpy as np
import pytest

from irenic.dossier.backing import numbers_of
from irenic.dossier.check import check_dossier
from irenic.dossier.differences import differences
from irenic.dossier.load import load_dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from irenic.runs.cases import find_case, shipped_variants

VARIANTS = shipped_variants()
DRAWS = 64


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_is_without_problems_and_says_what_it_varies(name: str) -> None:
    files = find_case(name)
    report = check_dossier(files, None)
    assert (report.problems, report.numbers.bare) == ((), 0)
    dossier = load_dossier(files)
    assert dossier.file.summary is not None
    assert {"en", "zh"} <= set(dossier.file.title) & set(dossier.file.summary)
    assert dossier.file.title != load_dossier(files.folder).file.title


@pytest.mark.parametrize("name", VARIANTS)
def test_what_a_variant_leaves_alone_is_drawn_as_in_the_case(name: str) -> None:
    files = find_case(name)
    case, variant = load_dossier(files.folder), load_dossier(files)
    changed = {difference.path for difference in differences(case, variant)}
    sampler = Sampler(3)
    drawn = [
        {number.path: sampler.draw(number.path, number.distribution, 0, DRAWS) for number in numbers_of(dossier)}
        for dossier in (case, variant)
    ]
    shared = set(drawn[0]) & set(drawn[1]) - changed
    assert len(shared) > 100
    assert all(np.array_equal(drawn[0][path], drawn[1][path]) for path in shared)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_compiles_and_shares_the_draws_of_values(name: str) -> None:
    files = find_case(name)
    inputs = [
        draw_inputs(compile_model(load_dossier(source)), Sampler(3), 0, DRAWS) for source in (files.folder, files)
    ]
    assert np.array_equal(inputs[0].no_deal, inputs[1].no_deal, equal_nan=True)
