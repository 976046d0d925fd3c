"""The `irenic` command: reads the command line, calls one command, turns problems into words and exit codes.

Nothing heavy is imported before a command is known, so that `irenic --help` answers at once.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from irenic.cli.arguments import Arguments, Misuse, read_arguments
from irenic.cli.words import say_problems
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError
from irenic.language.messages import Language, language_or_default, message


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see `irenic.errors.exits`)."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = read_arguments(words)
    except Misuse as misuse:
        sys.stderr.write(f"{misuse}\n")
        return Exit.MISUSE
    return _run(arguments, language_or_default(arguments.lang))


def _run(arguments: Arguments, language: Language) -> int:
    try:
        return _answered(arguments, language)
    except Exception as defect:
        # The last line of defence: whatever no room foresaw is a defect of Irenic and is told as one.
        if os.environ.get("IRENIC_DEBUG"):
            raise
        sys.stderr.write(message("cli.defect", language, kind=type(defect).__name__, text=str(defect)) + "\n")
        return Exit.DEFECT


def _answered(arguments: Arguments, language: Language) -> int:
    try:
        code = _command(arguments.command)(arguments)
        sys.stdout.flush()
        return code
    except IrenicError as error:
        say_problems(error.problems, language, as_json=arguments.json)
        return Exit.FINDINGS
    except KeyboardInterrupt:
        sys.stderr.write("\n" + message("cli.interrupted", language) + "\n")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (`irenic … | head`): what is left to be flushed goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE


def _command(name: str) -> Callable[[Arguments], int]:
    return cast(Callable[[Arguments], int], import_module(f"irenic.cli.{name}_command").run)
