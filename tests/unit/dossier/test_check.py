from pathlib import Path

import pytest

from irenic.dossier.check import check_dossier
from tests.broken.dossiers import HERE
from tests.unit.dossier.river import copy_of_base

KEYS = {"code", "severity", "file", "line", "column", "path", "text", "fix"}


def test_the_report_has_the_keys_that_others_build_on() -> None:
    report = check_dossier(HERE / "base", HERE / "documents").as_json("en")
    assert report["problems"] == []
    assert report["claims"] == {
        "total": 5,
        "verified": 4,
        "used": 4,
        "context": 1,
        "unused": 0,
        "unused_ids": [],
    }
    assert report["numbers"] == {"backed": 5, "inherited": 9, "assumed": 14, "bare": 0}
    assert report["silent_cells"] == [
        "positions.aldova.release",
        "positions.brenland.dam",
        "positions.brenland.release",
    ]
    assert [dispute["path"] for dispute in report["disputes"]] == ["disputes.tone"]
    assert "channels.bridge" in report["pending"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_problem_is_worded(tmp_path: Path, language: str) -> None:
    folder = copy_of_base(tmp_path, ('    context: "later than the dossier"\n', ""), ("horizon: 24", "horizon: 0"))
    report = check_dossier(folder, None)
    (problem,) = report.as_json("zh" if language == "zh" else "en")["problems"]
    assert set(problem) == KEYS
    assert problem["severity"] == "error"
    assert ("或以上" in problem["text"]) == (language == "zh")
    assert report.errors == 1


def test_a_claim_that_nothing_uses_is_listed(tmp_path: Path) -> None:
    report = check_dossier(copy_of_base(tmp_path, ('    context: "later than the dossier"\n', "")), None)
    assert report.problems == ()
    assert report.claims.unused == ("N1",)
    assert report.claims.verified == 0


def test_counts_stand_beside_errors_across_the_dossier(tmp_path: Path) -> None:
    bare = ('influence: {value: 20 to 40, assumed: "holds the dam"}', "influence: 20 to 40")
    report = check_dossier(copy_of_base(tmp_path, bare), HERE / "documents")
    assert report.numbers.bare == 1
    assert report.claims.verified == 4
    assert report.errors == 1


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    report = check_dossier(copy_of_base(tmp_path, ("an election is far off", "holds the dam")), None)
    assert [problem.code for problem in report.problems] == ["dossier.assumed-repeated"]
    assert report.errors == 0
