"""One language's edition of the report: everything that its templates show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from markupsafe import Markup

from irenic.errors.problem import Parameter
from irenic.language.messages import Language
from irenic.report import evidence, pictures
from irenic.report.answer import (
    LEADING,
    answer_of,
    condition_sentences,
    exactness_sentence,
    headline_answer,
    headline_sentence,
    rests_on_silence,
    solutions,
)
from irenic.report.case_data import Case, Words
from irenic.report.conflicts import conflict_members, conflict_sentence
from irenic.report.deals import DealsView, deals_view
from irenic.report.matrix import LineView, MatrixView, matrix_view, red_line_views
from irenic.report.mechanisms import MechanismView, mechanism_views
from irenic.report.opening import OPEN_FIXES, OpeningView, opening_view
from irenic.report.option_life import LifeOfIssue, life_counts, life_views
from irenic.report.package_pictures import frontier_sentences, package_pictures
from irenic.report.pictures import Picture
from irenic.report.summary_data import MODES, READINGS, Answer, Conflict, Mode, Reading, Summary
from irenic.report.theatre import TheatreView, theatre_findings, theatre_view
from irenic.report.trades import OPEN_TRADES, TradesView, trades_view
from irenic.report.votes import VotesView
from irenic.report.wording import Wording

if TYPE_CHECKING:
    from irenic.results.folder import ResultsFolder

RARE = 0.01
"""Conflicts that are minimal in a smaller share of draws are folded away, once a few stand open."""

_OPEN_CONFLICTS = 12
_TITLES: Final = {
    "answer": "report.answer-title",
    "no-deal": "wartime.no-deal-title",
    "conflicts": "report.conflicts-title",
    "opening": "opening.opening-title",
    "trades": "opening.trades-title",
    "deals": "report.deals-title",
    "packages": "opening.packages-title",
    "options": "report.options-title",
    "utilities": "report.utilities-title",
    "war": "wartime.war-title",
    "months": "wartime.months-title",
    "levers": "wartime.levers-title",
    "votes": "vote.title",
    "mechanisms": "mechanism.title",
    "positions": "report.positions-title",
    "assumptions": "report.assumptions-title",
    "disputes": "report.disputes-title",
    "unknowns": "report.unknowns-title",
    "claims": "report.claims-title",
    "method": "report.method-title",
}
"""Sections in their order, each with the id of its title."""
_OF_THEATRE: Final = ("no_deal", "war", "months", "levers", "votes")
"""Sections that are there only where the dossier has a theatre, or bodies that decide."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report: the name of its template and anchor, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the conclusion with its label."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """The answer in one reading and mode: the share, its ranges (the second empty where not computed), the zone."""

    share: str
    simulation: str
    assumptions: str
    zone: str
    headline: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A mode of red lines with a cell for each reading of silence."""

    mode: str
    cells: tuple[AnswerCell, ...]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """Readings of silence as columns, modes of red lines as rows."""

    readings: tuple[str, ...]
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict: its share, a sentence that leads, its members, and all of it as one sentence."""

    share: str
    lead: str
    members: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Edition:
    """What the templates of one language show; texts are ready, pictures are drawn."""

    wording: Wording
    tag: str
    digest: str
    files: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    title: str
    verdict: str
    figures: tuple[Figure, ...]
    findings: tuple[str, ...]
    answers: AnswerTable
    ranges: Picture
    conflicts: tuple[ConflictView, ...]
    rare_conflicts: tuple[ConflictView, ...]
    strict_conflicts: tuple[ConflictView, ...]
    opening: OpeningView
    opening_text: str
    trades: TradesView
    deals: DealsView | None
    frontier: tuple[str, ...]
    packages: tuple[Picture, ...]
    life: tuple[LifeOfIssue, ...]
    life_counts: tuple[str, ...]
    options: tuple[Picture, ...]
    utilities: tuple[Picture, ...]
    matrix: MatrixView
    red_lines: tuple[LineView, ...]
    reasons: tuple[evidence.ReasonView, ...]
    idle_reasons: tuple[evidence.ReasonView, ...]
    claim_groups: tuple[evidence.IssueClaims, ...]
    combination_claims: tuple[evidence.PartyClaims, ...]
    disputes: tuple[evidence.DisputeView, ...]
    method: tuple[str, ...]
    theatre: TheatreView
    mechanisms: tuple[MechanismView, ...]
    mechanism_draws: int

    @property
    def language(self) -> Language:
        """The language of the edition."""
        return self.wording.language

    @property
    def case(self) -> Case:
        """The case."""
        return self.wording.case

    @property
    def silent_choices(self) -> bool:
        """Whether a deal shown changes an issue on which a party that must consent is silent."""
        issues = self.deals.issues if self.deals is not None else ()
        return any(choice.silent for issue in issues for choice in issue.choices)

    @property
    def fixes_shown(self) -> int:
        """How many fixes against norms stand open."""
        return OPEN_FIXES

    @property
    def pairs_shown(self) -> int:
        """How many pictures of pairs of parties stand open."""
        return pictures.OPEN_PAIRS

    @property
    def trades_shown(self) -> int:
        """How many logrolls against norms stand open."""
        return OPEN_TRADES

    @property
    def votes(self) -> VotesView | None:
        """Bodies with their votes."""
        return self.theatre.votes

    @property
    def points_shown(self) -> int:
        """How many draws a cloud of points shows."""
        return pictures.POINTS_SHOWN

    def say(self, identity: str, **params: Parameter) -> str:
        """The catalogue entry of that id, filled."""
        return self.wording.say(identity, **params)

    def spoken(self, text: Words) -> Markup:
        """A text of the dossier, marked with its language where that is another one."""
        return evidence.spoken(text, self.wording)


