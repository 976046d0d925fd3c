"""`irenic schema`."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("part", ["dossier", "claims", "sources", "variant"])
def test_a_schema_for_each_file(irenic: Callable[..., Any], part: str) -> None:
    told = irenic("schema", part)
    assert told.code == 0
    assert told.json["$schema"].endswith("2020-12/schema")


def test_the_dossier_where_none_is_named(irenic: Callable[..., Any]) -> None:
    assert irenic("schema").out == irenic("schema", "dossier", "--json").out
