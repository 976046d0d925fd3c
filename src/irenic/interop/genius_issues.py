"""Issues of GENIUS: discrete ones, and quantities with the functions that evaluate them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, Protocol, TypeAlias, cast

from irenic.dossier.near import shown
from irenic.errors.problem import Parameter
from irenic.interop.domain import Issue
from irenic.interop.figures import digits, figure
from irenic.interop.names import name_in
from irenic.interop.xml_tree import Element

Kind: TypeAlias = Literal["discrete", "integer", "real"]
KINDS: Final = ("discrete", "integer", "real")

MOST_POINTS: Final = 1_000
"""Points that an integer issue may have; of more, so many as for a real one are taken."""

Function: TypeAlias = Callable[[float], float]
"""Amount → evaluation."""


class Tell(Protocol):
    """Records a problem at an element."""

    def __call__(self, code: str, at: Element, path: str = "", **params: Parameter) -> None:
        """Record it."""


ReadFigure: TypeAlias = Callable[[Element, str], float | None]
"""The number in an attribute of an element; None where there is none, which has been told."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An issue as the template has it.

    Attributes:
        kind: what it is settled by.
        name: its name, apart from those of other issues.
        plain_name: its name as the file has it.
        objectives: names of the objectives around it, the topmost left out.
        options: names of its options.
        amounts: the quantity at each option; None for a discrete issue.
        lower: the least amount, from which integer issues are counted.
        thinned: whether it has more amounts than options.
    """

    kind: Kind
    name: str
    plain_name: str
    objectives: tuple[str, ...]
    options: tuple[str, ...]
    amounts: tuple[float, ...] | None = None
    lower: float = 0.0
    thinned: bool = False

    @property
    def qualified(self) -> "Shape":
        """The same, named with the objectives around it."""
        return replace(self, name=" / ".join((*self.objectives, self.plain_name)))

    @property
    def issue(self) -> Issue:
        """The issue of a domain."""
        return Issue(self.name, self.options, self.amounts)


def shape_of(element: Element, objectives: tuple[str, ...], steps: int, tell: Tell) -> Shape | None:
    """An issue of the template, or None where it can't be one, which has been told."""
    name = name_in(element.attributes.get("name", ""))
    stated = (element.attributes.get(key) for key in ("type", "vtype", "etype"))
    kind = next((text for text in stated if text), "discrete")
    if name is None:
        tell("interop.name", element, text=shown(element.attributes.get("name", "")))
        return None
    if kind not in KINDS:
        tell("interop.genius-kind", element, issue=shown(name), kind=shown(kind))
        return None
    shape = Shape(cast(Kind, kind), name, name, objectives, ())
    return _discrete(shape, element, tell) if kind == "discrete" else _quantity(shape, element, steps, tell)


def _discrete(shape: Shape, element: Element, tell: Tell) -> Shape | None:
    options: dict[str, None] = {}
    for item in element.named("item"):
        option = name_in(item.attributes.get("value", ""))
        if option is None:
            tell("interop.name", item, text=shown(item.attributes.get("value", "")))
            continue
        if option in options:
            tell("interop.option-repeated", item, issue=shown(shape.name), option=shown(option))
        options[option] = None
    if not options:
        tell("interop.no-options", element, issue=shown(shape.name))
        return None
    return replace(shape, options=tuple(options))


def _quantity(shape: Shape, element: Element, steps: int, tell: Tell) -> Shape | None:
    ends = [_end(element, attribute) for attribute in ("lowerbound", "upperbound")]
    lower, upper = ends
    whole = shape.kind == "real" or all(end is not None and end == int(end) for end in ends)
    if lower is None or upper is None or lower > upper or not whole:
        tell("interop.genius-range", element, issue=shown(shape.name))
        return None
    count = steps if shape.kind == "real" else int(upper - lower) + 1
    if lower == upper:
        amounts, thinned = [lower], False
    elif count <= MOST_POINTS and shape.kind == "integer":
        amounts, thinned = [lower + k for k in range(count)], False
    else:
        amounts, thinned = [lower + (upper - lower) * k / (steps - 1) for k in range(steps)], True
        if shape.kind == "integer":
            amounts = [float(round(amount)) for amount in amounts]
    options = tuple(digits(amount) for amount in amounts)
    return replace(shape, options=options, amounts=tuple(amounts), lower=lower, thinned=thinned)


def _end(element: Element, attribute: str) -> float | None:
    """An end of the range: GENIUS writes it into the issue, or into a `range` inside."""
    places = (element, *element.named("range"))
    text = next((place.attributes[attribute] for place in places if attribute in place.attributes), None)
    return None if text is None else figure(text)


def function_of(shape: Shape, element: Element, read: ReadFigure, tell: Tell) -> Function | None:
    """How a party evaluates the amounts of an issue, or None where it can't be read, which has been told.

    As GENIUS evaluates: integers on a line counted from the least amount, reals on a line, by a constant or on a
    triangle; lines are cut off at 0 and 1.
    """
    evaluator = next(element.named("evaluator"), None)
    if evaluator is None:
        tell("interop.genius-no-evaluator", element, issue=shown(shape.name))
        return None
    if shape.kind == "integer":
        slope, offset = read(evaluator, "slope"), read(evaluator, "offset")
        return None if slope is None or offset is None else _line(slope, offset - slope * shape.lower)
    kind = evaluator.attributes.get("ftype", "").lower()
    if kind not in _FUNCTIONS:
        tell("interop.genius-function", evaluator, issue=shown(shape.name), function=shown(kind))
        return None
    wanted, make = _FUNCTIONS[kind]
    given = [read(evaluator, f"parameter{k}") for k in range(wanted)]
    parameters = [number for number in given if number is not None]
    return make(*parameters) if len(parameters) == wanted else None


def _line(slope: float, offset: float) -> Function:
    return lambda amount: min(max(slope * amount + offset, 0.0), 1.0)


def _constant(value: float) -> Function:
    return lambda _: value


def _triangle(lower: float, upper: float, top: float) -> Function:
    def evaluate(amount: float) -> float:
        if not lower <= amount < upper:
            return 0.0
        if amount < top:
            return (amount - lower) / (top - lower)
        return 1.0 - (amount - top) / (upper - top)

    return evaluate


_FUNCTIONS: Final[Mapping[str, tuple[int, Callable[..., Function]]]] = {
    "linear": (2, lambda offset, slope: _line(slope, offset)),
    "constant": (1, _constant),
    "triangular": (3, _triangle),
}
"""Function of a real issue → number of its parameters, and what makes it of these."""
