"""How commands print: problems in words, data as JSON."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from irenic.errors.problem import Problem
from irenic.language.messages import Language, message, problem_data, problem_line


def say(text: str) -> None:
    """Print to standard output, with one newline at the end."""
    sys.stdout.write(text.rstrip("\n") + "\n")


def say_json(data: Any) -> None:
    """Print data as JSON, readable and stable: sorted keys, no NaN."""
    say(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False))


def warn(problems: Iterable[Problem], language: Language) -> None:
    """Print problems on standard error, one a line, whatever goes to standard output."""
    say_problems(problems, language, as_json=False)


def say_problems(problems: Iterable[Problem], language: Language, *, as_json: bool) -> None:
    """Print problems: one a line on standard error, or as JSON on standard output."""
    found = list(problems)
    if as_json:
        say_json({"problems": [problem_data(p, language) for p in found]})
        return
    for problem in found:
        sys.stderr.write(f"{message(f'cli.{problem.severity}', language)} {problem_line(problem, language)}\n")
