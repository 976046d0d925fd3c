"""What `summary.json` says beyond existence: the frontier, which options live, what would open the zone, what trades.

Shares are fractions from 0 to 1, points those of the party named; ids are those of the dossier (see `case_data`).
"""

from typing import Literal, TypeAlias, TypedDict

Package: TypeAlias = dict[str, str]
"""Issue → option, one for every issue, in the dossier's order."""

StepKind: TypeAlias = Literal["concession", "red_line", "linkage", "side_payment", "rule", "feasibility"]
"""A party settles for less than no deal is worth to it; gives up a red line; gives it up in return for an option of
another issue; pays another party; a rule is dropped; an uncertain option is made feasible."""

STEP_KINDS: tuple[StepKind, ...] = ("concession", "red_line", "linkage", "side_payment", "rule", "feasibility")


class Points(TypedDict):
    """Points over draws."""

    low: float
    """5th percentile."""
    median: float
    high: float
    """95th percentile."""


class Step(TypedDict):
    """One thing that a fix asks of somebody."""

    kind: StepKind
    party: str | None
    """Who concedes, gives up the line, or pays; none for rules and feasibility."""
    to: str | None
    """Who is paid."""
    constraint: str | None
    """Id of the constraint that gives way: a red line, a rule, an uncertain option; the no-deal value of the party
    that concedes or is paid."""
    issue: str | None
    """For a linkage, the issue that is settled in return."""
    option: str | None
    """For a linkage, its option."""
    points: Points | None
    """What the step costs its party, over the draws that need the whole fix; none where no points are asked for."""


class Gives(TypedDict):
    """Where a bearer of a fix gives most in the package that the fix opens."""

    party: str
    issue: str
    option: str
    points: float
    """Mean points below the party's best option of the issue, over the draws that need the whole fix."""


class Fix(TypedDict):
    """What would open the zone where it is empty, options counting as written and nothing moved in silence."""

    steps: list[Step]
    """One, two or three."""
    bearers: dict[str, float]
    """Party → median points that it bears, over the draws that need the whole fix."""
    cost: Points | None
    """Sum of all points borne, each party's own, over the same draws; none where no points are asked for."""
    opens: float
    """Share of the draws without a deal in which it, or a part of it, opens the zone."""
    share_before: float
    """Share of draws with a deal, options counting as written and nothing moved in silence."""
    share_after: float
    """The same with the fix."""
    simulation_low: float
    """Lower end of the t-interval of `share_after` over scrambles."""
    simulation_high: float
    package: Package
    """The package that it opens most often, of the draws that need the whole fix: the cheapest of each."""
    gives: list[Gives]
    """Of every bearer, up to three issues, largest loss first."""
    norms: list[str]
    """Norms that every package it opens runs against; a fix with norms is not ranked."""
    rank: int | None
    """From 1; none for a fix with norms."""


class Trade(TypedDict):
    """What a logroll gives a party."""

    party: str
    issue: str
    """The issue on which it has its way."""
    option: str
    """Its best option of that issue."""
    points: Points
    """What it gains over splitting both issues down the middle."""


class Logroll(TypedDict):
    """Two parties each have their way on the issue that matters more to them."""

    trades: list[Trade]
    """Two, one a party."""
    share: float
    """Share of draws in which both gain."""
    worth: float
    """Mean over draws of the smaller of the two gains as a share of the party's scale, 0 where one loses."""
    others: dict[str, float]
    """Every other consenting party → its mean gain over the same split, points."""
    norms: list[str]
    """Norms that one of the options runs against; such a logroll is not ranked."""
    rank: int | None


class OptionLife(TypedDict):
    """What becomes of an option in the zone."""

    live: float
    """Share of the draws with a deal in which some package of the zone has it."""
    decisive: float
    """Share of the draws with a deal in which every package of the zone has it."""


class FrontierPoint(TypedDict):
    """An efficient package."""

    package: Package
    """Of packages worth the same to all consenting parties, the first."""
    utilities: dict[str, float]
    """Consenting party → points."""


class Frontier(TypedDict):
    """Efficient packages that no binding red line forbids; from five consenting parties on, those of the zone."""

    size: int
    """Different points; over many draws their median."""
    low: int
    """5th percentile over draws."""
    high: int
    """95th percentile over draws."""
    computed: int
    """Draws in which it was found; in others it has more points than are looked for."""
    within: Literal["allowed", "zone"]
    draw: str
    """Which draw the points are of: a number, or `middle` for the middle case."""
    of_draw: int | None
    """Different points of that draw; none where they are more than are looked for."""
    points: list[FrontierPoint]
    """Points of that draw, from the best of the first consenting party down; in `summary.json` not all of very many."""


class Middle(TypedDict):
    """The middle case: every number at its median, every event as is more likely. An illustration, not a draw."""

    no_deal: dict[str, float]
    """Consenting party → points."""
    packages: list[list[float]]
    """Utilities to the consenting parties of a sample of allowed packages."""
    in_zone: list[bool]
    """Which of them are in the zone."""
    solutions: dict[str, dict[str, float] | None]
    """Solution → consenting party → points; none where there is no deal."""


class Lacking(TypedDict):
    """How far a package is from what a party accepts."""

    party: str
    accepts: float
    """Share of draws in which it is no loss to the party."""
    lacks: Points | None
    """Points that it lacks, over the draws in which it is a loss; none where it is always accepted."""
    gives: list[Gives]
    """Where the party gives most, up to three issues."""


class Broken(TypedDict):
    """A constraint that the package runs against."""

    constraint: str
    """Its id."""
    share: float
    """Share of draws in which it is in force."""


class Change(TypedDict):
    """A change of a package that would make it acceptable."""

    options: dict[str, str]
    """Issue → its new option; up to three issues."""
    share: float
    """Share of draws in which the package is accepted after it."""


class PackageDistance(TypedDict):
    """How far a package is from acceptance."""

    package: Package
    filled: list[str]
    """Issues that were not given, and were filled so that the package comes closest to acceptance."""
    accepted: float
    """Share of draws in which every consenting party accepts it and nothing forbids it."""
    simulation_low: float
    simulation_high: float
    parties: list[Lacking]
    """Consenting parties, the one that accepts least often first."""
    broken: list[Broken]
    """Most frequent first."""
    norms: list[str]
    """Norms that its options run against."""
    silent: dict[str, list[str]]
    """Issue → consenting parties that are silent on it, where the package leaves the status quo."""
    changes: list[Change]
    """The best change of one, of two and of three issues, as far as they improve on each other."""
