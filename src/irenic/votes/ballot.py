"""How the members of a body vote on a question: at their word, by a chance guessed at, by utilities, or evenly."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.fast.grid import Floats
from irenic.votes.chances import log_odds_of
from irenic.votes.council import SHARPNESS, Council, Voter
from irenic.votes.questions import Question, about, number_of
from irenic.votes.stakes import Stakes

Basis: TypeAlias = Literal["said", "chance", "utilities", "even"]
"""What a vote rests on."""


@dataclass(frozen=True, slots=True, eq=False)
class Ballot:
    """A body's votes on a question, before what moves them all alike.

    Attributes:
        log_odds: float64[draw, member], of a yes; ∓inf for a vote that is sure, whatever it is for one that abstains.
        basis: what each vote rests on.
        abstaining: positions of the members who have said that they abstain.
    """

    log_odds: Floats
    basis: tuple[Basis, ...]
    abstaining: tuple[int, ...]

    def said(self, vote: Literal["yes", "no"]) -> tuple[int, ...]:
        """Members who have said yes, or no."""
        sure = np.inf if vote == "yes" else -np.inf
        return tuple(
            m
            for m, basis in enumerate(self.basis)
            if basis == "said" and m not in self.abstaining and self.log_odds[0, m] == sure
        )

    @property
    def undecided(self) -> tuple[int, ...]:
        """Members who have said nothing."""
        return tuple(m for m, basis in enumerate(self.basis) if basis != "said")

    def turned(self, members: tuple[int, ...], *, favour: bool) -> "Ballot":
        """The same, but that these members are for it, or against."""
        log_odds = self.log_odds.copy()
        log_odds[:, list(members)] = np.inf if favour else -np.inf
        left = tuple(m for m in self.abstaining if m not in members)
        return Ballot(log_odds, self.basis, left)


_SAID: Final = {"yes": np.inf, "no": -np.inf, "abstain": 0.0}


def cast(council: Council, question: Question, stakes: Stakes) -> Ballot:
    """How each member votes.

    A member is taken at its word, where it has given it on this question. Else it votes yes with the chance that the
    dossier guesses at; else, on a package, with Λ(κ (u(x) − W)), where its utilities and its no-deal value are known;
    else evenly.
    """
    log_odds = np.zeros((stakes.draws, len(council.voters)))
    basis: list[Basis] = []
    for m, voter in enumerate(council.voters):
        gain = None
        if voter.position != "silent" and about(voter.about, stakes.model, question):
            basis.append("said")
            log_odds[:, m] = _SAID[voter.position]
        elif voter.chance is not None:
            basis.append("chance")
            log_odds[:, m] = log_odds_of(stakes.of(voter.chance, 0.5))
        elif (gain := _gain(voter, question, stakes)) is not None:
            basis.append("utilities")
            log_odds[:, m] = stakes.of(council.sharpness, SHARPNESS) * gain
        else:
            basis.append("even")
    abstaining = tuple(
        m for m, voter in enumerate(council.voters) if basis[m] == "said" and voter.position == "abstain"
    )
    return Ballot(log_odds, tuple(basis), abstaining)


def _gain(voter: Voter, question: Question, stakes: Stakes) -> Floats | None:
    """What a member gains by a package over no deal, points, or None where that is not known."""
    if question.levers or voter.party is None or not stakes.model.stating[voter.party]:
        return None
    without = stakes.no_deal[:, voter.party]
    if voter.no_deal is not None:
        without = stakes.of(voter.no_deal, np.nan)
    if np.isnan(without).any():
        return None
    return stakes.utilities(number_of(stakes.model, question.package))[:, voter.party] - without
