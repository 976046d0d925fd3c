"""Messages by id with typed parameters, read from `catalogue/<room>.toml`.

An entry is one table; its id is `room.name`:

    [unknown-key]
    params = {key = "str", near = "str"}
    en = "The key “{key}” is not known here."
    zh = "此處沒有“{key}”這個鍵。"
    fix = {en = "Write “{near}”, or remove the line.", zh = "請改為“{near}”,或刪去此行。"}

`fix` is optional (problems have it, other words do not).
"""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from irenic.errors.problem import Parameter, Problem

Language: TypeAlias = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")

_TYPES: Final[Mapping[str, tuple[type, ...]]] = {"str": (str,), "int": (int,), "float": (float, int)}


def language_or_default(asked: str | None, written: str | None = None) -> Language:
    """The language asked for, else that of `IRENIC_LANGUAGE`, else that written in a dossier, else English.

    `zh-TW` and the like count as `zh`; whatever is not Chinese is English.
    """
    wish = asked or os.environ.get("IRENIC_LANGUAGE") or written or "en"
    return "zh" if wish.lower().startswith("zh") else "en"


@cache
def catalogue(room: str) -> Mapping[str, Mapping[str, Any]]:
    """All entries of one room's file, by name."""
    text = files("irenic.language").joinpath("catalogue", f"{room}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rooms() -> tuple[str, ...]:
    """Names of all catalogue files."""
    folder = files("irenic.language").joinpath("catalogue")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def message(identity: str, language: Language, /, **params: Parameter) -> str:
    """The words of entry `room.name`, filled.

    Raises:
        KeyError: no such entry, or a parameter is missing or unknown.
        TypeError: a parameter is not of the declared type.
    """
    entry = _entry(identity)
    _check(identity, entry, params)
    return str(entry[language]).format(**params)


def problem_text(problem: Problem, language: Language) -> str:
    """What is wrong, in words."""
    return message(problem.code, language, **problem.params)


def problem_fix(problem: Problem, language: Language) -> str:
    """What to do about it, in words."""
    return str(_entry(problem.code)["fix"][language]).format(**problem.params)


def problem_line(problem: Problem, language: Language) -> str:
    """One problem on one line: `file:line:column: path: what is wrong. How to fix it. [code]`."""
    place = problem.file
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    head = [part for part in (place, problem.path) if part]
    text = f"{problem_text(problem, language)} {problem_fix(problem, language)} [{problem.code}]"
    return ": ".join([*head, text])


def problem_data(problem: Problem, language: Language) -> dict[str, Any]:
    """A problem as data, with its words."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "text": problem_text(problem, language),
        "fix": problem_fix(problem, language),
    }


def _entry(identity: str) -> Mapping[str, Any]:
    room, _, name = identity.partition(".")
    return catalogue(room)[name]


def _check(identity: str, entry: Mapping[str, Any], params: Mapping[str, Parameter]) -> None:
    declared: Mapping[str, str] = entry.get("params", {})
    if set(declared) != set(params):
        raise KeyError(f"{identity}: parameters {sorted(params)} where {sorted(declared)} are declared")
    for name, kind in declared.items():
        if not isinstance(params[name], _TYPES[kind]) or isinstance(params[name], bool):
            raise TypeError(f"{identity}: parameter {name} is not {kind}")
