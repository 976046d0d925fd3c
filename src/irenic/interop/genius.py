"""GENIUS: a domain template and one utility space a party, as XML.

After the reader of GENIUS 10.4 (`AdditiveUtilitySpace`, `EvaluatorDiscrete`; Lin et al. 2014, Genius: an integrated
environment for supporting the design of generic automated negotiators): a party's utility is the sum over issues of
its weight times its evaluation, weights as they stand; those of objectives count for nothing. The cap of GENIUS at
1 is not applied, since utilities then would not be sums.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from math import fsum
from pathlib import Path
from typing import Final

from irenic.dossier.near import near, shown
from irenic.errors.problem import IrenicError, Parameter, Problem, Severity
from irenic.interop.domain import Domain, Evaluations, Party, read_as
from irenic.interop.figures import figure
from irenic.interop.genius_issues import Shape, function_of, shape_of
from irenic.interop.losses import Loss
from irenic.interop.reading import Reading, check_size, refuse
from irenic.interop.source import MAX_PROBLEMS, files_in, read_bytes
from irenic.interop.xml_tree import Element, read_xml

TEMPLATE: Final = "negotiation_template"
"""Root of a domain."""
SPACE: Final = "utility_space"
"""Root of a party's utility space."""
SUFFIX: Final = ".xml"
STATED: Final = "evaluations"
"""Attribute of a utility space that says how its evaluations are meant; GENIUS passes over it."""


def read_genius(path: Path, evaluations: Evaluations | None, steps: int) -> Reading:
    """The domain of a folder: its template and all utility spaces beside it, in the order of their file names.

    Where the folder has several templates, a space belongs to the one with which its name has the longest beginning in
    common, as in `Camera-A-domain` and `Camera-A-prof1`.

    Args:
        path: the folder, or the template, where the folder has several.
        evaluations: how evaluations of options are read; as the spaces say, else as they stand, for None.
        steps: points at which real issues, and integer ones of very many, are settled.

    Raises:
        IrenicError: with every problem of every file.
    """
    folder = path if path.is_dir() else path.parent
    roots, problems = _roots(folder)
    templates = {file: root for file, root in roots.items() if root.tag == TEMPLATE}
    spaces = {file: root for file, root in roots.items() if root.tag == SPACE}
    chosen = path if path in templates else None
    if chosen is None and len(templates) > 1:
        names = ", ".join(file.name for file in templates)
        problems.append(Problem("interop.genius-templates", {"files": names}, file=str(folder)))
    spaces = {file: root for file, root in spaces.items() if chosen is None or _belongs(file, chosen, templates)}
    for file, root in spaces.items():
        if root.attributes.get("type") == "nonlinear" or any(_top(root).named("utility")):
            problems.append(Problem("interop.genius-nonlinear", {}, Severity.ERROR, str(file), root.line, root.column))
    refuse(problems)
    if not spaces:
        raise IrenicError([Problem("interop.genius-no-spaces", file=str(folder))])
    chosen = chosen or next(iter(templates), next(iter(spaces)))
    evaluations = evaluations or _stated(spaces.values())
    template = _Template(chosen, roots[chosen], steps)
    issues = tuple(shape.issue for shape in template.shapes)
    check_size([len(issue.options) for issue in issues], len(spaces), str(chosen))
    parties = [_Space(file, root, template, evaluations) for file, root in spaces.items()]
    for part in (template, *parties):
        problems += part.problems
    refuse(problems)
    found = tuple(party.party for party in parties)
    domain = Domain(folder.resolve().name, issues, found, "genius", evaluations)
    return Reading(domain, tuple(_losses(template, parties)), (*problems, *_other_scales(parties, evaluations)))


def _other_scales(spaces: Iterable["_Space"], evaluations: Evaluations) -> Iterator[Problem]:
    """Reservation values between 0 and 1 beside utilities that go far beyond: GENIUS means them for its own reading."""
    for space in spaces:
        party = space.party
        most = fsum(max(points) for points in party.points)
        if evaluations == "raw" and party.reservation and party.reservation <= 1.0 < most / 2:
            params: dict[str, Parameter] = {"party": party.name, "reservation": party.reservation, "most": most}
            yield Problem("interop.genius-scale", params, severity=Severity.WARNING, file=str(space.file))


