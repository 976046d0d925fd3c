"""What the analysis of the package space leaves in a results folder."""

from typing import Final

from irenic.deal.conditions import CONDITIONS
from irenic.deal.constraints import word_count
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.live import BASES
from irenic.model.structure import MODES, READINGS, Model
from irenic.results.layout import Dimension, Variable

_SPACE: Final = ("draw", "reading", "mode")

_NAMES: Final = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}


def _package_of(solution: str) -> Variable:
    told = f"number of the {_NAMES[solution]} package; -1 where there is no deal"
    return Variable("deal", solution, _SPACE, "<i8", "", told)


def _worth_of(solution: str) -> Variable:
    told = f"what the {_NAMES[solution]} package is worth; NaN without one, or if a party states nothing"
    return Variable("deal", f"{solution}_utility", (*_SPACE, "party"), "<f8", "points", told)


VARIABLES: Final = (
    Variable(
        "deal", "no_deal", ("draw", "reading", "party"), "<f8", "points", "what no deal is worth; NaN where nobody says"
    ),
    Variable(
        "deal",
        "feasible_count",
        ("draw",),
        "<i8",
        "packages",
        "packages that break no rule and use no infeasible option",
    ),
    Variable(
        "deal",
        "s_star",
        _SPACE,
        "<f8",
        "",
        "largest smallest gain over scale; -inf where no package is allowed and unblocked",
    ),
    Variable("deal", "possible", _SPACE, "|b1", "", "whether some package is no loss to any consenting party"),
    Variable(
        "deal",
        "possible_on_condition",
        ("draw", "condition"),
        "|b1",
        "",
        "the same for the headline, once ambiguity, moves in silence, or both are taken away",
    ),
    Variable("deal", "zone_count", _SPACE, "<i8", "packages", "packages of the zone; -1 where they were not counted"),
    *(_package_of(solution) for solution in SOLUTIONS),
    *(_worth_of(solution) for solution in SOLUTIONS),
    Variable(
        "deal",
        "raiffa_utility",
        (*_SPACE, "party"),
        "<f8",
        "points",
        "discrete Raiffa solution on the packages' concave hull; NaN without a deal or where it was not computed, and "
        "for parties that do not consent or state nothing",
    ),
    Variable(
        "deal",
        "raiffa_continuous_utility",
        (*_SPACE, "party"),
        "<f8",
        "points",
        "continuous Raiffa solution; NaN as in the discrete one, and with more than two consenting parties",
    ),
    Variable(
        "deal",
        "live",
        ("draw", "basis", "option"),
        "|b1",
        "",
        "whether some package of the zone has the option: of the headline's, or of that once ambiguity and moves in "
        "silence are taken away",
    ),
    Variable(
        "deal",
        "frontier_size",
        ("draw",),
        "<i8",
        "points",
        "different points of the headline's frontier, from five consenting parties on the zone's; -1 where given up",
    ),
    Variable(
        "deal", "conflicts.count", ("draw", "reading"), "<i8", "", "conflicts of a draw without a deal, hard mode"
    ),
    Variable(
        "deal",
        "conflicts.members",
        ("row:conflicts", "word"),
        "<u8",
        "",
        "constraints of a conflict: bit b of word w is constraint 64 w + b of case.json",
    ),
    Variable(
        "deal",
        "strict_conflicts.count",
        ("draw",),
        "<i8",
        "",
        "conflicts of a draw that has no deal on both conditions",
    ),
    Variable("deal", "strict_conflicts.members", ("row:strict_conflicts", "word"), "<u8", "", "their constraints"),
)
"""All variables, described."""


def dimensions_of(model: Model) -> dict[str, Dimension]:
    """The dimensions that the variables share."""
    words = word_count(model)
    index = model.index
    options = tuple(f"{issue}.{option}" for i, issue in enumerate(index.issues) for option in index.options[i])
    return {
        "reading": Dimension(len(READINGS), READINGS),
        "mode": Dimension(len(MODES), MODES),
        "condition": Dimension(len(CONDITIONS), CONDITIONS),
        "basis": Dimension(len(BASES), BASES),
        "option": Dimension(len(options), options),
        "party": Dimension(len(model.parties), model.parties),
        "word": Dimension(words),
    }