def edition(results: "ResultsFolder", language: Language) -> Edition:
    """Everything that one language's report shows."""
    case, summary = cast(Case, results.case), cast(Summary, results.summary)
    wording = Wording(case, language)
    open_conflicts, rare = _conflicts(headline_answer(summary)["conflicts"], wording)
    entering, idle = evidence.reason_views(summary, wording)
    theatre = theatre_view(summary, wording)
    mechanisms = mechanism_views(summary.get("mechanisms", []), wording)
    return Edition(
        wording=wording,
        tag=evidence.HTML_LANGUAGES[language],
        digest=str(results.manifest["digest"]),
        files=tuple(sorted(results.manifest["dossier"]["files"].items())),
        sections=_sections(theatre, mechanisms, wording),
        title=wording.words(case["title"]),
        verdict=headline_sentence(summary, wording),
        figures=_figures(summary, wording),
        findings=tuple(_findings(summary, wording)),
        answers=_answers(summary, wording),
        ranges=pictures.ranges_picture(summary, wording),
        conflicts=open_conflicts,
        rare_conflicts=rare,
        strict_conflicts=tuple(_conflict(c, wording) for c in summary["strict_conflicts"] if c["share"] >= RARE),
        opening=opening_view(summary["fixes"], wording),
        opening_text=_opening_text(summary, wording),
        trades=trades_view(summary["logrolls"], wording),
        deals=deals_view(summary, wording),
        frontier=frontier_sentences(summary["frontier"], summary["draws"], wording),
        packages=tuple(package_pictures(summary["middle"], summary["frontier"], wording)),
        life=life_views(summary["options_life"], wording),
        life_counts=life_counts(summary["options_life"], wording),
        options=tuple(pictures.option_pictures(summary, wording)),
        utilities=tuple(pictures.utility_pictures(results, summary, wording)),
        matrix=matrix_view(wording),
        red_lines=tuple(red_line_views(wording)),
        reasons=tuple(entering),
        idle_reasons=tuple(idle),
        claim_groups=tuple(evidence.claim_groups(wording)),
        combination_claims=tuple(evidence.combination_claims(wording)),
        disputes=tuple(evidence.dispute_views(wording)),
        method=_method(summary, wording),
        theatre=theatre,
        mechanisms=mechanisms,
        mechanism_draws=summary.get("mechanism_draws", 0),
    )


def _sections(theatre: TheatreView, mechanisms: tuple[MechanismView, ...], wording: Wording) -> tuple[Section, ...]:
    absent = {name.replace("_", "-") for name in _OF_THEATRE if getattr(theatre, name) is None}
    if not mechanisms:
        absent.add("mechanisms")
    return tuple(Section(name, wording.say(title)) for name, title in _TITLES.items() if name not in absent)


def _opening_text(summary: Summary, wording: Wording) -> str:
    before = summary["conditions"]["both"]["share"]
    if before == 1.0:
        return wording.say("opening.none")
    if not summary["fixes"]:
        return wording.say("opening.none-found")
    return wording.say("opening.text", before=wording.percent(before))


def _figures(summary: Summary, wording: Wording) -> tuple[Figure, ...]:
    possible, percent = summary["possible"], wording.percent_range
    simulation = percent(possible["simulation_low"], possible["simulation_high"])
    figures = [Figure(wording.say("report.figure-simulation"), simulation)]
    if possible["low"] is not None and possible["high"] is not None:
        between = percent(possible["low"], possible["high"])
        figures.append(Figure(wording.say("report.figure-assumptions"), between))
    figures.append(Figure(wording.say("report.figure-silence"), wording.percent(possible["silent_share"])))
    return tuple(figures)


