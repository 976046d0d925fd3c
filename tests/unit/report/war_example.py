"""A made-up war of the example's countries over twelve months, for brief, report and the page of `irenic war`."""

from collections.abc import Sequence
from math import exp

from irenic.report.case_data import Case, LeverWords, Number, TheatreWords
from irenic.report.summary_data import OtherBasis, Summary
from irenic.report.war_data import (
    Breaks,
    ByMonth,
    Fan,
    LeverEntry,
    Month,
    NoDealValue,
    Observed,
    Quantity,
    Scenario,
    Spread,
    War,
)

MONTHS = 12
SIDES = ("ardenia", "borland")
PLACES = ("ardenia-prevails", "gained", "held", "lost", "borland-prevails")


def with_theatre(case: Case, summary: Summary) -> None:
    """Give the example its war, its levers and what no deal is worth."""
    case["theatre"], case["levers"] = theatre(), levers()
    summary["no_deal"], summary["other_basis"] = no_deal(), other_basis()
    summary["by_month"], summary["war"] = by_month(), war()


def theatre() -> TheatreWords:
    """Three positions and two ends."""
    meanings = {
        "ardenia-prevails": ("Ardenia holds the whole bank", "阿登尼亞控制整個東岸"),
        "gained": ("Ardenia has crossed the river", "阿登尼亞已渡河"),
        "held": ("Both armies stand where they are", "雙方軍隊留在原處"),
        "lost": ("Borland has reached the upper dam", "博蘭已推進至上游水壩"),
        "borland-prevails": ("Borland dictates its terms", "博蘭強加其條件"),
    }
    return {
        "places": [
            {"id": place, "z": z, "meaning": dict(zip(("en", "zh"), meanings[place], strict=True)), "end": abs(z) == 2}
            for z, place in zip(range(-2, 3), PLACES, strict=True)
        ],
        "start": "held",
        "observed": [
            {
                "id": "losses",
                "label": {"en": "Borland’s losses", "zh": "博蘭的損失"},
                "unit": {"en": "thousand", "zh": "千人"},
            },
            {"id": "pace", "label": {"": "pace"}, "unit": {}},
        ],
    }


def levers() -> list[LeverWords]:
    """Aid that works, an attack that its holder may choose, a lever that never works, and a clock."""
    amount: Number = {"notation": "2 to 4", "low": 2, "median": 3, "high": 4, "backing": "assumed"}
    calmar, ardenia = {"en": "Calmar", "zh": "卡爾馬"}, {"en": "Ardenia", "zh": "阿登尼亞"}
    return [
        {
            "id": "levers.grain-aid",
            "label": {"en": "Calmar’s grain for arms", "zh": "卡爾馬的糧援換武器"},
            "holders": [calmar],
            "own_choice": False,
            "costs": [
                {"bearer": "calmar", "name": calmar, "amount": amount, "unit": {"en": "billion USD", "zh": "十億美元"}}
            ],
        },
        {
            "id": "levers.crossing",
            "label": {"en": "A crossing of the Ose", "zh": "渡過奧色河"},
            "holders": [ardenia],
            "own_choice": True,
            "costs": [{"bearer": "ardenia", "name": ardenia, "amount": None, "unit": {}}],
        },
        {
            "id": "levers.pension",
            "label": {"": "pension"},
            "holders": [calmar, ardenia],
            "own_choice": False,
            "costs": [],
        },
        {
            "id": "clocks.harvest",
            "label": {"en": "The harvest", "zh": "收成"},
            "holders": [ardenia],
            "own_choice": False,
            "costs": [],
        },
    ]


def spread(median: float, wide: float) -> Spread:
    return {"low": median - wide, "median": median, "high": median + wide}


def fan(start: float, slope: float, wide: float) -> Fan:
    """Quantiles that widen by the month around a straight line."""
    middle = [start + slope * t for t in range(MONTHS + 1)]

    def off(by: float) -> list[float]:
        return [round(value + by * (1 + t / 4), 3) for t, value in enumerate(middle)]

    return {"p5": off(-wide), "p25": off(-wide / 3), "p50": middle, "p75": off(wide / 3), "p95": off(wide)}


def fans(side: str, loss: float) -> dict[Quantity, Fan]:
    start = 80.0 if side == "ardenia" else 120.0
    return {"forces": fan(start, -loss, 4), "money": fan(9, -0.6 * loss, 1), "casualties": fan(0, 2 * loss, 1.5)}


