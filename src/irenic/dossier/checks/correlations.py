"""Correlations are sure, move something, and can hold together."""

from collections.abc import Iterator

from irenic.dossier.backing import numbers_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import IrenicError, Problem, Severity
from irenic.numbers.copula import groups_of


def check_correlations(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Coefficients are sure numbers; both ends are uncertain; all declared together is possible."""
    declared = dossier.file.correlations
    if not declared:
        return
    numbers = {number.path: number.distribution for number in numbers_of(dossier)}
    triples = []
    for name, correlation in declared.items():
        way = ("correlations", name)
        if not correlation.coefficient.value.sure:
            yield positions.problem("dossier.coefficient-unsure", (*way, "coefficient"))
            continue
        for place, path in enumerate(correlation.between):
            if path in numbers and numbers[path].sure:
                yield positions.problem(
                    "dossier.correlation-idle", (*way, "between", str(place)), {"path": path}, severity=Severity.WARNING
                )
        triples.append((*correlation.between, correlation.coefficient.value.median))
    try:
        groups_of(triples)
    except IrenicError as error:
        for problem in error.problems:
            yield positions.problem(problem.code, _last_of(problem, dossier), problem.params, at_key=True)


def _last_of(problem: Problem, dossier: Dossier) -> Way:
    """The last correlation between the numbers that a problem is about; the section where it is about more than two."""
    about = {path for value in problem.params.values() for path in str(value).split(", ")}
    named = [name for name, correlation in dossier.file.correlations.items() if set(correlation.between) == about]
    return ("correlations", named[-1]) if named else ("correlations",)
