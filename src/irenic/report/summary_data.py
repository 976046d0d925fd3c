"""What `summary.json` of a results folder holds, as far as brief and report read it: the answers in few numbers.

Shares are fractions from 0 to 1, utilities points from 0 to 100; ids are those of the dossier (see `case_data`).
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from irenic.report.mechanism_data import MechanismEntry
from irenic.report.opening_data import Fix, Frontier, Logroll, Middle, OptionLife, Package
from irenic.report.vote_data import Votes
from irenic.report.war_data import ByMonth, NoDealBasis, NoDealValue, War

Reading: TypeAlias = Literal["silent_zero", "silent_wide"]
"""What silent cells are taken for: nothing, or wide values of bounded weight."""

Mode: TypeAlias = Literal["hard", "soft"]
"""Whether a binding red line forbids what it refuses, or only costs points."""

Condition: TypeAlias = Literal["as_written", "still_in_silence", "both"]
"""Options count as written, not as each side reads them; nothing moves where a consenting party is silent; both."""

Basis: TypeAlias = Literal["headline", "strict"]
"""As the answer counts; options as written and nothing moved in silence (the condition `both`)."""

READINGS: tuple[Reading, ...] = ("silent_zero", "silent_wide")
MODES: tuple[Mode, ...] = ("hard", "soft")
CONDITIONS: tuple[Condition, ...] = ("as_written", "still_in_silence", "both")


class ShareOfDraws(TypedDict):
    """Share of draws in which a deal is possible, with its simulation error."""

    share: float
    simulation_low: float
    """Lower end of the t-interval over scrambles."""
    simulation_high: float
    """Upper end."""


class Possible(ShareOfDraws):
    """The same with the range over the assumed numbers."""

    low: float | None
    """5th percentile of E[share | assumed numbers]; none where it was not computed."""
    high: float | None
    """95th percentile."""


class Headline(Possible):
    """The answer: the share in the headline reading, and what the other reading says."""

    silent_share: float
    """The share in the other reading of silence, same mode."""
    determined: bool
    """Whether the two shares differ by at most ten points."""


class HeadlineOf(TypedDict):
    """Which reading and mode the answer is given in."""

    reading: Reading
    mode: Mode


class Zone(TypedDict):
    """Size of the zone."""

    count: float
    """Median number of packages over draws."""
    share: float
    """Mean over draws of the zone's share of feasible packages."""


class Solution(TypedDict):
    """The package that a solution chooses most often."""

    package: Package
    share: float
    """Of the draws with a deal, the share in which it is chosen."""
    utilities: dict[str, float]
    """Party → its mean utility over the solution's deals of all draws that have one."""


class RaiffaPoint(TypedDict):
    """Raiffa's solution: a point that a mixture of packages attains, not a package."""

    package: None
    share: float
    """Of the draws with a deal, the share in which it is told: where more than three parties consent only the first are
    looked at, and where a coalition would better the point it is not told."""
    utilities: dict[str, float]
    """Consenting party → its mean points at the discrete solution over these draws."""
    continuous: dict[str, float] | None
    """The same at the continuous solution; none with more than two consenting parties."""


class Solutions(TypedDict):
    """The solutions; none where no draw has a deal. Egalitarian and utilitarian compare the parties' points."""

    nash: Solution | None
    kalai_smorodinsky: Solution | None
    egalitarian: Solution | None
    utilitarian: Solution | None
    raiffa: RaiffaPoint | None


class Conflict(TypedDict):
    """Constraints that cannot hold together."""

    members: list[str]
    """Ids of constraints."""
    share: float
    """Share of all draws in which the set is minimal."""


class Answer(TypedDict):
    """The answer in one reading of silence and one mode of red lines."""

    possible: Possible
    zone: Zone
    solutions: Solutions
    conflicts: list[Conflict]
    """Most frequent first."""
    options: dict[str, dict[str, float]]
    """Issue → option → share of Nash deals; every option of every issue, empty where no draw has a deal."""


class Exactness(TypedDict):
    """How shares of packages were counted."""

    method: Literal["every_package", "first_draws", "sampled_packages"]
    """Every package of every draw; every package of the first draws; or sampled packages."""
    zone_draws: int
    """Draws whose packages were counted (k)."""
    sampled_packages: int | None
    """Packages sampled in each draw, for `sampled_packages`."""


class OtherBasis(ShareOfDraws):
    """The headline's share with the other kind of no-deal values."""

    basis: NoDealBasis
    """The kind that the answers do not rest on."""


class Summary(TypedDict):
    """`summary.json`: the answers in few numbers."""

    packages: int
    draws: int
    seed: int
    feasible: int
    """Median count of feasible packages."""
    headline: HeadlineOf
    possible: Headline
    conditions: dict[Condition, ShareOfDraws]
    """The headline's share once a convenience is taken away."""
    strict_conflicts: list[Conflict]
    """Conflicts once both conveniences are taken away; shares of all draws, most frequent first."""
    by: dict[Reading, dict[Mode, Answer]]
    options_life: dict[Basis, dict[str, dict[str, OptionLife]]]
    """Basis → issue → option; empty on a basis on which no draw has a deal."""
    frontier: Frontier
    middle: Middle
    fixes: list[Fix]
    """Ranked ones first, then those that run against norms."""
    logrolls: list[Logroll]
    """Ranked ones first, then those that run against norms."""
    no_deal: dict[str, NoDealValue]
    """Party → what no deal is worth to it; parties for which there is nothing are left out."""
    other_basis: OtherBasis | None
    """None where there is one kind of no-deal values only."""
    by_month: ByMonth | None
    """None where no-deal values are not computed."""
    war: War | None
    """None where the dossier has no theatre that can be run."""
    votes: Votes | None
    """None where no body decides anything."""
    opening_draws: int
    """Draws in which fixes and logrolls were looked for, from the first."""
    mechanisms: NotRequired[list[MechanismEntry]]
    """Causes and effects that the dossier names, in its order; left out where nothing is written to a folder."""
    mechanism_draws: NotRequired[int]
    """Draws in which their causes were switched, from the first."""
    exactness: Exactness
