"""Finding a dossier."""

from pathlib import Path

import pytest

from irenic.errors.problem import IrenicError
from irenic.runs.cases import default_case, find_case, shipped_cases, shipped_variants


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


def test_shipped_variants_by_name_with_or_without_their_ending() -> None:
    names = shipped_variants()
    assert names
    for name in names:
        case, _, variant = name.partition("/variants/")
        files = find_case(name)
        assert files.paths == find_case(f"{name}.yaml").paths
        assert files.name == f"{case}+{variant}"
        assert files.folder == find_case(case).folder


def test_a_variant_on_disk_may_extend_a_shipped_one(tmp_path: Path) -> None:
    name = shipped_variants()[0]
    (tmp_path / "mine.yaml").write_text(f"irenic: 1\nextends: {name}\n", encoding="utf-8")
    files = find_case(str(tmp_path / "mine.yaml"), ["title=Mine"])
    assert files.name == f"{find_case(name).name}+mine"
    assert files.settings == ("title=Mine",)


def test_a_dossier_itself_stands_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("irenic: 1\n", encoding="utf-8")
    assert find_case(str(tmp_path / "dossier.yaml")).folder == tmp_path
