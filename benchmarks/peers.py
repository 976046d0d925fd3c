"""Environments of their own for the tools that Irenic is compared with: none of them is needed by it or its tests."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def python_with(packages: Sequence[str], name: str) -> Path:
    """The Python of an environment that holds this checkout of Irenic (editable) and the packages.

    The environment is made in `.bench/NAME` on the first call, and again when other packages are asked for.

    Args:
        packages: requirements as pip reads them, best pinned (`moocore==0.3.2`).
        name: the environment's folder.

    Raises:
        SystemExit: it could not be made; what was said is on stderr.
    """
    folder = ROOT / ".bench" / name
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    held = folder / "packages.txt"
    wanted = "\n".join(packages) + "\n"
    if python.exists() and held.exists() and held.read_text(encoding="utf-8") == wanted:
        return python
    commands = (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "--editable", str(ROOT), *packages],
    )
    for command in commands:
        if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
            raise SystemExit(f"{' '.join(command)} failed")
    held.write_text(wanted, encoding="utf-8")
    return python


def own_environment() -> dict[str, str]:
    """The variables of this process without those that limit the threads or choose the code of OpenBLAS."""
    return {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}
