"""Logrolls in words: which issues trade between which parties, and what each gains."""

from collections.abc import Sequence
from dataclasses import dataclass

from irenic.report.comparison_data import TradeOf
from irenic.report.opening import points_words
from irenic.report.opening_data import Logroll, Trade
from irenic.report.wording import Wording

OPEN_TRADES = 10
"""Logrolls that stand open; further ones are folded away."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of a logroll's parties: the issue on which it has its way, with which option, and what it gains."""

    party: str
    issue: str
    option: str
    gain: str


@dataclass(frozen=True, slots=True)
class TradeView:
    """A logroll in words.

    Attributes:
        rows: its two sides, in columns.
        sides: who has its way on which issue, with which option; the same in a sentence part each.
        gains: what each gains, in the order of the sides.
        share: share of cases in which both gain.
        others: what other consenting parties gain or lose.
        norms: labels of the norms that it runs against.
    """

    rows: tuple[SideView, ...]
    sides: tuple[str, ...]
    gains: tuple[str, ...]
    share: str
    others: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TradesView:
    """Ranked logrolls, those that stand open and the others, and logrolls that run against norms."""

    shown: tuple[TradeView, ...]
    folded: tuple[TradeView, ...]
    flagged: tuple[TradeView, ...]


def trades_view(logrolls: Sequence[Logroll], wording: Wording) -> TradesView:
    """Every logroll in words, in the order given."""
    ranked = trade_views([logroll for logroll in logrolls if not logroll["norms"]], wording)
    flagged = trade_views([logroll for logroll in logrolls if logroll["norms"]], wording)
    return TradesView(ranked[:OPEN_TRADES], ranked[OPEN_TRADES:], flagged)


def trade_views(logrolls: Sequence[Logroll], wording: Wording) -> tuple[TradeView, ...]:
    """Every logroll in words, in the order given."""
    return tuple(
        TradeView(
            rows=tuple(_row(trade, wording) for trade in logroll["trades"]),
            sides=tuple(side_words(trade, wording) for trade in logroll["trades"]),
            gains=tuple(_gain(trade, wording) for trade in logroll["trades"]),
            share=wording.percent(logroll["share"]),
            others=wording.listed(
                wording.say("opening.signed-points", party=wording.party(party), points=_signed(points))
                for party, points in logroll["others"].items()
            ),
            norms=tuple(wording.norms[norm] for norm in logroll["norms"]),
        )
        for logroll in logrolls
    )


def side_words(trade: Trade | TradeOf, wording: Wording) -> str:
    """Who has its way on which issue, with which option."""
    return wording.say(
        "opening.trade-side",
        party=wording.party(trade["party"]),
        issue=wording.issue(trade["issue"]),
        option=wording.option(trade["issue"], trade["option"]),
    )


def _row(trade: Trade, wording: Wording) -> SideView:
    issue = trade["issue"]
    return SideView(
        wording.party(trade["party"]),
        wording.issue(issue),
        wording.option(issue, trade["option"]),
        points_words(trade["points"], wording),
    )


def _gain(trade: Trade, wording: Wording) -> str:
    points = points_words(trade["points"], wording)
    return wording.say("opening.gain-of", party=wording.party(trade["party"]), points=points)


def _signed(points: float) -> str:
    text = f"{abs(points):.1f}"
    if text == "0.0":
        return "0"
    return f"+{text}" if points > 0 else f"−{text}"
