"""A comparison about made-up countries: the example's case against itself with some things set otherwise."""

from copy import deepcopy

from irenic.report.case_data import Case
from irenic.report.comparison_data import (
    Comparison,
    FixChange,
    FixFigures,
    FixStep,
    LogrollChange,
    LogrollFigures,
    OptionLives,
    Paired,
    PairedShare,
    TradeOf,
)
from irenic.report.opening_data import StepKind


def other_side(case: Case) -> Case:
    """The second side's case: without the fund, with a party that must consent."""
    other = deepcopy(case)
    other["name"], other["title"] = "bank+no-fund", {"en": "The bank, without a fund", "zh": "河岸（無基金）"}
    other["parties"][2]["consents"] = True
    payments = next(issue for issue in other["issues"] if issue["id"] == "payments")
    payments["options"] = [option for option in payments["options"] if option["id"] != "fund"]
    other["constraints"].append(
        {
            "id": "no-deal:calmar",
            "kind": "no_deal",
            "party": "calmar",
            "issue": None,
            "option": None,
            "red_line": None,
            "rule": None,
            "coalition": None,
        }
    )
    return other


def share(a: float, b: float, only_a: float = 0.0) -> PairedShare:
    """A share of draws on both sides; what is not only on the first is on the second."""
    difference = round(b - a, 6)
    low, high = difference - 0.02, difference + 0.02
    return {
        "a": a,
        "b": b,
        "difference": difference,
        "low": low,
        "high": high,
        "only_a": only_a,
        "only_b": round(difference + only_a, 6),
    }


def mean(a: float, b: float) -> Paired:
    """A mean over draws on both sides."""
    difference = round(b - a, 6)
    return {"a": a, "b": b, "difference": difference, "low": difference - 1, "high": difference + 1}


def lives(
    issue: str, option: str, a: tuple[float, float], b: tuple[float, float], only: tuple[float, float, float, float]
) -> OptionLives:
    """An option's life: live and decisive on both sides; then live and decisive on one side only."""
    return {
        "issue": issue,
        "option": option,
        "a": {"live": a[0], "decisive": a[1]},
        "b": {"live": b[0], "decisive": b[1]},
        "live_only_a": only[0],
        "live_only_b": only[1],
        "decisive_only_a": only[2],
        "decisive_only_b": only[3],
    }


def step(kind: StepKind, party: str | None, constraint: str, **more: str) -> FixStep:
    """A step of a fix."""
    return {
        "kind": kind,
        "party": party,
        "to": more.get("to"),
        "constraint": constraint,
        "issue": more.get("issue"),
        "option": more.get("option"),
    }


def fix(cost: float | None, after: float, rank: int | None, *norms: str) -> FixFigures:
    """A fix on one side."""
    return {"cost": cost, "opens": 0.4, "share_after": after, "norms": list(norms), "rank": rank}


def trade(party: str, issue: str, option: str) -> TradeOf:
    """On which issue a party has its way."""
    return {"party": party, "issue": issue, "option": option}


def logroll(gains: list[float], share: float, rank: int | None, *norms: str) -> LogrollFigures:
    """A logroll on one side."""
    return {"gains": gains, "share": share, "worth": 0.04, "norms": list(norms), "rank": rank}


CONCESSION = step("concession", "ardenia", "no-deal:ardenia")
PAYMENT = step("side_payment", "borland", "no-deal:ardenia", to="ardenia")
LINKAGE = step("linkage", "borland", "red-line:borland:borland", issue="dam", option="outsider")
FIXES: list[FixChange] = [
    {"steps": [CONCESSION], "a": fix(5.2, 0.47, 1), "b": fix(12.4, 0.31, 2)},
    {"steps": [step("concession", "calmar", "no-deal:calmar")], "a": None, "b": fix(3.0, 0.5, 1)},
    {"steps": [PAYMENT, step("feasibility", None, "infeasible:dam:shared")], "a": fix(3.0, 0.4, 2), "b": None},
    {"steps": [step("rule", None, "rule:mission-first")], "a": fix(None, 0.2, 3), "b": fix(None, 0.25, 3)},
    {"steps": [CONCESSION, LINKAGE], "a": fix(9.0, 0.6, 4), "b": fix(9.1, 0.6, 4)},
    {
        "steps": [step("red_line", "ardenia", "red-line:ardenia:ceded")],
        "a": fix(20.0, 0.3, None, "territory"),
        "b": None,
    },
    {"steps": [LINKAGE], "a": None, "b": fix(8.0, 0.2, 5)},
]
LOGROLLS: list[LogrollChange] = [
    {
        "trades": [trade("ardenia", "bank", "joint"), trade("borland", "dam", "outsider")],
        "a": logroll([6.0, 4.0], 0.62, 1),
        "b": logroll([2.5, 4.0], 0.4, 1),
    },
    {
        "trades": [trade("ardenia", "dam", "closed"), trade("borland", "bank", "ceded")],
        "a": logroll([3.0, 0.4], 0.1, None, "territory"),
        "b": None,
    },
    {
        "trades": [trade("ardenia", "dam", "closed"), trade("calmar", "monitors", "mission")],
        "a": None,
        "b": logroll([3.0, 11.0], 0.2, 2),
    },
]


