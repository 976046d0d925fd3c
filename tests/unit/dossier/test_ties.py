from irenic.dossier.schema.root import Dossier
from irenic.dossier.ties import blocks_of, ties_of
from tests.unit.dossier.river import Read

FOURTH = '  toll:\n    question: "Who pays?"\n    status_quo: nobody\n    options: {nobody: {}, both: {}}\norder:\n'


def test_rules_red_lines_and_interactions_tie(river: Dossier) -> None:
    assert set(ties_of(river)) == {
        frozenset({"dam", "water", "release"}),
        frozenset({"dam", "water"}),
        frozenset({"dam", "release"}),
    }


def test_untied_issues_are_blocks_of_their_own(reading: Read) -> None:
    dossier = reading(("order:\n", FOURTH)).dossier
    assert dossier is not None
    assert blocks_of(dossier) == (("dam", "water", "release"), ("toll",))


def test_what_lifts_a_red_line_ties_it(reading: Read) -> None:
    lifted = ("cost: 30, because: A1}", "cost: 30, unless: {package: {toll: both}}, because: A1}")
    dossier = reading(("order:\n", FOURTH), lifted).dossier
    assert dossier is not None
    assert blocks_of(dossier) == (("dam", "water", "release", "toll"),)
