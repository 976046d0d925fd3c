"""Levers and clocks against plain loops: random dossiers and courses of events."""

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.acts.course import Happening
from irenic.acts.drawn import draw_acts
from irenic.acts.reference import OneDraw
from irenic.acts.rules import compile_acts
from irenic.acts.stretches import changed, strength, stretches
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything

DRAWS = 3
HORIZON = 18
AID, MONEY = "theatre.sides.avia.aid", "theatre.sides.avia.money"
LEVERS, CLOCKS = ("one", "two", "three"), ("bell", "law")
MONTHS = st.sampled_from([0.0, 1.0, 1.5, 4.0, 4.75, 9.0, 20.0])
CHANCE = st.sampled_from(["0", "0.5", "1", "0.2 to 0.8"])
DAYS = st.sampled_from(["2029-08-01", "2030-01-01", "2030-05-20", "2031-02-03", "2033-01-01"])


@st.composite
def trigger(draw: st.DrawFn, levers: tuple[str, ...], clocks: tuple[str, ...], *, ends: bool = False) -> dict[str, Any]:
    """A trigger that waits only for these levers and clocks."""
    kinds = ["date", "talks-fail", "offer-refused", "offer-made", "body-decides"]
    kinds += [] if ends else ["always", "own-choice"]
    kinds += ["clock"] * 2 if clocks else []
    kinds += ["lever-ends"] * 2 if levers else []
    on = draw(st.sampled_from(kinds))
    more = {
        "date": lambda: {"date": draw(DAYS)},
        "offer-refused": lambda: draw(st.sampled_from([{}, {"by": "avia"}])),
        "offer-made": lambda: {"by": draw(st.sampled_from(["avia", "bruma"]))},
        "body-decides": lambda: {"body": "senate", "decision": draw(st.sampled_from(["yes", "no"]))},
        "clock": lambda: {"clock": draw(st.sampled_from(clocks))},
        "lever-ends": lambda: {"lever": draw(st.sampled_from(levers))},
    }
    return {"on": on, **more.get(on, dict)()}


@st.composite
def lever(draw: st.DrawFn, levers: tuple[str, ...], clocks: tuple[str, ...]) -> dict[str, Any]:
    """A lever that waits only for these."""
    path, op = draw(st.sampled_from([(AID, "add"), (AID, "multiply"), (AID, "set"), (MONEY, "add"), (None, None)]))
    number = {} if path is None else {"path": path, "op": op, "size": draw(st.sampled_from(["2", "0.5 to 4"]))}
    written = {"holder": "chor", **number, "trigger": draw(trigger(levers, clocks))}
    if draw(st.booleans()):
        written["effects"] = {"also": {"path": AID, "op": "multiply", "size": "0.5"}}
    for key, choices in (("lag", ["1", "2.5", "0 to 6"]), ("duration", ["1", "7.25", "2 to 9"])):
        if draw(st.booleans()):
            written[key] = draw(st.sampled_from(choices))
    if draw(st.booleans()):
        written["credibility"] = draw(CHANCE)
    if clocks and draw(st.integers(0, 3)) == 0:
        by = draw(st.sampled_from([{}, {"body": "senate", "decision": draw(st.sampled_from(["yes", "no"]))}]))
        return {
            **written,
            "trigger": {"on": "yearly", **by},
            "end": {"on": "clock", "clock": draw(st.sampled_from(clocks))},
        }
    if draw(st.booleans()):
        written["end"] = draw(trigger(levers, clocks, ends=True))
    return written


@st.composite
def clock(draw: st.DrawFn, levers: tuple[str, ...]) -> dict[str, Any]:
    """A clock that strikes, or counts from one of these levers."""
    written: dict[str, Any] = {"who": "avia"}
    if draw(st.booleans()):
        written |= {"effect": {"path": AID, "op": "add", "size": "1 to 2"}, "credibility": draw(CHANCE)}
    form = draw(st.sampled_from(["date", "every", "after"]))
    if form == "date":
        written["date"] = draw(DAYS)
    elif form == "after":
        written |= {
            "after": draw(trigger(levers, (), ends=True)),
            "months": draw(st.sampled_from(["0", "2.5", "1 to 3"])),
        }
    if form == "every" or draw(st.integers(0, 2)) == 0:
        written["every"] = draw(st.sampled_from(["5", "3 to 8", "0.5"]))
    if draw(st.integers(0, 2)) == 0:
        written["since"] = draw(DAYS)
    return written


