"""Every sentence exists in both languages, says what it is given, and is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from irenic.cli.arguments import COMMANDS
from irenic.errors.problem import Severity
from irenic.language.messages import LANGUAGES, catalogue, rooms
from irenic.runs.run_case import Outcome

SOURCE = Path(__file__).resolve().parents[2] / "src" / "irenic"
ENTRIES = [(room, name) for room in rooms() for name in catalogue(room)]
TYPES = {"str", "int", "float"}
HOLE = "\0"

STATUSES = set(get_args(get_type_hints(Outcome)["status"])) - {"computed"}
BARE = {"cli": {*COMMANDS, *Severity, *STATUSES}}
"""What `f"room.{name}"` stands for, where nothing of the name itself is written in the code."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("room", "name"), ENTRIES, ids=lambda part: part)
def test_an_entry_is_whole_in_both_languages(room: str, name: str) -> None:
    entry = catalogue(room)[name]
    assert set(entry) <= {"params", "fix", *LANGUAGES}, "unknown key"
    declared = set(entry.get("params", {}))
    assert set(entry.get("params", {}).values()) <= TYPES
    assert re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", name)
    for language in LANGUAGES:
        texts = [entry[language]] + ([entry["fix"][language]] if "fix" in entry else [])
        assert set().union(*map(placeholders, texts)) == declared, (
            f"{language}: placeholders are not the declared parameters"
        )
    own_words = re.sub(r"\{[^}]*\}", "", entry["en"])
    assert re.search(r"[\u4e00-\u9fff]", entry["zh"]) or not re.search(r"[A-Za-z]{3}", own_words), "not in Chinese"


def texts_of(tree: ast.AST) -> Iterator[str]:
    """Every string of the code; a hole where an f-string puts something in."""
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def ids_in_code() -> dict[str, set[str]]:
    """Message id (with holes) → modules that write it."""
    shape = re.compile(rf"({'|'.join(rooms())})\.([a-z0-9_{HOLE}-]+)")
    found: dict[str, set[str]] = {}
    for module in sorted(SOURCE.rglob("*.py")):
        for text in texts_of(ast.parse(module.read_text(encoding="utf-8"))):
            if shape.fullmatch(text):
                found.setdefault(text, set()).add(module.relative_to(SOURCE).as_posix())
    for template in sorted(p for p in SOURCE.rglob("*") if p.suffix in {".html", ".jinja", ".j2", ".txt"}):
        for quoted in re.findall(r"""["']([a-z]+\.[a-z0-9_-]+)["']""", template.read_text(encoding="utf-8")):
            if shape.fullmatch(quoted):
                found.setdefault(quoted, set()).add(template.relative_to(SOURCE).as_posix())
    return {text: where for text, where in found.items() if not text.endswith((".html", ".json", ".toml", ".yaml"))}


def entries_meant(identity: str) -> set[str]:
    """Entries that an id of the code stands for: itself, or every entry that fits its holes."""
    room, _, name = identity.partition(".")
    if name == HOLE:
        return {f"{room}.{n}" for n in BARE.get(room, set())}
    pattern = re.compile(re.escape(name).replace(re.escape(HOLE), "[a-z0-9_-]+"))
    return {f"{room}.{n}" for n in catalogue(room) if pattern.fullmatch(n)} if HOLE in name else {identity}


def test_every_message_that_the_code_names_exists() -> None:
    known = {f"{room}.{name}" for room, name in ENTRIES}
    missing = {
        identity.replace(HOLE, "{…}"): sorted(where)
        for identity, where in ids_in_code().items()
        if not entries_meant(identity) or not entries_meant(identity) <= known
    }
    assert missing == {}


def test_every_message_is_used() -> None:
    meant = set().union(*map(entries_meant, ids_in_code()))
    assert sorted({f"{room}.{name}" for room, name in ENTRIES} - meant) == []


def problem_codes() -> set[str]:
    """Codes that the code gives to `Problem(…)` as a literal."""
    found = set()
    for module in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_problem_says_what_to_do() -> None:
    codes = problem_codes()
    assert codes
    without = [code for code in sorted(codes) if "fix" not in catalogue(code.partition(".")[0])[code.partition(".")[2]]]
    assert without == []
