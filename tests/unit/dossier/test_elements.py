from irenic.dossier.elements import backed_parts, walk, walk_dossier
from irenic.dossier.schema.acts import TriggerRule
from irenic.dossier.schema.positions import Cell
from irenic.dossier.schema.root import Dossier


def test_parts_are_walked_outer_before_inner(river: Dossier) -> None:
    ways = [way for way, _ in walk(river.file)]
    assert ways[0] == ()
    assert ways.index(("positions", "aldova", "dam")) < ways.index(("positions", "aldova", "dam", "weight"))
    assert ("order", "0") in ways


def test_cells_and_triggers_are_parts(river: Dossier) -> None:
    parts = dict(walk(river.file))
    assert isinstance(parts["positions", "aldova", "water"], Cell)
    assert isinstance(parts["levers", "credit", "trigger"], TriggerRule)


def test_claims_and_sources_follow(river: Dossier) -> None:
    ways = {way for way, _ in walk_dossier(river)}
    assert {("claims", "A1", "anchor"), ("sources", "river", "segments", "gossip"), ("voices", "gazette")} <= ways


def test_whatever_may_name_claims_is_backed(river: Dossier) -> None:
    paths = dict(backed_parts(river))
    assert paths["rules.release-with-share"].because == ("C1",)
    assert "sources.river.segments.report" in paths
    assert "claims.A1" not in paths
