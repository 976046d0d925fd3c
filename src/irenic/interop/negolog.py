"""NegoLog: one JSON profile a party, `profileA.json`, `profileB.json` and so on.

After the framework's own reader (Doğru et al. 2024, NegoLog: an integrated Python-based automated negotiation
framework): a party's utility is the sum over issues of `issueWeights` times the value of the option, both as they
stand. `specs.json`, which tells what others have computed, is not read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from irenic.dossier.near import near, shown
from irenic.errors.problem import IrenicError, Problem
from irenic.interop.domain import Domain, Evaluations, Issue, Party, read_as
from irenic.interop.figures import figure
from irenic.interop.json_tree import JsonFile, Object, Scalar, Value
from irenic.interop.names import name_in
from irenic.interop.reading import Reading, check_size, refuse
from irenic.interop.source import MAX_PROBLEMS, files_in, read_bytes

PREFIX: Final = "profile"
SUFFIX: Final = ".json"

_PARTS: Final = ("reservationValue", "issueWeights", "issues")


def profiles_in(folder: Path) -> list[Path]:
    """The profiles of a folder, in the order of their names."""
    return [file for file in files_in(folder, SUFFIX) if file.stem.lower().startswith(PREFIX)]


def read_negolog(path: Path, evaluations: Evaluations) -> Reading:
    """The domain of a folder, or of the folder in which a profile stands.

    Raises:
        IrenicError: with every problem of every file.
    """
    folder = path if path.is_dir() else path.parent
    problems: list[Problem] = []
    profiles: list[_Profile] = []
    files = profiles_in(folder)
    if not files:
        problems.append(Problem("interop.negolog-no-profiles", file=str(folder)))
    for file in files:
        try:
            profile = _Profile(file, profiles[0] if profiles else None, evaluations)
            check_size([len(options) for options in profile.options.values()], len(files), str(file))
            profiles.append(profile)
        except IrenicError as error:
            problems += error.problems
    for profile in profiles:
        problems += profile.problems
    refuse(problems)
    issues = tuple(Issue(name, tuple(options)) for name, options in profiles[0].options.items())
    parties = tuple(profile.party for profile in profiles)
    return Reading(Domain(folder.resolve().name, issues, parties, "negolog", evaluations), (), tuple(problems))


class _Profile:
    """One party's file; its issues and options must be those of the first."""

    def __init__(self, file: Path, first: "_Profile | None", evaluations: Evaluations) -> None:
        self.problems: list[Problem] = []
        self._evaluations = evaluations
        self._name = file.name
        self._file = JsonFile(read_bytes(file), str(file))
        if not isinstance(self._file.value, Object):
            raise IrenicError([self._file.problem("interop.negolog-form", self._file.value.at)])
        self._root = self._file.value
        self._first = first
        for key, (at, _) in self._root.entries.items():
            if key not in _PARTS:
                self._tell("interop.negolog-key", at, key, key=shown(key), near=near(key, _PARTS))
        self._issues = self._part("issues")
        self.options = {name: self._options(name, value) for name, value in self._issues.items()}
        self._check_names()
        if not self.options and not self.problems:
            self._tell("interop.negolog-no-issues", self._root.at)
        self.party = self._party(file.stem.removeprefix(PREFIX) or file.stem)

    def _party(self, name: str) -> Party:
        weights = self._part("issueWeights")
        shared = self.options if self._first is None else self._first.options
        self._compare("issueWeights", weights, shared)
        if self._first is not None:
            self._compare("issues", self._issues, shared)
        reservation = self._root.entries.get("reservationValue")
        return Party(
            name=name,
            weights=tuple(self._weight(issue, weights.get(issue)) for issue in shared),
            evaluations=tuple(self._values(issue, options) for issue, options in shared.items()),
            reservation=None if reservation is None else self._figure(reservation[1], "reservationValue"),
        )

    def _part(self, key: str) -> dict[str, Value]:
        at, value = self._root.entries.get(key, (self._root.at, None))
        if isinstance(value, Object):
            return {name: entry for name, (_, entry) in value.entries.items()}
        if key not in {problem.path for problem in self.problems}:
            self._tell("interop.negolog-part", at, key, key=key)
        return {}

    def _options(self, issue: str, value: Value) -> dict[str, float]:
        path = f"issues.{issue}"
        if not isinstance(value, Object) or not value.entries:
            self._tell("interop.no-options", value.at, path, issue=shown(issue))
            return {}
        return {option: self._figure(of, f"{path}.{option}") for option, (_, of) in value.entries.items()}

    def _check_names(self) -> None:
        """Names with runs of white space, or nothing to be seen, would not be found again elsewhere."""
        for issue, options in self.options.items():
            for name in (issue, *options):
                if name_in(name) != name:
                    at = self._root.entries["issues"][1].at
                    self._tell("interop.name", at, f"issues.{issue}", text=shown(name))

    def _compare(self, path: str, found: dict[str, Value], wanted: dict[str, dict[str, float]]) -> None:
        """Issues that are missing or not known; where the part itself is missing, that has been told."""
        if not found:
            return
        for issue, value in found.items():
            if issue not in wanted and len(self.problems) < MAX_PROBLEMS:
                told = near(issue, wanted)
                self._tell("interop.unknown-issue", value.at, f"{path}.{issue}", issue=shown(issue), near=told)
        for issue in wanted:
            if issue not in found:
                self._tell("interop.missing-issue", self._root.entries[path][0], path, issue=shown(issue))

    def _weight(self, issue: str, value: Value | None) -> float:
        weight = 0.0 if value is None else self._figure(value, f"issueWeights.{issue}")
        if value is not None and weight < 0:
            self._tell("interop.weight-negative", value.at, f"issueWeights.{issue}", weight=str(weight))
        return weight

    def _values(self, issue: str, wanted: Mapping[str, float]) -> tuple[float, ...]:
        """Evaluations in the order of the first profile's options."""
        found = self.options.get(issue, {})
        if self._first is not None and found:
            value = self._issues[issue]
            path = f"issues.{issue}"
            for option in found:
                if option not in wanted and len(self.problems) < MAX_PROBLEMS:
                    params = {"issue": shown(issue), "option": shown(option), "near": near(option, wanted)}
                    self._tell("interop.unknown-option", value.at, f"{path}.{option}", **params)
            for option in wanted:
                if option not in found:
                    self._tell("interop.missing-option", value.at, path, issue=shown(issue), option=shown(option))
        values = [found.get(option, 0.0) for option in wanted]
        return read_as(self._evaluations, values) if values else ()

    def _figure(self, value: Value, path: str) -> float:
        number = figure(value.text) if isinstance(value, Scalar) and value.kind == "number" else None
        if number is None:
            text = value.text if isinstance(value, Scalar) else "[…]" if not isinstance(value, Object) else "{…}"
            self._tell("interop.no-number", value.at, path, text=shown(text))
        return number or 0.0

    def _tell(self, code: str, at: int, path: str = "", **params: str) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            return
        self.problems.append(self._file.problem(code, at, shown(path), **params))
