"""What war is worth to everybody: forecasts, beliefs and backward induction of 10,000 draws.

    python -m benchmarks.war_values [--repeats 5] [--quick] [--json FILE]

The shipped case: every party, both readings of silence, nine beliefs of the odds, 36 months, seven places; along the
course that each party's own refusal sets going. Everything from drawn numbers to values, in processor seconds of one
core, in chunks of 1,024 draws as in a run; one chunk goes before, so that compilation doesn't count. Bound 10 s. Told
too: what of it is the induction itself.
"""

import argparse
import time
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from benchmarks.rows import keep, row
from irenic.acts.drawn import draw_acts
from irenic.acts.rules import Acts, compile_acts
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.named import named_utilities
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from irenic.runs.cases import find_case
from irenic.war.inputs import draw_theatre
from irenic.war.odds import beliefs_of
from irenic.war.theatre import Theatre, compile_theatre
from irenic.war.value import party_courses, prospect_of, values_ahead

CASE: Final = "ukraine-2025-12"
DRAWS: Final = 10_000
CHUNK: Final = 1_024
BOUND: Final = 10.0


def chunk(dossier: Dossier, model: Model, theatre: Theatre, acts: Acts, start: int, stop: int) -> tuple[float, float]:
    """Seconds for some draws: in all, and of the induction."""
    sampler = Sampler(1)
    inputs, drawn = draw_theatre(theatre, sampler, start, stop), draw_acts(acts, sampler, start, stop)
    utilities = named_utilities(model, draw_inputs(model, sampler, start, stop), theatre.packages)
    decisions = {body: np.full(stop - start, 0.5) for body in dossier.file.bodies}
    begin, inducing = time.process_time(), 0.0
    beliefs = beliefs_of(theatre)
    for course in party_courses(theatre, acts, drawn, decisions):
        ahead = prospect_of(theatre, inputs, acts, drawn, course)
        began = time.process_time()
        values_ahead(theatre, ahead, utilities[:, :, course.parties], beliefs)
        inducing += time.process_time() - began
    return time.process_time() - begin, inducing


def main() -> None:
    """Measure.

    Raises:
        SystemExit: the case has no theatre.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=5, help="times that all draws are computed")
    parser.add_argument("--quick", action="store_true", help="once, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    asked = parser.parse_args()
    dossier = load_dossier(find_case(CASE))
    model, acts = compile_model(dossier), compile_acts(dossier)
    theatre = compile_theatre(dossier, model)
    if theatre is None:
        raise SystemExit("the case has no theatre")
    chunk(dossier, model, theatre, acts, 0, CHUNK)
    whole, induction = [], []
    for _ in range(1 if asked.quick else asked.repeats):
        times = [
            chunk(dossier, model, theatre, acts, start, min(start + CHUNK, DRAWS)) for start in range(0, DRAWS, CHUNK)
        ]
        whole.append(sum(time[0] for time in times))
        induction.append(sum(time[1] for time in times))
    what = f"{DRAWS:,} draws, {len(theatre.parties)} parties, two readings, 9 beliefs, {theatre.horizon} months"
    rows = [
        row("war_values", f"war values: {what}", median(whole), "bound", BOUND),
        row("war_values", "of that, backward induction", median(induction), "", None),
    ]
    for told in rows:
        print(f"{told['case']}: {told['ours_s']:.3f} s")
    keep(rows, asked.json)


if __name__ == "__main__":
    main()
