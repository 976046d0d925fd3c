"""Writes a case's calibration: what public data say of its theatre, how well that predicts, and where it fails.

    python -m scripts.calibrate CASE [FOLDER OF THE SHARED DATA]

Which series there are, what they measure and on which number they bear stands in `calibration.toml` beside the
dossier. Only months that close at or before the dossier's date say anything of a number; what came after is a test of
its own. The page is what this script writes; a test holds it against the data where they are present.
"""

import math
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from irenic.runs.cases import find_case
from scripts import estimates
from scripts.calibration import FILE, Calibration, number, read_calibration
from scripts.estimates import Months, between, newest, rate, scored
from scripts.fit_battles import ROOT, shared_folder
from scripts.foreseen import WarAhead, look_ahead
from scripts.measures import MEN, count, measure, span


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table and the empty line after it."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def page(case: str, shared: Path) -> str:
    """The page of a case."""
    found = read_calibration(case, shared)
    parts = (_sources, _compared, _measured, _held_out, _came, _unseen)
    lines = [*_head(case, found), *(line for part in parts for line in part(found))]
    return "\n".join(lines).rstrip() + "\n"


def _head(case: str, found: Calibration) -> Iterator[str]:
    command = f"python -m scripts.calibrate {case}"
    yield f"<!-- Written by scripts/calibrate.py: change the script or the description, then `{command}`. -->"
    yield ""
    yield f"# {found.told['title']}"
    yield ""
    yield from found.told["opening"].strip().splitlines()
    yield ""
    yield f"- The dossier's date is {found.as_of}. Months of a level close on day {found.as_of.day}, those of a flow"
    yield "  with the calendar month."
    yield f"- The first fit sees months to {found.told['fit_until']}. The months from there to the dossier's date are"
    yield "  predicted, and then, by a second fit, what came after."
    yield f"- Constant rates are fitted on the last {found.window} months; no window was tried but this one."
    yield "- Intervals of a mean are 90 % (Student's t). They take months as independent, which they are not: read them"
    yield "  as narrow."
    yield ""


def _sources(found: Calibration) -> Iterator[str]:
    yield "## Sources"
    yield ""
    rows = [
        (one.label, one.unit, f"{min(one.values)} to {max(one.values)}", one.source, one.cannot)
        for one in found.series.values()
    ]
    yield from table(("series", "unit", "days", "who makes it", "what it can't tell"), rows)
    yield "Not used:"
    yield ""
    for one in found.told["unused"]:
        yield f"- `{Path(one['file']).name}`: {one['because']}."
    yield ""


def _compared(found: Calibration) -> Iterator[str]:
    yield "## Sources against each other"
    yield ""
    rows = []
    for pair in found.told["compare"]:
        first, second = found.series[pair["first"]], found.series[pair["second"]]
        a, b = (between(found.months[one.id], pair.get("since"), None) for one in (first, second))
        common = sorted(set(a) & set(b))
        levels = [x - y for day in common if (x := first.at(day)) is not None and (y := second.at(day)) is not None]
        match = estimates.agreement(a, b, levels)
        rows.append(
            (
                f"{first.label} less {second.label}",
                f"{match.months}, {match.first} to {match.last}",
                f"{match.level:+,.0f}",
                f"{match.change:+,.0f} ± {match.spread:,.0f}",
                f"{match.correlation:.2f}",
                f"{100 * match.same_direction:.0f} %",
            )
        )
    heads = ("series", "months", "level", "monthly change, mean ± sd", "correlation of changes", "same direction")
    yield from table(heads, rows)
    yield from found.told["compared"].strip().splitlines()
    yield ""
    yield from _trends(found)
    yield from _totals(found)


def _trends(found: Calibration) -> Iterator[str]:
    for pair in found.told["trend"]:
        first, second = (found.months[pair[key]] for key in ("first", "second"))
        common = [day for day in sorted(set(first) & set(second)) if day > pair["since"]]
        rows = [
            (str(day), number(first[day]), number(second[day]), number(MEN * first[day] / second[day]))
            for day in common
        ]
        heads = ("month to", *(found.series[pair[key]].label for key in ("first", "second")), pair["ratio"])
        yield from table(heads, rows)
        yield from pair["says"].strip().splitlines()
        yield ""


def _totals(found: Calibration) -> Iterator[str]:
    for one in found.told["total"]:
        series, text = found.series[one["series"]], found.numbers[one["observed"]].median
        reached = min(day for day, value in series.values.items() if value >= text)
        at = series.at(found.as_of)
        held = "not known" if at is None else f"{number(at)} {series.unit}"
        yield f"**The total.** {series.label}: {held} on {found.as_of}."
        yield f"The text says {number(text)}, which the series reaches on {reached}."
        yield one["says"].strip()
        yield ""


def _measured(found: Calibration) -> Iterator[str]:
    yield "## What was measured, to the dossier's date"
    yield ""
    rows = [(f"`{one['number']}`", *measure(found, one), found.says(one["number"])) for one in found.told["measure"]]
    yield from table(("number", "from", "measured", "the case says (5 / 50 / 95 %)"), rows)
    yield from found.told["measured"].strip().splitlines()
    yield ""
    yield from _lags(found)


