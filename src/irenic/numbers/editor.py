"""JSON Schema of the number notation, from which editors complete and check while somebody writes."""

from math import isinf
from typing import Any

from irenic.numbers.scalar import NUMBER_PATTERN
from irenic.numbers.support import PROBABILITY, Support
from irenic.numbers.words import WORDS


def number_json_schema(support: Support) -> dict[str, Any]:
    """JSON Schema of every way to write a number of that support.

    It holds plain numbers to the support; what a text or the numbers of a family must keep to, only the reader checks.
    """
    simple = [_number(support), {"type": "string", "pattern": _text_pattern(support)}, *_families(support)]
    nested = [*simple, {"type": "object", "required": ["choice"]}]
    return {"anyOf": [*simple, _choice(nested)]}


def _number(support: Support) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "number"}
    lower, upper = ("exclusiveMinimum", "exclusiveMaximum") if support.open_ends else ("minimum", "maximum")
    if not isinf(support.low):
        schema[lower] = support.low
    if not isinf(support.high):
        schema[upper] = support.high
    return schema


def _text_pattern(support: Support) -> str:
    forms = [rf"{NUMBER_PATTERN}(\s+to\s+{NUMBER_PATTERN})?"]
    if support == PROBABILITY:
        forms.extend(WORDS)
    return f"^({'|'.join(forms)})$"


def _families(support: Support) -> list[dict[str, Any]]:
    counts = {"pert": 3, "uniform": 2, "triangular": 3, "normal": 2}
    if not isinf(support.high - support.low):
        counts["beta"] = 2
    if support.low == 0 and isinf(support.high):
        counts["lognormal"] = 2
    return [_family(name, count) for name, count in counts.items()]


def _family(name: str, count: int) -> dict[str, Any]:
    numbers = {"type": "array", "items": {"type": ["number", "string"]}, "minItems": count, "maxItems": count}
    return {"type": "object", "properties": {name: numbers}, "required": [name], "additionalProperties": False}


def _choice(value: list[dict[str, Any]]) -> dict[str, Any]:
    weight = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": f"^{NUMBER_PATTERN}$"}]}
    item = {
        "type": "object",
        "properties": {"weight": weight, "value": {"anyOf": value}},
        "required": ["weight", "value"],
        "additionalProperties": False,
    }
    listed = {"type": "array", "items": item, "minItems": 1}
    mapped = {"type": "object", "additionalProperties": weight, "minProperties": 1}
    return {
        "type": "object",
        "properties": {"choice": {"anyOf": [listed, mapped]}},
        "required": ["choice"],
        "additionalProperties": False,
    }
