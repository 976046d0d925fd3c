from pathlib import Path

import pytest

from irenic.dossier.load import read_dossier
from irenic.dossier.verification import verify_sources
from irenic.errors.problem import Problem
from tests.broken.dossiers import HERE

TEXT = (HERE / "documents" / "river.txt").read_text(encoding="utf-8")


def verified(folder: Path) -> tuple[int, list[Problem]]:
    reading = read_dossier(HERE / "base")
    assert reading.dossier is not None
    return verify_sources(reading.dossier, reading.positions, folder)


def test_every_anchor_holds_in_the_document() -> None:
    assert verified(HERE / "documents") == (4, [])


def test_a_document_is_found_by_its_hash_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "copy.bin").write_bytes(TEXT.encode())
    assert verified(tmp_path) == (4, [])


def test_the_hash_goes_before_the_name(tmp_path: Path) -> None:
    (tmp_path / "river.txt").write_text("another text of that name", encoding="utf-8")
    (tmp_path / "z.txt").write_bytes(TEXT.encode())
    assert verified(tmp_path) == (4, [])


@pytest.mark.parametrize("place", range(len(TEXT)))
def test_one_character_breaks_exactly_the_anchors_that_cover_it(tmp_path: Path, place: int) -> None:
    (tmp_path / "river.txt").write_bytes((TEXT[:place] + "#" + TEXT[place + 1 :]).encode())
    reading = read_dossier(HERE / "base")
    assert reading.dossier is not None
    anchors = {name: claim.anchor for name, claim in reading.dossier.claims.items() if claim.anchor}
    covering = {f"claims.{name}.anchor" for name, a in anchors.items() if a.start <= place < a.end}
    count, problems = verify_sources(reading.dossier, reading.positions, tmp_path)
    assert {p.path for p in problems if p.code == "anchor.broken"} == covering
    assert [p.code for p in problems if p.code != "anchor.broken"] == ["anchor.document-changed"]
    assert count == 4 - len(covering)


def test_a_document_that_is_not_held_is_not_looked_for(tmp_path: Path) -> None:
    _, problems = verified(tmp_path)
    assert [(p.code, p.path) for p in problems] == [("anchor.document-missing", "sources.river")]
