"""Which fixes are tried."""

import numpy as np

from irenic.deal.fix_steps import MOST_TRIED, Fix, Step, fix_of, fixes_to_try, linkages_of
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from tests.unit.model.examples import cell, dossier_of, issue, party


def model() -> Model:
    """Constraints: no deal of Avia 0 and Bruma 1, lines of Avia 2 and Bruma 3, rules 4 and 5."""
    line = {"binding": "1", "cost": "10"}
    return compile_model(
        dossier_of(
            parties={"avia": party(), "bruma": party(), "chor": party(consents=False)},
            issues={
                "port": issue("shared", "split", "ours"),
                "toll": issue("none", "high"),
                "flag": issue("old", "new"),
            },
            rules={"one": {"forbid": {"port": "split"}}, "two": {"forbid": {"toll": "high"}}},
            positions={
                "avia": {
                    "port": {**cell("100", shared="0", split="60", ours="100"), "red_lines": {"shared": line}},
                    "toll": cell("50", none="0", high="100"),
                    "flag": cell("50", old="0", new="100"),
                },
                "bruma": {
                    "port": {**cell("100", shared="100", split="60", ours="0"), "red_lines": {"ours": line}},
                    "toll": cell("50", none="0", high="100"),
                },
            },
        )
    )


def shapes(fixes: tuple[Fix, ...]) -> set[tuple[tuple[str, int], ...]]:
    return {tuple((step.kind, step.constraint) for step in fix.steps) for fix in fixes}


def test_concessions_and_payments_by_themselves_and_beside_what_must_give_way() -> None:
    tried = fixes_to_try(model(), [frozenset({0, 2}), frozenset({2, 4}), frozenset({1})])
    found = shapes(tried)
    assert {(("concession", 0),), (("concession", 1),), (("side_payment", 0),), (("side_payment", 1),)} <= found
    assert (("concession", 0), ("concession", 1)) in found
    assert (("concession", 0), ("concession", 1), ("red_line", 2)) in found
    assert (("concession", 0), ("red_line", 2), ("rule", 4)) in found
    assert (("concession", 1), ("red_line", 3)) in found, "a line that no minimal set holds is tried in two steps"
    assert (("concession", 0), ("concession", 1), ("red_line", 3)) not in found, "but not in three"
    assert not any(("side_payment", 0) in shape and ("concession", 0) in shape for shape in found)


def test_parts_come_before_the_whole_and_nothing_comes_twice() -> None:
    tried = fixes_to_try(model(), [frozenset({0, 2}), frozenset({2, 4})])
    assert len(set(tried)) == len(tried) <= MOST_TRIED
    for place, fix in enumerate(tried):
        assert all(part in tried[:place] for part in fix.parts)


def test_a_line_is_given_up_for_what_its_party_gains_by() -> None:
    """On the flag Bruma is silent, and the port is what the line is about: the toll is left."""
    compiled = model()
    lifted = fix_of([Step("red_line", 2, 0), Step("concession", 1, 1)])
    points = np.zeros((3, 7))
    points[0, [3, 4]] = (0.0, 20.0)
    points[0, [1, 2, 6]] = 50.0
    (ways,) = linkages_of(compiled, lifted, points)
    assert [[step.given for step in fix.steps if step.kind == "linkage"] for fix in ways] == [[(1, 1)]]
    points[0, 4] = -1.0
    assert list(linkages_of(compiled, lifted, points)) == [[]]
