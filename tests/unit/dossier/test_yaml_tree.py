import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from irenic.dossier.yaml_tree import Mapping, Scalar, Sequence, parse_tree, plain

WORDS = st.text("abc中é", min_size=1, max_size=6)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=20
)


def parsed(text: str) -> Mapping:
    tree, problems = parse_tree(text, "f")
    assert problems == []
    assert tree is not None
    return tree


def test_scalars_stay_text() -> None:
    written = plain(parsed("a: no\nb: 1\nc: 2025-12-21\nd: '~'\ne: 0x1F\nf: |\n  true\n"))
    assert written == {"a": "no", "b": "1", "c": "2025-12-21", "d": "~", "e": "0x1F", "f": "true\n"}


def test_only_plain_nulls_are_none() -> None:
    assert plain(parsed("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")) == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "null",
    }


def test_positions_count_code_points() -> None:
    tree = parsed("河: {山: [x, 雲]}\n")
    entry = tree.entries["河"]
    assert (entry.line, entry.column) == (1, 1)
    inner = entry.value
    assert isinstance(inner, Mapping)
    items = inner.entries["山"].value
    assert isinstance(items, Sequence)
    cloud = items.items[1]
    assert isinstance(cloud, Scalar)
    assert (cloud.text, cloud.line, cloud.column) == ("雲", 1, 12)


def test_every_duplicate_is_told_and_the_first_stands() -> None:
    tree, problems = parse_tree("a: 1\na: 2\nb: {c: 1, c: 2, c: 3}\n", "f")
    assert tree is not None
    assert plain(tree) == {"a": "1", "b": {"c": "1"}}
    assert [(p.code, p.line, p.column, p.params["first"]) for p in problems] == [
        ("dossier.yaml-duplicate", 2, 1, 1),
        ("dossier.yaml-duplicate", 3, 11, 3),
        ("dossier.yaml-duplicate", 3, 17, 3),
    ]


def test_aliases_leave_no_tree_and_are_all_told() -> None:
    tree, problems = parse_tree("a: &x 1\nb: *x\nc: *y\n", "f")
    assert tree is None
    assert [problem.code for problem in problems] == [
        "dossier.yaml-anchor",
        "dossier.yaml-alias",
        "dossier.yaml-alias",
    ]


def test_a_syntax_error_keeps_what_was_found_before() -> None:
    _, problems = parse_tree("a: 1\na: 2\nb: [\n", "f")
    assert [problem.code for problem in problems] == ["dossier.yaml-duplicate", "dossier.yaml-bracket"]


@given(TREES)
def test_plain_data_is_read_as_yaml_means_it(data: object) -> None:
    text = yaml.safe_dump({"root": data}, allow_unicode=True)
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    assert plain(parsed(text)) == expected


@given(st.text("ab:-[]{}&*!|>'\"#\n \t%@,?", max_size=40))
def test_no_text_gets_past_the_reader(text: str) -> None:
    tree, problems = parse_tree(text, "f")
    assert tree is not None or problems
    for problem in problems:
        assert re.fullmatch(r"dossier\.yaml-[a-z-]+", problem.code)
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.column >= 1
