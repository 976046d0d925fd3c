"""Preventive war: the shift of power beyond which the side that declines fights now (after Fearon 1995, Powell 2006).

Two sides divide 1 in every period, with the common discount factor δ. A war is fought once and for all: who wins it
has everything from that period on. The declining side wins with p now and with p − Δ from the next period on. If it
does not fight now, the other can offer it at most all of this period, and can't bind itself for later. So it fights if
and only if

    what war gives now  >  1 + δ · (what it will get later),

each as a present value. The three functions differ in what war costs and in what the declining side gets later.
"""


def with_lasting_cost(discount: float, p: float, cost: float) -> float:
    """The shift, if war costs c in every period from then on and the rising side later takes all that can be had.

    War now gives (p − c)/(1 − δ), later the declining side is held to (p − Δ − c)/(1 − δ). It fights if
    Δ > (1 − δ)(1 − p + c)/δ.

    Args:
        discount: δ, between 0 and 1.
        p: chance that the declining side wins now.
        cost: c, each side's cost of war.
    """
    return (1.0 - discount) * (1.0 - p + cost) / discount


def with_single_cost(discount: float, p: float, cost: float) -> float:
    """The shift, if war costs c once and the rising side later takes all that can be had.

    War now gives p/(1 − δ) − c, later (p − Δ)/(1 − δ) − c: a cost once is worth (1 − δ) c in every period. It fights if
    Δ > (1 − δ)(1 − p + (1 − δ) c)/δ. Arguments as for `with_lasting_cost`.
    """
    return with_lasting_cost(discount, p, (1.0 - discount) * cost)


def beyond_whole_surplus(discount: float, p: float, cost: float) -> float:
    """The shift, if war costs c in every period and the declining side later gets the whole surplus of peace, 2c.

    Even then, when later the rising side is held to its own war value, so that the declining side gets
    (p − Δ + c)/(1 − δ), it fights if Δ > ((1 − δ)(1 − p + c))/δ + 2c: no division of the surplus can make up for such a
    shift. Arguments as for `with_lasting_cost`.
    """
    return with_lasting_cost(discount, p, cost) + 2.0 * cost
