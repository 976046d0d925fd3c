"""A weighted rule that somebody types: `Q:w1,w2,…`, and the power of each of its votes."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any, Final

from irenic.dossier.near import shown
from irenic.errors.problem import IrenicError, Problem
from irenic.votes.game import House, quota_game
from irenic.votes.power import power
from irenic.votes.summary import power_data

MOST_VOTES: Final = 200
"""Votes of a rule at most."""


def read_weights(text: str) -> tuple[Fraction, tuple[Fraction, ...]]:
    """Quota and weights of a text such as `39:7,7,7,7,7,1,1`; decimals are read exactly.

    Raises:
        IrenicError: `vote.weights-malformed`, where it is no such text, or holds no votes or too many;
        `vote.quota-beyond`,
            where the quota is not above 0 or exceeds the sum of the weights.
    """
    quota_text, mark, rest = text.partition(":")
    parts = [part.strip() for part in rest.split(",")]
    numbers = [_number(part) for part in (quota_text.strip(), *parts)]
    if not mark or any(number is None for number in numbers) or len(parts) > MOST_VOTES:
        raise IrenicError([Problem("vote.weights-malformed", {"text": shown(text), "most": MOST_VOTES})])
    quota, *weights = [number for number in numbers if number is not None]
    if not 0 < quota <= sum(weights):
        raise IrenicError([Problem("vote.quota-beyond", {"quota": str(quota), "votes": str(sum(weights))})])
    return quota, tuple(weights)


def _number(text: str) -> Fraction | None:
    """A decimal without sign, or None where the text is none."""
    if not text.isascii() or len(text) > 20 or not text.replace(".", "", 1).isdigit():
        return None
    return Fraction(text)


def weights_power(quota: Fraction, weights: Sequence[Fraction]) -> dict[str, Any]:
    """Power of each vote under a quota: indices as exact fractions, in the order of the weights.

    Raises:
        IrenicError: `vote.too-large`, where the sets are too many to be counted.
    """
    unit = lcm(quota.denominator, *(weight.denominator for weight in weights))
    game = quota_game([int(weight * unit) for weight in weights], int(quota * unit))
    found = power([House(tuple(range(len(weights))), game)], len(weights))
    return {
        "quota": str(quota),
        "weights": [str(weight) for weight in weights],
        "winning": found.winning,
        "swings_in_all": sum(found.swings),
        **power_data(found),
    }
