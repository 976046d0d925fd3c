"""From a claim to the elements, numbers and answers that rest on it, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from irenic.dossier.backing import NumberAt, claims_used, numbers_of
from irenic.dossier.elements import backed_parts, walk_dossier
from irenic.dossier.near import near, shown
from irenic.dossier.pending import ANSWERS, Answer, Feeding, Pending, Question, pending_elements
from irenic.dossier.schema.base import Backed
from irenic.dossier.schema.knowledge import Claim
from irenic.dossier.schema.root import Dossier
from irenic.dossier.trace_words import trace_words
from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import Language

Subject: TypeAlias = Literal["claim", "element", "answer"]


@dataclass(frozen=True, slots=True)
class ClaimAt:
    """A claim with its grade.

    Attributes:
        name: its id.
        claim: what it says, who holds it, where it stands.
        grade: reliability and credibility, `C3`.
    """

    name: str
    claim: Claim
    grade: str


@dataclass(frozen=True, slots=True)
class Link:
    """An element on the way between claims and answers.

    Attributes:
        path: dotted path.
        claims: claims that it names.
        assumed: the reason of its assumption, or None.
        answers: answers computed now that rest on it.
        question: the question that will execute it, where nothing does yet.
    """

    path: str
    claims: tuple[str, ...]
    assumed: str | None
    answers: tuple[Answer, ...]
    question: Question | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What rests on what.

    Attributes:
        what: what was asked for: a claim, a dotted path, or an answer.
        subject: which of these it is; a number is an element.
        claims: the claim itself; for others the claims that they rest on.
        elements: elements that use the claim; for a path what backs it, from the inside out; for an answer what feeds
            it.
        numbers: numbers that rest on the claim, or stand at the path.
        answers: answers that rest on it.
        pending: elements on the way that nothing executes yet, with the question that will.
        number_answers: for each number the answers that rest on it.
    """

    what: str
    subject: Subject
    claims: tuple[ClaimAt, ...]
    elements: tuple[Link, ...]
    numbers: tuple[NumberAt, ...]
    answers: tuple[Answer, ...]
    pending: tuple[Pending, ...]
    number_answers: tuple[tuple[Answer, ...], ...]

    def words(self, language: Language) -> str:
        """The trace as text."""
        return trace_words(self, language)

    def as_json(self) -> dict[str, Any]:
        """The trace for other programs."""
        return {
            "what": self.what,
            "subject": self.subject,
            "claims": [_claim_json(claim) for claim in self.claims],
            "elements": [
                {
                    "path": link.path,
                    "claims": list(link.claims),
                    "assumed": link.assumed,
                    "answers": list(link.answers),
                    "pending": link.question,
                }
                for link in self.elements
            ],
            "numbers": [
                _number_json(number, answers) for number, answers in zip(self.numbers, self.number_answers, strict=True)
            ],
            "answers": list(self.answers),
            "pending": [{"path": element.path, "question": element.question} for element in self.pending],
        }


def trace(dossier: Dossier, what: str) -> Trace:
    """Follow a claim forward, or a path or an answer back.

    Args:
        dossier: the dossier.
        what: id of a claim; dotted path of an element or number; or one of `ANSWERS`.

    Raises:
        IrenicError: it is none of these.
    """
    if what in dossier.claims:
        return _from_claim(dossier, what)
    for answer in ANSWERS:
        if what == answer:
            return _from_answer(dossier, answer)
    paths = _paths(dossier)
    if what not in paths:
        known = (*dossier.claims, *ANSWERS, *paths)
        raise IrenicError([Problem("dossier.trace-unknown", {"what": shown(what), "near": near(what, known)})])
    return _from_path(dossier, what)


def _from_claim(dossier: Dossier, name: str) -> Trace:
    feeding = Feeding(dossier)
    parts = dict(backed_parts(dossier))
    links = _links(dossier, feeding, {path: parts[path] for path in claims_used(dossier).get(name, ())})
    numbers = tuple(number for number in numbers_of(dossier) if name in number.claims)
    of_numbers = tuple(feeding.answers_of(number.path) for number in numbers)
    touched = {answer for link in links for answer in link.answers}.union(*of_numbers)
    paths = (*(link.path for link in links), *(number.path for number in numbers))
    return Trace(
        name,
        "claim",
        _claims(dossier, (name,)),
        links,
        numbers,
        tuple(answer for answer in ANSWERS if answer in touched),
        _pending(dossier, paths),
        of_numbers,
    )


