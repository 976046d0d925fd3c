"""`irenic run` and what it leaves; `irenic report` from that alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_a_run_leaves_results_and_report(
    irenic: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = irenic("run", "tutorial", "--draws", "32", "--threads", "1")
    assert told.code == 0
    assert told.out.startswith("Two valleys and a weir")
    assert "Results: results/tutorial" in told.err
    assert {"manifest.json", "case.json", "summary.json", "run.json", "report.html", "arrays"} == {
        p.name for p in Path("results/tutorial").iterdir()
    }


def test_the_same_run_again_computes_nothing(irenic: Callable[..., Any], tmp_path: Path) -> None:
    words = ("run", "tutorial", "--draws", "32", "--out", str(tmp_path / "r"), "--quiet", "--json")
    first, second, fresh = irenic(*words), irenic(*words), irenic(*words, "--fresh")
    assert (first.json["status"], first.json["computed_draws"]) == ("computed", 32)
    assert (second.json["status"], second.json["computed_draws"], second.json["reused_draws"]) == ("reused", 0, 32)
    assert (fresh.json["status"], fresh.json["computed_draws"]) == ("replaced", 32)
    assert first.json["digest"] == second.json["digest"] == fresh.json["digest"]


def test_another_run_replaces_a_finished_one_and_says_so(irenic: Callable[..., Any], tmp_path: Path) -> None:
    out = str(tmp_path / "r")
    irenic("run", "tutorial", "--draws", "32", "--out", out, "--quiet")
    told = irenic("run", "tutorial", "--draws", "48", "--out", out)
    assert told.code == 0
    assert "an earlier run with other inputs was replaced" in told.err


def test_a_foreign_folder_is_left_alone(irenic: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear diary", encoding="utf-8")
    told = irenic("run", "tutorial", "--draws", "32", "--out", str(tmp_path), "--quiet")
    assert told.code == 1
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_the_language_of_the_run(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("run", "tutorial", "--draws", "32", "--out", str(tmp_path / "r"), "--lang", "zh", "--quiet")
    assert "協議" in told.out


def test_a_variant_has_a_folder_of_its_own(
    irenic: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("calm.yaml").write_text("irenic: 1\nextends: tutorial\ntitle: Calm\n", encoding="utf-8")
    told = irenic("run", "calm.yaml", "--draws", "32", "--quiet", "--set", "parties.highfell.no_deal=60", "--json")
    assert told.json["results"] == "results/tutorial+calm"
    brief = irenic("run", "calm.yaml", "--draws", "32", "--quiet", "--set", "parties.highfell.no_deal=60")
    assert brief.out.startswith("Calm")
    assert "Set by hand over the dossier: parties.highfell.no_deal=60." in brief.out
