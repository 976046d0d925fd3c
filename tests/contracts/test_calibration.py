"""The pages that scripts write from data are what the scripts write, where the data are present."""

from pathlib import Path

import pytest

from scripts import base_rates

BASE_RATES = [base_rates.DYADS, base_rates.AGREEMENTS, base_rates.PEACEKEEPERS, base_rates.SANCTIONS]


def test_the_page_of_base_rates_is_what_the_data_say(shared: Path) -> None:
    if not all((shared / file).is_file() for file in BASE_RATES):
        pytest.skip("the data of the base rates are not among the shared data")
    assert base_rates.PAGE.read_text(encoding="utf-8") == base_rates.page(shared), "run `python -m scripts.base_rates`"
