"""What would open the zone where it is empty: the search for fixes.

A fix is one to three steps: a party settles for less than no deal is worth to it, gives up a red line, or gives it up
in return for an option of another issue; one party pays another; a rule is dropped; an uncertain option is made
feasible. What is said of a fix is exact; which fixes are tried is bounded (docs/decisions/0012-fixes.md).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.deal.constraints import WORD, coalition_bits
from irenic.deal.crowding import telling_crowds
from irenic.deal.fix_draws import DrawsOf, FixDraws, joined
from irenic.deal.fix_listing import Found, Shares, as_told, in_order, worth_telling
from irenic.deal.fix_openings import ClosedDraws, Opening, Openings, closed_draws
from irenic.deal.fix_steps import MOST_STEPS, Fix, fixes_to_try, linkages_of, with_parts
from irenic.deal.kernels.least_sets import least_sets_of_draws
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.norms import Norms, combinations_against, norms_against
from irenic.deal.unblocked import exist
from irenic.engine.chunks import run_chunks
from irenic.engine.progress import Cancelled, CancelToken, Progress, ProgressListener
from irenic.model.structure import Model

SCREENED: Final = 256
"""Draws without a deal, from the first, that say which fixes are worth looking at in every draw."""
MOST_SCREENED: Final = 100
"""Fixes that are looked at in every draw, linkages aside: those needed most often."""
MOST_LINKED: Final = 20
"""Fixes whose red lines are tried to be given up in return for something."""
MOST_RANKED: Final = 45
"""Fixes told that respect all norms."""
MOST_UNRANKED: Final = 15
"""Fixes told that don't."""
_FINE: Final = 2.0**30
"""Points are added up in whole numbers of 2⁻³⁰, so that every order of summation gives the same."""
_STAGES: Final = 4
"""Existence, screening, the look at every draw, and that at packages against norms; each told as so many draws."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How the search is run, and whom it tells.

    Attributes:
        chunk: draws that are looked at together; no matter for what is found.
        threads: chunks at once.
        stage: message id of what is being done.
        progress: is told how far it has come.
        cancel: stops it.
    """

    chunk: int = 256
    threads: int = 1
    stage: str = "runs.opening"
    progress: ProgressListener | None = None
    cancel: CancelToken | None = None


@telling_crowds
def find_fixes(
    model: Model, draws_of: DrawsOf, draws: int, norms: Norms | None = None, telling: Telling | None = None
) -> list[dict[str, Any]]:
    """The fixes of the draws without a deal, in the shape of `Fix` in docs/report-data.md.

    Ranked are fixes with the figures of packages that respect all norms. Behind them stand those that do enough, as
    a whole, only with packages that don't.

    Args:
        model: the model.
        draws_of: the draws, see `strict_draws` and `domain_draws`.
        draws: how many there are.
        norms: options that are flagged.
        telling: how the search is run.

    Raises:
        Cancelled: the token was cancelled.
    """
    search = _Search(model, draws_of, draws, norms or {}, telling or Telling())
    possible = search.possible()
    closed = np.flatnonzero(~possible)
    if not len(closed):
        search.told_to_the_end()
        return []
    shares = Shares(possible, closed)
    fixes = search.screened(shares)
    respecting = search.found(fixes, shares, search.respecting, 2)
    ranked = in_order(worth_telling(respecting, shares), model)[:MOST_RANKED]
    unranked: list[Found] = []
    if norms:
        rest = [one.fix for one in respecting if np.count_nonzero(one.opening.needed) < shares.least]
        anyhow = worth_telling(search.found(with_parts(rest), shares, search.everything, 3), shares)
        unranked = search.with_norms(in_order([one for one in anyhow if one.fix in rest], model), shares)
    search.told_to_the_end()
    return [as_told(model, one, shares, rank) for rank, one in enumerate(ranked, 1)] + [
        as_told(model, one, shares, None) for one in unranked
    ]


