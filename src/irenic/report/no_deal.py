"""What no deal is worth: as the dossier states it and as the war gives it, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from irenic.plot.render import svg_element
from irenic.plot.rows import LABEL_COLUMNS
from irenic.plot.worth import Pair, Worth, stated_and_computed
from irenic.report.layout import wrapped
from irenic.report.pictures import Picture
from irenic.report.summary_data import OtherBasis, Summary
from irenic.report.theatre_words import digits, positions_of, share_words, spread_words
from irenic.report.war_data import NoDealBasis, NoDealValue, Spread, War
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class NoDealRow:
    """A party's values in words; empty where there is none."""

    party: str
    stated: str
    computed: str
    tail: str
    used: NoDealBasis | None


@dataclass(frozen=True, slots=True)
class NoDealView:
    """The section: sentences, rows and the picture."""

    sentences: tuple[str, ...]
    rows: tuple[NoDealRow, ...]
    picture: Picture
    tail_title: str
    tail_note: str


def no_deal_view(summary: Summary, wording: Wording) -> NoDealView | None:
    """The section; None where no value is computed."""
    war = summary["war"]
    if war is None or not has_computed(summary):
        return None
    months = war["months"]
    return NoDealView(
        _sentences(summary, war, wording),
        tuple(_row(wording.party(party), value, wording) for party, value in _in_order(summary, wording)),
        _picture(summary, wording),
        wording.say("wartime.tail", months=months),
        wording.say("wartime.tail-note", months=months),
    )


def has_computed(summary: Summary) -> bool:
    """Whether the war gives some party a value."""
    return any(value["computed"] is not None for value in summary["no_deal"].values())


def basis_used(summary: Summary, wording: Wording) -> NoDealBasis | None:
    """The kind of values that the answers rest on: that of the parties that must consent."""
    kinds = [value["used"] for party, value in _in_order(summary, wording) if wording.parties[party]["consents"]]
    return next((kind for kind in kinds if kind is not None), None)


def used_words(party: str, summary: Summary, wording: Wording) -> str:
    """The values of a party that the answers rest on, as a range; empty where there are none."""
    value = summary["no_deal"].get(party)
    if value is not None and value["used"] == "computed" and value["computed"] is not None:
        low, high = (digits(value["computed"][end]) for end in ("low", "high"))
        return low if low == high else wording.say("report.range", low=low, high=high)
    stated = wording.parties[party]["no_deal"]
    return "" if stated is None else wording.points(stated)


def value_words(party: str, value: NoDealValue, wording: Wording) -> str:
    """A party's values in one sentence part; empty where there are none."""
    stated, computed = (_or_none(value["stated"], wording), _or_none(value["computed"], wording))
    name = wording.party(party)
    if stated is None and computed is None:
        return ""
    if computed is None:
        return wording.say("wartime.stated-only", party=name, stated=stated or "")
    if stated is None:
        return wording.say("wartime.computed-only", party=name, computed=computed)
    return wording.say("wartime.stated-and-computed", party=name, stated=stated, computed=computed)


def consenting_values(summary: Summary, wording: Wording) -> Iterator[str]:
    """The values of each party that must consent, a sentence part each."""
    for party, value in _in_order(summary, wording):
        if wording.parties[party]["consents"] and (told := value_words(party, value, wording)):
            yield told


def other_basis_sentence(other: OtherBasis, wording: Wording) -> str:
    """The share of cases with a deal on the other kind of values."""
    return wording.say(
        f"wartime.other-basis-{other['basis']}",
        share=wording.percent(other["share"]),
        range=wording.percent_range(other["simulation_low"], other["simulation_high"]),
    )


def _in_order(summary: Summary, wording: Wording) -> Iterator[tuple[str, NoDealValue]]:
    """Values in the dossier's order of parties."""
    return ((party, summary["no_deal"][party]) for party in wording.parties if party in summary["no_deal"])


def _sentences(summary: Summary, war: War, wording: Wording) -> tuple[str, ...]:
    found = [wording.say("wartime.no-deal-text")]
    used = basis_used(summary, wording)
    if used is not None:
        found.append(wording.say(f"wartime.no-deal-used-{used}"))
    if summary["other_basis"] is not None:
        found.append(other_basis_sentence(summary["other_basis"], wording))
    found.append(wording.say("wartime.no-deal-coarse", positions=positions_of(wording), months=war["months"]))
    return tuple(found)


def _or_none(spread: Spread | None, wording: Wording) -> str | None:
    return None if spread is None else spread_words(spread, wording)


def _row(party: str, value: NoDealValue, wording: Wording) -> NoDealRow:
    tail = "" if value["tail"] is None else share_words(value["tail"], wording)
    stated, computed = (_or_none(value["stated"], wording) or "", _or_none(value["computed"], wording) or "")
    return NoDealRow(party, stated, computed, tail, value["used"])


def _picture(summary: Summary, wording: Wording) -> Picture:
    pairs, told = [], []
    for party, value in _in_order(summary, wording):
        stated, computed = (_worth(value[kind], value["used"] == kind, wording) for kind in ("stated", "computed"))
        if stated or computed:
            pairs.append(Pair(wrapped(wording.party(party), LABEL_COLUMNS), stated, computed))
            told.append(value_words(party, value, wording))
    title = wording.say("wartime.no-deal-picture")
    spec = stated_and_computed(
        wording.say("wartime.points"), pairs, (wording.say("wartime.stated"), wording.say("wartime.computed"))
    )
    description = wording.say("report.part-mark").join(told)
    return Picture(title, svg_element(spec, f"{wording.language}-no-deal-picture", title, description))


def _worth(spread: Spread | None, used: bool, wording: Wording) -> Worth | None:
    if spread is None:
        return None
    return Worth(spread["low"], spread["median"], spread["high"], spread_words(spread, wording), used)