def comparison(case: Case) -> Comparison:
    """What the two sides have apart."""
    hard = {"hard": share(0.62, 0.41, 0.25), "soft": share(0.9, 0.9)}
    return {
        "a": {"name": case["name"], "title": case["title"], "set": [], "results": "results/bank"},
        "b": {
            "name": "bank+no-fund",
            "title": {"en": "The bank, without a fund", "zh": "河岸（無基金）"},
            "set": ["parties.ardenia.no_deal=30 to 50", "parties.calmar.consents=true"],
            "results": None,
        },
        "draws": 128,
        "seed": 0,
        "headline": {"reading": "silent_zero", "mode": "hard"},
        "differences": [
            {"path": "parties.calmar.consents", "kind": "value", "a": "false", "b": "true"},
            {"path": "parties.ardenia.no_deal", "kind": "number", "a": "25 to 45", "b": "30 to 50"},
            {"path": "positions.ardenia.bank.declared", "kind": "value", "a": "divided", "b": "joint"},
            {"path": "positions.ardenia.bank.red_lines.ceded", "kind": "element", "a": "{binding: 0.9}", "b": None},
            {"path": "positions.calmar.bank.weight", "kind": "value", "a": None, "b": "40"},
            {"path": "rules.no-double", "kind": "element", "a": None, "b": "{forbid: {}}"},
            {"path": "title", "kind": "words", "a": "The bank", "b": "The bank, without a fund"},
        ],
        "whole": False,
        "only_a": {"issues": [], "options": [["payments", "fund"]], "parties": []},
        "only_b": {"issues": [], "options": [], "parties": ["calmar"]},
        "possible": {
            "silent_zero": {"hard": hard["hard"], "soft": hard["soft"]},
            "silent_wide": {"hard": share(0.5, 0.5), "soft": share(0.8, 1.0)},
        },
        "conditions": {"as_written": share(0.3, 0.1, 0.2), "still_in_silence": share(0, 0), "both": share(0, 0)},
        "zone": {"a": 0.012, "b": 0.0004, "difference": -0.0116, "low": -0.013, "high": -0.01},
        "zone_draws": 128,
        "s_star": {
            "a": {"low": -0.2, "median": 0.1, "high": 0.3, "none": 0.0},
            "b": {"low": None, "median": None, "high": None, "none": 1.0},
            "difference": None,
            "rises": 0.0,
            "falls": 1.0,
        },
        "solutions": {
            "nash": {
                "deals": 0.37,
                "changed": 0.4,
                "issues": {"bank": 0.4, "dam": 0.0, "payments": 0.3, "monitors": 0.0},
                "moves": [
                    {"issues": {"payments": ["fund", "borland"], "bank": ["divided", "joint"]}, "share": 0.3},
                    {"issues": {"bank": ["divided", "joint"]}, "share": 0.1},
                ],
                "utilities": {"ardenia": mean(58.2, 63.4), "borland": mean(61, 60.9)},
            },
            "kalai_smorodinsky": {
                "deals": 0.37,
                "changed": 0.0,
                "issues": {},
                "moves": [],
                "utilities": {"ardenia": mean(57, 57.2)},
            },
            "egalitarian": None,
            "utilitarian": None,
        },
        "raiffa": {
            "told": 0.37,
            "utilities": {"ardenia": mean(57, 57.2), "borland": mean(62.5, 58)},
            "continuous": None,
        },
        "options": [
            {"issue": "bank", "option": "joint", "a": 0.2, "b": 0.6},
            {"issue": "bank", "option": "divided", "a": 0.8, "b": 0.4},
            {"issue": "dam", "option": "closed", "a": 0.5, "b": 0.5},
        ],
        "conflicts": [
            {"members": ["no-deal:ardenia", "no-deal:calmar"], "a": 0.0, "b": 0.3},
            {"members": ["no-deal:borland", "red-line:ardenia:ceded"], "a": 0.11, "b": 0.0},
            {"members": ["no-deal:ardenia", "no-deal:borland"], "a": 0.04, "b": 0.09},
            {"members": ["rule:mission-first"], "a": 0.02, "b": 0.02},
        ],
        "strict_conflicts": [],
        "options_life": {
            "headline": {
                "deals": 0.37,
                "options": [
                    lives("bank", "divided", (1.0, 0.25), (0.0, 0.0), (1.0, 0.0, 0.25, 0.0)),
                    lives("bank", "joint", (0.5, 0.0), (1.0, 0.75), (0.0, 0.5, 0.0, 0.75)),
                    lives("dam", "closed", (1.0, 0.0), (1.0, 0.0), (0.0, 0.0, 0.0, 0.0)),
                ],
            },
            "strict": {"deals": 0.0, "options": []},
        },
        "frontier": {
            "a": {"low": 4, "median": 7, "high": 11, "computed": 128, "within": "allowed"},
            "b": {"low": 3, "median": 5, "high": 11, "computed": 120, "within": "allowed"},
            "difference": mean(7, 5.5),
            "larger": 0.1,
            "smaller": 0.7,
        },
        "fixes": FIXES,
        "logrolls": LOGROLLS,
        "opening_draws": 128,
    }
