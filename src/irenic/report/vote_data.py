"""What `summary.json` says of bodies under `votes`, and `irenic vote --json` prints.

Shares and chances are fractions from 0 to 1; ids are those of the dossier. Fractions are texts, `421/2145`. `Words`
maps a language to a text.
"""

from typing import Literal, TypeAlias, TypedDict

from irenic.report.case_data import Words

Rule: TypeAlias = Literal[
    "leader",
    "majority",
    "two-chambers",
    "qualified",
    "weighted",
    "double-majority",
    "consensus",
    "consenting-members",
    "referendum",
]
"""How a body decides."""

Basis: TypeAlias = Literal["said", "chance", "utilities", "even"]
"""What a vote rests on: what the member has said, a chance that the dossier guesses at, what it gains, or nothing."""

Settled: TypeAlias = Literal["passes", "fails", "open"]
"""Whether what has been said settles a vote, however those vote who have said nothing."""


class Chance(TypedDict):
    """A chance over the draws."""

    mean: float
    low: float
    """5th percentile."""
    median: float
    high: float
    """95th percentile."""


class Indices(TypedDict):
    """Power in a body, exactly, in the order of its members."""

    shapley_shubik: list[str]
    """Share of the orders of joining in which the member makes the set win."""
    banzhaf: list[str]
    """Share of all swings."""
    banzhaf_absolute: list[str]
    """Chance that the member's vote decides when all others are even."""
    swings: list[int]
    """Sets without the member that lose and win with it."""


class WeightedRule(Indices):
    """What `irenic vote --weights Q:w1,w2,… --json` prints."""

    quota: str
    weights: list[str]
    winning: int
    """Sets that win."""
    swings_in_all: int


class Member(TypedDict):
    """Who votes in a body."""

    id: str
    label: Words
    weight: int
    population: int | None


class MemberVote(TypedDict):
    """How a member votes on a question."""

    basis: Basis
    abstains: bool
    chance: Chance | None
    """Chance of a yes before what moves all members alike; none for one that abstains."""


class Turned(TypedDict):
    """Members whose change of vote turns an outcome over."""

    members: list[str]
    chance: float
    """Chance of a yes once they have changed, the undecided voting as they do; over the first 256 draws."""


class Change(TypedDict):
    """The smallest sets of members whose change of vote turns an outcome over."""

    undecided: Literal["yes", "no"] | None
    """How those are taken to vote who have said nothing; none where all have spoken."""
    passes: bool
    """The outcome as things stand."""
    fewest: int | None
    """Members of such a set; none where no change of votes turns it over."""
    number: int | None
    """How many such sets there are; none where they are too many to be counted one by one."""
    sets: list[Turned]
    """The first twelve; one where they are too many to be counted."""


class OtherRule(TypedDict):
    """The same votes under another rule, with that rule's own shares; over the first 256 draws."""

    rule: Rule
    chance: Chance
    settled: Settled


class Vote(TypedDict):
    """A body's vote on a question."""

    levers: list[str]
    """Levers that a yes sets off; empty for a vote on a package."""
    package: dict[str, str]
    """What departs from the state without a deal, issue → option."""
    chance: Chance
    """Chance of a yes."""
    contested: bool
    """Whether the chance is one less that with which the dossier says that the body stops what it contests."""
    support: Chance | None
    """Expected share in favour, of a referendum."""
    moved: float | None
    """Log-odds by which that departs from support for the polled package, median over the draws; of a referendum."""
    in_win_set: float | None
    """Share of the draws in which a package passes if every member with known gains votes for what is no loss to it,
    and those who have spoken keep to their word. None where that decides nothing: on levers, in a referendum, where
    the vote is contested, where no gains are known, or where it hangs on members whose gains are not known."""
    members: list[MemberVote]
    """In the order of the body's members; empty where none is counted."""
    settled: Settled | None
    """None where fewer than two members vote."""
    changes: list[Change]
    rules: list[OtherRule]


class Body(TypedDict):
    """A body and its votes."""

    id: str
    label: Words
    rule: Rule
    party: str | None
    """In whose name it decides."""
    every_package: bool
    """Whether every package needs its yes."""
    levers: dict[str, Words]
    """Levers that it decides, with their names."""
    members: list[Member]
    power: Indices | None
    """None where fewer than two members are counted, or nobody's vote ever decides."""
    votes: list[Vote]


class Ratified(TypedDict):
    """What becomes of a package that leaders have signed."""

    package: dict[str, str]
    leaders: dict[str, Words]
    """Bodies of leaders who sign it, with their names."""
    bodies: dict[str, Words]
    """Other bodies whose yes it needs, with their names."""
    chance: Chance
    """Chance that all of these say yes."""


class Votes(TypedDict):
    """Bodies that ratify or decide."""

    draws: int
    bodies: list[Body]
    packages: list[Ratified]
    """The packages that were asked about."""
