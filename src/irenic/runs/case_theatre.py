"""The part of `case.json` that names the war's places and observations, the levers and the clocks."""

from irenic.dossier.schema.acts import Cost, Lever
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.theatre import Observation
from irenic.report import case_data as data
from irenic.runs.case_parts import Lookup


def theatre_data(dossier: Dossier) -> data.TheatreWords | None:
    """Names of the front's places and of what has been observed; None where the dossier has no front."""
    theatre = dossier.file.theatre
    if theatre is None or theatre.front is None:
        return None
    front = theatre.front
    places: list[data.Place] = [
        {"id": identity, "z": place.z, "meaning": dict(place.meaning), "end": end}
        for end, named in ((False, front.positions), (True, front.ends))
        for identity, place in named.items()
    ]
    starts = [identity for identity, position in front.positions.items() if position.z == front.start]
    if not starts:
        return None
    return {
        "places": sorted(places, key=lambda place: place["z"]),
        "start": starts[0],
        "observed": [_observed(identity, observation) for identity, observation in theatre.observed.items()],
    }


def lever_data(look: Lookup) -> list[data.LeverWords]:
    """Levers, then clocks, with who holds or feels them and who bears their cost."""
    file = look.dossier.file
    levers: list[data.LeverWords] = [_lever(look, identity, lever) for identity, lever in file.levers.items()]
    clocks: list[data.LeverWords] = [
        {
            "id": f"clocks.{identity}",
            "label": dict(clock.label or {"": identity}),
            "holders": [look.name(who) for who in clock.who],
            "own_choice": False,
            "costs": [],
        }
        for identity, clock in file.clocks.items()
    ]
    return levers + clocks


def _observed(identity: str, observation: Observation) -> data.ObservedWords:
    return {
        "id": identity,
        "label": dict(observation.label or {"": identity}),
        "unit": dict(observation.unit or {}),
    }


def _lever(look: Lookup, identity: str, lever: Lever) -> data.LeverWords:
    return {
        "id": f"levers.{identity}",
        "label": dict(lever.label or {"": identity}),
        "holders": [look.name(holder) for holder in lever.holder],
        "own_choice": lever.trigger.on == "own-choice",
        "costs": [_cost(look, f"levers.{identity}.cost.{bearer}", bearer, cost) for bearer, cost in lever.cost.items()],
    }


def _cost(look: Lookup, path: str, bearer: str, cost: Cost) -> data.CostWords:
    return {
        "bearer": bearer,
        "name": look.name(bearer),
        "amount": look.number(f"{path}.amount"),
        "unit": dict(cost.unit or {}),
    }
