"""What can be told of a dossier from its case alone."""

from irenic.dossier.check import checked
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.runs.case_data import case_data
from irenic.runs.case_leaves import case_leaves
from tests.unit.model.examples import dossier_of, with_coalition


def test_every_leaf_has_the_path_of_the_dossier(tutorial: Dossier) -> None:
    leaves = case_leaves(case_data(tutorial, checked(tutorial), compile_model(tutorial)))
    assert leaves["parties.highfell.no_deal"] == "50"
    assert leaves["parties.highfell.consents"] == "true"
    assert leaves["positions.highfell.water.values.schedule"] == "55"
    assert leaves["issues.water.options.schedule"] == "schedule"
    assert leaves["rules.market-needs-road"].startswith("forbid ")
    assert any(path.endswith(".binding") for path in leaves)
    assert "positions.highfell.market.weight" not in leaves


def test_a_coalition_is_a_leaf() -> None:
    sections = with_coalition()
    del sections["positions"]["avia"]["port"]["red_lines"]  # lifted by a body that the example lacks
    dossier = dossier_of(**sections)
    leaves = case_leaves(case_data(dossier, checked(dossier), compile_model(dossier)))
    assert leaves["coalitions.port-league"] == 'avia, bruma: {"port": ["split", "ours"]}'
