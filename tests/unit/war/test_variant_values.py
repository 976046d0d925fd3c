import numpy as np
import pytest

from irenic.engine.progress import Cancelled, CancelToken
from irenic.war.scenarios import AS_WRITTEN, Variant
from irenic.war.value import party_courses, war_values
from irenic.war.variant_values import variant_values
from tests.unit.war.wars_with_levers import dossier_with, lever, war_case

VARIANTS = [Variant(AS_WRITTEN), Variant("dry", without=("levers.loan",)), Variant("pushed", pulled=("levers.push",))]


def test_values_are_war_values_in_each_course() -> None:
    case = war_case(dossier_with())
    found = variant_values(case, VARIANTS, 12)
    drawn = case.drawing(0, 12)
    for variant in VARIANTS:
        courses = party_courses(case.theatre, case.acts, drawn.acts, {}, variant.pulled, variant.without)
        utilities = drawn.utilities[:, np.newaxis]
        expected = war_values(case.theatre, drawn.inputs, case.acts, drawn.acts, utilities, courses).value[:, 0]
        assert np.array_equal(found[variant.id], expected, equal_nan=True)
    assert np.nanmax(found["dry"] - found[AS_WRITTEN]) > 0.1


def test_a_lever_on_no_deal_values_themselves() -> None:
    plain = variant_values(war_case(dossier_with(levers={})), VARIANTS[:1], 4)[AS_WRITTEN]
    levers = {"comfort": lever("parties.bruma.no_deal", "add", "3")}
    variants = [Variant(AS_WRITTEN), Variant("off", without=("levers.comfort",))]
    found = variant_values(war_case(dossier_with(levers=levers)), variants, 4)
    assert np.array_equal(found["off"], plain, equal_nan=True)
    assert found[AS_WRITTEN][:, 1] == pytest.approx(plain[:, 1] + 3.0, abs=1e-12)  # rounding
    assert (found[AS_WRITTEN][:, 0] == plain[:, 0]).all()


def test_threads_and_cancelling() -> None:
    case = war_case(dossier_with())
    one, two = (variant_values(case, VARIANTS, 300, threads=threads) for threads in (1, 2))
    for variant in VARIANTS:
        assert np.array_equal(one[variant.id], two[variant.id], equal_nan=True)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        variant_values(case, VARIANTS, 300, cancel=token)
