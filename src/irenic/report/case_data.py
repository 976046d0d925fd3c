"""What `case.json` of a results folder holds, as far as brief and report read it; `summary_data` is its companion.

Conventions. `Words` maps a language to a text; "" is a text whose language is not named. Values, weights and no-deal
values are points from 0 to 100. A number is a `Number`: its notation as written in the dossier, its 5th, 50th and 95th
percentile, and what it rests on. Ids are those of the dossier; paths are dotted. Dates are ISO 8601 texts. The files
sort their keys, so order is told by lists alone. `docs/report-data.md` says the same for those who write these files.
"""

from typing import Literal, TypeAlias, TypedDict

Words: TypeAlias = dict[str, str]
"""Language → text; "" where the language is not named."""

Pattern: TypeAlias = dict[str, list[str]]
"""Issue → options: matches packages that have one of the options in every issue named."""

Backing: TypeAlias = Literal["backed", "inherited", "assumed", "bare"]
"""Whether claims state a number, a wider element's claims cover it, it is assumed, or nothing is said of it."""

RuleForm: TypeAlias = Literal["same", "forbid", "require"]
"""What a rule does: ties issues together, forbids a pattern, or requires one."""


class Number(TypedDict):
    """An uncertain number of the dossier."""

    notation: str
    """As the dossier writes it, in canonical form."""
    low: float
    """5th percentile."""
    median: float
    """50th percentile."""
    high: float
    """95th percentile."""
    backing: Backing
    """What it rests on."""


class LiftedBy(TypedDict):
    """What lifts a red line: a body's yes, or a package that matches a pattern."""

    body: Words | None
    """Name of the body."""
    pattern: Pattern
    """Empty where only a body lifts the line."""


class RedLine(TypedDict):
    """A refusal of a party, of one option of an issue or of a combination."""

    id: str
    """Its dotted path in the dossier."""
    option: str | None
    """The option refused, where the line belongs to one issue."""
    label: Words | None
    """Its name, where the dossier gives one."""
    pattern: Pattern
    """The combination refused; empty for a line on one option and for `more`."""
    more: list[str]
    """Two issues that are quantities: refused where the first exceeds the second; else empty."""
    binding: Number
    """Probability that the line binds."""
    cost: Number
    """Points that breaking it costs."""
    lifted_by: LiftedBy | None
    """What lifts it."""
    claims: list[str]
    """Claims behind it."""


class Party(TypedDict):
    """Who wants something."""

    id: str
    name: Words
    roles: list[str]
    """Belligerent, mediator, patron, financier, spoiler."""
    consents: bool
    """Whether a deal needs its consent."""
    unresolved: bool
    """Whether the source does not say who this is."""
    no_deal: Number | None
    """What no deal is worth to it; none where the dossier gives no number."""
    red_lines: list[RedLine]
    """Lines over several issues."""


class Option(TypedDict):
    """One way to settle an issue."""

    id: str
    label: Words
    """The id where the dossier gives no label."""
    infeasible: Number | None
    """Probability that it cannot be carried out; none where that is not in doubt."""
    ambiguous: bool
    """Whether each side may read it its own way."""
    norms: list[str]
    """Norms that flag it."""


class Issue(TypedDict):
    """What is in dispute."""

    id: str
    label: Words
    """The id where the dossier gives no label."""
    question: Words
    status_quo: str
    """The option in force without a deal."""
    options: list[Option]


class Cell(TypedDict):
    """One party's position on one issue."""

    silent: bool
    """Whether nothing gives it a weight or values."""
    declared: str | None
    """The option that the party says it wants."""
    inferred: str | None
    """The option that it is thought to want."""
    weight: Number | None
    """Swing weight."""
    values: dict[str, Number]
    """Option → how much it is liked."""
    red_lines: list[RedLine]
    """Lines on options of this issue."""
    claims: list[str]
    """Claims behind the cell, best grade first."""
    assumed: list[str]
    """Reasons given for the cell's assumed numbers."""
    grade: str | None
    """Best grade among the claims, as in `B2`."""


class Rule(TypedDict):
    """What holds for every package."""

    id: str
    label: Words | None
    """Its name, where the dossier gives one."""
    form: RuleForm
    issues: list[str]
    """Issues that take the same option, for `same`; else empty."""
    pattern: Pattern
    """What is forbidden or required; empty for `same`."""
    when: Pattern
    """The rule holds only for packages that match; empty where it always holds."""


class Coalition(TypedDict):
    """Parties that could make a side deal without the others."""

    id: str
    label: Words | None
    """Its name, where the dossier gives one."""
    members: list[str]
    """Parties."""
    controls: Pattern
    """What they can put into force by themselves."""
    claims: list[str]
    """Claims behind it."""


