"""What no exact search holds is told as a problem."""

import numpy as np
import pytest

from irenic.deal.crowding import telling_crowds
from irenic.deal.kernels.reaching import MOST, CrowdedSpace
from irenic.errors.problem import IrenicError
from irenic.interop.domain import Domain, Issue, Party
from irenic.runs.domain_answer import DomainQuestion


def zero_sum(issues: int, options: int) -> Domain:
    """What one party gains the other loses, with weights and values that have nothing in common."""
    rng = np.random.default_rng([issues, options])
    weights = tuple(rng.dirichlet(np.ones(issues)).tolist())
    values = rng.random((issues, options))
    return Domain(
        "tug of war",
        tuple(Issue(f"issue {i}", tuple(map(str, range(options)))) for i in range(issues)),
        (
            Party("Upper", weights, tuple(map(tuple, values.tolist())), 0.4),
            Party("Lower", weights, tuple(map(tuple, (1 - values).tolist())), 0.4),
        ),
        "csv",
        "raw",
    )


def test_only_crowds_are_told() -> None:
    @telling_crowds
    def work(what: Exception | None) -> int:
        if what is not None:
            raise what
        return 1

    assert work(None) == 1
    with pytest.raises(ValueError, match="other"):
        work(ValueError("other"))
    with pytest.raises(IrenicError) as told:
        work(CrowdedSpace())
    assert [(p.code, dict(p.params)) for p in told.value.problems] == [("model.crowded-space", {"most": int(MOST)})]


def test_a_tug_of_war_over_a_million_packages_is_answered() -> None:
    answer = DomainQuestion(zero_sum(10, 4)).answer()
    assert answer["possible"]
    solutions = answer["solutions"]
    for name in ("nash", "kalai_smorodinsky", "egalitarian"):
        for worth in solutions[name]["utilities"].values():
            assert worth == pytest.approx(0.5, abs=1e-3)
    assert sum(solutions["utilitarian"]["utilities"].values()) == pytest.approx(1.0, abs=1e-9)


def test_a_tug_of_war_that_is_too_large_ends_with_a_problem() -> None:
    with pytest.raises(IrenicError) as told:
        DomainQuestion(zero_sum(20, 5)).answer()
    assert [p.code for p in told.value.problems] == ["model.crowded-space"]
