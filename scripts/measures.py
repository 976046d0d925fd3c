"""What a series says of a number of the theatre, by the way that the description names."""

from collections.abc import Mapping
from typing import Any, Final

from scripts import estimates
from scripts.calibration import Calibration, number
from scripts.estimates import Months, rate

MEN: Final = 1000
"""Forces and losses come in thousands, loss rates in men per thousand."""


def measure(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    """What it was measured from, and the result in words."""
    measures = {
        "mean": _mean,
        "still": _still,
        "against": _against,
        "pace": _pace,
        "per-enemy": _per_enemy,
        "exchange": _exchange,
    }
    return measures[one["how"]](found, one)


def count(months: Months) -> str:
    """How many months, in words."""
    return "1 month" if len(months) == 1 else f"{len(months)} months"


def span(months: Months) -> str:
    """How many months and to which day."""
    return f"{count(months)} to {max(months)}"


def _mean(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    months = found.recent(one["series"])
    mean, series = rate(months), found.series[one["series"]]
    spread = f"mean {number(mean.low)} to {number(mean.high)}; a month ± {number(mean.sd)}"
    return f"{series.label}, {span(months)}", f"{number(mean.mean)} {series.unit} a month ({spread})"


def _still(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    months = found.known(one["series"])
    areas = found.told["front"]["step_areas"]
    shares = ", ".join(f"{estimates.still_share(months, area):.2f} at {area:,}" for area in areas)
    return f"{found.series[one['series']].label}, {span(months)}", f"share of still months by km² of a step: {shares}"


def _against(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    told, names = [], []
    for name in one["series"]:
        months = found.known(name, one["since"])
        back = sum(value < 0 for value in months.values())
        told.append(f"{100 * estimates.ground_against(months):.0f} % of the ground, {back} of {len(months)} months")
        names.append(found.series[name].label)
    steps = sum(found.known(one["series"][0], one["since"]).values()) / found.told["front"]["step_areas"][1]
    _, most = estimates.step_direction(round(steps))
    return " / ".join(
        names
    ), f"against the gainer: {' / '.join(told)}; {round(steps)} steps, none back: below {most:.2f}"


def _pace(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    months = found.recent(one["series"])
    pace, area = rate(months).mean, found.numbers[one["number"]]
    lasts = f"{number(area.low / pace)} to {number(area.high / pace)} months, if all of it is there"
    return f"{found.series[one['series']].label}, {span(months)}", f"{number(pace)} km² a month everywhere: {lasts}"


def _per_enemy(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    months = found.recent(one["series"])
    lost, enemy = rate(months).mean, found.numbers[one["enemy"]]
    ends = " to ".join(number(MEN * lost / force) for force in (enemy.high, enemy.low))
    told = f"{number(MEN * lost / enemy.median)} men a month per thousand ({ends} over the enemy's range)"
    return f"{found.series[one['series']].label}, {span(months)}", f"{told}, if all claims are true"


def _exchange(found: Calibration, one: Mapping[str, Any]) -> tuple[str, str]:
    theirs, own = (found.series[name].values for name in one["of"])
    common = sorted(set(theirs) & set(own))
    recent = (theirs[common[-1]] - theirs[common[0]]) / (own[common[-1]] - own[common[0]])
    whole = theirs[common[-1]] / own[common[-1]]
    lost = rate(found.recent(one["series"])).mean / found.numbers[one["enemy"]].median
    exchange = f"{whole:.2f} to one in all, {recent:.2f} since {common[0]}"
    rates = f"{number(MEN * lost / whole)} to {number(MEN * lost / recent)} men a month per thousand"
    return f"{found.series[one['series']].label}, over the ratio of equipment lost", f"{exchange}: {rates}"
