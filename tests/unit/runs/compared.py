"""The tutorial with few draws, as it is and set otherwise, to be compared."""

from typing import Any, Final

from numpy.typing import NDArray

from irenic.dossier.load import load_dossier
from irenic.runs.cases import find_case
from irenic.runs.compare_sides import Side, computed_side
from irenic.runs.settings import Settings

FEW: Final = Settings(draws=64, seed=5, chunk=16)
HARDER: Final = ("parties.highfell.no_deal=50 to 90",)


def side(*settings: str) -> Side:
    """The tutorial with values set by hand."""
    files = find_case("tutorial", settings)
    return computed_side(files, load_dossier(files), FEW)


def headline(side: Side, name: str) -> NDArray[Any]:
    """A variable in the answer's reading and mode: axis draw first."""
    return side.array(name)[:, 0, 0]
