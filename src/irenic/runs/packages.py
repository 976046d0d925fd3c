"""A package that somebody names: reading it, and asking how far it is from acceptance."""

from collections.abc import Iterable, Mapping
from typing import Final, cast

from irenic.deal.conditions import as_written
from irenic.deal.constraints import constraints_in_force
from irenic.deal.package_distance import package_distance
from irenic.deal.spaces import in_reading, spaces_of
from irenic.dossier.near import near, shown
from irenic.dossier.schema.issues import grid_option_id
from irenic.errors.problem import IrenicError, Problem
from irenic.model.package_index import PackageIndex
from irenic.model.tables import block_tables, option_contributions
from irenic.report.opening_data import PackageDistance
from irenic.runs.question import Question

MOST_DRAWS: Final = 16_384
"""Draws over which a package is weighed at most: they are held at once."""

_HELD: Final = 2**26
"""Numbers of a table that are held at most, save for the first 256 draws: half a gigabyte."""


def read_package(texts: Iterable[str], index: PackageIndex) -> dict[str, str]:
    """Options that somebody names, as in `dam=shared,water=30`, several texts taken together.

    A point of a quantity may be written as its number. Issues may be left out, also all of them.

    Args:
        texts: pairs `issue=option` with commas between.
        index: the issues and options that there are.

    Raises:
        IrenicError: with every issue and option that isn't known, every part that is no such pair, every issue that is
            named twice.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for part in (part.strip() for text in texts for part in _pairs_in(text, index)):
        if not part:
            continue
        issue, mark, option = (piece.strip() for piece in part.partition("="))
        if not mark:
            problems.append(Problem("package.no-pair", {"part": shown(part)}))
        elif issue not in index.issues:
            problems.append(
                Problem("package.issue-unknown", {"issue": shown(issue), "near": near(issue, index.issues)})
            )
        elif issue in found:
            problems.append(Problem("package.issue-twice", {"issue": issue}))
        else:
            found[issue], problem = _option(issue, option, index)
            problems += [problem] if problem else []
    if problems:
        raise IrenicError(problems)
    return found


def _pairs_in(text: str, index: PackageIndex) -> list[str]:
    """The pairs of a text. Names of a foreign domain may hold commas, so a text that is one known pair is not cut."""
    issue, _, option = (piece.strip() for piece in text.partition("="))
    whole = issue in index.issues and option in index.options[index.issues.index(issue)]
    return [text] if whole else text.split(",")


def check_package(given: Mapping[str, str], index: PackageIndex) -> dict[str, str]:
    """The same for a mapping, issue → option.

    Raises:
        IrenicError: with every issue and option that isn't known.
    """
    return read_package((f"{issue}={option}" for issue, option in given.items()), index)


def _option(issue: str, option: str, index: PackageIndex) -> tuple[str, Problem | None]:
    known = index.options[index.issues.index(issue)]
    if option in known:
        return option, None
    try:
        point = grid_option_id(float(option))
    except ValueError:
        point = ""
    if point in known:
        return point, None
    return "", Problem("package.option-unknown", {"issue": issue, "option": shown(option), "near": near(option, known)})


def weighing_draws(asked: Question) -> int:
    """The number of draws over which packages are weighed: the run's, as far as their tables can be held at once."""
    table = len(asked.model.parties) * asked.model.combinations
    return min(asked.settings.draws, MOST_DRAWS, max(256, _HELD // table))


def weigh_package(asked: Question, given: Mapping[str, str]) -> PackageDistance:
    """How far a package is from acceptance, over the first `weighing_draws`.

    Args:
        asked: the dossier made ready.
        given: issue → option, known ones; other issues are filled so that the package comes closest to acceptance.

    Raises:
        IrenicError: utilities out of reach, or two paths whose draws collide.
    """
    model = asked.model
    inputs, no_deal = asked.drawn(0, weighing_draws(asked))
    written = as_written(inputs)
    spaces = spaces_of(
        model, written, in_reading(no_deal, "silent_zero"), [block_tables(model, written, "silent_zero")]
    )
    points = option_contributions(model, written, "silent_zero")
    in_force = constraints_in_force(model, inputs)
    return cast(PackageDistance, package_distance(model, spaces, points, in_force, given, asked.norms))
