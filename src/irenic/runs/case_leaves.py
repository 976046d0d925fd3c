"""What `case.json` tells of a dossier, by dotted path: for comparing results whose dossiers are not at hand."""

import json
from collections.abc import Iterator

from irenic.report.case_data import Case, Cell, Number, Pattern, RedLine


def case_leaves(case: Case) -> dict[str, str]:
    """Dotted path → what stands there, in the notation of the format; what nobody says is left out."""
    return {path: text for path, text in _leaves(case) if text is not None}


def _leaves(case: Case) -> Iterator[tuple[str, str | None]]:
    for party in case["parties"]:
        way = f"parties.{party['id']}"
        yield f"{way}.consents", str(party["consents"]).lower()
        yield f"{way}.no_deal", _notation(party["no_deal"])
        yield from _lines(party["red_lines"])
    for issue in case["issues"]:
        way = f"issues.{issue['id']}"
        yield f"{way}.status_quo", issue["status_quo"]
        for option in issue["options"]:
            yield f"{way}.options.{option['id']}", option["id"]
            yield f"{way}.options.{option['id']}.infeasible", _notation(option["infeasible"])
    for identity, row in case["matrix"].items():
        for issue_id, cell in row.items():
            yield from _cell(f"positions.{identity}.{issue_id}", cell)
    for rule in case["rules"]:
        yield f"rules.{rule['id']}", _rule_text(rule["form"], rule["issues"] or rule["pattern"], rule["when"])
    for coalition in case["coalitions"]:
        text = f"{', '.join(coalition['members'])}: {_sorted(coalition['controls'])}"
        yield f"coalitions.{coalition['id']}", text


def _cell(way: str, cell: Cell) -> Iterator[tuple[str, str | None]]:
    yield f"{way}.declared", cell["declared"]
    yield f"{way}.weight", _notation(cell["weight"])
    for option, number in cell["values"].items():
        yield f"{way}.values.{option}", _notation(number)
    yield from _lines(cell["red_lines"])


def _lines(lines: list[RedLine]) -> Iterator[tuple[str, str | None]]:
    for line in lines:
        yield f"{line['id']}.binding", _notation(line["binding"])
        yield f"{line['id']}.cost", _notation(line["cost"])


def _notation(number: Number | None) -> str | None:
    return None if number is None else number["notation"]


def _rule_text(form: str, held: Pattern | list[str], when: Pattern) -> str:
    return " ".join([form, _sorted(held), *(["when", _sorted(when)] if when else [])])


def _sorted(pattern: Pattern | list[str]) -> str:
    # Keys of a results folder are sorted, those of a dossier are not: it is the same rule.
    return json.dumps(pattern, ensure_ascii=False, sort_keys=True)
