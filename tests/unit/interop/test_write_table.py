"""What is written as a table."""

import io
from dataclasses import replace

from openpyxl import load_workbook

from irenic.interop.write_table import write_csv, write_xlsx
from tests.unit.interop.examples import DOMAIN

FORMULA = '=HYPERLINK("x")'


def test_csv() -> None:
    lines = write_csv(DOMAIN).files[""].decode("utf-8-sig").split("\r\n")
    assert lines[:3] == [
        "party,issue,option,weight,value,amount,reservation,discount",
        "Upper,water,shared,0.6,0.5,,0.3,0.9",
        "Upper,water,ours,0.6,1,,0.3,0.9",
    ]
    assert lines[8] == "Lower,boats,2,0.7,1,2,,"


def test_columns_that_would_be_empty_are_left_out() -> None:
    parties = tuple(replace(party, reservation=None, discount=None) for party in DOMAIN.parties)
    domain = replace(DOMAIN, parties=parties, issues=tuple(replace(i, amounts=None) for i in DOMAIN.issues))
    assert write_csv(domain).files[""].decode("utf-8-sig").startswith("party,issue,option,weight,value\r\n")


def test_no_text_is_computed_by_a_spreadsheet() -> None:
    issues = (replace(DOMAIN.issues[0], options=(FORMULA, "ours")), DOMAIN.issues[1])
    domain = replace(DOMAIN, issues=issues)
    assert "\"'=HYPERLINK(" in write_csv(domain).files[""].decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(write_xlsx(domain).files[""])).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for cell in sheet["C"][:2]] == [("option", "s"), (FORMULA, "s")]
