"""What two answers to the same draws have apart: the shape that `irenic compare --json` prints.

Shares are fractions from 0 to 1; a difference is that of the second side from the first, `b − a`, with the ends of its
t-interval over the scrambles of the draws that both sides share. Ids are those of the dossiers.
"""

from typing import Literal, TypeAlias, TypedDict

from irenic.report.summary_data import Condition, HeadlineOf, Mode, Reading

DifferenceKind: TypeAlias = Literal["number", "value", "element", "words", "backing"]
"""A number; another value; something that only one side has; texts for readers; what something rests on."""


class SideOf(TypedDict):
    """One side of a comparison."""

    name: str
    """Name of its dossier, with its variants."""
    title: dict[str, str]
    """Language → title."""
    set: list[str]
    """Values set by hand, `PATH=VALUE`."""
    results: str | None
    """Its results folder; none where it was computed for the comparison."""


class DossierDifference(TypedDict):
    """A place where the dossiers differ."""

    path: str
    kind: DifferenceKind
    a: str | None
    """What stands there on the first side; none where nothing does."""
    b: str | None


class Apart(TypedDict):
    """What only one side has, so that answers about it can't be compared."""

    issues: list[str]
    options: list[list[str]]
    """Pairs of issue and option; options of an issue that the other side lacks are not listed."""
    parties: list[str]
    """Consenting parties whose consent the other side doesn't need."""


class Paired(TypedDict):
    """A mean over draws on both sides."""

    a: float
    b: float
    difference: float
    low: float | None
    """Lower end of the t-interval of the difference; none where fewer than two scrambles were counted."""
    high: float | None


class PairedShare(Paired):
    """A share of draws on both sides."""

    only_a: float
    """Share of draws in which it holds on the first side only."""
    only_b: float


class Spread(TypedDict):
    """5th, 50th and 95th percentile over the draws that have a value; none where none has."""

    low: float | None
    median: float | None
    high: float | None
    none: float
    """Share of draws without a value: no package is allowed."""


class SStar(TypedDict):
    """s*, the largest smallest gain over scale."""

    a: Spread
    b: Spread
    difference: Paired | None
    """Means over the draws with a value on both sides; none where there is no such draw."""
    rises: float
    """Share of draws in which it is larger on the second side."""
    falls: float


class Move(TypedDict):
    """How a solution's package changes."""

    issues: dict[str, list[str]]
    """Issue → option on the first side, option on the second; only issues that change."""
    share: float
    """Of the draws with a deal on both sides."""


class SolutionChange(TypedDict):
    """What becomes of a solution, over the issues and options that both sides have."""

    deals: float
    """Share of draws with a deal on both sides."""
    changed: float
    """Of these, the share in which the package differs."""
    issues: dict[str, float]
    """Issue → share of these draws in which it is settled otherwise."""
    moves: list[Move]
    """Most frequent first, at most ten."""


class OptionShare(TypedDict):
    """How often an option is in the Nash deal, of the draws with a deal on that side."""

    issue: str
    option: str
    a: float
    b: float


class ConflictShares(TypedDict):
    """A set of constraints that cannot hold together, by its share of all draws; 0 where it is no conflict."""

    members: list[str]
    a: float
    b: float


class Comparison(TypedDict):
    """Two sides compared."""

    a: SideOf
    b: SideOf
    draws: int
    seed: int
    headline: HeadlineOf
    differences: list[DossierDifference]
    whole: bool
    """Whether `differences` covers the whole dossiers: of a results folder only what `case.json` tells is compared."""
    only_a: Apart
    only_b: Apart
    possible: dict[Reading, dict[Mode, PairedShare]]
    conditions: dict[Condition, PairedShare]
    zone: Paired
    """Share of feasible packages that are in the zone, over the draws counted on both sides."""
    zone_draws: int
    s_star: SStar
    solutions: dict[str, SolutionChange | None]
    """Solution → what becomes of it; none where no draw has a deal on both sides."""
    options: list[OptionShare]
    """Options that both sides have, the one that moves most first; empty where a side has no deal."""
    conflicts: list[ConflictShares]
    """In the headline's reading; the one that moves most first."""
    strict_conflicts: list[ConflictShares]
    """Once both conveniences are taken away."""
