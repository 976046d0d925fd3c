"""`irenic compare`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FEW = ("--draws", "32", "--quiet")
SET = "parties.highfell.no_deal=60"


def test_one_case_is_compared_with_itself_set_otherwise(irenic: Callable[..., Any]) -> None:
    told = irenic("compare", "tutorial", "--set", SET, "--json", *FEW)
    assert told.code == 0
    assert (told.json["a"]["set"], told.json["b"]["set"]) == ([], [SET])
    assert [d["path"] for d in told.json["differences"]] == ["parties.highfell.no_deal"]
    assert told.json["draws"] == 32


def test_two_cases_are_both_set_otherwise_and_told_in_words(irenic: Callable[..., Any], tmp_path: Path) -> None:
    variant = tmp_path / "calm.yaml"
    variant.write_text("irenic: 1\nextends: tutorial\nset: {parties.lowmere.no_deal: 5}\n", encoding="utf-8")
    told = irenic("compare", "tutorial", str(variant), "--set", SET, *FEW)
    assert told.code == 0
    assert told.out.count(SET) == 2
    assert "Lowmere: value of no deal" in told.out
    assert "tutorial+calm" in told.out
    chinese = irenic("compare", "tutorial", str(variant), "--lang", "zh", *FEW)
    assert "案卷有何不同" in chinese.out


def test_results_are_compared_as_they_are(irenic: Callable[..., Any], tmp_path: Path) -> None:
    for name, setting in (("a", ()), ("b", ("--set", SET))):
        irenic("run", "tutorial", *setting, "--out", str(tmp_path / name), *FEW)
    told = irenic("compare", str(tmp_path / "a"), str(tmp_path / "b"), "--json")
    assert (told.json["draws"], told.json["whole"]) == (32, False)
    assert [d["path"] for d in told.json["differences"]] == ["parties.highfell.no_deal"]
    beside = irenic("compare", "tutorial", str(tmp_path / "b"), "--quiet", "--json")
    assert (beside.json["draws"], beside.json["possible"]) == (32, told.json["possible"])
    refused = irenic("compare", "tutorial", str(tmp_path / "b"), "--draws", "64", "--quiet")
    assert (refused.code, "[runs.other-draws]" in refused.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["tutorial"], ["cli.compare-nothing"]),
        (["no-such", "neither"], ["cli.unknown-case", "cli.unknown-case"]),
        (["tutorial", "tutorial", "--set", "x=1"], ["dossier.set-section-unknown"]),
        (["tutorial", "--set", "x=1"], ["dossier.set-section-unknown"]),
    ],
)
def test_what_cannot_be_compared_is_told(irenic: Callable[..., Any], words: list[str], codes: list[str]) -> None:
    told = irenic("compare", *words, "--json", "--quiet")
    assert told.code == 1
    assert [problem["code"] for problem in told.json["problems"]] == codes


def test_nothing_is_set_in_results(irenic: Callable[..., Any], tmp_path: Path) -> None:
    irenic("run", "tutorial", "--out", str(tmp_path / "r"), *FEW)
    told = irenic("compare", str(tmp_path / "r"), "--set", SET, "--quiet")
    assert (told.code, "[cli.compare-set-results]" in told.err) == (1, True)
