"""A dossier made ready to be computed."""

from dataclasses import dataclass
from typing import Final

from irenic.acts.rules import compile_acts
from irenic.deal.existence import REPLICATION, Drawing, Drawn
from irenic.deal.norms import Norms
from irenic.deal.plan import BUDGET, CountPlan, count_plan
from irenic.deal.variables import VARIABLES, dimensions_of
from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.results.layout import Layout
from irenic.runs.decisions import decisions_of
from irenic.runs.kept import KeptDraws
from irenic.runs.months import FOLLOWED, month_dimension
from irenic.runs.no_deal import NoDealSource, no_deal_source
from irenic.runs.opening import MOST_DRAWS, DrawnOf
from irenic.runs.settings import Settings
from irenic.runs.war_chunk import war_variables
from irenic.war.summary import MOST_DRAWS as WAR_DRAWS
from irenic.war.summary import PATHS_PER_DRAW

VOTED: Final = 512
"""Draws over which votes are told: the first ones, which are balanced over the scrambles."""


@dataclass(frozen=True, slots=True)
class Question:
    """A dossier made ready to be computed.

    Attributes:
        dossier: the dossier.
        model: the dossier compiled.
        sampler: its draws.
        settings: how it is run.
        plan: which packages are counted.
        source: where what no deal is worth comes from.
    """

    dossier: Dossier
    model: Model
    sampler: Sampler
    settings: Settings
    plan: CountPlan
    source: NoDealSource

    @property
    def drawing(self) -> Drawing:
        """What a sampler's draws decide, with what no deal is worth in them."""
        return self.source.drawing

    def drawn(self, start: int, stop: int) -> Drawn:
        """The draws `start <= d < stop` of the run."""
        return self.drawing(self.sampler, start, stop)

    def kept(self, no_deal: Floats) -> DrawnOf:
        """The draws of the run once no-deal values are there: float64[draw, reading, party] of all of them."""
        return KeptDraws(self.source, self.sampler, no_deal)

    @property
    def layout(self) -> Layout:
        """The variables that the answers consist of."""
        dimensions = dimensions_of(self.model) | month_dimension(self.source)
        return Layout((*VARIABLES, *war_variables(self.source)), dimensions)

    @property
    def norms(self) -> Norms:
        """Options that the dossier's norms flag."""
        return {name: norm.options for name, norm in self.dossier.file.norms.items()}

    @property
    def number_settings(self) -> dict[str, int | str]:
        """Settings besides seed and draws that change a number."""
        return {
            "assumption_points": REPLICATION.points,
            "assumption_replicates": REPLICATION.replicates,
            "count_budget": BUDGET,
            "month_draws": FOLLOWED,
            "no_deal": self.source.basis,
            "opening_draws": MOST_DRAWS,
            "vote_draws": VOTED,
            "war_draws": WAR_DRAWS,
            "war_runs": self.settings.runs or min(self.settings.draws, WAR_DRAWS) * PATHS_PER_DRAW,
        }


def question(dossier: Dossier, settings: Settings) -> Question:
    """Compile a dossier and settle how it is drawn.

    Raises:
        IrenicError: the dossier can't be compiled, its correlations can't hold together, or computed no-deal values are
            asked for and not there.
    """
    model = compile_model(dossier)
    pairs = [(*c.between, c.coefficient.value.median) for c in dossier.file.correlations.values()]
    sampler, plan = Sampler(settings.seed, pairs), count_plan(model, settings.draws)
    acts = compile_acts(dossier)
    source = no_deal_source(dossier, model, acts, decisions_of(dossier, model), settings.no_deal)
    return Question(dossier, model, sampler, settings, plan, source)
