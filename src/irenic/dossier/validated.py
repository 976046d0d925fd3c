"""One file held to its model: what stands, and every refusal."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from irenic.dossier.faults import problems_of, ways_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.shape import Way
from irenic.dossier.yaml_tree import Node, Scalar, Sequence, plain
from irenic.errors.problem import Problem

MOST_PROBLEMS: Final = 500
"""So many are told; of further ones only the number."""
_ROUNDS: Final = 12

Model = TypeVar("Model", bound=BaseModel)


def _nowhere(way: Way) -> bool:
    return False


class Validated:
    """One file held to its model.

    Attributes:
        model: the file; where parts of it are refused, what stands without them; None where nothing does.
        whole: whether nothing is refused.
        problems: what is refused.
        untold: how many more refusals there are.
    """

    def __init__(
        self,
        kind: type[Model],
        file: str,
        positions: Positions,
        may_be_empty: Callable[[Way], bool] = _nowhere,
    ) -> None:
        """Hold a file to a model; `may_be_empty` says where nothing may be written although the key is."""
        self.model: Any = None
        self.whole = False
        self.problems: list[Problem] = []
        self.untold = 0
        tree = positions.trees.get(file)
        if tree is None:
            return
        if not tree.line:
            self.model, self.whole = kind.model_validate({"irenic": "1"}), True
            return
        nothing = {way for way in _nothing_written(tree, ()) if not may_be_empty(way)}
        self.problems = [
            positions.problem("dossier.value-missing", way, at_key=True, file=file) for way in sorted(nothing)
        ]
        self._validate(kind, plain(tree), positions, file, {".".join(way) for way in nothing})

    def _validate(self, kind: type[Model], raw: Any, positions: Positions, file: str, nothing: set[str]) -> None:
        for attempt in range(_ROUNDS):
            try:
                self.model = kind.model_validate(raw)
            except ValidationError as error:
                errors = error.errors(include_url=False)
                if attempt == 0:
                    found = problems_of(errors[:MOST_PROBLEMS], kind, positions, file)
                    self.problems += [p for p in found if not _follows(p, nothing)]
                    self.untold = len(errors[MOST_PROBLEMS:])
                # So many errors mean that this is no dossier: nothing is left to check.
                raw = None if self.untold else _without(raw, ways_of(errors))
                if raw is None:
                    return
            else:
                self.whole = not self.problems
                return


def _follows(problem: Problem, nothing: set[str]) -> bool:
    """Whether a problem only repeats that nothing is written there."""
    if problem.code == "dossier.key-missing":
        return ".".join(part for part in (problem.path, str(problem.params["key"])) if part) in nothing
    return problem.path in nothing


def _nothing_written(node: Node, way: Way) -> Iterator[Way]:
    if isinstance(node, Scalar):
        if node.text is None:
            yield way
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _nothing_written(item, (*way, str(number)))
    else:
        for key, entry in node.entries.items():
            yield from _nothing_written(entry.value, (*way, key))


def _without(raw: Any, ways: list[Way]) -> Any:
    """A copy without what stands at these ways; None where nothing would remain."""
    kept = deepcopy(raw)
    for way in ways:
        holder, last, parent = _holder(kept, way)
        if not last:
            return None
        if isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(parent, dict):
            # A list loses its order of numbers with an item, so it goes as a whole.
            parent.pop(next(key for key, value in parent.items() if value is holder))
        else:
            return None
    return kept


def _holder(raw: Any, way: Way) -> tuple[Any, str, Any]:
    """The mapping or list that holds the end of a way (as far as it is written), the end, and what holds the holder."""
    parent, holder, last = None, raw, ""
    for part in way:
        if last:
            child = holder.get(last) if isinstance(holder, dict) else holder[int(last)]
            if not isinstance(child, dict | list):
                break
            parent, holder = holder, child
        if isinstance(holder, list) and not (part.isdecimal() and int(part) < len(holder)):
            break
        last = part
    return holder, last, parent
