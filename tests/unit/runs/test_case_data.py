"""What readers are told of the dossier."""

import json

import pytest

from irenic.dossier.check import check_dossier, checked
from irenic.dossier.load import load_dossier
from irenic.model.compilation import compile_model
from irenic.report.case_data import Case
from irenic.runs.case_data import case_data
from irenic.runs.cases import find_case
from tests.unit.model.examples import dossier_of, party, with_coalition


@pytest.fixture(scope="module", params=["tutorial", "ukraine-2025-12"])
def case(request: pytest.FixtureRequest) -> Case:
    folder = find_case(request.param)
    dossier = load_dossier(folder)
    return case_data(dossier, check_dossier(folder, None), compile_model(dossier))


def test_it_is_plain_json(case: Case) -> None:
    assert json.loads(json.dumps(case, allow_nan=False)) == case


def test_every_constraint_can_be_named(case: Case) -> None:
    lines = {line["id"] for row in case["matrix"].values() for cell in row.values() for line in cell["red_lines"]} | {
        line["id"] for party in case["parties"] for line in party["red_lines"]
    }
    rules = {rule["id"] for rule in case["rules"]}
    kinds = {c["kind"] for c in case["constraints"]}
    assert {"no_deal", "red_line", "rule"} <= kinds
    for constraint in case["constraints"]:
        if constraint["kind"] == "red_line":
            assert constraint["red_line"] in lines
        if constraint["kind"] == "rule":
            assert constraint["rule"] in rules


def test_every_claim_named_is_there(case: Case) -> None:
    named = {c for row in case["matrix"].values() for cell in row.values() for c in cell["claims"]}
    assert named
    assert named <= set(case["claims"])


def test_options_of_a_quantity_carry_their_unit(case: Case) -> None:
    for issue in case["issues"]:
        if issue["id"].startswith("pullback"):
            assert issue["options"][1]["label"]["en"] == "5 km"


@pytest.mark.parametrize(
    ("point", "label"), [("2.5", "2.5 km"), ("-40", "−40 km"), ("1250000", "1,250,000 km"), ("-1e-7", "−1e-07 km")]
)
def test_amounts_are_told_as_readers_write_them(point: str, label: str) -> None:
    width = {"question": "?", "status_quo": "9000000", "grid": {"points": [point, "9000000"], "unit": "km"}}
    dossier = dossier_of(parties={"avia": party()}, issues={"width": width})
    case = case_data(dossier, checked(dossier), compile_model(dossier))
    assert case["issues"][0]["options"][0]["label"] == {"": label}


def test_coalitions_are_told_as_declared() -> None:
    sections = with_coalition()
    del sections["positions"]["avia"]["port"]["red_lines"]  # lifted by a body that the example lacks
    dossier = dossier_of(**sections)
    case = case_data(dossier, checked(dossier), compile_model(dossier))
    assert case["coalitions"] == [
        {
            "id": "port-league",
            "label": {"": "Port League"},
            "members": ["avia", "bruma"],
            "controls": {"port": ["split", "ours"]},
            "claims": [],
        }
    ]
    constraint = case["constraints"][-1]
    assert (constraint["id"], constraint["kind"], constraint["coalition"]) == (
        "coalitions.port-league",
        "coalition",
        "port-league",
    )
