"""What the answer rests on: claims behind each cell, assumed numbers, disputes, what nobody says."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from irenic.report.assumptions import Reason, reasons
from irenic.report.case_data import Claim, Dispute, Words
from irenic.report.matrix import cell_anchor
from irenic.report.paths import path_words
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording

HTML_LANGUAGES = {"en": "en", "zh": "zh-Hant"}
"""Language → its tag in HTML."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words: what it says, who says so, through whom, where, when, how good it is."""

    identity: str
    says: Markup
    kind: str
    holder: Markup
    via: tuple[Markup, ...]
    source: Markup
    date: str
    grade: str
    hedge: Markup
    anchored: bool


@dataclass(frozen=True, slots=True)
class PartyClaims:
    """The claims behind one party's cell, and the cell's reasons for assuming numbers."""

    party: str
    anchor: str
    claims: tuple[ClaimView, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueClaims:
    """The claims behind the cells of one issue; `count` counts each once."""

    issue: str
    count: int
    parties: tuple[PartyClaims, ...]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A reason for assuming numbers, and the numbers: what they are and how they are written."""

    text: str
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a dispute; date and belief are empty where nothing is said."""

    says: Markup
    holder: Markup
    date: str
    believed: str


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute with its sides; none of them is preferred."""

    about: Markup
    sides: tuple[SideView, ...]


def spoken(text: Words | None, wording: Wording) -> Markup:
    """The text, marked with its language where that is another than the page's."""
    chosen, language = wording.chosen(text)
    if language in {"", wording.language}:
        return escape(chosen)
    return Markup('<span lang="{}">{}</span>').format(HTML_LANGUAGES.get(language, language), chosen)


def claim_groups(wording: Wording) -> list[IssueClaims]:
    """Claims by issue and party; issues on which nobody is heard are left out."""
    groups = []
    for issue in wording.case["issues"]:
        parties = tuple(_issue_claims(issue["id"], wording))
        if parties:
            count = len({claim.identity for party in parties for claim in party.claims})
            groups.append(IssueClaims(wording.words(issue["label"]), count, parties))
    return groups


def combination_claims(wording: Wording) -> list[PartyClaims]:
    """Claims behind red lines over several issues, by party."""
    found = []
    for party in wording.case["parties"]:
        ids = dict.fromkeys(claim for line in party["red_lines"] for claim in line["claims"])
        if ids:
            anchor = f"{wording.language}-claims-{party['id']}"
            found.append(PartyClaims(wording.words(party["name"]), anchor, _claim_views(ids, wording), ()))
    return found


def reason_views(summary: Summary, wording: Wording) -> tuple[list[ReasonView], list[ReasonView]]:
    """Reasons for numbers that enter the answers, in order of weight; and reasons for numbers that none uses yet."""
    found = reasons(wording.case, summary)
    entering = [_reason_view(reason, wording) for reason in found if reason.enters]
    return entering, [_reason_view(reason, wording) for reason in found if not reason.enters]


def dispute_views(wording: Wording) -> list[DisputeView]:
    """The disputes in the dossier's order."""
    return [_dispute_view(dispute, wording) for dispute in wording.case["disputes"]]


def _issue_claims(issue: str, wording: Wording) -> Iterable[PartyClaims]:
    for party in wording.case["parties"]:
        cell = wording.case["matrix"].get(party["id"], {}).get(issue)
        if cell is not None and (cell["claims"] or cell["assumed"]):
            yield PartyClaims(
                wording.words(party["name"]),
                cell_anchor(party["id"], issue, wording),
                _claim_views(cell["claims"], wording),
                tuple(dict.fromkeys(cell["assumed"])),
            )


def _claim_views(ids: Iterable[str], wording: Wording) -> tuple[ClaimView, ...]:
    return tuple(_claim_view(identity, wording.case["claims"][identity], wording) for identity in ids)


def _claim_view(identity: str, claim: Claim, wording: Wording) -> ClaimView:
    date = claim["date"] or ""
    if claim["until"]:
        date = wording.say("report.dates", first=date, last=claim["until"])
    return ClaimView(
        identity=identity,
        says=spoken(claim["says"], wording),
        kind=wording.say(f"report.kind-{claim['kind']}"),
        holder=spoken(claim["holder"], wording),
        via=tuple(spoken(voice, wording) for voice in claim["via"]),
        source=spoken(claim["source"], wording),
        date=date,
        grade=claim["grade"],
        hedge=spoken(claim["hedge"], wording),
        anchored=claim["anchored"],
    )


def _reason_view(reason: Reason, wording: Wording) -> ReasonView:
    return ReasonView(
        reason.text, tuple((path_words(number["path"], wording), number["notation"]) for number in reason.numbers)
    )


def _dispute_view(dispute: Dispute, wording: Wording) -> DisputeView:
    return DisputeView(
        spoken(dispute["about"], wording),
        tuple(
            SideView(
                spoken(side["says"], wording),
                spoken(side["holder"], wording),
                side["date"] or "",
                "" if side["believed"] is None else wording.probability(side["believed"]),
            )
            for side in dispute["sides"]
        ),
    )
