from typing import Any

import jsonschema
import pytest

from irenic.numbers.notation import NotationError, number_from, number_json_schema
from irenic.numbers.support import AMOUNT, ANY, FRACTION, POINTS, PROBABILITY, SUPPORTS, Support

READ = [
    (POINTS, 60),
    (POINTS, "60"),
    (POINTS, "40 to 80"),
    (POINTS, {"pert": [20, 50, 90]}),
    (POINTS, {"beta": [2, "5"]}),
    (POINTS, {"choice": [{"weight": 1, "value": 20}, {"weight": "2", "value": "40 to 80"}]}),
    (POINTS, {"choice": {"20": 1, "40 to 80": 2.5}}),
    (POINTS, {"choice": [{"weight": 1, "value": {"choice": {"20": 1}}}]}),
    (PROBABILITY, "almost certain"),
    (AMOUNT, {"lognormal": [3, 2]}),
    (ANY, {"normal": [0, 1]}),
]
REFUSED = [
    (POINTS, 101),
    (FRACTION, 1),
    (AMOUNT, -1),
    (POINTS, "likely"),
    (POINTS, "40-80"),
    (POINTS, "40%"),
    (POINTS, True),
    (POINTS, None),
    (POINTS, [20, 90]),
    (POINTS, {"pert": [20, 90]}),
    (POINTS, {"weibull": [1, 2]}),
    (POINTS, {"lognormal": [3, 2]}),
    (ANY, {"beta": [2, 5]}),
    (POINTS, {"pert": [20, 50, 90], "uniform": [1, 2]}),
    (POINTS, {"choice": []}),
    (POINTS, {"choice": [{"weight": -1, "value": 20}]}),
    (POINTS, {"choice": [{"weight": 1}]}),
]


def accepts(support: Support, raw: Any) -> bool:
    return jsonschema.Draft202012Validator(number_json_schema(support)).is_valid(raw)


@pytest.mark.parametrize("support", SUPPORTS, ids=lambda s: s.name)
def test_it_is_a_schema(support: Support) -> None:
    jsonschema.Draft202012Validator.check_schema(number_json_schema(support))


@pytest.mark.parametrize(("support", "raw"), READ, ids=lambda x: str(getattr(x, "name", x)))
def test_what_is_read_is_accepted(support: Support, raw: Any) -> None:
    number_from(raw, support)
    assert accepts(support, raw)


@pytest.mark.parametrize(("support", "raw"), REFUSED, ids=lambda x: str(getattr(x, "name", x)))
def test_what_editors_can_see_is_refused(support: Support, raw: Any) -> None:
    with pytest.raises(NotationError):
        number_from(raw, support)
    assert not accepts(support, raw)
