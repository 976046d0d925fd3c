"""A results folder as an xarray tree. The only module that needs xarray, which is an extra."""

from typing import TYPE_CHECKING, Any

from irenic.errors.problem import IrenicError, Problem
from irenic.results.canonical import compact
from irenic.results.layout import DRAW

if TYPE_CHECKING:
    import xarray

    from irenic.results.folder import ResultsFolder


def tree_of(folder: "ResultsFolder") -> "xarray.DataTree":
    """One node a group: variables with unit and description, labels as coordinates; the root's attributes tell the run.

    Raises:
        IrenicError: results.no-xarray, results.wrong-array, results.unreadable.
    """
    try:
        import xarray
    except ImportError:
        raise IrenicError([Problem("results.no-xarray")]) from None
    groups: dict[str, dict[str, Any]] = {}
    for v in folder.variables.values():
        attributes = {"unit": v.unit, "description": v.description}
        groups.setdefault(v.group, {})[v.name] = xarray.Variable(v.dims, folder.array(v.full_name), attributes)
    datasets = {
        f"/{group}": xarray.Dataset(variables, _coordinates(folder, variables)) for group, variables in groups.items()
    }
    root = xarray.Dataset(attrs=_attributes(folder))
    return xarray.DataTree.from_dict({"/": root, **datasets})


def _coordinates(folder: "ResultsFolder", variables: dict[str, Any]) -> dict[str, list[str]]:
    used = {dim for variable in variables.values() for dim in variable.dims} - {DRAW}
    dimensions = folder.manifest["dimensions"]
    return {dim: dimensions[dim]["labels"] for dim in sorted(used) if dimensions.get(dim, {}).get("labels")}


def _attributes(folder: "ResultsFolder") -> dict[str, Any]:
    """What was run; mappings as compact JSON, since attributes of arrays are plain values in every format."""
    kept = ("irenic", "dossier", "seed", "draws", "scrambles", "settings", "digest")
    values = {name: folder.manifest[name] for name in kept}
    return {name: compact(v).decode("utf-8") if isinstance(v, dict) else v for name, v in values.items()}
