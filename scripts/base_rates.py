"""Writes docs/base-rates.md: how often wars came back, agreements held, peace was kept and sanctions worked.

Every rate states its data, its definition and how many cases it rests on, since a rate without these is an opinion.
The page is what this script writes; a test holds it against the data where they are present.

    python -m scripts.base_rates [FOLDER OF THE SHARED DATA]
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from scipy.stats import CensoredData, binomtest, ecdf

from scripts.fit_battles import ROOT, Row, read_rows, shared_folder

PAGE: Final = ROOT / "docs" / "base-rates.md"
DYADS: Final = Path("data") / "termination" / "ucdp-term-dyad-3-2021.csv"
AGREEMENTS: Final = Path("data") / "termination" / "ucdp-peace-agreements-221.csv"
PEACEKEEPERS: Final = Path("data") / "peacekeeping" / "fortna-ros-minidata.csv"
SANCTIONS: Final = Path("data") / "sanctions" / "TIES.csv"

ENDINGS: Final[Mapping[str, str]] = {"1": "peace agreement", "2": "ceasefire", "5": "low activity"}
KINDS: Final[Mapping[str, str]] = {"1": "full", "2": "partial", "3": "process"}
CONCEDED: Final = frozenset({"1", "2", "6", "7"})
"""TIES outcomes in which the sender got all or part of what it asked for, by threat (1, 2) or by sanction (6, 7)."""
SETTLED: Final = frozenset({"5", "10"})
"""TIES outcomes in which both sides settled, after a threat (5) or after a sanction (10)."""
CENSORED_AT: Final = "2021-12-31"
DAYS_A_YEAR: Final = 365.25


TEXT: Final = """<!-- Written by scripts/base_rates.py: change the script, then `python -m scripts.base_rates`. -->

# Base rates

How often it went well in past cases, before anything is known of the one at hand. A base rate says where a judgement
should start, not where it should end: none of these wars is the war of your dossier, and who reached a full agreement
was not picked by lot. Ranges are 95 % intervals: Wilson's for shares, log-log for survival.

## Does the war come back?

Conflict episodes of two opponents, by how they ended, and the share in which the same two fought again by the end of
the data.

{recurrence}

UCDP Conflict Termination 3-2021, dyads (Kreutz 2010). Not within a fixed time: an ending of 2015 had less time to fail
than one of 1975.

## How long do agreements hold?

Peace agreements by kind: *full* settles the whole dispute, *partial* a part of it, *process* agrees on how to go on.

{survival}

UCDP Peace Agreements 22.1; Kaplan and Meier's (1958) estimate, censored at 2021-12-31. Five partial agreements are
marked as ended without a date (annexes which a later agreement took over) and count as not ended; without them the
partial ones hold with .68. One whose end stands before its signing, since only its year is known, is left out.

## Is peace kept better with peacekeepers?

Ceasefires in civil wars, and the share that held to the end of the data.

{peace}

Fortna (2008), as given with Gelman, Hill and Vehtari (2020). Peacekeepers go where peace is hardest to keep, so the
plain comparison says less than what they do.

## Do threats and sanctions work?

{sanctions}

TIES v4 (Morgan, Bapat and Kobayashi 2014), threats and sanctions of 1945–2005. What counts as success moves the rate
from a quarter to more than a half, so a rate is worth nothing without its definition. Outcome codes: gave way
{{1, 2, 6, 7}}, settled {{5, 10}}.
"""


@dataclass(frozen=True)
class Rate:
    """So many of so many."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """Count over cases."""
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval (1927)."""
        found = binomtest(self.count, self.of).proportion_ci(method="wilson")
        return float(found.low), float(found.high)


@dataclass(frozen=True)
class Survival:
    """Share of agreements that hold so many years, after Kaplan & Meier (1958)."""

    share: float
    low: float
    high: float
    agreements: int
    ended: int


