import pytest

from irenic.acts.course import Happening, no_deal_course, refused_by, sets_off
from irenic.dossier.schema.acts import TriggerRule


def test_courses_without_a_deal() -> None:
    assert no_deal_course() == (Happening("talks-fail"),)
    assert no_deal_course("avia") == (Happening("offer-refused", by="avia"), Happening("talks-fail"))
    assert refused_by("avia", "bruma") == (
        Happening("offer-refused", by="avia"),
        Happening("offer-refused", by="bruma"),
        Happening("talks-fail"),
    )


@pytest.mark.parametrize(
    ("happening", "trigger", "expected"),
    [
        (Happening("talks-fail"), TriggerRule(on="talks-fail"), True),
        (Happening("talks-fail"), TriggerRule(on="offer-made"), False),
        (Happening("offer-made", by="avia"), TriggerRule(on="offer-made"), True),
        (Happening("offer-made"), TriggerRule(on="offer-made", by=("avia",)), False),
        (Happening("offer-made", by="avia"), TriggerRule(on="offer-made", by=("bruma", "avia")), True),
        (
            Happening("deal-signed", package={"a": "x"}),
            TriggerRule(on="option-chosen", package={"a": ("x", "y")}),
            True,
        ),
        (Happening("option-chosen", package={"a": "x"}), TriggerRule(on="deal-signed"), False),
        (Happening("deal-signed", package={"a": "z"}), TriggerRule(on="deal-signed", package={"a": ("x", "y")}), False),
        (Happening("deal-signed", package={"b": "x"}), TriggerRule(on="deal-signed", package={"a": ("x",)}), False),
        (Happening("body-decides", body="s"), TriggerRule(on="body-decides", body="s"), True),
        (Happening("body-decides", body="s", decision="no"), TriggerRule(on="body-decides", body="s"), False),
        (Happening("body-decides", body="t"), TriggerRule(on="body-decides", body="s"), False),
        (Happening("lever-ends", lever="l"), TriggerRule(on="lever-ends", lever="l"), True),
        (Happening("lever-ends", lever="k"), TriggerRule(on="lever-ends", lever="l"), False),
    ],
)
def test_what_a_trigger_waits_for(happening: Happening, trigger: TriggerRule, expected: bool) -> None:
    assert sets_off(happening, trigger) is expected
