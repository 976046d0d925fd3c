"""Words of likelihood and the bands of probability they stand for.

Source: Office of the Director of National Intelligence (2015), Intelligence Community Directive 203, Analytic
Standards, section D.6.e(2)(a).
"""

from typing import Final

from irenic.numbers.families import Uniform

BANDS: Final[dict[str, tuple[float, float]]] = {
    "almost no chance": (0.01, 0.05),
    "very unlikely": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "roughly even chance": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "very likely": (0.80, 0.95),
    "almost certain": (0.95, 0.99),
}
"""Word → ends of its band, from low to high."""

SYNONYMS: Final[dict[str, str]] = {
    "remote": "almost no chance",
    "highly improbable": "very unlikely",
    "improbable": "unlikely",
    "improbably": "unlikely",
    "roughly even odds": "roughly even chance",
    "probable": "likely",
    "probably": "likely",
    "highly probable": "very likely",
    "almost certainly": "almost certain",
    "nearly certain": "almost certain",
}
"""Other expressions of the directive → the word used here."""

WORDS: Final = (*BANDS, *SYNONYMS)
"""Everything that is understood."""


def band_of(text: str) -> Uniform | None:
    """The band of a word, in any case and spacing; none where the text is no such word."""
    word = " ".join(text.lower().split())
    word = SYNONYMS.get(word, word)
    if word not in BANDS:
        return None
    low, high = BANDS[word]
    return Uniform(low, high, word)
