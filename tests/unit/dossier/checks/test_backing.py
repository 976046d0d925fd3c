import pytest

from tests.unit.dossier.river import Tell

LINE = "brenlandic: {binding: 0.9, cost: 30, because: A1}"


@pytest.mark.parametrize("because", ["[M1, A1]", "B1"])
def test_a_red_line_with_a_firm_claim_is_fine(told: Tell, because: str) -> None:
    assert told((LINE, f"brenlandic: {{binding: 0.9, cost: 30, because: {because}}}")) == []


def test_an_assumption_beside_a_motive_does_not_help(told: Tell) -> None:
    assert told((LINE, "brenlandic: {binding: 0.9, cost: 30, because: M1, assumed: how firmly}")) == [
        ("dossier.red-line-on-motive", "positions.aldova.dam.red_lines.brenlandic.because")
    ]


def test_a_red_line_may_be_assumed_without_claims(told: Tell) -> None:
    assert told((LINE, "brenlandic: {binding: 0.9, cost: 30, assumed: how firmly}")) == []


def test_a_claim_that_cannot_be_judged_is_weak(told: Tell) -> None:
    edits = [
        (LINE, "brenlandic: {binding: 0.9, cost: 30, because: C1}"),
        ("credibility: 3\n  M1:", "credibility: 6\n  M1:"),
    ]
    assert told(*edits) == [("dossier.red-line-on-motive", "positions.aldova.dam.red_lines.brenlandic.because")]


def test_reasons_are_compared_without_their_line_ends(told: Tell) -> None:
    repeated = ('assumed: "an election is far off"}', 'assumed: "holds\n      the dam"}')
    assert told(repeated) == [("dossier.assumed-repeated", "parties.aldova.discount.assumed")]


def test_wider_cover_makes_a_number_not_bare(told: Tell) -> None:
    bare = ('{value: 20 to 40, assumed: "keeps the dam but not the quiet"}', "20 to 40")
    assert told(bare) == [("dossier.number-bare", "parties.aldova.no_deal")]
    assert told(bare, ("    name: Aldova\n", "    name: Aldova\n    because: A1\n")) == []