@dataclass(frozen=True, slots=True)
class _Search:
    """The passes over the draws; each looks at them chunk by chunk."""

    model: Model
    draws_of: DrawsOf
    draws: int
    norms: Norms
    telling: Telling

    @property
    def everything(self) -> Truths:
        """bool[combination], all of them."""
        return np.ones(self.model.combinations, dtype=np.bool_)

    @property
    def respecting(self) -> Truths:
        """bool[combination], those that run against no norm."""
        return ~combinations_against(self.model, self.norms)

    def possible(self) -> Truths:
        """bool[draw], draws with a deal."""

        def work(start: int, stop: int) -> dict[str, NDArray[Any]]:
            spaces = self.draws_of(start, stop).spaces
            return {"possible": exist(spaces, spaces.hard_allowed)}

        return np.concatenate([piece["possible"] for piece in self._over(0, work)])

    def screened(self, shares: Shares) -> tuple[Fix, ...]:
        """The fixes that are worth looking at in every draw, by what they do in the first draws without a deal."""
        first = self._first(shares)
        views = [Openings(closed_draws(self.model, first, self.respecting))]
        if self.norms:
            views.append(Openings(closed_draws(self.model, first, self.everything)))
        tried = fixes_to_try(self.model, [members for view in views for members in _least_sets(view.closed)])
        often = dict(zip(tried, self._counted(tried, views), strict=True))
        kept = sorted((fix for fix in tried if often[fix]), key=lambda fix: (-often[fix], len(fix.steps)))
        kept = kept[:MOST_SCREENED]
        mean = first.points.mean(axis=0)
        lines = [fix for fix in kept if any(step.kind == "red_line" for step in fix.steps)][:MOST_LINKED]
        linked = [ways for fix in lines for ways in linkages_of(self.model, fix, mean) if ways]
        counts = iter(self._counted([way for ways in linked for way in ways], views))
        for ways in linked:
            opened = {way: next(counts) for way in ways}
            best = max(ways, key=lambda way: opened[way])
            if opened[best]:
                kept.append(best)
        return with_parts(kept)

    def found(self, fixes: Sequence[Fix], shares: Shares, usable: Truths, stage: int) -> list[Found]:
        """What fixes do in every draw without a deal, with packages of usable combinations."""
        if not fixes:
            return []

        def work(start: int, stop: int) -> dict[str, NDArray[Any]]:
            closed = self._closed(start, stop, shares)
            view = Openings(closed_draws(self.model, closed, usable))
            openings = [view.of(fix) for fix in fixes]
            losses = _losses(self.model, closed.points)
            return {
                "cost": np.stack([opening.cost for opening in openings]),
                "package": np.stack([opening.package for opening in openings]),
                "points": np.stack([_padded(opening.points) for opening in openings]),
                "needed": np.stack([opening.needed for opening in openings]),
                "losses": np.stack([losses[opening.needed].sum(axis=0) for opening in openings]),
            }

        pieces = self._over(stage, work)
        cost, package, points, needed = (
            np.concatenate([piece[name] for piece in pieces], axis=1)
            for name in ("cost", "package", "points", "needed")
        )
        losses = np.stack([piece["losses"] for piece in pieces]).sum(axis=0)
        return [
            Found(
                fix,
                Opening(cost[k], needed[k], package[k], points[k, :, : len(fix.steps)]),
                losses[k] / _FINE / max(1, int(np.count_nonzero(needed[k]))),
            )
            for k, fix in enumerate(fixes)
        ]

    def with_norms(self, found: Sequence[Found], shares: Shares) -> list[Found]:
        """The fixes with the norms that nothing they do as a whole respects.

        Where each norm by itself could be respected, only not all of them together, those of the commonest package that
        runs against any.
        """
        seen = {one.fix: self._norms_met(one.opening) for one in found}
        every: dict[Fix, list[str]] = {one.fix: [] for one in found}
        for name, norm in self.norms.items():
            concerned = [fix for fix, met in seen.items() if any(name in names for names in met)]
            if concerned:
                usable = ~combinations_against(self.model, {name: norm})
                for one in self.found(with_parts(concerned), shares, usable, _STAGES):
                    if one.fix in concerned and not one.opening.needed.any():
                        every[one.fix].append(name)
        return [
            replace(one, norms=tuple(every[one.fix] or next(names for names in seen[one.fix] if names)))
            for one in found
        ]

    def _norms_met(self, opening: Opening) -> list[list[str]]:
        """The norms that each package of the draws that need the fix runs against, commonest packages first."""
        numbers, counts = np.unique(opening.package[opening.needed], return_counts=True)
        positions = self.model.index.positions(numbers[np.argsort(-counts, kind="stable")])
        flat = self.model.option_starts[:-1] + positions
        return [norms_against(self.model, self.norms, options.tolist()) for options in flat]

    def _first(self, shares: Shares) -> FixDraws:
        """The first draws without a deal."""
        wanted = shares.closed[:SCREENED]
        size = self.telling.chunk
        starts = sorted({int(d) // size * size for d in wanted})
        return joined([self._closed(a, min(a + size, self.draws), Shares(shares.possible, wanted)) for a in starts])

    def _closed(self, start: int, stop: int, shares: Shares) -> FixDraws:
        inside = shares.closed[(shares.closed >= start) & (shares.closed < stop)]
        return self.draws_of(start, stop).at(inside - start)

    def _counted(self, fixes: Sequence[Fix], views: Sequence[Openings]) -> Iterator[int]:
        """In how many of the screened draws each fix is needed, in the view that needs it most."""
        for fix in fixes:
            cancel = self.telling.cancel
            if cancel is not None and cancel.cancelled:
                raise Cancelled(self.draws, _STAGES * self.draws)
            yield max(int(np.count_nonzero(view.of(fix).needed)) for view in views)

    def _over(
        self, stage: int, work: Callable[[int, int], Mapping[str, NDArray[Any]]]
    ) -> list[Mapping[str, NDArray[Any]]]:
        """A pass over all draws: the results of all chunks, in the order of draws."""
        pieces = _Pieces()
        run_chunks(
            work,
            self.draws,
            self.telling.chunk,
            pieces,
            threads=self.telling.threads,
            progress=self._within(stage),
            cancel=self.telling.cancel,
            stage=self.telling.stage,
        )
        return pieces.in_order()

    def _within(self, stage: int) -> ProgressListener | None:
        """Tells a pass as one of the stages of the whole; the last step is left to `told_to_the_end`."""
        listener = self.telling.progress
        if listener is None:
            return None
        before, total = stage * self.draws, _STAGES * self.draws
        return lambda event: listener(Progress(event.stage, min(before + event.done, total - 1), total, None))

    def told_to_the_end(self) -> None:
        """Tells that everything is done, stages included that there was no need of."""
        if self.telling.progress is not None:
            total = _STAGES * self.draws
            self.telling.progress(Progress(self.telling.stage, total, total, None))


class _Pieces:
    """Chunks in memory; every pass begins anew."""

    def __init__(self) -> None:
        self._pieces: dict[int, Mapping[str, NDArray[Any]]] = {}

    def finished(self) -> tuple[tuple[int, int], ...]:
        """No draws."""
        return ()

    def save(self, start: int, stop: int, arrays: Mapping[str, NDArray[Any]], /) -> None:
        """Keep the results of draws `start` to `stop`."""
        self._pieces[start] = arrays

    def in_order(self) -> list[Mapping[str, NDArray[Any]]]:
        """The results of all chunks, in the order of draws."""
        return [self._pieces[start] for start in sorted(self._pieces)]


def _least_sets(closed: ClosedDraws) -> list[frozenset[int]]:
    """The small minimal sets of violated constraints of all draws."""
    if not closed.has_packages:
        return []
    spaces = closed.draws.spaces
    rows = least_sets_of_draws(
        closed.contributions,
        closed.breaches,
        closed.draws.in_force,
        closed.starts,
        spaces.floors,
        MOST_STEPS,
        spaces.blocking.deals,
        coalition_bits(closed.model, spaces.blocking),
        spaces.deal_starts,
    )
    return [frozenset(c for c in range(WORD * len(row)) if int(row[c // WORD]) >> (c % WORD) & 1) for row in rows]


def _losses(model: Model, points: Floats) -> Integers:
    """What each option is worth less than the best of its issue: int64[draw, party, flat option], in 2⁻³⁰ points."""
    starts = model.option_starts
    best = np.repeat(np.maximum.reduceat(points, starts[:-1], axis=2), model.index.sizes, axis=2)
    return np.rint((best - points) * _FINE).astype(np.int64)


def _padded(points: Floats) -> Floats:
    """The points of each step, with zeros for steps that a fix lacks."""
    found = np.zeros((len(points), MOST_STEPS))
    found[:, : points.shape[1]] = points
    return found