def _stated(spaces: Iterable[Element]) -> Evaluations:
    """How evaluations are meant: Irenic says in the files that it writes that they are for GENIUS's own evaluator."""
    return "scaled" if all(root.attributes.get(STATED) == "scaled" for root in spaces) else "raw"


def _roots(folder: Path) -> tuple[dict[Path, Element], list[Problem]]:
    roots: dict[Path, Element] = {}
    problems: list[Problem] = []
    for file in files_in(folder, SUFFIX):
        try:
            root = _root(file)
        except IrenicError as error:
            problems += error.problems
            continue
        if root is None:
            problems.append(Problem("interop.genius-other", {}, Severity.WARNING, str(file)))
        else:
            roots[file] = root
    return roots, problems


def _root(file: Path) -> Element | None:
    """The root of a domain or utility space; None for any other file, whether XML or not."""
    data = read_bytes(file)
    if SPACE.encode() not in data.replace(b"\0", b""):
        return None
    root = read_xml(data, str(file))
    return root if root.tag in {TEMPLATE, SPACE} else None


def _belongs(space: Path, chosen: Path, templates: Iterable[Path]) -> bool:
    """Whether no other template's name has more in common with that of a utility space."""
    return all(_common(space, chosen) >= _common(space, template) for template in templates)


def _common(first: Path, second: Path) -> int:
    """How many characters the two names begin alike with."""
    pairs = zip(first.stem.casefold(), second.stem.casefold(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class _File:
    """A file whose problems are gathered, as many as help."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def tell(self, code: str, at: Element, path: str = "", **params: Parameter) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            return
        self.problems.append(Problem(code, params, file=str(self.file), line=at.line, column=at.column, path=path))


class _Template(_File):
    """The issues that all utility spaces share."""

    def __init__(self, file: Path, root: Element, steps: int) -> None:
        super().__init__(file)
        self.nested = False
        found: dict[str, Shape] = {}
        for objectives, element in _issues(_top(root)):
            self.nested |= len(objectives) > 1
            index = element.attributes.get("index", "")
            shape = shape_of(element, objectives[1:], steps, self.tell)
            if shape is None:
                continue
            if index in found:
                self.tell("interop.genius-index", element, index=shown(index), issue=shown(shape.name))
            found.setdefault(index, shape)
        if not found and not self.problems:
            self.tell("interop.genius-no-issues", root)
        self.by_index = _named_apart(found)
        for name in _repeated([shape.name for shape in self.by_index.values()]):
            self.tell("interop.genius-issue-repeated", root, issue=shown(name))

    @property
    def shapes(self) -> list[Shape]:
        """The issues in the order of the file."""
        return list(self.by_index.values())


class _Space(_File):
    """What one party wants."""

    def __init__(self, file: Path, root: Element, template: _Template, evaluations: Evaluations) -> None:
        super().__init__(file)
        self._template = template
        self._evaluations = evaluations
        self.weighted_objectives = False
        top = _top(root)
        elements: dict[str, Element] = {}
        for _, element in _issues(top):
            index, name = element.attributes.get("index", ""), shown(element.attributes.get("name", ""))
            if index in elements:
                self.tell("interop.genius-index", element, index=shown(index), issue=name)
            elif index not in template.by_index:
                self.tell("interop.genius-unknown-issue", element, index=shown(index), issue=name)
            elements[index] = element
        weights = dict(self._weights(top))
        read = [self._issue(index, elements.get(index), weights, top) for index in template.by_index]
        self.party = Party(
            name=file.stem,
            weights=tuple(weight for weight, _ in read),
            evaluations=tuple(values for _, values in read),
            reservation=self._single(root, "reservation"),
            discount=self._single(root, "discount_factor"),
        )

    def _weights(self, objective: Element) -> Iterator[tuple[str, float]]:
        """Index → weight, of everything below an objective."""
        inner = {child.attributes.get("index", "") for child in objective.named("objective")}
        for element in objective.named("weight"):
            index = element.attributes.get("index", "")
            weight = self._figure(element, "value")
            if weight is not None and weight < 0:
                self.tell("interop.weight-negative", element, weight=element.attributes["value"])
            if index in inner:
                self.weighted_objectives |= weight != 1.0
            else:
                yield index, weight or 0.0
        for child in objective.named("objective"):
            yield from self._weights(child)

    def _issue(
        self, index: str, element: Element | None, weights: dict[str, float], top: Element
    ) -> tuple[float, tuple[float, ...]]:
        shape = self._template.by_index[index]
        if index not in weights:
            self.tell("interop.genius-no-weight", element or top, index=index, issue=shown(shape.name))
        if element is None:
            self.tell("interop.genius-missing-issue", top, index=index, issue=shown(shape.name))
            return 0.0, (0.0,) * len(shape.options)
        self._same_issue(shape, element)
        values = self._discrete(shape, element) if shape.kind == "discrete" else self._quantity(shape, element)
        return weights.get(index, 0.0), values

    def _same_issue(self, shape: Shape, element: Element) -> None:
        name = " ".join(element.attributes.get("name", "").split())
        if name.casefold() != shape.plain_name.casefold():
            params = {"issue": shown(shape.plain_name), "file": self._template.file.name}
            self.tell("interop.genius-name-differs", element, found=shown(name), **params)

    def _discrete(self, shape: Shape, element: Element) -> tuple[float, ...]:
        found: dict[str, float] = {}
        known = frozenset(shape.options)
        for item in element.named("item"):
            option = " ".join(item.attributes.get("value", "").split())
            if option in found:
                self.tell("interop.option-repeated", item, issue=shown(shape.name), option=shown(option))
            elif option not in known and len(self.problems) < MAX_PROBLEMS:
                self.tell(
                    "interop.genius-unknown-option",
                    item,
                    issue=shown(shape.name),
                    option=shown(option),
                    near=near(option, shape.options),
                )
            found[option] = self._figure(item, "evaluation") or 0.0
        for option in shape.options:
            if option not in found:
                self.tell("interop.genius-missing-option", element, issue=shown(shape.name), option=shown(option))
        return read_as(self._evaluations, [found.get(option, 0.0) for option in shape.options])

    def _quantity(self, shape: Shape, element: Element) -> tuple[float, ...]:
        evaluate = function_of(shape, element, self._figure, self.tell)
        return tuple(evaluate(amount) if evaluate else 0.0 for amount in shape.amounts or ())

    def _single(self, root: Element, tag: str) -> float | None:
        element = next(root.named(tag), None)
        return None if element is None else self._figure(element, "value")

    def _figure(self, element: Element, attribute: str) -> float | None:
        text = element.attributes.get(attribute)
        if text is None:
            self.tell("interop.genius-no-attribute", element, tag=element.tag, attribute=attribute)
            return None
        number = figure(text)
        if number is None:
            self.tell("interop.no-number", element, text=shown(text))
        return number


def _top(root: Element) -> Element:
    """The objective that holds everything."""
    space = next(root.named(SPACE), root)
    return next(space.named("objective"), space)


def _issues(objective: Element, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Every issue below an objective, with the names of the objectives around it, in the order of the file."""
    way = (*above, objective.attributes.get("name", ""))
    for child in objective.children:
        if child.tag == "issue":
            yield way, child
        elif child.tag == "objective":
            yield from _issues(child, way)


def _named_apart(shapes: dict[str, Shape]) -> dict[str, Shape]:
    """Issues that share a name are told apart by the objectives around them."""
    repeated = _repeated([shape.name for shape in shapes.values()])
    return {index: shape.qualified if shape.name in repeated else shape for index, shape in shapes.items()}


def _repeated(names: list[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def _losses(template: _Template, spaces: list[_Space]) -> Iterator[Loss]:
    for shape in template.shapes:
        if shape.thinned:
            code = "interop.lost-real" if shape.kind == "real" else "interop.lost-integer"
            yield Loss(code, {"issue": shape.name, "points": len(shape.options)})
    if template.nested:
        yield Loss("interop.lost-objectives")
    if any(space.weighted_objectives for space in spaces):
        yield Loss("interop.lost-objective-weights")
