"""A file held to its model."""

from irenic.dossier.positions import CLAIMS, Positions
from irenic.dossier.schema.knowledge import Claims
from irenic.dossier.validated import Validated
from irenic.dossier.yaml_tree import Mapping, parse_tree


def held(text: str) -> Validated:
    tree, _ = parse_tree(text, CLAIMS)
    return Validated(Claims, CLAIMS, Positions({CLAIMS: CLAIMS}, {} if tree is None else {CLAIMS: tree}))


def test_an_absent_file_is_whole_and_empty() -> None:
    absent = Validated(Claims, CLAIMS, Positions({CLAIMS: CLAIMS}, {CLAIMS: Mapping(0, 0)}))
    assert (absent.model.claims, absent.whole, absent.problems) == ({}, True, [])


def test_what_stands_without_the_refused_parts_is_kept() -> None:
    claim = "{says: x, source: s, holder: author, kind: fact, credibility: 3, unanchored: y}"
    found = held(f"irenic: 1\nclaims:\n  A1: {claim}\n  A2: {{says: x}}\n")
    assert set(found.model.claims) == {"A1"}
    assert not found.whole
    assert {problem.code for problem in found.problems} == {"dossier.key-missing"}


def test_a_key_with_nothing_behind_it_is_told_unless_it_may_be_empty() -> None:
    tree, _ = parse_tree("irenic: 1\nclaims:\n", CLAIMS)
    assert tree is not None
    positions = Positions({CLAIMS: CLAIMS}, {CLAIMS: tree})
    assert [p.code for p in Validated(Claims, CLAIMS, positions).problems] == ["dossier.value-missing"]
    allowed = Validated(Claims, CLAIMS, positions, lambda way: way == ("claims",))
    assert [p.code for p in allowed.problems] == ["dossier.mapping-expected"]


def test_an_unreadable_file_has_no_model() -> None:
    found = held("[")
    assert (found.model, found.whole, found.problems) == (None, False, [])
