import getpass
import platform
from dataclasses import replace

import pytest

from irenic.results.layout import Dimension, Layout
from irenic.results.provenance import machine, run_key
from tests.unit.results.toy import LAYOUT, provenance

KEY = run_key(provenance(), LAYOUT, {})


def test_the_same_run_has_the_same_key() -> None:
    assert run_key(provenance(), Layout(LAYOUT.variables[::-1], LAYOUT.dimensions), {}) == KEY


@pytest.mark.parametrize(
    "changes",
    [
        {"dossier": "other"},
        {"title": "Toys"},
        {"as_of": "2025-12-22"},
        {"files": {"dossier.yaml": "1" * 64}},
        {"files": {}},
        {"seed": 1},
        {"draws": 51},
        {"scrambles": 8},
        {"settings": {}},
        {"settings": {"budget": 5_000_000_000, "tolerance": 1e-8}},
    ],
)
def test_every_input_changes_the_key(changes: dict[str, object]) -> None:
    assert run_key(provenance(**changes), LAYOUT, {}) != KEY


def test_layout_and_environment_change_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    described = replace(LAYOUT.variables[0], description="other")
    keys = {
        KEY,
        run_key(provenance(), LAYOUT, {"numba": "1"}),
        run_key(provenance(), LAYOUT, {"numba": "2"}),
        run_key(provenance(), Layout((described, *LAYOUT.variables[1:]), LAYOUT.dimensions), {}),
        run_key(provenance(), Layout(LAYOUT.variables, {**LAYOUT.dimensions, "issue": Dimension(2)}), {}),
    }
    for where, value in [("__version__", "9.9.9"), ("platform.machine", lambda: "abacus"), ("np.__version__", "9")]:
        with monkeypatch.context() as patched:
            patched.setattr(f"irenic.results.provenance.{where}", value)
            keys.add(run_key(provenance(), LAYOUT, {}))
    assert len(keys) == 8


def test_the_machine_is_told_without_names() -> None:
    told = machine()
    assert set(told) == {"system", "processor", "python", "numpy", "cpus"}
    assert platform.node() not in told.values()
    assert getpass.getuser() not in told.values()
