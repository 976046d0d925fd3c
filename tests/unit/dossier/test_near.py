from irenic.dossier.near import SHOWN, near, nearest, shown


def test_a_slip_finds_its_name() -> None:
    assert nearest("brenlnad", ["aldova", "brenland"]) == "brenland"
    assert nearest("x", ["aldova", "brenland"]) is None


def test_without_a_near_name_the_first_are_shown() -> None:
    assert near("zzz", ["aldova", "brenland"]) == "aldova, brenland"
    assert near("zzz", [f"name-{n}" for n in range(SHOWN + 1)]).endswith("name-5, …")
    assert near("zzz", []) == "–"


def test_texts_are_shown_on_one_short_line() -> None:
    assert shown("a\n b") == "a b"
    assert len(shown("w" * 1000)) == 60


def test_a_long_list_and_a_long_name_cost_little() -> None:
    assert nearest("k" * 50_000, (f"{'k' * 40}{n}" for n in range(50_000))) is None
