"""What each element of a dossier feeds: answers computed now, or a question that a later room will answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

from pydantic import BaseModel

from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way

Question: TypeAlias = Literal["possible", "conflicts", "open", "when", "terms", "hold", "carries"]
"""The seven questions, in order."""
Answer: TypeAlias = Literal["possible", "zone", "solutions", "options", "conflicts", "fixes", "logrolls", "frontier"]
"""Answers computed now."""

ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
_ON_NO_DEAL: Final[tuple[Answer, ...]] = ("possible", "zone", "solutions", "options", "conflicts", "fixes")
_OPENING: Final[tuple[Answer, ...]] = ("fixes", "logrolls")
_TERMS: Final[tuple[Answer, ...]] = ("solutions", "options")

PENDING: Final[Mapping[str, Question]] = {
    "issues.*.options.*.needs": "when",
    "issues.*.options.*.takes": "hold",
    "parties.*.members.*.no_deal": "hold",
    "positions.*.*.red_lines.*.unless.body": "hold",
    "positions.*.red_lines.*.unless.body": "hold",
    "channels.*": "when",
    "levers.*": "open",
    "bodies.*": "hold",
    "clocks.*": "when",
    "theatre.sides.*": "possible",
    "theatre.front": "possible",
    "theatre.battle": "possible",
    "theatre.attrition": "possible",
    "theatre.observed.*": "possible",
    "theatre.beliefs.*": "possible",
    "implementation.*": "hold",
    "talks": "when",
    "durability": "hold",
}
"""Elements that nothing executes yet, with the question that will. Whoever builds a room takes its lines out."""

EXECUTED: Final[Mapping[str, tuple[Answer, ...]]] = {
    "parties.*": ANSWERS,
    "parties.*.no_deal": _ON_NO_DEAL,
    "parties.*.influence": _TERMS,
    "parties.*.discount": _TERMS,
    "parties.*.people": (),
    "parties.*.members": (),
    "issues.*": ANSWERS,
    "order.*": ANSWERS,
    "rules.*": ANSWERS,
    "positions.*": ANSWERS,
    "positions.*.*.inferred": (),
    "coalitions.*": ANSWERS,
    "norms.*": _OPENING,
    "correlations.*": ANSWERS,
}
"""Elements with the answers that rest on them; the longest line that fits decides. What fits none is knowledge only."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An element that nothing executes yet."""

    path: str
    question: Question


def pending_elements(dossier: Dossier) -> tuple[Pending, ...]:
    """Every element that no analysis executes yet, with the question that will."""
    found = [
        Pending(".".join(way), question)
        for pattern, question in PENDING.items()
        for way in _written(dossier.file, tuple(pattern.split(".")), ())
    ]
    for name, mechanism in dossier.file.mechanisms.items():
        questions = [question_of(path) for path in mechanism.executed_by]
        if questions and all(questions):
            found.append(Pending(f"mechanisms.{name}", next(question for question in questions if question)))
    return tuple(found)


def question_of(path: str) -> Question | None:
    """The question that will execute the element at a path, or None where it is executed now or only known."""
    parts = tuple(path.split("."))
    return next((question for pattern, question in PENDING.items() if _covers(pattern.split("."), parts)), None)


def answers_of(path: str) -> tuple[Answer, ...]:
    """The answers that rest on the element at a path."""
    if question_of(path):
        return ()
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
