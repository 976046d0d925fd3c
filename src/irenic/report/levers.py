"""Levers and clocks: when each works without a deal, what it does to what the war is worth, who bears its cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from irenic.plot.render import svg_element
from irenic.plot.rows import LABEL_COLUMNS
from irenic.plot.timeline import Stretch, timeline
from irenic.report.case_data import CostWords, LeverWords
from irenic.report.layout import wrapped
from irenic.report.pictures import Picture
from irenic.report.theatre_words import NOTHING, digits, lever_name, levers_by_id, share_words, signed_words
from irenic.report.war_data import LeverEntry, War
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class LeverRow:
    """A lever or clock in words; parts are empty where there is nothing to say."""

    name: str
    holders: str
    when: str
    chance: str
    effects: tuple[str, ...]
    bearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeversView:
    """The section: the picture and the rows."""

    picture: Picture
    rows: tuple[LeverRow, ...]


def levers_view(war: War, wording: Wording) -> LeversView | None:
    """The section; None where the dossier has neither lever nor clock."""
    if not war["levers"]:
        return None
    known = levers_by_id(wording)
    return LeversView(
        _picture(war["levers"], war["months"], wording),
        tuple(_row(entry, known, war["months"], wording) for entry in war["levers"]),
    )


def _picture(entries: Sequence[LeverEntry], months: int, wording: Wording) -> Picture:
    known = levers_by_id(wording)
    stretches, told = [], []
    for entry in entries:
        name = lever_name(entry["id"], wording)
        works = entry["works"]
        figure = _figure(entry, known, wording)
        begins, ends = (entry["begins"], entry["ends"]) if works else (None, None)
        stretches.append(
            Stretch(
                wrapped(name, LABEL_COLUMNS),
                figure,
                None if begins is None else begins["median"],
                None if ends is None else ends["median"],
                None if begins is None else begins["low"],
                None if ends is None else ends["high"],
                entry["id"].startswith("clocks."),
            )
        )
        told.append(wording.say("report.issue-choice", issue=name, option=_when(entry, known, months, wording)))
    title = wording.say("wartime.levers-picture")
    spec = timeline(wording.say("wartime.months-axis"), months, stretches)
    svg = svg_element(spec, f"{wording.language}-levers-picture", title, wording.say("report.part-mark").join(told))
    return Picture(title, svg, wording.say("wartime.levers-colours"))


def _figure(entry: LeverEntry, known: Mapping[str, LeverWords], wording: Wording) -> str:
    """What stands beside its bar: the chance of use, or why it doesn't work."""
    if entry["works"]:
        return "" if entry["chance"] is None else wording.percent(entry["chance"]["median"])
    lever = known.get(entry["id"])
    chosen = lever is not None and lever["own_choice"]
    return wording.say("wartime.works-at-will" if chosen else "wartime.works-not")


def _row(entry: LeverEntry, known: Mapping[str, LeverWords], months: int, wording: Wording) -> LeverRow:
    lever = known.get(entry["id"])
    return LeverRow(
        lever_name(entry["id"], wording),
        "" if lever is None else wording.listed(wording.words(holder) for holder in lever["holders"]),
        _when(entry, known, months, wording),
        "" if entry["chance"] is None else share_words(entry["chance"], wording),
        _effects(entry, own_choice=lever is not None and lever["own_choice"], wording=wording),
        () if lever is None else tuple(_cost(cost, wording) for cost in lever["costs"]),
    )


def _effects(entry: LeverEntry, *, own_choice: bool, wording: Wording) -> tuple[str, ...]:
    """What it does to the war value of each party to which it does anything, one below the other."""
    told = [
        wording.say("wartime.of-party", party=wording.party(party), worth=worth)
        for party in wording.parties
        if party in entry["effect"] and (worth := signed_words(entry["effect"][party], wording)) != NOTHING
    ]
    if entry["effect"] and not told:
        told = [wording.say("wartime.effect-none")]
    if told and own_choice:
        told[0] = wording.say("wartime.effect-own-choice", effects=told[0])
    return tuple(told)


def _when(entry: LeverEntry, known: Mapping[str, LeverWords], months: int, wording: Wording) -> str:
    """From which month to which it works, by the medians."""
    lever = known.get(entry["id"])
    if not entry["works"] or entry["begins"] is None:
        chosen = lever is not None and lever["own_choice"]
        return wording.say("wartime.own-choice" if chosen else "wartime.works-not-long")
    ends = entry["ends"]
    end = wording.say("wartime.beyond", months=months) if ends is None else digits(ends["median"])
    return wording.say("report.range", low=digits(entry["begins"]["median"]), high=end)


def _cost(cost: CostWords, wording: Wording) -> str:
    name, amount = wording.words(cost["name"]), cost["amount"]
    if amount is None:
        return name
    told = wording.say(
        "wartime.bearer-amount", name=name, amount=wording.points(amount), unit=wording.words(cost["unit"])
    )
    return told.rstrip()
