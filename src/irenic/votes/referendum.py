"""Referendums: support for a package, and the chance that it is enough."""

import numpy as np

from irenic.fast.grid import Floats
from irenic.votes.chances import log_odds_of, logistic
from irenic.votes.council import HALF, SHARPNESS, Council
from irenic.votes.questions import Question, number_of
from irenic.votes.stakes import Stakes


def support(council: Council, question: Question, stakes: Stakes) -> Floats:
    """Expected share of the voters for a package, Λ(logit s0 + κ (u(x) − u(x_poll))): float64[draw].

    Support for a package is told from the one that was polled by what the body's party gains over that. On levers, or
    where nothing was polled or that party has no utilities, it is the support in polls itself.
    """
    return logistic(log_odds_of(stakes.of(council.support, HALF)) + movement(council, question, stakes))


def movement(council: Council, question: Question, stakes: Stakes) -> Floats:
    """Log-odds by which support departs from that for the polled package, κ (u(x) − u(x_poll)): float64[draw].

    None at all, 0, on levers, and where nothing was polled or the body's party has no utilities.
    """
    if question.levers or council.poll is None or council.party is None or not stakes.model.stating[council.party]:
        return np.zeros(stakes.draws)
    asked = stakes.utilities(number_of(stakes.model, question.package))[:, council.party]
    known = stakes.utilities(number_of(stakes.model, council.poll))[:, council.party]
    return stakes.of(council.sharpness, SHARPNESS) * (asked - known)


def referendum_chance(supported: Floats, needed: Floats, shock: Floats) -> Floats:
    """Chance that support, moved by a normal shock in log-odds, exceeds what is needed: float64[draw].

    Args:
        supported: expected share in favour.
        needed: share that must be exceeded.
        shock: standard deviation of the shock, log-odds; where it is 0 support itself decides.
    """
    from scipy.special import ndtr

    ahead = log_odds_of(supported) - log_odds_of(needed)
    sure = (ahead > 0).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(shock > 0, ndtr(ahead / shock), sure)
