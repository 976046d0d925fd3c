from irenic.dossier.positions import DOSSIER, Positions, file_of
from irenic.dossier.yaml_tree import parse_tree

TEXT = "parties:\n  aldova: {no_deal: 20, needs: brenland}\norder:\n  - {holder: aldova}\n"


def positions() -> Positions:
    tree, _ = parse_tree(TEXT, "dossier.yaml")
    assert tree is not None
    return Positions({DOSSIER: "river/dossier.yaml"}, {DOSSIER: tree})


def test_values_are_found_by_dotted_path() -> None:
    found = positions()
    assert found.at(DOSSIER, "parties.aldova.no_deal") == (2, 21)
    assert found.at(DOSSIER, "order.0.holder") == (4, 14)
    assert found.at(DOSSIER, "") == (1, 1)


def test_what_is_not_written_is_told_at_the_mapping_around_it() -> None:
    problem = positions().problem("dossier.key-missing", ("parties", "aldova", "name"), {"key": "name"})
    assert (problem.line, problem.column, problem.path) == (2, 11, "parties.aldova")
    assert problem.file == "river/dossier.yaml"


def test_a_problem_may_stand_at_the_key() -> None:
    problem = positions().problem("dossier.number-bare", ("parties", "aldova", "no_deal"), at_key=True)
    assert (problem.line, problem.column) == (2, 12)


def test_one_value_counts_as_a_list_of_one() -> None:
    problem = positions().problem(
        "dossier.party-unknown", ("parties", "aldova", "needs", "0"), {"name": "b", "near": ""}
    )
    assert (problem.line, problem.column, problem.path) == (2, 32, "parties.aldova.needs")


def test_a_file_without_a_tree_has_no_positions() -> None:
    found = positions()
    assert found.at("claims.yaml", "claims.A1") == (0, 0)
    assert found.keys("claims") is None
    assert found.keys("levers") == ()


def test_sections_belong_to_files() -> None:
    assert file_of(("claims", "A1")) == "claims.yaml"
    assert file_of(("voices", "gazette")) == "sources.yaml"
    assert file_of(()) == DOSSIER


def test_a_problem_is_told_on_one_line() -> None:
    way = ("parties", "aldova", "no_deal")
    problem = positions().problem("dossier.assumed-repeated", way, {"text": "a\n  b", "first": "x"})
    assert problem.params["text"] == "a b"
