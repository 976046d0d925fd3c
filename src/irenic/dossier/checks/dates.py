"""Nothing rests on what was said later than the dossier's date."""

from collections.abc import Iterator

from irenic.dossier.checks.references import references_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem


def check_dates(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A claim dated after `as_of` backs nothing."""
    as_of = dossier.file.as_of
    late = {name: claim.date for name, claim in dossier.claims.items() if claim.date and claim.date > as_of}
    if not late:
        return
    for reference in references_of(dossier):
        said = late.get(reference.name) if reference.kind == "claim" else None
        if said is not None:
            params = {"claim": reference.name, "date": said.isoformat(), "as_of": as_of.isoformat()}
            yield positions.problem("dossier.claim-too-late", reference.way, params)
