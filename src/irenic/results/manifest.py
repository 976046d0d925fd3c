"""The manifest: built at the end of a run, and read back with everything that can be wrong with it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, Final

from irenic.errors.problem import IrenicError, Parameter, Problem
from irenic.results.canonical import Json, compact, sha256
from irenic.results.files import told
from irenic.results.layout import TYPES, Layout, is_name
from irenic.results.merge import Merged
from irenic.results.provenance import FORMAT, VERSION, Provenance

NAME: Final = "manifest.json"
DATA_FILES: Final = ("case.json", "summary.json")


@dataclass(frozen=True, slots=True)
class StoredVariable:
    """One variable as the manifest lists it; attributes as in docs/results.md."""

    group: str
    name: str
    dims: tuple[str, ...]
    shape: tuple[int, ...]
    dtype: str
    unit: str
    description: str
    sha256: str

    @property
    def full_name(self) -> str:
        """`<group>.<name>`."""
        return f"{self.group}.{self.name}"


def built(provenance: Provenance, layout: Layout, merged: Sequence[Merged], files: Mapping[str, str]) -> Json:
    """The manifest of a finished run, with its digest; `files` are the hashes of case and summary."""
    declared = layout.to_json(provenance.draws)
    manifest = {
        **provenance.to_json(),
        "dimensions": declared["dimensions"],
        "variables": [
            {**about, "shape": list(m.shape), "sha256": m.sha256}
            for about, m in zip(declared["variables"], merged, strict=True)
        ],
        "files": dict(files),
    }
    return {**manifest, "digest": digest_of(manifest)}


def digest_of(manifest: Mapping[str, Json]) -> str:
    """SHA-256 of the manifest without its key `digest`."""
    return sha256(compact({key: value for key, value in manifest.items() if key != "digest"}))


def _digest_or_none(manifest: Mapping[str, Json]) -> str | None:
    """The digest, or None where the data can't come from us: half a character, or mappings without end."""
    try:
        return digest_of(manifest)
    except (UnicodeEncodeError, RecursionError):
        return None


def is_ours(folder: Path) -> bool:
    """Whether the folder holds a manifest of Irenic, of whatever version."""
    manifest = read_json(folder / NAME)
    return isinstance(manifest, dict) and _says_irenic(manifest)


def read_json(path: Path) -> Json:
    """Content of a JSON file, or None where there is no such file or it is no JSON.

    Raises:
        OSError: the file is there and can't be read.
    """
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return None


def parsed(content: bytes, file: str) -> Json:
    """JSON data of a file that a reader needs.

    Raises:
        IrenicError: results.no-json.
    """
    try:
        return json.loads(content.decode("utf-8"))
    except json.JSONDecodeError as fault:
        raise IrenicError([Problem("results.no-json", file=file, line=fault.lineno, column=fault.colno)]) from fault
    except (ValueError, RecursionError) as fault:
        raise IrenicError([Problem("results.no-json", file=file)]) from fault


def read(folder: Path) -> Mapping[str, Json]:
    """The manifest of a folder, complete and in agreement with its own digest.

    Raises:
        IrenicError: results.unreadable, results.no-json, results.foreign, results.unknown-version,
            results.bad-manifest, results.changed-manifest.
    """
    path = folder / NAME
    with told("results.unreadable", path):
        content = path.read_bytes()
    manifest = parsed(content, str(path))
    if not isinstance(manifest, dict) or not _says_irenic(manifest):
        raise IrenicError([Problem("results.foreign", file=str(folder))])
    version = manifest["format"].get("version")
    if version != VERSION or isinstance(version, bool):
        params: dict[str, Parameter] = {"version": str(version), "known": VERSION}
        raise IrenicError([Problem("results.unknown-version", params, file=str(path))])
    faults = [*_faults(manifest, _SHAPE, "")] or [*_variable_faults(manifest["variables"])]
    if faults:
        raise IrenicError(Problem("results.bad-manifest", file=str(path), path=fault) for fault in faults)
    if manifest["digest"] != _digest_or_none(manifest):
        raise IrenicError([Problem("results.changed-manifest", file=str(path))])
    return manifest


def variables_of(manifest: Mapping[str, Json]) -> tuple[StoredVariable, ...]:
    """The variables that a sound manifest lists."""
    return tuple(
        StoredVariable(
            **{name: v[name] for name in ("group", "name", "dtype", "unit", "description", "sha256")},
            dims=tuple(v["dims"]),
            shape=tuple(v["shape"]),
        )
        for v in manifest["variables"]
    )


def _says_irenic(manifest: Mapping[str, Json]) -> bool:
    declared = manifest.get("format")
    return isinstance(declared, dict) and declared.get("name") == FORMAT


_ANY_KEY: Final = "*"
_SHAPE: Final[Mapping[str, Any]] = {
    "format": {"name": str, "version": int},
    "irenic": str,
    "dossier": {"name": str, "title": (str, dict), "as_of": str, "files": {_ANY_KEY: str}},
    "seed": int,
    "draws": int,
    "scrambles": int,
    "settings": dict,
    "dimensions": {_ANY_KEY: {"size": int, "labels": [str]}},
    "variables": [
        {
            "group": str,
            "name": str,
            "dims": [str],
            "shape": [int],
            "dtype": str,
            "unit": str,
            "description": str,
            "sha256": str,
        }
    ],
    "files": dict.fromkeys(DATA_FILES, str),
    "digest": str,
}
"""What must stand in a manifest, and of which kind; keys beyond these are left alone."""


def _faults(value: Json, shape: Any, path: str) -> Iterator[str]:
    """Paths at which `value` lacks something or holds another kind than `shape` says."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield path
            return
        for key, inner in shape.items():
            for name in value if key == _ANY_KEY else [key]:
                place = f"{path}.{name}" if path else name
                yield from _faults(value[name], inner, place) if name in value else [place]
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield path
            return
        for number, inner in enumerate(value):
            yield from _faults(inner, shape[0], f"{path}.{number}")
    elif not isinstance(value, shape) or isinstance(value, bool):
        yield path


def _variable_faults(variables: Sequence[Mapping[str, Json]]) -> Iterator[str]:
    """Paths at which a variable's name, type or shape can't be right (and would lead a reader astray)."""
    for number, v in enumerate(variables):
        if not is_name(v["group"], v["name"]):
            yield f"variables.{number}.name"
        if v["dtype"] not in TYPES:
            yield f"variables.{number}.dtype"
        if not v["dims"] or len(v["shape"]) != len(v["dims"]) or min(v["shape"]) < 0 or prod(v["shape"]) >= 2**62:
            yield f"variables.{number}.shape"
