"""Courses of events: what happens in the talks, as far as levers and clocks heed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from irenic.dossier.schema.acts import Event, TriggerRule


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens.

    Attributes:
        on: the kind of event.
        month: when, in months from the dossier's date.
        by: whose act it is; "" where it is nobody's or not said.
        body: the body that decides.
        decision: what it decides.
        lever: the lever that ends.
        package: options that are refused, offered, signed or chosen, issue → option.
    """

    on: Event
    month: float = 0.0
    by: str = ""
    body: str = ""
    decision: Literal["yes", "no"] = "yes"
    lever: str = ""
    package: Mapping[str, str] = field(default_factory=dict)


Course: TypeAlias = tuple[Happening, ...]
"""What happens, in any order."""


def no_deal_course(party: str | None = None) -> Course:
    """The course without a deal: talks fail in month 0; as seen by a party, because it refused what was offered."""
    return refused_by() if party is None else refused_by(party)


def refused_by(*parties: str) -> Course:
    """The course in which talks fail in month 0 after each of these parties has refused what was offered."""
    return (*(Happening("offer-refused", by=party) for party in parties), Happening("talks-fail"))


def sets_off(happening: Happening, trigger: TriggerRule) -> bool:
    """Whether a happening is what a trigger waits for.

    Who acts must be among those that the trigger names, if it names any, and every issue of its pattern must have one
    of its options. Signing a deal also chooses its options.
    """
    kinds = {trigger.on, "deal-signed"} if trigger.on == "option-chosen" else {trigger.on}
    return (
        happening.on in kinds
        and (not trigger.by or happening.by in trigger.by)
        and (trigger.body is None or (happening.body, happening.decision) == (trigger.body, trigger.decision))
        and (trigger.lever is None or happening.lever == trigger.lever)
        and _fits(happening.package, trigger.package)
    )


def _fits(package: Mapping[str, str], pattern: Mapping[str, Sequence[str]]) -> bool:
    return all(package.get(issue) in options for issue, options in pattern.items())
