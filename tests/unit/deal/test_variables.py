from irenic.deal.variables import VARIABLES, dimensions_of
from irenic.model.compilation import compile_model
from irenic.results.layout import Layout
from tests.unit.model.examples import dossier_of, everything


def test_the_declarations_keep_the_rules_of_a_results_folder() -> None:
    dimensions = dimensions_of(compile_model(dossier_of(**everything())))
    assert len(Layout(VARIABLES, dimensions).variables) == len(VARIABLES)
    assert dimensions["party"].labels == ("avia", "bruma", "chor")
    assert dimensions["word"].size == 1


def test_every_variable_says_what_it_is() -> None:
    assert all(variable.description for variable in VARIABLES)
