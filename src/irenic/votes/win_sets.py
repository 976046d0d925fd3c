"""Win-sets: packages that a body passes when votes follow gains without fail (κ → ∞) and no shock moves them."""

from collections.abc import Sequence

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.votes.ballot import cast
from irenic.votes.council import Council
from irenic.votes.game import House, carries
from irenic.votes.questions import Question
from irenic.votes.stakes import Stakes
from irenic.votes.verdict import houses_now

INDIFFERENT = 1e-9
"""Points below which a loss is none, as for the zone."""


def win_set(houses: Sequence[House], gains: Floats) -> Truths:
    """Which alternatives carry if every member votes for those by which it does not lose: bool[...].

    Args:
        houses: what must carry.
        gains: float64[..., member], what each alternative gives each member over no deal, points. A member that is for
            whatever comes has inf, one that is against it −inf.
    """
    favour = gains >= -INDIFFERENT
    flat = favour.reshape(-1, favour.shape[-1])
    patterns, back = np.unique(flat, axis=0, return_inverse=True)
    won = np.array([carries(houses, frozenset(np.flatnonzero(row).tolist())) for row in patterns], dtype=np.bool_)
    return np.asarray(won[back.reshape(-1)].reshape(favour.shape[:-1]), dtype=np.bool_)


def win_share(council: Council, question: Question, stakes: Stakes) -> float | None:
    """Share of the draws in which a package is in a body's win-set.

    None where that is no question of gains, as on levers, in a referendum, where the dossier says how likely the body
    stops the package, or where nobody votes by gains; and where it hangs on members whose gains are not known.
    """
    if not question.package or council.rule == "referendum" or council.blocks is not None:
        return None
    if "utilities" not in cast(council, question, stakes).basis:
        return None
    least, most = (in_win_set(council, question, stakes, undecided=undecided) for undecided in (False, True))
    return float(least.mean()) if (least == most).all() else None


def in_win_set(council: Council, question: Question, stakes: Stakes, *, undecided: bool) -> Truths:
    """Whether a body passes a package in each draw, in the limit of sharp votes without a shock: bool[draw].

    Args:
        council: the body; not a referendum.
        question: the package.
        stakes: what members gain or lose.
        undecided: how those vote who have said nothing and whose gains are not known: for the package, or against it.
    """
    ballot = cast(council, question, stakes)
    houses = houses_now(council, ballot)
    if houses is None:
        return np.zeros(stakes.draws, dtype=np.bool_)
    gains = ballot.log_odds.copy()
    for m, basis in enumerate(ballot.basis):
        if basis in {"even", "chance"}:
            gains[:, m] = np.inf if undecided else -np.inf
    gains[:, list(ballot.abstaining)] = -np.inf
    return win_set(houses, gains)
