"""What bodies decide, as chances: what levers and clocks are told."""

from collections.abc import Iterable
from itertools import islice

import numpy as np

from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.structure import Model
from irenic.numbers.draws import Draws
from irenic.votes.council import compile_bodies
from irenic.votes.questions import questions_of
from irenic.votes.stakes import Stakes
from irenic.votes.verdict import chance


def decisions(
    dossier: Dossier,
    model: Model,
    sampler: Draws,
    start: int,
    stop: int,
    *,
    no_deal: Floats | None = None,
    bodies: Iterable[str] | None = None,
) -> dict[str, Floats]:
    """Chance that each body says yes to what it decides: body → float64[stop − start].

    What a body is asked is whether it grants its levers, all in one vote; a body without any, whether it passes the
    first package of its patterns, the rest as without a deal. One that decides whatever package there is is asked
    nothing yet: it says yes with an even chance.

    Args:
        dossier: the dossier.
        model: the same compiled.
        sampler: its draws.
        start: first draw.
        stop: end of the draws.
        no_deal: float64[draw, party], what parties get without a deal, NaN where not known; as stated where None.
        bodies: bodies that are asked; all where None.

    Raises:
        IrenicError: a body has too many members to be counted, or utilities are out of reach.
    """
    stakes = Stakes(model, sampler, start, stop, without=no_deal)
    asked = None if bodies is None else set(bodies)
    found: dict[str, Floats] = {}
    for name, council in compile_bodies(dossier, model).items():
        if asked is None or name in asked:
            questions = list(islice(questions_of(council, model), 1))
            found[name] = chance(council, questions[0], stakes) if questions else np.full(stop - start, 0.5)
    return found
