"""What a number of a dossier is: a distribution, from a sure value to a mixture."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from typing_extensions import override

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float64]"
"""An array of float64; a text at run time, so that reading a dossier imports no NumPy."""

U_LEAST: Final = 2.0**-53
"""The smallest uniform that is ever turned into a draw; the largest is 1 − `U_LEAST`."""


class Distribution(ABC):
    """An uncertain number. Subclasses are frozen dataclasses: hashable, comparable, one object for one meaning."""

    __slots__ = ()

    @property
    @abstractmethod
    def notation(self) -> str:
        """Canonical text; as YAML it reads back as an equal object on the same support."""

    @abstractmethod
    def quantile(self, u: Floats) -> Floats:
        """Draws by the inverse of the distribution function.

        Args:
            u: float64, any shape, strictly between 0 and 1.

        Returns:
            float64 of the same shape; each element depends on its own `u` only.
        """

    @abstractmethod
    def percentile(self, u: float) -> float:
        """The value below which a share `u` of the draws lies; `quantile` for one number, without NumPy."""

    @abstractmethod
    def share_up_to(self, x: float) -> float:
        """The distribution function: the share of draws at or below `x`."""

    @property
    @abstractmethod
    def least(self) -> float:
        """Lower end of what can be drawn, or -inf."""

    @property
    @abstractmethod
    def most(self) -> float:
        """Upper end of what can be drawn, or inf."""

    @property
    def sure(self) -> bool:
        """Whether only one value can be drawn."""
        return self.least == self.most

    @property
    def low(self) -> float:
        """5th percentile."""
        return self.percentile(0.05)

    @property
    def median(self) -> float:
        """50th percentile."""
        return self.percentile(0.5)

    @property
    def high(self) -> float:
        """95th percentile."""
        return self.percentile(0.95)


@dataclass(frozen=True, slots=True)
class Sure(Distribution):
    """A number without uncertainty."""

    value: float

    @property
    @override
    def notation(self) -> str:
        return number_text(self.value)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np

        return np.full(u.shape, self.value)

    @override
    def percentile(self, u: float) -> float:
        return self.value

    @override
    def share_up_to(self, x: float) -> float:
        return 1.0 if x >= self.value else 0.0

    @property
    @override
    def least(self) -> float:
        return self.value

    @property
    @override
    def most(self) -> float:
        return self.value


def number_text(x: float) -> str:
    """The shortest text that reads back as `x`: 40, 0.25, 1e+20."""
    return repr(x + 0.0).removesuffix(".0")
