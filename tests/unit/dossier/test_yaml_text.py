from pathlib import Path

import pytest

from irenic.dossier.yaml_text import MAX_BYTES, decode, likely_encoding, position_after, read_text


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbfirenic: 1\n", "f") == ("irenic: 1\n", [])


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("big5", "Big5 / GB18030"),
        ("gb18030", "Big5 / GB18030"),
    ],
)
def test_other_encodings_are_named(encoding: str, name: str) -> None:
    text = "title: The river\nname: 河流談判在三月舉行雙方同意\n"
    found, problems = decode(text.encode(encoding), "f")
    assert found is None
    assert [problem.params["encoding"] for problem in problems] == [name]


def test_western_and_cyrillic_encodings_are_told_apart() -> None:
    assert likely_encoding("Élysée, façade, naïve".encode("cp1252")) == "Windows-1252"
    assert likely_encoding("Перемир'я на річці, розмови".encode("cp1251")) == "Windows-1251"


def test_the_first_bad_byte_is_located_in_code_points() -> None:
    _, (problem,) = decode("a: 河\nb: é".encode() + b"\xff", "f")
    assert (problem.line, problem.column) == (2, 5)


def test_an_invisible_character_is_located() -> None:
    _, problems = decode("a: 河\nb: 河\u2028x\x00".encode(), "f")
    assert [(p.params["character"], p.line, p.column) for p in problems] == [("U+2028", 2, 5), ("U+0000", 2, 7)]


def test_the_position_after_a_text_counts_from_one() -> None:
    assert position_after("") == (1, 1)
    assert position_after("ab\n河") == (2, 2)


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    text, problems = read_text(path, "dossier.yaml")
    assert text is None
    assert [problem.code for problem in problems] == ["dossier.file-too-large"]
