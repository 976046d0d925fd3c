"""Bodies in words: how they vote, what would have changed it, and how much power each vote has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from irenic.report.vote_data import Body, Chance, Change, Indices, OtherRule, Ratified, Vote, Votes
from irenic.report.wording import Wording

NAMED_SETS: Final = 3
"""Sets of members that are named one by one."""
NAMED_MEMBERS: Final = 5
"""Members of a set that are named."""
FAR: Final = 2.0
"""Log-odds beyond which a referendum's support is told from a package too unlike the polled one: 50 % becomes 88."""
_LONG: Final = 12
"""Characters of a fraction beyond which only its share is shown."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member: name, weight, what its vote rests on, its own chance of a yes, power."""

    name: str
    weight: str
    basis: str
    chance: str
    shapley_shubik: str
    banzhaf: str


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote: its outcome, who has said what, what would change it, other rules."""

    outcome: str
    sentences: tuple[str, ...]
    changes: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its votes and members."""

    title: str
    note: str
    votes: tuple[VoteView, ...]
    power: str
    members: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True)
class VotesView:
    """Bodies, and what they make of the packages that were put to them."""

    text: str
    ratified: tuple[str, ...]
    bodies: tuple[BodyView, ...]


def votes_view(votes: Votes, wording: Wording) -> VotesView:
    """Packages and bodies in words, in the order given."""
    return VotesView(
        wording.say("vote.text", draws=wording.count(votes["draws"])),
        tuple(ratified_words(ratified, wording) for ratified in votes["packages"]),
        body_views(votes, wording),
    )


def body_views(votes: Votes, wording: Wording) -> tuple[BodyView, ...]:
    """Every body in words, in the order given."""
    put = votes["packages"][0]["package"] if len(votes["packages"]) == 1 else None
    return tuple(_body(body, put, wording) for body in votes["bodies"])


def _body(body: Body, put: Mapping[str, str] | None, wording: Wording) -> BodyView:
    note = ""
    if body["every_package"] and not body["votes"]:
        note = wording.say("vote.every-package")
    elif not body["votes"]:
        note = wording.say("vote.decides-nothing")
    return BodyView(
        title=body_title(body, wording),
        note=note,
        votes=tuple(_vote(body, vote, put, wording) for vote in body["votes"]),
        power=_power(body["power"], wording),
        members=tuple(_members(body, wording)) if body["power"] or len(body["members"]) > 1 else (),
    )


def body_title(body: Body, wording: Wording) -> str:
    """A body's name and how it decides."""
    rule = wording.say(f"vote.rule-{body['rule']}")
    return wording.say("vote.body", body=wording.words(body["label"]), rule=rule)


def question_words(body: Body, vote: Vote, wording: Wording, put: Mapping[str, str] | None = None) -> str:
    """What is voted on; `put` is the package that was put to all bodies and needs no words again."""
    if vote["levers"]:
        return wording.listed(wording.words(body["levers"][lever]) for lever in vote["levers"])
    if vote["package"] == put:
        return wording.say("vote.on-put")
    return wording.say("vote.on-package", package=wording.choices(vote["package"]))


def chance_words(chance: Chance, wording: Wording) -> str:
    """A chance of a yes, with its range over the cases."""
    return wording.say("vote.chance", chance=_ranged(chance, wording))


def _ranged(chance: Chance, wording: Wording) -> str:
    """A share, with its range where that has two ends."""
    mean = wording.small_percent(chance["mean"])
    if f"{100 * chance['low']:.0f}" == f"{100 * chance['high']:.0f}":
        return mean
    return wording.say("vote.ranged", mean=mean, range=wording.percent_range(chance["low"], chance["high"]))


def _vote(body: Body, vote: Vote, put: Mapping[str, str] | None, wording: Wording) -> VoteView:
    outcome = wording.say(
        "vote.vote", question=question_words(body, vote, wording, put), chance=chance_words(vote["chance"], wording)
    )
    return VoteView(
        outcome=outcome,
        sentences=tuple(_sentences(body, vote, wording)),
        changes=tuple(change_words(body, change, wording) for change in vote["changes"]),
        rules=tuple(
            wording.say(
                "vote.rule-then",
                rule=wording.say(f"vote.other-rule-{other['rule']}"),
                chance=chance_words(other["chance"], wording),
                settled=wording.say(_settled_id(vote, other)),
            )
            for other in vote["rules"]
        ),
    )


