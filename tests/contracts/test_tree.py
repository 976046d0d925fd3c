"""Promises about the files of the project: nothing of one machine in them, tests that mirror the code, firm locks."""

import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "irenic"
TEXTS = {".py", ".toml", ".yaml", ".yml", ".md", ".txt", ".json", ".html", ".css", ".js", ".jinja", ".svg", ".in", ""}

# Written in pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w.~*-])/" + r"(?:work|root|home|farm|opt|Users|mnt|srv)/\w")
REGISTRY = re.compile(
    "|".join(
        ["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.org", "crates" + r"\.io", "registry" + r"\.\w+\.\w+"]
    )
)

# One kernel is a step of an answer, and only the answer has a definition to be held against.
AGAINST_THE_DEFINITIONS = "tests/properties/test_deal_spaces.py"
# Parts of compiling a dossier: what each makes is seen in the compiled model.
IN_THE_COMPILED_MODEL = "tests/unit/model/test_compilation.py"

TESTED_ELSEWHERE = {
    "__main__.py": "tests/contracts/test_startup.py",
    "acts/reference.py": "tests/properties/test_acts.py",
    "deal/kernels/*.py": AGAINST_THE_DEFINITIONS,
    "fast/compiled.py": "tests/unit/fast/test_counter.py",
    "fast/philox_reference.py": "tests/unit/fast/test_philox.py",
    "interop/losses.py": "tests/unit/interop/test_convert.py",
    "interop/reading.py": "tests/unit/interop/test_broken.py",
    "interop/writing.py": "tests/unit/interop/test_convert.py",
    "model/cells.py": IN_THE_COMPILED_MODEL,
    "model/feeding.py": IN_THE_COMPILED_MODEL,
    "model/lines.py": IN_THE_COMPILED_MODEL,
    "model/rules.py": IN_THE_COMPILED_MODEL,
    "model/structure.py": IN_THE_COMPILED_MODEL,
    "report/domain_data.py": "tests/unit/report/test_domain_words.py",
    "votes/kernels/*.py": "tests/unit/votes/test_halves.py",
    "war/drawing.py": "tests/unit/war/test_summary.py",
    "war/kernels/*.py": "tests/properties/test_war_values.py",
    "war/path_reference.py": "tests/unit/war/test_paths.py",
}
"""Modules without a test file of their own, and the test that runs them."""


def project_files() -> list[Path]:
    """Files of the project: those that git keeps or would keep, or all of an unpacked archive."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    if (ROOT / ".git").exists():
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
        return [ROOT / name for name in names if (ROOT / name).is_file()]
    hidden = re.compile(r"/(\.venv|\.\w+_cache|__pycache__|site|build|dist|results)/")
    return [p for p in ROOT.rglob("*") if p.is_file() and not hidden.search(p.as_posix())]


def texts() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in project_files()
        if path.suffix in TEXTS and path.name != "LICENSE"
    ]


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {match.group()}" for name, text in texts() for match in pattern.finditer(text)]
    assert found == []


def test_the_patterns_find_what_they_look_for() -> None:
    assert MACHINE.search("see /" + "home/somebody/x")
    assert REGISTRY.search("https://" + "pypi" + ".org/simple")


@pytest.mark.parametrize("kind", ["run", "dev"])
def test_a_lock_has_hashes_and_no_address(kind: str) -> None:
    lock = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links|-f)\b", lock, re.MULTILINE)
    entries = re.findall(r"^([a-zA-Z0-9._-]+)==\S+(?: ;.*)? \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-zA-Z0-9]", lock, re.MULTILINE)) >= 15


def pins(kind: str) -> set[str]:
    lock = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-zA-Z0-9._-]+==\S+(?: ;[^\\]*)?)", lock, re.MULTILINE))


def test_the_development_lock_holds_the_runtime_lock() -> None:
    names = {pin.split(" ;")[0] for pin in pins("dev")}
    assert {pin.split(" ;")[0] for pin in pins("run")} <= names


def test_every_requirement_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {pin.split("==")[0].lower().replace("_", "-") for pin in pins("dev")}
    groups = project["dependency-groups"]
    wanted = [
        *project["project"]["dependencies"],
        *groups["build"],
        *groups["dev"],
        *project["build-system"]["requires"],
    ]
    assert {re.split(r"[<>=]", name)[0].lower() for name in wanted} <= locked


def modules() -> list[Path]:
    return [m.relative_to(SOURCE) for m in sorted(SOURCE.rglob("*.py")) if m.name != "__init__.py"]


def elsewhere(module: Path) -> bool:
    return any(fnmatch(module.as_posix(), pattern) for pattern in TESTED_ELSEWHERE)


@pytest.mark.parametrize("module", [m for m in modules() if not elsewhere(m)], ids=Path.as_posix)
def test_every_module_has_its_test(module: Path) -> None:
    expected = ROOT / "tests" / "unit" / module.parent / f"test_{module.name}"
    assert expected.is_file(), (
        f"write {expected.relative_to(ROOT)}, or say in TESTED_ELSEWHERE where {module} is tested"
    )


@pytest.mark.parametrize(("pattern", "test"), TESTED_ELSEWHERE.items())
def test_what_is_tested_elsewhere_exists_and_is_tested_there(pattern: str, test: str) -> None:
    own = [m for m in modules() if fnmatch(m.as_posix(), pattern)]
    assert own
    room = ".".join(["irenic", *own[0].parent.parts])
    assert room in (ROOT / test).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", "README.md"])
def test_the_two_commands_are_told(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = {"Makefile": ["\nrun: ", "\ntest: "], ".ci/run": ["make test"], "README.md": ["make run", "make test"]}
    assert [command for command in commands[name] if command not in text] == []


def test_hooks_are_local() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (.*)", hooks) == ["local"]
