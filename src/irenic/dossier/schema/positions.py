"""What each party says it wants, what it may really want, and what it refuses."""

from typing import Annotated

from pydantic import ConfigDict, Field

from irenic.dossier.schema.base import AnyNumber, Element, Frozen, Points, Probability, Text
from irenic.dossier.schema.ids import BodyId, Id, IssueId, OptionId, Pattern


class Unless(Frozen):
    """What lifts a red line."""

    body: BodyId | None = None
    """A body whose yes lifts it."""
    package: Pattern = {}
    """A pattern: the line does not apply to packages that match it."""


class RedLine(Element):
    """A refusal. It binds with a probability; otherwise, or once lifted, breaking it costs points."""

    label: Text | None = None
    """Short name for sentences."""
    binding: Probability
    """Probability that no package breaking the line is accepted at any price."""
    cost: Points
    """Points of the party's utility that breaking the line costs."""
    unless: Unless | None = None
    """What lifts it."""


class CombinationRedLine(RedLine):
    """A refusal of a combination. Exactly one of `refuses` and `more`."""

    refuses: Pattern | None = None
    """The pattern that is refused."""
    more: Annotated[tuple[IssueId, IssueId], Field(min_length=2, max_length=2)] | None = None
    """Two quantities: packages where the first exceeds the second are refused."""


class Inferred(Element):
    """What a party is thought to want, apart from what it declares."""

    option: OptionId
    """The option."""


class Cell(Element):
    """One party's position on one issue. A cell without weight and values is silent."""

    declared: OptionId | None = None
    """The option that the party has stated it wants."""
    inferred: Inferred | None = None
    """The option that it is thought to want, by inference."""
    weight: Points | None = None
    """Swing weight: what the way from worst to best option matters, the party's top issue being 100."""
    values: dict[OptionId, Points] = {}
    """How much each option is liked: best of the issue 100, worst 0. Of a quantity the two ends must be stated; between
    stated points values lie on the straight line."""
    red_lines: dict[OptionId, RedLine] = {}
    """Options of this issue that are refused."""

    @property
    def stated(self) -> bool:
        """Whether numbers are given: else the cell is silent, whatever is declared."""
        return self.weight is not None or bool(self.values)


class Interaction(Element):
    """Points that a combination adds to (or takes from) a party's utility."""

    package: Pattern
    """The combination."""
    points: AnyNumber
    """Utility points added."""


class PartyPositions(Frozen):
    """Positions of one party, by issue; `red_lines` over several issues and `interactions` stand beside them."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[IssueId, Cell] = Field(init=False)

    red_lines: dict[Id, CombinationRedLine] = {}
    """Refused combinations."""
    interactions: dict[Id, Interaction] = {}
    """Combinations worth more or less than the sum of their parts."""

    @property
    def cells(self) -> dict[str, Cell]:
        """Issue → cell, as written."""
        return self.__pydantic_extra__ or {}
