"""Fixes, logrolls, frontier and middle case of the example, as an analysis would leave them."""

from irenic.report.opening_data import Fix, Frontier, Gives, Logroll, Middle, OptionLife, Points, Step
from irenic.report.summary_data import Basis

JOINT = {"bank": "joint", "dam": "outsider", "payments": "none", "monitors": "mission"}
CEDED = {"bank": "ceded", "dam": "closed", "payments": "none", "monitors": "none"}


def points(low: float, median: float, high: float) -> Points:
    return {"low": low, "median": median, "high": high}


def step(
    kind: str, party: str | None, constraint: str | None = None, worth: Points | None = None, **more: str | None
) -> Step:
    found = {"kind": kind, "party": party, "to": None, "constraint": constraint, "issue": None, "option": None}
    return {**found, "points": worth, **more}  # type: ignore[typeddict-item]


CONCESSION = step("concession", "ardenia", "no-deal:ardenia", points(2, 5, 9))
LINE = step("red_line", "ardenia", "red-line:ardenia:ceded", points(20, 20, 20))
LINKAGE = step("linkage", "borland", "red-line:borland:borland", points(6, 8, 12), issue="dam", option="outsider")
PAYMENT = step("side_payment", "borland", "no-deal:ardenia", points(1, 3, 4), to="ardenia")
RULE = step("rule", None, "rule:mission-first")
FEASIBLE = step("feasibility", None, "infeasible:dam:shared")


LOSSES = (("dam", "outsider", 12.4), ("monitors", "mission", 0.2))


def gives(party: str, issue: str, option: str, worth: float) -> Gives:
    return {"party": party, "issue": issue, "option": option, "points": worth}


def fix(steps: list[Step], bearers: dict[str, float], rank: int | None, norms: list[str] | None = None) -> Fix:
    return {
        "steps": steps,
        "bearers": bearers,
        "cost": points(2, 5, 9) if bearers else None,
        "opens": 0.4,
        "share_before": 0.12,
        "share_after": 0.47,
        "simulation_low": 0.44,
        "simulation_high": 0.5,
        "package": CEDED if norms else JOINT,
        "gives": [gives(party, *loss) for loss in LOSSES for party in bearers],
        "norms": norms or [],
        "rank": rank,
    }


FIXES = [
    fix([CONCESSION], {"ardenia": 5.0}, 1),
    fix([RULE], {}, 2),
    fix([PAYMENT, FEASIBLE], {"borland": 3.0}, 3),
    fix([CONCESSION, LINKAGE, RULE], {"ardenia": 5.0, "borland": 8.0}, 4),
    fix([LINE], {"ardenia": 20.0}, None, ["territory"]),
]

LOGROLLS: list[Logroll] = [
    {
        "trades": [
            {"party": "ardenia", "issue": "bank", "option": "joint", "points": points(3, 6, 9)},
            {"party": "borland", "issue": "dam", "option": "outsider", "points": points(1, 4, 8)},
        ],
        "share": 0.62,
        "worth": 0.04,
        "others": {"calmar": -1.26},
        "norms": [],
        "rank": 1,
    },
    {
        "trades": [
            {"party": "ardenia", "issue": "dam", "option": "closed", "points": points(3, 3, 3)},
            {"party": "borland", "issue": "bank", "option": "ceded", "points": points(0, 0.4, 0)},
        ],
        "share": 0.1,
        "worth": 0.01,
        "others": {},
        "norms": ["territory"],
        "rank": None,
    },
]

FRONTIER: Frontier = {
    "size": 7,
    "low": 4,
    "high": 11,
    "computed": 128,
    "within": "allowed",
    "draw": "middle",
    "of_draw": 2,
    "points": [
        {"package": JOINT, "utilities": {"ardenia": 60.0, "borland": 58.0}},
        {"package": {**JOINT, "dam": "shared"}, "utilities": {"ardenia": 55.0, "borland": 66.0}},
    ],
}

MIDDLE: Middle = {
    "no_deal": {"ardenia": 35.0, "borland": 40.0},
    "packages": [[60.0, 58.0], [20.0, 70.0], [44.0, 41.0]],
    "in_zone": [True, False, True],
    "solutions": {
        "nash": {"ardenia": 60.0, "borland": 58.0},
        "kalai_smorodinsky": {"ardenia": 55.0, "borland": 66.0},
        "egalitarian": None,
        "utilitarian": {"ardenia": 55.0, "borland": 66.0},
        "raiffa": {"ardenia": 57.0, "borland": 62.5},
    },
}

LIFE: dict[Basis, dict[str, dict[str, OptionLife]]] = {
    "headline": {
        "bank": {
            "divided": {"live": 0.0, "decisive": 0.0},
            "joint": {"live": 1.0, "decisive": 0.25},
            "ceded": {"live": 0.75, "decisive": 0.0},
        },
        "dam": {name: {"live": 1.0, "decisive": 0.0} for name in ("closed", "shared", "outsider")},
        "payments": {name: {"live": 1.0, "decisive": 0.0} for name in ("none", "fund", "borland")},
        "monitors": {name: {"live": 1.0, "decisive": 0.0} for name in ("none", "mission")},
    },
    "strict": {},
}
