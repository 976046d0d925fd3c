"""Names."""

import pytest

from irenic.interop.names import file_names, name_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" a  b\n", "a b"),
        ("水\u3000", "水"),
        ("", None),
        (" ", None),
        ("a\x07", None),
        ("\ufeffa", None),
        ("x" * 501, None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    assert name_in(text) == name


def test_names_of_files_are_safe_and_differ() -> None:
    names = ["Upper", "upper", "a/b", "..", "???", "domain", "水"]
    assert file_names(names, ["domain"]) == ["Upper", "upper-2", "a-b", "party", "-", "domain-2", "水"]
