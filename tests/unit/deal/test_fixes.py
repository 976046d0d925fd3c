"""Fixes, worked by hand."""

from typing import Any

import pytest

from irenic.deal.fix_draws import FixDraws, domain_draws, strict_draws
from irenic.deal.fixes import Telling, find_fixes
from irenic.deal.norms import Norms
from irenic.deal.spaces import in_every_reading
from irenic.engine.progress import Cancelled, CancelToken, Progress
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import cell, dossier_of, issue, party

DRAWS = 16


def sections() -> dict[str, Any]:
    """Two parties, a port and a toll, and a line against splitting the port.

    Worth to Avia and Bruma: shared and no toll 0, 100; shared and high 50, 70; split and no toll 30, 66; split and high
    80, 36; ours and no toll 50, 40; ours and high 100, 10. Avia has 60 without a deal, Bruma 50. Bruma refuses the
    split, at 4 points, which are counted above.
    """
    return {
        "parties": {"avia": party(no_deal="60"), "bruma": party(no_deal="50")},
        "issues": {"port": issue("shared", "split", "ours"), "toll": issue("none", "high")},
        "positions": {
            "avia": {
                "port": cell("100", shared="0", split="60", ours="100"),
                "toll": cell("100", none="0", high="100"),
            },
            "bruma": {
                "port": {
                    **cell("60", shared="100", split="50", ours="0"),
                    "red_lines": {"split": {"binding": "1", "cost": "4"}},
                },
                "toll": cell("40", none="100", high="25"),
            },
        },
    }


def fixes_of(
    written: dict[str, Any], norms: Norms | None = None, draws: int = DRAWS, telling: Telling | None = None
) -> list[dict[str, Any]]:
    model = compile_model(dossier_of(**written))

    def draws_of(start: int, stop: int) -> FixDraws:
        inputs = draw_inputs(model, Sampler(0), start, stop)
        return strict_draws(model, inputs, in_every_reading(inputs.no_deal))

    return find_fixes(model, draws_of, draws, norms, telling)


def told(fix: dict[str, Any]) -> tuple[tuple[str, ...], float | None]:
    """Kinds and parties of the steps, and the median cost in tenths of a point."""
    steps = tuple(" ".join(filter(None, (s["kind"], s["party"], s["to"], s["option"]))) for s in fix["steps"])
    return steps, None if fix["cost"] is None else round(fix["cost"]["median"], 1)


def test_what_opens_the_zone_and_in_which_order() -> None:
    found = fixes_of(sections())
    assert [told(fix) for fix in found] == [
        (("concession avia",), 10.0),
        (("side_payment bruma avia",), 10.0),
        (("concession bruma",), 40.0),
        (("side_payment avia bruma",), 40.0),
        (("concession bruma", "red_line bruma"), 18.0),
        (("red_line bruma", "side_payment avia bruma"), 18.0),
    ]
    assert [fix["rank"] for fix in found] == [1, 2, 3, 4, 5, 6]


def test_everything_that_is_said_of_a_fix() -> None:
    fix = fixes_of(sections())[4]
    points = {"low": pytest.approx(14.0), "median": pytest.approx(14.0), "high": pytest.approx(14.0)}
    low = 0.05 ** (1 / DRAWS)
    assert fix == {
        "steps": [
            {
                "kind": "concession",
                "party": "bruma",
                "to": None,
                "constraint": "parties.bruma.no_deal",
                "issue": None,
                "option": None,
                "points": points,
            },
            {
                "kind": "red_line",
                "party": "bruma",
                "to": None,
                "constraint": "positions.bruma.port.red_lines.split",
                "issue": None,
                "option": None,
                "points": {"low": 4.0, "median": 4.0, "high": 4.0},
            },
        ],
        "bearers": {"bruma": pytest.approx(18.0)},
        "cost": {"low": pytest.approx(18.0), "median": pytest.approx(18.0), "high": pytest.approx(18.0)},
        "opens": 1.0,
        "share_before": 0.0,
        "share_after": 1.0,
        "simulation_low": pytest.approx(low),
        "simulation_high": 1.0,
        "package": {"port": "split", "toll": "high"},
        "gives": [
            {"party": "bruma", "issue": "port", "option": "split", "points": pytest.approx(30.0)},
            {"party": "bruma", "issue": "toll", "option": "high", "points": pytest.approx(30.0)},
        ],
        "norms": [],
        "rank": 5,
    }


def test_a_payer_must_not_lose_by_paying() -> None:
    """At shared and high Bruma has 70; with 65 without a deal it has 5 to spare, and Avia lacks 10."""
    written = sections()
    written["parties"]["bruma"] = party(no_deal="65")
    assert ("side_payment bruma avia",) not in [told(fix)[0] for fix in fixes_of(written)]


