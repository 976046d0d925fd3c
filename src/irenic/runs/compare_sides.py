"""The sides of a comparison: computed for it, or from a results folder, with the same draws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from numpy.typing import NDArray

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import checked
from irenic.dossier.schema.root import Dossier, RunSettings
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.errors.problem import IrenicError, Problem
from irenic.model.package_index import PackageIndex
from irenic.report.case_data import Case
from irenic.report.comparison_data import SideOf
from irenic.report.opening_data import Fix, Logroll
from irenic.report.summary_data import Summary
from irenic.results.folder import ResultsFolder
from irenic.runs.answering import compute
from irenic.runs.case_data import case_data
from irenic.runs.memory import MemoryStore
from irenic.runs.opening import opening
from irenic.runs.question import question
from irenic.runs.settings import Asked, Settings, settle


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        about: what it is.
        case: what its dossier says, for readers.
        array: a variable of docs/results.md over all draws, by its full name.
        fixes: what would open its zone.
        logrolls: what trades.
        opening_draws: draws in which these were looked for.
        dossier: the dossier, where it is at hand.
    """

    about: SideOf
    case: Case
    array: Callable[[str], NDArray[Any]]
    fixes: Sequence[Fix]
    logrolls: Sequence[Logroll]
    opening_draws: int
    dossier: Dossier | None

    @property
    def parties(self) -> tuple[str, ...]:
        """Its parties, in the order of the arrays."""
        return tuple(party["id"] for party in self.case["parties"])

    @property
    def index(self) -> PackageIndex:
        """Numbers of its packages."""
        issues = self.case["issues"]
        return PackageIndex(
            tuple(issue["id"] for issue in issues),
            tuple(tuple(option["id"] for option in issue["options"]) for issue in issues),
        )


def settings_beside(
    asked: Asked, written: RunSettings, environment: Mapping[str, str], kept: Sequence[ResultsFolder]
) -> Settings:
    """Settings under which both sides have the same draws: those of the results folders among them, where there are.

    Raises:
        IrenicError: a results folder has other draws than the other side or a flag (`runs.other-draws`), or a variable
            of the environment can't be read.
    """
    settings = settle(asked, written, environment)
    if not kept:
        return settings
    found = [(int(folder.summary["draws"]), int(folder.summary["seed"])) for folder in kept]
    draws = found[0][0] if asked.draws is None else asked.draws
    seed = found[0][1] if asked.seed is None else asked.seed
    problems = [
        Problem("runs.other-draws", {"draws": has[0], "seed": str(has[1])}, file=str(folder.path))
        for folder, has in zip(kept, found, strict=True)
        if has != (draws, seed)
    ]
    if problems:
        raise IrenicError(problems)
    return replace(settings, draws=draws, seed=seed)


def settings_of_side(shared: Settings, asked: Asked, written: RunSettings, environment: Mapping[str, str]) -> Settings:
    """The settings of a side that is computed: the draws of both, and the no-deal values that its own dossier asks for.

    Args:
        shared: from `settings_beside`.
        asked: what flags say.
        written: what the side's dossier says.
        environment: variables of the environment.
    """
    return replace(shared, no_deal=settle(asked, written, environment).no_deal)


def computed_side(
    files: CaseFiles,
    dossier: Dossier,
    settings: Settings,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> Side:
    """Compute one side.

    Raises:
        IrenicError: the dossier can't be computed.
        Cancelled: the token was cancelled.
    """
    asked = question(dossier, settings)
    store = MemoryStore(asked.layout)
    compute(asked, store, progress, cancel)
    opened = opening(asked.model, asked.kept(store.array("deal.no_deal")), settings, asked.norms, progress, cancel)
    about: SideOf = {
        "name": dossier.name,
        "title": dict(dossier.file.title),
        "set": list(files.settings),
        "results": None,
    }
    case = case_data(dossier, checked(dossier), asked.model)
    return Side(about, case, store.array, opened["fixes"], opened["logrolls"], opened["opening_draws"], dossier)


def kept_side(results: ResultsFolder) -> Side:
    """One side from a results folder."""
    case, summary = cast(Case, results.case), cast(Summary, results.summary)
    about: SideOf = {
        "name": case["name"],
        "title": dict(case["title"]),
        "set": list(case["set"]),
        "results": str(results.path),
    }
    found = summary["fixes"], summary["logrolls"], summary["opening_draws"]
    return Side(about, case, results.array, *found, dossier=None)


def both(a: Side, b: Side, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """A variable of both sides.

    Raises:
        IrenicError: a results folder lacks it, or it can't be read.
    """
    return a.array(name), b.array(name)
