"""A small dossier about made-up countries, with one of everything that the model compiles."""

from typing import Any

from irenic.dossier.schema.root import Dossier, DossierFile


def dossier_of(**sections: Any) -> Dossier:
    """A dossier with these sections of `dossier.yaml` (scalars as text, as the reader gives them)."""
    file = DossierFile.model_validate({"irenic": "1", "title": "Made up", "as_of": "2030-01-01", **sections})
    return Dossier(name="made-up", file=file, claims={}, sources={}, voices={})


def issue(*options: str) -> dict[str, Any]:
    """An issue with these options."""
    return {"question": "?", "status_quo": options[0], "options": {option: {} for option in options}}


def grid(*points: str) -> dict[str, Any]:
    """A quantity with these points."""
    return {"question": "?", "status_quo": points[0], "grid": {"points": list(points), "unit": "km"}}


def cell(weight: str, **values: str) -> dict[str, Any]:
    """A stated cell."""
    return {"weight": weight, "values": {name.replace("_", "-"): value for name, value in values.items()}}


def party(consents: bool = True, no_deal: str | None = "20", **more: str) -> dict[str, Any]:
    """A party."""
    stated = {} if no_deal is None else {"no_deal": no_deal}
    return {"name": "A party", "roles": "belligerent", "consents": "true" if consents else "false", **stated, **more}


def everything() -> dict[str, Any]:
    """Sections of a dossier that uses all the model knows; two blocks, port–toll–flag and north–south."""
    port = issue("shared", "split", "ours")
    port["options"]["split"] = {"ambiguity": "0.5", "reads": {"avia": "ours", "bruma": "shared"}}
    port["options"]["ours"] = {"infeasible": "0.25"}
    return {
        "parties": {
            "avia": party(influence="2", discount="0.9"),
            "bruma": party(no_deal="10 to 30", influence="1", discount="0.8"),
            "chor": party(consents=False, no_deal=None),
        },
        "issues": {
            "port": port,
            "north": grid("0", "5"),
            "toll": issue("none", "low", "high"),
            "south": grid("0", "5"),
            "flag": issue("old", "new"),
        },
        "order": [{"holder": "bruma", "issues": ["flag", "port"]}],
        "rules": {
            "no-toll-when-split": {"forbid": {"toll": ["low", "high"]}, "when": {"port": "split"}},
            "high-needs-ours": {"require": {"port": "ours"}, "when": {"toll": "high"}},
        },
        "positions": {
            "avia": {
                "port": {
                    **cell("100", shared="20", split="60", ours="100"),
                    "red_lines": {"shared": {"binding": "0.5", "cost": "30", "unless": {"body": "senate"}}},
                },
                "toll": cell("50", none="0", low="40", high="100"),
                "red_lines": {"one-sided": {"more": ["north", "south"], "binding": "1", "cost": "10"}},
                "interactions": {"both": {"package": {"port": "ours", "toll": "high"}, "points": "-5"}},
            },
            "bruma": {
                "port": {
                    **cell("20 to 90", shared="100", split="50", ours="0"),
                    "red_lines": {
                        "ours": {"binding": "0.5", "cost": "20", "unless": {"package": {"flag": "new"}}},
                    },
                },
                "flag": cell("20 to 90", old="0", new="100"),
                "south": {"weight": "40", "values": {"0": "100", "5": "0"}},
            },
            "chor": {"toll": cell("100", none="0", low="100", high="50")},
        },
    }


def with_coalition() -> dict[str, Any]:
    """The same with a coalition that could settle who runs the port."""
    league = {"label": "Port League", "members": ["avia", "bruma"], "controls": {"port": ["split", "ours"]}}
    return {**everything(), "coalitions": {"port-league": league}}