def test_a_line_is_given_up_for_the_option_that_its_party_gains_most_by() -> None:
    """A high toll takes points from Bruma: nothing in return. A shared one brings it 20, and makes the deal."""
    written = sections()
    written["parties"] = {"avia": party(no_deal="75"), "bruma": party(no_deal="30")}
    assert told(fixes_of(written)[0]) == (("red_line bruma",), 4.0)
    written["parties"]["bruma"] = party(no_deal="45")
    written["issues"]["toll"] = issue("none", "high", "half")
    written["positions"]["avia"]["toll"] = cell("100", none="0", high="100", half="95")
    written["positions"]["bruma"]["toll"] = cell("40", none="50", high="25", half="100")
    found = [told(fix) for fix in fixes_of(written)]
    assert found[0] == (("linkage bruma half",), 4.0)
    assert (("red_line bruma",), 4.0) not in found


def test_rules_and_feasibility_have_no_price_and_come_last_among_single_steps() -> None:
    written = sections()
    written["parties"]["avia"] = party(no_deal="45")
    written["rules"] = {"free-passage": {"forbid": {"port": "shared", "toll": "high"}}}
    found = fixes_of(written)
    assert [told(fix) for fix in found if len(fix["steps"]) == 1][-1] == (("rule",), None)
    rule = next(fix for fix in found if told(fix)[0] == ("rule",))
    assert (rule["cost"], rule["bearers"], rule["gives"], rule["opens"]) == (None, {}, [], 1.0)
    assert (rule["steps"][0]["constraint"], rule["steps"][0]["points"]) == ("rules.free-passage", None)
    written["rules"] = {}
    written["issues"]["toll"]["options"]["high"] = {"infeasible": "0.5"}
    found = fixes_of(written, draws=64)
    option = next(fix for fix in found if told(fix)[0] == ("feasibility",))
    assert (option["opens"], option["share_after"]) == (1.0, 1.0)
    assert 0.3 < option["share_before"] < 0.7
    assert option["steps"][0]["constraint"] == "issues.toll.options.high.infeasible"


def test_what_only_opens_against_a_norm_is_named_and_not_ranked() -> None:
    found = fixes_of(sections(), {"homes": {"port": ("split",)}, "roads": {"toll": ("none",)}})
    assert [(told(fix)[0], fix["norms"], fix["rank"]) for fix in found] == [
        (("concession avia",), [], 1),
        (("side_payment bruma avia",), [], 2),
        (("concession bruma",), [], 3),
        (("side_payment avia bruma",), [], 4),
        (("concession bruma", "red_line bruma"), ["homes"], None),
        (("red_line bruma", "side_payment avia bruma"), ["homes"], None),
    ]


def test_where_no_single_norm_stands_in_the_way_those_of_the_package_are_named() -> None:
    """Bruma lacks 10 if the port is split and 40 if it is Avia's: either norm could be respected, not both."""
    written = sections()
    del written["positions"]["bruma"]["port"]["red_lines"]
    found = fixes_of(written, {"roads": {"port": ("ours",)}, "homes": {"port": ("split",)}})
    fix = next(fix for fix in found if told(fix)[0] == ("concession bruma",))
    assert (told(fix)[1], fix["package"]["port"], fix["norms"], fix["rank"]) == (10.0, "split", ["homes"], None)


def test_with_a_deal_everywhere_there_is_nothing_to_open() -> None:
    written = sections()
    written["parties"] = {"avia": party(no_deal="10"), "bruma": party(no_deal="10")}
    assert fixes_of(written) == []


def test_an_issue_on_which_somebody_is_silent_stays_where_it_is() -> None:
    """Avia would have its 60 points if only the flag could be changed; Bruma has said nothing about it."""
    written = sections()
    written["issues"]["flag"] = issue("old", "new")
    written["positions"]["avia"]["flag"] = cell("40", old="0", new="100")
    found = fixes_of(written)
    assert found
    assert all(fix["package"]["flag"] == "old" for fix in found)


def test_a_domain_has_one_draw_and_shares_of_all_or_nothing() -> None:
    model = compile_model(dossier_of(**sections()))
    inputs = draw_inputs(model, Sampler(0), 0, 1)
    spaces = strict_draws(model, inputs, in_every_reading(inputs.no_deal)).spaces
    written = sections()
    del written["positions"]["bruma"]["port"]["red_lines"]
    plain = compile_model(dossier_of(**written))
    found = find_fixes(plain, lambda start, stop: domain_draws(plain, spaces), 1)
    first = found[0]
    assert told(first) == (("concession avia",), 10.0)
    assert (first["opens"], first["share_after"], first["simulation_low"], first["simulation_high"]) == (1, 1, 1, 1)


@pytest.mark.parametrize("norms", [{}, {"homes": {"port": ("split",)}, "roads": {"toll": ("high",)}}])
@pytest.mark.parametrize("no_deal", ["60", "10"])
def test_progress_goes_to_its_end_and_a_token_stops_the_search(norms: Norms, no_deal: str) -> None:
    events: list[Progress] = []
    written = sections()
    written["parties"]["avia"] = party(no_deal=no_deal)
    fixes_of(written, norms, draws=20, telling=Telling(chunk=6, stage="here", progress=events.append))
    assert {event.stage for event in events} == {"here"}
    shares = [event.done / event.total for event in events]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        fixes_of(sections(), telling=Telling(cancel=token))
