"""Dotted paths of numbers and elements in words."""

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
    for form, name in _FORMS:
        found = _matched(form, path)
        if found is not None and (names := _names(found, wording)) is not None:
            return wording.say(f"report.path-{name}", **names)
    return path


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
    for what, identity in found.items():
        match what:
            case "party" if identity in wording.parties:
                names[what] = wording.party(identity)
            case "issue" if identity in wording.issues:
                names[what] = wording.issue(identity)
            case "option" if (found["issue"], identity) in wording.options:
                names[what] = wording.option(found["issue"], identity)
            case _:
                return None
    return names
