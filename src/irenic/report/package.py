"""How far a package is from acceptance, as a page of terminal text: whom it fails, why, and what would mend it."""

from collections.abc import Iterator

from irenic.language.messages import Language
from irenic.report.answer import rests_on_silence
from irenic.report.case_data import Case
from irenic.report.conflicts import conflict_members
from irenic.report.opening import gives_words, priced
from irenic.report.opening_data import Broken, Change, Lacking, PackageDistance
from irenic.report.page import Page
from irenic.report.wording import Wording


def package_words(found: PackageDistance, case: Case, draws: int, language: Language) -> str:
    """The distance of a package in words, conclusion first.

    Args:
        found: the distance.
        case: the case that the package belongs to.
        draws: draws over which the shares count.
        language: language of every sentence.
    """
    wording = Wording(case, language)
    page = Page()
    page.title(case, wording)
    page.paragraph(_accepted(found, wording), indent=0)
    page.paragraph(wording.say("package.counts", draws=wording.count(draws)), indent=0)
    page.heading(wording.say("package.what"))
    for sentence in _what(found, wording):
        page.paragraph(sentence)
    page.heading(wording.say("package.whom"))
    page.bullets(_party(party, wording) for party in found["parties"])
    if against := list(_against(found, wording)):
        page.heading(wording.say("package.against"))
        page.bullets(against)
    if found["accepted"] < 1:
        page.heading(wording.say("package.mend"))
        page.bullets(_changes(found, wording))
    return page.text


def _accepted(found: PackageDistance, wording: Wording) -> str:
    if found["accepted"] == 0:
        return wording.say("package.never")
    if found["accepted"] == 1:
        return wording.say("package.always")
    return wording.say(
        "package.accepted",
        share=wording.percent(found["accepted"]),
        range=wording.percent_range(found["simulation_low"], found["simulation_high"]),
    )


def _what(found: PackageDistance, wording: Wording) -> Iterator[str]:
    """The options that were given, and those that were not."""
    filled = {issue: option for issue, option in found["package"].items() if issue in found["filled"]}
    given = {issue: option for issue, option in found["package"].items() if issue not in filled}
    if given:
        yield wording.say("package.given", package=wording.choices(given))
    else:
        yield wording.say("package.nothing-given")
    if any(option != wording.issues[issue]["status_quo"] for issue, option in filled.items()):
        yield wording.say("package.filled", package=wording.package(filled))
    elif filled:
        yield wording.say("package.filled-still")


def _party(party: Lacking, wording: Wording) -> str:
    name = wording.party(party["party"])
    if party["lacks"] is None:
        return wording.say("package.accepts-always", party=name)
    points = priced(party["lacks"], wording)
    if party["accepts"] == 0:
        text = wording.say("package.accepts-never", party=name, points=points)
    else:
        share = wording.percent(party["accepts"])
        text = wording.say("package.accepts", party=name, share=share, points=points)
    return wording.say("brief.sentence-mark").join([text, *gives_words(party["gives"], wording)])


def _against(found: PackageDistance, wording: Wording) -> Iterator[str]:
    """What forbids the package, the norms that flag it, and the silence that it rests on."""
    yield from (_broken(broken, wording) for broken in found["broken"])
    if found["norms"]:
        norms = wording.listed(wording.norms[norm] for norm in found["norms"])
        yield wording.say("package.norms", norms=norms)
    if issues := rests_on_silence([found["package"]], wording):
        yield wording.say("package.silence", issues=issues)


def _broken(broken: Broken, wording: Wording) -> str:
    constraint = conflict_members([broken["constraint"]], wording)[0]
    if broken["share"] == 0:
        return wording.say("package.broken-never", constraint=constraint)
    if broken["share"] == 1:
        return wording.say("package.broken-always", constraint=constraint)
    return wording.say("package.broken", constraint=constraint, share=wording.percent(broken["share"]))


def _changes(found: PackageDistance, wording: Wording) -> list[str]:
    """Changes as far as a reader sees a difference."""
    shares = [found["accepted"], *(change["share"] for change in found["changes"])]
    told = [
        _change(change, wording)
        for change, before in zip(found["changes"], shares, strict=False)
        if wording.percent(change["share"]) != wording.percent(before)
    ]
    return told or [wording.say("package.change-none")]


def _change(change: Change, wording: Wording) -> str:
    return wording.say(
        "package.change",
        n=len(change["options"]),
        options=wording.choices(change["options"]),
        share=wording.percent(change["share"]),
    )
