"""What a body may be asked: levers that it decides together, or a package that needs its yes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final

import numpy as np

from irenic.dossier.schema.acts import Matter
from irenic.model.structure import Model
from irenic.votes.council import Council

MOST_PACKAGES: Final = 12
"""Packages of its patterns on which a body is asked at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """One vote of a body.

    Attributes:
        levers: levers that its yes sets off; empty where it votes on a package.
        package: what departs from the state without a deal, issue → option; empty where it votes on levers.
    """

    levers: tuple[str, ...] = ()
    package: Mapping[str, str] = field(default_factory=dict)


def number_of(model: Model, package: Mapping[str, str]) -> int:
    """Number of the package that departs from the state without a deal in these options."""
    return model.index.number(
        [
            options.index(package[issue]) if issue in package else still
            for issue, options, still in zip(model.index.issues, model.index.options, model.status_quo, strict=True)
        ]
    )


def decides_package(council: Council, model: Model, package: Mapping[str, str]) -> bool:
    """Whether a package needs a body's yes."""
    if council.decides.packages:
        return matches(council.decides, model, package)
    return council.decides.party is not None and not council.decides.levers


def matches(matter: Matter, model: Model, package: Mapping[str, str]) -> bool:
    """Whether a package matches one of the patterns of a matter; issues left out stand as without a deal."""
    still = {i: o[s] for i, o, s in zip(model.index.issues, model.index.options, model.status_quo, strict=True)}
    whole = {**still, **package}
    return any(all(whole[issue] in options for issue, options in pattern.items()) for pattern in matter.packages)


def about(matter: Matter | None, model: Model, question: Question) -> bool:
    """Whether what somebody has said of a matter is said of this question."""
    if matter is None:
        return True
    if question.levers:
        return bool(set(matter.levers) & set(question.levers))
    return matches(matter, model, question.package)


def questions_of(council: Council, model: Model, packages: Iterable[Mapping[str, str]] = ()) -> Iterator[Question]:
    """What a body is asked: its levers, each choice of options that its patterns name, and the packages given.

    Choices that break a rule, and what lies beyond the first `MOST_PACKAGES`, are left out.
    """
    if council.decides.levers:
        yield Question(levers=council.decides.levers)
    found: list[dict[str, str]] = []
    for pattern in council.decides.packages:
        for options in product(*pattern.values()):
            package = dict(zip(pattern, options, strict=True))
            if package not in found and _keeps_rules(model, package):
                found.append(package)
    for package in found[:MOST_PACKAGES]:
        yield Question(package=package)
    for given in packages:
        if dict(given) not in found and decides_package(council, model, given):
            yield Question(package=given)


def _keeps_rules(model: Model, package: Mapping[str, str]) -> bool:
    chosen = model.combinations_of(np.array([number_of(model, package)], dtype=np.int64))
    return bool(model.rules_kept[chosen].all())
