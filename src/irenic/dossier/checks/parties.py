"""Whoever must consent can be asked, and nobody is two."""

from collections.abc import Iterator

from irenic.dossier.checks.names import AUTHOR
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem


def check_consent(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Somebody consents; whoever does has a no-deal value and a stated cell; influence and discount come together."""
    file = dossier.file
    if not any(party.consents for party in file.parties.values()):
        yield positions.problem("dossier.nobody-consents", ("parties",), at_key=True)
    for name, party in file.parties.items():
        way = ("parties", name)
        if (party.influence is None) != (party.discount is None):
            given, missing = ("influence", "discount") if party.influence else ("discount", "influence")
            yield positions.problem(
                "dossier.influence-alone",
                (*way, given),
                {"given": given, "missing": missing, "party": name},
                at_key=True,
            )
        if not party.consents:
            continue
        if party.no_deal is None:
            yield positions.problem("dossier.no-deal-missing", (*way, "consents"), {"party": name}, at_key=True)
        cells = file.positions[name].cells.values() if name in file.positions else ()
        if not any(cell.stated for cell in cells):
            yield positions.problem(
                "dossier.consent-without-position", (*way, "consents"), {"party": name}, at_key=True
            )


def check_names(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """An id names one party, member, person or voice: claims and signals name them all in the same way."""
    first: dict[str, str] = {AUTHOR: AUTHOR}
    for kind, way in _named(dossier):
        name = way[-1]
        # Somebody may be a member of two parties, or speak for two, under one id.
        if first.setdefault(name, kind) != kind:
            yield positions.problem("dossier.name-shared", way, {"name": name}, at_key=True)


def _named(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    for party_id, party in dossier.file.parties.items():
        yield "party", ("parties", party_id)
        for person in party.people:
            yield "person", ("parties", party_id, "people", person)
        for member_id, member in party.members.items():
            way = ("parties", party_id, "members", member_id)
            yield "member", way
            for person in member.people:
                yield "person", (*way, "people", person)
    for voice in dossier.voices:
        yield "voice", ("voices", voice)
