"""Which options are live, decisive or dead in the zone, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from irenic.report.opening_data import OptionLife
from irenic.report.summary_data import Basis
from irenic.report.wording import Wording

BASES: Final[tuple[Basis, ...]] = ("headline", "strict")


@dataclass(frozen=True, slots=True)
class Lives:
    """What becomes of an option on a basis: how often it is live (or that it is dead), how often decisive."""

    live: str
    decisive: str
    dead: bool


@dataclass(frozen=True, slots=True)
class LifeRow:
    """An option with what becomes of it on each basis, in the order of `BASES`."""

    option: str
    lives: tuple[Lives, ...]


@dataclass(frozen=True, slots=True)
class LifeOfIssue:
    """An issue with its options."""

    issue: str
    rows: tuple[LifeRow, ...]


def life_views(
    life: Mapping[Basis, Mapping[str, Mapping[str, OptionLife]]], wording: Wording
) -> tuple[LifeOfIssue, ...]:
    """What becomes of every option of every issue; empty where no draw has a deal.

    Args:
        life: basis → issue → option → shares; a basis without deals is empty.
        wording: the case in a language.
    """
    if not any(life.get(basis) for basis in BASES):
        return ()
    return tuple(
        LifeOfIssue(
            wording.words(issue["label"]),
            tuple(
                LifeRow(
                    wording.words(option["label"]),
                    tuple(
                        _lives(life.get(basis, {}).get(issue["id"], {}).get(option["id"]), wording) for basis in BASES
                    ),
                )
                for option in issue["options"]
            ),
        )
        for issue in wording.case["issues"]
    )


def life_counts(life: Mapping[Basis, Mapping[str, Mapping[str, OptionLife]]], wording: Wording) -> tuple[str, ...]:
    """For each basis with deals: how many options are live, dead and decisive in every such draw."""
    found = []
    for basis in BASES:
        options = [option for issue in life.get(basis, {}).values() for option in issue.values()]
        if options:
            counts = {
                "all": len(options),
                "dead": sum(option["live"] == 0 for option in options),
                "live": sum(option["live"] == 1 for option in options),
                "decisive": sum(option["decisive"] == 1 for option in options),
            }
            heading = wording.say(f"opening.life-{basis}")
            found.append(wording.say("opening.life-counts", basis=heading, **counts))
    return tuple(found)


def _lives(life: OptionLife | None, wording: Wording) -> Lives:
    if life is None:
        return Lives("–", "–", dead=False)
    if life["live"] == 0.0:
        return Lives(wording.say("opening.life-dead"), "–", dead=True)
    return Lives(wording.percent(life["live"]), wording.percent(life["decisive"]), dead=False)


def life_words(life: OptionLife | None, wording: Wording) -> str:
    """What becomes of an option, as shares of the draws with a deal; a dash where there is none."""
    if life is None:
        return "–"
    if life["live"] == 0.0:
        return wording.say("opening.life-dead")
    if life["decisive"] == 0.0:
        if life["live"] == 1.0:
            return wording.say("opening.life-always")
        return wording.say("opening.life-live", live=wording.percent(life["live"]))
    return wording.say("opening.life", live=wording.percent(life["live"]), decisive=wording.percent(life["decisive"]))
