import ast
from pathlib import Path

from irenic.dossier.checks import registry
from irenic.dossier.checks.registry import CHECKS, PARTIAL_CHECKS

FOLDER = Path(registry.__file__).parent


def test_every_check_is_listed() -> None:
    written = {
        f"{module.stem}.{node.name}"
        for module in FOLDER.glob("*.py")
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("check_")
    }
    listed = {f"{check.__module__.rpartition('.')[2]}.{check.__name__}" for check in CHECKS}
    assert listed == written
    assert len(CHECKS) == len(set(CHECKS))
    assert set(PARTIAL_CHECKS) <= set(CHECKS)


def test_every_check_says_what_it_holds_to() -> None:
    assert [check for check in CHECKS if not check.__doc__] == []
