"""Writes docs/reference: the format of a dossier, the problems, the command, from what the program itself says.

Nothing there is written by hand; a test asserts that the committed pages are what this script writes.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from irenic.cli.arguments import build_parser
from irenic.dossier.schema.base import Element, Frozen
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.variant import VariantFile
from irenic.language.messages import LANGUAGES, Language, catalogue, rooms
from scripts.format_words import Field, fields_of, models_in, title_of

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "reference"
FILES: Final[Mapping[str, type[Frozen]]] = {
    "dossier": DossierFile,
    "claims": Claims,
    "sources": Sources,
    "variant": VariantFile,
}
SHARED: Final = "shared"
FIX: Final[Mapping[Language, str]] = {"en": "Fix:", "zh": "改法:"}
HEAD: Final = "<!-- Written by scripts/reference.py: change the code, then `make reference`. -->\n\n"


def pages() -> dict[str, str]:
    """Every page: path inside docs/reference → its text."""
    written = dict(format_pages())
    written["problems.md"] = problems_page()
    written["command.md"] = command_page()
    written["index.md"] = index_page()
    return {path: HEAD + text for path, text in written.items()}


def format_pages() -> Iterator[tuple[str, str]]:
    """A page for each file, each section of `dossier.yaml`, and what sections share."""
    owners: dict[str, list[type[Frozen]]] = {"dossier.md": [DossierFile]}
    owners |= {f"dossier/{section.name}.md": models_in(section) for section in sections()}
    owners |= {
        f"{file}.md": [model, *models_in(*fields_of(model))] for file, model in FILES.items() if file != "dossier"
    }
    pages_of: dict[type[Frozen], list[str]] = {}
    for page, models in owners.items():
        for model in models:
            pages_of.setdefault(model, []).append(page)
    home = {model: places[0] if len(places) == 1 else f"{SHARED}.md" for model, places in pages_of.items()}
    for page, models in owners.items():
        yield page, format_page(page, [m for m in models if home[m] == page], home)
    yield f"{SHARED}.md", shared_page([m for m, place in home.items() if place == f"{SHARED}.md"], home)


def format_page(page: str, models: list[type[Frozen]], home: Mapping[type[Frozen], str]) -> str:
    """One page: its first model as the page's subject, the others below it."""
    first = next((f for f in fields_of(DossierFile) if page == f"dossier/{f.name}.md"), None)
    if first:
        parts = [f"# `{first.name}`\n", f"{first.description} In the file: {first.kind(page, home)}.\n"]
    else:
        file, *models = models
        parts = [f"# `{page.removesuffix('.md')}.yaml`\n", table(fields_of(file), page, home)]
    for model in models:
        parts += [f"## {title_of(model)}\n", model_text(model, page, home)]
    if page == "dossier.md":
        parts.append(toctree([f"dossier/{section.name}" for section in sections()]))
    return "\n".join(parts)


def shared_page(models: list[type[Frozen]], home: Mapping[type[Frozen], str]) -> str:
    """Keys of every element, and the parts that several sections use."""
    parts = [
        "# What sections share\n",
        "Every element of a dossier may also carry these keys, which the other pages do not repeat.\n",
        table(fields_of(Element), f"{SHARED}.md", home),
        "How numbers are written is told in [numbers](../numbers.md).\n",
    ]
    for model in sorted(models, key=title_of):
        parts += [f"## {title_of(model)}\n", model_text(model, f"{SHARED}.md", home)]
    return "\n".join(parts)


def model_text(model: type[Frozen], page: str, home: Mapping[type[Frozen], str]) -> str:
    """What a model is, and its keys."""
    common = {f.name for f in fields_of(Element)} if issubclass(model, Element) else set()
    own = [f for f in fields_of(model) if f.name not in common]
    return f"{(model.__doc__ or '').strip()}\n\n{table(own, page, home)}"


def table(fields: list[Field], page: str, home: Mapping[type[Frozen], str]) -> str:
    """Keys as a table: name, meaning, what is written, what holds without it."""
    rows = [f"| `{f.name}` | {f.description} | {f.kind(page, home)} | {f.default} |" for f in fields]
    return "\n".join(["| key | meaning | written as | without it |", "| --- | --- | --- | --- |", *rows, ""])


def problems_page() -> str:
    """Every problem that Irenic can report, with its fix, in both languages."""
    parts = ["# Problems\n", "What Irenic may find wrong, by code. A name in braces stands for what is put in.\n"]
    for room in rooms():
        found = {name: entry for name, entry in catalogue(room).items() if "fix" in entry}
        if found:
            parts.append(f"## {room}\n")
        for name, entry in sorted(found.items()):
            parts.append(f"### `{room}.{name}`\n")
            parts += [f"- {entry[language]}\n  **{FIX[language]}** {entry['fix'][language]}" for language in LANGUAGES]
            parts.append("")
    return "\n".join(parts)


def command_page() -> str:
    """The command line, from its own parser."""
    parser = build_parser("en")
    parts = ["# The `irenic` command\n", f"{parser.description}\n"]
    for name, command in subparsers(parser).items():
        actions = [a for a in command._actions if a.help is not argparse.SUPPRESS and a.dest != "help"]
        arguments = [a.metavar or a.dest for a in actions if not a.option_strings]
        parts += [f"## `irenic {' '.join([name, *map(str, arguments)])}`\n", f"{command.description}\n"]
        parts += ["| argument | meaning |", "| --- | --- |", *map(argument_row, actions), ""]
    parts.append(
        "Exit codes: 0 fine, 1 findings in your files, 2 misuse of the command, 70 a defect, 130 interrupted.\n"
    )
    return "\n".join(parts)


def subparsers(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """Command → its parser."""
    return next(dict(a.choices) for a in parser._actions if isinstance(a, argparse._SubParsersAction))


def argument_row(action: argparse.Action) -> str:
    """One argument as a row of the table."""
    shown = action.option_strings[-1] if action.option_strings else ""
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    return f"| `{f'{shown} {value}'.strip()}` | {action.help} |".replace("en|zh", "en\\|zh")


def index_page() -> str:
    """The list of all pages."""
    return "\n".join(
        [
            "# Reference\n",
            "Written from the program: the models of the format, the catalogues of sentences, the command line.\n",
            "- [`dossier.yaml`](dossier.md), and its sections:",
            *(f"  - [`{section.name}`](dossier/{section.name}.md): {section.description}" for section in sections()),
            "- [`claims.yaml`](claims.md) and [`sources.yaml`](sources.md)",
            "- [A variant's file](variant.md), under any name ending in `.yaml`",
            "- [What sections share](shared.md)",
            "- [The `irenic` command](command.md)",
            "- [Problems and their fixes](problems.md)\n",
            toctree(["dossier", "claims", "sources", "variant", "shared", "command", "problems"]),
        ]
    )


def sections() -> list[Field]:
    """The sections of `dossier.yaml` that have a page, in the order of the format."""
    return [field for field in fields_of(DossierFile) if field.models]


def toctree(names: list[str]) -> str:
    """The pages below a page, for the site's sidebar."""
    return "\n".join(["```{toctree}", ":hidden:", "", *names, "```", ""])


def main() -> None:
    """Write every page and remove those that no longer exist."""
    written = pages()
    for path, text in written.items():
        target = FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for old in FOLDER.rglob("*.md"):
        if old.relative_to(FOLDER).as_posix() not in written:
            old.unlink()


if __name__ == "__main__":
    main()
