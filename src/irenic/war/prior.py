"""What four centuries of battles say of the odds, before a war of its own has said anything.

The logit of CDB90 (660 battles of 1600–1973, collected by the Historical Evaluation and Research Organization for the
US Army Concepts Analysis Agency, 1990): Pr(attacker wins) = Λ(b0 + b1 ln FR), where FR is the attacker's total
strength over the defender's, over the 614 battles that one side won and for which both strengths are known.
`scripts/fit_battles.py` states the definitions and makes the fit; a test holds these numbers against it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class BattlePrior:
    """A bivariate normal belief about the odds of battle."""

    b0: float
    """Mean of the attacker's log-odds at equal strength."""
    b1: float
    """Mean of the slope in the log of the force ratio."""
    b0_variance: float
    """Variance of b0; its root is the standard error."""
    b1_variance: float
    """Variance of b1."""
    covariance_b0_b1: float
    """Covariance of the two."""
    battles: int
    """Battles that the fit rests on."""

    @property
    def mean(self) -> NDArray[np.float64]:
        """Means of (b0, b1), float64[2]."""
        return np.array([self.b0, self.b1])

    @property
    def covariance(self) -> NDArray[np.float64]:
        """Covariance of (b0, b1), float64[2, 2]."""
        return np.array([[self.b0_variance, self.covariance_b0_b1], [self.covariance_b0_b1, self.b1_variance]])

    @property
    def standard_errors(self) -> NDArray[np.float64]:
        """Standard errors of (b0, b1), float64[2]."""
        return np.sqrt(np.diag(self.covariance))


BATTLE_PRIOR: Final = BattlePrior(
    b0=0.405210,
    b1=0.478093,
    b0_variance=0.00951959,
    b1_variance=0.01552548,
    covariance_b0_b1=-0.00585915,
    battles=614,
)
"""The fit of CDB90 on every battle that somebody won."""
