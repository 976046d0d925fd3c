import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.results.folder import ResultsFolder
from tests.unit.results.toy import DRAWS, run, work


def test_the_tree_has_a_node_for_every_group(tmp_path: Path) -> None:
    pytest.importorskip("xarray", reason="xarray is an extra")
    run(tmp_path)
    results = ResultsFolder.open(tmp_path)
    tree = results.to_xarray()
    assert set(tree.children) == {"toy", "other"}
    utility = tree["toy"]["utility"]
    assert utility.dims == ("draw", "party")
    assert utility.attrs == {"unit": "points", "description": "utility of the deal"}
    assert utility.coords["party"].values.tolist() == ["aland", "borduria", "syldavia"]
    assert "reading" not in tree["toy"].coords  # it has no labels
    assert tree["toy"]["conflicts.weight"].dims == ("row:conflicts",)
    assert tree.attrs["digest"] == results.digest
    assert json.loads(tree.attrs["dossier"])["title"]["zh"] == "玩具"
    for name, array in work(0, DRAWS).items():
        group, _, variable = name.partition(".")
        np.testing.assert_array_equal(tree[group][variable].values, array)


def test_without_xarray_it_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path)
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(IrenicError, match=r"results\.no-xarray"):
        ResultsFolder.open(tmp_path).to_xarray()


def test_nobody_else_needs_xarray() -> None:
    program = "import sys, irenic.results.folder; assert 'xarray' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
