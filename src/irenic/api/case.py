"""`load()` and `Case`: Irenic from Python."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from numpy.typing import NDArray

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import CheckReport, check_dossier, checked
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.dossier.trace import Trace, trace
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.language.messages import Language
from irenic.report.brief import brief_unwritten
from irenic.report.case_data import Case as CaseData
from irenic.report.compare import comparison_words
from irenic.report.comparison_data import Comparison
from irenic.report.html import write_report
from irenic.report.opening_data import PackageDistance
from irenic.report.package import package_words
from irenic.report.summary_data import Summary
from irenic.report.vote_data import Votes
from irenic.report.vote_page import votes_page
from irenic.report.war_data import NoDealValue, War
from irenic.report.war_page import war_words
from irenic.results.folder import ResultsFolder
from irenic.runs.answering import compute, summary
from irenic.runs.case_data import case_data
from irenic.runs.cases import find_case
from irenic.runs.compare import compare
from irenic.runs.compare_sides import computed_side, settings_of_side
from irenic.runs.memory import MemoryStore
from irenic.runs.packages import check_package, weigh_package, weighing_draws
from irenic.runs.question import Question, question
from irenic.runs.run_case import run_case
from irenic.runs.settings import Asked, settle
from irenic.runs.votes import votes
from irenic.runs.war import Wished, war_answer


@dataclass(frozen=True)
class Answer:
    """Answers of one case, kept in memory.

    Attributes:
        summary: the answers in few numbers (docs/report-data.md).
        case: what the dossier says, for readers (docs/report-data.md).
    """

    summary: Summary
    case: CaseData
    _store: MemoryStore

    def array(self, name: str) -> NDArray[Any]:
        """A variable of docs/results.md over all draws, by its full name.

        Raises:
            KeyError: there is no such variable.
        """
        return self._store.array(name)

    def brief(self, language: Language = "en") -> str:
        """The answer on one page of text."""
        return brief_unwritten(self.case, self.summary, language)


@dataclass(frozen=True)
class Compared:
    """Two answers to the same draws side by side.

    Attributes:
        data: what they have apart, as `irenic compare --json` prints it (docs/report-data.md).
    """

    data: Comparison
    _cases: tuple[CaseData, CaseData]

    def words(self, language: Language = "en") -> str:
        """The comparison as a page of text."""
        return comparison_words(self.data, *self._cases, language)


@dataclass(frozen=True)
class Weighed:
    """A package, and how far it is from acceptance.

    Attributes:
        data: the distance, as `irenic deal --package … --json` prints it under `package` (docs/report-data.md).
        draws: draws over which its shares count.
    """

    data: PackageDistance
    draws: int
    _case: CaseData

    def words(self, language: Language = "en") -> str:
        """The distance as a page of text."""
        return package_words(self.data, self._case, self.draws, language)


@dataclass(frozen=True)
class Followed:
    """The war without a deal.

    Attributes:
        data: the war, as `irenic war --json` prints it without `no_deal` (docs/report-data.md).
        no_deal: party → what no deal is worth to it, stated and computed.
    """

    data: War
    no_deal: Mapping[str, NoDealValue]
    _case: CaseData

    def words(self, language: Language = "en") -> str:
        """The war as a page of text."""
        return war_words(self.data, self.no_deal, self._case, language)


@dataclass(frozen=True)
class Voted:
    """How bodies vote.

    Attributes:
        data: the votes, as `irenic vote --json` prints them (docs/report-data.md).
    """

    data: Votes
    _case: CaseData

    def words(self, language: Language = "en") -> str:
        """The votes as a page of text."""
        return votes_page(self.data, self._case, language)


@dataclass(frozen=True)
class Case:
    """A dossier that has been read and found without errors.

    Attributes:
        files: what it was read from: a folder, variants over it, values set by hand.
        dossier: its content, frozen.
    """

    files: CaseFiles
    dossier: Dossier

    def check(self, sources: Path | None = None) -> CheckReport:
        """Warnings, and what numbers rest on; with a folder of documents every anchor is verified."""
        return check_dossier(self.files, sources)

    def trace(self, what: str) -> Trace:
        """From a claim, a path or an answer to what it rests on and what rests on it.

        Raises:
            IrenicError: the dossier knows nothing of that name.
        """
        return trace(self.dossier, what)

    def deal(
        self,
        asked: Asked | None = None,
        *,
        progress: ProgressListener | None = None,
        cancel: CancelToken | None = None,
    ) -> Answer:
        """Whether a deal is possible and what cannot hold together; nothing is written.

        Args:
            asked: draws, seed, threads and chunk; the environment, the dossier and defaults settle the rest.
            progress: is told how the work goes.
            cancel: stops it at the next chunk.

        Raises:
            IrenicError: the dossier can't be computed.
            Cancelled: the token was cancelled.
        """
        ready = self._question(asked)
        store = MemoryStore(ready.layout)
        compute(ready, store, progress, cancel)
        answers = cast(Summary, summary(ready, store, progress, cancel))
        return Answer(answers, case_data(self.dossier, checked(self.dossier), ready.model), store)

    def package(self, given: Mapping[str, str], asked: Asked | None = None) -> Weighed:
        """How far a package is from acceptance: whom it fails, why, and which few changes would mend it.

        Args:
            given: issue → option; issues left out are filled so that the package comes closest to acceptance.
            asked: draws and seed, as for `deal`.

        Raises:
            IrenicError: with every issue and option that isn't known; or the dossier can't be computed.
        """
        ready = self._question(asked)
        found = weigh_package(ready, check_package(given, ready.model.index))
        return Weighed(found, weighing_draws(ready), case_data(self.dossier, checked(self.dossier), ready.model))

    def war(
        self,
        wished: Wished | None = None,
        asked: Asked | None = None,
        *,
        progress: ProgressListener | None = None,
        cancel: CancelToken | None = None,
    ) -> Followed:
        """The war if no deal is made, month by month, in several courses of events.

        Args:
            wished: number of paths, levers switched off or pulled, events, as the options of `irenic war`.
            asked: draws, seed and threads, as for `deal`.
            progress: is told how the work goes.
            cancel: stops it at the next chunk.

        Raises:
            IrenicError: the dossier has no war; a lever, event, party or body isn't known.
            Cancelled: the token was cancelled.
        """
        ready = self._question(asked)
        war, no_deal = war_answer(ready, wished or Wished(), progress, cancel)
        return Followed(war, no_deal, case_data(self.dossier, checked(self.dossier), ready.model))

    def vote(
        self, body: str | None = None, package: Mapping[str, str] | None = None, asked: Asked | None = None
    ) -> Voted:
        """How bodies vote, and what would have changed it.

        Args:
            body: the only body to tell of; all where None.
            package: issue → option: a package that is put to all who decide it; issues left out stay as without a deal.
            asked: draws and seed, as for `deal`.

        Raises:
            IrenicError: a body, issue or option isn't known; or the dossier can't be computed.
        """
        ready = self._question(asked)
        packages = [] if package is None else [check_package(package, ready.model.index)]
        found = cast(Votes, votes(ready, body=body, packages=packages))
        return Voted(found, case_data(self.dossier, checked(self.dossier), ready.model))

    def run(
        self,
        out: Path,
        asked: Asked | None = None,
        *,
        language: Language = "en",
        fresh: bool = False,
        progress: ProgressListener | None = None,
        cancel: CancelToken | None = None,
    ) -> ResultsFolder:
        """Compute, and write the results folder with its report; an interrupted run goes on.

        Raises:
            IrenicError: the dossier can't be computed, or the folder not written.
            Cancelled: the token was cancelled; finished chunks are kept.
        """
        settings = self._question(asked).settings
        outcome = run_case(self.files, self.dossier, out, settings, fresh=fresh, progress=progress, cancel=cancel)
        write_report(outcome.results, out / "report.html", language)
        return outcome.results

    def compare(
        self,
        other: "Case",
        asked: Asked | None = None,
        *,
        progress: ProgressListener | None = None,
        cancel: CancelToken | None = None,
    ) -> Compared:
        """This case and another answered with the same draws; differences are those of the other from this one.

        Args:
            other: what this is compared with, often the same case with something set otherwise.
            asked: draws, seed, threads and chunk, as for `deal`.
            progress: is told how the work goes.
            cancel: stops it at the next chunk.

        Raises:
            IrenicError: one of them can't be computed.
            Cancelled: the token was cancelled.
        """
        settings = settle(asked or Asked(), self.dossier.file.run, os.environ)
        sides = []
        for case in (self, other):
            own = settings_of_side(settings, asked or Asked(), case.dossier.file.run, os.environ)
            sides.append(computed_side(case.files, case.dossier, own, progress, cancel))
        a, b = sides
        return Compared(compare(a, b, settings), (a.case, b.case))

    def _question(self, asked: Asked | None) -> Question:
        return question(self.dossier, settle(asked or Asked(), self.dossier.file.run, os.environ))


def load(case: str | Path, set: Mapping[str, Any] = MappingProxyType({})) -> Case:  # noqa: A002  # as on the command line
    """Read a dossier: a folder, a variant's file, or the name of a shipped case.

    Args:
        case: the dossier.
        set: dotted path → what stands there instead: a text as it would stand in YAML, such as `"40 to 80"`, or a
            number, truth value, list or mapping; None takes away what is there.

    Raises:
        IrenicError: with every problem of every file, and of what is set.
    """
    files = find_case(str(case), [f"{path}={_as_yaml(value)}" for path, value in set.items()])
    return Case(files, load_dossier(files))


def _as_yaml(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
