"""What libyaml's complaints mean to a person who writes a dossier."""

from typing import Final

import yaml

from irenic.errors.problem import Parameter, Problem

# Fragments of libyaml's messages, with the problem they amount to. The first fragment that fits decides.
_MEANINGS: Final = (
    ("tab character", "dossier.yaml-tab"),
    ("cannot start any token", "dossier.yaml-character"),
    ("mapping values are not allowed", "dossier.yaml-colon"),
    ("could not find expected ':'", "dossier.yaml-colon"),
    ("unknown escape", "dossier.yaml-escape"),
    ("hexdecimal number", "dossier.yaml-escape"),
    ("invalid Unicode character escape", "dossier.yaml-escape"),
    ("expected ',' or", "dossier.yaml-bracket"),
    ("expected key", "dossier.yaml-indent"),
    ("expected '-'", "dossier.yaml-indent"),
    ("block sequence entries are not allowed", "dossier.yaml-indent"),
    ("mapping keys are not allowed", "dossier.yaml-indent"),
)
_UNCLOSED_QUOTE: Final = ("unexpected end of stream", "unexpected document indicator")


def syntax_problem(
    error: yaml.MarkedYAMLError, text: str, name: str, path: str, opened: tuple[int, int] | None
) -> Problem:
    """The problem that an error of libyaml amounts to, where it is best mended.

    Args:
        error: what libyaml raised.
        text: the text it was reading.
        name: the file's name.
        path: dotted path of what was being read.
        opened: line and column of the innermost mapping or list that is still open.
    """
    complaint, context = error.problem or "", error.context or ""
    noticed = error.problem_mark or error.context_mark
    line, column = (noticed.line + 1, noticed.column + 1) if noticed else (0, 0)
    begun = (error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else (line, column)
    code = next((meaning for fragment, meaning in _MEANINGS if fragment in complaint), "dossier.yaml-syntax")
    if "quoted scalar" in context and any(part in complaint for part in _UNCLOSED_QUOTE):
        code = "dossier.yaml-quote"
    elif "flow node" in context and opened:
        code, begun = "dossier.yaml-bracket", opened
    params: dict[str, Parameter] = {}
    if code in {"dossier.yaml-quote", "dossier.yaml-bracket"}:
        # The end of a text shows on a line after its last, where no line end closes that.
        params["noticed"] = min(line, text.count("\n") + 1)
        line, column = begun
    if code == "dossier.yaml-character":
        character = _character_at(text, line, column)
        if character == "\t":
            code = "dossier.yaml-tab"
        else:
            params["character"] = character
    return Problem(code, params, file=name, line=line, column=column, path=path)


def _character_at(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    return lines[line - 1][column - 1 : column] if 0 < line <= len(lines) else ""
