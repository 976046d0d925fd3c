"""A search that is too much is a problem to be told, not a defect."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from irenic.deal.kernels.reaching import MOST, CrowdedSpace
from irenic.errors.problem import IrenicError, Problem

P = ParamSpec("P")
R = TypeVar("R")


def telling_crowds(function: Callable[P, R]) -> Callable[P, R]:
    """What the function does; where a search in it meets a crowded space, it raises `IrenicError`.

    The problem is `model.crowded-space`: the parties want the opposite of each other to the same degree in too many
    issues, so that too many packages are as good as each other. It depends on nothing but the space.
    """

    @wraps(function)
    def telling(*arguments: P.args, **named: P.kwargs) -> R:
        try:
            return function(*arguments, **named)
        except CrowdedSpace:
            raise IrenicError([Problem("model.crowded-space", {"most": int(MOST)})]) from None

    return telling