def _lags(found: Calibration) -> Iterator[str]:
    yield "### A lag of aid?"
    yield ""
    rows = []
    for one in found.told["lag"]:
        lags = estimates.lagged(found.known(one["cause"]), found.known(one["effect"], one.get("since")), one["most"])
        beyond = [each for each in lags if abs(each.correlation) > each.bound]
        largest = max(lags, key=lambda each: abs(each.correlation))
        rows.append(
            (
                found.series[one["cause"]].label,
                found.series[one["effect"]].label,
                f"{largest.correlation:+.2f} at {largest.lag} months",
                f"±{largest.bound:.2f}",
                f"{len(beyond)} of {len(lags)}",
            )
        )
    yield from table(("cause", "what follows", "largest correlation", "chance alone", "lags beyond it"), rows)
    yield from found.told["lagged"].strip().splitlines()
    yield ""


def _held_out(found: Calibration) -> Iterator[str]:
    yield "## Predicting what was held out"
    yield ""
    until = found.told["fit_until"]
    yield f"Fitted on months to {until}, held against the months from there to {found.as_of}."
    yield ""
    for one in found.told["predict"]:
        months = found.known(one["series"])
        yield from _prediction(found, one["series"], between(months, None, until), between(months, until, None))
    months = found.known(found.told["front"]["series"])
    yield from _walk(found, between(months, None, until), between(months, until, None))
    yield from found.told["held_out"].strip().splitlines()
    yield ""


def _prediction(found: Calibration, name: str, fit: Months, test: Months) -> Iterator[str]:
    series = found.series[name]
    came = ", ".join(number(value) for value in test.values())
    yield f"**{series.label}** ({series.unit} a month), {count(test)}: {came}."
    yield ""
    results = scored(fit, test, found.window)
    best = min(one.error for one in results)
    rows = [
        (
            one.name,
            f"**{number(one.error)}**" if one.error == best else number(one.error),
            f"{one.bias:+.3g}",
            f"{one.total:+,.3g}" if abs(one.total) < 1000 else f"{one.total:+,.0f}",
            "–" if math.isnan(one.within) else f"{100 * one.within:.0f} %",
        )
        for one in results
    ]
    yield from table(("predictor", "mean absolute error", "bias", "error of the sum", "within 90 % band"), rows)


def _walk(found: Calibration, fit: Months, test: Months) -> Iterator[str]:
    """The front as the theatre walks it: a constant chance of a step in the main direction."""
    came = sum(test.values())
    rows = []
    for area in found.told["front"]["step_areas"]:
        still = estimates.still_share(newest(fit, found.window), area)
        chances = estimates.walked(1 - still, 0.0, len(test))
        low, high = estimates.band(chances, -len(test))
        middle = len(test) * (1 - still)
        rows.append(
            (
                f"{area:,}",
                f"{still:.2f}",
                f"{number(area * middle)} ({number(area * low)} to {number(area * high)})",
                f"{area * middle - came:+,.0f}",
                "yes" if area * low <= came <= area * high else "no",
            )
        )
    yield f"**The front as a walk**, {count(test)}, {number(came)} km² came."
    yield ""
    yield from table(("km² of a step", "still months in the window", "predicted, 90 %", "error", "within"), rows)


def _came(found: Calibration) -> Iterator[str]:
    yield "## What came after"
    yield ""
    yield f"Fitted on months to {found.as_of}, held against what is known of later ones. No number of the case rests on"
    yield "these months."
    yield ""
    for one in found.told["predict"]:
        if after := found.after(one["series"]):
            yield from _prediction(found, one["series"], found.known(one["series"]), after)
    ahead = look_ahead(found.dossier)
    yield "### The theatre itself"
    yield ""
    yield f"The case's own draws ({ahead.draws:,}), carried forward without any lever, against these months: 5th, 50th"
    yield "and 95th percentile of the draws' mean months. The year before stands beside the first month."
    yield ""
    rows = [row for one in found.told["predict"] for row in _ahead(found, one, ahead)]
    yield from table(("quantity", "months", "theatre (5 / 50 / 95 %)", "came", "within"), rows)
    yield from found.told["came"].strip().splitlines()
    yield ""


def _ahead(found: Calibration, one: Mapping[str, Any], ahead: WarAhead) -> Iterator[tuple[str, ...]]:
    """What the theatre's draws foresee of a series, beside the last year's months and those that came after."""
    name, what = one["series"], one["theatre"]
    for label, months in (("last year", found.recent(name)), ("after", found.after(name))):
        if months:
            foreseen = ahead.mean_month(what, 1 if label == "last year" else len(months))
            low, middle, high = (number(value) for value in foreseen)
            mean = rate(months).mean
            yield (
                f"{found.series[name].label}, {found.series[name].unit} a month",
                f"{label}: {span(months)}",
                f"{low} / {middle} / {high}",
                number(mean),
                "yes" if foreseen[0] <= mean <= foreseen[2] else "no",
            )


def _unseen(found: Calibration) -> Iterator[str]:
    yield "## What no series can tell"
    yield ""
    for one in found.told["unseen"]:
        yield f"- `{one['number']}`: {one['because']}."


def main(arguments: Sequence[str]) -> int:
    """Writes the page of a case."""
    if not arguments:
        print(__doc__)
        return 2
    shared = Path(arguments[1]) if len(arguments) > 1 else shared_folder()
    files = find_case(arguments[0])
    target = ROOT / tomllib.loads((files.folder / FILE).read_text(encoding="utf-8"))["page"]
    target.write_text(page(arguments[0], shared), encoding="utf-8")
    print(target.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
