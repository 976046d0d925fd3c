from itertools import pairwise

import pytest

from irenic.numbers.words import BANDS, SYNONYMS, WORDS, band_of


def test_bands_follow_one_another_without_a_gap() -> None:
    ends = list(BANDS.values())
    assert ends[0][0] == 0.01
    assert ends[-1][1] == 0.99
    assert all(high == low for (_, high), (low, _) in pairwise(ends))


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_its_band(word: str) -> None:
    band = band_of(word)
    assert band is not None
    assert (band.start, band.end) == BANDS[SYNONYMS.get(word, word)]
    assert band_of(band.notation) == band
    assert band_of("  ".join(word.upper().split(" "))) == band


def test_a_synonym_is_the_same_number() -> None:
    assert band_of("highly probable") == band_of("very likely")


def test_other_words_have_none() -> None:
    assert [band_of(text) for text in ("", "maybe", "60", "very")] == [None] * 4
