"""What each element of a dossier feeds: answers computed now, or a question that a later room will answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

from pydantic import BaseModel

from irenic.dossier.lever_changes import changes_of, waits_of
from irenic.dossier.schema.acts import Lever
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.shape import Way

Question: TypeAlias = Literal["possible", "conflicts", "open", "when", "terms", "hold", "carries"]
"""The seven questions, in order."""
Answer: TypeAlias = Literal[
    "possible", "zone", "solutions", "options", "conflicts", "fixes", "logrolls", "frontier", "no_deal", "war", "votes"
]
"""Answers computed now."""

ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
ON_PACKAGES: Final[tuple[Answer, ...]] = ANSWERS[:8]
"""Answers about the package space."""
_ON_NO_DEAL: Final[tuple[Answer, ...]] = ("possible", "zone", "solutions", "options", "conflicts", "fixes", "no_deal")
_ON_WAR: Final[tuple[Answer, ...]] = (*_ON_NO_DEAL, "war")
_OPENING: Final[tuple[Answer, ...]] = ("fixes", "logrolls")
_TERMS: Final[tuple[Answer, ...]] = ("solutions", "options")

PENDING: Final[Mapping[str, Question]] = {
    "issues.*.options.*.needs": "when",
    "issues.*.options.*.takes": "hold",
    "positions.*.*.red_lines.*.unless.body": "hold",
    "positions.*.red_lines.*.unless.body": "hold",
    "channels.*": "when",
    "implementation.*": "hold",
    "talks": "when",
    "durability": "hold",
}
"""Elements that nothing executes yet, with the question that will. Whoever builds a room takes its lines out."""

EXECUTED: Final[Mapping[str, tuple[Answer, ...]]] = {
    "parties.*": ANSWERS,
    "parties.*.no_deal": (*_ON_NO_DEAL, "votes"),
    "parties.*.influence": _TERMS,
    "parties.*.discount": (*_TERMS, *_ON_WAR),
    "parties.*.people": (),
    "parties.*.members": (),
    "parties.*.members.*.no_deal": ("votes",),
    "issues.*": ANSWERS,
    "order.*": ANSWERS,
    "rules.*": ON_PACKAGES,
    "positions.*": ANSWERS,
    "positions.*.*.inferred": (),
    "positions.*.*.red_lines": ON_PACKAGES,
    "positions.*.red_lines": ON_PACKAGES,
    "coalitions.*": ON_PACKAGES,
    "norms.*": _OPENING,
    "correlations.*": ANSWERS,
    "bodies.*": ("votes",),
    "theatre": _ON_WAR,
    "theatre.observed": ("war",),
}
"""Elements with the answers that rest on them; the longest line that fits decides. What fits none is knowledge only.

Levers and clocks stand in neither table: they feed what the numbers feed that they change, and wait as long as these.
"""


@dataclass(frozen=True, slots=True)
class Pending:
    """An element that nothing executes yet."""

    path: str
    question: Question


class Feeding:
    """What feeds what in a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        """What each element of the dossier feeds."""
        self._file = dossier.file
        self._targets: dict[str, list[str]] = {}
        for change in changes_of(self._file):
            self._targets.setdefault(change.element, []).append(change.path)
        self._led_to: dict[str, set[str]] = {}
        for element, waits in waits_of(self._file).items():
            for _, awaited in waits:
                self._led_to.setdefault(awaited, set()).add(element)
        for name, lever in self._file.levers.items():
            for body in _deciding(self._file, name, lever):
                self._led_to.setdefault(f"bodies.{body}", set()).add(f"levers.{name}")

    def question_of(self, path: str) -> Question | None:
        """The question that will execute the element at a path, or None where it is executed now or only known."""
        act = _act(path)
        if act is None:
            return _question_in_tables(path)
        questions = [_question_in_tables(target) for target in self._targets.get(act, ())]
        return next(iter(questions)) if questions and all(questions) else None

    def answers_of(self, path: str) -> tuple[Answer, ...]:
        """The answers that rest on the element at a path."""
        if self.question_of(path):
            return ()
        found = set(_answers_in_tables(path))
        for element in self._reached(_act(path) or ".".join(path.split(".")[:2])):
            if not self.question_of(element):
                found.update(a for target in self._targets.get(element, ()) for a in _answers_in_tables(target))
        return tuple(answer for answer in ANSWERS if answer in found and self._told(answer))

    def _reached(self, start: str) -> set[str]:
        """The element itself and what waits for it, if it is a lever, clock or body."""
        found: set[str] = set()
        ahead = [start]
        while ahead:
            element = ahead.pop()
            if element not in found:
                found.add(element)
                ahead.extend(self._led_to.get(element, ()))
        return found

    def _told(self, answer: Answer) -> bool:
        """Whether the dossier has what the answer is about."""
        if answer == "war":
            return self._file.theatre is not None
        return answer != "votes" or bool(self._file.bodies)


