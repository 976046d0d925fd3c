"""What a fix does to some draws without a deal: where it opens the zone, for how little, and with which package."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from irenic.deal.constraints import WORD, breaches_of
from irenic.deal.fix_draws import FixDraws
from irenic.deal.fix_steps import Fix
from irenic.deal.kernels.openings import NOBODY, openings_of_draws
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.deal.kernels.violating_fronts import violating_fronts
from irenic.deal.unblocked import zone_orthants
from irenic.model.structure import Model


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """What a fix does in each draw.

    In a draw a fix takes those of its steps that open the zone for least.

    Attributes:
        cost: float64[draw], the least sum of points borne with all steps or some, ∞ where the zone stays empty.
        needed: bool[draw], where all steps together open the zone, and no part of them does so for as little.
        package: int64[draw], where it is needed the number of the witness.
        points: float64[draw, step], where it is needed what each step costs its party with the witness.
    """

    cost: Floats
    needed: Truths
    package: Integers
    points: Floats

    @property
    def opens(self) -> Truths:
        """bool[draw], where the zone is opened."""
        return np.asarray(self.cost < np.inf, dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class ClosedDraws:
    """Draws without a deal, as fixes see them: combinations that may not be used are left out.

    Attributes:
        model: the model.
        draws: the draws.
        kept: bool[combination of the model], those that are looked at.
        contributions: float64[draw, consenting party, combination].
        breaches: uint64[combination, word].
        numbers: int64[combination].
        starts: int64[block + 1].
    """

    model: Model
    draws: FixDraws
    kept: Truths
    contributions: Floats
    breaches: Words
    numbers: Integers
    starts: Integers

    @property
    def count(self) -> int:
        """Number of draws."""
        return len(self.contributions)

    @property
    def has_packages(self) -> bool:
        """Whether every block has a combination left."""
        return all(first < last for first, last in pairwise(self.starts))


def closed_draws(model: Model, draws: FixDraws, usable: Truths) -> ClosedDraws:
    """Draws, none of them with a deal, over the combinations that are usable and move nothing in silence.

    Args:
        model: the model.
        draws: the draws.
        usable: bool[combination].
    """
    kept = usable & ~model.moved_in_silence
    sizes = np.array([np.count_nonzero(kept[block.span]) for block in model.blocks], dtype=np.int64)
    return ClosedDraws(
        model=model,
        draws=draws,
        kept=kept,
        contributions=np.ascontiguousarray(draws.spaces.contributions[:, :, kept]),
        breaches=breaches_of(model)[kept],
        numbers=model.numbers[kept],
        starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Fronts:
    """What `violating_fronts` leaves of the draws."""

    vectors: Floats
    sets: Words
    numbers: Integers
    starts: Integers


class Openings:
    """What fixes do to some draws; every fix is looked at once, its parts before it."""

    def __init__(self, closed: ClosedDraws) -> None:
        self.closed = closed
        self._known: dict[Fix, Opening] = {}
        self._fronts: dict[tuple[tuple[int, int], ...], _Fronts] = {}
        self._orthants = zone_orthants(closed.draws.spaces)

    def of(self, fix: Fix) -> Opening:
        """What a fix does."""
        if fix not in self._known:
            self._known[fix] = self._looked_at(fix)
        return self._known[fix]

    def _looked_at(self, fix: Fix) -> Opening:
        parts = [self.of(part).cost for part in fix.parts]
        cheapest = np.minimum.reduce(parts) if parts else np.full(self.closed.count, np.inf)
        points = self._line_points(fix)
        lines = np.zeros(self.closed.count)
        for k in range(len(fix.steps)):
            lines += points[:, k]
        below = np.where(self._in_force(fix), cheapest - lines, 0.0)
        asked, package, lacks = self._least(fix, below)
        for k, step in enumerate(fix.steps):
            if step.kind in ("concession", "side_payment"):
                points[:, k] = lacks[:, step.constraint]
        needed = asked < np.inf
        return Opening(np.where(needed, asked + lines, cheapest), needed, package, points)

    def _line_points(self, fix: Fix) -> Floats:
        """float64[draw, step], stated costs of the lines that are given up."""
        paths = [line.path for line in self.closed.model.red_lines]
        found = np.zeros((self.closed.count, len(fix.steps)))
        for k, step in enumerate(fix.steps):
            if step.kind in ("red_line", "linkage"):
                path = self.closed.model.constraints[step.constraint].red_line
                assert path is not None
                found[:, k] = self.closed.draws.line_cost[:, paths.index(path)]
        return found

    def _in_force(self, fix: Fix) -> Truths:
        """bool[draw], where everything is in force that the fix lifts: elsewhere a part of it does as much."""
        found = np.ones(self.closed.count, dtype=np.bool_)
        for c in _lifted(fix):
            found &= (self.closed.draws.in_force[:, c // WORD] >> np.uint64(c % WORD) & np.uint64(1)) == 1
        return found

    def _least(self, fix: Fix, below: Floats) -> tuple[Floats, Integers, Floats]:
        """Least concession or payment, its witness, and what that lacks of each floor, all steps taken."""
        closed = self.closed
        conceding = np.zeros(len(closed.model.consenting), dtype=np.bool_)
        dropped = np.zeros(closed.breaches.shape[1], dtype=np.uint64)
        payer, paid = NOBODY, NOBODY
        for step in fix.steps:
            if step.kind == "concession":
                conceding[step.constraint] = True
            elif step.kind == "side_payment":
                assert step.party is not None
                payer, paid = closed.model.consenting.index(step.party), step.constraint
            else:
                dropped[step.constraint // WORD] |= np.uint64(1) << np.uint64(step.constraint % WORD)
        fronts = self._fronts_with(tuple(step.given for step in fix.steps if step.given is not None))
        return openings_of_draws(
            fronts.vectors,
            fronts.sets,
            fronts.numbers,
            fronts.starts,
            closed.draws.spaces.no_deal,
            closed.draws.spaces.scale,
            *self._orthants,
            dropped,
            conceding,
            payer,
            paid,
            below,
        )

    def _fronts_with(self, given: tuple[tuple[int, int], ...]) -> _Fronts:
        """What is left of the draws where some issues (positions) take these options."""
        if given not in self._fronts:
            closed = self.closed
            usable = np.ones(len(closed.numbers), dtype=np.bool_)
            for issue, option in given:
                usable &= self._with_option(issue, option)
            self._fronts[given] = _Fronts(
                *violating_fronts(
                    closed.contributions,
                    closed.breaches,
                    closed.draws.in_force,
                    usable,
                    closed.numbers,
                    closed.starts,
                )
            )
        return self._fronts[given]

    def _with_option(self, issue: int, option: int) -> Truths:
        """bool[combination], those of other blocks, and those of the issue's block that have the option."""
        model = self.closed.model
        found = np.ones(model.combinations, dtype=np.bool_)
        block = next(block for block in model.blocks if issue in block.issues)
        found[block.span] = block.positions[:, block.issues.index(issue)] == option
        return found[self.closed.kept]


def _lifted(fix: Fix) -> list[int]:
    """Constraints that the fix lifts."""
    return [step.constraint for step in fix.steps if step.kind not in ("concession", "side_payment")]
