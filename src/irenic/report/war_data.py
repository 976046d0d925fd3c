"""What `summary.json` says of the war, of no-deal values and of levers, as far as brief and report read it.

Shares are fractions from 0 to 1, utilities points from 0 to 100; forces are thousands of men, money billions of USD;
ids are those of the dossier. Months count from the dossier's date: month 0 begins on it.
"""

from typing import Literal, TypeAlias, TypedDict

NoDealBasis: TypeAlias = Literal["stated", "computed"]
"""No-deal values as the dossier states them, or as its theatre computes them."""

Quantity: TypeAlias = Literal["forces", "money", "casualties"]
"""What a fan shows of a side: men at the front, money at hand, casualties since the dossier's date."""

QUANTITIES: tuple[Quantity, ...] = ("forces", "money", "casualties")


class Spread(TypedDict):
    """A number over the draws."""

    low: float
    """5th percentile."""
    median: float
    high: float
    """95th percentile."""


class NoDealValue(TypedDict):
    """What no deal is worth to a party."""

    stated: Spread | None
    """As the dossier states it."""
    computed: Spread | None
    """As the war computes it, headline's reading."""
    used: NoDealBasis | None
    """Which of them the answers rest on; none where there is neither."""
    tail: Spread | None
    """Share of the computed value's weight that lies beyond the horizon, where the line is taken to stand still."""


class Fan(TypedDict):
    """A quantity month by month: quantiles over draws and paths, one value for each month from 0 to the horizon."""

    p5: list[float]
    p25: list[float]
    p50: list[float]
    p75: list[float]
    p95: list[float]


class Breaks(TypedDict):
    """When the balance of attrition breaks."""

    never: float
    """Share of paths in which it does not within the horizon."""
    by_side: dict[str, float]
    """Side → share of paths in which it is the one that gives way first."""
    low: float | None
    """5th percentile of the month over all paths; none where it lies beyond the horizon."""
    median: float | None
    high: float | None


class Scenario(TypedDict):
    """One course of the war without a deal."""

    id: str
    """`as-written`; `without:<lever>`; `no-new-money-or-aid`; `pulled:<lever>`; `asked`, of `irenic war`."""
    levers: list[str]
    """Levers switched off, or pulled."""
    front: dict[str, list[float]]
    """Position or end → share of paths that stand there, by month; collapse counts as its end."""
    fans: dict[str, dict[Quantity, Fan]]
    """Side → quantity."""
    collapse: dict[str, list[float]]
    """Side → share of paths in which it has collapsed, by month."""
    breaks: Breaks
    values: dict[str, Spread]
    """Party → its war value in this course; parties without one are left out."""


class LeverEntry(TypedDict):
    """A lever or clock as a rule, in the course of no deal."""

    id: str
    """`levers.<id>` or `clocks.<id>`."""
    paths: list[str]
    """Numbers that it changes."""
    works: bool
    """Whether it works in the course of no deal."""
    begins: Spread | None
    """Month in which it begins to work; none where it does not."""
    ends: Spread | None
    """Month in which it ends; none where it does not within the horizon."""
    chance: Spread | None
    """Chance that it is used when its time comes."""
    effect: dict[str, Spread]
    """Party → what its war value gains by it (own-choice levers: by pulling it; others: against switching it off)."""
    bearers: list[str]
    """Who bears its cost."""


class Observed(TypedDict):
    """An observation beside what the theatre implies."""

    id: str
    measures: str
    """What is measured: `forces`, `casualties`, `advance`, `area`."""
    observed: Spread
    implied: Spread
    """The same quantity as the draws of the theatre imply it."""
    share_within: float
    """Share of draws whose implied quantity lies within the observed range."""


class War(TypedDict):
    """The war without a deal."""

    sides: list[str]
    months: int
    """The horizon."""
    runs: int
    """Paths in all."""
    draws: int
    """Draws whose paths are followed, from the first."""
    valued: int
    """Draws in which war values are worked out, from the first."""
    scenarios: list[Scenario]
    levers: list[LeverEntry]
    observed: list[Observed]
    missing: list[str]
    """Numbers that the dossier would have to give before values can be computed; empty where they are."""


class Month(TypedDict):
    """The zone if talks went on until a month."""

    month: int
    share: float
    """Share of draws with a deal, headline."""
    low: float
    """t-interval over scrambles."""
    high: float
    strict: float
    """The same on the strict basis."""
    no_deal: dict[str, Spread]
    """Consenting party → its no-deal value in that month."""


class ByMonth(TypedDict):
    """The zone month by month, as the war moves the no-deal values: one path a draw."""

    draws: int
    months: list[Month]
