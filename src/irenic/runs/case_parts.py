"""Pieces of `case.json`: numbers with their backing, red lines, names of holders, grades of claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from irenic.dossier.backing import NumberAt, numbers_of
from irenic.dossier.schema.knowledge import Claim
from irenic.dossier.schema.positions import CombinationRedLine, RedLine, Unless
from irenic.dossier.schema.root import Dossier
from irenic.report import case_data as data


@dataclass(frozen=True, slots=True)
class Lookup:
    """A dossier with its numbers by path and the names of everybody who may hold a claim."""

    dossier: Dossier
    numbers: Mapping[str, NumberAt]
    names: Mapping[str, data.Words]

    @classmethod
    def of(cls, dossier: Dossier) -> "Lookup":
        """Look everything up once."""
        return cls(dossier, {n.path: n for n in numbers_of(dossier)}, names_of(dossier))

    def number(self, path: str) -> data.Number | None:
        """The number at a dotted path, or None where the dossier has none there."""
        found = self.numbers.get(path)
        if found is None:
            return None
        number = found.distribution
        return {
            "notation": number.notation,
            "low": number.low,
            "median": number.median,
            "high": number.high,
            "backing": found.backing,
        }

    def number_at(self, path: str) -> data.Number:
        """The number at a dotted path that must have one."""
        found = self.number(path)
        if found is None:
            raise KeyError(path)
        return found

    def name(self, holder: str) -> data.Words:
        """Name of a holder; the id where it has none."""
        return self.names.get(holder, {"": holder})


def names_of(dossier: Dossier) -> dict[str, data.Words]:
    """Names of parties, their people and members, and the voices of the sources, by id."""
    names: dict[str, data.Words] = {identity: dict(v.name) for identity, v in dossier.voices.items()}
    for party_id, party in dossier.file.parties.items():
        names[party_id] = dict(party.name)
        names.update({identity: dict(person.name) for identity, person in party.people.items()})
        for member_id, member in party.members.items():
            names[member_id] = dict(member.name)
            names.update({identity: dict(person.name) for identity, person in member.people.items()})
    return names


def pattern_data(pattern: Mapping[str, Iterable[str]]) -> data.Pattern:
    """A pattern as lists."""
    return {issue: list(options) for issue, options in pattern.items()}


def red_line_data(look: Lookup, path: str, line: RedLine, option: str | None) -> data.RedLine:
    """A red line on one option, or on a combination where `option` is None."""
    combination = isinstance(line, CombinationRedLine)
    return {
        "id": path,
        "option": option,
        "label": dict(line.label) if line.label else None,
        "pattern": pattern_data(line.refuses or {}) if isinstance(line, CombinationRedLine) else {},
        "more": list(line.more or ()) if combination and isinstance(line, CombinationRedLine) else [],
        "binding": look.number_at(f"{path}.binding"),
        "cost": look.number_at(f"{path}.cost"),
        "lifted_by": _lifted_by(look, line.unless),
        "claims": list(line.because),
    }


def _lifted_by(look: Lookup, unless: Unless | None) -> data.LiftedBy | None:
    if unless is None:
        return None
    body: data.Words | None = None
    if unless.body is not None:
        label = look.dossier.file.bodies[unless.body].label
        body = dict(label) if label else {"": unless.body}
    return {"body": body, "pattern": pattern_data(unless.package)}


def grade(dossier: Dossier, claim: Claim) -> str:
    """Grade of a claim as in `C3`: its own letter, else its segment's, else its source's; then its digit."""
    source = dossier.sources[claim.source]
    segment = source.segments.get(claim.segment) if claim.segment else None
    letter = claim.reliability or (segment.reliability if segment else source.reliability)
    return f"{letter}{claim.credibility}"


def claim_data(look: Lookup, claim: Claim) -> data.Claim:
    """A claim for readers."""
    dossier = look.dossier
    source = dossier.sources[claim.source]
    segment = source.segments.get(claim.segment) if claim.segment else None
    if claim.holder == "author":
        author = (segment.author if segment else None) or source.author
        holder: data.Words = dict(author) if author else {"en": "the author", "zh": "作者"}
    else:
        holder = look.name(claim.holder)
    return {
        "says": dict(claim.says),
        "holder": holder,
        "via": [look.name(voice) for voice in claim.via],
        "source": dict(source.title),
        "date": claim.date.isoformat() if claim.date else None,
        "until": claim.until.isoformat() if claim.until else None,
        "grade": grade(dossier, claim),
        "kind": claim.kind,
        "anchored": claim.anchor is not None,
        "hedge": dict(claim.hedge) if claim.hedge else None,
    }