def _settled_id(vote: Vote, other: OtherRule) -> str:
    """What is told of another rule under which a no that is enough by the body's own is not."""
    if vote["settled"] == "fails" and other["settled"] != "fails":
        return "vote.not-alone"
    return f"vote.settled-{other['settled']}"


def _sentences(body: Body, vote: Vote, wording: Wording) -> Iterator[str]:
    if vote["contested"]:
        yield wording.say("vote.contested")
    if vote["support"] is not None:
        yield wording.say("vote.support", support=_ranged(vote["support"], wording))
    if vote["moved"] is not None and abs(vote["moved"]) > FAR:
        yield wording.say("vote.extrapolated")
    if vote["in_win_set"] is not None:
        won = "vote.in-win-set" if len(body["members"]) > 1 else "vote.in-win-set-alone"
        yield wording.say(won, share=wording.small_percent(vote["in_win_set"]))
    if len(vote["members"]) > 1:
        yield from _said(body, vote, wording)
    if vote["settled"] is not None:
        yield wording.say(f"vote.settled-{vote['settled']}")


def _said(body: Body, vote: Vote, wording: Wording) -> Iterator[str]:
    told: dict[str, list[str]] = {"yes": [], "no": [], "abstain": []}
    undecided = 0
    for member, how in zip(body["members"], vote["members"], strict=True):
        if how["basis"] != "said":
            undecided += 1
        elif how["chance"] is None:
            told["abstain"].append(wording.words(member["label"]))
        else:
            told["yes" if how["chance"]["mean"] == 1 else "no"].append(wording.words(member["label"]))
    for position, names in told.items():
        if names:
            yield wording.say(f"vote.said-{position}", members=wording.listed(names))
    if undecided:
        yield wording.say("vote.undecided", n=undecided)


def change_words(body: Body, change: Change, wording: Wording) -> str:
    """What it takes to turn an outcome over."""
    identity = f"vote.change-{change['undecided'] or 'none'}-{'passes' if change['passes'] else 'fails'}"
    text = wording.say(identity, sets=sets_words(body, change, wording))
    if change["number"] == 1 and change["undecided"] == "yes":
        chance = wording.small_percent(change["sets"][0]["chance"])
        return wording.say("vote.change-then", change=text, chance=chance)
    return wording.say("vote.change-alone", change=text)


def sets_words(body: Body, change: Change, wording: Wording) -> str:
    """The smallest sets of members that turn an outcome over."""
    fewest, number = change["fewest"], change["number"]
    if fewest is None:
        return wording.say("vote.change-never")
    if number is None:
        return wording.say("vote.sets-countless", fewest=fewest)
    if fewest == 1 and number == len(body["members"]):
        return wording.say("vote.every-single")
    sets = [_set(body, turned["members"], wording) for turned in change["sets"][:NAMED_SETS]]
    if number > NAMED_SETS:
        return wording.say("vote.sets-many", number=number, fewest=fewest, example=sets[0])
    return wording.say("report.or-mark").join(sets)


def _set(body: Body, members: Sequence[str], wording: Wording) -> str:
    labels = {member["id"]: wording.words(member["label"]) for member in body["members"]}
    if len(members) > NAMED_MEMBERS:
        few = wording.listed(labels[member] for member in members[: NAMED_MEMBERS - 1])
        return wording.say("vote.set-large", fewest=len(members), members=few)
    return wording.say("vote.set", members=wording.say("report.and-mark").join(labels[member] for member in members))


def _power(power: Indices | None, wording: Wording) -> str:
    """That all have the same power, where they do."""
    if power is None or len({*power["shapley_shubik"], *power["banzhaf"]}) > 1:
        return ""
    return wording.say("vote.power-equal", share=fraction_words(power["shapley_shubik"][0], wording))


