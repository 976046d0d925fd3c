"""Promises about the code as a whole: short modules, bare rooms, kernels that see only what they may."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "irenic"
MODULES = sorted(SOURCE.rglob("*.py"))
KERNELS = [m for m in MODULES if "kernels" in m.parts]


def name_of(module: Path) -> str:
    return module.relative_to(SOURCE.parent).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_short(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{name_of(module)} has {lines} lines: split it"


@pytest.mark.parametrize("package", [m for m in MODULES if m.name == "__init__.py" and m.parent != SOURCE], ids=name_of)
def test_a_room_holds_its_docstring_and_no_code(package: Path) -> None:
    tree = ast.parse(package.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{name_of(package)} says nothing about its room"
    assert len(tree.body) == 1, f"{name_of(package)} holds code, which every import of the room would run"


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield str(node.module)


def may_be_seen_by_kernels(name: str) -> bool:
    first = name.partition(".")[0]
    room = ".".join(name.split(".")[:2])
    return (
        first in {"numpy", "numba"} or room == "irenic.fast" or ".kernels" in name or first in sys.stdlib_module_names
    )


def contracts() -> dict[str, dict[str, list[str]]]:
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in project["tool"]["importlinter"]["contracts"]}


def test_the_layers_are_those_of_the_design() -> None:
    page = (SOURCE.parents[1] / "docs" / "design.md").read_text(encoding="utf-8")
    drawn = page.split("```")[1].strip().splitlines()
    rows = [re.split(r" {2,}", line)[0] for line in drawn]
    assert rows == contracts()["rooms"]["layers"]


def test_every_kernels_folder_is_under_the_contract_of_kernels() -> None:
    folders = {".".join(m.parent.relative_to(SOURCE.parent).parts) for m in KERNELS}
    assert folders == set(contracts()["kernels"]["source_modules"])


def test_there_are_kernels() -> None:
    assert len(KERNELS) > 1, "the test below would look at nothing"


@pytest.mark.parametrize("module", KERNELS, ids=name_of)
def test_kernels_see_numpy_numba_and_compiled_helpers_only(module: Path) -> None:
    assert [name for name in imported(module) if not may_be_seen_by_kernels(name)] == []
