"""L10. The odds of battle in CDB90, by force ratio, and what Helmbold's advantage does to the sign (1971 and later)."""

from pathlib import Path

import pytest

from irenic.war.prior import BATTLE_PRIOR
from scripts import fit_battles


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, str]]:
    path = shared / fit_battles.FILE
    if not path.is_file():
        pytest.skip("CDB90 is not among the shared data")
    return fit_battles.read_rows(path)


def test_the_logit_in_the_force_ratio(rows: list[dict[str, str]]) -> None:
    fit = fit_battles.fit_force_ratio(rows)
    assert fit.observations == 614
    assert fit.share == pytest.approx(0.6466, abs=5e-5)
    assert fit.coefficients == pytest.approx([0.405, 0.478], abs=5e-3)
    assert fit.standard_errors == pytest.approx([0.098, 0.125], abs=5e-3)


def test_with_the_advantage_the_sign_of_the_force_ratio_flips(rows: list[dict[str, str]]) -> None:
    fit = fit_battles.fit_with_advantage(rows)
    assert 602 <= fit.observations <= 607
    _, ratio, advantage = fit.coefficients
    assert ratio == pytest.approx(-0.18, abs=0.02)
    assert advantage == pytest.approx(-3.1, abs=0.05)
    assert fit.standard_errors[1:] == pytest.approx([0.17, 0.29], abs=0.02)


def test_what_is_carried_is_the_fit(rows: list[dict[str, str]]) -> None:
    # The carried numbers are written with six and eight decimals.
    fit = fit_battles.fit_force_ratio(rows)
    assert fit.coefficients == pytest.approx(BATTLE_PRIOR.mean, abs=5e-7)
    assert fit.covariance == pytest.approx(BATTLE_PRIOR.covariance, abs=5e-9)
    assert fit.observations == BATTLE_PRIOR.battles


def test_battles_without_a_winner_or_a_strength_are_left_out(rows: list[dict[str, str]]) -> None:
    left_out = [row for row in rows if row["WINA"] not in {"1", "-1"}]
    assert len(rows) - len(left_out) - len(fit_battles.decided(rows)) == 1
