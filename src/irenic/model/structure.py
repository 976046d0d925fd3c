"""A dossier compiled: labels, blocks, marks on combinations, constraints, and which numbers feed which array."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.dossier.schema.acts import Operation
from irenic.model.combinations import Block, Truths
from irenic.model.package_index import Integers, PackageIndex
from irenic.numbers.distribution import Distribution

Reading: TypeAlias = Literal["silent_zero", "silent_wide"]
"""What silent cells are taken for: nothing, or wide values of bounded weight."""

READINGS: Final[tuple[Reading, ...]] = ("silent_zero", "silent_wide")

Mode: TypeAlias = Literal["hard", "soft"]
"""Whether a binding red line forbids what it refuses, or only costs points."""

MODES: Final[tuple[Mode, ...]] = ("hard", "soft")

ConstraintKind: TypeAlias = Literal["no_deal", "red_line", "rule", "infeasible", "coalition"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A number of the dossier and where its draws go.

    Attributes:
        path: dotted path of the number.
        distribution: what it is drawn from.
        at: place in the array behind the draw axis.
    """

    path: str
    distribution: Distribution
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A value of a quantity that is not stated: it lies on the line between the stated ones around it.

    Attributes:
        party: whose value.
        option: flat position of the point.
        below: flat position of the nearest stated point below.
        above: flat position of the nearest stated point above.
        way: how far the point lies on the way from the one to the other, above 0 and below 1.
    """

    party: int
    option: int
    below: int
    above: int
    way: float


@dataclass(frozen=True, slots=True)
class Feeds:
    """Numbers that feed each array of `Inputs`, in dossier order.

    Attributes:
        weights: at (party, issue).
        values: at (party, flat option).
        no_deal: at (party,).
        influence: at (party,), consenting parties only.
        discount: at (party,), consenting parties only.
        binding: at (red line,), probabilities.
        cost: at (red line,).
        infeasible: at (entry,), probabilities.
        ambiguity: at (entry,).
        interactions: at (entry,).
        between: values that follow from two others.
        lever_sizes: at (entry,), of levers that a deal sets off.
        lever_credibilities: at (entry,), of the same, where stated.
    """

    weights: tuple[Feed, ...]
    values: tuple[Feed, ...]
    no_deal: tuple[Feed, ...]
    influence: tuple[Feed, ...]
    discount: tuple[Feed, ...]
    binding: tuple[Feed, ...]
    cost: tuple[Feed, ...]
    infeasible: tuple[Feed, ...]
    ambiguity: tuple[Feed, ...]
    interactions: tuple[Feed, ...]
    between: tuple[Between, ...] = ()
    lever_sizes: tuple[Feed, ...] = ()
    lever_credibilities: tuple[Feed, ...] = ()

    @property
    def all(self) -> tuple[Feed, ...]:
        """Every number that an analysis of the package space draws."""
        return (
            self.weights
            + self.values
            + self.no_deal
            + self.influence
            + self.discount
            + self.binding
            + self.cost
            + self.infeasible
            + self.ambiguity
            + self.interactions
            + self.lever_sizes
            + self.lever_credibilities
        )


@dataclass(frozen=True, slots=True, eq=False)
class RedLineMark:
    """A red line.

    Attributes:
        path: its path in the dossier.
        party: position of the party that draws it.
        issue: the issue of the refused option, or None for a combination.
        option: the refused option, or None for a combination.
        broken: bool[combination], combinations that break it.
    """

    path: str
    party: int
    issue: str | None
    option: str | None
    broken: Truths


@dataclass(frozen=True, slots=True, eq=False)
class RuleMark:
    """A rule: its id, and the combinations that break it (bool[combination])."""

    id: str
    broken: Truths


@dataclass(frozen=True, slots=True, eq=False)
class InfeasibleMark:
    """An option that may turn out infeasible, and the combinations that use it (bool[combination])."""

    issue: str
    option: str
    used: Truths


@dataclass(frozen=True, slots=True)
class AmbiguityMark:
    """An option that parties read their own way.

    Attributes:
        option: its flat position.
        reads: (party, flat position of the option that it is taken to mean).
    """

    option: int
    reads: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class InteractionMark:
    """Points of a party for a combination, and the combinations concerned (bool[combination])."""

    party: int
    matches: Truths


@dataclass(frozen=True, slots=True, eq=False)
class DealLeverMark:
    """A lever's change of a party's weight or value that a deal sets off.

    Attributes:
        id: path of the lever, or of its further effect.
        party: position of the party.
        issue: position of the issue.
        option: flat position of the option whose value it changes; None where it changes the issue's weight.
        op: what is done to the number.
        chosen: int64[combination], flat position of the issue's option in combinations that set it off, −1 in others.
    """

    id: str
    party: int
    issue: int
    option: int | None
    op: Operation
    chosen: Integers


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionMark:
    """A coalition: its id, the positions of its members, and the combinations that its side deals may consist of.

    `reach` is bool[combination]; it includes the status quo of every block.
    """

    id: str
    members: tuple[int, ...]
    reach: Truths


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that can stand in the way of a deal.

    Attributes:
        id: its path in the dossier.
        kind: a consenting party's no-deal value, a red line, a rule, an option that may be infeasible, or a coalition.
        party: whose no-deal value or red line it is.
        issue: the issue of the refused or infeasible option.
        option: the refused or infeasible option.
        red_line: path of the red line.
        rule: id of the rule.
        coalition: id of the coalition.
    """

    id: str
    kind: ConstraintKind
    party: str | None = None
    issue: str | None = None
    option: str | None = None
    red_line: str | None = None
    rule: str | None = None
    coalition: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What does not change from draw to draw.

    The *flat options* are the options of all issues in a row; the *combinations* are those of all blocks in a row.

    Attributes:
        parties: ids in dossier order.
        consenting: positions of the parties whose consent a deal needs (at least one).
        index: issues, options, package numbers.
        blocks: the package space as independent blocks; a package is one combination of each.
        silent: bool[party, issue], cells without weight and values.
        moved_in_silence: bool[combination], combinations that leave the status quo on an issue on which a consenting
            party is silent.
        orders: (party, issues that are not silent, weightiest first), as declared.
        red_lines: in dossier order, cells before combinations.
        rules: in dossier order.
        infeasible: options that may be infeasible, in dossier order.
        ambiguous: options that parties read their own way, in dossier order.
        interactions: in dossier order.
        constraints: what conflicts may name: no-deal values of the consenting, red lines, rules, infeasible options,
            coalitions. Bit b of a conflict's mask is constraint b.
        feeds: which numbers feed which array.
        status_quo: position of the option in force without a deal, for each issue; empty where nothing is known of it.
        coalitions: in dossier order.
        deal_levers: in dossier order of the levers.
    """

    parties: tuple[str, ...]
    consenting: tuple[int, ...]
    index: PackageIndex
    blocks: tuple[Block, ...]
    silent: Truths
    moved_in_silence: Truths
    orders: tuple[tuple[int, tuple[int, ...]], ...]
    red_lines: tuple[RedLineMark, ...]
    rules: tuple[RuleMark, ...]
    infeasible: tuple[InfeasibleMark, ...]
    ambiguous: tuple[AmbiguityMark, ...]
    interactions: tuple[InteractionMark, ...]
    constraints: tuple[Constraint, ...]
    feeds: Feeds
    status_quo: tuple[int, ...] = ()
    coalitions: tuple[CoalitionMark, ...] = ()
    deal_levers: tuple[DealLeverMark, ...] = ()

    @property
    def option_starts(self) -> Integers:
        """int64[issue + 1], where each issue's options begin among the flat options."""
        return np.concatenate(([0], np.cumsum(self.index.sizes))).astype(np.int64)

    @property
    def block_starts(self) -> Integers:
        """int64[block + 1], where each block's combinations begin among all combinations."""
        return np.array([block.start for block in self.blocks] + [self.combinations], dtype=np.int64)

    @property
    def combinations(self) -> int:
        """Number of combinations of all blocks."""
        return self.blocks[-1].start + self.blocks[-1].size

    @property
    def numbers(self) -> Integers:
        """int64[combination], what each combination adds to the package number."""
        return np.concatenate([block.numbers for block in self.blocks])

    @property
    def rules_kept(self) -> Truths:
        """bool[combination], combinations that break no rule."""
        kept = np.ones(self.combinations, dtype=np.bool_)
        for rule in self.rules:
            kept &= ~rule.broken
        return kept

    @property
    def stays(self) -> Truths:
        """bool[combination], the combination of each block that is the status quo; needs `status_quo`."""
        marks = [(block.positions == [self.status_quo[i] for i in block.issues]).all(axis=1) for block in self.blocks]
        return np.concatenate(marks)

    @property
    def stating(self) -> Truths:
        """bool[party], parties with at least one cell that is not silent."""
        return np.asarray(~self.silent.all(axis=1), dtype=np.bool_)

    @property
    def sure(self) -> bool:
        """Whether every draw is the same: each number is sure, each probability 0 or 1, and no cell is silent."""
        events = self.feeds.binding + self.feeds.infeasible
        return (
            all(feed.distribution.sure for feed in self.feeds.all)
            and all(feed.distribution.median in (0.0, 1.0) for feed in events)
            and not self.silent.any()
        )

    def combinations_of(self, packages: Integers) -> Integers:
        """The combination that each package takes in each block: int64[..., block] for int64[...] package numbers."""
        positions = self.index.positions(packages)
        chosen = np.empty((*packages.shape, len(self.blocks)), dtype=np.int64)
        for b, block in enumerate(self.blocks):
            inside = np.zeros(packages.shape, dtype=np.int64)
            for issue in block.issues:
                inside = inside * self.index.sizes[issue] + positions[..., issue]
            chosen[..., b] = block.start + inside
        return chosen