def front(drift: float) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {place: [] for place in PLACES}
    for t in range(MONTHS + 1):
        weights = (0.004 * t, 0.02 * t, exp(-t / 8), 0.05 * drift * t, 0.02 * drift * t)
        for place, weight in zip(PLACES, weights, strict=True):
            found[place].append(weight / sum(weights))
    return found


def scenario(identity: str, held: Sequence[str], drift: float, median: float | None, worth: float) -> Scenario:
    breaks: Breaks = {
        "never": 0.3 if median is not None else 0.8,
        "by_side": {"ardenia": 0.6 if median is not None else 0.15, "borland": 0.1 if median is not None else 0.05},
        "low": 3.0,
        "median": median,
        "high": None,
    }
    return {
        "id": identity,
        "levers": list(held),
        "front": front(drift),
        "fans": {side: fans(side, drift) for side in SIDES},
        "collapse": {
            "ardenia": [round(0.01 * drift * t, 4) for t in range(MONTHS + 1)],
            "borland": [0.0] * (MONTHS + 1),
        },
        "breaks": breaks,
        "values": {"ardenia": spread(worth, 8), "borland": spread(70 - worth, 6)},
    }


def war() -> War:
    """Three courses of the war."""
    entries: list[LeverEntry] = [
        {
            "id": "levers.grain-aid",
            "paths": ["theatre.sides.ardenia.aid"],
            "works": True,
            "begins": spread(2, 1),
            "ends": None,
            "chance": spread(0.7, 0.2),
            "effect": {"ardenia": spread(4, 2), "borland": spread(-3, 1)},
            "bearers": ["calmar"],
        },
        {
            "id": "levers.crossing",
            "paths": ["theatre.battle.initiative.ardenia"],
            "works": False,
            "begins": None,
            "ends": None,
            "chance": None,
            "effect": {"ardenia": spread(-1, 0.5)},
            "bearers": ["ardenia"],
        },
        {
            "id": "levers.pension",
            "paths": [],
            "works": False,
            "begins": None,
            "ends": None,
            "chance": None,
            "effect": {},
            "bearers": [],
        },
        {
            "id": "clocks.harvest",
            "paths": ["parties.ardenia.discount"],
            "works": True,
            "begins": spread(0, 0),
            "ends": spread(6.5, 0),
            "chance": spread(1, 0),
            "effect": {},
            "bearers": [],
        },
    ]
    observed: list[Observed] = [
        {
            "id": "losses",
            "measures": "casualties",
            "observed": spread(20, 0),
            "implied": spread(24, 6),
            "share_within": 0.4,
        },
        {
            "id": "pace",
            "measures": "advance",
            "observed": spread(0.4, 0.2),
            "implied": spread(0.5, 0.1),
            "share_within": 1.0,
        },
    ]
    return {
        "sides": list(SIDES),
        "months": MONTHS,
        "runs": 4096,
        "draws": 128,
        "valued": 96,
        "scenarios": [
            scenario("as-written", (), 1, 8.0, 34),
            scenario("without:grain-aid", ("grain-aid",), 1.6, 5.0, 30),
            scenario("no-new-money-or-aid", ("grain-aid",), 1.8, 4.0, 29),
            scenario("pulled:crossing", ("crossing",), 0.8, None, 33),
        ],
        "levers": entries,
        "observed": observed,
        "missing": [],
    }


def no_deal() -> dict[str, NoDealValue]:
    """Two parties with both kinds, one with a stated value alone."""
    return {
        "ardenia": {"stated": spread(35, 10), "computed": spread(34, 8), "used": "computed", "tail": spread(0.2, 0.1)},
        "borland": {"stated": spread(40, 10), "computed": spread(36, 6), "used": "computed", "tail": spread(0.3, 0.1)},
        "calmar": {"stated": spread(20, 5), "computed": None, "used": "stated", "tail": None},
    }


def other_basis() -> OtherBasis:
    """The share with the stated values."""
    return {"basis": "stated", "share": 0.71, "simulation_low": 0.68, "simulation_high": 0.74}


def by_month() -> ByMonth:
    """The zone shrinks as the war goes on."""
    months: list[Month] = [
        {
            "month": t,
            "share": 0.75 - 0.02 * t,
            "low": 0.73 - 0.02 * t,
            "high": 0.77 - 0.02 * t,
            "strict": 0.12 - 0.005 * t,
            "no_deal": {"ardenia": spread(34 - 0.5 * t, 8), "borland": spread(36 + 0.5 * t, 6)},
        }
        for t in range(MONTHS + 1)
    ]
    return {"draws": 128, "months": months}
