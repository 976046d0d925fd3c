from hypothesis import given
from hypothesis import strategies as st

from irenic.anchors.document import sha256_of
from irenic.anchors.verify import Verdict, verify

TEXT = "雙方都願意分期放水, said the envoy, said the envoy."


def of(words: str) -> str:
    return sha256_of(words)


def test_a_text_stands_where_it_was() -> None:
    assert verify(TEXT, 2, 5, of("都願意"), None) == Verdict("verified")


def test_another_text_is_broken() -> None:
    assert verify(TEXT, 2, 5, of("都不願"), None).state == "broken"
    assert verify(TEXT, 3, 6, of("都願意"), None).state == "broken"


def test_what_stands_elsewhere_once_has_moved() -> None:
    assert verify(TEXT, 0, 3, of("都願意"), "都願意") == Verdict("moved", 2, 5)


def test_what_stands_elsewhere_twice_is_broken() -> None:
    assert verify(TEXT, 0, 9, of("the envoy"), "the envoy").state == "broken"
    assert verify("aaa ab", 4, 6, of("aa"), "aa").state == "broken"


def test_a_quote_of_another_hash_is_not_looked_for() -> None:
    assert verify(TEXT, 0, 3, of("something"), "都願意").state == "broken"


def test_positions_beyond_the_end_are_told_as_such() -> None:
    assert verify(TEXT, 0, len(TEXT) + 1, of("x"), None).state == "beyond-end"
    assert verify(TEXT, 900, 903, of("都願意"), "都願意") == Verdict("moved", 2, 5)


@given(st.text(min_size=1, max_size=30), st.data())
def test_an_anchor_holds_until_a_character_inside_it_changes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda c: c != text[place]))
    digest = sha256_of(text[start:end])
    assert verify(text, start, end, digest, None).state == "verified"
    changed = text[:place] + other + text[place + 1 :]
    expected = "broken" if start <= place < end else "verified"
    assert verify(changed, start, end, digest, None).state == expected
