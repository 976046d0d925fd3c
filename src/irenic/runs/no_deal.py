"""What no deal is worth: as the dossier states it, as its war makes it, and which of the two the answers rest on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from irenic.acts.rules import Acts
from irenic.deal.existence import Drawn
from irenic.deal.spaces import in_every_reading
from irenic.dossier.schema.root import Dossier, NoDealBasis
from irenic.errors.problem import IrenicError, Problem
from irenic.fast.grid import Floats, to_grid
from irenic.model.inputs import Inputs
from irenic.model.named import named_utilities
from irenic.model.structure import READINGS, Model
from irenic.numbers.draws import Draws
from irenic.runs.acts_at_work import ActsAtWork, acts_at_work, inputs_at_work
from irenic.war.inputs import WarInputs, draw_theatre
from irenic.war.theatre import Theatre, compile_theatre
from irenic.war.value import PartyCourse, WarValues, party_courses, war_values

Decisions: TypeAlias = Callable[[Draws, int, int], Mapping[str, Floats]]
"""The draws `start <= d < stop` of what bodies decide: body → float64[draw], probability of a yes."""


@dataclass(frozen=True, slots=True, eq=False)
class WarDraws:
    """The war in some draws.

    Attributes:
        inputs: what the theatre leaves open.
        courses: the courses that the parties' refusals set going.
        utilities: float64[draw, reading, party, place], points of what stands at each place of the front.
        values: what going on with the war is worth, before levers on no-deal values.
    """

    inputs: WarInputs
    courses: tuple[PartyCourse, ...]
    utilities: Floats
    values: WarValues


@dataclass(frozen=True, slots=True, eq=False)
class NoDealDraws:
    """Some draws, with what no deal is worth in them: float64[draw, reading, party], points; NaN where there is none.

    Attributes:
        inputs: what the model leaves open, with levers and clocks at work.
        work: these.
        stated: as the dossier says.
        computed: as the war makes it; None where the dossier has no theatre that can be run.
        used: what the answers rest on.
        other: what they would rest on otherwise; None where there is nothing else.
        war: the war; None where `computed` is.
    """

    inputs: Inputs
    work: ActsAtWork
    stated: Floats
    computed: Floats | None
    used: Floats
    other: Floats | None
    war: WarDraws | None


@dataclass(frozen=True, slots=True)
class NoDealSource:
    """Where the no-deal values of a dossier come from.

    Attributes:
        model: the dossier compiled.
        acts: its levers and clocks.
        theatre: its war; None where it has none.
        decisions: what bodies decide.
        basis: the kind of values that answers rest on: what was asked for, as far as it is there.
    """

    model: Model
    acts: Acts
    theatre: Theatre | None
    decisions: Decisions
    basis: NoDealBasis

    @property
    def fights(self) -> Theatre | None:
        """The theatre, if it can be run."""
        return self.theatre if self.theatre is not None and not self.theatre.missing else None

    @property
    def computed(self) -> tuple[bool, ...]:
        """For each party whether the war gives it a value."""
        return computed_parties(self.model, self.theatre)

    @property
    def both_kinds(self) -> bool:
        """Whether every consenting party has stated and computed no-deal values."""
        return _complete(self.model, self.computed) and _complete(self.model, stated_parties(self.model))

    def drawn(self, sampler: Draws, start: int, stop: int) -> NoDealDraws:
        """The draws `start <= d < stop` of a sampler.

        Raises:
            IrenicError: two paths collide, or correlations can't hold together.
        """
        inputs, work = self.at_work(sampler, start, stop)
        stated = in_every_reading(inputs.no_deal)
        theatre = self.fights
        if theatre is None:
            return NoDealDraws(inputs, work, stated, None, stated, None, None)
        war = self._war(theatre, sampler, inputs, work)
        computed = _with_levers(self.model, work, war.values.value)
        kinds = {"stated": _first_of(stated, computed), "computed": _first_of(computed, stated)}
        other = kinds["computed" if self.basis == "stated" else "stated"] if self.both_kinds else None
        return NoDealDraws(inputs, work, stated, computed, kinds[self.basis], other, war)

    def drawing(self, sampler: Draws, start: int, stop: int) -> Drawn:
        """The same draws as the package space sees them: inputs, and the no-deal values that answers rest on."""
        found = self.drawn(sampler, start, stop)
        return found.inputs, found.used

    def at_work(self, sampler: Draws, start: int, stop: int) -> tuple[Inputs, ActsAtWork]:
        """What the model leaves open in these draws, and the levers and clocks at work in it."""
        work = acts_at_work(self.acts, sampler, self.decisions(sampler, start, stop), start, stop)
        return inputs_at_work(self.model, sampler, work), work

    def of_theatre(self, theatre: Theatre, sampler: Draws, inputs: Inputs) -> tuple[WarInputs, Floats]:
        """What the theatre leaves open in the draws of `inputs`, and what stands at each of its places is worth.

        Returns:
            the theatre's draws, and float64[draw, reading, party, place], points.
        """
        drawn = draw_theatre(theatre, sampler, inputs.start, inputs.stop)
        return drawn, named_utilities(self.model, inputs, theatre.packages)

    def inputs(self, sampler: Draws, start: int, stop: int) -> Inputs:
        """What the model leaves open in these draws, with levers and clocks at work."""
        return inputs_at_work(self.model, sampler, self._beside_war(sampler, start, stop))

    def stated(self, sampler: Draws, start: int, stop: int) -> Floats:
        """What the dossier states in these draws, with levers and clocks at work: float64[draw, party]."""
        work = self._beside_war(sampler, start, stop)
        found = np.full((stop - start, len(self.model.parties)), np.nan)
        for feed in self.model.feeds.no_deal:
            drawn = sampler.draw(feed.path, feed.distribution, start, stop)
            at: tuple[slice | int, ...] = (slice(None), *feed.at)
            found[at] = work.number(feed.path, drawn)[:, 0]
        return to_grid(found)

    def _beside_war(self, sampler: Draws, start: int, stop: int) -> ActsAtWork:
        """Levers and clocks as the package space knows them: bodies that only the war waits for are not asked."""
        rules = tuple(rule for rule in self.acts.rules if not rule.path.startswith("theatre."))
        decisions = self.decisions(sampler, start, stop)
        return acts_at_work(replace(self.acts, rules=rules), sampler, decisions, start, stop)

    def _war(self, theatre: Theatre, sampler: Draws, inputs: Inputs, work: ActsAtWork) -> WarDraws:
        drawn, utilities = self.of_theatre(theatre, sampler, inputs)
        courses = party_courses(theatre, work.acts, work.drawn, work.decisions)
        values = war_values(theatre, drawn, work.acts, work.drawn, utilities, courses)
        return WarDraws(drawn, courses, utilities, values)


def no_deal_source(
    dossier: Dossier, model: Model, acts: Acts, decisions: Decisions, wanted: NoDealBasis | None
) -> NoDealSource:
    """Where no-deal values come from: the war where it gives a value to every consenting party, unless asked otherwise.

    Args:
        dossier: the dossier.
        model: the dossier compiled.
        acts: its levers and clocks.
        decisions: what bodies decide.
        wanted: the kind of values asked for; None for computed ones as far as they are there.

    Raises:
        IrenicError: computed values are asked for and not there (`runs.not-computed`).
    """
    theatre = compile_theatre(dossier, model)
    without = [model.parties[p] for p in model.consenting if not computed_parties(model, theatre)[p]]
    if without and wanted == "computed":
        raise IrenicError([Problem("runs.not-computed", {"parties": ", ".join(without)})])
    basis: NoDealBasis = "stated" if without else wanted or "computed"
    return NoDealSource(model, acts, theatre, decisions, basis)


def computed_parties(model: Model, theatre: Theatre | None) -> tuple[bool, ...]:
    """For each party whether a war gives it a value: it says what it wants and how it discounts the future."""
    if theatre is None or theatre.missing:
        return (False,) * len(model.parties)
    discounting = {feed.at for feed in theatre.feeds.discount}
    return tuple(bool(stating) and (p,) in discounting for p, stating in enumerate(model.stating))


def stated_parties(model: Model) -> tuple[bool, ...]:
    """For each party whether the dossier states its no-deal value."""
    stated = {feed.at for feed in model.feeds.no_deal}
    return tuple((p,) in stated for p in range(len(model.parties)))


def _complete(model: Model, computed: tuple[bool, ...]) -> bool:
    return all(computed[p] for p in model.consenting)


def _with_levers(model: Model, work: ActsAtWork, values: Floats) -> Floats:
    """War values with what levers and clocks add to no-deal values themselves."""
    touched = [p for p, party in enumerate(model.parties) if f"parties.{party}.no_deal" in work.acts.paths]
    found = values.copy() if touched else values
    for p in touched:
        for r in range(len(READINGS)):
            found[:, r, p] = work.number(f"parties.{model.parties[p]}.no_deal", values[:, r, p])[:, 0]
    return found


def _first_of(first: Floats, second: Floats) -> Floats:
    """The first, where there is one, else the second."""
    return np.where(np.isnan(first), second, first)
