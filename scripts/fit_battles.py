"""Fits the odds of battle that the programme carries as prior: who wins, given the force ratio, in CDB90.

Definitions, since the sign of the slope hangs on them:

- Data: `data/battles/cdb90.csv`, one row a battle, 660 battles of 1600–1973.
- Winner: the coders' own judgement, `WINA`: 1 the attacker, −1 the defender. Draws (0) and rows without a judgement
  (−9) are left out: they are 45.
- Strength: `STRA` and `STRD`, total men who took part on each side, reserves that came up included. A row that does
  not know one of them is left out: it is one, with −1 for both.
- FR: attacker's strength over defender's. Nothing else is excluded, and no battle is weighted.
- Logit by maximum likelihood; standard errors and covariance from the inverse of the observed information.

Helmbold's V = ½ ln((1 − (1−f_A)²)/(1 − (1−f_D)²)), f = casualties over strength, is the logarithm of the defender's
advantage in the square law (Helmbold 1971). It is measured by how the battle went, so it knows the outcome: with it,
the slope in ln FR changes its sign and no longer differs from 0. It is shown for that reason and never used: before a
battle nobody knows V.

    python -m scripts.fit_battles [FOLDER OF THE SHARED DATA]
"""

import csv
import math
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

ROOT: Final = Path(__file__).resolve().parent.parent
FILE: Final = Path("data") / "battles" / "cdb90.csv"

Row = Mapping[str, str]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Logit:
    """A fitted logit."""

    coefficients: Floats
    """float64[coefficient], the intercept first."""
    covariance: Floats
    """float64[coefficient, coefficient]."""
    observations: int
    """Rows of the fit."""
    share: float
    """Share of rows with outcome 1."""

    @property
    def standard_errors(self) -> Floats:
        """Roots of the variances, float64[coefficient]."""
        return np.sqrt(np.diag(self.covariance))


def shared_folder() -> Path:
    """Where the shared data are: `IRENIC_SHARED`, else beside the project."""
    return Path(os.environ.get("IRENIC_SHARED", ROOT.parent / "shared"))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file, keys as its first line writes them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def decided(rows: Sequence[Row]) -> list[Row]:
    """Battles with a winner and two strengths."""
    return [row for row in rows if row["WINA"] in {"1", "-1"} and float(row["STRA"]) > 0 and float(row["STRD"]) > 0]


def advantage(row: Row) -> float | None:
    """Helmbold's V; None where casualties are unknown, zero or not below the strength (a side wiped out has no V)."""
    shares = [float(row[f"CAS{side}"]) / float(row[f"STR{side}"]) for side in "AD"]
    if not all(0 < share < 1 for share in shares):
        return None
    attacker, defender = (1 - (1 - share) ** 2 for share in shares)
    return 0.5 * math.log(attacker / defender)


def fit_force_ratio(rows: Sequence[Row]) -> Logit:
    """Pr(attacker wins) = Λ(b0 + b1 ln FR)."""
    battles = decided(rows)
    return fit_logit([[_log_ratio(row)] for row in battles], [_won(row) for row in battles])


def fit_with_advantage(rows: Sequence[Row]) -> Logit:
    """Pr(attacker wins) = Λ(b0 + b1 ln FR + b2 V), over the battles that have a V."""
    battles = [(row, v) for row in decided(rows) if (v := advantage(row)) is not None]
    return fit_logit([[_log_ratio(row), v] for row, v in battles], [_won(row) for row, _ in battles])


def fit_logit(columns: Sequence[Sequence[float]], outcomes: Sequence[int]) -> Logit:
    """Maximum likelihood of a logit with intercept, by SciPy's Newton method in a trust region."""
    x = np.column_stack([np.ones(len(columns)), np.asarray(columns, dtype=np.float64)])
    y = np.asarray(outcomes, dtype=np.float64)

    def loss(b: Floats) -> float:
        return float(np.sum(np.logaddexp(0, x @ b) - y * (x @ b)))

    def slope(b: Floats) -> Floats:
        return np.asarray(x.T @ (expit(x @ b) - y))

    def information(b: Floats) -> Floats:
        chance = expit(x @ b)
        return np.asarray((x * (chance * (1 - chance))[:, None]).T @ x)

    found = minimize(loss, np.zeros(x.shape[1]), jac=slope, hess=information, method="trust-exact", tol=1e-10)
    return Logit(found.x, _inverse(information(found.x)), len(y), float(y.mean()))


def _inverse(matrix: Floats) -> Floats:
    return np.asarray(np.linalg.inv(matrix), dtype=np.float64)


def _log_ratio(row: Row) -> float:
    return math.log(float(row["STRA"]) / float(row["STRD"]))


def _won(row: Row) -> int:
    return int(row["WINA"] == "1")


def lines(rows: Sequence[Row]) -> list[str]:
    """What the script prints."""
    ratio, v = fit_force_ratio(rows), fit_with_advantage(rows)
    told = [f"n = {ratio.observations}, P(attacker wins) = {ratio.share:.4f}"]
    told += _coefficients(("b0", "b1"), ratio)
    told += [f"covariance(b0, b1) = {ratio.covariance[0, 1]:.8f}", "", f"with Helmbold's V: n = {v.observations}"]
    return told + _coefficients(("b0", "b1", "b2"), v)


def _coefficients(names: Sequence[str], fit: Logit) -> list[str]:
    return [
        f"{name} = {value:.6f}, standard error {error:.6f}, variance {error**2:.8f}"
        for name, value, error in zip(names, fit.coefficients, fit.standard_errors, strict=True)
    ]


def main(arguments: Sequence[str]) -> int:
    """Prints the fit."""
    folder = Path(arguments[0]) if arguments else shared_folder()
    print("\n".join(lines(read_rows(folder / FILE))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
