"""Variant files by themselves."""

from pathlib import Path

from irenic.dossier.variants import read_variant
from irenic.dossier.yaml_tree import plain
from tests.broken.dossiers import HERE


def test_what_a_variant_sets_stands_in_its_order_with_its_place() -> None:
    variant = read_variant(HERE / "variants" / "dry-year.yaml")
    assert (variant.extends, variant.claims, variant.problems) == ("../broken", ("B1",), ())
    assert [".".join(change.way) for change in variant.changes][:3] == [
        "title",
        "parties.coria.consents",
        "parties.coria.no_deal",
    ]
    assert plain(variant.changes[-1].value) is None
    assert {change.file for change in variant.changes} == {str(HERE / "variants" / "dry-year.yaml")}
    assert (variant.changes[1].line, variant.changes[1].column) == (6, 3)


def test_numbers_rest_on_what_the_variant_says_else_on_the_variant(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_text("irenic: 1\nextends: x\nset: {parties.a.no_deal: 3}\n", encoding="utf-8")
    (change,) = read_variant(path).changes
    assert {key: plain(node) for key, node in change.backing.items()} == {"assumed": "late.yaml"}
    path.write_text("irenic: 1\nextends: x\nassumed: no rain\nset: {parties.a.no_deal: 3}\n", encoding="utf-8")
    (change,) = read_variant(path).changes
    assert {key: plain(node) for key, node in change.backing.items()} == {"assumed": "no rain"}


def test_what_is_refused_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_text("irenic: 2\nextends: [x]\nset: {a..b: 1, a.b: 2}\n", encoding="utf-8")
    variant = read_variant(path)
    assert [p.code for p in variant.problems] == [
        "dossier.word-unknown",
        "dossier.one-value-expected",
        "dossier.path-malformed",
    ]
    assert variant.extends is None


def test_a_text_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_text("extends: [", encoding="utf-8")
    variant = read_variant(path)
    assert [p.code for p in variant.problems] == ["dossier.yaml-bracket"]
    assert (variant.extends, variant.changes) == (None, ())
