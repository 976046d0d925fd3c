"""A finished results folder: opened, read, verified."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem, Severity
from irenic.results import manifest as manifests
from irenic.results.canonical import Json, sha256
from irenic.results.files import reason, told
from irenic.results.layout import Layout
from irenic.results.manifest import StoredVariable
from irenic.results.merge import file_name
from irenic.results.npy import WrongArrayError, content_hash, mapped
from irenic.results.provenance import Provenance
from irenic.results.unfinished import Unfinished, begin, has_unfinished_work

if TYPE_CHECKING:
    import xarray


class ResultsFolder:
    """The results of one run, read from its folder; see docs/results.md.

    Attributes:
        path: the folder.
        manifest: content of `manifest.json`.
        case: content of `case.json`.
        summary: content of `summary.json`.
        variables: the variables by full name.
    """

    def __init__(self, path: Path, manifest: Mapping[str, Json], case: Json, summary: Json) -> None:
        self.path = path
        self.manifest = manifest
        self.case = case
        self.summary = summary
        self.variables: Mapping[str, StoredVariable] = MappingProxyType(
            {v.full_name: v for v in manifests.variables_of(manifest)}
        )

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> "ResultsFolder":
        """Open a complete folder; manifest, case and summary are checked against their hashes, arrays are looked for.

        Raises:
            IrenicError: with everything that is wrong: results.not-found, results.not-a-folder, results.unfinished,
                results.foreign, results.unreadable, results.no-json, results.unknown-version, results.bad-manifest,
                results.changed-manifest, results.missing-file, results.changed-file.
        """
        folder = Path(path)
        with told("results.unreadable", folder):
            _refuse_incomplete(folder)
        manifest = manifests.read(folder)
        contents, problems = _data_files(folder, manifest)
        arrays = [folder / "arrays" / file_name(v.full_name) for v in manifests.variables_of(manifest)]
        problems += [Problem("results.missing-file", file=str(path)) for path in arrays if not path.is_file()]
        if problems:
            raise IrenicError(problems)
        case, summary = (manifests.parsed(contents[name], str(folder / name)) for name in manifests.DATA_FILES)
        return cls(folder, manifest, case, summary)

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        provenance: Provenance,
        layout: Layout,
        *,
        environment: Mapping[str, str] = MappingProxyType({}),
        fresh: bool = False,
    ) -> Unfinished:
        """Begin a run in a folder, or take up the unfinished run that is there if it is the same.

        A complete older result stays readable until the new one is finished, and is then replaced.

        Args:
            path: the folder; made if it isn't there, else empty or Irenic's.
            provenance: what is run.
            layout: the variables that every chunk will hold.
            environment: what else the numbers may depend on, as versions of libraries.
            fresh: throw away what an unfinished run has left, of this run or another.

        Raises:
            IrenicError: results.not-a-folder, results.foreign-target, results.not-writable, results.in-use,
                results.other-run.
        """
        return begin(Path(path), provenance, layout, environment, fresh=fresh)

    @property
    def digest(self) -> str:
        """The hash that stands for the whole result."""
        return str(self.manifest["digest"])

    @property
    def run(self) -> Mapping[str, Json]:
        """Content of `run.json`: when and how it was computed. No hash covers it, so it is empty where it is no use.

        Raises:
            IrenicError: results.unreadable.
        """
        path = self.path / "run.json"
        with told("results.unreadable", path):
            found = manifests.read_json(path)
        return found if isinstance(found, dict) else {}

    def array(self, name: str) -> NDArray[Any]:
        """A variable by its full name, read-only, mapped from the disk.

        Raises:
            IrenicError: results.unknown-variable, results.wrong-array, results.unreadable.
        """
        variable = self.variables.get(name)
        if variable is None:
            near = get_close_matches(name, self.variables, 1, 0.0) or [""]
            raise IrenicError(
                [Problem("results.unknown-variable", {"name": name, "near": near[0]}, file=str(self.path))]
            )
        path = self._array_path(variable)
        with told("results.unreadable", path):
            try:
                return mapped(path, variable.dtype, variable.shape)
            except WrongArrayError:
                raise IrenicError([_wrong_array(path, variable)]) from None

    def verify(self) -> tuple[Problem, ...]:
        """Read every file again and compare all hashes: one problem for every mismatch, none where all is as written.

        Codes: those of `open`, results.wrong-array, results.changed-array, and the warning results.unlisted-array.
        """
        try:
            manifest = manifests.read(self.path)
        except IrenicError as fault:
            return fault.problems
        variables = manifests.variables_of(manifest)
        problems = [
            *_data_files(self.path, manifest)[1],
            *(problem for v in variables for problem in self._array_problems(v)),
            *self._unlisted({file_name(v.full_name) for v in variables}),
        ]
        return tuple(sorted(problems, key=lambda problem: problem.sort_key))

    def to_xarray(self) -> "xarray.DataTree":
        """The results as an xarray tree: a node a group, arrays still on the disk, labels as coordinates.

        Raises:
            IrenicError: results.no-xarray, and those of `array`.
        """
        from irenic.results.tree import tree_of

        return tree_of(self)

    def _array_path(self, variable: StoredVariable) -> Path:
        return self.path / "arrays" / file_name(variable.full_name)

    def _array_problems(self, variable: StoredVariable) -> Iterator[Problem]:
        path = self._array_path(variable)
        try:
            if content_hash(path, variable.dtype, variable.shape) != variable.sha256:
                yield Problem("results.changed-array", {"name": variable.full_name}, file=str(path))
        except FileNotFoundError:
            yield Problem("results.missing-file", file=str(path))
        except WrongArrayError:
            yield _wrong_array(path, variable)
        except OSError as refusal:
            yield Problem("results.unreadable", {"reason": reason(refusal)}, file=str(path))

    def _unlisted(self, listed: set[str]) -> Iterator[Problem]:
        arrays = self.path / "arrays"
        for path in sorted(arrays.iterdir()) if arrays.is_dir() else ():
            if path.name not in listed:
                yield Problem("results.unlisted-array", severity=Severity.WARNING, file=str(path))


def _refuse_incomplete(folder: Path) -> None:
    if not folder.exists():
        code = "results.not-found"
    elif not folder.is_dir():
        code = "results.not-a-folder"
    elif (folder / manifests.NAME).exists():
        return
    else:
        code = "results.unfinished" if has_unfinished_work(folder) else "results.foreign"
    raise IrenicError([Problem(code, file=str(folder))])


def _data_files(folder: Path, manifest: Mapping[str, Json]) -> tuple[dict[str, bytes], list[Problem]]:
    """Content of case and summary, and what is wrong with them."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in manifests.DATA_FILES:
        path = folder / name
        try:
            contents[name] = path.read_bytes()
        except FileNotFoundError:
            problems.append(Problem("results.missing-file", file=str(path)))
        except OSError as refusal:
            problems.append(Problem("results.unreadable", {"reason": reason(refusal)}, file=str(path)))
        else:
            if sha256(contents[name]) != manifest["files"][name]:
                problems.append(Problem("results.changed-file", file=str(path)))
    return contents, problems


def _wrong_array(path: Path, variable: StoredVariable) -> Problem:
    shape = " × ".join(map(str, variable.shape))
    return Problem("results.wrong-array", {"dtype": variable.dtype, "shape": shape}, file=str(path))
