"""Dotted paths of numbers and elements in words."""

from collections.abc import Iterable

from irenic.report.theatre_words import lever_name, levers_by_id
from irenic.report.wording import Wording

_FORMS = (
    ("parties.{party}", "party"),
    ("parties.{party}.consents", "consents"),
    ("parties.{party}.no_deal", "no-deal"),
    ("parties.{party}.influence", "influence"),
    ("parties.{party}.discount", "discount"),
    ("positions.{party}.{issue}", "cell"),
    ("positions.{party}.{issue}.declared", "declared"),
    ("positions.{party}.{issue}.weight", "weight"),
    ("positions.{party}.{issue}.values.{option}", "value"),
    ("issues.{issue}", "issue"),
    ("issues.{issue}.status_quo", "status-quo"),
    ("issues.{issue}.options.{option}", "option"),
    ("issues.{issue}.options.{option}.infeasible", "infeasible"),
    ("issues.{issue}.options.{option}.ambiguity", "ambiguity"),
    ("issues.{issue}.options.{option}.amount", "amount"),
)
_OF_SIDES = (
    *(
        "forces",
        "replenishment",
        "loss_rate",
        "materiel",
        "aid",
        "need",
        "aid_lag",
        "money",
        "revenue",
        "grants",
        "cost",
    ),
    "points_cost",
)
_OF_LEVERS = ("size", "lag", "duration", "credibility")
_OF_THEATRE = (
    *((f"theatre.sides.{{party}}.{name}", name) for name in _OF_SIDES),
    *((f"theatre.battle.{name}.{{party}}", name) for name in ("effectiveness", "initiative")),
    *((f"theatre.battle.{name}", name) for name in ("standstill", "b0", "b1")),
    ("theatre.beliefs.{party}.optimism", "optimism"),
    *((f"levers.{{lever}}.{name}", name) for name in _OF_LEVERS),
)


def path_words(path: str, wording: Wording) -> str:
    """What stands at a path in words, where the path is of a form that readers meet often; else the path itself."""
    place, _, last = path.rpartition(".")
    if last in {"binding", "cost"} and (line := wording.red_line_at(place)) is not None:
        return wording.say(f"report.path-{last}", line=line)
    if (line := wording.red_line_at(path)) is not None:
        return line
    if place == "rules" and (rule := _rule(last, wording)) is not None:
        return rule
    if place == "coalitions" and (coalition := _coalition(last, wording)) is not None:
        return coalition
    if path in levers_by_id(wording):
        return lever_name(path, wording)
    return _of_form(path, wording) or path


def _of_form(path: str, wording: Wording) -> str:
    """The words of the form that a path is of, or empty."""
    if (found := _named(path, _FORMS, wording)) is not None:
        return wording.say(f"report.path-{found[0]}", **found[1])
    if (found := _named(path, _OF_THEATRE, wording)) is not None:
        return wording.say(f"wartime.path-{found[0]}", **found[1])
    return ""


def _named(path: str, forms: Iterable[tuple[str, str]], wording: Wording) -> tuple[str, dict[str, str]] | None:
    """The form that a path is of, with the names of what it speaks of; None where it is of no form."""
    for form, name in forms:
        found = _matched(form, path)
        if found is not None and (names := _names(found, wording)) is not None:
            return name, names
    return None


def _rule(identity: str, wording: Wording) -> str | None:
    return next((wording.rule(rule) for rule in wording.case["rules"] if rule["id"] == identity), None)


def _coalition(identity: str, wording: Wording) -> str | None:
    return next((wording.coalition(c) for c in wording.case["coalitions"] if c["id"] == identity), None)


def _matched(form: str, path: str) -> dict[str, str] | None:
    """What stands at the form's places, or None where the path is of another form."""
    wanted, given = form.split("."), path.split(".")
    if len(wanted) != len(given):
        return None
    found = {}
    for want, have in zip(wanted, given, strict=True):
        if want.startswith("{"):
            found[want.strip("{}")] = have
        elif want != have:
            return None
    return found


def _names(found: dict[str, str], wording: Wording) -> dict[str, str] | None:
    """Names of what was found, or None where the case does not know it."""
    names: dict[str, str] = {}
    levers = levers_by_id(wording)
    for what, identity in found.items():
        match what:
            case "party" if identity in wording.parties:
                names[what] = wording.party(identity)
            case "issue" if identity in wording.issues:
                names[what] = wording.issue(identity)
            case "option" if (found["issue"], identity) in wording.options:
                names[what] = wording.option(found["issue"], identity)
            case "lever" if f"levers.{identity}" in levers:
                names[what] = lever_name(identity, wording)
            case _:
                return None
    return names
