"""The report as one HTML file that needs nothing else: no script, no request, both languages."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import LANGUAGES, Language
from irenic.plot.style import recolouring
from irenic.report.edition import Edition, edition

if TYPE_CHECKING:
    from irenic.results.folder import ResultsFolder

_TEMPLATES: Final = "templates"


def write_report(results: "ResultsFolder", path: str | os.PathLike[str], language: Language = "en") -> None:
    """Write the report of a results folder; the same results give the same bytes.

    The file is written beside its place and then renamed, so that an old report stays whole until the new one is.

    Args:
        results: the results.
        path: the file to write.
        language: the language shown first; the other one is behind a switch.

    Raises:
        IrenicError: report.not-written.
    """
    target = Path(path)
    content = report_page(results, language).encode("utf-8")
    unfinished = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(target)
    except OSError as refusal:
        unfinished.unlink(missing_ok=True)
        reason = refusal.strerror or type(refusal).__name__
        raise IrenicError([Problem("report.not-written", {"reason": reason}, file=str(target))]) from refusal


def report_page(results: "ResultsFolder", language: Language) -> str:
    """The report as the text of an HTML file."""
    order = [language, *(other for other in LANGUAGES if other != language)]
    return _page([edition(results, each) for each in order], str(results.manifest["irenic"]))


def _page(editions: Sequence[Edition], version: str) -> str:
    loader = PackageLoader("irenic.report", _TEMPLATES)
    templates = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Style sheet and pictures are ours and hold no word of a dossier that is not escaped already.
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{recolouring('.picture')}\n}}"
    style, _, _ = loader.get_source(templates, "style.css")
    return templates.get_template("page.html").render(editions=editions, version=version, style=Markup(style + dark))
