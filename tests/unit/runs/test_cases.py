"""Finding a dossier."""

from pathlib import Path

import pytest

from irenic.errors.problem import IrenicError
from irenic.runs.cases import default_case, find_case, shipped_cases


def test_shipped_cases_by_name() -> None:
    assert "tutorial" in shipped_cases()
    assert default_case() in shipped_cases()
    assert find_case("tutorial").name == "tutorial"
    assert find_case(None).name == default_case()


def test_a_folder_comes_before_a_shipped_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tutorial").mkdir()
    (tmp_path / "tutorial" / "dossier.yaml").write_text("irenic: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert find_case("tutorial").folder == Path("tutorial")


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(IrenicError) as caught:
        find_case("tutoral")
    (problem,) = caught.value.problems
    assert problem.code == "cli.unknown-case"
    assert problem.params["near"] == "tutorial"
