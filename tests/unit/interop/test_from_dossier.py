"""Dossiers as domains."""

import pytest

from irenic.interop.from_dossier import export_dossier
from tests.unit.model.examples import cell, dossier_of, everything, issue, party


def test_the_middle_case() -> None:
    export = export_dossier(dossier_of(**everything()), "en", with_no_deal=True)
    domain = export.domain
    assert [issue.name for issue in domain.issues] == ["port", "north", "toll", "south", "flag"]
    assert domain.issues[1].amounts == (0.0, 5.0)
    assert [party.name for party in domain.parties] == ["avia", "bruma"]
    for held in domain.parties:
        assert sum(held.weights) == pytest.approx(1)
        assert all(0 <= value <= 1 for values in held.evaluations for value in values)
    assert [party.reservation for party in domain.parties] == pytest.approx([0.2, 0.179], abs=1e-3)


def test_everything_that_a_domain_cannot_say_is_told() -> None:
    losses = {loss.code for loss in export_dossier(dossier_of(**everything()), "en", with_no_deal=False).losses}
    assert losses >= {
        f"interop.lost-{name}"
        for name in (
            "no-deal", "uncertain", "silent", "others", "red-lines", "rules", "infeasible", "ambiguous", "interactions",
            "influence", "rest",
        )
    }  # fmt: skip


def test_no_deal_values_stay_at_home_unless_asked_for() -> None:
    domain = export_dossier(dossier_of(**everything()), "en", with_no_deal=False).domain
    assert [party.reservation for party in domain.parties] == [None, None]


def test_labels_are_names_where_they_differ() -> None:
    dossier = dossier_of(
        parties={"avia": {**party(), "name": {"en": "Avia", "zh": "甲國"}}, "bruma": {**party(), "name": "Bruma"}},
        issues={
            "port": {
                **issue("a", "b", "c"),
                "label": "The port",
                "options": {"a": {"label": "x"}, "b": {"label": "x"}, "c": {"label": "y"}},
            },
            "toll": issue("a", "b"),
        },
        positions={
            "avia": {"port": cell("100", a="0", b="50", c="100"), "toll": cell("50", a="100", b="0")},
            "bruma": {"port": cell("50", a="100", b="50", c="0")},
        },
    )
    domain = export_dossier(dossier, "zh", with_no_deal=True).domain
    assert [(issue.name, issue.options) for issue in domain.issues] == [
        ("The port", ("a", "b", "y")),
        ("toll", ("a", "b")),
    ]
    assert [party.name for party in domain.parties] == ["甲國", "Bruma"]
    avia, bruma = domain.parties
    assert avia.weights == pytest.approx((2 / 3, 1 / 3))
    assert (bruma.weights, bruma.evaluations[1]) == ((1.0, 0.0), (0.0, 0.0))
