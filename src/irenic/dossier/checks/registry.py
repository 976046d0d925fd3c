"""All checks across a dossier, in one list: a new check is a function and a line here."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from irenic.dossier.checks import (
    acts,
    backing,
    bodies,
    cells,
    changes,
    claims,
    coalitions,
    correlations,
    dates,
    issues,
    knowledge,
    order,
    parties,
    red_lines,
    references,
    rules,
    size,
    talks,
    theatre,
)
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem

Check: TypeAlias = Callable[[Dossier, Positions], Iterable[Problem]]
"""Looks at a dossier whose files fit the format, and yields what is wrong."""

PARTIAL_CHECKS: Final[tuple[Check, ...]] = (references.check_references,)
"""Checks that also make sense where parts of the files were refused."""

CHECKS: Final[tuple[Check, ...]] = (
    *PARTIAL_CHECKS,
    parties.check_consent,
    parties.check_names,
    issues.check_options,
    issues.check_readings,
    order.check_order,
    cells.check_cells,
    rules.check_forms,
    rules.check_some_package_is_left,
    red_lines.check_forms,
    coalitions.check_members,
    coalitions.check_control,
    size.check_size,
    correlations.check_correlations,
    acts.check_levers,
    acts.check_triggers,
    acts.check_ends,
    acts.check_circles,
    changes.check_changes,
    bodies.check_bodies,
    talks.check_channels,
    talks.check_sequences,
    theatre.check_sides,
    theatre.check_front,
    theatre.check_ends,
    theatre.check_beliefs,
    theatre.check_observations,
    knowledge.check_mechanisms,
    knowledge.check_demonstrations,
    claims.check_claims,
    claims.check_sources,
    claims.check_anchors,
    dates.check_dates,
    backing.check_motives,
    backing.check_numbers,
    backing.check_reasons,
)
