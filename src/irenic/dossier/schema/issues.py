"""What is in dispute, the ways to settle it, and the rules that tie issues together."""

from typing import Annotated

from pydantic import Field

from irenic.dossier.schema.base import Amount, Element, Positive, Probability, Text
from irenic.dossier.schema.ids import Id, IssueId, OptionId, PartyId, PartyIds, Pattern
from irenic.dossier.schema.scalars import Real


class Option(Element):
    """One way to settle an issue."""

    label: Text | None = None
    """Short name for tables."""
    amount: Amount | None = None
    """How much, where the option is an amount (in the issue's `unit`)."""
    infeasible: Probability | None = None
    """Probability that the option cannot be carried out at all."""
    ambiguity: Probability | None = None
    """Share of the option that each side reads its own way (0 clear, 1 wholly open)."""
    reads: dict[PartyId, OptionId] = {}
    """Party → the option that this party takes it to mean."""
    needs: PartyIds = ()
    """Parties whose own act the option needs."""
    takes: Positive | None = None
    """Months until it is carried out."""
    verified_by: Text | None = None
    """Who would check that it is carried out."""


class Grid(Element):
    """Points at which a quantity may be settled."""

    points: Annotated[tuple[Real, ...], Field(min_length=1)]
    """The quantity's values, in order; each is an option named by its number."""
    unit: Text
    """Unit of the quantity."""


class Issue(Element):
    """What is in dispute: either `options`, or a `grid` of a quantity."""

    question: Text
    """The question that a deal must answer."""
    label: Text | None = None
    """Short name for tables."""
    status_quo: OptionId
    """The option in force without a deal."""
    unit: Text | None = None
    """Unit of the options' amounts."""
    options: dict[Id, Option] = {}
    """Ways to settle it; their order is the order of package numbers."""
    grid: Grid | None = None
    """A quantity instead of options."""

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options in order; for a grid the numbers as written."""
        if self.grid is None:
            return tuple(self.options)
        return tuple(grid_option_id(x) for x in self.grid.points)

    @property
    def amounts(self) -> tuple[float, ...] | None:
        """The quantity at each option, or None where the issue is no quantity."""
        return None if self.grid is None else self.grid.points


def grid_option_id(x: float) -> str:
    """Name of a grid's point: `5` for 5.0, `2-5` for 2.5, `minus-5` for -5."""
    text = f"{abs(x):.15g}".replace(".", "-").replace("+", "")
    return f"minus-{text}" if x < 0 else text


class Order(Element):
    """A ranking that somebody stated: the issues from the weightiest down."""

    holder: PartyId
    """The party whose weights it orders."""
    issues: Annotated[tuple[IssueId, ...], Field(min_length=2)]
    """Issues, weightiest first."""


class Rule(Element):
    """What holds for every package. Exactly one of `same`, `forbid`, `require`."""

    label: Text | None = None
    """Short name for sentences."""
    same: Annotated[tuple[IssueId, ...], Field(min_length=2)] | None = None
    """Issues that take the same option."""
    forbid: Pattern | None = None
    """A pattern that no package may match."""
    require: Pattern | None = None
    """A pattern that every package must match."""
    when: Pattern = {}
    """The rule holds only for packages that match this pattern."""