def fraction_words(text: str, wording: Wording) -> str:
    """A fraction with its share; a long one by its share alone."""
    percent = wording.small_percent(float(Fraction(text)))
    return percent if len(text) > _LONG else wording.say("vote.share", fraction=text, percent=percent)


def _members(body: Body, wording: Wording) -> Iterator[MemberRow]:
    """Members with how they vote on the first question on which votes are counted, and their power."""
    votes = next((vote["members"] for vote in body["votes"] if vote["members"]), [])
    power = body["power"]
    for m, member in enumerate(body["members"]):
        how = votes[m] if votes else None
        chance = how["chance"] if how else None
        yield MemberRow(
            name=wording.words(member["label"]),
            weight=str(member["weight"]),
            basis=wording.say(f"vote.basis-{how['basis']}") if how else "–",
            chance="–" if chance is None else wording.small_percent(chance["mean"]),
            shapley_shubik=fraction_words(power["shapley_shubik"][m], wording) if power else "–",
            banzhaf=fraction_words(power["banzhaf"][m], wording) if power else "–",
        )


def ratified_words(ratified: Ratified, wording: Wording) -> str:
    """What becomes of a package that leaders have signed."""
    package = wording.choices(ratified["package"])
    if not ratified["package"] and not ratified["bodies"]:
        return wording.say("vote.ratified-nothing")
    if not ratified["bodies"]:
        return wording.say("vote.ratified-alone", package=package)
    bodies = wording.listed(map(wording.words, ratified["bodies"].values()))
    return wording.say(
        "vote.ratified", package=package, bodies=bodies, chance=chance_words(ratified["chance"], wording)
    )


def signed_sentence(votes: Votes, wording: Wording) -> str | None:
    """For a brief: what becomes of the package once signed, and how much of that rests on votes that nobody knows.

    None where no body's yes is needed beyond those of leaders.
    """
    put = next((ratified for ratified in votes["packages"] if ratified["bodies"]), None)
    if put is None:
        return None
    told = wording.say(
        "vote.brief-ratified",
        bodies=wording.listed(map(wording.words, put["bodies"].values())),
        chance=chance_words(put["chance"], wording),
    )
    unknown = _unknown(votes, put, wording)
    return told if unknown is None else wording.say("brief.sentence-mark").join((told, unknown))


def _unknown(votes: Votes, put: Ratified, wording: Wording) -> str | None:
    """Of the body least likely to say yes among those with even votes: how many of its votes are even."""
    found = [
        (vote["chance"]["mean"], body, even, len(vote["members"]))
        for body in votes["bodies"]
        for vote in body["votes"]
        if body["id"] in put["bodies"]
        and vote["package"] == put["package"]
        and (even := sum(how["basis"] == "even" for how in vote["members"]))
    ]
    if not found:
        return None
    _, body, even, members = min(found, key=lambda each: each[0])
    return wording.say("vote.brief-even", body=wording.words(body["label"]), even=even, members=members)


def lever_sentences(votes: Votes, wording: Wording) -> tuple[str, ...]:
    """For a brief: every vote on levers, and what would have changed it."""
    return tuple(_brief(body, vote, wording) for body in votes["bodies"] for vote in body["votes"] if vote["levers"])


def _brief(body: Body, vote: Vote, wording: Wording) -> str:
    name, question = wording.words(body["label"]), question_words(body, vote, wording)
    favour = next((change for change in vote["changes"] if change["undecided"] != "no"), None)
    if vote["settled"] != "fails" or favour is None:
        chance = chance_words(vote["chance"], wording)
        return wording.say("vote.brief-open", body=name, question=question, chance=chance)
    sets = sets_words(body, favour, wording)
    sentence = wording.say("vote.brief-fails", body=name, question=question, sets=sets)
    rules = [
        wording.say(
            "vote.brief-rule",
            rule=wording.say(f"vote.other-rule-{other['rule']}"),
            mean=wording.small_percent(other["chance"]["mean"]),
        )
        for other in vote["rules"]
        if other["settled"] != "fails"
    ]
    return wording.say("vote.brief-rules", sentence=sentence, rules=wording.listed(rules)) if rules else sentence
