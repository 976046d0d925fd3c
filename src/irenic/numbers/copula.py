"""Numbers that go together: a Gaussian copula over each group of paths that declared correlations connect."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Final, TypeAlias

from irenic.errors.problem import IrenicError, Problem
from irenic.numbers.distribution import Floats

Correlation: TypeAlias = tuple[str, str, float]
"""Two paths and the correlation of their normal scores."""
Scores: TypeAlias = Callable[[str], Floats]
"""Path → standard normal scores of its draws."""

_LEAST_PIVOT: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Group:
    """Paths that correlations connect, sorted, with the matrix of their correlations (0 for pairs not declared)."""

    paths: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]

    def scores(self, path: str, independent: Scores) -> Floats:
        """Correlated scores of one path: its row of the Cholesky factor times the independent scores."""
        row = self.factor(self.paths)[self.paths.index(path)]
        return _combined(row, lambda k: independent(self.paths[k]))

    def scores_given(self, path: str, kept: Sequence[str], correlated: Scores, independent: Scores) -> Floats:
        """Scores of one path, drawn anew from its distribution given the correlated scores of the `kept` paths.

        With the kept paths first, forward substitution gives the independent scores behind them; the rows below build
        on these and on the independent scores of the others.
        """
        order = (*kept, *(p for p in self.paths if p not in kept))
        factor = self.factor(order)
        behind: list[Floats] = []
        for row, name in zip(factor, kept, strict=False):
            rest = correlated(name)
            for coefficient, score in zip(row, behind, strict=False):
                rest = rest - coefficient * score
            behind.append(rest / row[-1])
        return _combined(factor[order.index(path)], lambda k: behind[k] if k < len(behind) else independent(order[k]))

    def factor(self, order: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """Rows of the lower Cholesky factor, the paths taken in that order.

        Raises:
            IrenicError: the matrix is not positive definite.
        """
        at = [self.paths.index(p) for p in order]
        rows: list[tuple[float, ...]] = []
        for i, source in enumerate(at):
            row: list[float] = []
            for j in range(i):
                rest = self.matrix[source][at[j]]
                for a, b in zip(row, rows[j], strict=False):
                    rest -= a * b
                row.append(rest / rows[j][j])
            pivot = 1.0
            for a in row:
                pivot -= a * a
            if pivot < _LEAST_PIVOT:
                raise IrenicError([Problem("number.correlations-impossible", {"paths": ", ".join(self.paths)})])
            rows.append((*row, sqrt(pivot)))
        return tuple(rows)


def groups_of(correlations: Iterable[Correlation]) -> dict[str, Group]:
    """Each correlated path with its group.

    Raises:
        IrenicError: every pair of a path with itself, every pair declared twice, every group whose correlations can't
            hold together.
    """
    declared, problems = _declared(correlations)
    if problems:
        raise IrenicError(problems)
    groups: dict[str, Group] = {}
    for paths in _connected(declared):
        matrix = tuple(tuple(1.0 if a == b else declared.get(_pair(a, b), 0.0) for b in paths) for a in paths)
        group = Group(paths, matrix)
        try:
            group.factor(paths)
        except IrenicError as error:
            problems.extend(error.problems)
        groups.update(dict.fromkeys(paths, group))
    if problems:
        raise IrenicError(problems)
    return groups


def _declared(correlations: Iterable[Correlation]) -> tuple[dict[tuple[str, str], float], list[Problem]]:
    declared: dict[tuple[str, str], float] = {}
    problems: list[Problem] = []
    for a, b, coefficient in correlations:
        if not isfinite(coefficient):
            raise ValueError(f"the correlation of {a} and {b} is {coefficient}")
        if a == b:
            problems.append(Problem("number.correlation-with-itself", {"path": a}))
        elif _pair(a, b) in declared:
            first, second = _pair(a, b)
            problems.append(Problem("number.correlation-twice", {"first": first, "second": second}))
        else:
            declared[_pair(a, b)] = coefficient
    return declared, problems


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _connected(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The connected components of the graph with these edges, each sorted."""
    component: dict[str, set[str]] = {}
    for a, b in pairs:
        merged = component.get(a, {a}) | component.get(b, {b})
        component.update(dict.fromkeys(merged, merged))
    return sorted({tuple(sorted(paths)) for paths in component.values()})


def _combined(row: Sequence[float], score: Callable[[int], Floats]) -> Floats:
    """The sum of coefficient × score over a row of the factor; the last coefficient is never 0."""
    last = len(row) - 1
    total = row[last] * score(last)
    for k in range(last):
        if row[k]:
            total = total + row[k] * score(k)
    return total
