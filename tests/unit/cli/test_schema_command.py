"""`irenic schema`."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize("part", ["dossier", "claims", "sources"])
def test_a_schema_for_each_file(irenic: Callable, part: str) -> None:
    told = irenic("schema", part)
    assert told.code == 0
    assert told.json["$schema"].endswith("2020-12/schema")


def test_the_dossier_where_none_is_named(irenic: Callable) -> None:
    assert irenic("schema").out == irenic("schema", "dossier", "--json").out
