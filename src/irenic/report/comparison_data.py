"""What two answers to the same draws have apart: the shape that `irenic compare --json` prints.

Shares are fractions from 0 to 1; a difference is that of the second side from the first, `b − a`, with the ends of its
t-interval over the scrambles of the draws that both sides share. Ids are those of the dossiers.
"""

from typing import Literal, TypeAlias, TypedDict

from irenic.report.opening_data import OptionLife, StepKind
from irenic.report.summary_data import Basis, Condition, HeadlineOf, Mode, Reading

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
    utilities: dict[str, Paired]
    """Party → its mean points in the packages of these draws; parties that state something on both sides."""


class RaiffaChange(TypedDict):
    """What becomes of Raiffa's point."""

    told: float
    """Share of draws with a point on both sides."""
    utilities: dict[str, Paired]
    """Party that must consent on both sides → its mean points at the discrete solution of these draws."""
    continuous: dict[str, Paired] | None
    """The same at the continuous solution; none where a side has none."""


class OptionShare(TypedDict):
    """How often an option is in the Nash deal, of the draws with a deal on that side."""

    issue: str
    option: str
    a: float
    b: float


class OptionLives(TypedDict):
    """What becomes of an option in the zone."""

    issue: str
    option: str
    a: OptionLife | None
    """Of that side's draws with a deal; none where it has no such draw."""
    b: OptionLife | None
    live_only_a: float
    """Of the draws with a deal on both sides, the share in which only the first side's zone has the option."""
    live_only_b: float
    decisive_only_a: float
    """Of the same draws, the share in which every package of the first side's zone has it, and not of the second's."""
    decisive_only_b: float


class LivesChange(TypedDict):
    """What becomes of the options on one basis."""

    deals: float
    """Share of draws with a deal on both sides; where it is 0, the shares of one side only are 0 too."""
    options: list[OptionLives]
    """Options that both sides have, the one that flips most often first; empty where neither side has a deal."""


class FrontierSizes(TypedDict):
    """How many points the frontier has: 5th, 50th and 95th percentile over the draws in which it was found."""

    low: int | None
    median: int | None
    high: int | None
    computed: int
    """Draws in which it was found."""
    within: Literal["allowed", "zone"]
    """The packages it is of; from five consenting parties on, those of the zone."""


class FrontierChange(TypedDict):
    """What becomes of the frontier's size."""

    a: FrontierSizes
    b: FrontierSizes
    difference: Paired | None
    """Means over the draws found on both sides; none where there is no such draw, or the two are of unlike packages."""
    larger: float
    """Share of these draws in which it has more points on the second side."""
    smaller: float


class FixStep(TypedDict):
    """A step of a fix, without what it costs."""

    kind: StepKind
    party: str | None
    to: str | None
    constraint: str | None
    issue: str | None
    option: str | None


class FixFigures(TypedDict):
    """What a fix does on one side."""

    cost: float | None
    """Median points; none where no points are asked for."""
    opens: float
    """Share of the draws without a deal in which it opens the zone."""
    share_after: float
    norms: list[str]
    rank: int | None


class FixChange(TypedDict):
    """A fix, that is the same steps, on both sides."""

    steps: list[FixStep]
    a: FixFigures | None
    """None where the side's fixes don't hold it: it opens too few draws there, or others are cheaper."""
    b: FixFigures | None


class TradeOf(TypedDict):
    """On which issue a party has its way, with which option."""

    party: str
    issue: str
    option: str


class LogrollFigures(TypedDict):
    """What a logroll gives on one side."""

    gains: list[float]
    """Median points of each trade's party."""
    share: float
    """Share of draws in which both gain."""
    worth: float
    norms: list[str]
    rank: int | None


class LogrollChange(TypedDict):
    """A logroll, that is the same parties, issues and options, on both sides."""

    trades: list[TradeOf]
    a: LogrollFigures | None
    b: LogrollFigures | None


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
    raiffa: RaiffaChange | None
    """None where no draw has a point on both sides."""
    options: list[OptionShare]
    """Options that both sides have, the one that moves most first; empty where a side has no deal."""
    conflicts: list[ConflictShares]
    """In the headline's reading; the one that moves most first."""
    strict_conflicts: list[ConflictShares]
    """Once both conveniences are taken away."""
    options_life: dict[Basis, LivesChange]
    """As the answer counts; and once both conveniences are taken away."""
    frontier: FrontierChange
    fixes: list[FixChange]
    """Once both conveniences are taken away; in the order of their ranks on either side, those without one last."""
    logrolls: list[LogrollChange]
    """Likewise."""
    opening_draws: int
    """Draws in which fixes and logrolls were looked for, from the first."""
