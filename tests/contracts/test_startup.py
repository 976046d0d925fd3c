"""`--help` and `check` answer at once because they import nothing heavy."""

import subprocess
import sys

import pytest

from irenic import __version__

PROBE = """
import sys
from irenic.cli.main import main
try:
    main({arguments})
except SystemExit:
    pass
print("imported:", *sorted(set(sys.modules) & {{{names}}}), file=sys.stderr)
"""


def imported_by(arguments: list[str], names: list[str]) -> list[str]:
    program = PROBE.format(arguments=arguments, names=", ".join(map(repr, names)))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout, done.stderr
    return done.stderr.rsplit("imported:", 1)[1].split()


def test_help_imports_nothing_that_computes() -> None:
    assert (
        imported_by(["--help"], ["numpy", "numba", "scipy", "pydantic", "yaml", "jinja2", "vl_convert", "xarray"]) == []
    )


@pytest.mark.parametrize(
    "arguments", [["check", "ukraine-2025-12"], ["trace", "ukraine-2025-12", "O02"], ["schema"]], ids=lambda a: a[0]
)
def test_reading_a_dossier_imports_neither_numba_nor_scipy(arguments: list[str]) -> None:
    assert imported_by([*arguments, "--json"], ["numba", "scipy", "jinja2", "vl_convert", "xarray"]) == []


def test_the_command_is_also_a_module() -> None:
    command = [sys.executable, "-m", "irenic", "--version"]
    assert (
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
        == f"irenic {__version__}\n"
    )
