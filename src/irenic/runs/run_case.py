"""A whole run: from a dossier to a results folder with its report."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files as resources
from pathlib import Path
from typing import Literal

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import checked
from irenic.dossier.schema.root import Dossier
from irenic.engine.chunks import Finished
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.numbers.scramble import SCRAMBLES
from irenic.results.canonical import Json
from irenic.results.folder import ResultsFolder
from irenic.results.provenance import Provenance, run_key
from irenic.runs.answering import compute, summary
from irenic.runs.case_data import case_data
from irenic.runs.mechanisms import MOST_DRAWS, mechanisms_seen
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left.

    Attributes:
        results: the results folder, complete.
        finished: what was computed and what was there.
        status: `computed`; `reused`, where the folder held this very run; `replaced`, where it held another.
    """

    results: ResultsFolder
    finished: Finished
    status: Literal["computed", "reused", "replaced"]


def run_case(
    files: CaseFiles,
    dossier: Dossier,
    out: Path,
    settings: Settings,
    *,
    fresh: bool = False,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> Outcome:
    """Answer a dossier's questions and write the results folder.

    A run that was interrupted goes on; one that is complete with the same inputs is not computed again.

    Args:
        files: what the dossier is read from.
        dossier: what was read from it.
        out: the results folder.
        settings: how it is run.
        fresh: compute everything anew, whatever `out` holds.
        progress: is told how the work goes.
        cancel: stops it at the next chunk.

    Raises:
        IrenicError: problems of the dossier, or of the folder to be written.
        Cancelled: the token was cancelled; finished chunks are kept.
    """
    asked = question(dossier, settings)
    provenance, environment = _provenance(files, asked), _environment()
    complete = (out / "manifest.json").is_file()
    there = ResultsFolder.open(out) if complete and not fresh else None
    if there is not None and there.run.get("key") == run_key(provenance, asked.layout, environment):
        return Outcome(there, Finished(0, 0, settings.draws), "reused")
    started = datetime.now(UTC)
    clock = time.monotonic()
    with ResultsFolder.create(out, provenance, asked.layout, environment=environment, fresh=fresh) as unfinished:
        finished = compute(asked, unfinished.chunk_store(), progress, cancel)
        answers = summary(asked, unfinished, progress, cancel) | {
            "mechanisms": mechanisms_seen(files, dossier, settings),
            "mechanism_draws": min(settings.draws, MOST_DRAWS),
        }
        case = case_data(asked.dossier, checked(asked.dossier), asked.model)
        run: dict[str, Json] = {
            **asdict(finished),
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - clock, 3),
            "threads": settings.threads,
            "chunk": settings.chunk,
        }
        unfinished.finish(case, answers, run)
    return Outcome(ResultsFolder.open(out), finished, "replaced" if complete else "computed")


def _provenance(files: CaseFiles, asked: Question) -> Provenance:
    file = asked.dossier.file
    return Provenance(
        dossier=asked.dossier.name,
        title=dict(file.title),
        as_of=file.as_of.isoformat(),
        files=_digests(files),
        seed=asked.settings.seed,
        draws=asked.settings.draws,
        scrambles=SCRAMBLES,
        settings={**asked.number_settings, "set": list(files.settings)},
    )


def _digests(files: CaseFiles) -> dict[str, str]:
    """Name → SHA-256 of every file read, variants in the order in which they extend each other."""
    found: dict[str, str] = {}
    for path in files.paths:
        if path.is_file():
            others = sum(name.endswith(path.name) for name in found)
            name = f"{others + 1}:{path.name}" if path.name in found else path.name
            found[name] = sha256(path.read_bytes()).hexdigest()
    return found


def _environment() -> Mapping[str, str]:
    """What numbers may depend on besides the inputs: libraries, and Irenic's own code where it is being changed."""
    own = sha256()
    code = Path(str(resources("irenic")))
    for path in sorted(code.rglob("*.py")):
        own.update(path.relative_to(code).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return {"code": own.hexdigest(), **{name: version(name) for name in ("numba", "scipy")}}