def _findings(summary: Summary, wording: Wording) -> list[str]:
    """The conclusion in a few sentences: red lines, the obstacle, the deal, what carries it."""
    answer, case = headline_answer(summary), wording.case
    soft = answer_of(summary, summary["headline"]["reading"], "soft")["possible"]["share"]
    found = [wording.say("report.finding-soft", share=wording.percent(soft))]
    found += condition_sentences(summary, wording)
    if answer["conflicts"]:
        first = answer["conflicts"][0]
        sentence = conflict_sentence(first["members"], case, wording.language)
        found.append(wording.say("report.finding-conflict", share=wording.percent(first["share"]), sentence=sentence))
    chosen = solutions(answer)
    name = next((name for name in LEADING if name in chosen), None)
    if name is not None:
        share, package = wording.percent(chosen[name]["share"]), wording.package(chosen[name]["package"])
        found.append(
            wording.say(
                "report.finding-deal", name=wording.say(f"report.solution-{name}"), share=share, package=package
            )
        )
        if silent := rests_on_silence([chosen[name]["package"]], wording):
            found.append(wording.say("report.finding-silence", issues=silent))
    found += theatre_findings(summary, wording)
    numbers = case["numbers"]
    found.append(
        wording.say(
            "report.finding-rests",
            assumed=numbers["assumed"],
            total=sum(numbers[key] for key in ("backed", "inherited", "assumed", "bare")),
            silent=len(case["silent_cells"]),
            cells=len(case["matrix"]) * len(case["issues"]),
        )
    )
    return found


def _answers(summary: Summary, wording: Wording) -> AnswerTable:
    rows = [
        AnswerRow(
            wording.say(f"report.mode-{mode}"),
            tuple(_answer_cell(summary, reading, mode, wording) for reading in READINGS),
        )
        for mode in MODES
    ]
    return AnswerTable(tuple(wording.say(f"report.reading-{reading}") for reading in READINGS), tuple(rows))


def _answer_cell(summary: Summary, reading: Reading, mode: Mode, wording: Wording) -> AnswerCell:
    answer, headline = answer_of(summary, reading, mode), summary["headline"]
    possible = answer["possible"]
    low, high = possible["low"], possible["high"]
    return AnswerCell(
        share=wording.percent(possible["share"]),
        simulation=wording.percent_range(possible["simulation_low"], possible["simulation_high"]),
        assumptions="" if low is None or high is None else wording.percent_range(low, high),
        zone=_zone(answer, wording),
        headline=(reading, mode) == (headline["reading"], headline["mode"]),
    )


def _zone(answer: Answer, wording: Wording) -> str:
    zone = answer["zone"]
    return wording.say("report.zone", count=wording.count(zone["count"]), share=wording.small_percent(zone["share"]))


def _conflicts(
    conflicts: list[Conflict], wording: Wording
) -> tuple[tuple[ConflictView, ...], tuple[ConflictView, ...]]:
    """Conflicts that stand open, and the rare ones."""
    views = tuple(_conflict(conflict, wording) for conflict in conflicts)
    shown = sum(conflict["share"] >= RARE for conflict in conflicts[:_OPEN_CONFLICTS])
    shown = max(shown, min(3, len(views)))
    return views[:shown], views[shown:]


def _conflict(conflict: Conflict, wording: Wording) -> ConflictView:
    members = tuple(conflict_members(conflict["members"], wording))
    sentence = conflict_sentence(conflict["members"], wording.case, wording.language)
    lead = sentence if len(members) == 1 else wording.say("report.conflict-lead")
    return ConflictView(wording.percent(conflict["share"]), lead, members, sentence)


def _method(summary: Summary, wording: Wording) -> tuple[str, ...]:
    count = wording.count
    return (
        wording.say(
            "report.method-draws",
            draws=count(summary["draws"]),
            seed=summary["seed"],
            packages=count(summary["packages"]),
            feasible=count(summary["feasible"]),
        ),
        wording.say("report.method-possible"),
        wording.say("report.method-zone"),
        *([wording.say("report.method-coalitions")] if wording.case["coalitions"] else []),
        exactness_sentence(summary, wording),
        wording.say("report.method-solutions"),
        wording.say("report.method-conflicts"),
        wording.say("report.method-silence"),
        wording.say("report.method-ranges"),
        wording.say("report.method-comparison"),
    )
