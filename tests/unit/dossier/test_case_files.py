"""What a dossier is read from: chains of variants, names, settings."""

import shutil
from pathlib import Path

import pytest

from irenic.dossier.case_files import CaseFiles, files_at
from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError
from tests.broken.dossiers import HERE


@pytest.fixture
def river(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "base", tmp_path / "broken")
    shutil.copytree(HERE / "variants", tmp_path / "variants")
    return tmp_path / "broken"


def nothing(name: str) -> Path | None:
    return None


def found(path: Path) -> CaseFiles:
    files = files_at(path, nothing)
    assert files is not None
    return files


def write(path: Path, extends: str, *lines: str) -> Path:
    path.write_text("\n".join(["irenic: 1", f"extends: {extends}", *lines, ""]), encoding="utf-8")
    return path


def test_a_folder_or_its_dossier(river: Path) -> None:
    assert found(river) == CaseFiles(river)
    assert found(river / "dossier.yaml") == CaseFiles(river)
    assert files_at(river / "nowhere", nothing) is None
    assert files_at(Path("n" * 5000 + ".yaml"), nothing) is None
    assert files_at(Path(__file__), nothing) is None
    assert files_at(Path("\0"), nothing) is None


def test_a_chain_is_read_from_the_folder_on(river: Path) -> None:
    late = write(river.parent / "variants" / "late.yaml", "dry-year.yaml", "set: {parties.brenland.no_deal: 7}")
    files = found(late)
    assert files.folder == river
    assert [variant.path.name for variant in files.variants] == ["dry-year.yaml", "late.yaml"]
    assert files.name == "broken+dry-year+late"
    assert [path.name for path in files.paths][-2:] == ["dry-year.yaml", "late.yaml"]
    dossier = load_dossier(files)
    assert dossier.name == "broken+dry-year+late"
    assert dossier.file.title["en"] == "The river in a dry year"
    no_deal = dossier.file.parties["brenland"].no_deal
    assert no_deal is not None
    assert (no_deal.value.notation, no_deal.assumed) == ("7", "late.yaml")
    assert dossier.file.parties["coria"].consents


def test_settings_come_over_variants_and_reading_twice_gives_the_same(river: Path) -> None:
    files = found(river.parent / "variants" / "dry-year.yaml").with_settings(["parties.brenland.no_deal=9"])
    dossier = load_dossier(files)
    no_deal = dossier.file.parties["brenland"].no_deal
    assert no_deal is not None
    assert (no_deal.value.notation, no_deal.assumed, no_deal.because) == ("9", "--set", ())
    assert load_dossier(files) == dossier


def test_what_is_no_path_is_looked_for_by_name(river: Path) -> None:
    path = write(river.parent / "late.yaml", "the-river")
    files = files_at(path, lambda name: river if name == "the-river" else None)
    assert files is not None
    assert files.folder == river


def test_a_ring_is_told_where_it_closes(river: Path) -> None:
    write(river.parent / "one.yaml", "two.yaml")
    write(river.parent / "two.yaml", "three.yaml", "sett: {}")
    write(river.parent / "three.yaml", "./one.yaml")
    with pytest.raises(IrenicError) as caught:
        found(river.parent / "one.yaml")
    assert [(Path(p.file).name, p.code) for p in caught.value.problems] == [
        ("three.yaml", "dossier.extends-cycle"),
        ("two.yaml", "dossier.key-unknown"),
    ]
