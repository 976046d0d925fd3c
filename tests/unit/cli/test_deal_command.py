"""`irenic deal`, and the keys that others build on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_the_contract(irenic: Callable[..., Any]) -> None:
    told = irenic("deal", "tutorial", "--draws", "64", "--json", "--quiet")
    assert told.code == 0
    answer = told.json
    assert {"packages", "draws", "possible", "zone", "solutions", "conflicts", "options"} <= set(answer)
    assert (answer["packages"], answer["draws"]) == (18, 64)
    assert set(answer["possible"]) == {
        "share", "low", "high", "simulation_low", "simulation_high", "silent_share", "determined",
    }  # fmt: skip
    assert set(answer["zone"]) == {"count", "share"}
    assert list(answer["solutions"]) == ["egalitarian", "kalai_smorodinsky", "nash", "raiffa", "utilitarian"]
    assert set(answer["solutions"].pop("raiffa")) == {"package", "share", "utilities", "continuous"}
    for solution in answer["solutions"].values():
        assert set(solution) == {"package", "share", "utilities"}
        assert all(0 <= points <= 100 for points in solution["utilities"].values())
    for shares in answer["options"].values():
        assert sum(shares.values()) == pytest.approx(1)


def test_the_frontier_of_a_named_draw_is_told_whole(irenic: Callable[..., Any]) -> None:
    middle = irenic("deal", "tutorial", "--draws", "64", "--json", "--quiet").json["frontier"]
    named = irenic("deal", "tutorial", "--draws", "64", "--draw", "17", "--json", "--quiet").json["frontier"]
    assert (middle["draw"], named["draw"]) == ("middle", "17")
    assert len(named["points"]) == named["of_draw"] >= 1
    assert all(set(point) == {"package", "utilities"} for point in named["points"])
    beyond = irenic("deal", "tutorial", "--draws", "64", "--draw", "64")
    assert beyond.code == 1
    assert "[cli.no-such-draw]" in beyond.err


def test_fixes_and_logrolls_are_told_with_words(irenic: Callable[..., Any], tmp_path: Path) -> None:
    answer = irenic("deal", str(_without_deal(tmp_path)), "--draws", "64", "--json", "--quiet", "--lang", "en").json
    assert answer["fixes"], "somebody could give way"
    assert [fix["rank"] for fix in answer["fixes"]] == list(range(1, len(answer["fixes"]) + 1))
    assert all(fix["share_after"] >= fix["share_before"] and fix["sentence"] for fix in answer["fixes"])
    assert all(len(logroll["trades"]) == 2 for logroll in answer["logrolls"])


def test_a_conflict_is_worded(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("deal", str(_without_deal(tmp_path)), "--draws", "64", "--json", "--quiet", "--lang", "en")
    assert told.json["possible"]["share"] < 1
    first = told.json["conflicts"][0]
    assert set(first) == {"members", "share", "sentence"}
    assert first["sentence"].startswith("These cannot hold together: ")


def test_a_package_is_weighed_instead(irenic: Callable[..., Any]) -> None:
    words = ("deal", "tutorial", "--draws", "64", "--package", "water=schedule", "--package", "road=by-day")
    told = irenic(*words)
    assert told.code == 0
    assert "In every case considered possible this package would be accepted" in told.out
    assert "The rest stays as it is without a deal" in told.out
    data = irenic(*words, "--json", "--quiet").json
    assert data["package"]["package"] == {"water": "schedule", "road": "by-day", "market": "two"}
    assert data["package"]["filled"] == ["market"]
    assert {"packages", "possible", "solutions"} <= set(data)


def test_names_that_a_package_gets_wrong_are_told_with_the_nearest(irenic: Callable[..., Any]) -> None:
    told = irenic("deal", "tutorial", "--draws", "64", "--package", "watr=schedule,road=opn,market")
    assert told.code == 1
    assert [line.rpartition("[")[2] for line in told.err.splitlines()] == [
        "package.issue-unknown]",
        "package.no-pair]",
        "package.option-unknown]",
    ]
    assert "nearest: water" in told.err
    assert "nearest: open" in told.err


def test_nothing_is_written(irenic: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    irenic("deal", "tutorial", "--draws", "32", "--quiet")
    assert list(tmp_path.iterdir()) == []


def _without_deal(folder: Path) -> Path:
    """The tutorial with a party that would rather do without."""
    from shutil import copytree

    from irenic.runs.cases import find_case

    copytree(find_case("tutorial").folder, folder / "case")
    dossier = folder / "case" / "dossier.yaml"
    text = dossier.read_text(encoding="utf-8")
    stated = "no_deal: {value: 50, because: [A10]}"
    assert stated in text
    dossier.write_text(text.replace(stated, "no_deal: {value: 95, because: [A10]}"), encoding="utf-8")
    return folder / "case"