@st.composite
def sections(draw: st.DrawFn) -> dict[str, Any]:
    """Levers, clocks and a body; each waits only for those before it, the first clock for the first lever."""
    levers = {"one": draw(lever((), ()))}
    clocks = {"bell": draw(clock(("one",)))}
    levers["two"] = draw(lever(("one",), ("bell",)))
    clocks["law"] = draw(clock(("one", "two")))
    levers["three"] = draw(lever(("one", "two"), ("bell", "law")))
    decides = {"levers": draw(st.sampled_from([["one"], ["two", "three"]]))} if draw(st.booleans()) else {}
    return {"levers": levers, "clocks": clocks, "bodies": {"senate": {"rule": "majority", "decides": decides}}}


@st.composite
def happenings(draw: st.DrawFn) -> tuple[Happening, ...]:
    found = [
        Happening(
            draw(st.sampled_from(["talks-fail", "offer-refused", "offer-made", "body-decides", "lever-ends"])),
            draw(MONTHS),
            by=draw(st.sampled_from(["", "avia", "bruma"])),
            lever=draw(st.sampled_from(LEVERS)),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    decisions: st.SearchStrategy[Literal["yes", "no"]] = st.sampled_from(["yes", "no"])
    return tuple(
        Happening(h.on, h.month, body="senate", decision=draw(decisions)) if h.on == "body-decides" else h
        for h in found
    )


@given(
    written=sections(),
    course=happenings(),
    seed=st.integers(0, 50),
    yes=st.sampled_from([0.0, 0.25, 0.7, 1.0]),
    data=st.data(),
)
@settings(max_examples=150)
def test_stretches_and_changes_are_those_of_plain_loops(
    written: dict[str, Any], course: tuple[Happening, ...], seed: int, yes: float, data: st.DataObject
) -> None:
    clock = {"period": "month", "horizon": str(HORIZON)}
    acts = compile_acts(dossier_of(**{**everything(), **written, "clock": clock}))
    free = [act.id for act in acts.levers if act.trigger.on == "own-choice"]
    pulled = data.draw(st.lists(st.sampled_from(free), unique=True)) if free else []
    without = data.draw(st.lists(st.sampled_from(acts.elements), max_size=1))
    drawn = draw_acts(acts, Sampler(seed), 0, DRAWS)
    found = stretches(acts, drawn, course, {"senate": np.full(DRAWS, yes)}, pulled, without)
    covered = strength(found, HORIZON)
    by_month = {path: changed(acts, drawn, found, path, np.full(DRAWS, 10.0), HORIZON) for path in (AID, MONEY)}
    for d in range(DRAWS):
        plain = OneDraw(acts, drawn, d, course, {"senate": yes}, pulled, without)
        for k, rule in enumerate(acts.rules):
            # Strikes beyond the horizon are no matter of either.
            expected = [(b, e, c) for b, e, c in plain.stretches(rule.element) if c > 0.0]
            rows = [row for row in found.rows_of([k]) if found.chance[d, row] > 0.0]
            told = [(found.begin[d, row], found.end[d, row], found.chance[d, row]) for row in rows]
            assert [x[:2] for x in told] == [x[:2] for x in expected]
            assert [x[2] for x in told] == pytest.approx([x[2] for x in expected], rel=1e-12)  # a few products
            for row in rows:
                for t in range(HORIZON):
                    share = min(max(min(found.end[d, row], t + 1) - max(found.begin[d, row], t), 0.0), 1.0)
                    assert covered[d, row, t] == share
        for path, base in ((AID, 10.0), (MONEY, 0.0)):
            expected_months = plain.changed(path, base, HORIZON)
            assert by_month[path][d].tolist() == pytest.approx(expected_months, rel=1e-9, abs=1e-9)  # sums of products


@given(written=sections(), course=happenings(), seed=st.integers(0, 50))
@settings(max_examples=40)
def test_the_same_rows_whatever_the_chunk(written: dict[str, Any], course: tuple[Happening, ...], seed: int) -> None:
    acts = compile_acts(dossier_of(**{**everything(), **written}))

    def rows(start: int, stop: int) -> Any:
        drawn = draw_acts(acts, Sampler(seed), start, stop)
        return stretches(acts, drawn, course, {"senate": np.full(stop - start, 0.5)})

    whole, first, second = rows(0, 12), rows(0, 5), rows(5, 12)
    for part in (first, second):
        assert part.rule.tolist() == whole.rule.tolist()
        assert part.use.tolist() == whole.use.tolist()
    for name in ("begin", "end", "chance"):
        together = np.concatenate([getattr(first, name), getattr(second, name)])
        assert together.tobytes() == getattr(whole, name).tobytes()
