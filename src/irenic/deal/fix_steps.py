"""Steps of a fix, and which fixes are worth looking at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, permutations
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.deal.kernels.types import Floats, Truths
from irenic.model.structure import Model

StepKind: TypeAlias = Literal["concession", "red_line", "linkage", "side_payment", "rule", "feasibility"]

STEP_KINDS: Final[tuple[StepKind, ...]] = (
    "concession", "red_line", "linkage", "side_payment", "rule", "feasibility",
)  # fmt: skip
"""In the order in which fixes that are alike otherwise are told."""

PRICED: Final[frozenset[StepKind]] = frozenset({"concession", "red_line", "linkage", "side_payment"})
"""Steps that ask somebody for points."""

MOST_STEPS: Final = 3
MOST_SETS: Final = 24
"""Sets of lines, rules and options whose removal is combined with concessions and payments: the most frequent."""
MOST_TRIED: Final = 500
"""Fixes that are tried at first."""
MOST_RETURNS: Final = 8
"""Options that are tried in return for a line: those worth most to its party."""

_LIFTED: Final[dict[str, StepKind]] = {"red_line": "red_line", "rule": "rule", "infeasible": "feasibility"}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a fix asks of somebody.

    Attributes:
        kind: what it is.
        constraint: number of the constraint that gives way; for a payment the no-deal value of the party that is paid.
        party: position of the party that concedes, gives up its line or pays, None where nobody does.
        to: position of the party that is paid.
        given: for a linkage, issue and option (positions) that the line is given up for.
    """

    kind: StepKind
    constraint: int
    party: int | None = None
    to: int | None = None
    given: tuple[int, int] | None = None

    @property
    def order(self) -> tuple[int, int, int, int, tuple[int, int]]:
        """Where it stands among steps."""
        nobody = -1
        return (
            STEP_KINDS.index(self.kind),
            self.constraint,
            nobody if self.party is None else self.party,
            nobody if self.to is None else self.to,
            self.given or (nobody, nobody),
        )


@dataclass(frozen=True, slots=True)
class Fix:
    """One to three steps, in their order."""

    steps: tuple[Step, ...]

    @property
    def parts(self) -> tuple["Fix", ...]:
        """The fixes with one step less; none for a single step."""
        count = len(self.steps)
        return tuple(Fix(chosen) for chosen in combinations(self.steps, count - 1)) if count > 1 else ()

    @property
    def priced(self) -> bool:
        """Whether it asks anybody for points."""
        return any(step.kind in PRICED for step in self.steps)


def fix_of(steps: Iterable[Step]) -> Fix:
    """The fix with these steps."""
    return Fix(tuple(sorted(steps, key=lambda step: step.order)))


def fixes_to_try(model: Model, least_sets: Sequence[frozenset[int]]) -> tuple[Fix, ...]:
    """Fixes that may open a draw, with their parts, single steps first.

    Concessions and payments are tried by themselves, beside the structural members of minimal sets of violated
    constraints, the most frequent sets first, and, in fixes of two steps, beside every line, rule and option: lifting
    what could stay may make a concession smaller.

    Args:
        model: the model.
        least_sets: minimal sets of violated constraints, as often as they were met.
    """
    parties = len(model.consenting)
    liftable = [c for c, entry in enumerate(model.constraints) if entry.kind in _LIFTED]
    structural = Counter(
        tuple(sorted(c for c in members if c >= parties))
        for members in least_sets
        if all(c < parties or c in liftable for c in members)
    )
    structural.pop((), None)
    frequent = sorted(structural, key=lambda members: (-structural[members], members))[:MOST_SETS]
    wanted = [((), MOST_STEPS), *((members, MOST_STEPS) for members in frequent), *(((c,), 2) for c in liftable)]
    tried: dict[Fix, None] = {}
    for members, most in wanted:
        lifted = [_lifting(model, c) for c in members]
        for steps in _beside(model, most - len(lifted)):
            if (lifted or steps) and len(tried) < MOST_TRIED:
                tried.setdefault(fix_of((*lifted, *steps)))
    return with_parts(tried)


def with_parts(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes and all their parts, each once, fewer steps first."""
    found: dict[Fix, None] = {}
    layer = dict.fromkeys(fixes)
    while layer:
        found |= layer
        layer = dict.fromkeys(part for fix in layer for part in fix.parts)
    return tuple(sorted(found, key=lambda fix: len(fix.steps)))


def _lifting(model: Model, constraint: int) -> Step:
    """The step that lifts a red line, a rule, or an option's infeasibility."""
    entry = model.constraints[constraint]
    party = model.parties.index(entry.party) if entry.party is not None else None
    return Step(_LIFTED[entry.kind], constraint, party)


def _beside(model: Model, most: int) -> Iterator[tuple[Step, ...]]:
    """No, one or more concessions, or a payment with or without concessions of others; up to `most` steps.

    The constraint numbers of no-deal values are the positions among the consenting.
    """
    everyone = range(len(model.consenting))

    def concessions(among: Iterable[int], size: int) -> Iterator[tuple[Step, ...]]:
        for chosen in combinations(among, size):
            yield tuple(Step("concession", p, model.consenting[p]) for p in chosen)

    for size in range(most + 1):
        yield from concessions(everyone, size)
        if size > 0:
            for payer, paid in permutations(everyone, 2):
                payment = Step("side_payment", paid, model.consenting[payer], model.consenting[paid])
                for steps in concessions((p for p in everyone if p not in (payer, paid)), size - 1):
                    yield (payment, *steps)


def linkages_of(model: Model, fix: Fix, points: Floats) -> Iterator[list[Fix]]:
    """For each red line of the fix, the fixes in which the line is given up for an option of another issue.

    Tried are the options that bring the line's party most over the status quo, on average, best first: of issues that
    the line is not about, on which neither its party nor any consenting party is silent.

    Args:
        model: the model.
        fix: the fix.
        points: float64[party, flat option], mean points.
    """
    for step in fix.steps:
        if step.kind == "red_line" and step.party is not None and model.status_quo:
            rest = [other for other in fix.steps if other is not step]
            returns = _returns(model, step, points[step.party])[:MOST_RETURNS]
            yield [fix_of((*rest, Step("linkage", step.constraint, step.party, None, given))) for given in returns]


def _returns(model: Model, step: Step, points: Floats) -> list[tuple[int, int]]:
    """Issues and options worth more to the line's party than the status quo, best first."""
    assert step.party is not None
    speak = ~model.silent[list(model.consenting)].any(axis=0) & ~model.silent[step.party]
    about = _issues_of_line(model, step.constraint)
    gains = {
        (i, k): float(points[start + k] - points[start + model.status_quo[i]])
        for i, start in enumerate(model.option_starts[:-1])
        if speak[i] and i not in about
        for k in range(model.index.sizes[i])
    }
    return sorted((key for key, gain in gains.items() if gain > 0.0), key=lambda key: (-gains[key], key))


def _issues_of_line(model: Model, constraint: int) -> frozenset[int]:
    """Issues whose option decides whether a package breaks the line."""
    path = model.constraints[constraint].red_line
    broken = next(line.broken for line in model.red_lines if line.path == path)
    return frozenset(chain.from_iterable(_deciding(model, broken)))


def _deciding(model: Model, broken: Truths) -> Iterator[list[int]]:
    for block in model.blocks:
        marks = broken[block.span]
        if marks.any():
            sizes = [model.index.sizes[i] for i in block.issues]
            cube = marks.reshape(sizes)
            yield [issue for axis, issue in enumerate(block.issues) if (cube != np.take(cube, [0], axis=axis)).any()]
