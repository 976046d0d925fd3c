"""Draws of all that a theatre leaves open."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.fast.grid import Floats
from irenic.numbers.draws import Draws
from irenic.war.prior import BATTLE_PRIOR
from irenic.war.theatre import Feeds, Theatre

LEAST_MEN: Final = 1e-9
"""Thousands of men that a side without any counts for in a force ratio, so that its logarithm stays finite."""


@dataclass(frozen=True, slots=True, eq=False)
class WarInputs:
    """Draws start … stop − 1 at the dossier's date; what levers and clocks change comes on top. All float64.

    Attributes:
        start: first draw.
        stop: end of the draws.
        forces: [draw, side], thousands of men.
        replenishment: [draw, side], thousands a month; 0 where not stated.
        loss_rate: [draw, side], men lost a month per thousand of enemy force; 0 where not stated.
        materiel: [draw, side], index; 1 where not stated.
        aid: [draw, side], billion USD a month; 0 where not stated.
        need: [draw, side], billion USD a month with which the replenishment comes in full; cost and aid together where
            not stated, 0 where these aren't either: then it always does.
        aid_lag: [draw, side], months from promise to use; 0 where not stated.
        money: [draw, side], billion USD; NaN where not stated: then money never runs out.
        revenue: [draw, side], billion USD a month; 0 where not stated.
        grants: [draw, side], billion USD a month; 0 where not stated.
        cost: [draw, side], billion USD a month; 0 where not stated.
        points_cost: [draw, side], points a month; 0 where not stated.
        effectiveness: [draw, side]; 1 where not stated.
        initiative: [draw, side], chance of an attack in a month; 1 where not stated.
        optimism: [draw, party], shift of the log-odds in its side's favour; 0 where not stated.
        discount: [draw, party], per year; NaN where not stated.
        standstill: [draw], share of months; NaN where not stated.
        step: [draw], km; NaN where not stated.
        contested: [draw], km²; NaN where not stated.
        b0: [draw], the attacker's log-odds at equal strength.
        b1: [draw], slope in the log of the force ratio.
        p: [draw], exponent of the enemy's force in the law of losses; 1 where not stated.
        q: [draw], exponent of the own force; 0 where not stated.
    """

    start: int
    stop: int
    forces: Floats
    replenishment: Floats
    loss_rate: Floats
    materiel: Floats
    aid: Floats
    need: Floats
    aid_lag: Floats
    money: Floats
    revenue: Floats
    grants: Floats
    cost: Floats
    points_cost: Floats
    effectiveness: Floats
    initiative: Floats
    optimism: Floats
    discount: Floats
    standstill: Floats
    step: Floats
    contested: Floats
    b0: Floats
    b1: Floats
    p: Floats
    q: Floats

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.stop - self.start


def draw_theatre(theatre: Theatre, sampler: Draws, start: int, stop: int) -> WarInputs:
    """Draw what the theatre leaves open: the same numbers however the draws are cut.

    Raises:
        IrenicError: two paths collide, or correlations can't hold together (from the sampler).
    """
    feeds = theatre.feeds
    sides, parties = (2,), (len(theatre.parties),)

    def array(of: Feeds, shape: tuple[int, ...], otherwise: float) -> Floats:
        found = np.full((stop - start, *shape), otherwise)
        for feed in of:
            at: tuple[slice | int, ...] = (slice(None), *feed.at)
            found[at] = sampler.draw(feed.path, feed.distribution, start, stop)
        return found

    b0, b1 = _odds(theatre, sampler, start, stop)
    aid, cost = array(feeds.aid, sides, 0.0), array(feeds.cost, sides, 0.0)
    need = array(feeds.need, sides, np.nan)
    return WarInputs(
        start=start,
        stop=stop,
        forces=array(feeds.forces, sides, np.nan),
        replenishment=array(feeds.replenishment, sides, 0.0),
        loss_rate=array(feeds.loss_rate, sides, 0.0),
        materiel=array(feeds.materiel, sides, 1.0),
        aid=aid,
        need=np.where(np.isnan(need), cost + aid, need),
        aid_lag=array(feeds.aid_lag, sides, 0.0),
        money=array(feeds.money, sides, np.nan),
        revenue=array(feeds.revenue, sides, 0.0),
        grants=array(feeds.grants, sides, 0.0),
        cost=cost,
        points_cost=array(feeds.points_cost, sides, 0.0),
        effectiveness=array(feeds.effectiveness, sides, 1.0),
        initiative=array(feeds.initiative, sides, 1.0),
        optimism=array(feeds.optimism, parties, 0.0),
        discount=array(feeds.discount, parties, np.nan),
        standstill=array(feeds.standstill, (), np.nan),
        step=array(feeds.step, (), np.nan),
        contested=array(feeds.contested, (), np.nan),
        b0=b0,
        b1=b1,
        p=array(feeds.p, (), 1.0),
        q=array(feeds.q, (), 0.0),
    )


def _odds(theatre: Theatre, sampler: Draws, start: int, stop: int) -> tuple[Floats, Floats]:
    """Odds of battle as stated; where they are not, from the prior (the slope given the intercept, if both are)."""
    from scipy.special import ndtri

    prior = BATTLE_PRIOR
    error0, error1 = prior.standard_errors
    correlation = prior.covariance_b0_b1 / (error0 * error1)
    score0 = ndtri(sampler.uniform("theatre.battle.b0", start, stop))
    score1 = ndtri(sampler.uniform("theatre.battle.b1", start, stop))
    if not theatre.feeds.b0:
        score1 = correlation * score0 + np.sqrt(1.0 - correlation**2) * score1
    b0 = _stated(theatre.feeds.b0, sampler, start, stop, prior.b0 + error0 * score0)
    b1 = _stated(theatre.feeds.b1, sampler, start, stop, prior.b1 + error1 * score1)
    return b0, b1


def _stated(feeds: Feeds, sampler: Draws, start: int, stop: int, otherwise: Floats) -> Floats:
    for feed in feeds:
        return sampler.draw(feed.path, feed.distribution, start, stop)
    return np.asarray(otherwise, dtype=np.float64)
