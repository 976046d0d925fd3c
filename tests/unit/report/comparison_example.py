"""A comparison about made-up countries: the example's case against itself with some things set otherwise."""

from copy import deepcopy

from irenic.report.case_data import Case
from irenic.report.comparison_data import Comparison, PairedShare


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
            },
            "kalai_smorodinsky": {"deals": 0.37, "changed": 0.0, "issues": {}, "moves": []},
            "egalitarian": None,
            "utilitarian": None,
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
    }