def pending_elements(dossier: Dossier) -> tuple[Pending, ...]:
    """Every element that no analysis executes yet, with the question that will."""
    feeding = Feeding(dossier)
    found = [
        Pending(".".join(way), question)
        for pattern, question in PENDING.items()
        for way in _written(dossier.file, tuple(pattern.split(".")), ())
    ]
    acts = (*(f"levers.{name}" for name in dossier.file.levers), *(f"clocks.{name}" for name in dossier.file.clocks))
    found.extend(Pending(path, question) for path in acts if (question := feeding.question_of(path)))
    for name, mechanism in dossier.file.mechanisms.items():
        questions = [feeding.question_of(path) for path in mechanism.executed_by]
        if questions and all(questions):
            found.append(Pending(f"mechanisms.{name}", next(question for question in questions if question)))
    return tuple(found)


def _act(path: str) -> str | None:
    """The lever or clock to which a path belongs."""
    parts = path.split(".")
    return ".".join(parts[:2]) if parts[0] in ("levers", "clocks") and len(parts) > 1 else None


def _deciding(file: DossierFile, name: str, lever: Lever) -> Iterator[str]:
    """Bodies that decide a lever; what is in force has been decided."""
    if lever.trigger.on == "always":
        return
    if lever.trigger.body is not None:
        yield lever.trigger.body
    yield from (body_id for body_id, body in file.bodies.items() if name in body.decides.levers)


def _question_in_tables(path: str) -> Question | None:
    parts = tuple(path.split("."))
    return next((question for pattern, question in PENDING.items() if _covers(pattern.split("."), parts)), None)


def _answers_in_tables(path: str) -> tuple[Answer, ...]:
    parts = tuple(path.split("."))
    fitting = [pattern for pattern in EXECUTED if _covers(pattern.split("."), parts)]
    return EXECUTED[max(fitting, key=lambda pattern: pattern.count("."))] if fitting else ()


def _covers(pattern: list[str], parts: Way) -> bool:
    return len(pattern) <= len(parts) and all(a in {"*", b} for a, b in zip(pattern, parts, strict=False))


def _written(value: Any, pattern: Way, way: Way) -> Iterator[Way]:
    """Ways along a pattern that lead to something written."""
    if value is None or value in ((), {}):
        return
    if not pattern:
        yield way
        return
    part, rest = pattern[0], pattern[1:]
    for key in _keys(value) if part == "*" else (part,):
        yield from _written(_behind(value, key), rest, (*way, key))


def _keys(value: Any) -> tuple[str, ...]:
    if isinstance(value, BaseModel):
        return tuple(value.__pydantic_extra__ or ())
    return tuple(value) if isinstance(value, dict) else ()


def _behind(value: Any, key: str) -> Any:
    if isinstance(value, BaseModel):
        extra = value.__pydantic_extra__ or {}
        return extra[key] if key in extra else getattr(value, key, None)
    return value.get(key) if isinstance(value, dict) else None
