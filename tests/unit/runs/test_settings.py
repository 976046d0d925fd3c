"""Flags before the environment, the environment before the dossier, then defaults."""

import pytest

from irenic.dossier.schema.root import NoDealBasis, RunSettings
from irenic.errors.problem import IrenicError
from irenic.runs.settings import Asked, settle

WRITTEN = RunSettings(draws=100, seed=3)


def test_defaults() -> None:
    settled = settle(Asked(), RunSettings(), {})
    assert (settled.draws, settled.seed, settled.chunk) == (2048, 0, 256)
    assert settled.threads >= 1


def test_the_dossier_before_defaults() -> None:
    settled = settle(Asked(), WRITTEN, {})
    assert (settled.draws, settled.seed) == (100, 3)


def test_the_environment_before_the_dossier() -> None:
    settled = settle(Asked(), WRITTEN, {"IRENIC_DRAWS": "200", "IRENIC_SEED": "0", "IRENIC_THREADS": "1"})
    assert (settled.draws, settled.seed, settled.threads) == (200, 0, 1)


def test_flags_before_everything() -> None:
    settled = settle(Asked(300, 0, 2, 5), WRITTEN, {"IRENIC_DRAWS": "200", "IRENIC_SEED": "9"})
    assert (settled.draws, settled.seed, settled.threads, settled.chunk) == (300, 0, 2, 5)


def test_every_bad_variable_is_told() -> None:
    with pytest.raises(IrenicError) as caught:
        settle(Asked(), RunSettings(), {"IRENIC_DRAWS": "many", "IRENIC_SEED": "-1", "IRENIC_THREADS": "0"})
    assert [p.params["name"] for p in caught.value.problems] == ["IRENIC_DRAWS", "IRENIC_SEED", "IRENIC_THREADS"]
    assert {p.code for p in caught.value.problems} == {"cli.bad-variable"}


@pytest.mark.parametrize(
    ("flag", "environment", "written", "expected"),
    [
        (None, {}, None, None),
        (None, {}, "stated", "stated"),
        (None, {"IRENIC_NO_DEAL": "computed"}, "stated", "computed"),
        ("stated", {"IRENIC_NO_DEAL": "computed"}, None, "stated"),
    ],
)
def test_where_no_deal_values_come_from(
    flag: NoDealBasis | None, environment: dict[str, str], written: NoDealBasis | None, expected: str | None
) -> None:
    assert settle(Asked(no_deal=flag), RunSettings(no_deal=written), environment).no_deal == expected


def test_a_choice_that_there_is_not() -> None:
    with pytest.raises(IrenicError) as caught:
        settle(Asked(), RunSettings(), {"IRENIC_NO_DEAL": "guessed", "IRENIC_DRAWS": "few"})
    found = {problem.code: problem for problem in caught.value.problems}
    assert set(found) == {"cli.bad-variable", "cli.bad-choice"}
    assert dict(found["cli.bad-choice"].params) == {
        "name": "IRENIC_NO_DEAL",
        "text": "guessed",
        "choices": "stated | computed",
    }