def recurrence(rows: Sequence[Row]) -> dict[str, Rate]:
    """Share of dyadic conflicts that flared up again, by how the episode had ended (L20; Kreutz 2010).

    Counted are the last years of episodes (`dyadterm` 1) by `outcome`; `recur` 1 is a later episode of the same dyad.
    It is a share by the end of the data, not within a fixed time, so that late endings had less time to fail.
    """
    last = [row for row in rows if row["dyadterm"] == "1"]
    return {
        name: _rate([row["recur"] == "1" for row in last if row["outcome"] == code]) for code, name in ENDINGS.items()
    }


def agreement_survival(rows: Sequence[Row], years: float = 5.0) -> dict[str, Survival]:
    """Survival of peace agreements by kind (L21), censored at the end of 2021.

    An agreement ends on the date `duration`. Five partial ones are marked as ended and have no date (annexes of one
    agreement, which took them over): they count as not ended. One whose end stands before its signing, since only the
    year of it is known, is dropped.
    """
    return {name: _survival([row for row in rows if row["pa_type"] == code], years) for code, name in KINDS.items()}


def _survival(rows: Sequence[Row], years: float) -> Survival:
    lasted: list[float] = []
    censored: list[float] = []
    for row in rows:
        end = date.fromisoformat(row["duration"] or CENSORED_AT)
        span = (end - date.fromisoformat(row["pa_date"])).days / DAYS_A_YEAR
        if span >= 0:
            (lasted if row["duration"] else censored).append(span)
    curve = ecdf(CensoredData(uncensored=lasted, right=censored)).sf
    band = curve.confidence_interval(0.95, method="log-log")
    low, share, high = (float(np.asarray(part.evaluate(years))) for part in (band.low, curve, band.high))
    return Survival(share, low, high, len(lasted) + len(censored), len(lasted))


def peace_kept(rows: Sequence[Row]) -> dict[str, Rate]:
    """Share of ceasefires in civil wars that held to the end of the data, by peacekeepers (L22; Fortna 2008)."""
    names = {"1": "with peacekeepers", "0": "without"}
    return {
        name: _rate([row["censored?"] == "1" for row in rows if row["peacekeepers?"] == code])
        for code, name in names.items()
    }


def sanctions(rows: Sequence[Row]) -> dict[str, Rate]:
    """Share of threats and sanctions that got something, by two definitions and two sets of cases (L19)."""
    known = [row["finaloutcome"] for row in rows if row["finaloutcome"]]
    conceded = sum(code in CONCEDED for code in known)
    settled = sum(code in CONCEDED | SETTLED for code in known)
    return {
        "target gave way, of all": Rate(conceded, len(rows)),
        "target gave way, of those with an outcome": Rate(conceded, len(known)),
        "gave way or settled, of all": Rate(settled, len(rows)),
        "gave way or settled, of those with an outcome": Rate(settled, len(known)),
    }


def _rate(hits: Sequence[bool]) -> Rate:
    return Rate(sum(hits), len(hits))


def page(shared: Path) -> str:
    """The page, from the data in the shared folder."""
    return TEXT.format(
        recurrence=_rates("ended by", recurrence(read_rows(shared / DYADS))),
        survival=_survivals(agreement_survival(read_rows(shared / AGREEMENTS))),
        peace=_rates("ceasefire", peace_kept(read_rows(shared / PEACEKEEPERS))),
        sanctions=_rates("counted", sanctions(read_rows(shared / SANCTIONS))),
    )


def _rates(of: str, rates: Mapping[str, Rate]) -> str:
    rows = [f"| {of} | share | 95 % | cases |", "|---|---|---|---|"]
    for name, rate in rates.items():
        low, high = rate.interval
        rows.append(
            f"| {name} | {100 * rate.share:.1f} % | {100 * low:.0f}–{100 * high:.0f} % | {rate.count} of {rate.of} |"
        )
    return "\n".join(rows)


def _survivals(survivals: Mapping[str, Survival]) -> str:
    rows = ["| agreement | holds five years | 95 % | agreements | of them ended |", "|---|---|---|---|---|"]
    rows += [
        f"| {name} | {found.share:.2f} | {found.low:.2f}–{found.high:.2f} | {found.agreements} | {found.ended} |"
        for name, found in survivals.items()
    ]
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Writes the page."""
    PAGE.write_text(page(Path(arguments[0]) if arguments else shared_folder()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
