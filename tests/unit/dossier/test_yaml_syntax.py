import pytest

from irenic.dossier.yaml_tree import parse_tree


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a:\n\tb: 1", "tab", (2, 1)),
        ("a: |\n\tx", "tab", (2, 1)),
        ("a: 1\n\tb: 2", "tab", (2, 1)),
        ("a: @x", "character", (1, 4)),
        ("a: `x`", "character", (1, 4)),
        ("a: b: c", "colon", (1, 5)),
        ("a\nb: 1", "colon", (2, 2)),
        ("a:\n  b: 1\n c: 2", "indent", (3, 2)),
        ("- a\nb: 1", "indent", (2, 1)),
        ("a: - b", "indent", (1, 4)),
        ("a: 'it's'", "indent", (1, 8)),
        ("a: 'x\n", "quote", (1, 4)),
        ('b: 1\na: "x\n---\n', "quote", (2, 4)),
        ("a: [1, 2\nb: 3", "bracket", (1, 4)),
        ("a: {x: 1\n", "bracket", (1, 4)),
        ("a: [\n", "bracket", (1, 4)),
        ("a: [1, , 2]", "bracket", (1, 4)),
        ('a: "\\q"', "escape", (1, 5)),
        ('a: "\\xZZ"', "escape", (1, 7)),
        ("a: ]", "syntax", (1, 4)),
    ],
)
def test_complaints_become_problems_where_they_are_mended(text: str, code: str, place: tuple[int, int]) -> None:
    tree, (problem,) = parse_tree(text, "f")
    assert tree is None
    assert problem.code == f"dossier.yaml-{code}"
    assert (problem.line, problem.column) == place


def test_an_unclosed_bracket_says_where_it_showed() -> None:
    _, (problem,) = parse_tree("a: [1\n\n\nb: 2", "f")
    assert problem.params["noticed"] == 4