def _from_path(dossier: Dossier, path: str) -> Trace:
    """The backing of an element or number, from its own mapping outwards, and of what stands inside it."""
    feeding = Feeding(dossier)
    numbers = tuple(number for number in numbers_of(dossier) if _within(number.path, path))
    covering = {n.cover_path for n in numbers if n.cover_path}
    around = {
        at: part
        for at, part in backed_parts(dossier)
        if _says_why(part) and (_within(at, path) or _within(path, at) or at in covering)
    }
    inside_out = dict(sorted(around.items(), key=lambda item: -item[0].count(".")))
    links = _links(dossier, feeding, inside_out)
    touched = set(feeding.answers_of(path)).union(*(link.answers for link in links if _within(link.path, path)))
    claims = tuple(dict.fromkeys(claim for link in links for claim in link.claims))
    return Trace(
        path,
        "element",
        _claims(dossier, claims),
        links,
        numbers,
        tuple(answer for answer in ANSWERS if answer in touched),
        _pending(dossier, (path, *(link.path for link in links if _within(link.path, path)))),
        tuple(feeding.answers_of(number.path) for number in numbers),
    )


def _from_answer(dossier: Dossier, answer: Answer) -> Trace:
    feeding = Feeding(dossier)
    parts = {at: part for at, part in backed_parts(dossier) if _says_why(part) and answer in feeding.answers_of(at)}
    links = _links(dossier, feeding, parts)
    fed = [(number, feeding.answers_of(number.path)) for number in numbers_of(dossier)]
    numbers = tuple(number for number, answers in fed if answer in answers)
    claims = tuple(dict.fromkeys(claim for link in links for claim in link.claims))
    of_numbers = tuple(answers for _, answers in fed if answer in answers)
    return Trace(answer, "answer", _claims(dossier, claims), links, numbers, (answer,), (), of_numbers)


def _links(dossier: Dossier, feeding: Feeding, parts: dict[str, Backed]) -> tuple[Link, ...]:
    waiting = pending_elements(dossier)
    return tuple(
        Link(path, part.because, part.assumed, feeding.answers_of(path), _question(path, waiting))
        for path, part in parts.items()
    )


def _question(path: str, waiting: tuple[Pending, ...]) -> Question | None:
    return next((element.question for element in waiting if _within(path, element.path)), None)


def _pending(dossier: Dossier, paths: Iterable[str]) -> tuple[Pending, ...]:
    touched = tuple(paths)
    return tuple(
        element
        for element in pending_elements(dossier)
        if any(_within(path, element.path) or _within(element.path, path) for path in touched)
    )


def _paths(dossier: Dossier) -> frozenset[str]:
    """Dotted paths of everything written that is a part or a number, and of the mappings that hold them."""
    found: set[str] = set()
    for way, _ in walk_dossier(dossier):
        found |= {".".join(way[:length]) for length in range(1, len(way) + 1)}
    return frozenset(found)


def _within(path: str, around: str) -> bool:
    return path == around or path.startswith(f"{around}.")


def _says_why(part: Backed) -> bool:
    return bool(part.because) or part.assumed is not None


def _claims(dossier: Dossier, names: Iterable[str]) -> tuple[ClaimAt, ...]:
    return tuple(ClaimAt(name, dossier.claims[name], grade_of(dossier, dossier.claims[name])) for name in names)


def grade_of(dossier: Dossier, claim: Claim) -> str:
    """Reliability of whoever says it and credibility of what is said, `C3`; `?` where the source isn't known."""
    source = dossier.sources.get(claim.source)
    segment = source.segments.get(claim.segment) if source and claim.segment else None
    letter = claim.reliability or (segment.reliability if segment else None) or (source.reliability if source else "?")
    return f"{letter}{claim.credibility}"


def _number_json(number: NumberAt, answers: tuple[Answer, ...]) -> dict[str, Any]:
    return {
        "path": number.path,
        "notation": number.distribution.notation,
        "backing": number.backing,
        "assumed": number.assumed,
        "cover": number.cover_path,
        "answers": list(answers),
    }


def _claim_json(found: ClaimAt) -> dict[str, Any]:
    claim = found.claim
    anchor = claim.anchor
    return {
        "id": found.name,
        "says": dict(claim.says),
        "holder": claim.holder,
        "via": list(claim.via),
        "kind": claim.kind,
        "date": claim.date.isoformat() if claim.date else None,
        "grade": found.grade,
        "source": claim.source,
        "segment": claim.segment,
        "anchor": {"start": anchor.start, "end": anchor.end} if anchor else None,
    }
