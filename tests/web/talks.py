"""Talks of four made-up parties whose report has every section filled: fixes, trades, norms, folded lists."""

import json
from pathlib import Path
from typing import Any, Final

PARTIES: Final = {"ardenia": "阿登尼亞", "borland": "博蘭", "calmar": "卡爾馬", "dunmere": "敦米爾"}
ISSUES: Final = {
    "bank": ("West bank", "西岸", ("As it is", "Jointly run", "Ceded"), ("維持現狀", "雙方共管", "割讓")),
    "dam": ("Upper dam", "上游水壩", ("Closed", "Shared", "Run by outsiders"), ("關閉", "共用", "由第三方營運")),
    "harbour": ("Harbour", "港口", ("Blocked", "Open to grain", "Open"), ("封鎖", "只開放糧食", "開放")),
    "monitors": ("Monitors", "監察團", ("None", "From neutral states", "Mixed"), ("無", "來自中立國", "混合")),
    "return": ("Return", "返鄉", ("Not settled", "In stages", "At once"), ("未定", "分階段", "立即")),
}
VALUES: Final = {
    "ardenia": ("100 40 0", "0 50 100", "0 60 100", "0 100 40", "0 70 100"),
    "borland": ("0 60 100", "100 60 0", "100 50 0", "0 80 100", "100 50 0"),
    "calmar": ("50 100 0", "0 100 50", "100 40 0", "0 100 60", "0 50 100"),
    "dunmere": ("0 50 100", "60 0 100", "0 100 80", "100 40 0", "0 100 30"),
}
"""Values of the issues' options, issue by issue."""
ASSUMED: Final = "made up for a test"


def write_talks(folder: Path) -> Path:
    """Write the dossier; JSON is YAML."""
    folder.mkdir()
    (folder / "dossier.yaml").write_text(json.dumps(_dossier(), ensure_ascii=False), encoding="utf-8")
    return folder


def _dossier() -> dict[str, Any]:
    return {
        "irenic": 1,
        "title": {"en": "Talks of four", "zh": "四方談判"},
        "as_of": "2031-03-10",
        "parties": {party: _party(party) for party in PARTIES},
        "issues": {issue: _issue(issue) for issue in ISSUES},
        "positions": {party: _positions(party) for party in PARTIES},
        "norms": {
            "land": {"label": {"en": "No land taken by force", "zh": "不得以武力取得土地"}, "options": {"bank": "o2"}}
        },
    }


def _party(party: str) -> dict[str, Any]:
    return {
        "name": {"en": party.title(), "zh": PARTIES[party]},
        "roles": ["belligerent"],
        "consents": True,
        "no_deal": _assumed({"uniform": [40, 72]}),
    }


def _issue(issue: str) -> dict[str, Any]:
    english, chinese, options, in_chinese = ISSUES[issue]
    return {
        "question": {"en": f"What becomes of it: {english}?", "zh": f"{chinese}如何處理？"},
        "label": {"en": english, "zh": chinese},
        "status_quo": "o0",
        "options": {
            f"o{k}": {"label": {"en": en, "zh": zh}} for k, (en, zh) in enumerate(zip(options, in_chinese, strict=True))
        },
    }


def _positions(party: str) -> dict[str, Any]:
    cells = {
        issue: {
            "weight": _assumed({"uniform": [10, 100]}),
            "values": {f"o{k}": _assumed(float(value)) for k, value in enumerate(values.split())},
        }
        for issue, values in zip(ISSUES, VALUES[party], strict=True)
    }
    if party == "ardenia":
        line = {"binding": _assumed(0.9), "cost": _assumed(15), "assumed": ASSUMED}
        cells["bank"]["red_lines"] = {"o2": line}
    return cells


def _assumed(value: Any) -> dict[str, Any]:
    return {"value": value, "assumed": ASSUMED}
