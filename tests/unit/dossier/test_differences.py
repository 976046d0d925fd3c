"""Where two dossiers differ."""

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.differences import Difference, differences
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from tests.broken.dossiers import HERE


def set_otherwise(river: Dossier, *settings: str) -> list[Difference]:
    return list(differences(river, load_dossier(CaseFiles(HERE / "base", settings=settings))))


def test_a_dossier_does_not_differ_from_itself(river: Dossier) -> None:
    assert set_otherwise(river) == []


def test_numbers_values_elements_words_and_backing(river: Dossier) -> None:
    found = set_otherwise(
        river,
        "title=A river",
        "parties.coria.consents=true",
        "positions.coria.dam={weight: 10, values: {aldovan: 0, shared: 100, brenlandic: 0}, assumed: shares}",
        "parties.coria.no_deal=5 to 10",
        "parties.brenland.no_deal=10 to 40",
        "parties.aldova.discount.assumed=voters are patient",
        "rules.no-gift=null",
        "issues.dam.options.shared.reads.aldova=brenlandic",
        "claims.A1.credibility=5",
    )
    assert [(d.path, d.kind, d.a, d.b) for d in found if d.path != "positions.coria"] == [
        (
            "title",
            "words",
            "{en: The river between Aldova and Brenland, zh: 阿爾多瓦與布倫蘭之間的河}",
            "A river",
        ),
        ("parties.aldova.discount", "backing", "0.8 to 0.95", "0.8 to 0.95"),
        ("parties.brenland.no_deal", "number", "10 to 30", "10 to 40"),
        ("parties.coria.consents", "value", "false", "true"),
        ("parties.coria.no_deal", "element", None, "5 to 10"),
        ("issues.dam.options.shared.reads.aldova", "value", "aldovan", "brenlandic"),
        (
            "rules.no-gift",
            "element",
            "{assumed: a dam without water is worth nothing, forbid: {dam: [brenlandic], water: [10]}}",
            None,
        ),
        ("claims.A1.credibility", "backing", "2", "5"),
    ]
    assert [(d.path, d.kind, d.a) for d in found if d.path == "positions.coria"] == [
        ("positions.coria", "element", None)
    ]


def test_a_list_of_another_length_differs_as_a_whole(river: Dossier) -> None:
    (found,) = set_otherwise(river, "channels.bridge.agenda=[dam]")
    assert (found.path, found.a, found.b) == ("channels.bridge.agenda", "[dam, water]", "[dam]")
