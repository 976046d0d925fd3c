"""XML with positions."""

import pytest

from irenic.errors.problem import IrenicError
from irenic.interop.xml_tree import check_xml, read_xml


def test_elements_know_where_they_stand() -> None:
    root = read_xml('<a>\n <b x="水😀"/><c/>text<b/></a>'.encode(), "x")
    assert [(child.tag, child.line, child.column) for child in root.children] == [
        ("b", 2, 2),
        ("c", 2, 13),
        ("b", 2, 21),
    ]
    assert [child.attributes for child in root.named("b")] == [{"x": "水😀"}, {}]


def test_encodings_that_the_file_declares() -> None:
    text = '<?xml version="1.0" encoding="{}"?><a x="é"/>'
    for encoding in ("utf-8", "utf-16", "iso-8859-1", "windows-1252"):
        assert read_xml(text.format(encoding).encode(encoding), "x").attributes == {"x": "é"}


def test_faults_that_genius_passes_over() -> None:
    assert read_xml(b'<a x="b & c &amp; d && e &#38; &x"/>', "x").attributes == {"x": "b & c & d && e & &x"}
    root = read_xml(b'\n\n<?xml version="1.0" encoding="UTF-8"?>\n<a>\n<b/></a>', "x")
    assert (root.line, root.children[0].line) == (4, 5)
    assert read_xml(b'\n<!-- a -->\n<?xml version="1.0"?><a/>', "x").column == 22
    assert read_xml('<a x="€ 10"/>'.encode("windows-1252"), "x").attributes == {"x": "€ 10"}
    with pytest.raises(IrenicError, match="xml-syntax"):
        read_xml(b'<b/><?xml version="1.0"?><a/>', "x")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "xml-syntax"),
        ("<a>", "xml-syntax"),
        ("<a>&nbsp;</a>", "xml-syntax"),
        ('<!DOCTYPE a SYSTEM "other.dtd"><a/>', "xml-doctype"),
        ("<a>" * 64 + "</a>" * 64, ""),
        ("<a>" * 65 + "</a>" * 65, "xml-depth"),
    ],
)
def test_refusals(text: str, code: str) -> None:
    if not code:
        assert read_xml(text.encode(), "x").tag == "a"
        return
    with pytest.raises(IrenicError, match=code):
        read_xml(text.encode(), "x")
    if code != "xml-depth":
        with pytest.raises(IrenicError, match=code):
            check_xml(text.encode(), "x", "part")


def test_entities_that_grow_are_never_expanded() -> None:
    grows = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 20))
    with pytest.raises(IrenicError, match="xml-doctype"):
        read_xml(f'<!DOCTYPE a [<!ENTITY e0 "x">{grows}]><a>&e19;</a>'.encode(), "x")