class Constraint(TypedDict):
    """Something that can stand in the way of a deal. Conflicts name constraints by id."""

    id: str
    kind: Literal["no_deal", "red_line", "rule", "infeasible", "coalition"]
    party: str | None
    """Whose no-deal value or red line it is."""
    issue: str | None
    """The issue of the refused or infeasible option."""
    option: str | None
    """The refused or infeasible option."""
    red_line: str | None
    """Id of the red line, in the party's cell or among its combination lines."""
    rule: str | None
    """Id of the rule."""
    coalition: str | None
    """Id of the coalition that blocks."""


class Claim(TypedDict):
    """One thing that a source says."""

    says: Words
    holder: Words
    """Name of who vouches for it."""
    via: list[Words]
    """Names of the voices through which it came."""
    source: Words
    """Title of the document."""
    date: str | None
    until: str | None
    grade: str
    """Letter of the source and digit of the claim, as in `C3`."""
    kind: str
    """Demand, refusal, offer, and so on."""
    anchored: bool
    """Whether its place in the document is recorded."""
    hedge: Words | None
    """How the text hedges."""


class ClaimCounts(TypedDict):
    """How many claims there are."""

    total: int
    verified: int | None
    """Anchors that were checked against documents at hand; none where no documents were given."""
    used: int
    """Claims that some element uses."""
    context: int
    """Claims that none uses, with the reason stated."""
    unused: list[str]
    """Ids of the others."""


class NumberCounts(TypedDict):
    """How many numbers rest on what."""

    backed: int
    inherited: int
    assumed: int
    bare: int


class Assumption(TypedDict):
    """A number that no claim states."""

    path: str
    text: str
    """Why it is assumed."""
    notation: str


class Norm(TypedDict):
    """What the user holds inadmissible."""

    id: str
    label: Words
    options: Pattern


class DisputeSide(TypedDict):
    """One side of a dispute."""

    holder: Words
    """Name of who holds it."""
    date: str | None
    says: Words
    believed: Number | None
    """Share of belief given to it."""


class Dispute(TypedDict):
    """Claims that disagree."""

    id: str
    label: Words | None
    about: Words
    sides: list[DisputeSide]


class Unknown(TypedDict):
    """What nobody says."""

    id: str
    asks: Words
    affects: list[str]
    """Dotted paths."""


class Place(TypedDict):
    """A position of the front, or an end of the war."""

    id: str
    z: int
    """Where it lies; neighbours differ by 1."""
    meaning: Words
    end: bool
    """Whether the war has ended there."""


class ObservedWords(TypedDict):
    """Names of something that has been observed of the war."""

    id: str
    label: Words
    """The id where the dossier gives no label."""
    unit: Words
    """Empty where the dossier gives none."""


class TheatreWords(TypedDict):
    """Names of what the war consists of."""

    places: list[Place]
    """In the order of the line, with the ends at its ends."""
    start: str
    """The position at the dossier's date."""
    observed: list[ObservedWords]


class CostWords(TypedDict):
    """What a lever costs somebody."""

    bearer: str
    """Who bears it."""
    name: Words
    amount: Number | None
    """How much; none where the dossier doesn't say."""
    unit: Words
    """In which unit; empty where the dossier gives none."""


class LeverWords(TypedDict):
    """A lever or a clock."""

    id: str
    """`levers.<id>` or `clocks.<id>`."""
    label: Words
    """The id where the dossier gives no label."""
    holders: list[Words]
    """Who can pull it; of a clock: whom it presses."""
    own_choice: bool
    """Whether its holder pulls it whenever it wishes."""
    costs: list[CostWords]


class Case(TypedDict):
    """`case.json`: what the dossier says, for readers."""

    name: str
    """Name of the dossier."""
    title: Words
    as_of: str
    summary: Words
    """Empty where the dossier has none."""
    set: list[str]
    """`PATH=VALUE`: what was set by hand over the dossier's files."""
    parties: list[Party]
    issues: list[Issue]
    matrix: dict[str, dict[str, Cell]]
    """Party → issue → cell, for every issue of every party that holds a position or must consent."""
    rules: list[Rule]
    coalitions: list[Coalition]
    theatre: TheatreWords | None
    """None where the dossier has no front."""
    levers: list[LeverWords]
    """Levers, then clocks."""
    constraints: list[Constraint]
    norms: list[Norm]
    disputes: list[Dispute]
    unknowns: list[Unknown]
    claims: dict[str, Claim]
    """Every claim, by id."""
    claim_counts: ClaimCounts
    numbers: NumberCounts
    assumed: list[Assumption]
    """Every assumed number."""
    silent_cells: list[list[str]]
    """Pairs of party and issue."""
    pending: list[str]
    """Paths of elements that no analysis executes yet."""
